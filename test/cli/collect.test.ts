/** `thidua units` and `thidua collect`: forms to a folder and back, seen first, nothing overwritten unasked, undone by a note. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import collectionSchema from '../../docs/collection.schema.json';
import formsSchema from '../../docs/forms.schema.json';
import { hostileForms } from '../workbook/unit-forms/hostile';
import { emptyBook, filled, UNITS_24 } from '../workbook/unit-forms/support';
import { thidua } from './run';

const ajv = new Ajv2020({ strict: false });
const [keepsToForms, keepsToCollection] = [ajv.compile(formsSchema), ajv.compile(collectionSchema)];
/** An answer in JSON, which keeps to its schema. */
function keeping(out: string): unknown {
  const answer = JSON.parse(out) as { readonly format: string };
  const keeps = answer.format === 'thidua/forms@1' ? keepsToForms : keepsToCollection;
  keeps(answer);
  expect(keeps.errors).toBeNull();
  return answer;
}

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
  expect([replaced.code, keeping(replaced.out)]).toEqual([
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

test('hostile files among 24 forms are named each, the others taken', async () => {
  writeFileSync(book, emptyBook(UNITS_24));
  thidua('units', book, '-o', forms);
  const names = readdirSync(forms);
  const hostile = hostileForms();
  for (const [at, name] of names.entries()) {
    const path = join(forms, name);
    const spoil = hostile[at];
    const form = readFileSync(path);
    writeFileSync(path, spoil === undefined ? await filled(form, [['I.1', 'Tự chấm', 20]]) : await spoil.make(form));
  }
  const seen = thidua('collect', book, forms, '--dry-run', '--json');
  expect(keeping(seen.out)).toMatchObject({ written: null, missing: expect.arrayContaining(['ST1', 'ST6']) });
  const done = thidua('collect', book, forms);
  expect(done.code).toBe(1);
  for (const [at, { says }] of hostile.entries()) {
    const lines = done.out.split('\n').filter((line) => line.includes(names[at] ?? '?'));
    expect([names[at], lines.join('\n')]).toEqual([names[at], expect.stringMatching(says)]);
  }
  expect(done.out).toContain(`Đã ghi ${String(24 - hostile.length)} ô từ ${String(24 - hostile.length)} phiếu.`);
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
  const answer = keeping(json.out) as { format: string; written: string; cells: unknown };
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

test('forms of peers in JSON: every state of a mean, who is missing; what has changed since is shown', async () => {
  thidua('units', book, '-o', forms, '--peers');
  const peers = readdirSync(forms);
  const score = async (
    name: string,
    points: readonly (readonly [string, string, string | number])[],
  ): Promise<void> => {
    const path = join(forms, name);
    writeFileSync(path, await filled(readFileSync(path), points));
  };
  const [first = '', second = '', third = ''] = peers;
  await score(first, [
    ['I.1', 'SB', 20],
    ['I.1', 'SC', 21],
  ]);
  await score(second, [
    ['I.1', 'SA', 22],
    ['I.1', 'SC', 20],
  ]);
  const open = thidua('collect', book, forms, '--peers', '--level', 'Khối chấm', '--dry-run', '--json');
  const answer = keeping(open.out) as { means: { state: string }[] };
  expect(new Set(answer.means.map(({ state }) => state))).toEqual(new Set(['missing', 'mean']));
  await score(third, [
    ['I.1', 'SA', 23],
    ['I.1', 'SB', 19],
  ]);
  const done = thidua('collect', book, forms, '--peers', '--level', 'Khối chấm', '--json');
  const written = keeping(done.out) as { means: { criterion: string; state: string }[]; cells: { is: string }[] };
  expect(written.means.filter(({ criterion }) => criterion === 'I.1').map(({ state }) => state)).toEqual([
    'mean',
    'mean',
    'mean',
  ]);
  await score(third, [['I.1', 'SA', 24]]);
  const again = thidua('collect', book, forms, '--peers', '--level', 'Khối chấm');
  expect(again.out).toContain('nay khác (1):');
  expect([again.code, again.err.includes('Chưa ghi gì: 1 ô')]).toEqual([1, true]);
  expect(again.out).toContain(
    '(Sở A, I.1 Hoàn thành các chỉ tiêu, nhiệm vụ được giao trong năm – Khối chấm): sổ “22,5”, phiếu “23”.',
  );
});
