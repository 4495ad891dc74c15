import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../../src/workbook/job';
import { nextYearWorkbook } from '../../../src/workbook/next-year';
import { readBook } from '../../../src/workbook/read';
import { createPackage, readWorkbook } from '../../../src/xlsx';
import { cellsOfPlans } from '../../../src/workbook/plan-cells';
import type { Cell } from '../../../src/workbook/cells';
import { SHEETS } from '../../../src/workbook/layout';
import { SEVEN_GROUPS, MINH_HOA, type Regulation } from '../../../src/regulations';
import { blocCells } from '../blocs';

const INFO = { info: { nextLeader: 'DV02', nextDeputy: 'DV03' } };

describe("next year's workbook", () => {
  test.each([MINH_HOA, SEVEN_GROUPS])('keeps the rules of $id and empties the scores', (regulation) => {
    const before = judge(blocCells({ units: 6, seed: 5, regulation, content: INFO }));
    const after = readBook(cellsOfPlans(nextYearWorkbook(before)));
    const withoutPlaces = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, inner: unknown) =>
          /^places?$|^sources$/.test(key) && typeof inner === 'object' ? undefined : inner,
        ),
      );
    expect(withoutPlaces(after.criteria)).toEqual(withoutPlaces(before.book.criteria));
    expect(withoutPlaces(after.settings)).toEqual(withoutPlaces(before.book.settings));
    expect(withoutPlaces(after.awards)).toEqual(withoutPlaces(before.book.awards));
    expect(withoutPlaces(after.conditions)).toEqual(withoutPlaces(before.book.conditions));
    expect(withoutPlaces(after.bands)).toEqual(withoutPlaces(before.book.bands));
    expect(after.units.map(({ id, name }) => [id, name])).toEqual(before.book.units.map(({ id, name }) => [id, name]));
    expect(after.scores.every(({ entries }) => [...entries.values()].every(({ kind }) => kind === 'blank'))).toBe(true);
    expect(after.scores.map(({ unit, level }) => [unit, level])).toEqual(
      before.book.scores.map(({ unit, level }) => [unit, level]),
    );
    expect(after.ballots).toEqual([]);
    expect(after.decisions).toEqual([]);
  });

  test('is led by those elected', () => {
    const { info } = readBook(cellsOfPlans(nextYearWorkbook(judge(blocCells({ units: 4, seed: 6, content: INFO })))));
    expect(info).toMatchObject({
      year: '2026',
      leader: 'DV02',
      deputy: 'DV03',
      nextLeader: null,
      nextDeputy: null,
      meetingDay: null,
    });
  });

  test("says of every unit whether it holds this year's awards", () => {
    const before = judge(blocCells({ units: 6, seed: 7, content: INFO }));
    const after = readBook(cellsOfPlans(nextYearWorkbook(before)));
    for (const award of before.evaluation.awards) {
      expect(award.status).toBe('ok');
      for (const unit of after.units) {
        expect(unit.attributes.get(`${award.name} năm 2025`)).toMatchObject({
          kind: 'yesno',
          value: award.units.includes(unit.id),
        });
      }
    }
  });

  test.each(['A', 'B', 'C', 'D', 'E'])('is made from sample %s and lacks nothing but what people fill in', (name) => {
    const bytes = readFileSync(join(__dirname, `../../../assets/samples/${name}.xlsx`));
    const before = readWorkbook(bytes);
    if (!before.ok) throw new Error(before.error.code);
    const after = readWorkbook(createPackage(nextYearWorkbook(judge(before.value))));
    if (!after.ok) throw new Error(after.error.code);
    const { findings, units, criteria, settings } = readBook(after.value);
    expect(findings).toEqual([]);
    const old = readBook(before.value);
    expect(units.map(({ id }) => id)).toEqual(old.units.map(({ id }) => id));
    expect(criteria.map(({ code, max, way }) => [code, max, way])).toEqual(
      old.criteria.map(({ code, max, way }) => [code, max, way]),
    );
    expect(settings.tieKeys.map(({ written }) => written)).toEqual(old.settings.tieKeys.map(({ written }) => written));
  });

  test('keeps a code that is stored as a number as it is shown', () => {
    const regulation: Regulation = {
      ...MINH_HOA,
      criteria: [
        { code: '1', name: 'Nhóm', max: 100, way: 'nhóm' },
        { code: '1.1', name: 'A', max: 40 },
        { code: '1.10', name: 'B', max: 60 },
      ],
      settings: [],
    };
    const cells = blocCells({ units: 3, seed: 8, regulation });
    const asNumber = (cell: Cell | undefined): Cell | undefined =>
      cell?.value === '1.10' ? { value: 1.1, format: '0.00' } : cell;
    const sheets = cells.sheets.map((sheet) =>
      sheet.name === SHEETS.criteria.name ? { ...sheet, rows: sheet.rows.map((row) => row?.map(asNumber)) } : sheet,
    );
    const after = readBook(cellsOfPlans(nextYearWorkbook(judge({ ...cells, sheets }))));
    expect(after.criteria.map(({ code }) => code)).toEqual(['1', '1.1', '1.10']);
  });

  test('leaves the holders of a pending award open', () => {
    const before = judge(blocCells({ units: 3, seed: 7, content: { ...INFO, scores: {} } }));
    const after = readBook(cellsOfPlans(nextYearWorkbook(before)));
    expect(after.units[0]?.attributes.get('Cờ thi đua của Chính phủ năm 2025')).toMatchObject({ kind: 'blank' });
  });
});
