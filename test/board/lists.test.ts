/** Lists of many workbooks: wrong ones first, what most share said once, other seasons apart, blocs not ranked against each other. */
import { BoardStore, shownReports } from '../../src/pane/board/board-store';
import { issue, type Issue } from '../../src/rules';
import { AcrossFiles, type Overall } from '../../src/board/across-files';
import type { FileReport } from '../../src/board/check-workbook';
import { htmlOutput } from '../../src/board/output/html';
import { jsonOutput } from '../../src/board/output/json';
import { countVerdicts, inSeasons } from '../../src/board/output/output';
import { proposalsOf, rankText, shareText } from '../../src/board/output/proposals';
import { summarySheets } from '../../src/board/output/summary-sheets';
import { textOutput } from '../../src/board/output/text';
import { verdictOf } from '../../src/board/verdict';

const OPTIONS = { lang: 'vi', colour: false, linkTo: () => null, heading: '' } as const;
const place = { sheet: 'Kết quả', row: 7, column: 11 };
const unit = (id: string, total: string, rank: number) => ({ id, name: `Đơn vị ${id}`, total, rank, place });

let number = 0;
function report(file: string, issues: readonly Issue[] = [], changes: Partial<FileReport> = {}): FileReport {
  number += 1;
  return {
    file,
    verdict: verdictOf(issues),
    bloc: { kind: 'bloc', name: `Khối ${file}`, year: '2025', province: 'Lào Cai' },
    fingerprint: `sha256:${String(number).padStart(64, '0')}`,
    stamp: null,
    json: null,
    sheetOrder: ['Thông tin', 'Kết quả'],
    issues,
    units: [unit('A', '90.5', 1), unit('B', '90', 2)].map((one) => ({ ...one, name: `${one.name} của ${file}` })),
    awards: [{ id: 'CP', name: 'Cờ thi đua', places: 1, status: 'ok', units: ['A'] }],
    read: { units: 2, criteria: 15, conditions: 0, awards: 1, ballots: 0, decisions: 0 },
    scale: '100',
    ...changes,
  };
}
const season = (year: string, province = 'Lào Cai') => ({
  bloc: { kind: 'bloc', name: `Khối ${year} ${province}`, year, province } as const,
});

function checked(reports: readonly FileReport[]): { reports: FileReport[]; overall: Overall } {
  const across = new AcrossFiles(null, new Map([['cp', 9]]));
  return { reports: reports.map((one) => across.add(one)), overall: across.end() };
}
function texts({ reports, overall }: ReturnType<typeof checked>): {
  text: string;
  html: string;
  json: string;
  cells: string[][];
} {
  const summary = { counts: countVerdicts(reports), overall };
  const written = (make: typeof textOutput): string => {
    const output = make(OPTIONS);
    const begun = reports.map((one) => output.file(one)).join('');
    return begun + String(output.end(summary));
  };
  return {
    text: written(textOutput),
    html: written(htmlOutput),
    json: written(jsonOutput),
    cells: summarySheets(reports, summary, OPTIONS).map(({ rows }) =>
      rows.flatMap((row) => row.cells.map((cell) => String(cell?.value ?? ''))),
    ),
  };
}
const wrong = issue('score-above-max', place, { unit: 'A', criterion: 'I.1', received: '12', expected: '<= 8' });
const follows = issue('sum-differs', { ...place, row: 9 }, { unit: 'A', received: '1', expected: '2' });

test('wrong workbooks stand first in every list, with the main fault and how many places it takes along', () => {
  const { text, html, cells } = texts(
    checked([report('1.xlsx'), report('2.xlsx', [wrong, follows]), report('3.xlsx')]),
  );
  expect(text.split('\n').slice(0, 4)).toEqual([
    '✗ 2.xlsx Khối 2.xlsx 2025: 2 lỗi',
    expect.stringContaining('Đã đọc'),
    expect.stringMatching(/^ {4}Lỗi {2}Kết quả!L8 {2}.*score-above-max$/),
    '        kéo theo 1 chỗ: Kết quả!L10',
  ]);
  expect([...html.matchAll(/<td>(?:<a href="#f\d">)?(\d\.xlsx)/gu)].map(([, file]) => file)).toEqual([
    '2.xlsx',
    '1.xlsx',
    '3.xlsx',
  ]);
  expect(cells[0]?.filter((value) => /^\d\.xlsx$/.test(value))).toEqual(['2.xlsx', '1.xlsx', '3.xlsx']);
  expect(cells[0]).toContainEqual(expect.stringMatching(/^Kết quả!L8: /));
  expect(cells[2]).toEqual(expect.arrayContaining(['1', '1, kéo theo']));
});

test('the sheets can be filtered, and verdicts are told by colour and word', () => {
  const { reports, overall } = checked([report('1.xlsx'), report('2.xlsx', [wrong])]);
  const plans = summarySheets(reports, { counts: countVerdicts(reports), overall }, OPTIONS);
  for (const plan of plans) {
    expect(plan.filter?.top).toBe((plan.freeze?.rows ?? 0) - 1);
    expect(plan.rows[plan.filter?.top ?? -1]?.cells[0]?.style).toBe('header');
  }
  expect(
    plans[0]?.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell?.style?.startsWith('verdict') ? [[cell.value, cell.style]] : [])),
    ),
  ).toEqual([
    ['có lỗi', 'verdictFindings'],
    ['hợp lệ', 'verdictValid'],
  ]);
});

describe('suspicions of most workbooks', () => {
  const same = issue('levels-identical', { sheet: 'Chấm điểm', row: 5, column: 4 });
  const province = (of: number, all: number) =>
    Array.from({ length: all }, (_, at) => report(`${String(at)}.xlsx`, at < of ? [same] : []));

  test.each([
    [3, 4, true],
    [2, 4, false],
    [3, 3, false],
  ])('in %i of %i: said once: %s', (of, all, once) => {
    const { text, html, cells, json } = texts(checked(province(of, all)));
    expect(text.match(/levels-identical/gu)).toHaveLength(once ? 1 : of);
    expect(html.match(/levels-identical/gu)).toHaveLength(once ? 1 : of);
    expect(text.includes(`Ở ${String(of)}/${String(all)} sổ, ví dụ 0.xlsx: Điểm tự chấm`)).toBe(once);
    // Nothing is lost.
    expect(cells[2]?.filter((value) => value === 'levels-identical')).toHaveLength(of);
    const { files, common } = JSON.parse(json) as {
      files: { issues: { code: string; common?: true }[] }[];
      common: unknown[];
    };
    expect(files.flatMap(({ issues }) => issues.filter(({ code }) => code === 'levels-identical'))).toHaveLength(of);
    expect(files[0]?.issues[0]?.common).toBe(once ? true : undefined);
    expect(common).toHaveLength(once ? 1 : 0);
  });
});

describe('another year or province', () => {
  const mixed = () => [
    report('1.xlsx'),
    report('2.xlsx', [], season('2024')),
    report('3.xlsx', [], season('Năm 2025', 'Tỉnh Lào Cai')),
    report('4.xlsx', [], season('2025', 'Sơn La')),
    report('5.xlsx', [], season('', 'Lào Cai')),
  ];

  test('is an error of that workbook, named before the sums, and no part of them', () => {
    const run = checked(mixed());
    expect(run.overall.season).toEqual({ year: '2025', province: 'Lào Cai' });
    expect(run.overall.issues.map(({ code, received, expected }) => [code, received, expected])).toEqual([
      ['season-differs', '2.xlsx (2024); 4.xlsx (Sơn La)', '2025, Lào Cai'],
    ]);
    expect(run.overall.totals.map(({ proposed, elsewhere }) => [proposed, elsewhere])).toEqual([[3, 2]]);
    expect(
      inSeasons(run.reports, run.overall).map(({ verdict, issues }) => [verdict, ...issues.map(({ code }) => code)]),
    ).toEqual([
      ['valid'],
      ['findings', 'season-differs'],
      ['valid'],
      ['findings', 'season-differs'],
      ['valid', 'season-blank'],
    ]);
    const state = { ...new BoardStore(() => Promise.reject(new Error('no worker')) as never).state(), ...run };
    expect(
      shownReports(state)
        .map(({ verdict }) => verdict)
        .join(' '),
    ).toBe('valid findings valid findings valid');
    const { text, html, cells, json } = texts(run);
    expect(text).toContain('5 sổ: 3 hợp lệ, 2 có lỗi; Cờ thi đua: 3/9 (không tính 2 của sổ năm khác, tỉnh khác)');
    expect(html).toContain('3</span> (không tính 2 của sổ năm khác, tỉnh khác)');
    expect(cells[1]?.filter((value) => value.startsWith('Đơn vị A'))).toEqual([
      'Đơn vị A của 1.xlsx',
      'Đơn vị A của 3.xlsx',
      'Đơn vị A của 5.xlsx',
    ]);
    expect(cells[2]?.filter((value) => value === 'season-differs')).toHaveLength(3);
    expect(JSON.parse(json)).toMatchObject({ counts: { valid: 3, findings: 2 }, season: { year: '2025' } });
  });

  test('of two years in as many workbooks the later counts; the standard’s counts before any', () => {
    const two = () => [report('1.xlsx', [], season('2025')), report('2.xlsx', [], season('2024'))];
    expect(checked(two()).overall.season?.year).toBe('2025');
    const [first, second] = two();
    const standard = { season: { year: '2024', province: '' } };
    const run = checked([first, second].flatMap((one) => (one === undefined ? [] : [{ ...one, ...standard }])));
    expect(run.overall.season?.year).toBe('2024');
    expect(run.overall.issues.map(({ received }) => received)).toEqual(['1.xlsx (2025)']);
  });

  test('where most say nothing, nothing is expected', () => {
    const run = checked(['1', '2', '3'].map((file, at) => report(file, [], season(at === 0 ? '2025' : '', ''))));
    expect([run.overall.season, run.overall.issues]).toEqual([{ year: '', province: '' }, []]);
  });
});

describe('proposals', () => {
  test('stand by bloc, never by points across blocs, each with its rank, share and margin there', () => {
    const { reports, overall } = checked([
      report('1.xlsx', [], { units: [unit('A', '80', 1), unit('B', '79.25', 2), unit('C', '70', 3)], scale: '120' }),
      report('2.xlsx', [], { units: [unit('A', '95', 1), unit('B', '286/3', 2)] }),
    ]);
    const all = proposalsOf(reports, overall.season);
    expect(all.map(({ bloc, total, margin }) => [bloc, total, margin])).toEqual([
      ['Khối 1.xlsx', '80', '0.75'],
      ['Khối 2.xlsx', '95', '-1/3'],
    ]);
    expect(all.map(rankText)).toEqual(['1/3', '1/2']);
    expect(all.map(({ share }) => shareText(share ?? '0', 'vi'))).toEqual(['66,67%', '95,00%']);
    const { html, cells } = texts({ reports, overall });
    expect(html).toContain('không so sánh được với nhau');
    expect(html).toContain('<td class="n">0,75</td>');
    expect(cells[1]).toEqual(expect.arrayContaining(['Hạng trong khối', '1/3', '0.75']));
  });
});
