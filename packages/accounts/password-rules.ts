import { dictionary } from "@zxcvbn-ts/language-common";

/** Characters (ASVS 6.2.1: at least 8, 15 where it counts; 6.2.9: at least 64 are allowed). */
const fewest = 8;
const fewestOfAdministrators = 15;
const most = 1024;

let common: ReadonlySet<string> | undefined;

/**
 * Why a password may not be taken, as a sentence for who chose it; undefined when it may.
 *
 * @param isAdministrator whether the user administers others.
 */
export function explainPassword(
  password: string,
  user: string,
  isAdministrator: boolean,
): string | undefined {
  const { length } = Array.from(password);
  const atLeast = isAdministrator ? fewestOfAdministrators : fewest;
  if (length < atLeast) return `The password must have at least ${atLeast} characters.`;
  if (length > most) return `The password must have at most ${most} characters.`;
  const folded = password.toLowerCase();
  if (folded.includes(user.toLowerCase())) return "The password must not contain the user name.";
  common ??= new Set(dictionary["passwords-common"]);
  if (common.has(folded)) return "The password is among those that are guessed first.";
  return undefined;
}
