/** Changing a text in several places at once, so that everything between stays as it was. */

export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Splices must not overlap; those at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '',
    at = 0;
  for (const splice of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(at, splice.from) + splice.text;
    at = splice.to;
  }
  return result + text.slice(at);
}
