import type { Outcome } from "../run/plan.ts";

/**
 * Compares the answers of the peers with ours, question by question, as far as both were asked.
 *
 * @returns how many were compared, and each difference in words
 */
export function compareAnswers(
  ours: Outcome,
  peers: Readonly<Record<string, Outcome>>,
): { readonly compared: number; readonly differences: readonly string[] } {
  const differences: string[] = [];
  let compared = 0;
  for (const [name, peer] of Object.entries(peers)) {
    for (const [row, answers] of Object.entries(ours.answers)) {
      const others = peer.answers[row] ?? [];
      for (const [index, answer] of answers.slice(0, others.length).entries()) {
        compared += 1;
        if (answer !== others[index]) {
          differences.push(`${row}, question ${index}: ours ${answer}\n  ${name} ${others[index]}`);
        }
      }
    }
  }
  return { compared, differences };
}
