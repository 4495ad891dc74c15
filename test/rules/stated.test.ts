/** Sums that a workbook states itself, order and repetition of findings, and conditions that cannot be judged. */
import { evaluate, issue, type Entry, type Settings } from '../../src/rules/index';
import { at, book, type BookInput, type CellInput, type CriterionInput } from './books';

const CRITERIA: Readonly<Record<string, CriterionInput>> = {
  I: { way: 'group', max: 50 },
  'I.1': { max: 40, allowsNa: true },
  'I.2': { max: 30 },
  II: { max: 40, way: 'yesno' },
  B: { max: 5, counts: 'bonus' },
  T: { way: 'group', counts: 'deduction', max: null },
  'T.1': { max: 5 },
};
const SCORES: Readonly<Record<string, CellInput>> = { 'I.1': 30, 'I.2': 30, II: true, B: 2, 'T.1': 1 };
const error: Entry = { kind: 'error', error: '#REF!', place: at('Chấm điểm', 100, 3) };
const uncalculated: Entry = { kind: 'uncalculated', place: at('Chấm điểm', 100, 3) };

function found(
  stated: Readonly<Record<string, CellInput>>,
  scores: Readonly<Record<string, CellInput>> = {},
  settings: Partial<Settings> = {},
  units: BookInput['units'] = {},
): string[] {
  return evaluate(
    book({
      settings: { scale: '90', ...settings },
      criteria: CRITERIA,
      scores: { a: { ...SCORES, ...scores } },
      stated: { a: stated },
      units,
    }),
  )
    .issues.filter(
      ({ code }) =>
        code !== 'cap-applied' && code !== 'rule-cuts' && code !== 'setting-invalid' && code !== 'unit-not-ranked',
    )
    .map(
      ({ code, severity, criterion, received, expected }) =>
        `${severity} ${code} ${criterion ?? '–'} ${String(received)} / ${String(expected)}`,
    );
}

test.each<[string, Readonly<Record<string, CellInput>>, readonly string[]]>([
  ['the plain sum', { I: 60 }, []],
  ['the capped sum', { I: 50 }, []],
  ['another sum', { I: 55 }, ['error sum-differs I 55 / 60']],
  ['a millionth more', { I: '60.000001' }, []],
  ['a millionth less', { I: '59.999999' }, []],
  ['a little more', { I: '60.0000011' }, ['error sum-differs I 60.0000011 / 60']],
  ['of a deduction', { T: 1 }, []],
  ['another of a deduction', { T: -1 }, ['error sum-differs T -1 / 1']],
  ['of a leaf: nothing to check', { 'I.1': 7 }, []],
  ['of no row', { IX: 7 }, []],
  ['a text is no sum', { I: 'sáu mươi' }, []],
  ['a blank', { I: null }, []],
  ['an error', { I: error }, ['error cell-error I #REF! / null']],
  ['an error in the total', { '': error }, ['error cell-error – #REF! / null']],
  ['a formula without value', { I: uncalculated }, ['info formula-not-calculated I null / null']],
  ['the total after caps', { '': 91 }, []],
  ['the total of the plain sums', { '': 101 }, []],
  ['the total of the cells as they stand', { I: 50, '': 91 }, []],
  ['of cells of which one is wrong', { I: 45, '': 86 }, ['error sum-differs I 45 / 60']],
  ['another total', { '': 92 }, ['error sum-differs – 92 / 91']],
])('%s', (_, stated, expected) => {
  expect(found(stated)).toEqual(expected);
});

test('an error above an error is said where it began', () => {
  const broken: Entry = { kind: 'error', error: '#REF!', place: at('Chấm điểm', 3, 3) };
  expect(found({ I: error, '': { ...error, place: at('Chấm điểm', 101, 3) } }, { 'I.1': broken })).toEqual([
    'error cell-error I.1 #REF! / null',
  ]);
  expect(found({ T: error, '': { ...error, place: at('Chấm điểm', 101, 3) } })).toEqual([
    'error cell-error T #REF! / null',
  ]);
});

test('above what is not applicable: full points, or none', () => {
  expect([
    found({ I: 60 }, { 'I.1': 'N/A', 'I.2': 20 }, { notApplicable: 'full' }),
    found({ I: 20 }, { 'I.1': 'N/A', 'I.2': 20 }, { notApplicable: 'full' }),
  ]).toEqual([[], []]);
  expect([
    found({ I: 20 }, { 'I.1': 'N/A', 'I.2': 20 }, { notApplicable: 'total' }),
    found({ I: 60 }, { 'I.1': 'N/A', 'I.2': 20 }, { notApplicable: 'total' }),
  ]).toEqual([[], ['error sum-differs I 60 / 20']]);
});

test('nothing is checked above what has no points, nor of a unit without rank', () => {
  expect(
    [
      found({ I: 1, '': 1 }, { 'I.1': 'x' }),
      found({ '': 1 }, { B: 'x' }),
      found({ '': 1 }, { 'T.1': 'x' }),
      found({ I: 1 }, {}, {}, { a: { notRanked: 'mới' } }),
    ].map((all) => all.filter((line) => line.includes('sum-differs'))),
  ).toEqual([[], [], [], []]);
});

describe('findings', () => {
  const one = () => book({ scores: { b: 'x', a: 'y' } });
  test('stand in the order of sheets, rows and columns; what has no place comes last', () => {
    const from = (sheet: string, row: number, column: number) => issue('hidden-data', at(sheet, row, column));
    const given = {
      ...one(),
      findings: [
        issue('file-damaged', null),
        from('Lạ', 1, 1),
        from('Chấm điểm', 9, 9),
        from('Chấm điểm', 2, 1),
        from('Ạ', 0, 0),
        from('Thông tin', 5, 5),
      ],
    };
    expect(
      evaluate(given).issues.map(
        ({ code, place }) =>
          `${code} ${place === null ? '–' : `${place.sheet} ${String(place.row)},${String(place.column)}`}`,
      ),
    ).toEqual([
      'hidden-data Thông tin 5,5',
      'hidden-data Chấm điểm 2,1',
      'score-not-number Chấm điểm 2,3',
      'score-not-number Chấm điểm 2,4',
      'hidden-data Chấm điểm 9,9',
      'hidden-data Lạ 1,1',
      'hidden-data Ạ 0,0',
      'file-damaged –',
    ]);
  });
  test('what the reader has said of a cell is not said again', () => {
    expect(
      evaluate({
        ...one(),
        findings: [issue('score-not-number', at('Chấm điểm', 2, 3)), issue('score-missing', at('Chấm điểm', 2, 4))],
      }).issues.map(({ code, place }) => `${code} ${String(place?.column)}`),
    ).toEqual(['score-not-number 3', 'score-missing 4', 'score-not-number 4']);
  });
});
