/** The Board's check of a cụm: the standard's words are meant for both, and every answer speaks of a cụm. */
import { AcrossFiles } from '../../src/board/across-files';
import { checkBytes, type FileReport } from '../../src/board/check-workbook';
import { compareWithStandard } from '../../src/board/compare-standard';
import { htmlOutput } from '../../src/board/output/html';
import { countVerdicts } from '../../src/board/output/output';
import { reportLine } from '../../src/board/output/json';
import { summarySheets } from '../../src/board/output/summary-sheets';
import { textOutput } from '../../src/board/output/text';
import { openStandard, regulationStandard, workbookStandard } from '../../src/board/standard';
import { MINH_HOA_HAI_CO, REGULATIONS, type Regulation } from '../../src/regulations';
import type { Lang } from '../../src/text';
import { ok } from '../../src/sheets/door';
import { judge } from '../../src/workbook/job';
import { cellsOfPlans } from '../../src/sheets/plan-cells';
import { createPackage } from '../../src/xlsx';
import { blocPlans, type BlocOptions } from '../workbook/blocs';

/** In English the codes of findings and the keys of JSON keep it. */
const OTHER_WORD = { vi: /.{0,40}khối(?! lượng)/giu, en: /.{0,40}\bblocs?\b(?!["-])/giu } as const;

const plans = (kind: 'khối' | 'cụm', regulation: Regulation, content: BlocOptions['content'] = {}) =>
  blocPlans({
    units: 3,
    seed: 3,
    regulation,
    content: { ...content, info: { kind, name: `${kind === 'cụm' ? 'Cụm' : 'Khối'} thi đua số 3`, leader: 'DV01' } },
  });
const file = (...of: Parameters<typeof plans>): Uint8Array => createPackage(plans(...of));
const checked = (
  name: string,
  bytes: Uint8Array,
  standard: ReturnType<typeof openStandard> | null,
  lang: Lang = 'vi',
): FileReport => checkBytes(name, ok(bytes), { standard, blocs: null, withJson: true, lang });
const compared = (standard: ReturnType<typeof openStandard>, ...of: Parameters<typeof plans>) =>
  compareWithStandard(judge(cellsOfPlans(plans(...of))), standard, false).map(({ code, received, expected }) => [
    code,
    received,
    expected,
  ]);

test.each(REGULATIONS)('$id holds for a cụm as for a khối', (regulation) => {
  const standard = openStandard(regulationStandard(regulation));
  expect(compared(standard, 'cụm', regulation)).toEqual([]);
});

test('a standard workbook of either kind holds for the other', () => {
  for (const [own, other] of [
    ['khối', 'cụm'],
    ['cụm', 'khối'],
  ] as const) {
    const standard = workbookStandard(file(own, MINH_HOA_HAI_CO));
    if (!standard.ok) throw new Error('no standard');
    expect(compared(openStandard(standard.value), other, MINH_HOA_HAI_CO)).toEqual([]);
  }
});

test('what differs beside the word is said, and what should be there in the word of the workbook', () => {
  const changed = {
    ...MINH_HOA_HAI_CO,
    criteria: MINH_HOA_HAI_CO.criteria.map((one) => (one.code === 'III.4' ? { ...one, name: 'Họp của khối' } : one)),
  };
  expect(compared(openStandard(regulationStandard(MINH_HOA_HAI_CO)), 'cụm', changed)).toEqual([
    ['criterion-changed', 'Họp của cụm', 'Tham gia hoạt động chung của cụm'],
  ]);
});

test.each([
  ['fallback', 'CP', {}, ['rule-changed', null, 'UBND']],
  ['fallback', 'CP', { fallback: 'BK' }, ['rule-changed', 'BK', 'UBND']],
  ['excludes', 'CP', {}, ['rule-changed', null, 'BK']],
  ['excludes', 'BK', { excludes: 'CP' }, ['rule-changed', 'CP', null]],
] as const)('%s of %s is compared with the standard', (column, code, given, expected) => {
  const awards = MINH_HOA_HAI_CO.awards.map((award) =>
    award.code === code ? { ...award, [column]: undefined, ...given } : award,
  );
  expect(compared(openStandard(regulationStandard(MINH_HOA_HAI_CO)), 'khối', { ...MINH_HOA_HAI_CO, awards })).toEqual([
    expected,
  ]);
});

describe.each(['vi', 'en'] as const)('every answer, %s', (lang) => {
  const other = MINH_HOA_HAI_CO.criteria.map((one) => (one.code === 'III.4' ? { ...one, max: 3 } : one));
  const standard = openStandard(regulationStandard({ ...MINH_HOA_HAI_CO, criteria: other }));
  const across = new AcrossFiles([{ name: 'Cụm thi đua số 4', units: null }], new Map());
  const bytes = file('cụm', MINH_HOA_HAI_CO);
  // The same cụm twice, with other scores, and once more byte for byte.
  const reports = [
    ['1.xlsx', bytes],
    ['2.xlsx', file('cụm', MINH_HOA_HAI_CO, { levels: ['bloc'] })],
    ['3.xlsx', bytes],
  ].map(([name, content]) => across.add(checked(name as string, content as Uint8Array, standard, lang)));
  const summary = { counts: countVerdicts(reports), overall: across.end() };
  const options = { lang, colour: false, linkTo: () => null, heading: '' };
  const answer = (output: ReturnType<typeof textOutput>): string =>
    reports.map((report) => output.file(report)).join('') + String(output.end(summary));

  test.each([
    ['a terminal', () => answer(textOutput(options))],
    ['a page', () => answer(htmlOutput(options))],
    ['a workbook', () => JSON.stringify(summarySheets(reports, summary, options))],
    ['JSON', () => reports.map((report) => reportLine(report, lang)).join('\n')],
  ])('for %s', (_, made) => {
    const text = made();
    expect(text.match(OTHER_WORD[lang])).toBeNull();
    expect(text).toContain(
      lang === 'vi'
        ? 'Cụm “Cụm thi đua số 3” đã có sổ khác là 1.xlsx'
        : 'The cluster “Cụm thi đua số 3” already has another workbook, 1.xlsx',
    );
  });
  test('and the same code of a khối keeps its word', () => {
    const blocs = new AcrossFiles(null, new Map());
    const two = [
      ['1.xlsx', {}],
      ['2.xlsx', { levels: ['bloc'] as const }],
    ].map(([name, content]) =>
      blocs.add(checked(name as string, file('khối', MINH_HOA_HAI_CO, content as object), standard, lang)),
    );
    const output = textOutput(options);
    two.forEach((report) => output.file(report));
    expect(output.end({ counts: countVerdicts(two), overall: { issues: [], totals: [] } })).toContain(
      lang === 'vi' ? 'Khối “Khối thi đua số 3” đã có sổ khác' : 'The bloc “Khối thi đua số 3” already',
    );
  });
});

test('khối and cụm in one check stand under both words', () => {
  const reports = [
    checked('1.xlsx', file('khối', MINH_HOA_HAI_CO), null),
    checked('2.xlsx', file('cụm', MINH_HOA_HAI_CO), null),
  ];
  const [sheet] = summarySheets(
    reports,
    { counts: countVerdicts(reports), overall: { issues: [], totals: [] } },
    { lang: 'vi', colour: false, linkTo: () => null, heading: '' },
  );
  expect(JSON.stringify(sheet)).toContain('Khối, cụm');
});
