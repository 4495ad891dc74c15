/** Functions of whole areas: sums, counts, ranks, texts joined. */
import type { Value } from '../evaluate';
import type { BlockFunction, Calculation } from './calculation';
import { criterionOf } from './criteria';
import type { Node } from './syntax';
import {
  allOf,
  checked,
  compare,
  Fault,
  fault,
  isBlock,
  isError,
  toNumber,
  toText,
  unproven,
  valuesOf,
  type Block,
  type Outcome,
} from './values';

/**
 * The numbers among the arguments. In cells texts and blanks do not count; yes and no count for one program and not for
 * another.
 */
function numbersOf(given: readonly Node[], calculation: Calculation): number[] {
  if (given.length === 0) return unproven();
  const numbers: number[] = [];
  for (const { value, isCell } of calculation.given(given)) {
    if (isError(value)) throw new Fault(value);
    if (typeof value === 'number') numbers.push(value);
    else if (!isCell) numbers.push(typeof value === 'string' ? unproven() : toNumber(value, calculation.signs));
    else if (typeof value === 'boolean') return unproven();
  }
  return numbers;
}

const ofNumbers =
  (of: (numbers: readonly number[]) => number): BlockFunction =>
  (given, calculation) =>
    checked(of(numbersOf(given, calculation)));

/** What is all but nothing beside its terms is noise, which each program makes in its own way. */
function sum(numbers: readonly number[]): number {
  let [so, most] = [0, 0];
  for (const value of numbers) {
    so += value;
    most = Math.max(most, Math.abs(so));
  }
  return so !== 0 && Math.abs(so) < most * 1e-13 ? unproven() : so;
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? fault('#DIV/0!') : sum(numbers) / numbers.length;
const smallest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
const largest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);
const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

function median(numbers: readonly number[]): number {
  const sorted = ascending(numbers);
  const middle = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return below === undefined || above === undefined ? fault('#NUM!') : (below + above) / 2;
}

/** `left`: by how many the count is smaller, 1 for a sample. */
function variance(numbers: readonly number[], left: 0 | 1): number {
  if (numbers.length <= left) return fault('#DIV/0!');
  const middle = mean(numbers);
  return sum(numbers.map((value) => (value - middle) ** 2)) / (numbers.length - left);
}

const nth =
  (order: (numbers: readonly number[]) => readonly number[]): BlockFunction =>
  ([cells, which, ...more], calculation) => {
    if (cells === undefined || more.length > 0) return unproven();
    const sorted = order(numbersOf([cells], calculation));
    const number = calculation.number(which);
    return Number.isInteger(number) ? (sorted[number - 1] ?? fault('#NUM!')) : unproven();
  };

/** How many places of several areas of one size fulfil all conditions; calls `take` with the place of each. */
function matching(
  pairs: readonly Node[],
  calculation: Calculation,
  size: Pick<Block, 'height' | 'width'> | null,
  take: (row: number, column: number) => void,
): void {
  if (pairs.length === 0 || pairs.length % 2 > 0) unproven();
  const conditions = pairs.flatMap((node, at) =>
    at % 2 > 0
      ? []
      : [{ cells: calculation.cells(node), holds: criterionOf(calculation.scalar(pairs[at + 1]), calculation.signs) }],
  );
  const [first] = conditions;
  const { height, width } = size ?? first?.cells ?? unproven();
  if (conditions.some(({ cells }) => cells.height !== height || cells.width !== width)) unproven();
  const rows = Math.max(...conditions.map(({ cells }) => cells.rows.length));
  const columns = Math.max(0, ...conditions.flatMap(({ cells }) => cells.rows.map((row) => row.length)));
  // Beyond the filled cells all are blank: whoever counts blank cells must count those too.
  const isWhole = rows === height && columns === width;
  if (!isWhole && conditions.every(({ holds }) => holds(null))) unproven();
  calculation.view.spend(rows * columns * conditions.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (conditions.every(({ cells, holds }) => holds(cells.rows[row]?.[column] ?? null))) take(row, column);
}

function countIfs(given: readonly Node[], calculation: Calculation): number {
  let count = 0;
  matching(given, calculation, null, () => count++);
  return count;
}

/** The numbers of `from` where the conditions hold; what is no number there does not count. */
function numbersIf(from: Block, pairs: readonly Node[], calculation: Calculation): number[] {
  const numbers: number[] = [];
  matching(pairs, calculation, from, (row, column) => {
    const value = from.rows[row]?.[column] ?? null;
    if (isError(value)) throw new Fault(value);
    if (typeof value === 'boolean') unproven();
    if (typeof value === 'number') numbers.push(value);
  });
  return numbers;
}

/** SUMIF(where, what[, of]): one condition, and the area behind it. */
const withOne =
  (of: (numbers: readonly number[]) => number): BlockFunction =>
  ([where, what, from, ...more], calculation) =>
    where === undefined || what === undefined || more.length > 0
      ? unproven()
      : of(numbersIf(calculation.cells(from ?? where), [where, what], calculation));

const withSeveral =
  (of: (numbers: readonly number[]) => number): BlockFunction =>
  ([from, ...pairs], calculation) =>
    of(numbersIf(calculation.cells(from), pairs, calculation));

function sumProduct(given: readonly Node[], calculation: Calculation): number {
  const blocks = calculation.withBlocks(() => given.map((node) => calculation.block(node)));
  const [first] = blocks;
  if (first === undefined) return unproven();
  const { height, width } = first;
  if (blocks.some((block) => block.height !== height || block.width !== width)) return unproven();
  const rows = Math.max(...blocks.map((block) => block.rows.length));
  const products: number[] = [];
  calculation.view.spend(rows * width * blocks.length);
  for (let row = 0; row < rows; row++) {
    const columns = Math.max(...blocks.map((block) => block.rows[row]?.length ?? 0));
    for (let column = 0; column < columns; column++) {
      let product = 1;
      for (const block of blocks) {
        const value = block.rows[row]?.[column] ?? null;
        if (isError(value)) throw new Fault(value);
        if (typeof value === 'boolean') return unproven();
        product *= typeof value === 'number' ? value : 0;
      }
      products.push(product);
    }
  }
  return checked(sum(products));
}

function rank(given: readonly Node[], calculation: Calculation, isAverage: boolean): number {
  const [what, cells, order, ...more] = given;
  if (cells === undefined || more.length > 0) return unproven();
  const wanted = calculation.number(what);
  const isRising = order !== undefined && calculation.number(order) !== 0;
  let [before, same] = [0, 0];
  for (const value of valuesOf(calculation.cells(cells))) {
    if (isError(value)) throw new Fault(value);
    if (typeof value === 'boolean') return unproven();
    if (typeof value !== 'number') continue;
    const found = compare(value, wanted);
    if (found === 0) same++;
    else if (found > 0 !== isRising) before++;
  }
  if (same === 0) return unproven();
  return 1 + before + (isAverage ? (same - 1) / 2 : 0);
}

function counting(isCounted: (value: Value) => boolean): BlockFunction {
  return (given, calculation) => {
    if (given.length === 0) return unproven();
    let count = 0;
    for (const { value, isCell } of calculation.given(given)) {
      if (!isCell && typeof value !== 'number') return unproven();
      if (typeof value === 'boolean') return unproven();
      if (isCounted(value)) count++;
    }
    return count;
  };
}

function countBlank([cells, ...more]: readonly Node[], calculation: Calculation): number {
  const block = more.length > 0 ? unproven() : calculation.cells(cells);
  let filled = 0;
  for (const value of valuesOf(block)) if (value !== null && value !== '') filled++;
  return block.height * block.width - filled;
}

function join(nodes: readonly Node[], calculation: Calculation, between: string, skipsBlanks: boolean): string {
  const parts: string[] = [];
  for (const node of nodes) {
    const outcome: Outcome = calculation.outcome(node);
    for (const value of isBlock(outcome) ? allOf(outcome) : [outcome]) {
      const text = toText(value, calculation.signs);
      if (text !== '' || !skipsBlanks) parts.push(text);
    }
  }
  const text = parts.join(between);
  return text.length > 32_767 ? unproven() : text;
}

/** By the number of the function; in areas without hidden rows and without other subtotals. */
const SUBTOTALS: ReadonlyMap<number, BlockFunction> = new Map([
  [1, ofNumbers(mean)],
  [2, counting((value) => typeof value === 'number')],
  [3, counting((value) => value !== null)],
  [4, ofNumbers(largest)],
  [5, ofNumbers(smallest)],
  [9, ofNumbers(sum)],
]);

function subtotal([which, ...cells]: readonly Node[], calculation: Calculation): Outcome {
  const number = calculation.number(which);
  const own = SUBTOTALS.get(number > 100 ? number - 100 : number) ?? unproven();
  for (const node of cells) {
    const { area } = calculation.cells(node);
    if (area === null || calculation.view.isFiltered(area)) return unproven();
  }
  return own(cells, calculation);
}

export const BLOCK_FUNCTIONS: Readonly<Record<string, BlockFunction>> = {
  SUM: ofNumbers(sum),
  PRODUCT: ofNumbers((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((so, value) => so * value, 1))),
  SUMSQ: ofNumbers((numbers) => sum(numbers.map((value) => value * value))),
  AVERAGE: ofNumbers(mean),
  MIN: ofNumbers(smallest),
  MAX: ofNumbers(largest),
  MEDIAN: ofNumbers(median),
  STDEV: ofNumbers((numbers) => Math.sqrt(variance(numbers, 1))),
  'STDEV.S': ofNumbers((numbers) => Math.sqrt(variance(numbers, 1))),
  STDEVP: ofNumbers((numbers) => Math.sqrt(variance(numbers, 0))),
  'STDEV.P': ofNumbers((numbers) => Math.sqrt(variance(numbers, 0))),
  VAR: ofNumbers((numbers) => variance(numbers, 1)),
  'VAR.S': ofNumbers((numbers) => variance(numbers, 1)),
  'VAR.P': ofNumbers((numbers) => variance(numbers, 0)),
  LARGE: nth((numbers) => ascending(numbers).reverse()),
  SMALL: nth(ascending),
  COUNT: counting((value) => typeof value === 'number'),
  COUNTA: counting((value) => value !== null),
  COUNTBLANK: countBlank,
  COUNTIF: ([cells, what, ...more], calculation) => {
    if (cells === undefined || what === undefined || more.length > 0) return unproven();
    const wanted = calculation.outcome(what);
    if (!isBlock(wanted)) return countIfs([cells, { kind: 'value', value: wanted }], calculation);
    if (wanted.height * wanted.width > 1 && !calculation.isInBlocks()) return unproven();
    const counted = (value: Value): number => countIfs([cells, { kind: 'value', value }], calculation);
    const rows = wanted.rows.map((row) => row.map(counted));
    if (rows.length !== wanted.height || rows.some(({ length }) => length !== wanted.width)) return unproven();
    return wanted.height * wanted.width === 1 ? (rows[0]?.[0] ?? unproven()) : { ...wanted, rows, area: null };
  },
  COUNTIFS: countIfs,
  SUMIF: withOne(sum),
  SUMIFS: withSeveral(sum),
  AVERAGEIF: withOne(mean),
  AVERAGEIFS: withSeveral(mean),
  MAXIFS: withSeveral(largest),
  MINIFS: withSeveral(smallest),
  SUMPRODUCT: sumProduct,
  SUBTOTAL: subtotal,
  RANK: (given, calculation) => rank(given, calculation, false),
  'RANK.EQ': (given, calculation) => rank(given, calculation, false),
  'RANK.AVG': (given, calculation) => rank(given, calculation, true),
  CONCATENATE: (given, calculation) => given.map((node) => calculation.text(node)).join(''),
  CONCAT: (given, calculation) => join(given, calculation, '', false),
  TEXTJOIN: ([between, skips, ...given], calculation) =>
    given.length === 0
      ? unproven()
      : join(given, calculation, calculation.text(between), calculation.number(skips) !== 0),
};
