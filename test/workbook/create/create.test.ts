import { REGULATIONS, MINH_HOA, SEVEN_GROUPS, type Regulation } from '../../../src/regulations';
import { cellAt, type SheetCells, type WorkbookCells } from '../../../src/sheets/cells';
import { createWorkbook } from '../../../src/workbook/create';
import { codedUnits } from '../../../src/workbook/create-content';
import { judge } from '../../../src/workbook/job';
import { OUTPUT_SHEETS, SHEETS } from '../../../src/workbook/layout';
import { cellsOfPlans } from '../../../src/sheets/plan-cells';
import { readBook } from '../../../src/workbook/read';
import { STYLES, type CellStyle } from '../../../src/sheets/styles';
import { blocCells, blocPlans } from '../blocs';

const UNITS = [{ name: 'Sở Y tế' }, { name: 'Sở Nội vụ' }, { name: 'Thanh tra tỉnh' }];

const sheetNamed = <T extends { readonly name: string }>(sheets: readonly T[], name: string): T => {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

describe('a new workbook', () => {
  test.each(REGULATIONS.map((regulation) => [regulation.id, regulation] as const))(
    'of %s has every sheet, guide first',
    (_, regulation) => {
      const plans = createWorkbook(regulation, UNITS);
      expect(plans.map(({ name }) => name)).toEqual([
        OUTPUT_SHEETS.guide,
        ...Object.values(SHEETS).map(({ name }) => name),
      ]);
      for (const plan of plans) {
        expect(plan.print).not.toBeNull();
        expect(plan.protect).toBe(true);
        expect(plan.stamp).toBeNull();
      }
    },
  );

  test.each(REGULATIONS.map((regulation) => [regulation.id, regulation] as const))(
    'of %s lacks nothing but what people fill in',
    (_, regulation) => {
      const { evaluation } = judge(cellsOfPlans(createWorkbook(regulation, UNITS)));
      const codes = new Set(evaluation.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code));
      for (const code of codes) expect(['score-missing', 'data-missing', 'eligibility-unknown']).toContain(code);
      // Where every main criterion is computed, it is the data that people fill in.
      expect(codes).toContain(codes.has('data-missing') ? 'data-missing' : 'score-missing');
      // A tenth of so few units is no place: that is sure whatever the scores will be.
      expect(evaluation.awards.map(({ status }) => status)).toEqual(
        evaluation.awards.map(({ places }) =>
          places === 0 ? 'ok' : expect.stringMatching(/^pending:(?:unknown|upstream)$/u),
        ),
      );
    },
  );

  test.each(REGULATIONS.map((regulation) => [regulation.id, regulation] as const))(
    'of %s, filled, has no issue',
    (_, regulation) => {
      const { evaluation } = judge(blocCells({ units: 9, seed: 4, regulation }));
      expect(evaluation.issues.filter(({ code }) => code !== 'cap-applied' && code !== 'level-taken')).toEqual([]);
      expect(evaluation.awards.map(({ status }) => status)).toEqual(regulation.awards.map(() => 'ok'));
    },
  );

  test('without units has no columns to fill, and is read without a finding about them', () => {
    const { findings, units } = readBook(cellsOfPlans(createWorkbook(MINH_HOA, [])));
    expect(units).toEqual([]);
    expect(findings).toEqual([]);
  });

  test('gives every unit a code of its own, from its initials without marks', () => {
    expect(
      codedUnits([
        { name: 'Sở Y tế' },
        { name: 'Sở Y tế' },
        { name: 'Đài Phát thanh' },
        { name: '***' },
        { name: 'A', code: 'SYT3' },
      ]).map(({ code }) => code),
    ).toEqual(['SYT', 'SYT2', 'DPT', 'DV', 'SYT3']);
  });

  test('keeps what is locked from typing and opens what is to be filled', () => {
    const scores = sheetNamed(createWorkbook(MINH_HOA, UNITS), SHEETS.scores.name);
    const look = (row: number, column: number): CellStyle => STYLES[scores.rows[row]?.cells[column]?.style ?? 'plain'];
    expect(look(4, 3).unlocked).toBeUndefined(); // I: a parent's formula
    expect(look(5, 3).unlocked).toBe(true); // I.1: a score
    expect(look(5, 0).unlocked).toBeUndefined(); // the code
    expect(scores.freeze).toEqual({ rows: 4, columns: 3 });
  });

  test('limits typed scores to 0..maximum of the criterion', () => {
    const scores = sheetNamed(createWorkbook(MINH_HOA, UNITS), SHEETS.scores.name);
    const [first] = scores.validations;
    expect(first).toMatchObject({ kind: 'decimal', min: 0, max: 25, area: { top: 5, bottom: 5, left: 3, right: 8 } });
    expect(scores.validations.filter(({ kind }) => kind === 'decimal')).toHaveLength(
      MINH_HOA.criteria.filter(({ way }) => way === undefined).length,
    );
  });

  test('offers có, không for yes/no criteria and leaves room for KAD where it is allowed', () => {
    const plan = sheetNamed(createWorkbook(SEVEN_GROUPS, UNITS), SHEETS.scores.name);
    expect(plan.validations).toContainEqual(expect.objectContaining({ kind: 'list', items: ['có', 'không'] }));
    const rowOf = (code: string): number => plan.rows.findIndex(({ cells }) => cells[0]?.value === code);
    expect(plan.validations.some(({ area }) => area.top === rowOf('I.2'))).toBe(false);
    expect(plan.conditional.some(({ area }) => area.top === rowOf('I.2'))).toBe(true);
  });

  test('offers the unit codes where a unit is asked for', () => {
    const data = sheetNamed(createWorkbook(MINH_HOA, UNITS), SHEETS.data.name);
    expect(data.validations[0]).toMatchObject({ kind: 'listFrom', formula: "'Đơn vị'!$A$4:$A$6" });
  });

  test.each(['=HYPERLINK("http://x")', '+1', '@x', '-2', "=cmd|' /C calc'!A0"])(
    'writes a unit called %s as text',
    (name) => {
      const plans = blocPlans({ units: 3, seed: 1, names: [name] });
      const texts = plans.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.filter((cell) => cell?.value === name)),
      );
      expect(texts.length).toBeGreaterThanOrEqual(2);
      for (const cell of texts) expect(cell?.formula).toBeUndefined();
    },
  );

  test('stores what its formulas give', () => {
    const scores = sheetNamed(blocPlans({ units: 3, seed: 2 }), SHEETS.scores.name);
    const value = (row: number): number => Number(scores.rows[row]?.cells[4]?.value);
    expect(value(4)).toBeCloseTo(value(5) + value(6) + value(7) + value(8), 9);
    expect(scores.rows[4]?.cells[4]?.formula).toBe('ROUND(MIN(60,SUM(E6:E9)),12)');
    expect(scores.rows[24]?.cells[1]?.value).toBe('Tổng điểm');
    expect(scores.rows[24]?.cells[4]?.formula).toBe(
      'ROUND(ROUND(SUM(E5,E10,E14)+MIN(10,SUM(E19))-MIN(10,SUM(E22)),9),2)',
    );
  });

  test('stores the capped value of a parent that exceeds its cap, and the highest of a "highest only" group', () => {
    const regulation: Regulation = {
      ...MINH_HOA,
      criteria: MINH_HOA.criteria.map((row) =>
        row.code === 'II' ? { ...row, max: 15 } : row.code === 'T' ? { ...row, way: 'nhóm lấy mức cao nhất' } : row,
      ),
    };
    const bloc = { 'II.1': 8, 'II.2': 6, 'II.3': 6, 'T.1': 2, 'T.2': 3 };
    const plan = sheetNamed(
      createWorkbook(regulation, [{ code: 'A', name: 'A' }], {
        content: { levels: ['bloc'], scores: { A: { bloc } } },
      }),
      SHEETS.scores.name,
    );
    const parent = (code: string) => plan.rows.find(({ cells }) => cells[0]?.value === code)?.cells[3];
    expect(parent('II')).toMatchObject({ value: 15, formula: 'ROUND(MIN(15,SUM(D11:D13)),12)' });
    expect(parent('T')).toMatchObject({ value: 3, formula: 'ROUND(MIN(10,MAX(D20:D21)),12)' });
  });

  test('is read back as it was filled', () => {
    const cells: WorkbookCells = blocCells({ units: 3, seed: 3 });
    const scores: SheetCells = sheetNamed(cells.sheets, SHEETS.scores.name);
    const { book } = judge(cells);
    const column = book.scores.find(({ unit, level }) => unit === 'DV02' && level === 'bloc');
    expect(column?.entries.get('I.1')).toMatchObject({ kind: 'number', value: String(cellAt(scores, 5, 6)?.value) });
    expect(book.units.map(({ id }) => id)).toEqual(['DV01', 'DV02', 'DV03']);
    expect(book.info).toMatchObject({ year: '2025', meetingDay: '2025-12-20', leader: 'DV01', legalBases: [] });
  });
});
