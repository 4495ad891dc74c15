/** What is not applicable, in its four treatments. */
import { evaluate, type NaTreatment } from '../../src/rules/index';
import { book, type CellInput, type CriterionInput } from './books';

const CRITERIA: Record<string, CriterionInput> = {
  I: { way: 'group', max: null },
  'I.1': { max: 30, allowsNa: true },
  'I.2': { max: 30, allowsNa: true },
  II: { max: 24, allowsNa: true },
  III: { max: 16, allowsNa: true },
};

function judge(notApplicable: NaTreatment, scores: Readonly<Record<string, CellInput>>, criteria = CRITERIA) {
  const { units, issues } = evaluate(book({ settings: { notApplicable }, criteria, scores: { a: scores } }));
  const [unit] = units;
  return {
    sections: Object.fromEntries(unit?.sections ?? []),
    base: unit?.base,
    total: unit?.total,
    notRanked: unit?.notRanked,
    issues: issues.map(({ code, severity, criterion }) => `${severity} ${code} ${criterion ?? ''}`.trim()),
  };
}

test('68.32 of 84 applicable points of 100 is 81.33', () => {
  const scores = { 'I.1': 28.32, 'I.2': 20, II: 20, III: 'N/A' };
  expect(judge('total', scores)).toEqual({
    sections: { I: '48.32', II: '20', III: '0' },
    base: '244/3',
    total: '81.33',
    notRanked: null,
    issues: [],
  });
});

test.each([
  ['full', { 'I.1': 'N/A', 'I.2': 20, II: 20, III: 10 }, { I: '50', II: '20', III: '10' }, '80'],
  ['section', { 'I.1': 'N/A', 'I.2': 20, II: 20, III: 10 }, { I: '40', II: '20', III: '10' }, '70'],
  ['total', { 'I.1': 'N/A', 'I.2': 20, II: 20, III: 10 }, { I: '20', II: '20', III: '10' }, '71.43'],
] as const)('one leaf under "%s"', (treatment, scores, sections, total) => {
  expect(judge(treatment, scores)).toMatchObject({ sections, total, issues: [] });
});

test('bonus below a main section is none of its maximum, applicable or not', () => {
  const criteria = {
    I: { way: 'group', max: null },
    'I.1': { max: 60 },
    'I.2': { max: 5, counts: 'bonus', allowsNa: true },
    II: { max: 40, allowsNa: true },
  } as const;
  // 30 of 60, and the same of 100; then the bonus.
  expect(judge('total', { 'I.1': 30, 'I.2': 4, II: 'N/A' }, criteria)).toMatchObject({ base: '50', total: '54' });
  expect(judge('total', { 'I.1': 30, 'I.2': 'N/A', II: 20 }, criteria)).toMatchObject({ base: '50', total: '50' });
});

describe('a treatment of its own for a criterion, beside the workbook’s', () => {
  const mixed: Record<string, CriterionInput> = {
    I: { way: 'group', max: null },
    'I.1': { max: 20, allowsNa: true, na: 'full' },
    'I.2': { max: 20, allowsNa: true, na: 'section' },
    'I.3': { max: 20, allowsNa: true, na: 'total' },
    II: { max: 40, allowsNa: true, na: 'total' },
  };
  test.each<[string, Readonly<Record<string, CellInput>>, object]>([
    [
      'not arisen: full points',
      { 'I.1': 'N/A', 'I.2': 10, 'I.3': 10, II: 30 },
      { sections: { I: '40', II: '30' }, total: '70' },
    ],
    [
      'left out of the section: 20 of 40, × 60 / 40',
      { 'I.1': 10, 'I.2': 'N/A', 'I.3': 10, II: 30 },
      { sections: { I: '30', II: '30' }, total: '60' },
    ],
    [
      'not assigned, left out of the whole: 50 of 80',
      { 'I.1': 10, 'I.2': 10, 'I.3': 'N/A', II: 30 },
      { sections: { I: '20', II: '30' }, total: '62.5' },
    ],
    // (20 full) × (60 − 20) / (60 − 20 − 20) = 40; then (40 + 30) × 100 / (100 − 20) = 87.5.
    [
      'all three in one section, in their order',
      { 'I.1': 'N/A', 'I.2': 'N/A', 'I.3': 'N/A', II: 30 },
      { sections: { I: '40', II: '30' }, total: '87.5' },
    ],
    [
      'a section left out of the whole: nothing is rescaled inside',
      { 'I.1': 20, 'I.2': 20, 'I.3': 20, II: 'N/A' },
      { sections: { I: '60', II: '0' }, total: '100' },
    ],
  ])('%s', (_, scores, expected) => {
    expect(judge('forbid', scores, mixed)).toMatchObject({ ...expected, issues: [] });
  });

  test('a section emptied by both: 30 × 100 / 40', () => {
    const criteria = {
      I: mixed['I'] ?? {},
      'I.2': mixed['I.2'] ?? {},
      'I.3': mixed['I.3'] ?? {},
      'I.4': { max: 20, allowsNa: true },
      II: mixed['II'] ?? {},
    };
    expect(judge('section', { 'I.2': 'N/A', 'I.3': 'N/A', 'I.4': 'N/A', II: 30 }, criteria)).toMatchObject({
      sections: { I: '0', II: '30' },
      total: '75',
      issues: ['info section-na I'],
    });
  });
});

test('forbidden: an error, no points, no total, a warning at every criterion that allows it', () => {
  expect(judge('forbid', { 'I.1': 'N/A', 'I.2': 20, II: 20, III: 10 })).toMatchObject({
    sections: { I: null, II: '20' },
    base: null,
    total: null,
    notRanked: 'na-not-allowed',
    issues: [
      'warning setting-invalid I.1',
      'warning setting-invalid I.2',
      'warning setting-invalid II',
      'warning setting-invalid III',
      'error na-not-allowed I.1',
    ],
  });
});

test('allowed by the workbook, but not by the criterion', () => {
  const criteria = { ...CRITERIA, II: { max: 24 } };
  expect(judge('total', { 'I.1': 20, 'I.2': 20, II: 'N/A', III: 10 }, criteria)).toMatchObject({
    total: null,
    issues: ['error na-not-allowed II'],
  });
});

test('a section that is wholly not applicable under "section": the others × 100 / 84', () => {
  expect(judge('section', { 'I.1': 28.32, 'I.2': 20, II: 20, III: 'N/A' })).toMatchObject({
    sections: { I: '48.32', II: '20', III: '0' },
    base: '244/3',
    total: '81.33',
    issues: ['info section-na III'],
  });
});

test('one section wholly not applicable, another in part: each is rescaled by its own', () => {
  // I: 15 of 30 → 30 of 60; III of 16 is left out: (30 + 24) × 100 / 84.
  expect(judge('section', { 'I.1': 'N/A', 'I.2': 15, II: 24, III: 'N/A' })).toMatchObject({
    sections: { I: '30', II: '24', III: '0' },
    base: '450/7',
    issues: ['info section-na III'],
  });
});

test('a bonus that does not apply beside its main leaves rescales nothing', () => {
  const criteria: Record<string, CriterionInput> = {
    I: { way: 'group', max: null },
    'I.1': { max: 60 },
    'I.2': { max: 5, counts: 'bonus', allowsNa: true },
    II: { max: 40 },
  };
  expect(judge('section', { 'I.1': 30, 'I.2': 'N/A', II: 20 }, criteria)).toMatchObject({
    sections: { I: '30', II: '20' },
    base: '50',
    issues: [],
  });
});

test.each(['section', 'total'] as const)('nothing applies under "%s": no total', (treatment) => {
  const { total, notRanked, issues } = judge(treatment, { 'I.1': 'N/A', 'I.2': 'N/A', II: 'N/A', III: 'N/A' });
  expect({ total, notRanked }).toEqual({ total: null, notRanked: 'na-all' });
  expect(issues).toContain('error na-all');
});

test('nothing applies: the total could be all that the leaves can bring, also above their maximum, and below 0', () => {
  const ratio = { kind: 'ratio', cap: '1.2', floor: null, cutoff: null, lowerIsBetter: false } as const;
  const { awards, outlook } = evaluate(
    book({
      settings: { notApplicable: 'total' },
      criteria: {
        R: { way: ratio, max: 100, allowsNa: true },
        D: { counts: 'deduction', max: 5 },
      },
      scores: { a: { R: null }, b: { R: 'N/A' } },
      data: [{ unit: 'a', criterion: 'R', target: 100, actual: 110 }],
      awards: { CP: { quota: 1 } },
    }),
  );
  // b is in error, and at 120 % of its target it would be before a.
  expect(outlook.units.map(({ total }) => total)).toEqual([
    ['110', '110'],
    ['-5', '120'],
  ]);
  expect(awards).toMatchObject([{ status: 'pending:unknown', units: [] }]);
  expect(outlook.awards).toMatchObject([{ certain: [], possible: [{ unit: 'a' }, { unit: 'b' }] }]);
});

test('nothing applies under "full": all points', () => {
  expect(judge('full', { 'I.1': 'N/A', 'I.2': 'N/A', II: 'N/A', III: 'N/A' })).toMatchObject({
    total: '100',
    issues: [],
  });
});

test('the measure is the maximum of the criteria, not 100', () => {
  const criteria: Record<string, CriterionInput> = { I: { max: 30, allowsNa: true }, II: { max: 20 } };
  expect([
    judge('total', { I: 'N/A', II: 15 }, criteria).base,
    judge('section', { I: 'N/A', II: 15 }, criteria).base,
  ]).toEqual(['37.5', '37.5']);
});

test('bonus and deduction are 0 where they do not apply, and never rescaled', () => {
  const criteria: Record<string, CriterionInput> = {
    I: { max: 50, allowsNa: true },
    II: { max: 50 },
    B: { max: 5, counts: 'bonus', allowsNa: true },
    T: { max: 5, counts: 'deduction' },
  };
  expect(judge('total', { I: 'N/A', II: 40, B: 'N/A', T: 1 }, criteria)).toMatchObject({ base: '80', total: '79' });
  expect(judge('full', { I: 'N/A', II: 40, B: 'N/A', T: 1 }, criteria)).toMatchObject({ base: '90', total: '89' });
});

test('the maximum over the applicable leaves keeps the caps of parents', () => {
  // Three leaves of 6 under a cap of 10: with one out, 12 points are left under the same cap.
  const criteria: Record<string, CriterionInput> = {
    I: { way: 'group', max: 10 },
    'I.1': { max: 6, allowsNa: true },
    'I.2': { max: 6 },
    'I.3': { max: 6 },
    II: { max: 90 },
  };
  expect(judge('section', { 'I.1': 'N/A', 'I.2': 4, 'I.3': 4, II: 80 }, criteria).sections).toEqual({
    I: '8',
    II: '80',
  });
  expect(judge('total', { 'I.1': 'N/A', 'I.2': 4, 'I.3': 4, II: 80 }, criteria).base).toBe('88');
});

test('a "highest only" section is worth its highest child', () => {
  const criteria: Record<string, CriterionInput> = {
    I: { way: { kind: 'group', highestOnly: true }, max: null },
    'I.1': { max: 40, allowsNa: true },
    'I.2': { max: 20 },
    II: { max: 60 },
  };
  expect(judge('section', { 'I.1': 'N/A', 'I.2': 15, II: 60 }, criteria).sections).toEqual({ I: '30', II: '60' });
});

test('an average without events counts as not applicable where that is allowed', () => {
  const { units } = evaluate(
    book({
      settings: { notApplicable: 'total' },
      criteria: { I: { max: 50 }, II: { max: 50, way: 'average', allowsNa: true } },
      scores: { a: { I: 40 } },
    }),
  );
  expect(units[0]?.total).toBe('80');
});

test('section decimals come after the rescaling, the cap after the decimals', () => {
  const criteria: Record<string, CriterionInput> = {
    I: { way: 'group', max: 20 },
    'I.1': { max: 10, allowsNa: true },
    'I.2': { max: 14 },
    II: { max: 80 },
  };
  const { units } = evaluate(
    book({
      settings: { notApplicable: 'section', sectionDecimals: 1 },
      criteria,
      scores: { a: { 'I.1': 'N/A', 'I.2': 11, II: 80 }, b: { 'I.1': 10, 'I.2': 14, II: 80 } },
    }),
  );
  // 11 × 20 / 14 = 15.714… → 15.7; 24 → cap 20.
  expect(units.map(({ sections }) => sections.get('I'))).toEqual(['15.7', '20']);
});

test('a tie key and a condition see the points it was given: full ones, else 0', () => {
  const input = (notApplicable: NaTreatment) =>
    evaluate(
      book({
        settings: {
          notApplicable,
          totalDecimals: 0,
          tieKeys: [{ field: { kind: 'criterion', code: 'I' }, first: 'higher', written: 'tiêu chí I' }],
        },
        criteria: { I: { max: 50, allowsNa: true }, II: { max: 50 } },
        scores: { a: { I: 'N/A', II: 40 }, b: { I: 45, II: notApplicable === 'full' ? 45 : 35 } },
        awards: { T: {} },
        conditions: { k: { field: 'criterion I', value: '46' } },
      }),
    );
  expect(input('full').units.map(({ total, rank }) => [total, rank])).toEqual([
    ['90', 1],
    ['90', 2],
  ]);
  expect(input('full').awards[0]?.units).toEqual(['a']);
  expect(input('total').units.map(({ total, rank }) => [total, rank])).toEqual([
    ['80', 2],
    ['80', 1],
  ]);
  expect(input('total').awards[0]?.units).toEqual([]);
});
