/** How many colours there are, apart from that of nothing. */
const stepCount = 5;

/** A colour, and which counts have it. */
interface HeatStep {
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

/** Which colour a count has, 0 to 5; `most` is the highest count. */
export function stepOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.ceil((count * stepCount) / most);
}

/** The colours that counts up to `most` have, and what they mean; small counts have fewer. */
export function stepsUpTo(most: number): HeatStep[] {
  const steps = [{ step: 0, least: 0, most: 0 }];
  for (let step = 1; step <= stepCount; step += 1) {
    const least = Math.floor(((step - 1) * most) / stepCount) + 1;
    const highest = Math.floor((step * most) / stepCount);
    if (least <= highest) steps.push({ step, least, most: highest });
  }
  return steps;
}
