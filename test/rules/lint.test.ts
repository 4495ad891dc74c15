/** The linter of the rules themselves: what cannot be used, and what can hardly be meant so. */
import { evaluate, type Award, type Band, type Book, type Settings, type Way } from '../../src/rules/index';
import { at, band, book, type BookInput, type CellInput, type ConditionInput, type CriterionInput } from './books';

const findings = (one: Book): string[] =>
  evaluate(one).issues.map(
    ({ code, severity, place, received, expected }) =>
      `${severity} ${code} ${place === null ? '' : `${place.sheet}!${String(place.row)},${String(place.column)}`} ${received ?? ''} / ${expected ?? ''}`,
  );
const ofCriteria = (
  criteria: Readonly<Record<string, CriterionInput>>,
  settings: Partial<Settings> = {},
  more: Partial<BookInput> = {},
) => findings(book({ settings, criteria, scores: {}, ...more }));

const SCALE = { sources: { scale: { place: at('Quy tắc', 1, 1), basis: null } } };

const inBands = (...list: readonly (readonly [string, string])[]): Way => ({
  kind: 'bands',
  bands: list.map(([from, points]) => ({ from, points })),
});

describe('maxima', () => {
  test('the sections make the scale', () => {
    expect(ofCriteria({ I: { max: 60 }, II: { max: 40 } })).toEqual([]);
  });
  test('they do not: at the setting, else at the first criterion', () => {
    expect(ofCriteria({ I: { max: 60 }, II: { max: 30 } }, SCALE)).toEqual([
      'warning max-sum-differs Quy tắc!1,1 90 / 100',
    ]);
    expect(ofCriteria({ I: { max: 60 }, II: { max: 30 } })).toEqual(['warning max-sum-differs Tiêu chí!1,0 90 / 100']);
  });
  test.each([
    ['1000', { I: { max: 950 }, B: { max: 80, counts: 'bonus' as const } }, { bonusCap: '50' }],
    ['115', { I: { max: 100 }, B: { max: 15, counts: 'bonus' as const } }, {}],
  ])('a printed scale of %s with the bonus in it', (scale, criteria, more) => {
    expect(ofCriteria(criteria, { scale, ...more }).filter((text) => text.includes('max-sum-differs'))).toEqual([]);
    expect(
      ofCriteria(criteria, { scale: '110', ...more }).filter((text) => text.includes('max-sum-differs')),
    ).toHaveLength(1);
  });
  test('the cap of a bonus group does not limit the main points below it', () => {
    expect(
      ofCriteria({
        I: { way: 'group', max: null },
        'I.1': { way: 'group', max: 2, counts: 'bonus' },
        'I.1.a': { max: 10, counts: 'main' },
        II: { max: 90 },
      }),
    ).toEqual([]);
  });
  test('bonus and deduction do not count', () => {
    expect(
      ofCriteria({ I: { max: 100 }, B: { max: 10, counts: 'bonus' }, T: { max: 10, counts: 'deduction' } }),
    ).toEqual([]);
  });
  test('nothing is compared without sections, or with a broken maximum', () => {
    expect(ofCriteria({ B: { max: 10, counts: 'bonus' } })).toEqual([]);
    expect(ofCriteria({ I: { max: 60 }, II: { max: null } })).toEqual(['error setting-invalid Tiêu chí!2,2  / >= 0']);
  });
  test.each(['0', '-5', 'trăm'])('a scale of %s', (scale) => {
    expect(
      ofCriteria({ I: { max: 100 } }, { ...SCALE, scale }).filter((text) => text.includes('setting-invalid')),
    ).toEqual([`error setting-invalid Quy tắc!1,1 ${scale} / `]);
  });
  test('bonus items of 13 under a cap of 10 are named, not blamed', () => {
    expect(
      ofCriteria({
        I: { max: 100 },
        B: { way: 'group', max: 10, counts: 'bonus' },
        'B.1': { max: 4 },
        'B.2': { max: 3 },
        'B.3': { max: 6 },
      }),
    ).toEqual(['info rule-cuts Tiêu chí!2,2 10 / 13']);
  });
  test('a maximum that the children cannot reach', () => {
    expect(
      ofCriteria({ I: { way: 'group', max: 100 }, 'I.1': { max: 60 }, 'I.2': { max: 30 } }, { scale: '90' }),
    ).toEqual(['warning rule-unreachable Tiêu chí!1,2 100 / 90']);
  });
  test('of a "highest only" group the highest child is the measure', () => {
    const group = { way: { kind: 'group' as const, highestOnly: true }, counts: 'bonus' as const };
    expect(ofCriteria({ I: { max: 100 }, B: { ...group, max: 6 }, 'B.1': { max: 4 }, 'B.2': { max: 6 } })).toEqual([]);
    expect(ofCriteria({ I: { max: 100 }, B: { ...group, max: 10 }, 'B.1': { max: 4 }, 'B.2': { max: 6 } })).toEqual([
      'warning rule-unreachable Tiêu chí!2,2 10 / 6',
    ]);
  });
  test('children that fit, children of another kind, children without maximum: nothing to say', () => {
    expect(
      ofCriteria({
        I: { way: 'group', max: 100 },
        'I.1': { max: 60 },
        'I.2': { max: 40 },
        'I.3': { max: 5, counts: 'bonus' },
      }),
    ).toEqual([]);
    expect(
      ofCriteria({ I: { max: 100 }, B: { way: 'group', max: 10, counts: 'bonus' }, 'B.1': { max: null } }),
    ).toEqual([]);
    expect(ofCriteria({ I: { max: 100 }, B: { way: 'group', max: 10, counts: 'bonus' } })).toEqual([]);
  });
  test.each<[CriterionInput, string]>([
    [{ max: 10, way: { kind: 'minus', each: '-1' } }, 'error setting-invalid Tiêu chí!1,0  / >= 0'],
    [{ max: 10, way: { kind: 'count', each: 'x' } }, 'error setting-invalid Tiêu chí!1,0  / >= 0'],
    [{ max: 5, way: inBands() }, 'error setting-invalid Tiêu chí!1,0  / >= 0'],
    [{ max: 5, way: inBands(['-1', '2']) }, 'error setting-invalid Tiêu chí!1,0  / >= 0'],
    [{ max: 5, way: inBands(['88', '-2']) }, 'error setting-invalid Tiêu chí!1,0  / >= 0'],
    [{ max: 5, way: inBands(['cao', '2']) }, 'error setting-invalid Tiêu chí!1,0  / >= 0'],
    [{ max: 5, way: inBands(['88', '2'], ['88', '3']) }, 'error setting-invalid Tiêu chí!1,0  / >= 0'],
    [{ max: 5, way: inBands(['88', '2'], ['90', '6']) }, 'error setting-invalid Tiêu chí!1,0  / >= 0'],
    [{ max: -1 }, 'error setting-invalid Tiêu chí!1,2 -1 / >= 0'],
    [{ max: 'mười' }, 'error setting-invalid Tiêu chí!1,2 mười / >= 0'],
    [{ max: null, counts: 'bonus', way: 'yesno' }, 'error setting-invalid Tiêu chí!1,2  / >= 0'],
    [{ max: null, counts: 'bonus', way: 'ratio' }, 'error setting-invalid Tiêu chí!1,2  / >= 0'],
    [{ max: null, counts: 'deduction', way: 'minus' }, 'error setting-invalid Tiêu chí!1,2  / >= 0'],
    [{ max: null, counts: 'bonus', way: 'relative' }, 'error setting-invalid Tiêu chí!1,2  / >= 0'],
  ])('a leaf that cannot be scored: %p', (leaf, finding) => {
    expect(ofCriteria({ X: leaf }).filter((text) => text.includes('setting-invalid'))).toEqual([finding]);
  });
  test.each<CriterionInput>([
    { max: null, counts: 'bonus' },
    { max: null, counts: 'bonus', way: 'count' },
    { max: null, counts: 'deduction', way: 'average' },
    { max: 0, counts: 'bonus' },
    { max: 5, counts: 'bonus', way: inBands(['0', '0'], ['90', '5']) },
  ])('a leaf that can: %p', (leaf) => {
    expect(ofCriteria({ X: leaf })).toEqual([]);
  });
  test('children of whom one has a broken maximum, or none, are not added up', () => {
    const group = { way: 'group', max: 10, counts: 'bonus' } as const;
    const parents = (criteria: Readonly<Record<string, CriterionInput>>) =>
      ofCriteria({ I: { max: 100 }, ...criteria }).filter((text) => /rule-|Tiêu chí!2,/.test(text));
    expect(parents({ B: group, 'B.1': { max: -20 }, 'B.2': { max: 5 } })).toEqual([]);
    expect(parents({ B: group, 'B.1': { max: 5 }, 'B.2': { way: 'group', max: null }, 'B.2.a': { max: 1 } })).toEqual(
      [],
    );
    expect(parents({ B: group, 'B.1': { max: 5 }, 'B.2': { max: 1 } })).toEqual([
      'warning rule-unreachable Tiêu chí!2,2 10 / 6',
    ]);
  });
  test('codes twice, and parents that are not there', () => {
    const one = book({ criteria: { I: { max: 100 } }, scores: {} });
    const [first] = one.criteria;
    if (first === undefined) throw new Error('no criterion');
    expect(findings({ ...one, criteria: [first, { ...first, place: at('Tiêu chí', 5) }] })).toEqual([
      'error code-duplicate Tiêu chí!5,0 I / ',
    ]);
    expect(findings({ ...one, criteria: [{ ...first, parent: 'IX' }] })).toEqual([
      'error code-unknown Tiêu chí!1,0 IX / ',
    ]);
  });
});

describe('where rows of the criteria may be lost, no sum of their maxima means anything', () => {
  const told = (doubt: Partial<Book['doubts'][number]> | null) => {
    const one = book({
      criteria: { I: { way: 'group', max: 50 }, 'I.1': { max: 40 }, B: { max: 5, counts: 'bonus' } },
      scores: { a: { 'I.1': 30 } },
      bands: [band('Xuất sắc', 90, 1)],
    });
    const doubts =
      doubt === null
        ? []
        : [{ code: 'code-missing' as const, place: at('Tiêu chí', 9), touches: 'totals' as const, ...doubt }];
    return findings({ ...one, doubts }).map((text) => text.split(' ')[1]);
  };
  const ALL = ['rule-unreachable', 'max-sum-differs', 'rule-unreachable'];
  test.each<[string, Parameters<typeof told>[0], readonly string[]]>([
    ['no doubt', null, ALL],
    ['a row without code', {}, []],
    ['of another sheet', { place: at('Số liệu', 9) }, ALL],
    ['that touches no total', { touches: ['T'] }, ALL],
    ['of another kind', { code: 'number-as-text' }, ALL],
  ])('%s', (_, doubt, expected) => {
    expect(told(doubt).sort()).toEqual([...expected].sort());
  });
});

describe('settings', () => {
  const place = at('Quy tắc', 3, 1);
  test.each<[Partial<Settings>, keyof Settings['sources'], string]>([
    [{ bonusCap: '-1' }, 'bonusCap', '-1'],
    [{ bonusCap: 'ít' }, 'bonusCap', 'ít'],
    [{ deductionCap: '-0.5' }, 'deductionCap', '-0.5'],
    [{ totalMin: 'x' }, 'totalMin', 'x'],
    [{ totalMax: '1/0' }, 'totalMax', '1/0'],
    [{ totalMin: '50', totalMax: '40' }, 'totalMin', '50'],
    [{ totalDecimals: -1 }, 'totalDecimals', '-1'],
    [{ totalDecimals: 11 }, 'totalDecimals', '11'],
    [{ sectionDecimals: 1.5 }, 'sectionDecimals', '1.5'],
    [{ criterionDecimals: NaN }, 'criterionDecimals', 'NaN'],
  ])('%p cannot be used, and no total can be trusted', (settings, name, received) => {
    const { issues, awards } = evaluate(
      book({
        settings: { ...settings, sources: { [name]: { place, basis: null } } },
        scores: { a: 50 },
        awards: { T: {} },
      }),
    );
    expect(
      issues.filter(({ code }) => code === 'setting-invalid').map((issue) => [issue.place, issue.received]),
    ).toEqual([[place, received]]);
    expect(awards[0]?.status).toBe('pending:unknown');
  });
  test.each<Partial<Settings>>([
    { bonusCap: '0' },
    { totalMin: '-10' },
    { totalMin: '40', totalMax: '40' },
    { totalDecimals: 0 },
    { totalDecimals: 10 },
    { sectionDecimals: null },
  ])('%p can be used', (settings) => {
    expect(findings(book({ settings, scores: {} }))).toEqual([]);
  });
});

describe('conditions that nobody can ever meet', () => {
  const criteria: Readonly<Record<string, CriterionInput>> = {
    I: { way: 'group', max: null },
    'I.1': { max: 60 },
    II: { max: 40 },
    B: { counts: 'bonus', max: 5 },
    R: { way: { kind: 'ratio', cap: '1.2', floor: null, cutoff: null, lowerIsBetter: false }, max: 10 },
    X: { counts: 'deduction', max: null },
  };
  test.each<[string, ConditionInput['op'], string, boolean]>([
    ['percent I', '>=', '101', true],
    ['percent I', '>', '100', true],
    ['percent I', '>=', '100', false],
    ['percent I', '=', '120%', true],
    ['percent I', '<=', '120', false],
    ['percent R', '=', '120', false],
    ['percent R', '>', '120', true],
    ['section I', '>=', '60.5', true],
    ['section I', '>=', '60', false],
    ['section I', '>', '60', true],
    ['criterion II', '>', '40', true],
    ['criterion II', '=', '40', false],
    ['criterion B', '>=', '5.5', true],
    ['criterion B', '>=', '5', false],
    ['criterion R', '>=', '12', false],
    ['criterion R', '>', '12', true],
    ['section I', '<', '1000', false],
    ['criterion X', '>=', '1000', false],
    ['total', '>=', '117', false],
    ['total', '>', '117', true],
    ['base', '>=', '112', false],
    ['base', '=', '112.5', true],
    ['bonus', '>=', '5', false],
    ['bonus', '>', '5', true],
    ['deduction', '>=', '1000', false],
    ['rank', '>=', '1000', false],
  ])('%s %s %s: %p', (field, op, value, never) => {
    const conditions = { k: { field, op: op ?? null, value } };
    expect(ofCriteria(criteria, { scale: '110' }, { conditions })).toEqual(
      never ? [expect.stringMatching(/^warning rule-unreachable Điều kiện!1,4 /)] : [],
    );
  });
});

test.each<[string, boolean]>([
  ['3', false],
  ['3.1', true],
])('a section is rounded before it is compared: at least %s', (value, never) => {
  expect(
    ofCriteria(
      { I: { way: 'group', max: null }, 'I.1': { max: '2.5' } },
      { scale: '2.5', sectionDecimals: 0 },
      { conditions: { k: { field: 'section I', op: '>=', value } } },
    ),
  ).toEqual(never ? [expect.stringMatching(/^warning rule-unreachable Điều kiện!1,4 /)] : []);
});

test.each<[Partial<Settings>, CriterionInput, readonly string[]]>([
  [{ bonusCap: '10' }, { max: 13, counts: 'bonus' }, ['info rule-cuts Quy tắc!7,1 10 / 13']],
  [{ bonusCap: '10' }, { max: 10, counts: 'bonus' }, []],
  [{ bonusCap: '10' }, { max: null, counts: 'bonus' }, []],
  [{ deductionCap: '10' }, { max: 5, counts: 'deduction' }, ['warning rule-unreachable Quy tắc!7,1 10 / 5']],
  [{ deductionCap: '5' }, { max: 5, counts: 'deduction' }, []],
  [{ deductionCap: '10' }, { max: 5, counts: 'bonus' }, []],
])('an overall cap %p over items of %p: −5 in one place against "at most 10" in another', (settings, own, expected) => {
  const place = { place: at('Quy tắc', 7, 1), basis: null };
  expect(
    ofCriteria({ I: { max: 100 }, X: own }, { ...settings, sources: { bonusCap: place, deductionCap: place } }),
  ).toEqual(expected);
});

test('a band that no total can reach', () => {
  expect(
    ofCriteria(
      { I: { max: 100 }, B: { max: 5, counts: 'bonus' } },
      {},
      { bands: [band('Xuất sắc', 106, 1), band('Tốt', 105, 2)] },
    ),
  ).toEqual(['warning rule-unreachable Xếp loại!1,0 106 / <= 105']);
});

describe('awards and bands', () => {
  const withAward = (change: Partial<Award>) => {
    const one = book({ scores: {}, awards: { T: {} } });
    return findings({
      ...one,
      awards: one.awards.map((own) => ({
        ...own,
        places: { quota: at('Khen thưởng', 1, 2), min: at('Khen thưởng', 1, 4), max: at('Khen thưởng', 1, 5) },
        ...change,
      })),
    });
  };
  test.each<[Partial<Award>, readonly string[]]>([
    [{ minPlaces: '1', maxPlaces: '3' }, []],
    [{ minPlaces: '3', maxPlaces: '3' }, []],
    [{ minPlaces: '3', maxPlaces: '1' }, ['error quota-invalid Khen thưởng!1,4 3 / <= 1']],
    [{ minPlaces: '-1' }, ['error quota-invalid Khen thưởng!1,4 -1 / ']],
    [{ maxPlaces: 'x' }, ['error quota-invalid Khen thưởng!1,5 x / ']],
    [{ quota: { kind: 'number', places: '-1' } }, ['error quota-invalid Khen thưởng!1,2  / ']],
  ])('%p', (change, expected) => {
    expect(withAward(change).filter((text) => !text.includes('quota-unfilled'))).toEqual(expected);
  });

  const bands = (list: readonly Band[]) => findings(book({ scores: {}, bands: list }));
  test('bands in order', () => {
    expect(bands([band('Tốt', 80, 1), band('Khá', 65, 2), band('Yếu', null, 3)])).toEqual([]);
  });
  test('a limit that does not go down, and names that stand twice', () => {
    expect(bands([band('Tốt', 80, 1), band('Khá', 80, 2)])).toEqual(['error band-order Xếp loại!2,0 80 / < 80']);
    expect(bands([band('Tốt', null, 1), band('Khá', 65, 2)])).toEqual(['error band-order Xếp loại!1,0  / số']);
    expect(bands([band('Tốt', 80, 1), band(' TỐT', 65, 2)])).toEqual(['error code-duplicate Xếp loại!2,0  TỐT / ']);
  });
  test('quotas and limits that the reader could not read are his to say', () => {
    expect(withAward({ quota: { kind: 'invalid' } })).toEqual([]);
    expect(bands([band('Tốt', 80, 1, { limit: { kind: 'invalid' } })])).toEqual([]);
  });
  test('awards of one name, or one code, whatever their letters', () => {
    const one = book({
      scores: {},
      awards: { T: { name: 'Cờ thi đua' }, U: { name: ' CỜ  thi đua' }, V: { name: '' }, W: { name: '' } },
    });
    const twice = (given: Book) =>
      evaluate(given).issues.flatMap(({ code, award, received, place }) =>
        code === 'award-duplicate' ? [`${String(award)} ${String(received)} ${String(place?.row)}`] : [],
      );
    expect(twice(one)).toEqual(['U  CỜ  thi đua 2']);
    const [first] = one.awards;
    expect(
      twice({
        ...one,
        awards: first === undefined ? [] : [first, { ...first, name: 'Khác', place: at('Khen thưởng', 7) }],
      }),
    ).toEqual(['T Khác 7']);
  });
  test('a limit of units that cannot be read', () => {
    expect(bands([band('Tốt', 80, 1, { limit: { kind: 'percent', percent: '120', of: 'units' } })])).toEqual([
      'error quota-invalid Xếp loại!1,0  / ',
    ]);
    expect(bands([band('Tốt', 80, 1, { limit: { kind: 'percent', percent: '100', of: 'units' } })])).toEqual([]);
  });
});

describe('a condition that decides something else than is meant', () => {
  const told = (conditions: Readonly<Record<string, ConditionInput>>, more: Partial<BookInput> = {}) =>
    evaluate(book({ scores: {}, awards: { T: {}, U: {} }, conditions, ...more })).issues.flatMap(
      ({ code, severity, place, received, expected, params }) =>
        code === 'condition-invalid'
          ? [
              `${severity} ${String(params?.['condition'])} ${String(place?.row)},${String(place?.column)} ${String(received)} / ${String(expected)} ${params?.['alone'] ?? params?.['noUnit'] ?? ''}`,
            ]
          : [],
    );

  const inGroup = (orGroup: string, scope: ConditionInput['scope'] = { kind: 'all' }): ConditionInput => ({
    field: 'total',
    value: '50',
    orGroup,
    scope,
  });
  const of = (...awards: readonly string[]): ConditionInput['scope'] => ({ kind: 'awards', awards });
  const [TOP, GOOD] = ['Xuất sắc', 'Tốt'].map((grade): ConditionInput['scope'] => ({ kind: 'grade', grade }));
  const bar = { effect: { kind: 'bar' } } as const;
  test.each<[string, Readonly<Record<string, ConditionInput>>, readonly string[]]>([
    ['a row alone', { k: inGroup('n') }, ['warning k 1,0 n / null n']],
    ['two rows', { k: inGroup('n'), l: inGroup('n') }, []],
    ['in other letters', { k: inGroup('Nhóm 1'), l: inGroup(' nhóm 1') }, []],
    ['two groups', { k: inGroup('n'), l: inGroup('m') }, ['warning k 1,0 n / null n', 'warning l 2,0 m / null m']],
    [
      'a row without group is no partner',
      { k: inGroup('n'), l: { field: 'total', value: '50' } },
      ['warning k 1,0 n / null n'],
    ],
    // Rows that bar are not joined, so they are nobody's partner.
    [
      'a bar beside a requirement',
      { k: inGroup('n'), l: { ...inGroup('n'), ...bar } },
      ['warning k 1,0 n / null n', 'warning l 2,0 n / null n'],
    ],
    [
      'two bars',
      { k: { ...inGroup('n'), ...bar }, l: { ...inGroup('n'), ...bar } },
      ['warning k 1,0 n / null n', 'warning l 2,0 n / null n'],
    ],
    [
      'for one award each',
      { k: inGroup('n', of('T')), l: inGroup('n', of('U')) },
      ['warning k 1,0 n / null n', 'warning l 2,0 n / null n'],
    ],
    ['for awards that overlap', { k: inGroup('n', of('T')), l: inGroup('n', of('U', 'T')) }, []],
    ['for one award and for all', { k: inGroup('n', of('T')), l: inGroup('n') }, []],
    ['for one grade', { k: inGroup('n', TOP), l: inGroup('n', TOP) }, []],
    [
      'for two grades',
      { k: inGroup('n', TOP), l: inGroup('n', GOOD) },
      ['warning k 1,0 n / null n', 'warning l 2,0 n / null n'],
    ],
    [
      'for a grade and for all awards',
      { k: inGroup('n', TOP), l: inGroup('n') },
      ['warning k 1,0 n / null n', 'warning l 2,0 n / null n'],
    ],
    [
      'for a grade and for an award',
      { k: inGroup('n', of('T')), l: inGroup('n', TOP) },
      ['warning k 1,0 n / null n', 'warning l 2,0 n / null n'],
    ],
  ])('an "or" group: %s', (_, conditions, expected) => {
    expect(told(conditions, { bands: [band('Xuất sắc', 90, 1), band('Tốt', 80, 2)] })).toEqual(expected);
  });

  const units = (...values: readonly CellInput[]): Partial<BookInput> => ({
    scores: Object.fromEntries(values.map((_value, at) => [`u${String(at)}`, 90])),
    units: Object.fromEntries(values.map((value, at) => [`u${String(at)}`, { attributes: { Vùng: value } }])),
  });
  test.each<[string, ConditionInput['op'], string, readonly CellInput[], readonly string[]]>([
    ['a text that no unit has', '=', 'núi', ['biển', 'đồng bằng'], ['warning k 1,4 núi / biển; đồng bằng Vùng']],
    ['each text is named once', '<>', 'núi', ['biển', 'biển', null], ['warning k 1,4 núi / biển Vùng']],
    ['a text that one has', '=', 'núi', ['biển', 'Núi '], []],
    ['one of a list', 'in', 'núi; biển; hồ', ['biển'], ['warning k 1,4 núi; hồ / biển Vùng']],
    ['none of a list', 'notIn', 'biển', ['biển', 'núi'], []],
    ['while nobody has filled it in', '=', 'núi', [null, ' '], []],
    ['a number that no unit has', '=', '7', [5], []],
    ['a day that no unit has', '=', '2025-11-30', ['núi'], []],
    ['yes, which no unit says', '=', 'có', [false], []],
    ['yes in a list, in a word for it', 'in', 'có; núi', [true, 'núi'], []],
    ['no in a list, where units say yes', 'in', 'không; núi', [true, 'núi'], ['warning k 1,4 không / có; núi Vùng']],
    ['yes in a list, where units say no', 'in', 'có; núi', [false, 'núi'], ['warning k 1,4 có / không; núi Vùng']],
    ['a task grade that no unit has', 'in', 'HTXSNV', ['HTNV'], []],
    ['an order is no text', '>=', '5', [3], []],
    [
      'no more than six are named',
      '=',
      'x',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      ['warning k 1,4 x / a; b; c; d; e; f Vùng'],
    ],
  ])('words: %s', (_, op, value, values, expected) => {
    expect(told({ k: { field: 'attribute Vùng', op: op ?? null, value } }, units(...values))).toEqual(expected);
  });
  test('only of a column of the units', () => {
    expect(
      told({ k: { field: 'grade', op: '=', value: 'Tốt' } }, { ...units('núi'), bands: [band('Tốt', 80, 1)] }),
    ).toEqual([]);
  });
});
