/** `thidua units` and `thidua collect`: forms to a folder and back, seen first, nothing overwritten unasked, undone by a note. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyBook, filled } from '../workbook/unit-forms/support';
import { thidua } from './run';

let folder: string;
let book: string;
let forms: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-collect-'));
  book = join(folder, 'so.xlsx');
  forms = join(folder, 'phieu');
  writeFileSync(book, emptyBook(['Sở A', 'Sở B', 'Sở C']));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const fill = async (name: string, points: number): Promise<void> => {
  const path = join(forms, name);
  writeFileSync(path, await filled(readFileSync(path), [['I.1', 'Tự chấm', points]]));
};

test('forms are made once; those that stand there are replaced only when asked for', () => {
  const made = thidua('units', book, '-o', forms);
  expect([made.code, readdirSync(forms)]).toEqual([
    0,
    ['phieu-01-so-a.xlsx', 'phieu-02-so-b.xlsx', 'phieu-03-so-c.xlsx'],
  ]);
  const again = thidua('units', book, '-o', forms);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('đã có phiếu (phieu-01-so-a.xlsx')]);
  const replaced = thidua('units', book, '-o', forms, '--replace', '--json');
  expect([replaced.code, JSON.parse(replaced.out)]).toEqual([
    0,
    {
      format: 'thidua/forms@1',
      file: book,
      kind: 'unit',
      forms: ['SA', 'SB', 'SC'].map((unit, at) => ({ unit, file: join(forms, readdirSync(forms)[at] ?? '') })),
    },
  ]);
  const level = thidua('units', book, '-o', join(folder, 'khac'), '--level', 'Chấm chéo');
  expect([level.code, existsSync(join(folder, 'khac'))]).toEqual([2, false]);
  expect(level.err).toContain('không có cột cấp “Chấm chéo” ở Chấm điểm; các cấp: Tự chấm, Khối chấm');
});

test('a folder is collected, the bloc’s own workbook in it too; shown first, written, undone', async () => {
  thidua('units', book, '-o', forms);
  await fill('phieu-01-so-a.xlsx', 20);
  await fill('phieu-02-so-b.xlsx', 30);
  const before = readFileSync(book);
  const seen = thidua('collect', book, folder, '--dry-run');
  expect([seen.code, readFileSync(book).equals(before)]).toEqual([1, true]);
  expect(seen.out).toContain('Sở A ← phieu-01-so-a.xlsx: 1 ô mới, 0 ô khác sổ');
  expect(seen.out).toMatch(/phieu-02-so-b.xlsx: KHÔNG THU \(Sở B\)\. Phiếu chấm!D9: .*30.*25/);
  expect(seen.out).toContain('Chưa có phiếu (1): Sở B.');
  expect(seen.out).toContain('Sẽ ghi 1 ô từ 2 phiếu.');
  expect(seen.out).not.toContain('so.xlsx:');
  const note = join(folder, 'hoan-tac.json');
  const done = thidua('collect', book, forms, '--note', note);
  expect([done.code, done.out.includes('Đã ghi 1 ô từ 2 phiếu.')]).toEqual([1, true]);
  const full = readFileSync(book);
  expect(full.equals(before)).toBe(false);
  const twice = thidua('collect', book, forms);
  expect([twice.out.includes('Không có gì phải ghi'), readFileSync(book).equals(full)]).toEqual([true, true]);
  expect(thidua('change', book, 'undo', note).code).toBe(0);
  expect(thidua('collect', book, forms, '--dry-run').out).toContain('Sẽ ghi 1 ô');
});

test('a cell that says something else waits; --keep and --overwrite answer; JSON says all of it', async () => {
  thidua('units', book, '-o', forms);
  await fill('phieu-01-so-a.xlsx', 20);
  thidua('collect', book, forms);
  await fill('phieu-01-so-a.xlsx', 21.5);
  const before = readFileSync(book);
  const asked = thidua('collect', book, forms);
  expect([asked.code, readFileSync(book).equals(before)]).toEqual([1, true]);
  expect(asked.out).toContain(
    'Chấm điểm!D6 (Sở A, I.1 Hoàn thành các chỉ tiêu, nhiệm vụ được giao trong năm – Tự chấm): sổ “20”, phiếu “21,5” (phieu-01-so-a.xlsx, Phiếu chấm!D9).',
  );
  expect(asked.err).toContain('Chưa ghi gì: 1 ô của sổ đang có giá trị khác');
  expect(thidua('collect', book, forms, '--keep').out).toContain('Không có gì phải ghi');
  expect(readFileSync(book).equals(before)).toBe(true);
  const json = thidua('collect', book, forms, '--overwrite', '--json');
  const answer = JSON.parse(json.out) as { format: string; written: string; cells: unknown };
  expect([json.code, answer.format, answer.written]).toEqual([0, 'thidua/collection@1', book]);
  expect(answer.cells).toEqual([
    {
      unit: 'SA',
      criterion: 'I.1',
      field: 'score',
      state: 'differs',
      cell: 'Chấm điểm!D6',
      from: { file: 'phieu-01-so-a.xlsx', cell: 'Phiếu chấm!D9' },
      was: '20',
      is: '21.5',
    },
  ]);
  expect(thidua('collect', book, forms, '--keep', '--overwrite').code).toBe(2);
  expect(thidua('collect', book, forms, '--trim').code).toBe(2);
  mkdirSync(join(folder, 'trong'));
  expect(thidua('collect', book, join(folder, 'trong')).code).toBe(2);
});
