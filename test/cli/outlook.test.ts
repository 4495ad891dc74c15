/** `thidua outlook`: sample B while one cell, or all, are missing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from '../../src/workbook/job';
import { editCells, readWorkbook } from '../../src/xlsx';
import { thidua } from './run';

const folder = mkdtempSync(join(tmpdir(), 'thidua-outlook-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

interface Told {
  readonly format: string;
  readonly outlook: {
    readonly units: readonly { readonly id: string; readonly rank: readonly number[]; readonly total: readonly string[]; readonly empty: number }[];
    readonly awards: readonly { readonly id: string; readonly certain: readonly string[]; readonly possible: readonly unknown[]; readonly out: readonly { readonly unit: string; readonly code: string }[] }[];
  };
}

/** Sample B without one score. */
function without(unit: string, criterion: string): string {
  const bytes = new Uint8Array(readFileSync('assets/samples/B.xlsx'));
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  const { book } = judge(read.value);
  const place = book.scores.find((column) => column.unit === unit && column.level === book.settings.rankingLevel)?.entries.get(criterion)?.place;
  if (place === undefined) throw new Error('no such cell');
  const edited = editCells(bytes, [{ place, value: '', overLocked: true }]);
  if (!edited.ok) throw new Error(edited.error.code);
  const file = join(folder, `${unit}.xlsx`);
  writeFileSync(file, edited.value.bytes);
  return file;
}

test('one blank cell of a unit that cannot reach a place leaves every award settled', () => {
  const file = without('STC', 'III.3');
  const { code, out } = thidua('outlook', file, '--json');
  const { format, outlook } = JSON.parse(out) as Told;
  expect([code, format]).toEqual([0, 'thidua/outlook@1']);
  expect(outlook.units.find(({ id }) => id === 'STC')).toMatchObject({ empty: 1 });
  expect(outlook.awards.map(({ id, certain, possible }) => [id, [...certain].sort(), possible])).toEqual([['CP', ['TTT'], []], ['UBND', ['SNV'], []], ['BK', ['BDT', 'SKHCN', 'STP'], []]]);
  expect(outlook.awards.map(({ out: left }) => left.find(({ unit }) => unit === 'STC')?.code)).toEqual(['condition-failed', 'condition-failed', 'condition-failed']);
  const judged = JSON.parse(thidua('evaluate', file, '--json').out) as { awards: { status: string }[]; issues: { code: string; severity: string }[] };
  expect(judged.awards.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
  expect(judged.issues.filter(({ severity }) => severity === 'error').map(({ code: found }) => found)).toEqual(['score-missing']);
});

test('as text: ranges, what each award is for each unit, and the cells that decide', () => {
  const { code, out } = thidua('outlook', 'assets/samples/co-loi.xlsx');
  expect(code).toBe(0);
  expect(out).toContain('Thanh tra tỉnh: còn có thể; còn cần 8,5 điểm ở I.3 Sáng kiến, giải pháp nâng cao chất lượng công tác để chắc chắn Cờ thi đua của Chính phủ (phải vượt Sở Nội vụ; Sở Tư pháp)');
  expect(out).toContain('2 ô này quyết định Cờ thi đua của Chính phủ:');
  expect(out).toContain('không còn khả năng vì không đạt điều kiện: Văn phòng UBND tỉnh; Sở Tài chính; Văn phòng Đoàn Đại biểu Quốc hội');
  // A cell in error is not an empty one.
  expect(out).toMatch(/Hạng +Đơn vị +Tổng +Còn trống +Có lỗi /);
  expect(out).toMatch(/1 – 10 +Thanh tra tỉnh +87,85 – 97,85 {12,}1 +còn có thể/);
  expect(thidua('outlook', 'assets/samples/co-loi.xlsx', '--lang', 'en').out).toContain('these 2 cells decide Cờ thi đua của Chính phủ:');
});

test('a complete workbook: everything is settled', () => {
  const { out } = thidua('outlook', 'assets/samples/B.xlsx');
  expect(out).toContain('Cờ thi đua của Chính phủ: đã ngã ngũ');
  expect(out).not.toContain('còn có thể');
});
