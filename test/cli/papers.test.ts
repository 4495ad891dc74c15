/** `thidua papers`: the folder it fills, and what it never does unasked. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thidua } from './run';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-papers-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const SAMPLE = 'assets/samples/E.xlsx';

test('the papers of the bloc, a sheet for every unit, the news text; blanks are told on stderr', () => {
  const out = join(folder, 'ho-so');
  const { code, out: printed, err } = thidua('papers', SAMPLE, '-o', out);
  expect(code).toBe(0);
  expect(readdirSync(out).sort()).toEqual([
    'bao-cao-tong-ket.docx',
    'bien-ban-hop.docx',
    'bien-ban-kiem-phieu.docx',
    'giao-uoc-thi-dua.docx',
    'phieu-bau.docx',
    'phieu-diem',
    'tin-bai.txt',
    'to-trinh.docx',
  ]);
  expect(readdirSync(join(out, 'phieu-diem'))).toHaveLength(7);
  expect(printed.trim().split('\n')).toHaveLength(14);
  expect(err).toContain('paper-blank');
  expect(readFileSync(join(out, 'tin-bai.txt'), 'utf8')).toContain('Đài Phát thanh và Truyền hình tỉnh');
});

test('older papers are not overwritten unasked, other files never', () => {
  writeFileSync(join(folder, 'to-trinh.docx'), 'của năm trước');
  writeFileSync(join(folder, 'ghi-chu.docx'), 'của người dùng');
  const refused = thidua('papers', SAMPLE, '-o', folder);
  expect([refused.code, readdirSync(folder).sort()]).toEqual([2, ['ghi-chu.docx', 'to-trinh.docx']]);
  expect(refused.err).toMatch(/to-trinh\.docx.*--replace/);
  expect(readFileSync(join(folder, 'to-trinh.docx'), 'utf8')).toBe('của năm trước');
  expect(thidua('papers', SAMPLE, '-o', folder, '--replace').code).toBe(0);
  expect(readFileSync(join(folder, 'to-trinh.docx')).subarray(0, 2).toString()).toBe('PK');
  expect(readFileSync(join(folder, 'ghi-chu.docx'), 'utf8')).toBe('của người dùng');
});

test('a workbook with errors makes papers only when asked to', () => {
  const out = join(folder, 'ho-so');
  const refused = thidua('papers', 'assets/samples/co-loi.xlsx', '-o', out);
  expect([refused.code, existsSync(out)]).toEqual([1, false]);
  expect(refused.err).toContain('--allow-errors');
  const insisted = thidua('papers', 'assets/samples/co-loi.xlsx', '-o', out, '--allow-errors');
  expect([insisted.code, existsSync(join(out, 'to-trinh.docx'))]).toEqual([1, true]);
});

test('no folder, a file in its place, no such workbook: one sentence, exit code 2', () => {
  expect(thidua('papers', SAMPLE)).toMatchObject({ code: 2, err: expect.stringContaining('-o DIR') as string });
  writeFileSync(join(folder, 'tep'), '');
  expect(thidua('papers', SAMPLE, '-o', join(folder, 'tep'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('không ghi được') as string,
  });
  expect(thidua('papers', join(folder, 'khong-co.xlsx'), '-o', folder).code).toBe(2);
});
