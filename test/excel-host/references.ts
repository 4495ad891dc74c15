/**
 * Where the references of a formula go when whole rows or columns come or go
 * (support.microsoft.com, "Insert or delete rows and columns"). Written for the stand-in alone: the program has its
 * own way, and one hand must not confirm itself. Checked against LibreOffice (lines.test.ts).
 */

/** `count` lines more before `at`, or, below zero, so many fewer from `at` on. */
export interface Shift {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
}

/** First and last line of a run afterwards; null where all of it goes. */
export function shiftedRun(first: number, last: number, { at, count }: Shift): readonly [number, number] | null {
  if (count >= 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count; // the first line that stays behind those that go
  if (first >= at && last < end) return null;
  const low = first < at ? first : Math.max(first, end) + count;
  const high = last >= end ? last + count : Math.min(last, at - 1);
  return [low, high];
}

const TEXT = '"(?:[^"]|"")*"';
const SHEET = "(?:('(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?";
const CELLS = '(\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d+)?|\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}|\\$?\\d+:\\$?\\d+)';
const REFERENCE = new RegExp(`${TEXT}|(?<![\\p{L}\\p{N}_.$'!])${SHEET}${CELLS}(?![\\p{L}\\p{N}_.(!])`, 'gu');

/** `own`: the sheet in which the formula stands, null for a name of the workbook. */
export function shiftedFormula(formula: string, own: string | null, sheet: string, shift: Shift): string {
  return formula.replace(REFERENCE, (all: string, prefix: string | undefined, cells: string | undefined) => {
    if (cells === undefined) return all;
    const meant = prefix === undefined ? own : prefix.replace(/^'|'$/g, '').replaceAll("''", "'");
    if (meant?.toLowerCase() !== sheet.toLowerCase()) return all;
    return `${prefix === undefined ? '' : `${prefix}!`}${shiftedCells(cells, shift)}`;
  });
}

interface Half {
  readonly fixed: string;
  readonly line: number | null;
  /** What stands for the other axis. */
  readonly other: string;
}

function shiftedCells(cells: string, shift: Shift): string {
  const halves = cells.split(':').map((half) => halfOf(half, shift.axis));
  const [first, last = first] = halves;
  if (first?.line == null || last?.line == null) return cells;
  const [low, high] = first.line <= last.line ? [first, last] : [last, first];
  const run = shiftedRun(low.line ?? 0, high.line ?? 0, shift);
  if (run === null) return '#REF!';
  return halves.map((half) => written(half, half === low ? run[0] : run[1], shift.axis)).join(':');
}

function halfOf(half: string, axis: Shift['axis']): Half {
  const [, fixColumn = '', letters = '', fixRow = '', digits = ''] = /^(\$?)([A-Z]*)(\$?)(\d*)$/.exec(half) ?? [];
  // In "$2" and "$B" the one sign belongs to what is there.
  const rowSign = letters === '' ? fixColumn + fixRow : fixRow;
  if (axis === 'rows')
    return { fixed: rowSign, line: digits === '' ? null : Number(digits) - 1, other: letters && fixColumn + letters };
  return { fixed: fixColumn, line: letters === '' ? null : numberOf(letters), other: digits && rowSign + digits };
}

const written = ({ fixed, other }: Half, line: number, axis: Shift['axis']): string =>
  axis === 'rows' ? `${other}${fixed}${String(line + 1)}` : `${fixed}${lettersOf(line)}${other}`;

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const lettersOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
