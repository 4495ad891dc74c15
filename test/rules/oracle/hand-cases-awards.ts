/** Awards worked out on paper. An award reads "status places=… units=… tied=…". */
import {
  award,
  band,
  condition,
  decision,
  handBook,
  onlyFor,
  percent,
  totals,
  years,
  type HandBook,
} from './hand-books';

export interface HandCase {
  readonly name: string;
  readonly clause: string;
  readonly book: HandBook;
  readonly totals?: Readonly<Record<string, string | null>>;
  readonly ranks?: Readonly<Record<string, number | null>>;
  readonly grades?: Readonly<Record<string, string | null>>;
  readonly brokenBy?: Readonly<Record<string, string | null>>;
  readonly awards?: Readonly<Record<string, string>>;
}

const TIED = totals({ A: '95', B: '90', C: '90', D: '85' });
const UNKNOWN_TOP = {
  scores: totals({ A: '95', B: '90', C: '85' }),
  attributes: { A: { 'Thâm niên': '' }, B: { 'Thâm niên': '5' }, C: { 'Thâm niên': '5' } },
};
const atLeast3 = condition('D1', years, '>=', '3');

export const CUTOFFS: readonly HandCase[] = [
  {
    name: 'decide: nobody of the tied, the meeting must choose',
    clause: '5.3',
    book: { scores: TIED, awards: [award('K1', '2')] },
    ranks: { A: 1, B: 2, C: 2, D: 4 },
    awards: { K1: 'pending:tie places=2 units=A tied=B,C' },
  },
  {
    name: 'includeAll: the award grows',
    clause: '5.3',
    book: { scores: TIED, awards: [award('K1', '2', { cutoff: 'includeAll' }), award('K2', '1')] },
    awards: { K1: 'overQuota places=2 units=A,B,C tied=', K2: 'ok places=1 units=D tied=' },
  },
  {
    name: 'includeAllDebit: the extra place comes off the next award',
    clause: '5.3',
    book: { scores: TIED, awards: [award('K1', '2', { cutoff: 'includeAllDebit' }), award('K2', '1')] },
    awards: { K1: 'overQuota places=2 units=A,B,C tied=', K2: 'ok places=0 units= tied=' },
  },
  {
    name: 'a debt goes on down where the next award has too few places',
    clause: '5.3',
    book: {
      scores: totals({ A: '90', B: '90', C: '90', D: '85', E: '80' }),
      awards: [award('K1', '1', { cutoff: 'includeAllDebit' }), award('K2', '1'), award('K3', '2')],
    },
    awards: {
      K1: 'overQuota places=1 units=A,B,C tied=',
      K2: 'ok places=0 units= tied=',
      K3: 'ok places=1 units=D tied=',
    },
  },
  {
    name: 'excludeAll: the place is unused and passes down',
    clause: '5.3 and 5.5',
    book: {
      scores: TIED,
      settings: { unusedPlaces: 'passDown' },
      awards: [award('K1', '2', { cutoff: 'excludeAll' }), award('K2', '1')],
    },
    awards: { K1: 'ok places=2 units=A tied=', K2: 'ok places=2 units=B,C tied=' },
  },
  {
    name: 'excludeAll: the place is lost',
    clause: '5.3 and 5.5',
    book: { scores: TIED, awards: [award('K1', '2', { cutoff: 'excludeAll' }), award('K2', '1')] },
    awards: { K1: 'ok places=2 units=A tied=', K2: 'pending:tie places=1 units= tied=B,C' },
  },
  {
    name: 'the tied set has no ineligible unit',
    clause: '5.3',
    book: {
      scores: TIED,
      attributes: {
        A: { 'Thâm niên': '3' },
        B: { 'Thâm niên': '2' },
        C: { 'Thâm niên': '3' },
        D: { 'Thâm niên': '3' },
      },
      conditions: [atLeast3],
      awards: [award('K1', '2')],
    },
    awards: { K1: 'ok places=2 units=A,C tied=' },
  },
  {
    name: "an award's tie that nothing above can change is its own tie",
    clause: '5.4',
    book: {
      scores: totals({ A: '90', B: '90' }),
      settings: { oneAwardPerUnit: false },
      awards: [award('K1', '1'), award('K2', '1')],
    },
    awards: { K1: 'pending:tie places=1 units= tied=A,B', K2: 'pending:tie places=1 units= tied=A,B' },
  },
  {
    name: 'after a tie of two for one place the other one is the first candidate of the next award',
    clause: '5.4',
    book: { scores: totals({ A: '90', B: '90', C: '80' }), awards: [award('K1', '1'), award('K2', '2')] },
    awards: { K1: 'pending:tie places=1 units= tied=A,B', K2: 'pending:upstream places=2 units= tied=' },
  },
];

export const PLACES: readonly HandCase[] = [
  {
    name: '92.7 % of 4 units is 3.708: floor 3, half up 4; 50 % of 5 ranked is 2.5: ceil 3',
    clause: '5.1',
    book: {
      scores: totals({ A: '95', B: '90', C: '85', D: '80' }),
      settings: { oneAwardPerUnit: false },
      awards: [
        award('K1', '1', { quota: percent('92.7', 'units') }),
        award('K2', '1', { quota: percent('92.7', 'units'), rounding: 'halfUp' }),
        award('K3', '1', { quota: percent('62.5', 'ranked'), rounding: 'ceil' }),
        award('K4', '1', { quota: percent('62.5', 'ranked'), rounding: 'halfUp' }),
      ],
    },
    awards: {
      K1: 'ok places=3 units=A,B,C tied=',
      K2: 'ok places=4 units=A,B,C,D tied=',
      K3: 'ok places=3 units=A,B,C tied=',
      K4: 'ok places=3 units=A,B,C tied=',
    },
  },
  {
    name: 'eligible: holders of other awards count, ineligible ones do not',
    clause: '5.1',
    book: {
      scores: totals({ A: '95', B: '90', C: '85', D: '80', E: '20' }),
      conditions: [condition('D1', { kind: 'total' }, '>=', '80')],
      awards: [award('K1', '1'), award('K2', '1', { quota: percent('50', 'eligible') })],
    },
    awards: { K1: 'ok places=1 units=A tied=', K2: 'ok places=2 units=B,C tied=' },
  },
  {
    name: 'eligible: a denied unit counts, a granted one that fails a condition does not',
    clause: '11.10',
    book: {
      scores: totals({ A: '95', B: '90', C: '20' }),
      conditions: [condition('D1', { kind: 'total' }, '>=', '80')],
      decisions: [decision('deny', 'K1', 'A'), decision('grant', 'K1', 'C')],
      awards: [award('K1', '1', { quota: percent('100', 'eligible') })],
    },
    awards: { K1: 'ok places=2 units=C,B tied=' },
  },
  {
    name: 'more grants than places',
    clause: '5.6',
    book: {
      scores: TIED,
      decisions: [decision('grant', 'K1', 'C'), decision('grant', 'K1', 'D')],
      awards: [award('K1', '1')],
    },
    awards: { K1: 'overQuota places=1 units=C,D tied=' },
  },
  {
    name: 'a grant to a unit that wins a higher award by rank is stale',
    clause: '11.11',
    book: {
      scores: totals({ A: '95', B: '90' }),
      decisions: [decision('grant', 'K2', 'A')],
      awards: [award('K1', '1'), award('K2', '1')],
    },
    awards: { K1: 'ok places=1 units=A tied=', K2: 'ok places=1 units=B tied=' },
  },
  {
    name: 'denied the higher one first, the grant of the lower one holds',
    clause: '11.11',
    book: {
      scores: totals({ A: '95', B: '90' }),
      decisions: [decision('deny', 'K1', 'A'), decision('grant', 'K2', 'A')],
      awards: [award('K1', '1'), award('K2', '1')],
    },
    awards: { K1: 'ok places=1 units=B tied=', K2: 'ok places=1 units=A tied=' },
  },
  {
    name: 'a recorded order settles exactly the tied set of the award; the rank stays shared',
    clause: '7',
    book: { scores: TIED, decisions: [decision('tie', 'K1', 'C B')], awards: [award('K1', '2')] },
    ranks: { A: 1, B: 2, C: 2, D: 4 },
    awards: { K1: 'ok places=2 units=A,C tied=' },
  },
  {
    name: 'a decision without a reason is not applied',
    clause: '7',
    book: { scores: TIED, decisions: [decision('tie', 'rank', 'C B', { reason: null })], awards: [award('K1', '2')] },
    ranks: { A: 1, B: 2, C: 2, D: 4 },
    awards: { K1: 'pending:tie places=2 units=A tied=B,C' },
  },
  {
    name: 'a decision for the rank parts the units for every award',
    clause: '4 and 7',
    book: { scores: TIED, decisions: [decision('tie', 'rank', 'C B')], awards: [award('K1', '2'), award('K2', '1')] },
    ranks: { A: 1, B: 3, C: 2, D: 4 },
    brokenBy: { A: null, B: 'quyết định', C: 'quyết định' },
    awards: { K1: 'ok places=2 units=A,C tied=', K2: 'ok places=1 units=B tied=' },
  },
];

export const PENDING: readonly HandCase[] = [
  {
    name: 'an unknown fact at the border, and the award below waits',
    clause: '5.4',
    book: { ...UNKNOWN_TOP, conditions: [atLeast3], awards: [award('K1', '1'), award('K2', '1')] },
    awards: { K1: 'pending:unknown places=1 units= tied=A', K2: 'pending:upstream places=1 units= tied=' },
  },
  {
    name: 'an award below that nothing above can change does not wait',
    clause: '5.4',
    book: {
      ...UNKNOWN_TOP,
      conditions: [condition('D1', years, '>=', '3', onlyFor('K1'))],
      settings: { oneAwardPerUnit: false },
      awards: [award('K1', '1'), award('K2', '1')],
    },
    awards: { K1: 'pending:unknown places=1 units= tied=A', K2: 'ok places=1 units=A tied=' },
  },
  {
    name: 'an unknown fact of a unit out of reach changes nothing',
    clause: '5.4',
    book: {
      scores: UNKNOWN_TOP.scores,
      attributes: { A: { 'Thâm niên': '5' }, B: { 'Thâm niên': '5' }, C: { 'Thâm niên': '' } },
      conditions: [atLeast3],
      awards: [award('K1', '2')],
    },
    awards: { K1: 'ok places=2 units=A,B tied=' },
  },
  {
    name: 'an unknown fact matters where it changes the number of eligible units',
    clause: '5.1',
    book: {
      scores: UNKNOWN_TOP.scores,
      attributes: { A: { 'Thâm niên': '5' }, B: { 'Thâm niên': '5' }, C: { 'Thâm niên': '' } },
      conditions: [atLeast3],
      awards: [award('K1', '1', { quota: percent('40', 'eligible') })],
    },
    awards: { K1: 'pending:unknown places=null units= tied=C' },
  },
  {
    name: 'a unit without total may come first',
    clause: '2 and 11.1',
    book: { scores: totals({ A: '95', B: '', C: '50' }), awards: [award('K1', '1'), award('K2', '1')] },
    ranks: { A: 1, B: null, C: 2 },
    totals: { B: null },
    awards: { K1: 'pending:unknown places=1 units= tied=?', K2: 'pending:unknown places=1 units= tied=?' },
  },
  {
    name: 'whoever else comes, the first of two places is held',
    clause: '11.9',
    book: { scores: totals({ A: '95', B: '', C: '50' }), awards: [award('K1', '2')] },
    awards: { K1: 'pending:unknown places=2 units=A tied=?' },
  },
  {
    name: 'the full mark cannot be passed, only tied',
    clause: '11.1',
    book: { scores: totals({ A: '100', B: '' }), awards: [award('K1', '1', { cutoff: 'includeAll' })] },
    awards: { K1: 'pending:unknown places=1 units=A tied=?' },
  },
  {
    name: 'a unit without total that a known fact bars cannot change the award',
    clause: '2',
    book: {
      scores: totals({ A: '95', B: '', C: '50' }),
      attributes: { A: { 'Thâm niên': '5' }, B: { 'Thâm niên': '1' }, C: { 'Thâm niên': '5' } },
      conditions: [atLeast3],
      awards: [award('K1', '1'), award('K2', '1')],
    },
    awards: { K1: 'ok places=1 units=A tied=', K2: 'ok places=1 units=C tied=' },
  },
  {
    name: 'an unknown answer in an or-group that another row already meets is none',
    clause: '3',
    book: {
      ...UNKNOWN_TOP,
      awards: [award('K1', '1')],
      conditions: [
        condition('D1', years, '>=', '3', { orGroup: 'x' }),
        condition('D2', { kind: 'total' }, '>=', '95', { orGroup: 'x' }),
      ],
    },
    awards: { K1: 'ok places=1 units=A tied=' },
  },
  {
    name: '12 of 15 is exactly 80 %: ≥ holds, > does not',
    clause: '3',
    book: {
      scores: totals({ A: '95', B: '90' }),
      settings: { oneAwardPerUnit: false },
      ballots: [
        ['X', 'A', '15', '15', '15', '15', '15', '12'],
        ['X', 'B', '15', '15', '15', '15', '15', '13'],
      ],
      conditions: [
        condition('D1', { kind: 'ballot', ballot: 'X' }, '>=', '4/5 members', onlyFor('K1')),
        condition('D2', { kind: 'ballot', ballot: 'X' }, '>', '4/5 members', onlyFor('K2')),
      ],
      awards: [award('K1', '1'), award('K2', '1')],
    },
    awards: { K1: 'ok places=1 units=A tied=', K2: 'ok places=1 units=B tied=' },
  },
];

export const GRADES: readonly HandCase[] = [
  {
    name: 'cut by the limit, a unit is considered for the next band',
    clause: '2',
    book: {
      scores: TIED,
      bands: [band('Xuất sắc', '90', { limit: { kind: 'number', places: '1' } }), band('Tốt', '85'), band('Khá', null)],
    },
    grades: { A: 'Xuất sắc', B: 'Tốt', C: 'Tốt', D: 'Tốt' },
  },
  {
    name: 'an undecided tie at the limit leaves the grades open',
    clause: '11.7',
    book: {
      scores: TIED,
      bands: [band('Xuất sắc', '90', { limit: { kind: 'number', places: '2' } }), band('Tốt', null)],
    },
    grades: { A: 'Xuất sắc', B: null, C: null, D: 'Tốt' },
  },
  {
    name: 'lowered first, then capped; the place is not freed',
    clause: '11.7',
    book: {
      scores: TIED,
      attributes: { A: { 'Thâm niên': '1' } },
      conditions: [
        condition('D1', years, '=', '1', { effect: { kind: 'capGrade', grade: 'Tốt' } }),
        condition('D2', years, '=', '1', { effect: { kind: 'lowerGrade' } }),
        condition('D3', years, '=', '1', { effect: { kind: 'lowerGrade' } }),
      ],
      bands: [band('Xuất sắc', '90', { limit: { kind: 'number', places: '1' } }), band('Tốt', '50'), band('Khá', null)],
    },
    grades: { A: 'Khá', B: null, C: null, D: null },
  },
];

export const booksOf = (cases: readonly HandCase[]) => cases.map((one) => ({ ...one, book: handBook(one.book) }));
