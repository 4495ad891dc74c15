/** Ballots: impossible counts, votes needed, elections as counts. */
import { evaluate, type BallotBase } from '../../src/rules/index';
import { votesNeeded } from '../../src/rules/conditions/ballots';
import { parse } from '../../src/rules/number/rational';
import { book, type BookInput } from './books';

type Rows = NonNullable<BookInput['ballots']>;

function judge(ballots: Rows, conditions: BookInput['conditions'] = {}) {
  return evaluate(book({ scores: { a: 90, b: 80 }, ballots, conditions, awards: { T: {} } }));
}
const issues = (ballots: Rows) =>
  judge(ballots).issues.map(({ code, place }) => `${code} ${String(place?.row)},${String(place?.column)}`);
const FULL = { ballot: 'P', unit: 'a', members: 15, present: 14, issued: 14, returned: 13, valid: 12, favour: 11 };

test.each<[string, Partial<Rows[number]>, readonly string[]]>([
  ['possible', {}, []],
  ['all the same', { members: 11, present: 11, issued: 11, returned: 11, valid: 11, favour: 11 }, []],
  ['nobody in favour', { favour: 0 }, []],
  ['more in favour than valid', { favour: 13 }, ['ballot-impossible 1,7']],
  ['more valid than returned', { valid: 14 }, ['ballot-impossible 1,6']],
  ['more returned than issued', { returned: 15 }, ['ballot-impossible 1,5']],
  ['more issued than present', { issued: 15 }, ['ballot-impossible 1,4']],
  ['more present than members', { present: 16 }, ['ballot-impossible 1,3']],
  ['blank counts are left out of the checks', { present: null, returned: null }, []],
  ['over a blank count', { issued: null, returned: null, valid: 15 }, ['ballot-impossible 1,6']],
  ['a negative count', { favour: -1 }, ['ballot-impossible 1,7']],
  ['a broken count', { favour: 10.5 }, ['ballot-impossible 1,7']],
  ['a text', { favour: 'đa số' }, ['count-invalid 1,7']],
  ['a number as text', { favour: '11 ' }, ['number-as-text 1,7']],
])('%s', (_, more, expected) => {
  expect(issues([{ ...FULL, ...more }])).toEqual(expected);
});

test('the rows of one ballot must agree on members, present and issued', () => {
  expect(issues([FULL, { ...FULL, unit: 'b', present: 13, issued: 13 }])).toEqual([
    'ballot-impossible 2,3',
    'ballot-impossible 2,4',
  ]);
  expect(issues([FULL, { ...FULL, unit: 'b', valid: 10, favour: 2 }])).toEqual([]);
});

test('a unit twice in one round of a ballot', () => {
  expect(issues([FULL, { ...FULL }])).toEqual(['code-duplicate 2,0']);
});

const HALF = { k: { field: 'ballot P', value: '50% members' } } as const;

test('rows that disagree about the meeting leave the whole ballot unknown (11.13)', () => {
  expect(judge([FULL, { ...FULL, unit: 'b', members: 16 }], HALF).awards[0]).toMatchObject({
    status: 'pending:unknown',
    units: [],
    tied: ['a', 'b'],
  });
});

test.each<[string, Rows]>([
  ['a negative count', [{ ...FULL, unit: 'a', favour: -1 }]],
  ['a text', [{ ...FULL, unit: 'a', favour: 'đa số' }]],
  ['yes', [{ ...FULL, unit: 'a', favour: true }]],
  ['more in favour than valid', [{ ...FULL, unit: 'a', favour: 13 }]],
  [
    'a row twice',
    [
      { ...FULL, unit: 'a', favour: 1 },
      { ...FULL, unit: 'a', favour: 2 },
    ],
  ],
])('%s leaves the conditions of its own unit unknown, and no other’s (11.13)', (_, own) => {
  const others = [{ ...FULL, unit: 'b' }];
  expect(judge([...own, ...others], HALF).awards[0]).toMatchObject({
    status: 'pending:unknown',
    units: [],
    tied: ['a'],
  });
  const faulty = own.map((row) => ({ ...row, unit: 'b' }));
  expect(judge([{ ...FULL, unit: 'a' }, ...faulty], HALF).awards[0]).toMatchObject({ status: 'ok', units: ['a'] });
});

describe('written opinions and rounds (regulations.md 9, 10)', () => {
  const votes = (row: Partial<Rows[number]>) => [
    {
      ballot: 'P',
      unit: 'a',
      members: 15,
      present: 12,
      written: 3,
      issued: 15,
      returned: 15,
      valid: 15,
      favour: 12,
      ...row,
    },
  ];
  test.each<[string, Partial<Rows[number]>, readonly string[]]>([
    ['15 members, 12 present, 3 wrote, 15 votes', {}, []],
    ['without the written ones 15 issued are too many', { written: null }, ['ballot-impossible 1,4']],
    ['more present and written than members', { written: 4 }, ['ballot-impossible 1,3']],
    [
      'more written than members, nobody said who was present',
      { present: null, written: 16 },
      ['ballot-impossible 1,9'],
    ],
    ['as many as wrote may, nobody said who was present', { present: null, written: 15 }, []],
    ['more written than members, beside those present', { written: 16 }, ['ballot-impossible 1,3']],
    ['a negative number', { written: -1 }, ['ballot-impossible 1,9']],
    ['a round that is none', { round: 0 }, ['ballot-impossible 1,8']],
    ['a text as round', { round: 'hai' }, ['count-invalid 1,8']],
    ['a second round without a first', { round: 2 }, ['ballot-impossible 1,8']],
  ])('%s', (_, row, expected) => {
    expect(issues(votes(row))).toEqual(expected);
  });

  test('"of those present" counts those who wrote: 12 of 15 is 80 %', () => {
    const holds = (value: string) => judge(votes({}), { k: { field: 'ballot P', value } }).awards[0]?.units;
    expect([holds('80% present'), holds('81% present'), holds('80% members')]).toEqual([['a'], [], ['a']]);
  });

  test('the last round of a unit counts; another unit keeps its first', () => {
    const rounds = [...votes({ favour: 7 }), ...votes({ unit: 'b', favour: 13 }), ...votes({ round: 2, favour: 13 })];
    const { ballots, awards, issues: found } = judge(rounds, { k: { field: 'ballot P', value: '80% members' } });
    expect([found, awards[0]?.units, ballots[0]?.counts]).toEqual([
      [],
      ['a'],
      [
        { unit: 'a', favour: '13', holds: true },
        { unit: 'b', favour: '13', holds: true },
      ],
    ]);
    expect(judge(rounds.slice(0, 2), { k: { field: 'ballot P', value: '80% members' } }).awards[0]?.units).toEqual([
      'b',
    ]);
  });

  test('only the rows of one round must agree', () => {
    expect(issues([...votes({}), ...votes({ round: 2, present: 11, issued: 14, returned: 14, valid: 14 })])).toEqual(
      [],
    );
    expect(issues([...votes({}), ...votes({ unit: 'b', written: 2, issued: 14, returned: 14, valid: 14 })])).toEqual([
      'ballot-impossible 2,4',
      'ballot-impossible 2,9',
    ]);
  });
});

test.each<[string, Partial<Rows[number]>, unknown]>([
  ['a negative count', { favour: -1 }, ['ballot-impossible', 'b', '-1', null, { ballot: 'P' }]],
  ['a text', { favour: 'đa số' }, ['count-invalid', 'b', 'đa số', null, undefined]],
  ['yes', { favour: true }, ['count-invalid', 'b', 'true', null, undefined]],
  [
    'more in favour than valid',
    { favour: 13 },
    ['ballot-impossible', 'b', '13', '<= 12', { ballot: 'P', count: 'favour', above: 'valid' }],
  ],
  [
    'another number of members',
    { members: 16 },
    ['ballot-impossible', 'b', '16', '15', { ballot: 'P', count: 'members' }],
  ],
  ['a row twice', { unit: 'a' }, ['code-duplicate', 'a', 'a', null, { ballot: 'P' }]],
])('the finding says what stands there and what should: %s', (_, more, expected) => {
  const { issues: found } = judge([FULL, { ...FULL, unit: 'b', ...more }]);
  expect(
    found.map(({ code, unit, received, expected: wanted, params }) => [code, unit, received, wanted, params]),
  ).toEqual([expected]);
});

test('a blank shared count is taken from the other rows', () => {
  const { awards } = judge([FULL, { ...FULL, unit: 'b', members: null, favour: 12, valid: 12 }], {
    k: { field: 'ballot P', value: '80% members' },
  });
  expect(awards[0]?.units).toEqual(['b']);
});

test('a candidate without a row in a ballot that has rows', () => {
  const { awards, issues: found } = judge([{ ...FULL, unit: 'b' }], { k: { field: 'ballot P', value: '50% members' } });
  expect([awards[0]?.status, awards[0]?.tied, found.map(({ code, unit }) => [code, unit])]).toEqual([
    'pending:unknown',
    ['a'],
    [['eligibility-unknown', 'a']],
  ]);
});

test.each<[string, string, '>=' | '>', number]>([
  ['15', '4/5', '>=', 12],
  ['15', '4/5', '>', 13],
  ['15', '1/2', '>=', 8],
  ['14', '1/2', '>=', 7],
  ['14', '1/2', '>', 8],
  ['10', '2/3', '>=', 7],
  ['9', '2/3', '>=', 6],
  ['9', '2/3', '>', 7],
  ['0', '1/2', '>=', 0],
])('of %s voters with %s, %s: %i votes', (base, share, op, needed) => {
  const [count, asked] = [parse(base), parse(share)];
  expect(count === null || asked === null ? null : votesNeeded(count, asked, op)).toBe(needed);
});

test('votes needed stand beside the counts, per threshold', () => {
  const of = (base: BallotBase, op: '>=' | '>' | '<=') =>
    judge([FULL, { ...FULL, unit: 'b', favour: 12 }], { k: { field: 'ballot P', op, value: `80% ${base}` } }).ballots[0]
      ?.thresholds[0];
  expect(of('members', '>=')).toEqual({ condition: 'k', written: '80% members', needed: 12 });
  expect([
    of('present', '>=')?.needed,
    of('issued', '>')?.needed,
    of('valid', '>=')?.needed,
    of('members', '<=')?.needed,
  ]).toEqual([12, 12, 10, null]);
});

test.each<[string, Rows[number], number | null]>([
  ['as many valid', { ...FULL, unit: 'b' }, 10],
  ['fewer valid', { ...FULL, unit: 'b', valid: 11 }, null],
  ['nobody knows how many valid', { ...FULL, unit: 'b', valid: null }, null],
])('votes needed of the valid ones are one number only where all have as many: %s', (_, second, needed) => {
  const conditions = { k: { field: 'ballot P', op: '>=', value: '80% valid' } } as const;
  expect(judge([FULL, second], conditions).ballots[0]?.thresholds[0]?.needed).toBe(needed);
  expect(judge([second, FULL], conditions).ballots[0]?.thresholds[0]?.needed).toBe(needed);
});

test('in whichever order the rows stand, the leader comes before the deputy and the units in their own order', () => {
  const rows: Rows = [
    { ballot: 'TRUONG_KHOI', unit: 'a', members: 15, favour: 12 },
    { ballot: 'TRUONG_KHOI', unit: 'b', members: 15, favour: 3 },
    { ballot: 'PHO_TRUONG_KHOI', unit: 'b', members: 15, favour: 14 },
  ];
  const { elections } = judge(rows);
  expect(judge([...rows].reverse()).elections).toEqual(elections);
  expect(judge([rows[2], rows[0], rows[1]].flatMap((row) => row ?? [])).elections).toEqual(elections);
  expect(elections.map(({ ballot }) => ballot)).toEqual(['TRUONG_KHOI', 'PHO_TRUONG_KHOI']);
});

test('elections are counts and whether the threshold holds, never a choice', () => {
  const { elections, ballots } = judge(
    [
      { ballot: 'TRUONG_KHOI', unit: 'a', members: 15, favour: 12 },
      { ballot: 'TRUONG_KHOI', unit: 'b', members: 15, favour: 3 },
      { ballot: 'PHO_TRUONG_KHOI', unit: 'b', members: 15, favour: 14 },
      { ballot: 'P', unit: 'a', members: 15, favour: 1 },
    ],
    { k: { field: 'ballot TRUONG_KHOI', value: '80% members', scope: { kind: 'awards', awards: ['TRUONG_KHOI'] } } },
  );
  expect(elections.map(({ ballot, counts }) => [ballot, counts])).toEqual([
    [
      'TRUONG_KHOI',
      [
        { unit: 'a', favour: '12', holds: true },
        { unit: 'b', favour: '3', holds: false },
      ],
    ],
    ['PHO_TRUONG_KHOI', [{ unit: 'b', favour: '14', holds: null }]],
  ]);
  expect(ballots).toHaveLength(3);
});

test('where rows of one ballot disagree, whoever waits names the cell at fault and whose it is', () => {
  const { awards, issues: found } = judge([FULL, { ...FULL, unit: 'b', members: 16 }], {
    k: { field: 'ballot P', value: '80% members' },
  });
  const place = found.find(({ code }) => code === 'ballot-impossible')?.place;
  expect(place).toMatchObject({ row: 2 });
  expect(awards[0]?.why.get('a')?.[0]).toMatchObject({ code: 'condition-unknown', place, params: { impossible: 'b' } });
  expect(found.find(({ code, unit }) => code === 'eligibility-unknown' && unit === 'a')).toMatchObject({
    place,
    params: { impossible: 'b' },
  });
});
