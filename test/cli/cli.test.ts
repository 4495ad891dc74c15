/** The command line: exit codes, what goes to stdout, what is written and what is not. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import schema from '../../docs/evaluation.schema.json';
import { smallWorkbook } from '../../docs/small-workbook';
import { REGULATIONS } from '../../src/regulations';
import { issue } from '../../src/rules';
import { issueJson } from '../../src/workbook/json';
import { PROGRAM } from '../../src/sheets/program';
import { fileOf, SHAPES, type Shape } from '../workbook/adopt/shapes';
import { thidua, thiduaProcess } from './run';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const scratch = (name: string): string => join(folder, name);

interface EvaluationJson {
  readonly awards: readonly { readonly id: string; readonly status: string; readonly units: readonly string[] }[];
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly sheet: string;
    readonly cell: string;
  }[];
}
const parse = (text: string): EvaluationJson => JSON.parse(text) as EvaluationJson;

test.each([
  [0, ['evaluate', 'assets/samples/B.xlsx', '--json']],
  [1, ['evaluate', 'assets/samples/co-loi.xlsx']],
  [2, ['evaluate', 'no-such.xlsx', '--lang', 'en']],
])('exit code %d, and a process of its own says what one says that is asked again and again', (code, words) => {
  const alone = thiduaProcess(...words);
  expect(alone.code).toBe(code);
  expect(thidua(...words)).toEqual(alone);
});

test('--version: the one that stands in every stamp', () => {
  expect(thidua('--version')).toEqual({ code: 0, out: `thidua ${PROGRAM.version}\n`, err: '' });
});

describe('evaluate', () => {
  const valid = new Ajv2020({ strict: false }).compile(schema);

  test.each(['A', 'D', 'co-loi'])('%s: the JSON keeps to its schema', (name) => {
    const { code, out } = thidua('evaluate', `assets/samples/${name}.xlsx`, '--json');
    valid(JSON.parse(out));
    expect(valid.errors).toBeNull();
    expect(code).toBe(name === 'co-loi' ? 1 : 0);
  });

  test('a fix is a cell with its value or a sheet with its new name', () => {
    const { out } = thidua('evaluate', 'assets/samples/C.xlsx', '--json');
    const place = { sheet: 'Qui tắc', row: 0, column: 0 };
    const issues = [
      issue('sheet-missing', place, { fix: { rename: 'Qui tắc', to: 'Quy tắc' } }),
      issue('number-as-text', place, { fix: { place, value: 9.5 } }),
    ].map((one) => issueJson(one, 'vi'));
    expect(issues).toMatchObject([
      { fix: { sheet: 'Qui tắc', rename: 'Quy tắc' } },
      { fix: { sheet: 'Qui tắc', cell: 'A1', value: 9.5 } },
    ]);
    valid({ ...JSON.parse(out), issues });
    expect(valid.errors).toBeNull();
  });

  test('bloc B: the printed awards', () => {
    const { awards } = parse(thidua('evaluate', 'assets/samples/B.xlsx', '--json').out);
    expect(awards.map(({ id, status, units }) => [id, status, units])).toEqual([
      ['CP', 'ok', ['TTT']],
      ['UBND', 'ok', ['SNV']],
      ['BK', 'ok', ['STP', 'SKHCN', 'BDT']],
    ]);
  });

  test('as text: units in rank order, nothing on stderr when all is well', () => {
    const { code, out, err } = thidua('evaluate', 'assets/samples/C.xlsx');
    expect([code, err]).toEqual([0, '']);
    expect(out.indexOf('Sở Khoa học và Công nghệ')).toBeLessThan(out.indexOf('Sở Lao động, Thương binh và Xã hội'));
    expect(out).toContain('95,5');
  });

  test('as text: an open award says who is tied, or whose data it waits for', () => {
    expect(thidua('evaluate', 'assets/samples/co-loi-da-sua.xlsx').out).toContain(
      'Sở Tư pháp; Sở Khoa học và Công nghệ – bằng nhau: Sở Ngoại vụ; Ban Dân tộc',
    );
    expect(thidua('evaluate', 'assets/samples/co-loi.xlsx').out).toContain(
      '(chưa có) – còn chờ dữ liệu của: Thanh tra tỉnh; Sở Kế hoạch và Đầu tư; Sở Tư pháp; ',
    );
  });
});

describe('what cannot run: exit code 2, nothing on stdout, one sentence with the next step', () => {
  beforeAll(() => {
    writeFileSync(scratch('text.xlsx'), 'không phải sổ');
    writeFileSync(scratch('empty.xlsx'), '');
  });
  test.each([
    ['no such file', ['evaluate', 'no-such.xlsx', '--json']],
    ['a text named .xlsx', ['evaluate', 'text.xlsx', '--json']],
    ['an empty file', ['write', 'empty.xlsx']],
    ['no file', ['evaluate']],
    ['two files', ['evaluate', 'a.xlsx', 'b.xlsx']],
    ['an unknown option', ['evaluate', 'assets/samples/A.xlsx', '--jsonn']],
    ['an unknown command', ['evaluat', 'assets/samples/A.xlsx']],
    ['an unknown language', ['evaluate', 'assets/samples/A.xlsx', '--lang', 'fr']],
    ['explain without a unit', ['explain', 'assets/samples/A.xlsx']],
    ['explain of an unknown unit', ['explain', 'assets/samples/A.xlsx', '--unit', 'XYZ']],
  ])('%s', (_, args) => {
    const located = args.map((arg) => (existsSync(scratch(arg)) ? scratch(arg) : arg));
    const { code, out, err } = thidua(...located);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(err).not.toContain('    at ');
  });
});

test.each([
  [['evaluate', '--lang', 'en'], 'the name of a file is missing'],
  [['evaluate'], 'thiếu tên tệp'],
  [['evaluat', '--lang=en'], 'there is no command “evaluat”'],
  [['evaluate', 'a.xlsx', '--jsonn'], 'tùy chọn không hợp lệ: --jsonn'],
  [
    ['new', '--regulation', 'x', '--units', 'a', '-o', 'no-such.xlsx', '--lang', 'en'],
    'there is no regulation “x” and no file of that name; regulations: minh-hoa,',
  ],
])('%j: %s', (args, sentence) => {
  expect(thidua(...args).err).toContain(sentence);
});

describe('write', () => {
  test('adds the result sheets and keeps every other part byte for byte', async () => {
    const out = scratch('out.xlsx');
    expect(thidua('write', 'assets/samples/B.xlsx', '-o', out).code).toBe(0);
    const before = unzipSync(readFileSync('assets/samples/B.xlsx'));
    const after = unzipSync(readFileSync(out));
    const changed = Object.keys(before).filter(
      (part) => Buffer.compare(before[part] ?? new Uint8Array(), after[part] ?? new Uint8Array()) !== 0,
    );
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(out).buffer);
    const names = workbook.worksheets.map(({ name }) => name);
    for (const name of ['Kết quả', 'Báo cáo', 'Kiểm tra', 'Giải trình', 'Nhật ký']) expect(names).toContain(name);
  });

  test('in place keeps the old file beside it; with errors only the findings and the log are written', async () => {
    const file = scratch('co-loi.xlsx');
    copyFileSync('assets/samples/co-loi.xlsx', file);
    expect(thidua('write', file).code).toBe(1);
    expect(Buffer.compare(readFileSync(`${file}.bak`), readFileSync('assets/samples/co-loi.xlsx'))).toBe(0);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(file).buffer);
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Kiểm tra', 'Nhật ký']));
    expect(names).not.toContain('Kết quả');
  });

  test('never touches a sheet of the user that bears our name; writes beside it on request', async () => {
    const file = scratch('own-sheet.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync('assets/samples/C.xlsx').buffer);
    workbook.addWorksheet('Kết quả').getCell('A1').value = 'của khối';
    await workbook.xlsx.writeFile(file);
    const before = readFileSync(file);
    const refused = thidua('write', file);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('--other-names');
    expect(Buffer.compare(readFileSync(file), before)).toBe(0);
    expect(thidua('write', file, '--other-names').code).toBe(0);
    const after = new ExcelJS.Workbook();
    await after.xlsx.load(readFileSync(file).buffer);
    expect(after.getWorksheet('Kết quả')?.getCell('A1').value).toBe('của khối');
    expect(after.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Kết quả (thi đua)', 'Nhật ký (thi đua)']),
    );
  });

  test('an output folder that does not exist: exit code 2', () => {
    expect(thidua('write', 'assets/samples/A.xlsx', '-o', scratch('no/such/out.xlsx')).code).toBe(2);
  });
});

test('explain names condition, expected and actual of the unit that went without', () => {
  const { code, out } = thidua('explain', 'assets/samples/B.xlsx', '--unit', 'VPUBND', '--award', 'BK');
  expect(code).toBe(0);
  expect(out).toContain('Không đạt điều kiện “phiếu Bằng khen của UBND tỉnh ≥ 80% thành viên”');
  expect(out).toContain('13/20');
});

test('explain tells what a computed number hangs on, of the workbook that CONTRIBUTING.md begins with', () => {
  writeFileSync(scratch('so.xlsx'), smallWorkbook());
  const { code, out } = thidua('explain', scratch('so.xlsx'), '--unit', 'A');
  expect([code, out.split('\n').slice(5, 8)]).toEqual([
    0,
    [
      '  II Sáng kiến: 3,5',
      '      Số lần 7 [Số liệu!E4]',
      '      Tính từ số liệu theo cách chấm theo lần; mỗi lần 0,5 điểm; tối đa 10 = 3,5',
    ],
  ]);
});

test('explain takes codes in either case, and names', () => {
  expect(thidua('explain', 'assets/samples/B.xlsx', '--unit', 'văn phòng ubnd tỉnh', '--award', 'bk').out).toContain(
    '“phiếu Bằng khen của UBND tỉnh ≥ 80% thành viên”',
  );
});

test('diff of two workbooks names the cells and what follows', () => {
  const { code, out } = thidua('diff', 'assets/samples/B.xlsx', 'assets/samples/co-loi-da-sua.xlsx');
  expect(code).toBe(1);
  expect(out).toContain('Chấm điểm');
  expect(out).toContain('Chấm điểm!R6: 24,75 → 25 (Sở Ngoại vụ, I.1)');
  expect(out).not.toMatch(/SNGV|\d{4}-\d{2}-\d{2}/);
});

describe('new', () => {
  test('--regulation without an ID lists the regulations by name', () => {
    for (const args of [['--regulation'], ['--regulation', '--lang', 'vi'], ['--lang', 'vi', '--regulation']]) {
      const { code, out, err } = thidua('new', ...args);
      expect([code, err]).toEqual([0, '']);
      for (const { id, name } of REGULATIONS)
        expect(out).toMatch(new RegExp(`^${id} +${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`, 'mu'));
    }
    expect(thidua('new', '--regulation', '--lang', 'en').out).toContain('Regulation');
  });
  test('beside a workbook that is asked for, the ID is missing', () => {
    const { code, out, err } = thidua('new', '--regulation', '--units', 'Sở Một', '-o', 'no-such.xlsx');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('thiếu mã quy chế sau --regulation; có: minh-hoa,');
  });

  test('from a regulation and a list: opens without findings but for the empty scores', () => {
    const out = scratch('moi.xlsx');
    expect(thidua('new', '--regulation', 'minh-hoa', '--units', 'Sở Một; Sở Hai; Sở Ba', '-o', out).code).toBe(0);
    const { issues } = parse(thidua('evaluate', out, '--json').out);
    expect([...new Set(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code))]).toEqual([
      'score-missing',
    ]);
  });

  test('a unit that stands twice in the list: exit code 2, nothing written', () => {
    const out = scratch('hai-lan.xlsx');
    const { code, err } = thidua('new', '--regulation', 'minh-hoa', '--units', 'Sở Một; sở một', '-o', out);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(err).toContain('“sở một”');
  });

  test('never writes over a file that is there', () => {
    const out = scratch('co-san.xlsx');
    writeFileSync(out, 'của người dùng');
    expect(thidua('new', '--regulation', 'minh-hoa', '--units', 'Sở Một', '-o', out).code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('của người dùng');
  });

  test('next year from this year', () => {
    const out = scratch('nam-sau.xlsx');
    expect(thidua('new', '--from', 'assets/samples/B.xlsx', '-o', out).code).toBe(0);
    const { bloc } = JSON.parse(thidua('evaluate', out, '--json').out) as { bloc: { year: string } };
    expect(bloc.year).toBe('2024');
  });

  test('by the rules of a standard workbook, for other units, named and of a year', () => {
    const out = scratch('quy-che-rieng.xlsx');
    const list = 'STT\tTên đơn vị\n1\tSở Một\n2\tSở Hai';
    writeFileSync(scratch('don-vi.txt'), list);
    const args = ['--regulation', 'assets/samples/B.xlsx', '--units', scratch('don-vi.txt'), '--year', '2031'];
    const { code, err } = thidua('new', ...args, '--name', 'Khối Một', '-o', out);
    expect([code, err]).toEqual([0, '']);
    const { bloc, units, read } = JSON.parse(thidua('evaluate', out, '--json').out) as {
      bloc: { year: string; name: string };
      units: { name: string }[];
      read: { criteria: number; conditions: number };
    };
    expect(bloc).toMatchObject({ name: 'Khối Một', year: '2031' });
    expect(units.map(({ name }) => name)).toEqual(['Sở Một', 'Sở Hai']);
    const old = JSON.parse(thidua('evaluate', 'assets/samples/B.xlsx', '--json').out) as { read: typeof read };
    expect([read.criteria, read.conditions]).toEqual([old.read.criteria, old.read.conditions]);
  });

  test('name and year that nobody gave are named', () => {
    const out = scratch('chua-ten.xlsx');
    const { code, err } = thidua('new', '--regulation', 'minh-hoa', '--units', 'Sở Một', '-o', out);
    expect([code, err]).toEqual([0, expect.stringContaining('Sổ còn trống: Tên khối, Năm')]);
  });

  test('a source that is no standard workbook is refused with what is missing, an old table with the way to adopt it', () => {
    const old = scratch('bang-cu.xlsx');
    writeFileSync(old, fileOf(SHAPES[0] as Shape));
    const other = scratch('khac.xlsx');
    writeFileSync(other, fileOf({ sheets: { 'Danh sách': [['Sở Một', 'Giám đốc']] } }));
    const out = scratch('tu-bang.xlsx');
    const said = [
      thidua('new', '--from', old, '-o', out),
      thidua('new', '--from', other, '-o', out),
      thidua('new', '--regulation', other, '--units', 'Sở Một', '-o', out),
    ];
    expect(said.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(said[0]?.err).toContain('thidua adopt');
    for (const { err } of said.slice(1)) expect(err).toMatch(/sheet-missing[^]*Tiêu chí/u);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    ['units beside --from', ['--from', 'assets/samples/B.xlsx', '--units', 'Sở Một'], '--units'],
    ['a kind beside --from', ['--from', 'assets/samples/B.xlsx', '--kind', 'cụm'], '--kind'],
    [
      'a kind beside the rules of a workbook',
      ['--regulation', 'assets/samples/B.xlsx', '--units', 'A', '--kind', 'cụm'],
      '--kind',
    ],
    ['a year that is none', ['--from', 'assets/samples/B.xlsx', '--year', 'hai nghìn'], '--year'],
  ])('%s: said, exit code 2', (_, args, option) => {
    const { code, err } = thidua('new', ...args, '-o', scratch('y.xlsx'));
    expect([code, existsSync(scratch('y.xlsx'))]).toEqual([2, false]);
    expect(err).toContain(option);
  });

  test.each([
    ['an unknown regulation', ['--regulation', 'khong-co', '--units', 'A']],
    ['no units', ['--regulation', 'minh-hoa', '--units', ' ; ']],
    ['neither', []],
  ])('%s: exit code 2', (_, args) => {
    expect(thidua('new', ...args, '-o', scratch('x.xlsx')).code).toBe(2);
    expect(existsSync(scratch('x.xlsx'))).toBe(false);
  });
});
