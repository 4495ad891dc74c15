/** LibreOffice recalculates the formulas of written workbooks without their stored values: every one gives what the engine stored. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cellName } from '../../src/rules';
import { MINH_HOA, MINH_HOA_1000, SEVEN_GROUPS, type Regulation } from '../../src/regulations';
import type { SheetCells, WorkbookCells } from '../../src/sheets/cells';
import { judge, planResults } from '../../src/workbook/job';
import { OUTPUT_SHEETS, SHEETS } from '../../src/workbook/layout';
import { findOutput, stampState } from '../../src/sheets/stamp';
import { CHANGED } from '../../src/sheets/banner';
import { createPackage, editCells, readWorkbook, writeSheets } from '../../src/xlsx';
import { blocPlans } from '../workbook/blocs';
import { editParts, readBytes, withoutStoredValues, type Workshop } from './office';
import { check, NOW, SAMPLES } from './report';

const RANDOM_BLOCS = 50;
const FIRST = 'ngau-nhien-1';

export function cellsOf(bytes: Uint8Array): WorkbookCells {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** The workbook with its output sheets written. */
function withResults(bytes: Uint8Array): Uint8Array {
  const written = writeSheets(bytes, planResults(judge(cellsOf(bytes)), { now: NOW, allowErrors: true }));
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

/** Its matrix was broken on purpose after it was written: only the results must hold there. */
const BROKEN_SAMPLE = 'co-loi';

/** Where a recalculated formula does not give what the engine stored. */
function differences(
  stored: WorkbookCells,
  recalculated: WorkbookCells,
  sheets: (name: string) => boolean = () => true,
): string[] {
  const others = new Map(recalculated.sheets.map((sheet) => [sheet.name, sheet]));
  return stored.sheets
    .filter(({ name }) => sheets(name))
    .flatMap((sheet) => sheetDifferences(sheet, others.get(sheet.name)));
}

function sheetDifferences(sheet: SheetCells, other: SheetCells | undefined): string[] {
  const found: string[] = [];
  sheet.rows.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (cell?.formula === undefined) return;
      const now = other?.rows[row]?.[column]?.value ?? '';
      const then = cell.value ?? '';
      const same = typeof then === 'number' && typeof now === 'number' ? Math.abs(then - now) < 1e-9 : then === now;
      if (!same)
        found.push(
          `${sheet.name}!${cellName({ row, column })}: ${JSON.stringify(then)} → ${JSON.stringify(now)}  =${cell.formula}`,
        );
    }),
  );
  return found;
}

function formulaCount(cells: WorkbookCells): number {
  return cells.sheets.reduce(
    (sum, { rows }) =>
      sum + rows.reduce((inner, row) => inner + (row?.filter((cell) => cell?.formula !== undefined).length ?? 0), 0),
    0,
  );
}

/** Which criteria of the illustrative regulation may not apply, so that every treatment meets them. */
const WITH_NA: Regulation = {
  ...MINH_HOA,
  criteria: MINH_HOA.criteria.map((row) =>
    ['I.3', 'II.2', 'II.3', 'III.4'].includes(row.code) ? { ...row, na: 'có' } : row,
  ),
};
const TREATMENTS = ['đủ điểm', 'quy đổi theo nhóm', 'quy đổi theo tổng'] as const;

/** One of five in turn: plain, plain, seven groups, not applicable, scale of 1000. Steps of a tenth. */
function randomBloc(seed: number): Uint8Array {
  const regulation = [MINH_HOA, MINH_HOA, SEVEN_GROUPS, WITH_NA, MINH_HOA_1000][seed % 5] ?? MINH_HOA;
  const treatment = TREATMENTS[Math.floor(seed / 5) % TREATMENTS.length] ?? TREATMENTS[0];
  const content = regulation === WITH_NA ? { settings: [{ setting: 'notApplicable', value: treatment } as const] } : {};
  return createPackage(blocPlans({ units: 3 + (seed % 12), seed, regulation, notApplicable: 0.25, content }));
}

export function recalculation(workshop: Workshop): void {
  const samples = readdirSync(SAMPLES)
    .filter((file) => file.endsWith('.xlsx'))
    .map((file): [string, Uint8Array] => [file.replace(/\.xlsx$/, ''), readBytes(join(SAMPLES, file))]);
  const random = Array.from({ length: RANDOM_BLOCS }, (_, index): [string, Uint8Array] => [
    `ngau-nhien-${String(index + 1)}`,
    randomBloc(index + 1),
  ]);
  const files = new Map([...samples, ...random].map(([name, bytes]) => [name, withResults(bytes)]));
  const planted = editParts(files.get(FIRST) ?? new Uint8Array(), /^xl\/worksheets\/[^/]+\.xml$/, (xml) =>
    xml.replace(/(<f>ROUND\(ROUND\(SUM\([A-Z]+\d+:[A-Z]+\d+\))\+/, '$1-'),
  );
  const changed = editCells(files.get(FIRST) ?? new Uint8Array(), [
    { place: { sheet: SHEETS.scores.name, row: 5, column: 4 }, value: 0 },
  ]);
  if (!changed.ok) throw new Error(changed.error.code);
  const sources = new Map([
    ...[...files].map(([name, bytes]): [string, Uint8Array] => [name, withoutStoredValues(bytes)]),
    ['cai-loi', withoutStoredValues(planted)],
    ['doi-diem', withoutStoredValues(changed.value.bytes)],
  ]);
  const outputs = workshop.convert(sources, 'xlsx');
  const after = (name: string): WorkbookCells => cellsOf(readBytes(outputs.get(name) ?? ''));
  for (const [name, bytes] of files) {
    const stored = cellsOf(bytes);
    check(
      `recalculated ${name} (${String(formulaCount(stored))} formulas)`,
      differences(stored, after(name), (sheet) => name !== BROKEN_SAMPLE || sheet === OUTPUT_SHEETS.results),
    );
  }
  check(
    'the results say so when a score changed after them',
    saysChanged(after('doi-diem')) && !saysChanged(after(FIRST)) ? [] : ['the line does not turn'],
  );
  resaved(after(FIRST), readBytes(outputs.get(FIRST) ?? ''));
  const caught = differences(cellsOf(files.get(FIRST) ?? new Uint8Array()), after('cai-loi'));
  check(
    `a planted wrong formula is seen (${String(caught.length)} cells)`,
    caught.length > 0 ? [] : ['nothing differs'],
  );
}

function saysChanged(cells: WorkbookCells): boolean {
  return findOutput(cells, 'results')?.rows.some((row) => row?.some((cell) => cell?.value === CHANGED)) === true;
}

/** LibreOffice saved the written workbook: our sheets are still known and replaced, drop-downs and limits still work. */
function resaved(cells: WorkbookCells, bytes: Uint8Array): void {
  const judgement = judge(cells);
  const kinds = ['results', 'report', 'issues', 'explanations', 'log'] as const;
  check(
    're-saved by LibreOffice: our sheets are known by their stamps',
    kinds.filter((kind) => {
      const sheet = findOutput(cells, kind);
      return sheet === null || stampState(sheet, judgement.fingerprint) !== 'fresh';
    }),
  );
  const again = writeSheets(bytes, planResults(judgement, { now: NOW }));
  check(
    're-saved by LibreOffice: our sheets are replaced where they stand',
    !again.ok
      ? [again.error.code]
      : cellsOf(again.value)
            .sheets.map(({ name }) => name)
            .join() === cells.sheets.map(({ name }) => name).join()
        ? []
        : ['other sheets than before'],
  );
  const types = new Set<string>();
  editParts(bytes, /^xl\/worksheets\/[^/]+\.xml$/, (xml) => {
    for (const [, type] of xml.matchAll(/<dataValidation [^>]*type="(\w+)"/g)) types.add(type ?? '');
    return xml;
  });
  check(
    're-saved by LibreOffice: drop-downs and limits are there',
    ['list', 'decimal'].filter((type) => !types.has(type)),
  );
}
