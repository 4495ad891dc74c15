/** `thidua check` as a user runs it: many files, bad ones among them, shards, formats, interruption, wrong words. */
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import ExcelJS from 'exceljs';
import checkSchema from '../../docs/check.schema.json';
import evaluationSchema from '../../docs/evaluation.schema.json';
import { createWorkbook } from '../../src/workbook/create';
import { MINH_HOA } from '../../src/regulations';
import { createPackage } from '../../src/xlsx';
import { HOSTILE } from '../xlsx/hostile/cases';
import { soundBloc, withResults } from './province/bloc';

interface Line {
  readonly file: string;
  readonly ok: boolean;
  readonly verdict: string;
  readonly issues: readonly { readonly code: string; readonly sheet: string | null; readonly cell: string | null }[];
}

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-check-'));
  mkdirSync(at('good'));
  for (let number = 101; number <= 150; number++)
    writeFileSync(at('good', `khoi-${String(number)}.xlsx`), soundBloc(number).bytes);
  writeFileSync(at('sound.xlsx'), withResults(soundBloc(99).bytes));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function check(...args: string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly lines: readonly Line[];
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/thidua.mjs', 'check', ...args], {
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1 << 28,
  });
  const lines = args.includes('ndjson')
    ? stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line)
    : [];
  return { code: status, out: stdout, err: stderr, lines };
}

test('all is well: one line, exit code 0', () => {
  expect(check(at('sound.xlsx'))).toMatchObject({ code: 0, out: '1 sổ: 1 hợp lệ\n', err: '' });
});

describe('bad files among 50 good ones', () => {
  const BAD = {
    'cut.xlsx': 'file-damaged',
    'secret.xlsx': 'file-encrypted',
    'bomb.xlsx': 'file-too-large',
    'page.xlsx': 'file-not-xlsx',
    'old.xls': 'file-not-xlsx',
    'gone.xlsx': 'file-unreadable',
    'loop.xlsx': 'file-unreadable',
  };
  let run: ReturnType<typeof check>;
  beforeAll(() => {
    mkdirSync(at('mixed', 'inner'), { recursive: true });
    readdirSync(at('good')).forEach((name, index) => {
      copyFileSync(at('good', name), at('mixed', ...(index % 7 === 0 ? ['inner'] : []), name));
    });
    writeFileSync(at('mixed', 'cut.xlsx'), soundBloc(99).bytes.slice(0, 9000));
    writeFileSync(at('mixed', 'secret.xlsx'), HOSTILE['workbook with a password']?.build() ?? '');
    writeFileSync(at('mixed', 'bomb.xlsx'), HOSTILE['bomb of 1.5 GB']?.build() ?? '');
    writeFileSync(at('mixed', 'page.xlsx'), '<html></html>');
    writeFileSync(at('mixed', 'old.xls'), HOSTILE['BIFF8 .xls in a compound file']?.build() ?? '');
    symlinkSync(at('nowhere.xlsx'), at('mixed', 'gone.xlsx'));
    symlinkSync('loop.xlsx', at('mixed', 'loop.xlsx'));
    writeFileSync(at('mixed', '~$khoi-101.xlsx'), 'lock');
    writeFileSync(at('mixed', 'notes.txt'), 'not a workbook');
    run = check(at('mixed'), '--format', 'ndjson', '--threads', '2');
  });

  test('50 good verdicts, a named finding for each of the others, exit code 1', () => {
    expect(run.code).toBe(1);
    expect(run.lines.filter(({ verdict }) => verdict === 'valid')).toHaveLength(50);
    const bad = run.lines
      .filter(({ verdict }) => verdict !== 'valid')
      .map(({ file, verdict, issues }) => [
        file.slice(at('mixed').length + 1),
        verdict,
        issues.map(({ code }) => code),
      ]);
    expect(bad).toEqual(
      Object.entries(BAD)
        .map(([name, code]) => [name, 'unreadable', [code]])
        .sort(),
    );
  });

  test('every line keeps to the schema', () => {
    const valid = new Ajv2020({ strict: false }).addSchema(evaluationSchema).compile(checkSchema);
    for (const line of run.lines) {
      valid(line);
      expect(valid.errors).toBeNull();
    }
  });

  test('one thread says the same in the same order, and three shards one after another too', () => {
    mkdirSync(at('few'));
    for (const name of [...readdirSync(at('good')).slice(0, 17), '../mixed/cut.xlsx'])
      copyFileSync(at('good', name), at('few', name.replace('../mixed/', '')));
    const whole = check(at('few'), '--format', 'ndjson', '--threads', '2').out;
    expect(whole.split('\n')).toHaveLength(19);
    expect(check(at('few'), '--format', 'ndjson', '--threads', '1').out).toBe(whole);
    expect(
      [1, 2, 3].map((index) => check(at('few'), '--format', 'ndjson', '--shard', `${String(index)}/3`).out).join(''),
    ).toBe(whole);
  });
});

test('Ctrl-C leaves complete lines only', async () => {
  const run = spawn(process.execPath, [
    'src/cli/thidua.mjs',
    'check',
    at('mixed'),
    '--format',
    'ndjson',
    '--threads',
    '2',
  ]);
  let out = '';
  let asked = false;
  run.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (!asked && out.split('\n').length > 5) run.kill('SIGINT');
    asked ||= out.split('\n').length > 5;
  });
  const code = await new Promise((resolve) => run.on('close', resolve));
  expect(code).toBe(130);
  expect(out.endsWith('\n')).toBe(true);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Line).file);
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.length).toBeLessThan(57);
});

describe('what cannot run: exit code 2, one sentence, nothing on stdout, nothing touched', () => {
  beforeAll(() => {
    writeFileSync(at('text.xlsx'), 'không phải sổ');
    mkdirSync(at('empty'), { recursive: true });
    writeFileSync(
      at('bad-standard.xlsx'),
      createPackage(createWorkbook({ ...MINH_HOA, awards: [{ code: 'CP', name: 'Cờ', quota: 'ba' }] }, [])),
    );
  });
  test.each([
    ['an unknown option', ['--standart', 'x'], /tùy chọn/],
    ['an unknown format', ['--format', 'pdf'], /--format nhận text, json/],
    ['a shard that is none', ['--shard', '3/2'], /--shard nhận i\/n/],
    ['a limit that is none', ['--limit', 'CP'], /--limit nhận/],
    ['threads that are none', ['--threads', '0'], /--threads/],
    ['xlsx to the terminal', ['--format', 'xlsx'], /-o OUT/],
    ['a standard that is not there', ['--standard', 'nowhere.xlsx'], /nowhere\.xlsx: Không đọc được tệp/],
    ['a standard that is no workbook', ['--standard', 'FOLDER/text.xlsx'], /không phải sổ Excel/],
    [
      'a standard with errors of its own',
      ['--standard', 'FOLDER/bad-standard.xlsx'],
      /bộ chuẩn còn lỗi[\s\S]*quota-invalid {2}Khen thưởng!C4/,
    ],
    ['a list of blocs that is not there', ['--blocs', 'nowhere.txt'], /nowhere\.txt/],
    ['an output in no folder', ['-o', 'FOLDER/nowhere/out.html'], /không ghi được/],
    ['an output that is a folder', ['-o', 'FOLDER/empty'], /không ghi được/],
    ['an output that is an input', ['-o', 'FOLDER/sound.xlsx'], /là một trong các tệp/],
  ])('%s', (_, args, sentence) => {
    const before = readFileSync(at('sound.xlsx'));
    const { code, out, err } = check(at('sound.xlsx'), ...args.map((word) => word.replace('FOLDER', folder)));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(readFileSync(at('sound.xlsx')).equals(before)).toBe(true);
  });
  test.each([
    ['an unreadable file named alone', 'text.xlsx'],
    ['a file that is not there', 'nowhere.xlsx'],
    ['a folder without workbooks', 'empty'],
  ])('%s', (_, name) => {
    expect(check(at(name), '--format', 'ndjson')).toMatchObject({ code: 2, out: '' });
  });
});

describe('letters back to the blocs', () => {
  const letters = (...more: string[]) => check(at('mail'), '--letters', at('letters'), ...more);
  beforeAll(() => {
    mkdirSync(at('mail'), { recursive: true });
    writeFileSync(at('mail', 'cut.xlsx'), soundBloc(99).bytes.slice(0, 9000));
    copyFileSync(at('sound.xlsx'), at('mail', 'sound.xlsx'));
  });
  test('one for each wrong workbook; older ones are replaced only when asked, other files never', () => {
    const first = letters();
    expect([first.code, readdirSync(at('letters'))]).toEqual([1, ['phieu-sua-cut.html']]);
    expect(first.err).toContain('Đã ghi 1 phiếu đề nghị chỉnh sửa');
    expect(letters()).toMatchObject({ code: 2, out: '' });
    expect(letters('--replace').code).toBe(1);
    writeFileSync(at('letters', 'phieu-sua-cut.html'), 'của tôi');
    const refused = letters('--replace');
    expect([refused.code, readFileSync(at('letters', 'phieu-sua-cut.html'), 'utf8')]).toEqual([2, 'của tôi']);
    expect(refused.err).toContain('không phải phiếu của chương trình');
  });
  test.each([
    [['--letters', 'FOLDER/mail'], /chứa sổ được thẩm định/],
    [['--letter-format', 'xlsx'], /chỉ dùng cùng --letters/],
    [['--letters', 'FOLDER/new', '--letter-format', 'pdf'], /--letter-format nhận html, xlsx, txt/],
  ])('%j cannot run', (args, sentence) => {
    const { code, err } = check(at('mail'), ...args.map((word) => word.replace('FOLDER', folder)));
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });
});

describe('hostile texts in every form of the answer', () => {
  const NAME = '=HYPERLINK("http://x","y")<script>alert(1)</script>';
  beforeAll(() => {
    writeFileSync(
      at('sly.xlsx'),
      createPackage(
        createWorkbook(
          MINH_HOA,
          [
            { code: '=1+1', name: NAME },
            { code: '@B', name: '<img src=x onerror=alert(1)>' },
          ],
          { content: { info: { name: `"><b>${NAME}`, year: 2025 } } },
        ),
      ),
    );
  });
  test('html: nothing of them becomes markup', () => {
    const { code, out } = check(at('sly.xlsx'), '--format', 'html');
    expect(code).toBe(1);
    expect(out).not.toMatch(/<script|<img|<b>/);
    expect(out).toContain('&#60;script&#62;');
  });
  test('xlsx: they are texts, and the only formulas are our links', async () => {
    expect(check(at('sly.xlsx'), '-o', at('summary.xlsx')).code).toBe(1);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(at('summary.xlsx')) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Đề nghị', 'Phát hiện']);
    const formulas: string[] = [];
    let texts = '';
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.formula) formulas.push(cell.formula);
          else texts += `${cell.text}\n`;
        });
      });
    expect(formulas.length).toBeGreaterThan(0);
    expect(
      formulas.every((formula) => /^HYPERLINK\("\[\.\/sly\.xlsx\]'[^"]*'![A-Z]+\d+","[A-Z]+\d+"\)$/.test(formula)),
    ).toBe(true);
    expect(texts).toContain(NAME);
  });
  test('text: no control character reaches a terminal', () => {
    expect(check(at('sly.xlsx')).out).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

test.each([
  [
    'a regulation of the package',
    ['--standard', 'minh-hoa'],
    'Bộ chuẩn: Bộ tiêu chí minh họa 60/20/20, thang điểm 100',
  ],
  ['a workbook', ['--standard', 'sound.xlsx'], 'Bộ chuẩn: sound.xlsx'],
  ['none', [], 'Bộ chuẩn: Không đối chiếu'],
])('html: what was compared stands below the title: %s', (_, words, line) => {
  expect(
    check(at('sound.xlsx'), '--format', 'html', ...words.map((word) => (word.endsWith('.xlsx') ? at(word) : word))).out,
  ).toContain(` · ${line} · `);
});

test('json: one document with what belongs to no single file', () => {
  const { code, out, err } = check(
    at('sound.xlsx'),
    at('good', 'khoi-101.xlsx'),
    '--format',
    'json',
    '--limit',
    'BK=3',
    '--standard',
    'minh-hoa',
  );
  const document = JSON.parse(out) as {
    format: string;
    files: Line[];
    counts: unknown;
    totals: { award: string; proposed: number; limit: number | null }[];
    issues: { code: string }[];
  };
  expect([code, err]).toEqual([1, '']);
  expect(document.format).toBe('thidua/check@1');
  expect(document.totals.find(({ award }) => award === 'bk')).toEqual({
    award: 'bk',
    name: 'Bằng khen của Chủ tịch UBND tỉnh',
    proposed: 4,
    inDoubt: 4,
    limit: 3,
    elsewhere: 0,
  });
  expect(document.issues.map(({ code: found }) => found)).toEqual(['limit-exceeded']);
  expect(document.files[0]?.issues.map(({ code: found }) => found)).toContain('rule-changed');
});
