/** The forms that a bloc sends out: one workbook per unit, or per scorer. */
import { headerOfLevel, levelsOf, type Book, type Level, type Place, type UnitId } from '../../rules';
import { fail, ok, type Result } from '../../sheets/door';
import { cellAt, type Cell, type WorkbookCells } from '../../sheets/cells';
import type { Judgement } from '../judgement';
import { levelHeader, levelWord } from '../layout';
import type { SheetPlan } from '../../sheets/plan';
import { fold } from '../../base/folding';
import { unsafeFinding } from '../change';
import type { ChangeRefusal } from '../change/proposal';
import { formFile } from './form-names';
import { formSheet, type Filled } from './form-sheet';
import type { FormKind } from './form-stamp';

export interface UnitForm {
  readonly unit: UnitId;
  /** Letters, digits and hyphens, ".xlsx" behind them. */
  readonly file: string;
  readonly plans: readonly SheetPlan[];
}

export type FormsRefusal =
  | ChangeRefusal
  | { readonly code: 'few-units' }
  /** No column of that level; `known`: the levels that have one. */
  | { readonly code: 'level-unknown' | 'level-needed'; readonly what: string; readonly known: readonly string[] };

export interface FormsWanted {
  readonly kind: FormKind;
  /** Of own forms: `Tự chấm` unless said otherwise, in the words of the sheet. */
  readonly level?: string | undefined;
}

/** All forms of a workbook, in the order of its units. What the book holds already for a unit stands in its form. */
export function makeForms(
  { book, cells }: Judgement,
  { kind, level: wanted }: FormsWanted,
): Result<UnitForm[], FormsRefusal> {
  const unsafe = unsafeFinding(book.findings);
  if (unsafe !== undefined) return fail({ code: 'unsafe-before', issue: unsafe });
  if (book.units.length < (kind === 'peer' ? 2 : 1) || book.criteria.length === 0) return fail({ code: 'few-units' });
  const level = kind === 'peer' ? null : levelNamed(book, wanted ?? null);
  if (level !== null && typeof level === 'object') return fail(level);
  return ok(
    book.units.map((unit, index) => ({
      unit: unit.id,
      file: formFile(kind, index, unit),
      plans: [formSheet(book, kind, unit, level, level === null ? undefined : heldBy(book, cells, unit.id, level))],
    })),
  );
}

/** The level that a word means among those with columns; null: the units' own. */
export function levelNamed(book: Book, wanted: string | null): Level | Extract<FormsRefusal, { known: unknown }> {
  const present = presentLevels(book);
  const found = present.find((level) =>
    wanted === null
      ? level === 'self'
      : [level, levelHeader(level, book.info.kind), levelWord(level, book.info.kind), headerOfLevel(level) ?? ''].some(
          (word) => fold(word) === fold(wanted),
        ),
  );
  return (
    found ?? {
      code: 'level-unknown',
      what: wanted ?? levelHeader('self', book.info.kind),
      known: present.map((level) => levelHeader(level, book.info.kind)),
    }
  );
}

/** Levels that have a column in `Chấm điểm`. */
export const presentLevels = (book: Book): Level[] =>
  levelsOf(book).filter((level) => book.scores.some((column) => column.level === level));

/** What the book holds of a unit: its column, its rows of `Số liệu`. Of a formula its value. */
function heldBy(book: Book, cells: WorkbookCells, unit: UnitId, level: Level): Filled {
  const column = book.scores.find((one) => one.unit === unit && one.level === level);
  const entries = column?.standing ?? column?.entries;
  return (criterion, field) => {
    if (field === 'score') return plain(cellOf(cells, entries?.get(criterion)?.place));
    const rows = book.data.filter((row) => row.unit === unit && row.criterion === criterion);
    if (field === 'evidence' || field === 'remark') {
      const texts = rows.flatMap((row) => row[field] ?? []);
      return texts.length === 0 ? undefined : { value: texts.join('\n') };
    }
    const [only, other] = rows;
    return only === undefined || other !== undefined ? undefined : plain(cellOf(cells, only[field].place));
  };
}

const plain = (cell: Cell | undefined): Cell | undefined =>
  cell === undefined || typeof cell.value === 'object'
    ? undefined
    : { value: cell.value, ...(isPercent(cell.format) ? { format: cell.format } : {}) };

const isPercent = (format: string | undefined): format is string => format?.includes('%') === true;

function cellOf({ sheets }: WorkbookCells, place: Place | undefined): Cell | undefined {
  const sheet = place && sheets.find(({ name }) => name === place.sheet);
  return sheet && cellAt(sheet, place.row, place.column);
}
