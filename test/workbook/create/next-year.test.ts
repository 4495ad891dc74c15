import { judge } from '../../../src/workbook/job';
import { nextYearWorkbook } from '../../../src/workbook/next-year';
import { cellsOfPlans } from '../../../src/workbook/plan-cells';
import { SEVEN_GROUPS, MINH_HOA } from '../../../src/regulations';
import { blocCells } from '../blocs';

const INFO = { info: { nextLeader: 'DV02', nextDeputy: 'DV03' } };

describe("next year's workbook", () => {
  test.each([MINH_HOA, SEVEN_GROUPS])('keeps the rules of $id and empties the scores', (regulation) => {
    const before = judge(blocCells({ units: 6, seed: 5, regulation, content: INFO }));
    const after = judge(cellsOfPlans(nextYearWorkbook(before)));
    const withoutPlaces = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (/^places?$|^sources$/.test(key) && typeof inner === 'object' ? undefined : inner)));
    expect(withoutPlaces(after.book.criteria)).toEqual(withoutPlaces(before.book.criteria));
    expect(withoutPlaces(after.book.settings)).toEqual(withoutPlaces(before.book.settings));
    expect(withoutPlaces(after.book.awards)).toEqual(withoutPlaces(before.book.awards));
    expect(withoutPlaces(after.book.conditions)).toEqual(withoutPlaces(before.book.conditions));
    expect(withoutPlaces(after.book.bands)).toEqual(withoutPlaces(before.book.bands));
    expect(after.book.units.map(({ id, name }) => [id, name])).toEqual(before.book.units.map(({ id, name }) => [id, name]));
    expect(after.book.scores.every(({ entries }) => [...entries.values()].every(({ kind }) => kind === 'blank'))).toBe(true);
    expect(after.book.scores.map(({ unit, level }) => [unit, level])).toEqual(before.book.scores.map(({ unit, level }) => [unit, level]));
    expect(after.book.ballots).toEqual([]);
    expect(after.book.decisions).toEqual([]);
  });

  test('is led by those elected', () => {
    const { info } = judge(cellsOfPlans(nextYearWorkbook(judge(blocCells({ units: 4, seed: 6, content: INFO }))))).book;
    expect(info).toMatchObject({ year: '2026', leader: 'DV02', deputy: 'DV03', nextLeader: null, nextDeputy: null, meetingDay: null });
  });

  test("says of every unit whether it holds this year's awards", () => {
    const before = judge(blocCells({ units: 6, seed: 7, content: INFO }));
    const after = judge(cellsOfPlans(nextYearWorkbook(before)));
    for (const award of before.evaluation.awards) {
      expect(award.status).toBe('ok');
      for (const unit of after.book.units) {
        expect(unit.attributes.get(`${award.name} năm 2025`)).toMatchObject({ kind: 'yesno', value: award.units.includes(unit.id) });
      }
    }
  });

  test('leaves the holders of a pending award open', () => {
    const before = judge(blocCells({ units: 6, seed: 7, content: { ...INFO, scores: {} } }));
    const after = judge(cellsOfPlans(nextYearWorkbook(before)));
    expect(after.book.units[0]?.attributes.get('Cờ thi đua của Chính phủ năm 2025')).toMatchObject({ kind: 'blank' });
  });
});
