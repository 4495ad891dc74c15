import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../../src/workbook/job';
import { nextYearWorkbook } from '../../../src/workbook/next-year';
import { readBook } from '../../../src/workbook/read';
import { createWorkbook } from '../../../src/workbook/create';
import { createPackage, readWorkbook } from '../../../src/xlsx';
import { cellsOfPlans } from '../../../src/sheets/plan-cells';
import { cellAt, type Cell, type WorkbookCells } from '../../../src/sheets/cells';
import type { Judgement } from '../../../src/workbook/judgement';
import { SHEETS } from '../../../src/workbook/layout';
import { SEVEN_GROUPS, MINH_HOA, type Regulation } from '../../../src/regulations';
import { blocCells } from '../blocs';

/** Next year's workbook with the points of this year: without points nobody is asked for conditions. */
function scored(next: WorkbookCells, { book, cells }: Judgement): WorkbookCells {
  const old = cells.sheets.find(({ name }) => name === SHEETS.scores.name);
  const put = new Map<string, Cell | undefined>();
  for (const { unit, level, entries } of readBook(next).scores)
    for (const [code, { place }] of entries) {
      const before = book.scores.find((column) => column.unit === unit && column.level === level)?.entries.get(code);
      if (before && old)
        put.set(`${String(place.row)} ${String(place.column)}`, cellAt(old, before.place.row, before.place.column));
    }
  const sheets = next.sheets.map((sheet) =>
    sheet.name === SHEETS.scores.name
      ? {
          ...sheet,
          rows: sheet.rows.map((row, r) =>
            Array.from({ length: row?.length ?? 0 }, (_, c) => put.get(`${String(r)} ${String(c)}`) ?? row?.[c]),
          ),
        }
      : (cells.sheets.find(({ name }) => name === sheet.name && name === SHEETS.data.name) ?? sheet),
  );
  return { ...next, sheets };
}

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

  test("says of every unit whether it is proposed for this year's awards, and leaves room for the decision", () => {
    const before = judge(blocCells({ units: 6, seed: 7, content: INFO }));
    const after = readBook(cellsOfPlans(nextYearWorkbook(before)));
    for (const award of before.evaluation.awards) {
      expect(award.status).toBe('ok');
      for (const unit of after.units) {
        expect(unit.attributes.get(`${award.name} năm 2025`)).toMatchObject(
          award.units.includes(unit.id) ? { kind: 'text', text: 'đề nghị' } : { kind: 'yesno', value: false },
        );
        expect(unit.attributes.has(`${award.name} năm 2025: số, ngày quyết định`)).toBe(award.units.length > 0);
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

  describe.each(['A', 'B', 'C', 'D', 'E'])('a condition on the award of the year before, sample %s', (name) => {
    const sample = readWorkbook(readFileSync(join(__dirname, `../../../assets/samples/${name}.xlsx`)));
    if (!sample.ok) throw new Error(sample.error.code);
    const before = judge(sample.value);
    const award = before.evaluation.awards.find(({ units }) => units.length > 0);
    if (award === undefined) throw new Error('nobody is proposed');
    const next = scored(cellsOfPlans(nextYearWorkbook(before)), before);
    /** `Mã`, `Áp dụng cho`, `Trường`, `Phép so`, `Giá trị` of a row more. */
    const asked: Readonly<Record<string, string>> = {
      [SHEETS.conditions.columns.code.header]: 'HAINAM',
      [SHEETS.conditions.columns.scope.header]: award.id,
      [SHEETS.conditions.columns.field.header]: `${award.name} năm ${before.book.info.year}`,
      [SHEETS.conditions.columns.op.header]: '=',
      [SHEETS.conditions.columns.value.header]: 'có',
    };
    const verdicts = (decided: string | null): ReadonlyMap<string, string | undefined> => {
      const sheets = next.sheets.map((sheet) => {
        if (sheet.name === SHEETS.units.name && decided !== null)
          return {
            ...sheet,
            rows: sheet.rows.map((row) => row?.map((cell) => (cell?.value === 'đề nghị' ? { value: decided } : cell))),
          };
        if (sheet.name !== SHEETS.conditions.name) return sheet;
        const headers = sheet.rows.find((row) => row?.some((cell) => cell?.value === 'Trường')) ?? [];
        const last = sheet.rows.findLastIndex((row) => row?.some((cell) => cell !== undefined && cell.value !== null));
        return {
          ...sheet,
          rows: [
            ...sheet.rows.slice(0, last + 1),
            headers.map((cell) => ({ value: asked[String(cell?.value)] ?? null })),
          ],
        };
      });
      const { awards } = judge({ ...next, sheets }).evaluation;
      const why = awards.find(({ id }) => id === award.id)?.why;
      return new Map(
        before.book.units.map(({ id }) => [id, why?.get(id)?.find(({ condition }) => condition === 'HAINAM')?.code]),
      );
    };
    const each = (holder: string | undefined, others: string | undefined) =>
      new Map(before.book.units.map(({ id }) => [id, award.units.includes(id) ? holder : others]));

    test('who is only proposed does not have it yet: unknown; all others are answered', () => {
      expect(verdicts(null)).toEqual(each('condition-unknown', 'condition-failed'));
    });
    test('once the council has decided it is answered for all', () => {
      expect(verdicts('có')).toEqual(each(undefined, 'condition-failed'));
      expect(verdicts('không')).toEqual(each('condition-failed', 'condition-failed'));
    });
  });

  test('the task grade of this year and what years before have brought stay, and conditions ask one year later', () => {
    const regulation: Regulation = {
      ...MINH_HOA,
      attributes: [{ header: 'Xếp loại nhiệm vụ' }, { header: 'Cờ thi đua năm 2024' }, { header: 'Kỷ luật' }],
      conditions: [
        { code: 'K1', scope: 'CP', field: 'Xếp loại nhiệm vụ', op: '=', value: 'HTXSNV' },
        { code: 'K2', scope: 'CP', field: 'cờ thi  đua năm 2024', op: '=', value: 'có' },
      ],
    };
    const units = ['A', 'B'].map((code, index) => ({
      code,
      name: `Sở ${code}`,
      attributes: {
        'Xếp loại nhiệm vụ': ['HTXSNV', 'HTTNV'][index] ?? '',
        'Cờ thi đua năm 2024': 'có',
        'Kỷ luật': 'không',
      },
    }));
    const before = judge(cellsOfPlans(createWorkbook(regulation, units, { content: { info: { year: 2025 } } })));
    const after = readBook(cellsOfPlans(nextYearWorkbook(before)));
    const shown = (header: string) => after.units.map(({ attributes }) => attributes.get(header));
    expect(shown('Xếp loại nhiệm vụ năm 2025')).toMatchObject([{ text: 'HTXSNV' }, { text: 'HTTNV' }]);
    expect(shown('Cờ thi đua năm 2024')).toMatchObject([{ value: true }, { value: true }]);
    expect([...shown('Xếp loại nhiệm vụ'), ...shown('Kỷ luật'), ...shown('Cờ thi đua năm 2025')]).toMatchObject(
      Array.from({ length: 6 }, () => ({ kind: 'blank' })),
    );
    expect(after.conditions.map(({ field }) => field)).toMatchObject([
      { header: 'Xếp loại nhiệm vụ' },
      { header: 'Cờ thi đua năm 2025' },
    ]);
    expect(after.findings).toEqual([]);
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
