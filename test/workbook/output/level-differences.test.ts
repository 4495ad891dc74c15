/** Self against bloc, where they differ: told in `explain` and in `Giải trình`, the largest difference first. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { judge, planResults } from '../../../src/workbook/job';
import type { Judgement } from '../../../src/workbook/judgement';
import { readWorkbook } from '../../../src/xlsx';
import { thidua } from '../../cli/run';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-levels-'));
  file = join(folder, 'lech.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile('assets/samples/B.xlsx');
  const scores = workbook.getWorksheet('Chấm điểm');
  // Thanh tra tỉnh gave itself 0,25 more for I.2 and 0,5 less for II.1; another unit 1 less for I.1.
  const own = (cell: string, more: number): void => {
    const at = scores?.getCell(cell);
    if (at !== undefined) at.value = Number(at.value) + more;
  };
  own('F7', 0.25);
  own('F11', -0.5);
  own('D6', -1);
  writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function judged(cluster: boolean): Judgement {
  const cells = readWorkbook(new Uint8Array(readFileSync(file)));
  if (!cells.ok) throw new Error(cells.error.code);
  const judgement = judge(cells.value);
  const { info } = judgement.book;
  return cluster ? { ...judgement, book: { ...judgement.book, info: { ...info, kind: 'cluster' } } } : judgement;
}

/** The rows of `Giải trình` that tell of levels: unit and text. */
function told(judgement: Judgement): unknown[] {
  const plan = planResults(judgement, { now: new Date(2026, 0, 5), allowErrors: true }).find(
    ({ name }) => name === 'Giải trình',
  );
  return (plan?.rows ?? [])
    .map(({ cells }) => cells.map((cell) => cell?.value))
    .filter((values) => String(values[3]).endsWith('lệch nhau'))
    .map((values) => [values[0], values[3], values[5], values[6]]);
}

test('Giải trình: a row for each unit that differs, with the cell of the largest difference', () => {
  expect(told(judged(false))).toEqual([
    [
      'Thanh tra tỉnh',
      'Tự chấm và khối chấm lệch nhau',
      expect.stringMatching(/^II\.1 Chấp hành .* – tự chấm [\d,]+, khối chấm [\d,]+ \(\+0,5\)\nI\.2 .*\(−0,25\)$/),
      'Chấm điểm!G11',
    ],
    [
      'Văn phòng UBND tỉnh',
      'Tự chấm và khối chấm lệch nhau',
      expect.stringMatching(/^I\.1 Hoàn thành .*\(\+1\)$/),
      'Chấm điểm!E6',
    ],
  ]);
});

test('in a cluster the word is cụm', () => {
  const [[, title, text] = []] = told(judged(true)) as string[][];
  expect([title, text?.includes('cụm chấm'), /khối/.test(text ?? '')]).toEqual([
    'Tự chấm và cụm chấm lệch nhau',
    true,
    false,
  ]);
});

test('explain: the same lines with their cells, in both languages; nothing of a unit that does not differ', () => {
  const vi = thidua('explain', file, '--unit', 'Thanh tra tỉnh').out;
  expect(vi).toMatch(/Tự chấm và khối chấm lệch nhau:\n {2}II\.1 .*\(\+0,5\) \[Chấm điểm!G11\]\n/);
  expect(vi).toMatch(/ {2}I\.2 .*\(−0,25\) \[Chấm điểm!G7\]\n/);
  expect(thidua('explain', file, '--unit', 'Thanh tra tỉnh', '--lang', 'en').out).toMatch(
    /Self and bloc scores that differ:\n {2}II\.1 .* – self [\d.]+, bloc [\d.]+ \(\+0\.5\)/,
  );
  expect(thidua('explain', file, '--unit', 'Sở Nội vụ').out).not.toContain('lệch nhau');
});
