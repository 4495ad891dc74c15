/** Headers of several rows: what stands above what. */

export const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/**
 * The texts above one column (or beside one row), outermost first. A blank belongs to the text before it
 * where both have texts further in, and never beyond the text that stands outside of it: so merged headers are read without their merges, which Excel does not show.
 */
export function stackAt(
  textAt: (depth: number, at: number) => string,
  depths: number,
  at: number,
  first: number,
): readonly { readonly text: string; readonly at: number }[] {
  const hasDeeper = (depth: number, place: number): boolean =>
    range(depth + 1, depths).some((deeper) => textAt(deeper, place) !== '');
  const beginsOuter = (depth: number, place: number): boolean =>
    range(0, depth).some((outer) => textAt(outer, place) !== '');
  // A blank row inside a unit's block ends nothing.
  const isEmpty = (place: number): boolean => range(0, depths).every((depth) => textAt(depth, place) === '');
  return range(0, depths).map((depth) => {
    const own = textAt(depth, at);
    if (own !== '' || !hasDeeper(depth, at)) return { text: own, at };
    for (
      let before = at - 1;
      before >= first && (hasDeeper(depth, before) || isEmpty(before)) && !beginsOuter(depth, before + 1);
      before--
    ) {
      const text = textAt(depth, before);
      if (text !== '') return { text, at: before };
    }
    return { text: '', at };
  });
}
