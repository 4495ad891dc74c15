/** What is said across files, and how the answer is written: reports made by hand, one thing in each test. */
import { issue, type Issue } from '../../src/rules';
import { AcrossFiles, type Overall } from '../../src/board/across-files';
import { checkBytes, type CheckOptions, type FileReport } from '../../src/board/check-workbook';
import { htmlOutput } from '../../src/board/output/html';
import { reportLine } from '../../src/board/output/json';
import { countVerdicts } from '../../src/board/output/output';
import { proposalsOf } from '../../src/board/output/proposals';
import { summarySheets } from '../../src/board/output/summary-sheets';
import { textOutput } from '../../src/board/output/text';
import { openStandard, workbookStandard } from '../../src/board/standard';
import type { Lang } from '../../src/text';
import { createWorkbook } from '../../src/workbook/create';
import { ok } from '../../src/sheets/door';
import { createPackage } from '../../src/xlsx';
import { soundBloc, standardWorkbook } from './province/bloc';
import { PROVINCE } from './province/regulation';
import { placed } from './support';

const place = { sheet: 'Kết quả', row: 7, column: 11 };
const stamp = (digit: string): string => `sha256:${digit.repeat(64)}`;

/** The report of a bloc of its own that proposes one unit. */
function reportOf(file: string, changes: Partial<FileReport> = {}): FileReport {
  return {
    file,
    verdict: 'valid',
    bloc: { kind: 'bloc', name: `Khối ${file}`, year: '2025', province: '' },
    fingerprint: stamp(String(file.length)),
    stamp: null,
    json: null,
    sheetOrder: ['Thông tin', 'Kết quả'],
    issues: [],
    units: [{ id: 'A', name: `Đơn vị của ${file}`, total: '90.5', rank: 1, place }],
    awards: [{ id: 'CP', name: 'Cờ thi đua của Chính phủ', places: 1, status: 'ok', units: ['A'] }],
    read: { units: 1, criteria: 15, conditions: 0, awards: 1, ballots: 2, decisions: 0 },
    ...changes,
  };
}
const differences = (count: number): Issue[] =>
  Array.from({ length: count }, (_, row) =>
    issue('result-differs', { ...place, row }, { received: '1', expected: '2' }),
  );
const OPTIONS = { lang: 'vi', colour: false, linkTo: (file: string) => `./${file}`, heading: '30/01/2026' } as const;

describe('across files', () => {
  test('a limit may be reached, and not exceeded', () => {
    const total = (limit: number): unknown[] => {
      const across = new AcrossFiles(null, new Map([['cp', limit]]));
      ['1', '22'].forEach((file) => across.add(reportOf(file)));
      return across.end().issues.map(({ code, received, expected }) => [code, received, expected]);
    };
    expect(total(2)).toEqual([]);
    expect(total(1)).toEqual([['limit-exceeded', '2', '1']]);
  });

  test('proposals of workbooks with errors are counted apart, also where the error shows only beside another file', () => {
    const across = new AcrossFiles(null, new Map());
    const twice: Partial<FileReport> = { bloc: { kind: 'bloc', name: 'Khối X', year: '2025', province: '' } };
    [
      reportOf('1'),
      reportOf('22', { verdict: 'findings', issues: differences(1) }),
      reportOf('333', twice),
      reportOf('4444', twice),
    ].forEach((report) => across.add(report));
    const { totals } = across.end();
    expect(totals.map(({ proposed, inDoubt }) => [proposed, inDoubt])).toEqual([[4, 2]]);
    expect(
      String(
        htmlOutput(OPTIONS).end({ counts: { valid: 2, findings: 2, unreadable: 0 }, overall: { issues: [], totals } }),
      ),
    ).toContain('4</span> (trong đó 2 của sổ còn lỗi)');
  });

  test('results with the stamp of another file: that file is named, and they are no longer called merely old', () => {
    const across = new AcrossFiles(null, new Map());
    across.add(reportOf('1'));
    const old = [issue('result-stale', place, { received: '11111111' })];
    const { issues, verdict } = across.add(reportOf('22', { stamp: stamp('1'), issues: old }));
    expect(issues.map((found) => [placed(found), found.params])).toEqual([['stamp-copied Kết quả!L8', { file: '1' }]]);
    expect(verdict).toBe('findings');
  });

  test('a copied stamp is at home in the sheet that carries it, whatever that is called', () => {
    const across = new AcrossFiles(null, new Map());
    across.add(reportOf('1'));
    const copied = { stamp: stamp('1'), stampSheet: 'KQ cũ', sheetOrder: ['Thông tin', 'KQ cũ'] };
    expect(across.add(reportOf('22', copied)).issues.map(placed)).toEqual(['stamp-copied KQ cũ!A1']);
  });

  test('a workbook handed in twice is counted and proposed once', () => {
    const across = new AcrossFiles(null, new Map());
    const reports = [reportOf('1'), reportOf('2'), reportOf('333')].map((report) => across.add(report));
    expect(reports.map(({ issues }) => issues.map(({ code }) => code))).toEqual([[], ['workbook-duplicate'], []]);
    expect(across.end().totals.map(({ proposed }) => proposed)).toEqual([2]);
    expect(proposalsOf(reports, undefined).map(({ unit }) => unit)).toEqual(['Đơn vị của 1', 'Đơn vị của 333']);
    expect(JSON.parse(reportLine(reports[1] ?? reportOf('2'), 'vi'))).toMatchObject({
      ok: false,
      verdict: 'findings',
      issues: [{ code: 'workbook-duplicate' }],
    });
  });
});

test('a proposal of a workbook with errors is not printed as settled, on the page and in the sheets', () => {
  const reports = [reportOf('1'), reportOf('22', { verdict: 'findings', issues: differences(1) })];
  const summary = { counts: { valid: 1, findings: 1, unreadable: 0 }, overall: { issues: [], totals: [] } };
  const page = htmlOutput(OPTIONS);
  reports.forEach((report) => page.file(report));
  expect(String(page.end(summary)).match(/đã xác định[^<]*/gu)).toEqual(['đã xác định', 'đã xác định; sổ còn lỗi']);
  const cells = summarySheets(reports, summary, OPTIONS).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  expect(
    cells.flatMap((cell) => (String(cell?.value).startsWith('đã xác định') ? [[cell?.value, cell?.style]] : [])),
  ).toEqual([
    ['đã xác định', 'textTop'],
    ['đã xác định; sổ còn lỗi', 'error'],
  ]);
});

describe('the terminal', () => {
  /** All lines but the last, which counts the workbooks. */
  const written = (reports: readonly FileReport[], lang: Lang = 'vi', totals: Overall['totals'] = []): string => {
    const output = textOutput({ ...OPTIONS, lang });
    for (const report of reports) output.file(report);
    return String(output.end({ counts: countVerdicts(reports), overall: { issues: [], totals } }));
  };
  const said = (issues: readonly Issue[], file = 'x'): string[] =>
    written([reportOf(file, { issues, verdict: 'findings' })])
      .trimEnd()
      .split('\n')
      .slice(0, -1);
  test.each([
    [5, 5, []],
    [6, 5, ['    … 1 chỗ nữa như vậy (result-differs)']],
    [40, 5, ['    … 35 chỗ nữa như vậy (result-differs)']],
  ])('of %i findings alike %i are named, the others counted', (count, named, rest) => {
    const [, read, ...lines] = said(differences(count));
    expect(read).toBe('    Đã đọc: 1 đơn vị, 15 tiêu chí, 0 điều kiện, 1 hình thức, 2 lần bỏ phiếu, 0 quyết định');
    expect(lines.slice(named)).toEqual(rest);
    expect(lines.slice(0, named).every((line) => line.includes('Kết quả!L'))).toBe(true);
  });
  test('a file named with control characters cannot command it', () => {
    expect(said(differences(1), 'a\u001b[2J\u0007.xlsx')[0]).toBe(
      '✗ a\\u001b[2J\\u0007.xlsx Khối a\\u001b[2J\\u0007.xlsx 2025: 1 lỗi',
    );
  });
  test('one is one in English too', () => {
    const counts = (issues: readonly Issue[]): string =>
      written([reportOf('x', { issues, verdict: 'findings' })], 'en').split('\n')[0] ?? '';
    expect(counts([...differences(1), ...differences(2), issue('levels-identical', place)])).toMatch(
      /: 3 errors, 1 warning$/,
    );
    expect(counts([...differences(1), issue('levels-identical', place), issue('levels-identical', place)])).toMatch(
      /: 1 error, 2 warnings$/,
    );
    const end = (valid: number): string =>
      written(
        Array.from({ length: valid }, (_, at) => reportOf(String(at))),
        'en',
      );
    expect([end(1), end(0), end(2)]).toEqual([
      '1 workbook: 1 valid\n',
      '0 workbooks: 0 valid\n',
      '2 workbooks: 2 valid\n',
    ]);
  });
  test('of a limited award it is told how many proposals come from workbooks with errors', () => {
    const total = { key: 'cp', name: 'Cờ thi đua của Chính phủ', proposed: 3, limit: 4 };
    const end = (inDoubt: number): string =>
      written([reportOf('1'), reportOf('2'), reportOf('3', { verdict: 'findings' })], 'vi', [{ ...total, inDoubt }]);
    expect(end(2)).toBe('3 sổ: 2 hợp lệ, 1 có lỗi; Cờ thi đua của Chính phủ: 3/4 (trong đó 2 của sổ còn lỗi)\n');
    expect(end(0)).toBe('3 sổ: 2 hợp lệ, 1 có lỗi; Cờ thi đua của Chính phủ: 3/4\n');
  });
});

test('the summary: a quotation mark in a name ends no formula', () => {
  const report = reportOf('a"&B1&".xlsx', { issues: [issue('result-differs', { ...place, sheet: 'Kết \'quả"' })] });
  const sheets = summarySheets(
    [report],
    { counts: { valid: 0, findings: 1, unreadable: 0 }, overall: { issues: [], totals: [] } },
    OPTIONS,
  );
  const formulas = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])),
  );
  expect(formulas).toEqual([`HYPERLINK("[./a""&B1&"".xlsx]'Kết ''quả""'!L8","L8")`]);
});

test('an empty cell of the results is told as one, in what is and what should be', () => {
  const report = reportOf('1', {
    issues: [issue('result-differs', place, { received: 'Bằng khen', expected: '' })],
    verdict: 'findings',
  });
  const output = htmlOutput(OPTIONS);
  output.file(report);
  const counts = { valid: 0, findings: 1, unreadable: 0 };
  expect(String(output.end({ counts, overall: { issues: [], totals: [] } }))).toContain(
    'Bằng khen</td><td class="u">(để trống)</td>',
  );
  const cells = summarySheets([report], { counts, overall: { issues: [], totals: [] } }, OPTIONS).flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.map((cell) => cell?.value)),
  );
  expect(cells).toContain('(để trống)');
});

describe('the page', () => {
  const page = (reports: readonly FileReport[]): string => {
    const output = htmlOutput(OPTIONS);
    for (const report of reports) output.file(report);
    return String(output.end({ counts: countVerdicts(reports), overall: { issues: [], totals: [] } }));
  };

  test('what needs eyes stands first; what was found stands open, so that it is printed; nothing found, nothing listed', () => {
    const html = page([
      reportOf('1.xlsx'),
      reportOf('2.xlsx', { issues: [issue('levels-identical', place)] }),
      reportOf('3.xlsx', { issues: differences(1), verdict: 'findings' }),
    ]);
    expect(
      [
        ...html.matchAll(
          /<h2>([^<]*)|<td>(?:<a href="#f\d">)?(\d\.xlsx)|<summary>(\d\. [^<]*)|<details id="(f\d" open)/g,
        ),
      ].map(([, ...found]) => found.find(Boolean)),
    ).toEqual([
      'Sổ có lỗi, không đọc được (1)',
      '3.xlsx',
      'Sổ hợp lệ (2)',
      '1.xlsx',
      '2.xlsx',
      'Danh sách đề nghị',
      'Chi tiết',
      'f1" open',
      '1. Khối 3.xlsx – 3.xlsx – ',
      'f3" open',
      '3. Khối 2.xlsx – 2.xlsx – ',
    ]);
  });

  test('what was read of each workbook is counted: no condition is seen before the meeting', () => {
    const html = page([reportOf('1.xlsx'), reportOf('2.xlsx', { read: null, verdict: 'unreadable' })]);
    expect([...html.matchAll(/<td>(–|[^<]*điều kiện[^<]*)<\/td><\/tr>/gu)].map(([, read]) => read)).toEqual([
      '–',
      '1 đơn vị, 15 tiêu chí, 0 điều kiện, 1 hình thức, 2 lần bỏ phiếu, 0 quyết định',
    ]);
  });

  test('a name is text and never markup, in a link too', () => {
    const html = page([
      reportOf('a/<img src=x onerror=alert(1)> "#1?" \'.xlsx', { issues: differences(1), verdict: 'findings' }),
    ]);
    expect(html).not.toMatch(/<(img|script)/);
    expect(html).toContain('href="./a/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20%22%231%3F%22%20&#39;.xlsx"');
  });
});

describe('against the standard and the list', () => {
  const standard = workbookStandard(standardWorkbook());
  const options: CheckOptions = {
    standard: standard.ok ? openStandard(standard.value) : null,
    blocs: null,
    withJson: false,
    lang: 'vi',
  };

  test('awards in another order: the first that stands in the place of another', () => {
    const [first, second, ...others] = PROVINCE.awards;
    if (first === undefined || second === undefined) throw new Error('two awards are needed');
    const { issues } = checkBytes(
      'x',
      ok(createPackage(createWorkbook({ ...PROVINCE, awards: [second, first, ...others] }, []))),
      options,
    );
    const changed = issues.filter(({ code, place: at }) => code === 'rule-changed' && at?.sheet === 'Khen thưởng');
    expect(changed.map(({ received, expected }) => [received, expected])).toEqual([
      [`Khen thưởng ${second.code}`, `Khen thưởng ${first.code}`],
    ]);
  });

  test('a unit more than on the list is named at its row', () => {
    const bloc = soundBloc(5);
    const units = bloc.judgement.book.units;
    const blocs = [{ name: bloc.judgement.book.info.name, units: units.slice(0, -1).map(({ name }) => name) }];
    const { issues } = checkBytes('x', ok(bloc.bytes), { ...options, blocs });
    const last = units.at(-1);
    expect(
      issues.filter(({ code }) => code === 'unit-list-differs').map((found) => [placed(found), found.received]),
    ).toEqual([
      [placed({ code: 'unit-list-differs', place: last?.place ?? null }), `${last?.id ?? ''} ${last?.name ?? ''}`],
    ]);
  });
});
