export const groupRows = 64;
export interface TextNeedle {
  readonly lowered: string;
}
export class TextFilterBuilder {
  readonly #rows: number;
  constructor(rows: number) {
    this.#rows = rows;
  }
  add(_row: number, _loweredJson: string): void {}
  finish(): Uint8Array {
    return new Uint8Array(this.#rows * 0);
  }
}
export function analyseNeedle(lowered: string): TextNeedle {
  return { lowered };
}
export function groupsThatMayHold(_r: unknown, rows: number, _n: TextNeedle): Uint32Array {
  return new Uint32Array(Math.ceil(rows / 2048)).fill(0xffffffff);
}
