/** `thidua adopt`: preview and questions, then the book with its comparison. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNITS } from '../workbook/adopt/bloc';
import { fileOf, SHAPES, type Shape } from '../workbook/adopt/shapes';
import { thidua } from './run';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-adopt-'));
  writeFileSync(join(folder, 'cu.xlsx'), fileOf(SHAPES[0] as Shape));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const scratch = (name: string): string => join(folder, name);

test('what the table cannot answer is asked, and nothing is written before', () => {
  const { code, out } = thidua('adopt', scratch('cu.xlsx'), '-o', scratch('moi.xlsx'));
  expect(code).toBe(1);
  expect(out).toContain(`Bảng chấm điểm ở Tong hop!A6: ${String(UNITS.length)} đơn vị, 9 tiêu chí`);
  expect(out).toContain('--answer level=…');
  expect(existsSync(scratch('moi.xlsx'))).toBe(false);
});

test('with the answer: a standard book that agrees with the old totals and ranks', () => {
  const made = thidua(
    'adopt',
    scratch('cu.xlsx'),
    '--answers',
    '{"level": "khối chấm"}',
    '--answer',
    'quota.BK=2',
    '--json',
    '-o',
    scratch('so.xlsx'),
  );
  expect([made.code, made.err]).toEqual([0, '']);
  expect(JSON.parse(made.out)).toMatchObject({
    format: 'thidua/adoption@1',
    year: '2025',
    check: { compared: 2 * UNITS.length, differences: [] },
    notTaken: [],
  });
  const { code, out } = thidua('evaluate', scratch('so.xlsx'));
  expect(code).toBe(0);
  expect(out).toContain('Bằng khen của Chủ tịch UBND tỉnh (2 suất; đã xác định)');
});

test('an answer to no question, and a file that is a standard workbook already', () => {
  expect(thidua('adopt', scratch('cu.xlsx'), '--answer', 'cap=1').err).toContain('không có câu hỏi “cap”');
  expect(thidua('adopt', 'assets/samples/B.xlsx')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('đã là sổ mẫu') as unknown,
  });
});

test('evaluate offers it in one line', () => {
  const { code, out, err } = thidua('evaluate', scratch('cu.xlsx'));
  expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
  expect(err).toContain('lệnh thidua adopt');
});
