/** Where cells, areas and the references of formulas go when lines are added to a sheet or taken out of it. */
import { isInsert, type LineAxis, type LineInsert, type LineRemoval } from '../../rules';
import type { Area } from '../cells';
import { parseCells, parseHalf, splitSheets, writtenHalf } from '../formula/references';
import { tokensOf } from '../formula/tokens';

/** `count` lines more before `at`, or, below zero, so many fewer from `at` on. */
export interface Move {
  readonly axis: LineAxis;
  readonly at: number;
  readonly count: number;
}

export const moveOf = (change: LineInsert | LineRemoval): Move =>
  isInsert(change)
    ? { axis: change.insert, at: change.at, count: change.count }
    : { axis: change.remove, at: change.at, count: -change.count };

/** Where a line stands afterwards; null: it is gone. */
export function movedLine(line: number, { at, count }: Move): number | null {
  if (line < at) return line;
  return count < 0 && line < at - count ? null : line + count;
}

/** First and last line of a run afterwards; null: nothing of it is left. */
export function movedRun(first: number, last: number, move: Move): readonly [number, number] | null {
  const { at, count } = move;
  if (count >= 0) return [first < at ? first : first + count, last < at ? last : last + count];
  const from = movedLine(first, move) ?? at;
  const to = movedLine(last, move) ?? at - 1;
  return from > to ? null : [from, to];
}

export function movedArea(area: Area, move: Move): Area | null {
  const run = move.axis === 'rows' ? movedRun(area.top, area.bottom, move) : movedRun(area.left, area.right, move);
  if (run === null) return null;
  const [first, last] = run;
  return move.axis === 'rows' ? { ...area, top: first, bottom: last } : { ...area, left: first, right: last };
}

/** A formula after a move in one sheet. `resized`: an area that it reads grew, shrank or went. */
export interface MovedFormula {
  readonly formula: string;
  readonly resized: boolean;
  /** It reads a row of sheets (`Q1:Q4!A1`) that the moved one belongs to: nobody can say what it means then. */
  readonly spans: boolean;
}

/** `own`: the sheet where the formula stands, null for a name of the whole workbook. */
export function movedFormula(formula: string, own: string | null, sheet: string, move: Move): MovedFormula {
  // Most formulas of a workbook read only their own sheet, which is another one.
  if (!formula.includes('!') && own?.toLowerCase() !== sheet.toLowerCase())
    return { formula, resized: false, spans: false };
  let text = '',
    done = 0,
    resized = false,
    spans = false;
  for (const { kind, prefix, text: written, start } of tokensOf(formula)) {
    if (kind !== 'cells' || parseCells(written) === null) continue;
    const [first, last] = splitSheets(prefix);
    if (last !== null) spans = true;
    const meant = first ?? own;
    if (last !== null || meant === null || meant.toLowerCase() !== sheet.toLowerCase()) continue;
    const moved = movedReference(written, move);
    resized ||= moved.resized;
    if (moved.text === written) continue;
    text += formula.slice(done, start) + moved.text;
    done = start + written.length;
  }
  return { formula: text + formula.slice(done), resized, spans };
}

function movedReference(written: string, move: Move): { readonly text: string; readonly resized: boolean } {
  const halves = written.split(':').map(parseHalf);
  const key = move.axis === 'rows' ? 'row' : 'column';
  const [from, to = from] = halves;
  if (from === undefined || to === undefined || from[key] === null || to[key] === null)
    return { text: written, resized: false };
  const [low, high] = from[key] <= to[key] ? [from, to] : [to, from];
  const run = movedRun(low[key] ?? 0, high[key] ?? 0, move);
  if (run === null) return { text: '#REF!', resized: true };
  const resized = run[1] - run[0] !== (high[key] ?? 0) - (low[key] ?? 0);
  const text = halves.map((half) => writtenHalf({ ...half, [key]: half === low ? run[0] : run[1] })).join(':');
  return { text, resized };
}
