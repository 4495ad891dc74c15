/** Ready regulations: what the published texts they follow come to. */
import { CAN_THO_157, HUE_804, REGULATIONS } from '../../../src/regulations';
import { createWorkbook, type WorkbookContent, type WrittenUnit } from '../../../src/workbook/create';
import { judge } from '../../../src/workbook/job';
import { cellsOfPlans } from '../../../src/workbook/plan-cells';

const judged = (regulation: typeof CAN_THO_157, units: readonly WrittenUnit[], content: Partial<WorkbookContent>) =>
  judge(cellsOfPlans(createWorkbook(regulation, units, { content })));

test.each(REGULATIONS)('$id says where it comes from, that it is for reference, and cites laws without number', ({ source, legalBases = [] }) => {
  expect(source).toMatch(/tham khảo/u);
  for (const basis of legalBases) if (/^(?:Bộ luật|Luật|Pháp lệnh)/u.test(basis)) expect(basis).not.toMatch(/\d\/\d|QH\d/u);
});

describe('Kế hoạch 157/KH-UBND', () => {
  /** Per unit: plan, the three raw counts of the tie chain, people reached, then target and actual of 2, 3, 4, then the yes/no bonuses. */
  const FACTS: Readonly<Record<string, readonly [plan: string, counts: readonly number[], reached: number, ratios: readonly (readonly [number, number])[], bonuses: readonly string[]]>> = {
    A: ['có', [2850, 1425, 100], 50, [[1500, 1500], [1500, 1350], [1500, 1425]], ['có', 'có']],
    B: ['có', [2850, 1425, 100], 50, [[1500, 1500], [1500, 1350], [1500, 1425]], ['có', 'có']],
    C: ['có', [570, 290, 100], 48, [[320, 300], [300, 270], [320, 290]], ['không', 'có']],
    D: ['không', [820, 430, 98], 50, [[450, 420], [420, 400], [450, 430]], ['không', 'không']],
    E: ['có', [1750, 880, 100], 45, [[1000, 900], [900, 850], [1000, 880]], ['không', 'có']],
    F: ['có', [390, 205, 100], 47, [[250, 210], [210, 180], [250, 205]], ['không', 'có']],
  };
  const ids = Object.keys(FACTS);
  const headers = CAN_THO_157.attributes.map(({ header }) => header);
  const units = ids.map((code): WrittenUnit => {
    const [plan, counts] = FACTS[code] ?? ['có', []];
    return { code, name: `Xã số ${code}`, attributes: Object.fromEntries(headers.map((header, at) => [header, at === 0 ? plan : counts[at - 1] ?? null])) };
  });
  const content = {
    scores: Object.fromEntries(ids.map((code) => [code, { bloc: { '5.1': FACTS[code]?.[4][0] ?? null, '5.3': FACTS[code]?.[4][1] ?? null } }])),
    data: ids.flatMap((unit) => {
      const [, , count = 0, ratios = []] = FACTS[unit] ?? [];
      const [target, actual] = ratios[2] ?? [];
      return [{ unit, criterion: '1', count }, ...ratios.map(([planned, done], at) => ({ unit, criterion: String(at + 2), target: planned, actual: done })), { unit, criterion: '5.2', target: target ?? null, actual: actual ?? null }];
    }),
    ballots: [['A', 4], ['B', 5]].map(([unit, favour]) => ({ ballot: 'BANG_DIEM', unit: unit ?? null, members: 9, present: 9, issued: 9, returned: 9, valid: 9, favour: favour ?? null })),
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
  const leaves = Object.fromEntries(HUE_804.criteria.filter(({ way }) => way !== 'nhóm').map(({ code, max, way }) => [code, way === 'có/không' ? 'không' : max]));
  const { evaluation } = judged(HUE_804, [{ code: 'A', name: 'Sở số 1', attributes: { 'Kỷ luật': 'không' } }, { code: 'B', name: 'Sở số 2', attributes: { 'Kỷ luật': 'không' } }],
    { scores: { A: { self: leaves, bloc: leaves, board: { 'I.1': 340 } }, B: { self: leaves, bloc: leaves, board: { 'TR.1': 'có' } } } });
  expect(evaluation.units.map(({ total }) => total)).toEqual(['990', '992']);
  expect(evaluation.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(evaluation.issues.filter(({ code }) => code === 'max-sum-differs')).toEqual([]);
});
