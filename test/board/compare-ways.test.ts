/** A way of scoring with another parameter than the standard's is told at its cell, whichever part of it differs. */
import { compareWithStandard } from '../../src/board/compare-standard';
import { openStandard } from '../../src/board/standard';
import { MINH_HOA } from '../../src/regulations';
import type { Way } from '../../src/rules';
import { cellsOfPlans } from '../../src/sheets/plan-cells';
import { createWorkbook } from '../../src/workbook/create';
import { judge } from '../../src/workbook/job';
import { WAY_WORDS, type WayWord } from '../../src/workbook/layout';

type KeyOf<W> = W extends unknown ? Exclude<keyof W, 'kind'> : never;
type Texts = readonly [standard: string, submitted: string];

/** `Tham số` that differs in this field alone, for every field of a way. A group's is its word. */
const DIFFERING: {
  readonly [Kind in Exclude<Way['kind'], 'invalid'>]: { readonly [Key in KeyOf<Extract<Way, { kind: Kind }>>]: Texts };
} = {
  points: {},
  ladder: { rungs: ['0; 1; 3', '0; 2; 3'] },
  yesno: {},
  ratio: {
    cap: ['trần 110%', 'trần 120%'],
    floor: ['trần 110%', 'trần 110%; sàn 50%'],
    cutoff: ['dưới 40% không điểm', 'dưới 50% không điểm'],
    lowerIsBetter: ['trần 110%', 'trần 110%; thấp hơn là tốt'],
  },
  bands: { bands: ['88%: 2; 90%: 3', '88%: 2; 90%: 4'] },
  minus: { each: ['0,5', '0,25'] },
  count: { each: ['0,5', '0,25'] },
  relative: {},
  average: {},
  group: { highestOnly: [WAY_WORDS.group[0], WAY_WORDS.highest[0]] },
};

/** The workbook whose criterion III.4 is scored that way. */
function cellsWith(way: string, parameter: string) {
  const criteria = MINH_HOA.criteria.map((one) =>
    one.code === 'III.4' ? { code: one.code, name: one.name, max: 4, way, parameter } : one,
  ) as (typeof MINH_HOA)['criteria'];
  return cellsOfPlans(createWorkbook({ ...MINH_HOA, criteria }, [{ code: 'A', name: 'Sở số 1' }]));
}

const CASES = Object.entries(DIFFERING).flatMap(([kind, fields]) =>
  Object.entries<Texts>(fields).map(([field, [standard, submitted]]) => ({ kind, field, standard, submitted })),
);

test.each(CASES.filter(({ kind }) => kind !== 'group'))('$field of $kind', ({ kind, standard, submitted }) => {
  const [word] = WAY_WORDS[kind as WayWord];
  const found = (own: string) =>
    compareWithStandard(
      judge(cellsWith(word, own)),
      openStandard({ isWorkbook: false, cells: cellsWith(word, standard) }),
      false,
    ).map(({ code, criterion, received, expected }) => ({ code, criterion, received, expected }));
  expect(found(standard)).toEqual([]);
  expect(found(submitted)).toEqual([
    { code: 'criterion-changed', criterion: 'III.4', received: submitted, expected: standard },
  ]);
});

test('rungs in another order, or numbers written in another way, are the same', () => {
  const [word] = WAY_WORDS.ladder;
  const standard = openStandard({ isWorkbook: false, cells: cellsWith(word, '0; 1,5; 3') });
  expect(compareWithStandard(judge(cellsWith(word, '3; 1,50; 0')), standard, false)).toEqual([]);
});

test('a sum and the highest of a group are two ways', () => {
  const [standard, submitted] = DIFFERING.group.highestOnly;
  const withWord = (way: string) =>
    cellsOfPlans(
      createWorkbook(
        {
          ...MINH_HOA,
          criteria: MINH_HOA.criteria.map((one) =>
            one.code === 'III' ? { ...one, way } : one,
          ) as (typeof MINH_HOA)['criteria'],
        },
        [{ code: 'A', name: 'Sở số 1' }],
      ),
    );
  expect(
    compareWithStandard(
      judge(withWord(submitted)),
      openStandard({ isWorkbook: false, cells: withWord(standard) }),
      false,
    ).map(({ code, received, expected }) => [code, received, expected]),
  ).toEqual([['criterion-changed', submitted, standard]]);
});
