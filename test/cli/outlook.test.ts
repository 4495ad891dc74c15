/** `thidua outlook`: sample B while one cell, or all, are missing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleWithout } from '../support/holes';
import { thidua } from './run';

const folder = mkdtempSync(join(tmpdir(), 'thidua-outlook-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Told {
  readonly format: string;
  readonly outlook: {
    readonly units: readonly {
      readonly id: string;
      readonly rank: readonly number[];
      readonly total: readonly string[];
      readonly empty: number;
    }[];
    readonly awards: readonly {
      readonly id: string;
      readonly certain: readonly string[];
      readonly possible: readonly unknown[];
      readonly out: readonly { readonly unit: string; readonly code: string }[];
    }[];
  };
}

/** Sample B without one score. */
function without(unit: string, criterion: string): string {
  const file = join(folder, `${unit}.xlsx`);
  writeFileSync(
    file,
    sampleWithout('B', (each, code) => each === unit && code === criterion),
  );
  return file;
}

test('one blank cell of a unit that cannot reach a place leaves every award settled', () => {
  const file = without('STC', 'III.3');
  const { code, out } = thidua('outlook', file, '--json');
  const { format, outlook } = JSON.parse(out) as Told;
  expect([code, format]).toEqual([0, 'thidua/outlook@1']);
  expect(outlook.units.find(({ id }) => id === 'STC')).toMatchObject({ empty: 1 });
  expect(outlook.awards.map(({ id, certain, possible }) => [id, [...certain].sort(), possible])).toEqual([
    ['CP', ['TTT'], []],
    ['UBND', ['SNV'], []],
    ['BK', ['BDT', 'SKHCN', 'STP'], []],
  ]);
  expect(outlook.awards.map(({ out: left }) => left.find(({ unit }) => unit === 'STC')?.code)).toEqual([
    'condition-failed',
    'condition-failed',
    'condition-failed',
  ]);
  const judged = JSON.parse(thidua('evaluate', file, '--json').out) as {
    awards: { status: string }[];
    issues: { code: string; severity: string }[];
  };
  expect(judged.awards.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
  expect(judged.issues.filter(({ severity }) => severity === 'error').map(({ code: found }) => found)).toEqual([
    'score-missing',
  ]);
});

test('as text: ranges, what each award is for each unit, and the cells that decide', () => {
  const { code, out } = thidua('outlook', 'assets/samples/co-loi.xlsx');
  expect(code).toBe(0);
  expect(out).toContain(
    'Thanh tra tỉnh: còn có thể; còn cần 8,5 điểm ở I.3 Sáng kiến, giải pháp nâng cao chất lượng công tác để chắc chắn Cờ thi đua của Chính phủ (phải vượt Sở Nội vụ)',
  );
  expect(out).toContain('1 ô này quyết định Cờ thi đua của Chính phủ:');
  expect(out).toContain(
    'không còn khả năng vì không đạt điều kiện: Văn phòng UBND tỉnh; Sở Tài chính; Văn phòng Đoàn Đại biểu Quốc hội',
  );
  // A cell in error is not an empty one.
  expect(out).toMatch(/Hạng +Đơn vị +Tổng +Còn trống +Có lỗi /);
  expect(out).toMatch(/1 – 10 +Thanh tra tỉnh +87,85 – 97,85 {12,}1 +còn có thể/);
  expect(thidua('outlook', 'assets/samples/co-loi.xlsx', '--lang', 'en').out).toContain(
    'this cell decides Cờ thi đua của Chính phủ:',
  );
});

test('explain says what each award still is for a unit while scores are missing, and says no more once all are there', () => {
  const file = without('BDT', 'I.4');
  const { out } = thidua('explain', file, '--unit', 'BDT');
  expect(out).toMatch(
    /Cờ thi đua của Chính phủ \(đã xác định\):\n {2}- không còn khả năng; không đạt điều kiện\n {2}- Không đạt điều kiện “Xếp loại nhiệm vụ = HTXSNV”; thực tế: HTTNV \(ô Đơn vị!/,
  );
  expect(out).toMatch(
    /Bằng khen của UBND tỉnh \(chưa chốt: [^)]*\):\n {2}- còn có thể; còn cần [\d,]+ điểm ở I\.4 Chế độ thông tin, báo cáo đúng hạn để chắc chắn Bằng khen của UBND tỉnh/,
  );
  expect(thidua('explain', 'assets/samples/B.xlsx', '--unit', 'BDT').out).not.toMatch(
    /chắc chắn|còn có thể|không còn khả năng/,
  );
});

test('a complete workbook: everything is settled', () => {
  const { out } = thidua('outlook', 'assets/samples/B.xlsx');
  expect(out).toContain('Cờ thi đua của Chính phủ: đã xác định');
  expect(out).not.toContain('còn có thể');
});
