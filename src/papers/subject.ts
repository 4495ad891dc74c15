/** What the papers speak of: one judged workbook, its names cleaned for print, its units in the order of their ranks. */
import type { AwardResult, BlocInfo, Book, UnitId, UnitResult } from '../rules';
import { blocWord, totalText, type BlocWord, type Names } from '../text';
import { namesOf, type Judged } from '../workbook/judgement';
import { resultRows, type ResultRow } from '../workbook/results-rows';
import { evenDecimals } from '../workbook/results-table';
import { localTime, printedStamp } from '../sheets/stamp';
import { PROGRAM } from '../sheets/program';
import { cleanLine } from './clean';

export interface Subject extends Judged {
  readonly info: BlocInfo;
  readonly names: Names;
  readonly word: BlocWord;
  readonly rows: readonly ResultRow[];
  /** Line of the footer. */
  readonly stamp: string;
  readonly hasErrors: boolean;
  /** A unit's total as printed everywhere, with the decimals of totals; every total that open facts leave. */
  total: (result: Pick<UnitResult, 'total' | 'possibleTotals'> | undefined) => string;
}

/** "–" where there is nothing. */
export const NOTHING = '–';

export function subjectOf(judged: Judged, now: Date): Subject {
  const { evaluation, fingerprint } = judged;
  const book = cleanBook(judged.book);
  const { info } = book;
  const decimals = book.settings.totalDecimals ?? evenDecimals(evaluation.units.map(({ total }) => total));
  return {
    ...judged,
    book,
    info,
    word: blocWord(info),
    rows: resultRows(judged),
    names: namesOf({ book }),
    stamp: printedStamp({ sheet: 'report', version: PROGRAM.version, fingerprint, time: localTime(now) }),
    hasErrors: evaluation.issues.some(({ severity }) => severity === 'error'),
    total: (result) => (result === undefined ? NOTHING : totalText(result, decimals, 'vi') || NOTHING),
  };
}

/** Names on one line, without what cannot be printed. */
function cleanBook(book: Book): Book {
  const named = <One extends { readonly id: string; readonly name: string }>(one: One): One => ({
    ...one,
    name: cleanLine(one.name) || one.id,
  });
  return { ...book, info: cleanInfo(book.info), units: book.units.map(named), awards: book.awards.map(named) };
}

function cleanInfo(info: BlocInfo): BlocInfo {
  const clean = (value: unknown): unknown =>
    typeof value === 'string' ? cleanLine(value) : Array.isArray(value) ? value.map(clean) : value;
  return Object.fromEntries(Object.entries(info).map(([row, value]) => [row, clean(value)])) as unknown as BlocInfo;
}

/** Those who hold an award as it stands, in the order of the ranks. */
export function holders({ units }: AwardResult, { rows }: Subject): UnitId[] {
  const held = new Set(units);
  return rows.flatMap(({ unit }) => (held.has(unit.id) ? [unit.id] : []));
}
