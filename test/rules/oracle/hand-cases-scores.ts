/** Totals and ranks worked out on paper, with the numbers of section 1 of the rules. */
import { award, condition, decision, group, leaf, totals } from './hand-books';
import type { HandCase } from './hand-cases-awards';

const TEN = Array.from({ length: 10 }, (_, index) => leaf(`I.${String(index + 1)}`, '10'));
const ratio = { kind: 'ratio' as const, cap: '1', floor: null, cutoff: null, lowerIsBetter: false };
const FOUR = [group('I'), leaf('I.1', '40'), leaf('I.2', '44'), group('II'), leaf('II.1', '16')];

export const SCORES: readonly HandCase[] = [
  {
    name: 'ten tenths that are 90 tie with ten nines and meet a 90-point condition',
    clause: '1.1',
    book: {
      criteria: [group('I'), ...TEN],
      scores: { A: ['9.6', '9.8', '9.4', '8.9', '8.1', '9.1', '9.2', '9.2', '8.6', '8.1'], B: TEN.map(() => '9') },
      conditions: [condition('D1', { kind: 'total' }, '>=', '90')],
      awards: [award('K1', '2')],
    },
    totals: { A: '90', B: '90' },
    ranks: { A: 1, B: 1 },
    awards: { K1: 'ok places=2 units=A,B tied=' },
  },
  {
    name: '15 × 92.7 % is 13.91 at two decimals',
    clause: '1.1',
    book: { criteria: [leaf('I', '15', { way: ratio })], scores: { A: [''] }, data: [['A', 'I', '100', '92.7', '']] },
    totals: { A: '13.91' },
  },
  {
    name: '3 × (2.005 / 3) is 2.01',
    clause: '1.1',
    book: { criteria: [leaf('I', '3', { way: ratio })], scores: { A: [''] }, data: [['A', 'I', '3', '2.005', '']] },
    totals: { A: '2.01' },
  },
  {
    name: '−2.675 is −2.68, 8.575 is 8.58: half away from zero',
    clause: '1.1',
    book: {
      criteria: [leaf('I', '10'), leaf('P', null, { counts: 'deduction' })],
      scores: { A: ['0', '2.675'], B: ['8.575', '0'] },
    },
    totals: { A: '-2.68', B: '8.58' },
  },
  {
    name: 'a cap above 100 % lifts the leaf, not M; the group still caps',
    clause: '2 and 11.4',
    book: {
      criteria: [group('I', { max: '11' }), leaf('I.1', '10', { way: { ...ratio, cap: '1.2' } }), leaf('I.2', '5')],
      scores: { A: ['', '0'], B: ['', '0'] },
      data: [
        ['A', 'I.1', '10', '15', ''],
        ['B', 'I.1', '10', '10.5', ''],
      ],
    },
    totals: { A: '11', B: '10.5' },
  },
  {
    name: 'below the cut-off 0 points, above it at least the floor, lower is better',
    clause: '2',
    book: {
      criteria: [
        leaf('I', '10', { way: { ...ratio, floor: '4/5', cutoff: '1/2' } }),
        leaf('II', '10', { way: { ...ratio, lowerIsBetter: true } }),
      ],
      scores: { A: ['', ''], B: ['', ''] },
      data: [
        ['A', 'I', '10', '4.9', ''],
        ['B', 'I', '10', '5', ''],
        ['A', 'II', '3', '0', ''],
        ['B', 'II', '3', '4', ''],
      ],
    },
    totals: { A: '10', B: '15.5' },
  },
  {
    name: 'relative: below, at, above the target, and without one',
    clause: '2',
    book: {
      criteria: [leaf('I', '10', { way: { kind: 'relative' } })],
      scores: { A: [''], B: [''], C: [''], D: [''], E: [''], F: [''] },
      data: [
        ['A', 'I', '10', '8', ''],
        ['B', 'I', '10', '10', ''],
        ['C', 'I', '10', '12', ''],
        ['D', 'I', '10', '15', ''],
        ['E', 'I', '', '4', ''],
        ['F', 'I', '', '8', ''],
      ],
    },
    totals: { A: '4', B: '5', C: '7', D: '10', E: '5', F: '10' },
  },
  {
    name: 'rounded to the step, halves up, then never above the maximum',
    clause: '1.4 and 11.4',
    book: {
      criteria: [leaf('I', '10', { way: ratio, step: '0.25' }), leaf('II', '2.8', { way: ratio, step: '0.5' })],
      scores: { A: ['', ''] },
      data: [
        ['A', 'I', '80', '61', ''],
        ['A', 'II', '1', '1', ''],
      ],
    },
    totals: { A: '10.55' },
  },
  {
    name: '68.32 of 84 applicable points of 100 is 81.33',
    clause: '2',
    book: { criteria: FOUR, scores: { A: ['38', '30.32', 'KAD'] }, settings: { notApplicable: 'total' } },
    totals: { A: '81.33' },
  },
  {
    name: 'a wholly N/A section under "section": the others × 100 / 84',
    clause: '2',
    book: { criteria: FOUR, scores: { A: ['38', '30.32', 'KAD'] }, settings: { notApplicable: 'section' } },
    totals: { A: '81.33' },
  },
  {
    name: 'rescaled inside the section: 20 of 40 is 42 of 84',
    clause: '2',
    book: { criteria: FOUR, scores: { A: ['20', 'KAD', '10'] }, settings: { notApplicable: 'section' } },
    totals: { A: '52' },
  },
  {
    name: 'full points, or forbidden',
    clause: '2',
    book: { criteria: FOUR, scores: { A: ['20', 'KAD', '10'] }, settings: { notApplicable: 'full' } },
    totals: { A: '74' },
  },
  {
    name: 'forbidden N/A, blank, text and too much give no total; 0 does',
    clause: '2',
    book: { scores: totals({ A: 'KAD', B: '', C: 'chưa', D: '101', E: '0' }) },
    totals: { A: null, B: null, C: null, D: null, E: '0' },
    ranks: { A: null, B: null, C: null, D: null, E: 1 },
  },
  {
    name: 'bonus: highest only, group cap, overall cap; a blank bonus is 0',
    clause: '1.4 and 2',
    book: {
      criteria: [
        leaf('I', '100'),
        group('T', { counts: 'bonus', way: { kind: 'group', highestOnly: true }, max: '5' }),
        leaf('T.1', '4'),
        leaf('T.2', '9'),
        leaf('U', '9', { counts: 'bonus' }),
        leaf('P', null, { counts: 'deduction', way: { kind: 'count', each: '0.5' } }),
      ],
      scores: { A: ['50', '4', '3', '', ''], B: ['50', '4', '9', '9', ''] },
      settings: { bonusCap: '8' },
      data: [['B', 'P', '', '', '3']],
    },
    totals: { A: '54', B: '56.5' },
  },
  {
    name: 'minus and count',
    clause: '2',
    book: {
      criteria: [
        leaf('I', '10', { way: { kind: 'minus', each: '3' } }),
        leaf('II', '5', { way: { kind: 'count', each: '2' } }),
      ],
      scores: { A: ['', ''], B: ['', ''] },
      data: [
        ['A', 'I', '', '', '2'],
        ['B', 'I', '', '', '4'],
        ['A', 'II', '', '', '2'],
        ['B', 'II', '', '', '3'],
      ],
    },
    totals: { A: '8', B: '5' },
  },
  {
    name: 'the computed points may be typed; a difference leaves no points',
    clause: '11.4',
    book: {
      criteria: [leaf('I', '10', { way: ratio })],
      scores: { A: ['5'], B: ['5'] },
      data: [
        ['A', 'I', '10', '5', ''],
        ['B', 'I', '10', '6', ''],
      ],
    },
    totals: { A: '5', B: null },
  },
  {
    name: 'clamped, then rounded',
    clause: '1.4',
    book: {
      criteria: [leaf('I', '100'), leaf('T', '20', { counts: 'bonus' })],
      scores: { A: ['97', '20'] },
      settings: { totalMax: '110' },
    },
    totals: { A: '110' },
  },
];

const KEYED = {
  criteria: [group('I'), leaf('I.1', '50'), group('II'), leaf('II.1', '50'), leaf('T', '9', { counts: 'bonus' })],
};

export const RANKS: readonly HandCase[] = [
  {
    name: 'shared ranks: 1, 2, 2, 4',
    clause: '4',
    book: { scores: totals({ A: '95', B: '90', C: '90', D: '85' }) },
    ranks: { A: 1, B: 2, C: 2, D: 4 },
  },
  {
    name: 'keys in their order; each unit says which one parted it last',
    clause: '4 and 11.12',
    book: {
      ...KEYED,
      scores: { A: ['40', '38', '2'], B: ['41', '38', '1'], C: ['40', '39', '1'] },
      settings: {
        tieKeys: [
          { field: { kind: 'bonus' }, first: 'higher', written: 'điểm thưởng' },
          { field: { kind: 'section', code: 'II' }, first: 'higher', written: 'nhóm II' },
        ],
      },
    },
    ranks: { A: 1, B: 3, C: 2 },
    brokenBy: { A: 'điểm thưởng', B: 'nhóm II', C: 'nhóm II' },
  },
  {
    name: 'a key that is blank for one of them breaks nothing, the next key is asked',
    clause: '4',
    book: {
      ...KEYED,
      scores: { A: ['40', '38', '2'], B: ['41', '38', '1'] },
      attributes: { A: { 'Thâm niên': '' }, B: { 'Thâm niên': '9' } },
      settings: {
        tieKeys: [
          { field: { kind: 'attribute', header: 'Thâm niên' }, first: 'higher', written: 'Thâm niên' },
          { field: { kind: 'section', code: 'I' }, first: 'lower', written: 'nhóm I (thấp hơn)' },
        ],
      },
    },
    ranks: { A: 1, B: 2 },
    brokenBy: { A: 'nhóm I (thấp hơn)', B: 'nhóm I (thấp hơn)' },
  },
  {
    name: 'a recorded order of two of three is stale',
    clause: '7',
    book: { scores: totals({ A: '90', B: '90', C: '90' }), decisions: [decision('tie', 'rank', 'A B')] },
    ranks: { A: 1, B: 1, C: 1 },
  },
  {
    name: 'a unit out of the ranking keeps its row and uses no rank',
    clause: '4',
    book: { scores: totals({ A: '95', B: '90', C: '85' }), recorded: ['A'] },
    ranks: { A: null, B: 1, C: 2 },
    totals: { A: '95' },
  },
  {
    name: 'a sanction sets a criterion to 0, another takes the rank',
    clause: '2 and 11.8',
    book: {
      scores: totals({ A: '95', B: '90', C: '85' }),
      attributes: { A: { 'Thâm niên': '1' }, B: { 'Thâm niên': '2' }, C: { 'Thâm niên': '3' } },
      conditions: [
        condition('D1', { kind: 'attribute', header: 'Thâm niên' }, '=', '1', {
          effect: { kind: 'zeroCriterion', criterion: 'I' },
        }),
        condition('D2', { kind: 'attribute', header: 'Thâm niên' }, '=', '2', { effect: { kind: 'noRank' } }),
      ],
    },
    totals: { A: '0', B: '90', C: '85' },
    ranks: { A: 2, B: null, C: 1 },
  },
];
