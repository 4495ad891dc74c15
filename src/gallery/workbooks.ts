/** The workbooks of the gallery: the samples, and what is made of them; each is made and judged once. */
import type { Fix, Place } from '../rules';
import { findRegulation } from '../regulations';
import { cellAt, type WorkbookCells } from '../sheets/cells';
import { ok, type DoorProblem, type Result } from '../sheets/door';
import type { SheetPlan } from '../sheets/plan';
import { sheetPlan } from '../sheets/plan-parts';
import { createWorkbook } from '../workbook/create';
import { judge, runJob, type Judgement } from '../workbook/job';
import { createPackage, editCells, fileDoor, readWorkbook } from '../xlsx';

export const SAMPLES = ['A', 'B', 'C', 'D', 'E', 'co-loi', 'co-loi-da-sua'] as const;
export type SampleName = (typeof SAMPLES)[number];

/** Where the bytes of a sample come from: the server, or the disk in tests. */
export type LoadSample = (name: SampleName) => Promise<Uint8Array>;

let load: LoadSample = () => Promise.reject(new Error('no samples'));
export function samplesFrom(source: LoadSample): void {
  load = source;
}

/** Sample B shortly before the meeting: both flags are certain, two units compete for the last Bằng khen. */
const LAST: ReadonlySet<string> = new Set(['STC III.3', 'SNGV II.3', 'SNGV III.4', 'BDT I.4']);

const LONG =
  ' và các đơn vị sự nghiệp công lập trực thuộc thực hiện nhiệm vụ theo Nghị-quyết-số-18-NQ/TW-của-Ban-Chấp-hành-Trung-ương';

/** Rows of an old score table that is no standard workbook. */
const OLD_TABLE: readonly (readonly (string | number | null)[])[] = [
  ['KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU I'],
  ['BẢNG TỔNG HỢP ĐIỂM THI ĐUA NĂM 2025'],
  [],
  ['STT', 'Tên đơn vị', 'I.1. Chỉ tiêu được giao', 'I.2. Cải cách hành chính', 'II.1. Phong trào', 'Tổng điểm', 'Hạng'],
  [null, 'Điểm chuẩn', 40, 30, 30, null, null],
  [1, 'Sở Nội vụ', 38.5, 28, 29, 95.5, 1],
  [2, 'Thanh tra tỉnh', 37, 29, 28.5, 94.5, 2],
  [3, 'Sở Tài chính', 36, 27.5, 28, 91, 3],
  [4, 'Văn phòng UBND tỉnh', 35.5, 28, 26, 89.5, 4],
  [],
  [null, 'Ghi chú: đã rà soát'],
];

const plan = (name: string, rows: readonly (readonly (string | number | null)[])[]): SheetPlan =>
  sheetPlan(
    {
      name,
      columns: [],
      rows: rows.map((row) => ({ cells: row.map((value) => (value === null ? null : { value })) })),
    },
    {},
  );

const bytesOf = <Value>(result: Result<Value, DoorProblem>): Value => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** The cells of the ranking level in which points are typed. */
function without(bytes: Uint8Array, isMissing: (unit: string, criterion: string) => boolean): Uint8Array {
  const { book } = judged(bytes);
  const leaves = book.criteria.filter(({ way }) => way.kind !== 'group').map(({ code }) => code);
  const places = book.scores
    .filter(({ level }) => level === book.settings.rankingLevel)
    .flatMap(({ unit, entries }) =>
      leaves.filter((code) => isMissing(unit, code)).flatMap((code) => entries.get(code)?.place ?? []),
    );
  return edited(
    bytes,
    places.map((place) => ({ place, value: '' })),
  );
}

const edited = (bytes: Uint8Array, fixes: readonly Fix[]): Uint8Array =>
  bytesOf(
    editCells(
      bytes,
      fixes.map((fix) => ({ ...fix, overLocked: true })),
    ),
  ).bytes;

/** Every unit with a name that takes several lines, its hyphens a word that cannot be broken. */
function withLongNames(bytes: Uint8Array): Uint8Array {
  const { book, cells } = judged(bytes);
  const names = new Set(book.units.map(({ name }) => name));
  const fixes = cells.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((line, row) =>
      (line ?? []).flatMap((cell, column): Fix[] =>
        typeof cell?.value === 'string' && cell.formula === undefined && names.has(cell.value)
          ? [{ place: { sheet: sheet.name, row, column }, value: cell.value + LONG }]
          : [],
      ),
    ),
  );
  return edited(bytes, fixes);
}

/** Self scores that the bloc lowered. */
function withDifferences(bytes: Uint8Array): Uint8Array {
  const { cells } = judged(bytes);
  const sheet = cells.sheets.find(({ name }) => name === SCORES);
  const more = (row: number, column: number, by: number): Fix => ({
    place: { sheet: SCORES, row, column },
    value: Number(sheet && cellAt(sheet, row, column)?.value) + by,
  });
  return edited(bytes, [more(6, 5, 0.25), more(10, 5, -0.5)]);
}

const SCORES = 'Chấm điểm';

/** A score of sample B that is changed late: the first Bằng khen changes hands. */
export const LATE_CHANGE: Fix = { place: { sheet: SCORES, row: 5, column: 6 } satisfies Place, value: 23.25 };

async function withResults(bytes: Uint8Array): Promise<Uint8Array> {
  const door = fileDoor(bytes);
  bytesOf(await runJob(door, { now: new Date() }));
  return door.bytes();
}

const newBook = (units: readonly string[]): Uint8Array => {
  const regulation = findRegulation('minh-hoa');
  if (!regulation) throw new Error('no regulation');
  return createPackage(
    createWorkbook(
      regulation,
      units.map((name) => ({ name })),
      { content: { info: { name: 'Khối thi đua số 1', year: 2026 } } },
    ),
  );
};

type MadeName =
  | 'few-missing'
  | 'untouched'
  | 'half-scored'
  | 'long-names'
  | 'long-names-missing'
  | 'differing'
  | 'written'
  | 'stale'
  | 'no-units'
  | 'old-table'
  | 'old-tables'
  | 'other-workbook';

export type BookName = SampleName | MadeName;

const MADE: Readonly<Record<MadeName, () => Promise<Uint8Array>>> = {
  /** B with few scores missing. */
  'few-missing': async () => without(await workbook('B'), (unit, code) => LAST.has(`${unit} ${code}`)),
  /** B before the first score. */
  untouched: async () => without(await workbook('B'), () => true),
  'half-scored': async () => without(await workbook('A'), (_unit, code) => code.startsWith('I.')),
  'long-names': async () => withLongNames(await workbook('B')),
  'long-names-missing': async () => withLongNames(await workbook('few-missing')),
  differing: async () => withDifferences(await workbook('B')),
  /** B with its results in it. */
  written: async () => withResults(await workbook('B')),
  /** B with results of other scores in it. */
  stale: async () => edited(await workbook('written'), [LATE_CHANGE]),
  'no-units': async () => newBook([]),
  'old-table': async () => createPackage([plan('Tong hop', OLD_TABLE)]),
  'old-tables': async () => createPackage([plan('Nam 2025', OLD_TABLE), plan('Nam 2024', OLD_TABLE)]),
  'other-workbook': async () => createPackage([plan('Sheet1', [['Danh bạ'], ['Họ tên', 'Điện thoại']])]),
};

const isSample = (name: BookName): name is SampleName => SAMPLES.some((each) => each === name);
const known = new Map<BookName, Promise<Uint8Array>>();

export function workbook(name: BookName): Promise<Uint8Array> {
  const found = known.get(name) ?? (isSample(name) ? load(name) : MADE[name]());
  known.set(name, found);
  return found;
}

const read = new WeakMap<Uint8Array, WorkbookCells>();
const judgements = new WeakMap<WorkbookCells, Judgement>();

function cellsOf(bytes: Uint8Array): WorkbookCells {
  const cells = read.get(bytes) ?? bytesOf(readWorkbook(bytes));
  read.set(bytes, cells);
  return cells;
}

export function judgedCells(cells: WorkbookCells): Judgement {
  const judgement = judgements.get(cells) ?? judge(cells);
  judgements.set(cells, judgement);
  return judgement;
}

export const judged = (bytes: Uint8Array): Judgement => judgedCells(cellsOf(bytes));

/** The door to a workbook of the gallery: reading it again gives the very cells. */
export function doorOf(bytes: Uint8Array): ReturnType<typeof fileDoor> {
  const door = fileDoor(bytes);
  return { ...door, read: async () => ok(cellsOf(door.bytes())) };
}
