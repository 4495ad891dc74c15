/** Forms sent out, filled in by other tools than ours, and collected. */
import ExcelJS from 'exceljs';
import * as XLSX from 'xlsx';
import { findRegulation } from '../../../src/regulations';
import { createWorkbook, type WorkbookContent } from '../../../src/workbook/create';
import { judge, type Judgement } from '../../../src/workbook/judgement';
import {
  collectForms,
  expectedForms,
  makeForms,
  readReturned,
  type Collected,
  type FormKind,
  type ReturnedFile,
} from '../../../src/workbook/unit-forms';
import { createPackage, editCells, readWorkbook } from '../../../src/xlsx';
import { valueOf } from '../change/support';

/** By "criterion code" and header; null empties. The head's value cells by their label, with code ''. */
export type Edits = readonly (readonly [code: string, header: string, value: string | number | boolean | null])[];
export type FormFile = { readonly name: string; readonly unit: string; readonly bytes: Uint8Array };

export const UNITS_24 = Array.from({ length: 24 }, (_, index) => `Sở thứ ${String(index + 1)}`);

export function emptyBook(
  units: readonly string[],
  content: Partial<WorkbookContent> = {},
  regulation = 'minh-hoa',
): Uint8Array {
  const rules = findRegulation(regulation);
  if (rules === null) throw new Error(regulation);
  return createPackage(
    createWorkbook(
      rules,
      units.map((name) => ({ name })),
      { content: { info: { name: 'Khối thi đua số 1', year: 2026 }, ...content } },
    ),
  );
}

const known = new WeakMap<Uint8Array, Map<string, FormFile[]>>();

/** The forms of a book; made once. */
export function sent(book: Uint8Array, kind: FormKind = 'own', level?: string): FormFile[] {
  const ofBook = known.get(book) ?? new Map<string, FormFile[]>();
  known.set(book, ofBook);
  const key = `${kind} ${level ?? ''}`;
  const forms = ofBook.get(key) ?? made(book, kind, level);
  ofBook.set(key, forms);
  return forms;
}

function made(book: Uint8Array, kind: FormKind, level: string | undefined): FormFile[] {
  return valueOf(makeForms(judge(valueOf(readWorkbook(book))), { kind, level })).map(({ file, unit, plans }) => ({
    name: file,
    unit,
    bytes: createPackage(plans),
  }));
}

/** Where a criterion's cell under a header lies, from 1; of the head: right of the label. */
function placeIn(texts: (row: number, column: number) => string, code: string, header: string): [number, number] {
  for (let row = 1; row <= 200; row++)
    for (let column = 1; column <= 60; column++) {
      if (code === '' && texts(row, column) === header) return [row, 3];
      if (code !== '' && texts(row, column) === header) {
        for (let below = row + 1; below <= 300; below++) if (texts(below, 1) === code) return [below, column];
      }
    }
  throw new Error(`${code} ${header}`);
}

/** With exceljs. */
export async function filled(
  form: Uint8Array,
  edits: Edits,
  more?: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(form as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  for (const [code, header, value] of edits) {
    const [row, column] = placeIn((at, of) => String(sheet.getCell(at, of).value ?? ''), code, header);
    sheet.getCell(row, column).value = value;
  }
  more?.(sheet, workbook);
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}

/** With SheetJS. */
export function filledBySheetJs(form: Uint8Array, edits: Edits): Uint8Array {
  const workbook = XLSX.read(form, { cellStyles: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  const at = (row: number, column: number): string => XLSX.utils.encode_cell({ r: row - 1, c: column - 1 });
  for (const [code, header, value] of edits) {
    const [row, column] = placeIn(
      (r, c) => String((sheet[at(r, c)] as XLSX.CellObject | undefined)?.v ?? ''),
      code,
      header,
    );
    sheet[at(row, column)] = { t: typeof value === 'number' ? 'n' : 's', v: value };
  }
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

type Wanted = Parameters<typeof collectForms>[2];

export function collected(
  book: Uint8Array,
  files: readonly Pick<FormFile, 'name' | 'bytes'>[],
  wanted: Partial<Wanted> = {},
): Collected {
  const judged = judge(valueOf(readWorkbook(book)));
  return valueOf(
    collectForms(judged, returned(judged, files, wanted), {
      kind: 'own',
      differing: 'ask',
      door: 'file',
      peers: { withoutExtremes: false, withoutMissing: false },
      ...wanted,
    }),
  );
}

/** Files as they are read before they are collected. */
export function returned(
  { book }: Judgement,
  files: readonly Pick<FormFile, 'name' | 'bytes'>[],
  { kind = 'own', level }: Partial<Wanted> = {},
): ReturnedFile[] {
  const expected = valueOf(expectedForms(book, { kind, level }));
  return files.map(({ name, bytes }) => ({ name, reading: readReturned(book, expected, readWorkbook(bytes)) }));
}

/** The book with what was collected in it. */
export function written(book: Uint8Array, { proposal }: Collected): Uint8Array {
  if (proposal === null) throw new Error('nothing proposed');
  return valueOf(editCells(book, proposal.changes)).bytes;
}

export const faultsOf = ({ files }: Collected): string[] =>
  files.flatMap(({ name, problems }) =>
    problems.flatMap((problem) =>
      problem.kind === 'note' || (problem.kind === 'cell' && !problem.isFault)
        ? []
        : [
            `${name}: ${problem.kind === 'cell' ? problem.issue.code : problem.kind === 'file' ? problem.problem.code : problem.code}`,
          ],
    ),
  );
export const notesOf = ({ files }: Collected): string[] =>
  files.flatMap(({ problems }) => problems.flatMap((problem) => (problem.kind === 'note' ? [problem.code] : [])));
