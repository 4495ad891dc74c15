/** A small province with the truth beside it (bench/board-province.ts measures the one of 300). */
import { AcrossFiles } from '../../src/board/across-files';
import { checkBytes, type CheckOptions, type FileReport } from '../../src/board/check-workbook';
import { parseBlocs } from '../../src/board/lists';
import { openStandard, workbookStandard } from '../../src/board/standard';
import { ok } from '../../src/sheets/door';
import { soundBloc, standardWorkbook, withResults, Random } from './province/bloc';
import { BlocCells } from './province/bloc-cells';
import { edited } from './province/edit-xml';
import { INPUT_FAULTS } from './province/input-faults';
import { measure } from './province/measure';
import { blocList, makeProvince } from './province/province';
import { ResultsCells, TAMPERINGS } from './province/tampering';
import { placed, said } from './support';

function openedStandard(): CheckOptions['standard'] {
  const standard = workbookStandard(standardWorkbook());
  if (!standard.ok) throw new Error('the standard is no standard');
  return openStandard(standard.value);
}
const standard = openedStandard();
const OPTIONS: CheckOptions = { standard, blocs: null, withJson: false, lang: 'vi' };

const bloc = soundBloc(5);
const sound = withResults(bloc.bytes);
const listed = [{ name: bloc.judgement.book.info.name, units: bloc.judgement.book.units.map(({ name }) => name) }];

test('a sound workbook with its own results: nothing is said', () => {
  expect(checkBytes('x', ok(sound), OPTIONS)).toMatchObject({ verdict: 'valid', issues: [] });
});

test('there are at least 40 kinds of faults, each of a kind of its own', () => {
  const kinds = [...INPUT_FAULTS, ...TAMPERINGS].map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(kinds.length).toBeGreaterThanOrEqual(40);
});

test.each(TAMPERINGS)('after computing: $kind: $code', ({ code, plant, also = [] }) => {
  const done = plant(new BlocCells(bloc, new Random(7), 5), sound);
  if (done === null) throw new Error('not planted');
  const { issues } = checkBytes('x', ok(done.bytes), OPTIONS);
  expect(issues.map(placed)).toContain(placed({ code, place: done.at }));
  expect(issues.filter((found) => found.code !== code && !also.includes(found.code)).map(placed)).toEqual([]);
});

test('a maximum raised after computing: without a standard too the results are stale at their stamp', () => {
  const raised = TAMPERINGS.find(({ kind }) => kind === 'a maximum raised after computing')?.plant(
    new BlocCells(bloc, new Random(7), 5),
    sound,
  );
  const { issues } = checkBytes('x', ok(raised?.bytes ?? sound), { ...OPTIONS, standard: null });
  expect(issues.map(placed)).toContain(
    placed({ code: 'result-stale', place: new ResultsCells(sound).find(/mã số liệu/u) }),
  );
});

const RULES = INPUT_FAULTS.filter(({ code }) =>
  [
    'max-changed',
    'criterion-changed',
    'criterion-missing',
    'criterion-added',
    'rule-changed',
    'unit-list-differs',
    'ballots-identical',
    'levels-identical',
  ].includes(code),
);
test.each(RULES)('against the standard: $kind: $code', ({ code, plant }) => {
  const done = plant(new BlocCells(bloc, new Random(7), 5));
  if (done === null) throw new Error('not planted');
  const { issues } = checkBytes('x', ok(withResults(edited(bloc.bytes, done.edits), true)), {
    ...OPTIONS,
    blocs: listed,
  });
  expect(issues.filter((found) => found.code === code).map(placed)).toEqual([placed({ code, place: done.at })]);
});

describe('a province of 24 workbooks, 5 of them with a story', () => {
  const reports: FileReport[] = [];
  let province: Awaited<ReturnType<typeof makeProvince>>;
  beforeAll(async () => {
    province = await makeProvince({ files: 24, seed: 3, libreOffice: false });
    const blocs = parseBlocs(blocList(province));
    const across = new AcrossFiles(blocs, new Map([['cp', 5]]));
    for (const { name, bytes } of province)
      reports.push(across.add(checkBytes(name, ok(bytes), { ...OPTIONS, blocs })));
    expect(
      across.end().issues.map(({ code, received, expected }) => `${code} ${received ?? ''} ${expected ?? ''}`),
    ).toEqual(
      expect.arrayContaining([expect.stringMatching(/^limit-exceeded \d+ 5$/), 'bloc-missing  Khối thi đua số 012']),
    );
  });

  test('every planted fault is named at its cell, and nothing beyond the truth and what may follow from it', () => {
    const { missed, unexplained, planted, found } = measure(
      province,
      reports.map(({ issues }) => issues.map(said)),
    );
    expect({ missed, unexplained }).toEqual({ missed: [], unexplained: [] });
    expect(found).toBe(planted);
    expect(planted).toBeGreaterThanOrEqual(45);
  });

  test('verdicts: the clean ones valid, the broken ones unreadable', () => {
    const verdict = (name: string) => reports.find(({ file }) => file === name)?.verdict;
    expect([verdict('khoi-010.xlsx'), verdict('khoi-020.xlsx')]).toEqual(['valid', 'valid']);
    expect(['012', '013', '014'].map((number) => verdict(`khoi-${number}.xlsx`))).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
    ]);
  });
});
