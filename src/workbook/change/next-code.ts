/** The code of a new criterion: the next one after its siblings', in their own way of counting. */

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let text = '';
  let rest = value;
  for (const [worth, letters] of ROMAN)
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  return text;
}

const NUMERALS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 89 }, (_, index) => [roman(index + 1), index + 1]),
);

/** What follows a last step in its own way of counting: 9 → 10, d → e, III → IV; null for a word. */
function after(step: string): string | null {
  if (/^\d{1,6}$/.test(step)) return String(Number(step) + 1);
  const value = NUMERALS.get(step);
  if (value !== undefined) return roman(value + 1);
  if (/^[a-yA-Y]$/.test(step)) return String.fromCharCode(step.charCodeAt(0) + 1);
  return null;
}

/** `isTaken`: whether a criterion has the code already. */
export function nextCode(
  siblings: readonly string[],
  parent: string | null,
  isTaken: (code: string) => boolean,
): string {
  const last = siblings.at(-1);
  const head = parent === null ? '' : `${parent}.`;
  let step = last === undefined ? null : after(last.slice(last.lastIndexOf('.') + 1));
  step ??= parent === null ? roman(siblings.length + 1) : String(siblings.length + 1);
  for (let tries = 0; tries < 1000 && isTaken(head + step); tries++) step = after(step) ?? `${step}1`;
  return head + step;
}
