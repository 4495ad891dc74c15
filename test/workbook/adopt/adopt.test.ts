/** Old score tables of every shape: each field right or asked, none wrong in silence. */
import ExcelJS from 'exceljs';
import { readWorkbook } from '../../../src/xlsx';
import {
  checkOld,
  fieldsOf,
  findOldTables,
  openQuestions,
  settle,
  together,
  type Answers,
  type OldTables,
  type Proposal,
} from '../../../src/workbook/adopt';
import { cellsOfPlans } from '../../../src/sheets/plan-cells';
import { judge } from '../../../src/workbook/job';
import { CRITERIA, points, total, UNITS } from './bloc';
import { cellsOf, fileOf, SHAPES, type Shape } from './shapes';

const read = (shape: Pick<Shape, 'sheets' | 'merges'>): OldTables => {
  const cells = readWorkbook(fileOf(shape));
  if (!cells.ok) throw new Error(cells.error.code);
  return findOldTables(cells.value);
};

const answersTo = ({ asked = {} }: Shape): Answers => new Map(Object.entries(asked));
const meant = ({ tables }: OldTables, shape: Shape): Proposal =>
  tables[Number(shape.asked?.['table'] ?? 1) - 1] as Proposal;

let [all, withoutAsking] = [0, 0];

describe.each(SHAPES.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
  const found = read(shape);
  const proposal = meant(found, shape);
  const wantedUnits = shape.units ?? UNITS;

  test('units, criteria, levels, year', () => {
    const group = shape.asked?.['group'];
    expect(
      proposal.units.filter((unit) => group === undefined || unit.group === group).map(({ name }) => name),
    ).toEqual(wantedUnits);
    expect(
      proposal.criteria.map(({ code, name, max, counts, leaf }) => ({
        code,
        name,
        max: max === null ? null : Number(max),
        counts,
        leaf,
      })),
    ).toEqual(shape.criteria ?? CRITERIA);
    expect(proposal.levels).toEqual(shape.levels);
    expect(proposal.about.year?.value ?? null).toBe(shape.year === undefined ? '2025' : shape.year);
  });

  test('every score, from its cell', () => {
    const levels = shape.levels.length > 0 ? shape.levels : [null];
    const leaves = (shape.criteria ?? CRITERIA).filter(({ leaf }) => leaf);
    const wanted = wantedUnits.flatMap((unit, index) =>
      levels.flatMap((level) =>
        leaves.map(({ code }) =>
          [
            unit,
            level,
            code,
            shape.without?.includes(`${String(index)} ${code}`) === true
              ? 'na'
              : String((shape.pointsOf ?? points)(index, code, level ?? 'bloc')),
          ].join(' | '),
        ),
      ),
    );
    const units = new Set<string>(wantedUnits);
    expect(
      proposal.scores
        .filter(({ unit }) => units.has(unit))
        .map(({ unit, level, criterion, value }) => [unit, level, criterion, value].join(' | '))
        .sort(),
    ).toEqual(wanted.sort());
  });

  test('only what no cell answers is asked', () => {
    const asked = [...(found.question === null ? [] : [found.question]), ...proposal.questions].filter(
      ({ needed }) => needed,
    );
    expect(asked.map(({ key }) => key).sort()).toEqual(Object.keys(shape.asked ?? {}).sort());
    const { read: got, all: fields } = fieldsOf(proposal);
    [all, withoutAsking] = [all + fields, withoutAsking + got];
  });

  test('the book agrees with the old totals and ranks, and has no error', () => {
    expect(openQuestions(proposal.questions, answersTo(shape))).toEqual([]);
    const settled = settle(proposal, answersTo(shape));
    const { differences, errors, compared } = checkOld(proposal, settled);
    expect({ differences, errors }).toEqual({ differences: [], errors: [] });
    expect(compared).toBeGreaterThanOrEqual(proposal.totals.filter(({ unit }) => wantedUnits.includes(unit)).length);
    const { evaluation } = judge(cellsOfPlans(settled.plans));
    expect(evaluation.units.map(({ name }) => name)).toEqual(wantedUnits);
    if (settled.ranking === 'bloc' && shape.without === undefined)
      expect(evaluation.units.map((unit) => Number(unit.total))).toEqual(
        wantedUnits.map((_, unit) => total(unit, 'bloc')),
      );
  });
});

test('at least 95 % of the fields are read without asking', () => {
  expect(withoutAsking / all).toBeGreaterThan(0.95);
});

describe('the same table', () => {
  type Rows = Shape['sheets'][string];
  const firstPoints = (rows: Rows): number =>
    rows.findIndex(
      (row) =>
        row.filter((value) => typeof value === 'number' || (typeof value === 'object' && value !== null)).length > 2,
    );
  const withBlankRow = (rows: Rows, at: number): Rows =>
    at < 0 ? rows : [...rows.slice(0, at), [], ...rows.slice(at)];
  const CHANGES: readonly (readonly [string, (rows: Rows) => Rows])[] = [
    ['two columns further right', (rows) => rows.map((row) => [null, null, ...row])],
    ['two rows further down', (rows) => [[], [], ...rows]],
    ['with a blank row below its header', (rows) => withBlankRow(rows, firstPoints(rows))],
    ['with a blank row among its points', (rows) => withBlankRow(rows, firstPoints(rows) + 2)],
    [
      'with every number a text',
      (rows) =>
        rows.map((row) => row.map((value) => (typeof value === 'number' ? String(value).replace('.', ',') : value))),
    ],
    [
      'with spaces that do not break',
      (rows) =>
        rows.map((row) =>
          row.map((value) => (typeof value === 'string' ? ` ${value.replaceAll(' ', '\u00A0')} ` : value)),
        ),
    ],
  ];
  /** Without the cells it was read from. */
  const told = (shape: Pick<Shape, 'sheets' | 'asked'>): unknown => {
    const { units, criteria, levels, scores, totals, ranks, questions } = meant(
      findOldTables(cellsOf(shape.sheets)),
      shape as Shape,
    );
    return {
      levels,
      units: units.map(({ name, group }) => [name, group]),
      criteria: criteria.map(({ code, name, max, counts }) => [code, name, max, counts]),
      questions: questions.map(({ key }) => key),
      scores: scores.map(({ unit, level, criterion, value }) => [unit, level, criterion, value]),
      totals: totals.map(({ unit, level, value }) => [unit, level, value]),
      ranks: ranks.map(({ unit, value }) => [unit, value]),
    };
  };

  const AS_THEY_ARE = new Map(SHAPES.map((shape) => [shape, told(shape)]));

  test.each(CHANGES)('%s', (_, change) => {
    for (const shape of SHAPES) {
      const sheets = Object.fromEntries(Object.entries(shape.sheets).map(([name, rows]) => [name, change(rows)]));
      expect({ shape: shape.name, ...(told({ ...shape, sheets }) as object) }).toEqual({
        shape: shape.name,
        ...(AS_THEY_ARE.get(shape) as object),
      });
    }
  });
});

describe('said, not passed over', () => {
  const shape = SHAPES[1] as Shape;
  const [name, rows] = Object.entries(shape.sheets)[0] as [string, Shape['sheets'][string]];
  const changed = (
    row: number,
    column: number,
    value: Shape['sheets'][string][number][number],
  ): Pick<Shape, 'sheets'> => ({
    sheets: { [name]: rows.map((cells, r) => (r === row ? Object.assign([...cells], { [column]: value }) : cells)) },
  });
  /** I.1 of the first unit, as the bloc gave it. */
  const [ROW, COLUMN] = [8, 4];

  test('a total that is wrong in the old table, with its cell', () => {
    const proposal = meant(
      read(
        changed(
          rows.findIndex((row) => row[1] === 'TỔNG CỘNG'),
          COLUMN,
          12,
        ),
      ),
      shape,
    );
    const { differences } = checkOld(proposal, settle(proposal, new Map()));
    expect(differences).toMatchObject([
      {
        what: 'total',
        unit: UNITS[0],
        level: 'bloc',
        old: '12',
        ours: String(total(0)),
        place: { sheet: name, column: COLUMN },
      },
    ]);
  });

  test.each([
    ['a text', 'tốt', 'text'],
    ['a percentage', '95 %', 'percent'],
    ['a negative number', -3, 'negative'],
    ['a date', { v: 45000, z: 'dd/mm/yyyy' }, 'date'],
  ])('%s in place of points', (_, value, reason) => {
    const proposal = meant(read(changed(ROW, COLUMN, value)), shape);
    expect(proposal.unread).toMatchObject([{ reason, place: { row: ROW, column: COLUMN } }]);
    expect(proposal.scores).toHaveLength(UNITS.length * 2 * 9 - 1);
  });

  test('a cell beside the table', () => {
    expect(meant(read(changed(ROW, 20, 7)), shape).unread).toMatchObject([{ place: { row: ROW, column: 20 } }]);
  });
});

describe('one file for each unit', () => {
  const shape = SHAPES.find(({ name }) => name === 'one sheet for each unit') as Shape;
  const files = Object.entries(shape.sheets).map(([unit, rows]) => {
    const cells = readWorkbook(fileOf({ sheets: { Sheet1: rows.filter(([first]) => first !== `Đơn vị: ${unit}`) } }));
    if (!cells.ok) throw new Error(cells.error.code);
    return { name: `${unit}.xlsx`, cells: cells.value };
  });
  const adopted = (given: typeof files): OldTables =>
    findOldTables(together(given) as NonNullable<ReturnType<typeof together>>);

  test('together they are one table, units called as their files', () => {
    const {
      tables: [proposal],
      question,
    } = adopted(files);
    expect(question).toBeNull();
    expect(proposal?.units.map(({ name }) => name)).toEqual(UNITS);
    expect(proposal?.scores).toHaveLength(UNITS.length * 2 * 9);
    expect(proposal?.scores.at(-1)?.place.sheet).toBe(`[${String(UNITS.at(-1))}.xlsx]Sheet1`);
  });

  test('a file with another maximum is no part of it: which table is meant is asked', () => {
    const [first, ...others] = files;
    const sheets =
      first?.cells.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => row?.map((cell) => (cell?.value === 30 ? { value: 25 } : cell))),
      })) ?? [];
    expect(
      adopted([{ name: 'A.xlsx', cells: { ...(first as (typeof files)[number]).cells, sheets } }, ...others]).question
        ?.key,
    ).toBe('table');
  });
});

test('the same tables written by another program, with merged headers and texts in several fonts', async () => {
  for (const shape of SHAPES.slice(2, 14)) {
    const book = new ExcelJS.Workbook();
    for (const [name, rows] of Object.entries(shape.sheets)) {
      const sheet = book.addWorksheet(name);
      rows.forEach((row, r) =>
        row.forEach((value, c) => {
          if (value === null) return;
          const cell = sheet.getCell(r + 1, c + 1);
          if (typeof value === 'string')
            cell.value = { richText: [{ text: value.slice(0, 3), font: { bold: true } }, { text: value.slice(3) }] };
          else if (typeof value === 'number') cell.value = value;
          else if ('f' in value) cell.value = { formula: value.f, result: value.v, date1904: false };
          else Object.assign(cell, { value: value.v, numFmt: value.z });
        }),
      );
      // A header over several columns, merged as people do.
      rows.forEach((row, r) => {
        const next = row.findIndex(
          (value, c) => c > 0 && value !== null && row[c + 1] === null && row[c + 2] !== undefined,
        );
        if (next > 0 && rows[r + 1]?.[next + 1] !== null && typeof row[next] === 'string')
          sheet.mergeCells(r + 1, next + 1, r + 1, next + 2);
      });
    }
    const cells = readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
    if (!cells.ok) throw new Error(cells.error.code);
    const [read, plain] = [findOldTables(cells.value), findOldTables(cellsOf(shape.sheets))].map((found) =>
      found.tables.map(({ units, criteria, levels, scores, totals, ranks, unread }) => ({
        units,
        criteria: criteria.map(({ code, name, max, counts, place }) => ({ code, name, max, counts, place })),
        levels,
        scores,
        totals,
        ranks,
        unread,
      })),
    );
    expect({ shape: shape.name, tables: read }).toEqual({ shape: shape.name, tables: plain });
  }
});
