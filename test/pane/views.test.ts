/** The pure halves of the views. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, issue, type Issue, type UnitResult } from '../../src/rules';
import { judge, type Judgement } from '../../src/workbook/judgement';
import { createWorkbook } from '../../src/workbook/create';
import { parseUnitList } from '../../src/workbook/unit-list';
import { cellsOfPlans } from '../../src/sheets/plan-cells';
import { REGULATIONS } from '../../src/regulations';
import { readWorkbook } from '../../src/xlsx';
import { listIssues, SHOWN_PER_CODE, type IssueFilter } from '../../src/pane/check/group-issues';
import { chartLayout } from '../../src/pane/ranking/chart';
import { decisionRow } from '../../src/pane/ranking/decision-row';
import { addSupposition, supposedBook, suppositionFixes, typedNumeral } from '../../src/pane/ranking/suppose';
import { inRankOrder } from '../../src/pane/ranking/RankingTable';
import { typedDay } from '../../src/pane/parts/days';
import { unitErrors } from '../../src/pane/ranking/unit-errors';
import { droppedWorkbooks, workbooksOf } from '../../src/pane/board/chosen-files';
import { inputCells } from '../../src/page/inputs';
import { failureDetails } from '../../src/pane/parts/ErrorBoundary';

function sample(name: string): Judgement {
  const read = readWorkbook(new Uint8Array(readFileSync(join(__dirname, `../../assets/samples/${name}.xlsx`))));
  if (!read.ok) throw new Error(read.error.code);
  return judge(read.value);
}

describe('the list of issues', () => {
  const at = (row: number) => ({ sheet: 'Chấm điểm', row, column: 3 });
  const found: readonly Issue[] = [
    issue('score-off-step', at(1), { unit: 'A' }),
    issue('score-missing', at(2), { unit: 'B' }),
    issue('max-differs', at(3)),
    issue('score-missing', at(4), { unit: 'A' }),
    issue('hidden-data', at(5)),
  ];
  const filter = (part: Partial<IssueFilter> = {}): IssueFilter => ({
    severities: new Set(['error', 'warning', 'info']),
    search: '',
    by: 'unit',
    unfolded: new Set(),
    ...part,
  });
  const text = ({ code, unit }: Issue) => `${code} ${unit === 'A' ? 'Sở Văn hóa' : 'Đoàn Luật sư'}`;

  test.each([
    [
      'by unit: what belongs to none first, errors before warnings',
      {},
      [
        [null, ['max-differs', 'hidden-data']],
        ['B', ['score-missing']],
        ['A', ['score-missing', 'score-off-step']],
      ],
    ],
    [
      'by code',
      { by: 'code' },
      [
        ['score-missing', ['score-missing', 'score-missing']],
        ['max-differs', ['max-differs']],
        ['score-off-step', ['score-off-step']],
        ['hidden-data', ['hidden-data']],
      ],
    ],
    ['warnings only', { severities: new Set(['warning']) }, [['A', ['score-off-step']]]],
    ['searched without marks', { search: 'so van hoa' }, [['A', ['score-missing', 'score-off-step']]]],
    [
      'searched with đ as d',
      { search: 'DOAN luat', by: 'sheet' },
      [['Chấm điểm', ['score-missing', 'max-differs', 'hidden-data']]],
    ],
  ] as const)('%s', (_, part, expected) => {
    const { groups } = listIssues(found, filter(part as Partial<IssueFilter>), text);
    expect(groups.map(({ key, issues }) => [key, issues.map(({ code }) => code)])).toEqual(expected);
  });

  test('more than 50 of one code are held back until they are asked for', () => {
    const many = Array.from({ length: 73 }, (_, row) => issue('score-missing', at(row)));
    const short = listIssues(many, filter(), text);
    expect([short.order.length, short.held]).toEqual([SHOWN_PER_CODE, [{ code: 'score-missing', count: 23 }]]);
    expect(listIssues(many, filter({ unfolded: new Set(['score-missing']) }), text)).toMatchObject({
      order: { length: 73 },
      held: [],
    });
  });
});

describe('the chart', () => {
  test('totals that lie close together begin at a raised axis, and the borders stand after the last holders', () => {
    const { bars, from, borders } = chartLayout(sample('B'));
    expect(bars.map(({ unit, award }) => [unit, award]).slice(0, 4)).toEqual([
      ['TTT', 'CP'],
      ['SNV', 'UBND'],
      ['STP', 'BK'],
      ['VPUBND', null],
    ]);
    expect([from, bars[0]?.share]).toEqual([86, 100]);
    expect(bars.every(({ share }) => share > 0 && share <= 100)).toBe(true);
    expect(borders).toEqual([
      { after: 0, award: 'CP' },
      { after: 1, award: 'UBND' },
      { after: 5, award: 'BK' },
    ]);
  });

  test('units without total have no bar', () => {
    expect(chartLayout(sample('co-loi')).bars.length).toBe(1);
  });
});

test('the ranking stands in rank order, units without rank last in their own order', () => {
  const order = inRankOrder(sample('co-loi').evaluation.units).map(({ id }) => id);
  expect([order[0], order[1]]).toEqual(['SNV', 'VPUBND']);
});

test('a unit without total is told its own faults and those of the whole bloc, with their cells', () => {
  const { evaluation } = sample('co-loi');
  const unit = (id: string) => evaluation.units.find((each) => each.id === id) ?? { id, total: null };
  const cells = (id: string) =>
    unitErrors(evaluation, unit(id)).map(({ code, place }) => [code, place?.row, place?.column]);
  expect(cells('SKHDT')).toEqual([
    ['number-as-text', 5, 8],
    ['ballot-impossible', 11, 9],
    ['max-differs', 17, 2],
  ]);
  expect(cells('SNV').map(([code]) => code)).not.toContain('max-differs');
});

test.each([
  ['15/12/2026', '2026-12-15'],
  [' 5-1-2027 ', '2027-01-05'],
  ['5.1.2027', '2027-01-05'],
  ['2026-12-15', '2026-12-15'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', null],
  ['2023-02-29', null],
  ['31/4/2026', null],
  ['12/2026', null],
  ['hôm nay', null],
  ['', null],
])('the typed day %p is %p', (typed, day) => {
  expect(typedDay(typed)).toBe(day);
});

test('workbooks among chosen files, in the order in which people list them; open copies of Excel and other files are left alone', () => {
  const file = (path: string) => ({
    name: path.split('/').at(-1) ?? '',
    webkitRelativePath: path,
    arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)),
  });
  expect(
    workbooksOf(['n/khoi-10.xlsx', 'n/khoi-2.XLSX', 'n/~$khoi-2.xlsx', 'n/doc.docx', 'a/cu.xls'].map(file)).map(
      ({ webkitRelativePath }) => webkitRelativePath,
    ),
  ).toEqual(['a/cu.xls', 'n/khoi-2.XLSX', 'n/khoi-10.xlsx']);
});

test('a dropped folder is handed out in parts; one that cannot be read stays in the list, and reading it fails', async () => {
  const file = (fullPath: string) => ({
    isDirectory: false,
    name: fullPath.replace(/.*\//, ''),
    fullPath,
    file: (resolve: (file: unknown) => void) => {
      resolve({ arrayBuffer: () => Promise.resolve(fullPath) });
    },
  });
  const folder = (fullPath: string, parts: readonly (readonly object[])[] | null) => ({
    isDirectory: true,
    name: fullPath.slice(1),
    fullPath,
    createReader: () => {
      let part = 0;
      return {
        readEntries: (resolve: (entries: readonly object[]) => void, reject: () => void) => {
          if (parts) resolve(parts[part++] ?? []);
          else reject();
        },
      };
    },
  });
  const entry = folder('/nop', [
    [file('/nop/b.xlsx'), file('/nop/~$b.xlsx')],
    [file('/nop/a.xlsx'), folder('/nop/kín', null)],
  ]);
  const found = await droppedWorkbooks({
    items: [{ kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => entry }],
  } as unknown as DataTransfer);
  expect(
    await Promise.all(
      found.map(async (one) => [one.webkitRelativePath, one.name, await one.arrayBuffer().catch(() => null)]),
    ),
  ).toEqual([
    ['nop/a.xlsx', 'a.xlsx', '/nop/a.xlsx'],
    ['nop/b.xlsx', 'b.xlsx', '/nop/b.xlsx'],
    ['nop/kín', 'kín', null],
  ]);
});

test('cells to type into: scores of criteria and votes, not the sums of sections', () => {
  const { book } = sample('B');
  const scores = inputCells(book, 'Chấm điểm');
  expect([scores.has('E6'), scores.has('E5'), scores.has('B6')]).toEqual([true, false, false]);
  expect(inputCells(book, 'Bỏ phiếu').size).toBeGreaterThan(0);
  expect(inputCells(book, 'Thông tin').size).toBe(0);
});

describe('a decision becomes a row of Quyết định', () => {
  const input = {
    kind: 'tie',
    award: 'BK',
    units: ['BDT', 'SNGV'],
    reason: ' Thành tích ',
    by: 'Hội nghị',
    on: '2023-12-15',
  } as const;

  test('in the first free row, the day as a date; then the tie is settled', () => {
    const { cells } = sample('co-loi-da-sua');
    const fixes = decisionRow(cells, input) ?? [];
    expect(fixes.map(({ value }) => value)).toEqual(['phân hạng', 'BK', 'BDT; SNGV', 'Thành tích', 'Hội nghị', 45275]);
    expect(new Set(fixes.map(({ place }) => place.row)).size).toBe(1);
    expect(fixes.at(-1)?.format).toBe('dd/mm/yyyy');
  });

  test('below the decisions that are there', () => {
    const { cells, book } = sample('A');
    const last = Math.max(...book.decisions.map(({ place }) => place.row));
    expect(decisionRow(cells, { ...input, award: null })?.[0]?.place.row).toBe(last + 1);
  });

  test('days of the 1904 system', () => {
    const { cells } = sample('A');
    expect(decisionRow({ ...cells, date1904: true }, input)?.at(-1)?.value).toBe(45275 - 1462);
  });

  test('null without the sheet', () => {
    const { cells } = sample('A');
    expect(
      decisionRow({ ...cells, sheets: cells.sheets.filter(({ name }) => name !== 'Quyết định') }, input),
    ).toBeNull();
  });
});

describe('what if', () => {
  const { book } = sample('B');

  test('another score changes the copy alone, and can be made real', () => {
    const list = addSupposition(addSupposition([], { kind: 'score', unit: 'VPUBND', criterion: 'I.1', value: '20' }), {
      kind: 'score',
      unit: 'VPUBND',
      criterion: 'I.1',
      value: '24',
    });
    expect(list).toHaveLength(1);
    const total = (units: readonly UnitResult[]) => units.find(({ id }) => id === 'VPUBND')?.total;
    expect([total(evaluate(supposedBook(book, list)).units), total(evaluate(book).units)]).toEqual(['94.1', '94.6']);
    // A sum stated for the old scores is no fault of the supposed ones.
    expect(evaluate(supposedBook(book, list)).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const before = new Map(evaluate(book).units.map((unit) => [unit.id, unit.total]));
    expect(
      evaluate(supposedBook(book, list))
        .units.filter((unit) => unit.total !== before.get(unit.id))
        .map(({ id }) => id),
    ).toEqual(['VPUBND']);
    expect(suppositionFixes(book, list)).toEqual([{ place: { sheet: 'Chấm điểm', row: 5, column: 4 }, value: 24 }]);
  });

  test('other votes take an award away', () => {
    const after = evaluate(supposedBook(book, [{ kind: 'ballot', unit: 'BDT', ballot: 'BK', value: '3' }]));
    expect(after.awards.find(({ id }) => id === 'BK')?.units).not.toContain('BDT');
  });

  test.each([
    ['9,5', '9.5'],
    [' 9.5 ', '9.5'],
    ['-2', '-2'],
    ['24', '24'],
    ['', null],
    ['1.000,5', null],
    ['9,5 đ', null],
    ['1e3', null],
    ['--1', null],
  ])('typed %p is %p', (typed, numeral) => {
    expect(typedNumeral(typed)).toBe(numeral);
  });
});

test('a workbook made from any regulation and pasted units has nothing but scores to fill in', () => {
  for (const regulation of REGULATIONS) {
    const cells = cellsOfPlans(createWorkbook(regulation, parseUnitList('Sở Nội vụ\nSở Tài chính')));
    expect(
      new Set(
        judge(cells)
          .evaluation.issues.filter(({ severity }) => severity === 'error')
          .map(({ code }) => code),
      ),
    ).not.toContain('sheet-missing');
  }
});

test('copied details of a failure name where, never what: a message may quote a cell', () => {
  Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'test' }, configurable: true });
  expect(failureDetails(new TypeError('Sở Nội vụ 97,35'), 'thidua 1')).not.toMatch(/Nội vụ|97/);
});
