/** `thidua change`: seen first, made as a whole, undone by its note. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readUndoNote } from '../../src/workbook/change/undo-note';
import { changedParts } from '../xlsx/support/compare';
import { thidua } from './run';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-change-'));
  file = join(folder, 'so.xlsx');
  copyFileSync('assets/samples/B.xlsx', file);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const evaluated = (path: string): string => thidua('evaluate', path, '--json').out.replaceAll(path, '');

test.each([['--parameter', '-1'], ['--parameter=-1']])(
  'a value that begins with a minus reaches its own check: %s %s',
  (...words) => {
    const { code, err } = thidua('change', file, 'set-way', 'I.1', 'trừ dần', ...words, '--dry-run');
    expect([code, err]).toEqual([1, expect.stringContaining('Giá trị “-1” ở ô')]);
  },
);

test('--dry-run tells what would change where, and changes nothing', () => {
  const before = readFileSync(file);
  const { code, out } = thidua(
    'change',
    file,
    'add-criterion',
    'Chuyển đổi số',
    '--under',
    'I',
    '--max',
    '2,5',
    '--dry-run',
  );
  expect(code).toBe(0);
  expect(out).toContain('Trang tính “Tiêu chí”: thêm dòng 9 cho Chuyển đổi số.');
  expect(out).toContain('viết lại công thức ở 20 ô');
  expect(out).toContain('Chỉ xem trước, chưa đổi gì.');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('made, and undone by the note; a second time it is no more what it was', () => {
  const before = evaluated(file);
  const note = join(folder, 'hoan-tac.json');
  const done = thidua('change', file, 'remove-unit', 'Sở Tư pháp', '--note', note);
  expect([done.code, done.out.split('\n').at(-2)]).toEqual([0, `Hoàn tác bằng: thidua change ${file} undo ${note}`]);
  expect(evaluated(file)).not.toContain('Sở Tư pháp');
  const undone = thidua('change', file, 'undo', note);
  expect([undone.code, undone.out]).toEqual([0, `${file}: đã hoàn tác\n`]);
  expect(evaluated(file)).toBe(before);
  const twice = thidua('change', file, 'undo', note);
  expect([twice.code, twice.out]).toEqual([2, '']);
  expect(twice.err).toMatch(/đã có người đổi sau đó; không đổi gì thêm/);
});

test('where the way back cannot be kept nothing is changed; where the change cannot be written no note stays', () => {
  const before = readFileSync(file);
  const lost = thidua('change', file, 'add-unit', 'Sở A', '--note', join(folder, 'khong-co', 'note.json'));
  expect([lost.code, lost.out, readFileSync(file).equals(before)]).toEqual([2, '', true]);
  const note = join(folder, 'note.json');
  const refused = thidua('change', file, 'add-unit', 'Sở A', '-o', join(folder, 'khong-co', 'x.xlsx'), '--note', note);
  expect([refused.code, readFileSync(file).equals(before), existsSync(note)]).toEqual([2, true, false]);
});

test('new errors are told, with exit code 1; refusals leave the file as it was', () => {
  const out = join(folder, 'moi.xlsx');
  const low = thidua('change', file, 'set-max', 'I.1', '3', '-o', out, '--lang', 'en');
  expect([low.code, /20 more errors, the first: Chấm điểm!D6/.test(low.out)]).toEqual([1, true]);
  expect(existsSync(out)).toBe(true);
  const before = readFileSync(file);
  for (const [words, sentence] of [
    [['add-unit', 'Sở Tư pháp'], 'Đã có “Sở Tư pháp”'],
    [['set-places', 'BK', 'vài suất'], 'Số suất “vài suất” không đúng'],
    [['shift-unit', 'x'], 'không có việc “shift-unit”'],
    [['move-unit', 'Sở Tư pháp', 'sang trái'], 'chuyển lên hoặc xuống'],
    [['add-ballot', 'Trưởng khối', 'Sở Tư pháp', '--counts', '1; 2'], '--counts nhận sáu số'],
    [['add-band', 'Tốt', '--from', 'chín'], 'không phải “chín”'],
    [['set-way', 'I.1', 'tùy ý'], 'không có cách chấm “tùy ý”; có: điểm'],
    [['set-way', 'I.1', 'trừ dần', '--parameter', '-x'], 'tùy chọn không hợp lệ'],
    [['set-way', 'I.1', '-1'], 'tùy chọn không hợp lệ: -1'],
    [['add-condition', 'tổng điểm', '>='], 'thiếu tên hoặc số sau add-condition'],
    [['rename-unit', 'Sở Tư pháp'], 'thiếu tên hoặc số sau rename-unit'],
    [['add-unit', 'a', 'b'], 'thừa đối số'],
    [['undo', 'assets/samples/B.xlsx'], 'không phải tệp hoàn tác'],
  ] as const) {
    const { code, err } = thidua('change', file, ...words);
    expect([words, code, err.includes(sentence)]).toEqual([words, 2, true]);
  }
  expect(readFileSync(file).equals(before)).toBe(true);
  writeFileSync(join(folder, 'co.json'), '{}');
  expect(thidua('change', file, 'add-unit', 'Sở X', '--note', join(folder, 'co.json')).code).toBe(2);
});

test('the order of units, ballots and grades: by names, undone by a note', () => {
  const before = evaluated(file);
  const note = join(folder, 'thu-tu.json');
  const moved = thidua('change', file, 'move-unit', 'Thanh tra tỉnh', 'lên', '--note', note);
  expect([moved.code, moved.out]).toEqual([0, expect.stringContaining('mã số liệu giữ nguyên')]);
  expect(moved.out).toMatch(/“Chấm điểm”: Thanh tra tỉnh và Văn phòng UBND tỉnh đổi chỗ cho nhau/);
  expect(thidua('change', file, 'undo', note).code).toBe(0);
  expect(evaluated(file)).toBe(before);
  for (const words of [
    ['add-ballot', 'Trưởng khối', 'Sở Tư pháp', '--counts', '20; 18; 18; 18; 17; 16'],
    ['add-band', 'Xuất sắc', '--from', '90,5', '--limit', '20% đơn vị'],
    ['set-band', 'Xuất sắc', '--from', '91'],
    ['remove-band', 'xuất sắc'],
    ['remove-ballot', 'TRUONG_KHOI', 'Sở Tư pháp'],
  ])
    expect([words, thidua('change', file, ...words).out]).toEqual([words, expect.stringMatching(/^Trang tính “/)]);
  expect(evaluated(file)).toBe(before);
});

test('awards, conditions and ways of scoring: named as people name them', () => {
  for (const words of [
    ['add-award', 'Thư khen', '3'],
    ['add-condition', 'tổng điểm', '>=', '80,5', '--for', 'thư khen'],
    ['set-way', 'I.1', 'có/không'],
    ['rename-criterion', 'I.2', 'Nội dung mới'],
  ])
    expect([words, thidua('change', file, ...words).out]).toEqual([words, expect.stringMatching(/^Trang tính “/)]);
  const { awards } = JSON.parse(evaluated(file)) as { awards: readonly { name: string; places: unknown }[] };
  expect(awards.at(-1)?.name).toBe('Thư khen');
  expect(thidua('explain', file, '--unit', 'STC').out).toContain('Thư khen');
  expect(thidua('change', file, 'remove-award', 'Thư khen').out).toContain('“Điều kiện”: bỏ 1 dòng của Thư khen');
  expect(thidua('change', file, 'remove-criterion', 'Nội dung mới').out).toContain('gồm 20 ô đã nhập');
});

test.each([
  ['', null],
  ['[]', null],
  ['{"format":"thidua/undo@1","changes":[{"place":{"sheet":"a","row":-1,"column":0},"value":1}]}', null],
  ['{"format":"thidua/undo@1","changes":[{"insert":"rows","sheet":"a","at":0,"count":1e9,"like":null}]}', null],
  ['{"format":"thidua/undo@1","changes":[{"holds":[{"place":"a"}],"alone":[]}]}', null],
  ['{"format":"thidua/undo@1","changes":[{"limit":{"first":1},"from":1,"to":2}]}', null],
  ['{"format":"thidua/undo@1","changes":[{"rename":"a","to":"b"}]}', [{ rename: 'a', to: 'b' }]],
])('a note from elsewhere: %s', (text, expected) => {
  expect(readUndoNote(text)).toEqual(expected);
});

test('print-setup: seen first, laid on A3, undone to the byte; another paper is a mistake', () => {
  const before = readFileSync(file);
  const note = join(folder, 'in.json');
  const seen = thidua('change', file, 'print-setup', 'a3', '--dry-run');
  expect([seen.code, readFileSync(file).equals(before)]).toEqual([0, true]);
  expect(seen.out).toMatch(
    /“Chấm điểm”: đặt lại trang in, giấy A3 nằm ngang, .* lặp lại cột A:C và dòng 3:4, chữ từ 9/,
  );
  const laid = thidua('change', file, 'print-setup', 'A3', '--note', note);
  expect([laid.code, laid.err]).toEqual([0, expect.not.stringContaining('quá nhỏ')]);
  expect(changedParts(before, readFileSync(file))).toHaveLength(1);
  expect(thidua('change', file, 'undo', note).code).toBe(0);
  expect(changedParts(before, readFileSync(file))).toEqual([]);
  const wrong = thidua('change', file, 'print-setup', 'Letter');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('print-setup nhận A4 hoặc A3')]);
});
