/**
 * `npm run test:print`: what only a spreadsheet program can show. LibreOffice recalculates the
 * formulas of written workbooks without their stored values, and prints them.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cellName } from '../../src/rules';
import { MINH_HOA, MINH_HOA_1000, SEVEN_GROUPS } from '../../src/regulations';
import type { SheetCells, WorkbookCells } from '../../src/workbook/cells';
import { judge, planResults } from '../../src/workbook/job';
import { OUTPUT_SHEETS } from '../../src/workbook/layout';
import { createPackage, readWorkbook, writeSheets } from '../../src/xlsx';
import { blocPlans } from '../workbook/blocs';
import { drawPages, editParts, fontFamilies, missingProgram, onlySheet, openWorkshop, pagesOf, readBytes, withoutStoredValues, type Page, type Workshop } from './office';

const SAMPLES = new URL('../../assets/samples/', import.meta.url).pathname;
const NOW = new Date(2026, 0, 15, 9, 30);
const RANDOM_BLOCS = 50;
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

/** Where a recalculated formula does not give what the engine stored. */
function differences(stored: WorkbookCells, recalculated: WorkbookCells): string[] {
  const others = new Map(recalculated.sheets.map((sheet) => [sheet.name, sheet]));
  return stored.sheets.flatMap((sheet) => sheetDifferences(sheet, others.get(sheet.name)));
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

function recalculation(workshop: Workshop): void {
  const samples = readdirSync(SAMPLES).filter((file) => file.endsWith('.xlsx')).map((file): [string, Uint8Array] => [file.replace(/\.xlsx$/, ''), readBytes(join(SAMPLES, file))]);
  const regulations = [MINH_HOA, MINH_HOA_1000, SEVEN_GROUPS] as const;
  const random = Array.from({ length: RANDOM_BLOCS }, (_, index): [string, Uint8Array] => {
    const seed = index + 1;
    const regulation = regulations[index % 5 === 4 ? 2 : index % 7 === 6 ? 1 : 0] ?? MINH_HOA;
    return [`ngau-nhien-${String(seed)}`, createPackage(blocPlans({ units: 3 + (seed % 12), seed, regulation }))];
  });
  const files = new Map([...samples, ...random].map(([name, bytes]) => [name, withResults(bytes)]));
  const planted = editParts(files.get('ngau-nhien-1') ?? new Uint8Array(), /^xl\/worksheets\/[^/]+\.xml$/, (xml) => xml.replace(/(<f>ROUND\(ROUND\(SUM\([A-Z]+\d+:[A-Z]+\d+\))\+/, '$1-'));
  const sources = new Map([...[...files].map(([name, bytes]): [string, Uint8Array] => [name, withoutStoredValues(bytes)]), ['cai-loi', withoutStoredValues(planted)]]);
  const outputs = workshop.convert(sources, 'xlsx');
  const after = (name: string): WorkbookCells => cellsOf(readBytes(outputs.get(name) ?? ''));
  for (const [name, bytes] of files) {
    const stored = cellsOf(bytes);
    check(`recalculated ${name} (${String(formulaCount(stored))} formulas)`, differences(stored, after(name)));
  }
  const caught = differences(cellsOf(files.get('ngau-nhien-1') ?? new Uint8Array()), after('cai-loi'));
  check(`a planted wrong formula is seen (${String(caught.length)} cells)`, caught.length > 0 ? [] : ['nothing differs']);
}

const words = (text: string): string[] => text.normalize('NFC').split(/[\s/]+/u).filter(Boolean);

/** The texts and numbers' texts of the printed rows of a sheet. */
function printedWords(sheet: SheetCells): string[] {
  return sheet.rows.flatMap((cells) => cells?.flatMap((cell) => (typeof cell?.value === 'string' ? words(cell.value) : [])) ?? []);
}

function printing(workshop: Workshop, images: string): void {
  const longNames = ['Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh', 'Ban Quản lý các Khu công nghiệp và khu kinh tế tỉnh'];
  const blocs = new Map([7, 10, 24, 40].flatMap((units) => [MINH_HOA, SEVEN_GROUPS].map((regulation): [string, Uint8Array] =>
    [`${regulation.id}-${String(units)}`, withResults(createPackage(blocPlans({ units, seed: units, regulation, names: longNames })))])));
  const sheets = [OUTPUT_SHEETS.results, OUTPUT_SHEETS.report] as const;
  for (const sheet of sheets) {
    const pdfs = workshop.convert(new Map([...blocs].map(([name, bytes]) => [name, onlySheet(bytes, sheet)])), 'pdf');
    for (const [name, pdf] of pdfs) {
      const cells = cellsOf(blocs.get(name) ?? new Uint8Array()).sheets.find((one) => one.name === sheet);
      const pages = pagesOf(pdf);
      check(`${sheet} ${name}: ${String(pages.length)} pages`, cells ? pageProblems(pages, cells, sheet, fontFamilies(pdf)) : ['sheet is missing']);
      drawPages(pdf, join(images, `${sheet === OUTPUT_SHEETS.results ? 'ket-qua' : 'bao-cao'}-${name}`));
    }
  }
}

function pageProblems(pages: readonly Page[], sheet: SheetCells, name: string, fonts: readonly string[]): string[] {
  const landscape = name === OUTPUT_SHEETS.results;
  const [width, height] = landscape ? [A4.long, A4.short] : [A4.short, A4.long];
  const all = pages.map(({ text }) => text).join('\n');
  const printed = new Set(words(all));
  const lost = printedWords(sheet).filter((word) => !printed.has(word) && !all.includes(word));
  const signed = pages.findIndex(({ text }) => text.includes('NGƯỜI LẬP BIỂU'));
  const lastUnit = Math.max(...pages.map(({ text }, index) => (/\b(?:Đơn vị số|Tên đơn vị)/u.test(text) && /Đơn vị số \d\d/u.test(text) ? index : -1)));
  return [
    ...pages.flatMap((page, index) => (Math.abs(page.width - width) > 1 || Math.abs(page.height - height) > 1 ? [`page ${String(index + 1)} is ${String(page.width)} x ${String(page.height)}`] : [])),
    ...pages.flatMap(({ text }, index) => (index > 0 && !new RegExp(`^\\s*${String(index + 1)}\\s*$`, 'm').test(text.split('\n').slice(0, 4).join('\n')) ? [`page ${String(index + 1)} has no number at the top`] : [])),
    ...(landscape ? pages.flatMap(({ text }, index) => (text.includes('STT') ? [] : [`page ${String(index + 1)} has no header row`])) : []),
    ...(pages[0]?.text.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') ? [] : ['no letterhead on page 1']),
    ...(signed < 0 ? ['no signature block'] : landscape && signed !== lastUnit ? [`signatures on page ${String(signed + 1)}, last unit on page ${String(lastUnit + 1)}`] : []),
    ...(fonts.length === 1 ? [] : [`fonts: ${fonts.join(', ')}`]),
    ...lost.map((word) => `cut off: ${word}`),
  ];
}

const missing = missingProgram();
if (missing !== null) {
  process.stdout.write(`test:print was not run: ${missing} is not installed (LibreOffice and poppler-utils are needed).\n`);
} else {
  const workshop = openWorkshop();
  const images = process.argv[2] ?? join(workshop.folder, 'images');
  mkdirSync(images, { recursive: true });
  recalculation(workshop);
  printing(workshop, images);
  workshop.close();
  process.stdout.write(failures === 0 ? 'all printed as it should\n' : `${String(failures)} checks failed\n`);
  process.exitCode = failures === 0 ? 0 : 1;
}
