/** What is calculated here against what LibreOffice calculates, formula by formula. */
import { readFileSync } from 'node:fs';
import type { Cell } from '../../../src/sheets/cells';
import { calculate } from '../../../src/sheets/formula/calculator';
import type { PlanRow } from '../../../src/sheets/plan';
import { Recalculation } from '../../../src/sheets/formula/recalculate';
import { createPackage, readWorkbook } from '../../../src/xlsx';
import { missingProgram, openWorkshop } from '../../print/office';
import { cellsOf, isSameValue } from './forms/package';
import { RandomForms, ROWS as FORM_ROWS } from './forms/random';
import { randomFrom } from '../../xlsx/support/generate';
import { plainPlan } from '../../xlsx/support/plans';

const missing = missingProgram();
const FORMULAS = 600;
const ROWS = 12;
const COLUMNS = ['A', 'B', 'C', 'D'];

const below = randomFrom(20_261_129);
function pick<T>(items: readonly T[]): T {
  const item = items[below(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const cell = (): string => `${pick(COLUMNS)}${String(1 + below(ROWS))}`;
const number = (): string => pick(['0', '1', '2', '0.5', '9.5', '13', '100', '0.125', '2.675', '1000000']);

function operand(depth: number): string {
  if (depth <= 0 || below(3) === 0) return pick([cell, number])();
  switch (below(6)) {
    case 0:
      return `(${formula(depth - 1)})`;
    case 1:
      return `-${operand(depth - 1)}`;
    case 2:
      return `${operand(0)}%`;
    case 3:
      return `ROUND(${formula(depth - 1)},${String(below(4) === 0 ? 9 + below(4) : below(4))})`;
    default:
      return `${pick(['SUM', 'MIN', 'MAX', 'AVERAGE'])}(${Array.from({ length: 1 + below(3) }, () => pick([() => `${cell()}:${cell()}`, cell, () => `Khác!${cell()}:${cell()}`, () => formula(depth - 1)])()).join(',')})`;
  }
}

const formula = (depth: number): string =>
  Array.from({ length: 1 + below(3) }, () => operand(depth)).reduce(
    (left, right) => `${left}${pick(['+', '-', '*', '/'])}${right}`,
  );

const value = (): number | string =>
  pick([
    () => below(41) / 4,
    () => below(100) / 10,
    () => below(10_000) / 1000,
    () => '',
    () => 'chữ',
    () => -below(20) / 2,
  ])();
const data = (): (number | string)[][] => Array.from({ length: ROWS }, () => COLUMNS.map(value));

(missing === null ? test : test.skip)(
  `${String(FORMULAS)} formulas of every form that is calculated here${missing === null ? '' : ` (${missing} is not installed)`}`,
  () => {
    const plan = plainPlan('Chấm điểm', null, data());
    const formulas = Array.from({ length: FORMULAS }, () => formula(3));
    const rows = [...plan.rows, ...formulas.map((one): PlanRow => ({ cells: [{ value: null, formula: one }] }))];
    const workshop = openWorkshop();
    try {
      const written = createPackage([{ ...plan, rows }, plainPlan('Khác', null, data())]);
      const saved = readWorkbook(
        readFileSync(workshop.convert(new Map([['formulas', written]]), 'xlsx').get('formulas') ?? ''),
      );
      if (!saved.ok) throw new Error(saved.error.code);
      const recalculation = new Recalculation(saved.value);
      const results = formulas.map((one, index) => {
        const stored = saved.value.sheets[0]?.rows[ROWS + index]?.[0]?.value;
        const result = recalculation.at(0, ROWS + index, 0);
        return { formula: one, stored, value: result?.value, isStale: result?.isStale };
      });
      expect(results.filter(({ value: here, isStale }) => here !== undefined && isStale)).toEqual([]);
      // What is left to others, texts in sums above all, is the smaller part.
      expect(results.filter(({ value: here }) => here !== undefined).length).toBeGreaterThan(FORMULAS / 2);
    } finally {
      workshop.close();
    }
  },
);

const reason = missing === null ? '' : ` (${missing} is not installed)`;
const withOffice = missing === null ? test : test.skip;

/** Both signs of decimals: a value that depends on them is none. */
withOffice(`1,200 formulas of all other forms, in Vietnam and in America${reason}`, () => {
  const random = new RandomForms(20_261_130);
  const data = random.data();
  const formulas = Array.from({ length: 1_200 }, () => random.formula());
  const bytes = createPackage([
    {
      ...plainPlan('T', null),
      rows: [
        ...data.map((cells) => ({ cells })),
        ...formulas.map((one) => ({ cells: [{ value: null, formula: one }] })),
      ],
    },
  ]);
  const given = (['vi-VN', 'en-US'] as const).map((locale) => {
    const workshop = openWorkshop(locale);
    try {
      return cellsOf(readFileSync(workshop.convert(new Map([['f', bytes]]), 'xlsx').get('f') ?? ''));
    } finally {
      workshop.close();
    }
  });
  const recalculation = new Recalculation(cellsOf(bytes), calculate);
  const results = formulas.map((one, index) => ({
    formula: one,
    ours: recalculation.at(0, FORM_ROWS + index, 0)?.value,
    theirs: given.map((book): Cell['value'] => book.sheets[0]?.rows[FORM_ROWS + index]?.[0]?.value ?? null),
  }));
  const known = results.flatMap(({ ours, ...more }) => (ours === undefined ? [] : [{ ours, ...more }]));
  expect(known.filter(({ ours, theirs }) => !theirs.every((value) => isSameValue(ours, value)))).toEqual([]);
  expect(known.length).toBeGreaterThan(formulas.length / 2);
});
