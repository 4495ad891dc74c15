/** One book that holds something of every kind, and what it was a week before. */
import type { Book } from '../../src/rules/index';
import { at, band, book, type BookInput, type CellInput } from './books';

const cell = (
  entry:
    | { readonly kind: 'error'; readonly error: string }
    | { readonly kind: 'uncalculated' }
    | { readonly kind: 'date'; readonly day: string },
  row: number,
): CellInput => ({ ...entry, place: at('Đơn vị', row, 3) });

const INPUT: BookInput = {
  settings: {
    notApplicable: 'total',
    bonusCap: '4',
    deductionCap: '3',
    totalMax: '90',
    totalMin: '5',
    sectionDecimals: 1,
    criterionDecimals: 2,
    totalDecimals: 1,
    evidenceRequired: true,
    remarkRequired: true,
    scale: '100',
    tieKeys: [{ field: { kind: 'bonus' }, first: 'higher', written: 'điểm thưởng' }],
    sources: { bonusCap: { place: at('Quy tắc', 5, 1), basis: 'Điều 3' } },
  },
  criteria: {
    I: { way: 'group', max: 30 },
    'I.1': {
      max: 10,
      step: '0.25',
      way: { kind: 'ratio', cap: '1.2', floor: '1/2', cutoff: '1/4', lowerIsBetter: false },
    },
    'I.2': { max: 10, way: { kind: 'minus', each: '0.5' } },
    'I.3': { max: 10, way: 'relative' },
    II: { way: 'group', max: 40 },
    'II.1': { max: 20, allowsNa: true, evidenceRequired: true },
    'II.2': { max: 20, way: 'average', allowsNa: true },
    III: { max: 30, way: 'ladder' },
    B: { way: { kind: 'group', highestOnly: true }, counts: 'bonus', max: null },
    'B.1': { max: 5 },
    'B.2': { max: null, way: { kind: 'count', each: '1' } },
    T: { counts: 'deduction', max: 5 },
    V: { max: 0, way: 'yesno' },
  },
  scores: {
    a: {
      'I.1': null,
      'I.2': null,
      'I.3': null,
      'II.1': 'N/A',
      'II.2': null,
      III: 3,
      'B.1': 4,
      'B.2': null,
      T: 4,
      V: true,
    },
    b: {
      'I.1': 12,
      'I.2': null,
      'I.3': null,
      'II.1': 18,
      'II.2': null,
      III: '1.5',
      'B.1': null,
      'B.2': null,
      T: null,
      V: 0,
    },
    c: {
      'I.1': '9,5',
      'I.2': null,
      'I.3': null,
      'II.1': { kind: 'number', value: '0.9', percent: true, place: at('Chấm điểm', 6, 5) },
      'II.2': 'x',
      III: null,
      'B.1': 0,
      'B.2': null,
      T: 1,
      V: false,
    },
  },
  others: { self: { a: { 'II.1': 12, III: 3, T: 0 }, b: { 'II.1': 20, III: 3, T: 0 } } },
  stated: { a: { I: 40, '': 80 }, b: { II: '37.5' } },
  units: {
    a: {
      attributes: { 'Kỷ luật': false, 'Ngày nộp': cell({ kind: 'date', day: '2025-12-01' }, 1), Ghi: '  văn bản ' },
    },
    b: { attributes: { 'Kỷ luật': true, 'Ngày nộp': cell({ kind: 'error', error: '#N/A' }, 2), Ghi: null } },
    c: {
      attributes: { 'Kỷ luật': null, 'Ngày nộp': cell({ kind: 'uncalculated' }, 3), Ghi: 'N/A' },
      notRanked: 'mới thành lập',
    },
  },
  data: [
    { unit: 'a', criterion: 'I.1', target: 100, actual: '91.24', evidence: 'BC 12', remark: 'đã kiểm' },
    { unit: 'a', criterion: 'I.2', count: 3 },
    { unit: 'a', criterion: 'I.3', target: 50, actual: 60 },
    { unit: 'a', criterion: 'II.2', actual: 15 },
    { unit: 'a', criterion: 'II.2', actual: 18 },
    { unit: 'a', criterion: 'B.2', count: 6 },
    { unit: 'b', criterion: 'I.1', target: 10, actual: 20 },
    { unit: 'b', criterion: 'I.2', count: 0 },
    { unit: 'b', criterion: 'I.3', target: 50, actual: 55 },
    { unit: 'b', criterion: 'II.2', actual: '19.5' },
  ],
  awards: {
    CP: { quota: 1, basis: 'Luật' },
    BK: {
      quota: '50% eligible',
      rounding: 'halfUp',
      minPlaces: '1',
      maxPlaces: '2',
      cutoff: 'includeAllDebit',
      unusedPlaces: 'passDown',
    },
  },
  conditions: {
    k: {
      field: 'attribute Kỷ luật',
      op: '=',
      value: 'không',
      basis: 'Điều 9',
      scope: { kind: 'awards', awards: ['CP'] },
    },
    l: { field: 'percent II', value: '60%', orGroup: 'n', scope: { kind: 'grade', grade: 'Xuất sắc' } },
    m: { field: 'ballot CP', op: '>', value: '1/2 valid', effect: { kind: 'bar' } },
    z: { field: 'attribute Kỷ luật', op: '=', value: 'có', effect: { kind: 'zeroCriterion', criterion: 'III' } },
  },
  bands: [
    band('Xuất sắc', 80, 1, {
      limit: { kind: 'percent', percent: '25', of: 'units' },
      rounding: 'ceil',
      cutoff: 'excludeAll',
    }),
    band('Tốt', null, 2),
  ],
  ballots: [
    { ballot: 'CP', unit: 'a', members: 15, present: 14, issued: 14, returned: 13, valid: 13, favour: 6 },
    { ballot: 'CP', unit: 'b', members: 15, present: 14, issued: 14, returned: 13, valid: 12, favour: 5 },
  ],
  decisions: [
    { kind: 'tie', units: ['a', 'b'], reason: 'theo biên bản' },
    { kind: 'deny', scope: 'BK', units: ['b'], by: null },
  ],
};

export const richBook = (): Book => book(INPUT);

/** Something of every kind differs: a cell, a way, a setting, a row more, a row less, a turned pair. */
export function weekBefore(): Book {
  const {
    criteria = {},
    awards = {},
    conditions = {},
    units = {},
    scores,
    data = [],
    ballots = [],
    decisions = [],
    bands = [],
    ...rest
  } = INPUT;
  const { k, ...otherConditions } = conditions;
  const { a, ...otherUnits } = units;
  const one = book({
    ...rest,
    settings: { ...rest.settings, bonusCap: null, totalDecimals: 2 },
    criteria: {
      ...criteria,
      'II.1': { max: 20, allowsNa: true, evidenceRequired: true, basis: 'Điều 1' },
      VI: { max: 5 },
    },
    scores: {
      ...scores,
      a: {
        'I.1': 9,
        'I.2': null,
        'I.3': null,
        'II.1': true,
        'II.2': cell({ kind: 'error', error: '#REF!' }, 9),
        III: cell({ kind: 'date', day: '2025-01-02' }, 9),
        'B.1': 'bốn',
        'B.2': cell({ kind: 'uncalculated' }, 9),
        T: '  ',
        V: false,
      },
      d: { III: 3 },
    },
    units: { ...otherUnits, a: { ...a, attributes: { ...a?.attributes, Ghi: 'khác' } } },
    awards: { BK: awards['BK'] ?? {}, CP: { ...awards['CP'], quota: 2 } },
    conditions: { ...otherConditions, k: { field: 'attribute Kỷ luật', value: 'có', ...k, op: '<>' } },
    bands: [...bands].reverse(),
    data: data.slice(1).map((row, at) => (at === 0 ? { ...row, remark: 'sửa' } : row)),
    ballots: ballots.map((row) => ({ ...row, favour: 7 })),
    decisions: decisions.slice(1),
  });
  return { ...one, info: { ...one.info, leader: 'a', legalBases: ['Quyết định 1'], meetingDay: '2025-12-31' } };
}
