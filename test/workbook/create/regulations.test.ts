/** Ready regulations: what the published texts they follow come to. */
import {
  BAC_NINH_86,
  CAN_THO_157,
  HUE_804,
  MINH_HOA_HAI_CO,
  REGULATIONS,
  type Regulation,
} from '../../../src/regulations';
import { createWorkbook, type WorkbookContent, type WrittenUnit } from '../../../src/workbook/create';
import type { WrittenCriterion } from '../../../src/regulations/written';
import { judge } from '../../../src/workbook/job';
import { WAY_WORDS } from '../../../src/workbook/layout';
import { cellsOfPlans } from '../../../src/sheets/plan-cells';

const judged = (regulation: Regulation, units: readonly WrittenUnit[], content: Partial<WorkbookContent>) =>
  judge(cellsOfPlans(createWorkbook(regulation, units, { content })));

test.each(REGULATIONS)(
  '$id says where it comes from, that it is for reference, and cites laws without number',
  ({ source, legalBases = [] }) => {
    expect(source).toMatch(/tham khảo/u);
    for (const basis of legalBases)
      if (/^(?:Bộ luật|Luật|Pháp lệnh)/u.test(basis)) expect(basis).not.toMatch(/\d\/\d|QH\d/u);
  },
);

test.each(REGULATIONS)(
  '$id names no law by its number in the bases of its rules either (Nghị định 30/2020, phụ lục I)',
  ({ settings, criteria, awards, conditions }) => {
    const bases = [...settings, ...criteria, ...awards, ...conditions].flatMap(({ basis }) => basis ?? []);
    expect(bases.filter((basis) => /Luật/u.test(basis) && /số \d|QH\d/u.test(basis))).toEqual([]);
  },
);

/** The compiler asks for each word that a regulation may write, and for no other. */
const WRITTEN_WAYS: Readonly<Record<NonNullable<WrittenCriterion['way']>, true>> = {
  điểm: true,
  bậc: true,
  'có/không': true,
  'tỷ lệ': true,
  'trừ dần': true,
  'theo lần': true,
  'so sánh': true,
  'trung bình': true,
  'bậc theo tỷ lệ': true,
  nhóm: true,
  'nhóm lấy mức cao nhất': true,
};

test('a regulation may write the first word of every way, and no other', () => {
  expect(Object.keys(WRITTEN_WAYS).sort()).toEqual(
    Object.values(WAY_WORDS)
      .map(([first]) => first)
      .sort(),
  );
});

describe('Kế hoạch 157/KH-UBND', () => {
  /** Per unit: plan, the three raw counts of the tie chain, people reached, then target and actual of 2, 3, 4, then the yes/no bonuses. */
  const FACTS: Readonly<
    Record<
      string,
      readonly [
        plan: string,
        counts: readonly number[],
        reached: number,
        ratios: readonly (readonly [number, number])[],
        bonuses: readonly string[],
      ]
    >
  > = {
    A: [
      'có',
      [2850, 1425, 100],
      50,
      [
        [1500, 1500],
        [1500, 1350],
        [1500, 1425],
      ],
      ['có', 'có'],
    ],
    B: [
      'có',
      [2850, 1425, 100],
      50,
      [
        [1500, 1500],
        [1500, 1350],
        [1500, 1425],
      ],
      ['có', 'có'],
    ],
    C: [
      'có',
      [570, 290, 100],
      48,
      [
        [320, 300],
        [300, 270],
        [320, 290],
      ],
      ['không', 'có'],
    ],
    D: [
      'không',
      [820, 430, 98],
      50,
      [
        [450, 420],
        [420, 400],
        [450, 430],
      ],
      ['không', 'không'],
    ],
    E: [
      'có',
      [1750, 880, 100],
      45,
      [
        [1000, 900],
        [900, 850],
        [1000, 880],
      ],
      ['không', 'có'],
    ],
    F: [
      'có',
      [390, 205, 100],
      47,
      [
        [250, 210],
        [210, 180],
        [250, 205],
      ],
      ['không', 'có'],
    ],
  };
  const ids = Object.keys(FACTS);
  const headers = CAN_THO_157.attributes.map(({ header }) => header);
  const units = ids.map((code): WrittenUnit => {
    const [plan, counts] = FACTS[code] ?? ['có', []];
    return {
      code,
      name: `Xã số ${code}`,
      attributes: Object.fromEntries(headers.map((header, at) => [header, at === 0 ? plan : (counts[at - 1] ?? null)])),
    };
  });
  const content = {
    scores: Object.fromEntries(
      ids.map((code) => [code, { bloc: { '5.1': FACTS[code]?.[4][0] ?? null, '5.3': FACTS[code]?.[4][1] ?? null } }]),
    ),
    data: ids.flatMap((unit) => {
      const [, , count = 0, ratios = []] = FACTS[unit] ?? [];
      const [target, actual] = ratios[2] ?? [];
      return [
        { unit, criterion: '1', count },
        ...ratios.map(([planned, done], at) => ({ unit, criterion: String(at + 2), target: planned, actual: done })),
        { unit, criterion: '5.2', target: target ?? null, actual: actual ?? null },
      ];
    }),
    ballots: [
      ['A', 4],
      ['B', 5],
    ].map(([unit, favour]) => ({
      ballot: 'BANG_DIEM',
      unit: unit ?? null,
      members: 9,
      present: 9,
      issued: 9,
      returned: 9,
      valid: 9,
      favour: favour ?? null,
    })),
  };

  test('the totals of the published table, on a scale of 115 that is no finding; the tie parted by the ballot, once the counts are equal', () => {
    const { book, evaluation } = judged(CAN_THO_157, units, content);
    const byId = new Map(evaluation.units.map((unit) => [unit.id, unit]));
    expect(ids.map((id) => byId.get(id)?.total)).toEqual(['111', '111', '100.83', '79.49', '97.49', '90.94']);
    expect(ids.map((id) => byId.get(id)?.rank)).toEqual([2, 1, 3, 6, 4, 5]);
    expect(evaluation.issues.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual([]);
    expect(book.info.legalBases[0]).toBe('Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022');
  });

  test('without the ballot the two wait for it', () => {
    const { evaluation } = judged(CAN_THO_157, units, { ...content, ballots: [] });
    expect(evaluation.units.filter(({ tiedWith }) => tiedWith.length > 0).map(({ id }) => id)).toEqual(['A', 'B']);
  });
});

test('Hướng dẫn 804/HD-SNV: what the Board leaves blank keeps the points before; 8 off without launch; 1000 includes the bonus', () => {
  const leaves = Object.fromEntries(
    HUE_804.criteria
      .filter(({ way }) => way !== 'nhóm')
      .map(({ code, max, way }) => [code, way === 'có/không' ? 'không' : max]),
  );
  const { evaluation } = judged(
    HUE_804,
    [
      { code: 'A', name: 'Sở số 1', attributes: { 'Kỷ luật': 'không' } },
      { code: 'B', name: 'Sở số 2', attributes: { 'Kỷ luật': 'không' } },
    ],
    {
      scores: {
        A: { self: leaves, bloc: leaves, board: { 'I.1': 340 } },
        B: { self: leaves, bloc: leaves, board: { 'TR.1': 'có' } },
      },
    },
  );
  expect(evaluation.units.map(({ total }) => total)).toEqual(['990', '992']);
  expect(evaluation.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(evaluation.issues.filter(({ code }) => code === 'max-sum-differs')).toEqual([]);
});

/** Full points less `short`; the attributes of a unit that nothing stands against, but for `own`. */
const TWO_FLAG_REGULATIONS: readonly Regulation[] = [MINH_HOA_HAI_CO, BAC_NINH_86];
function flagsOf(
  regulation: Regulation,
  facts: Readonly<Record<string, { readonly short: number; readonly own?: Readonly<Record<string, string>> }>>,
) {
  const well = Object.fromEntries(
    regulation.attributes.map(({ header, choices = [] }) => [
      header,
      regulation.conditions.find(
        ({ field, effect, orGroup }) => field === header && effect === undefined && orGroup === undefined,
      )?.value ?? (choices.includes('có') ? 'không' : (choices[0] ?? null)),
    ]),
  );
  const leaves = regulation.criteria.filter(({ way }) => way !== 'nhóm');
  const units = Object.entries(facts).map(([code, { own = {} }]): WrittenUnit => ({
    code,
    name: `Sở số ${code}`,
    attributes: { ...well, 'HTXSNV hai năm liền': 'có', ...own },
  }));
  const content = {
    scores: Object.fromEntries(
      Object.entries(facts).map(([code, { short }]) => [
        code,
        {
          bloc: Object.fromEntries(
            leaves.map(({ code: leaf, max, counts }) => [
              leaf,
              counts !== undefined || /^TR?\./u.test(leaf) ? 0 : (max ?? 0) - (leaf === 'I.1' ? short : 0),
            ]),
          ),
        },
      ]),
    ),
  };
  const { evaluation } = judged(regulation, units, content);
  return {
    awards: Object.fromEntries(
      evaluation.awards.map(({ id, status, units: holders, fallback, postponed }) => [
        id,
        `${status} ${holders.join(' ')}${fallback.length > 0 ? ` / ${fallback.join(' ')}` : ''}${postponed.length > 0 ? ` # ${postponed.join(' ')}` : ''}`,
      ]),
    ),
    errors: evaluation.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  };
}

describe.each(TWO_FLAG_REGULATIONS)('$id: the law in force since 2024', (regulation) => {
  test('both flags to the unit that leads, the diploma to the next (Luật, Điều 25, Điều 26)', () => {
    expect(flagsOf(regulation, { A: { short: 1 }, B: { short: 2 }, C: { short: 3 }, D: { short: 4 } })).toEqual({
      awards: { CP: 'ok A', UBND: 'ok A / A', BK: 'ok B C D' },
      errors: [],
    });
  });
  test('of two equally entitled the one with at least 70 % women (Nghị định 152/2025, Điều 4 khoản 6), else the meeting decides', () => {
    const facts = (women: string) => ({
      A: { short: 1 },
      B: { short: 1, own: { 'Tỷ lệ nữ từ 70%': women } },
      C: { short: 3 },
    });
    expect(flagsOf(regulation, facts('có')).awards).toMatchObject({ CP: 'ok B', UBND: 'ok B / B', BK: 'ok A C' });
    expect(flagsOf(regulation, facts('không')).awards).toMatchObject({ CP: 'pending:tie ', UBND: 'pending:upstream ' });
  });
  test('a proposal waits while a procedure is open, and nobody else gets its place (Nghị định 152/2025, Điều 4 khoản 4)', () => {
    const open = { 'Đang bị thanh tra, xem xét kỷ luật, xác minh đơn thư': 'có' };
    expect(flagsOf(regulation, { A: { short: 1, own: open }, B: { short: 2 } }).awards).toMatchObject({
      CP: 'ok A # A',
      UBND: 'ok A / A # A',
      BK: 'ok B',
    });
    expect(flagsOf(regulation, { A: { short: 1, own: { 'Kỷ luật': 'có' } }, B: { short: 2 } }).awards).toMatchObject({
      CP: 'ok ',
      BK: 'ok B',
    });
  });
  test('a fact that is blank leaves what hangs on it open', () => {
    expect(flagsOf(regulation, { A: { short: 1, own: { 'Kỷ luật': '' } }, B: { short: 2 } }).awards).toMatchObject({
      CP: 'pending:unknown ',
      UBND: 'pending:upstream ',
    });
  });
});

test('Quyết định 86/2025: targets exceeded and the party’s grade for a flag, either of two titles two years running for the diploma, dossiers in time for both', () => {
  const facts = (own: Readonly<Record<string, string>>) =>
    flagsOf(BAC_NINH_86, { A: { short: 1, own }, B: { short: 2 } }).awards;
  expect(facts({ 'Hoàn thành vượt mức chỉ tiêu': 'không' })).toMatchObject({ CP: 'ok ', UBND: 'ok ', BK: 'ok A B' });
  expect(facts({ 'Xếp loại tổ chức đảng': 'HTTNV' })).toMatchObject({ CP: 'ok ', UBND: 'ok ', BK: 'ok A B' });
  expect(facts({ 'Gửi hồ sơ trước ngày 10/12': 'không' })).toMatchObject({ CP: 'ok ', BK: 'ok B' });
  const second = (own: Readonly<Record<string, string>>) =>
    flagsOf(BAC_NINH_86, { A: { short: 1 }, B: { short: 2, own } }).awards['BK'];
  expect(second({ 'HTXSNV hai năm liền': 'không' })).toBe('ok ');
  expect(second({ 'HTXSNV hai năm liền': 'không', 'Tập thể lao động xuất sắc hai năm liền': 'có' })).toBe('ok B');
});
