/**
 * `npm run test:print`: what only a spreadsheet program can show. LibreOffice recalculates the
 * formulas of written workbooks without their stored values, and prints them.
 * Arguments, both optional: a folder for the pages as images; `print` or `recalculate` for one half.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cellName } from '../../src/rules';
import { MINH_HOA, MINH_HOA_1000, SEVEN_GROUPS, type Regulation } from '../../src/regulations';
import type { SheetCells, WorkbookCells } from '../../src/workbook/cells';
import { judge, planResults } from '../../src/workbook/job';
import { OUTPUT_SHEETS, SHEETS } from '../../src/workbook/layout';
import type { SheetPlan } from '../../src/workbook/plan';
import { cellsOfPlans } from '../../src/workbook/plan-cells';
import { findOutput, stampState } from '../../src/workbook/stamp';
import { CHANGED } from '../../src/workbook/banner';
import { createPackage, editCells, readWorkbook, writeSheets } from '../../src/xlsx';
import { blocPlans } from '../workbook/blocs';
import { collidingWords, drawPages, editParts, fontFamilies, missingProgram, openWorkshop, pagesOf, readBytes, withoutStoredValues, type Page, type Workshop } from './office';

const SAMPLES = new URL('../../assets/samples/', import.meta.url).pathname;
const NOW = new Date(2026, 0, 15, 9, 30);
const RANDOM_BLOCS = 50;
const FIRST = 'ngau-nhien-1';
const A4 = { long: 841.89, short: 595.28 } as const;

let failures = 0;
function check(what: string, problems: readonly string[]): void {
  if (problems.length > 0) failures += 1;
  process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${what}\n${problems.slice(0, 5).map((problem) => `       ${problem}\n`).join('')}`);
}

function cellsOf(bytes: Uint8Array): WorkbookCells {
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
function differences(stored: WorkbookCells, recalculated: WorkbookCells, sheets: (name: string) => boolean = () => true): string[] {
  const others = new Map(recalculated.sheets.map((sheet) => [sheet.name, sheet]));
  return stored.sheets.filter(({ name }) => sheets(name)).flatMap((sheet) => sheetDifferences(sheet, others.get(sheet.name)));
}

function sheetDifferences(sheet: SheetCells, other: SheetCells | undefined): string[] {
  const found: string[] = [];
  sheet.rows.forEach((cells, row) => cells?.forEach((cell, column) => {
    if (cell?.formula === undefined) return;
    const now = other?.rows[row]?.[column]?.value ?? '';
    const then = cell.value ?? '';
    const same = typeof then === 'number' && typeof now === 'number' ? Math.abs(then - now) < 1e-9 : then === now;
    if (!same) found.push(`${sheet.name}!${cellName({ row, column })}: ${JSON.stringify(then)} → ${JSON.stringify(now)}  =${cell.formula}`);
  }));
  return found;
}

function formulaCount(cells: WorkbookCells): number {
  return cells.sheets.reduce((sum, { rows }) => sum + rows.reduce((inner, row) => inner + (row?.filter((cell) => cell?.formula !== undefined).length ?? 0), 0), 0);
}

/** Which criteria of the illustrative regulation may not apply, so that every treatment meets them. */
const WITH_NA: Regulation = { ...MINH_HOA, criteria: MINH_HOA.criteria.map((row) => (['I.3', 'II.2', 'II.3', 'III.4'].includes(row.code) ? { ...row, na: 'có' } : row)) };
const TREATMENTS = ['đủ điểm', 'quy đổi theo nhóm', 'quy đổi theo tổng'] as const;

/** One of five in turn: plain, plain, seven groups, not applicable, scale of 1000. Steps of a tenth. */
function randomBloc(seed: number): Uint8Array {
  const regulation = [MINH_HOA, MINH_HOA, SEVEN_GROUPS, WITH_NA, MINH_HOA_1000][seed % 5] ?? MINH_HOA;
  const treatment = TREATMENTS[Math.floor(seed / 5) % TREATMENTS.length] ?? TREATMENTS[0];
  const content = regulation === WITH_NA ? { settings: [{ setting: 'notApplicable', value: treatment } as const] } : {};
  return createPackage(blocPlans({ units: 3 + (seed % 12), seed, regulation, notApplicable: 0.25, content }));
}

function recalculation(workshop: Workshop): void {
  const samples = readdirSync(SAMPLES).filter((file) => file.endsWith('.xlsx')).map((file): [string, Uint8Array] => [file.replace(/\.xlsx$/, ''), readBytes(join(SAMPLES, file))]);
  const random = Array.from({ length: RANDOM_BLOCS }, (_, index): [string, Uint8Array] => [`ngau-nhien-${String(index + 1)}`, randomBloc(index + 1)]);
  const files = new Map([...samples, ...random].map(([name, bytes]) => [name, withResults(bytes)]));
  const planted = editParts(files.get(FIRST) ?? new Uint8Array(), /^xl\/worksheets\/[^/]+\.xml$/, (xml) => xml.replace(/(<f>ROUND\(ROUND\(SUM\([A-Z]+\d+:[A-Z]+\d+\))\+/, '$1-'));
  const changed = editCells(files.get(FIRST) ?? new Uint8Array(), [{ place: { sheet: SHEETS.scores.name, row: 5, column: 4 }, value: 0 }]);
  if (!changed.ok) throw new Error(changed.error.code);
  const sources = new Map([...[...files].map(([name, bytes]): [string, Uint8Array] => [name, withoutStoredValues(bytes)]), ['cai-loi', withoutStoredValues(planted)], ['doi-diem', withoutStoredValues(changed.value.bytes)]]);
  const outputs = workshop.convert(sources, 'xlsx');
  const after = (name: string): WorkbookCells => cellsOf(readBytes(outputs.get(name) ?? ''));
  for (const [name, bytes] of files) {
    const stored = cellsOf(bytes);
    check(`recalculated ${name} (${String(formulaCount(stored))} formulas)`, differences(stored, after(name), (sheet) => name !== BROKEN_SAMPLE || sheet === OUTPUT_SHEETS.results));
  }
  check('the results say so when a score changed after them', saysChanged(after('doi-diem')) && !saysChanged(after(FIRST)) ? [] : ['the line does not turn']);
  resaved(after(FIRST), readBytes(outputs.get(FIRST) ?? ''));
  const caught = differences(cellsOf(files.get(FIRST) ?? new Uint8Array()), after('cai-loi'));
  check(`a planted wrong formula is seen (${String(caught.length)} cells)`, caught.length > 0 ? [] : ['nothing differs']);
}

const words = (text: string): string[] => text.normalize('NFC').split(/[\s/]+/u).filter(Boolean);

function saysChanged(cells: WorkbookCells): boolean {
  return findOutput(cells, 'results')?.rows.some((row) => row?.some((cell) => cell?.value === CHANGED)) === true;
}

/** LibreOffice saved the written workbook: our sheets are still known and replaced, drop-downs and limits still work. */
function resaved(cells: WorkbookCells, bytes: Uint8Array): void {
  const judgement = judge(cells);
  const kinds = ['results', 'report', 'issues', 'explanations', 'log'] as const;
  check('re-saved by LibreOffice: our sheets are known by their stamps', kinds.filter((kind) => {
    const sheet = findOutput(cells, kind);
    return sheet === null || stampState(sheet, judgement.fingerprint) !== 'fresh';
  }));
  const again = writeSheets(bytes, planResults(judgement, { now: NOW }));
  check('re-saved by LibreOffice: our sheets are replaced where they stand', !again.ok ? [again.error.code] : cellsOf(again.value).sheets.map(({ name }) => name).join() === cells.sheets.map(({ name }) => name).join() ? [] : ['other sheets than before']);
  const types = new Set<string>();
  editParts(bytes, /^xl\/worksheets\/[^/]+\.xml$/, (xml) => {
    for (const [, type] of xml.matchAll(/<dataValidation [^>]*type="(\w+)"/g)) types.add(type ?? '');
    return xml;
  });
  check('re-saved by LibreOffice: drop-downs and limits are there', ['list', 'decimal'].filter((type) => !types.has(type)));
}

/** One sheet as a workbook of its own; its formulas give way to their values. */
function alone(plan: SheetPlan): Uint8Array {
  const rows = plan.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { value: cell.value, ...(cell.style ? { style: cell.style } : {}), ...(cell.format ? { format: cell.format } : {}) }) }));
  return createPackage([{ ...plan, rows }]);
}

const LONG_NAMES = ['Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh', 'Ban Quản lý các Khu công nghiệp và khu kinh tế tỉnh'];

function printing(workshop: Workshop, images: string): void {
  const plans = new Map<string, SheetPlan>();
  for (const units of [7, 10, 24, 40]) {
    for (const regulation of [MINH_HOA, SEVEN_GROUPS]) {
      const created = blocPlans({ units, seed: units, regulation, names: LONG_NAMES });
      const written = planResults(judge(cellsOfPlans(created)), { now: NOW });
      for (const plan of units === 10 ? [...created, ...written] : written) plans.set(`${plan.name} ${regulation.id} ${String(units)}`, plan);
    }
  }
  for (const plan of planResults(judge(cellsOf(readBytes(join(SAMPLES, 'B.xlsx')))), { now: NOW })) plans.set(`${plan.name} B`, plan);
  const pdfs = workshop.convert(new Map([...plans].map(([name, plan]) => [name.replaceAll(' ', '-'), alone(plan)])), 'pdf');
  for (const [name, plan] of plans) {
    const pdf = pdfs.get(name.replaceAll(' ', '-')) ?? '';
    const pages = pagesOf(pdf);
    check(`${name}: ${String(pages.length)} pages`, [...pageProblems(pages, plan, fontFamilies(pdf)), ...collidingWords(pdf)]);
    drawPages(pdf, join(images, name.replaceAll(' ', '-')));
  }
}

/** The texts of the printed rows of a sheet, as words. */
function printedWords({ rows, columns }: SheetPlan): string[] {
  const isHidden = (column: number): boolean => columns[column]?.hidden === true;
  return rows.flatMap(({ cells }) => cells.flatMap((cell, column) => (typeof cell?.value === 'string' && !isHidden(column) ? words(cell.value) : [])));
}

function pageProblems(pages: readonly Page[], plan: SheetPlan, fonts: readonly string[]): string[] {
  const [width, height] = plan.print?.orientation === 'landscape' ? [A4.long, A4.short] : [A4.short, A4.long];
  const all = pages.map(({ text }) => text).join('\n');
  const printed = new Set(words(all));
  const header = plan.rows[plan.print?.titleRows?.last ?? -1]?.cells[0]?.value;
  const isResults = plan.name === OUTPUT_SHEETS.results;
  const isSigned = isResults || plan.name === OUTPUT_SHEETS.report;
  const signed = pages.findIndex(({ text }) => text.includes('NGƯỜI LẬP BIỂU'));
  const lastUnit = pages.reduce((last, { text }, index) => (/^\s*\d+\s+\p{L}.*\d/mu.test(text) ? index : last), -1);
  return [
    ...pages.flatMap((page, index) => (Math.abs(page.width - width) > 1 || Math.abs(page.height - height) > 1 ? [`page ${String(index + 1)} is ${String(page.width)} x ${String(page.height)}`] : [])),
    ...pages.flatMap(({ text }, index) => (index > 0 && !new RegExp(`^\\s*${String(index + 1)}\\s*$`, 'm').test(text.split('\n').slice(0, 4).join('\n')) ? [`page ${String(index + 1)} has no number at the top`] : [])),
    ...(typeof header === 'string' ? pages.flatMap(({ text }, index) => (text.includes(words(header)[0] ?? '') ? [] : [`page ${String(index + 1)} has no header row`])) : []),
    ...(isSigned && pages[0]?.text.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') !== true ? ['no letterhead on page 1'] : []),
    ...(isSigned && signed < 0 ? ['no signature block'] : isResults && signed !== lastUnit ? [`signatures on page ${String(signed + 1)}, last unit on page ${String(lastUnit + 1)}`] : []),
    ...fonts.filter((font) => !/^(?:TimesNewRoman|LiberationSerif)/.test(font)).map((font) => `another font than Times New Roman or Liberation Serif: ${font}`),
    ...printedWords(plan).filter((word) => !printed.has(word) && !all.includes(word)).map((word) => `cut off: ${word}`),
  ];
}

const missing = missingProgram();
if (missing !== null) {
  process.stdout.write(`test:print was not run: ${missing} is not installed (LibreOffice and poppler-utils are needed).\n`);
  process.exitCode = 2;
} else {
  const workshop = openWorkshop();
  const images = process.argv[2] ?? join(workshop.folder, 'images');
  mkdirSync(images, { recursive: true });
  const only = process.argv[3];
  if (only !== 'print') recalculation(workshop);
  if (only !== 'recalculate') printing(workshop, images);
  workshop.close();
  process.stdout.write(failures === 0 ? 'all printed as it should\n' : `${String(failures)} checks failed\n`);
  process.exitCode = failures === 0 ? 0 : 1;
}
