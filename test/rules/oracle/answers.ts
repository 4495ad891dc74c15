/** Everything an unknown cell may still turn out to hold, as answers to all the rows that ask it. */
import type { Book, Condition } from '../../../src/rules';
import { compare, divided, HUNDRED, number, ONE, minus, plus, times, whole, write, type Fraction } from './fraction';
import { maximumOf, nodesOf, treeOf } from './scoring';
import { holds, type Value } from './truth';

/** One row for one unit. */
export const question = (unit: string, row: Condition): string => `${unit} ${row.id}`;

/** For one unit: each way to answer its unknown rows, as the questions answered with yes. One cell answers one way. */
export function answersOf(
  book: Book,
  unit: string,
  rows: readonly Condition[],
  grades: readonly (string | null)[],
): readonly (readonly string[])[] {
  const cells = new Map<string, Condition[]>();
  for (const row of rows.map((one) => inPoints(book, one)))
    cells.set(cellOf(row), [...(cells.get(cellOf(row)) ?? []), row]);
  return [...cells.values()].reduce<readonly (readonly string[])[]>(
    (all, asking) => {
      const ways = new Map(
        valuesFor(asking, grades).map((value) => {
          const yes = asking
            .filter((row) => (value === 'yes' || value === 'no' ? value : answer(row, value)) === 'yes')
            .map((row) => question(unit, row));
          return [yes.join(), yes] as const;
        }),
      );
      return all.flatMap((before) => [...ways.values()].map((yes) => [...before, ...yes]));
    },
    [[]],
  );
}

/** A percentage of a section asks for the section's points. */
function inPoints(book: Book, row: Condition): Condition {
  const { field, value } = row;
  if (field.kind !== 'sectionPercent' || value.number === null) return row;
  const node = nodesOf(treeOf(book)).find((one) => one.row.code === field.code);
  if (!node) return row;
  const points = divided(
    times(
      number(value.number),
      maximumOf(node, () => true),
    ),
    HUNDRED,
  );
  return { ...row, field: { kind: 'criterion', code: field.code }, value: { ...value, number: write(points) } };
}

/** The cell a row asks; votes are asked per base, and a row that nobody could read asks for itself. */
function cellOf(row: Condition): string {
  if (row.field.kind === 'invalid' || row.op === null) return row.id;
  const field = row.field.kind === 'section' ? { ...row.field, kind: 'criterion' } : row.field;
  return JSON.stringify([field, row.value.share?.of ?? null]);
}

function answer(row: Condition, value: Value): string {
  if (value.kind !== 'number' || row.value.share === null) return holds(value, row.op, row.value);
  return holds(value, row.op, { ...row.value, number: row.value.share.share });
}

/** Points are never below 0, shares of votes neither and never above 1. "yes" and "no" where the rows allow no value to be named. */
function valuesFor(rows: readonly Condition[], grades: readonly (string | null)[]): readonly (Value | 'yes' | 'no')[] {
  const first = rows[0];
  if (!first || first.field.kind === 'invalid' || first.op === null) return ['yes', 'no'];
  if (first.field.kind === 'grade') return grades.map((name) => ({ kind: 'grades', names: [name] }));
  const numbers = rows
    .map((row) => row.value.share?.share ?? row.value.number)
    .filter((one) => one !== null)
    .map(number);
  if (numbers.length > 0) {
    return around(numbers, first.field.kind !== 'attribute', first.value.share !== null).map((value) => ({
      kind: 'number',
      value,
    }));
  }
  if (first.value.yesno !== null)
    return [
      { kind: 'yesno', yes: true },
      { kind: 'yesno', yes: false },
    ];
  const days = rows.map((row) => row.value.day).filter((one) => one !== null);
  if (days.length > 0) return ['0', ...days.flatMap((day) => [day, `${day}~`])].map((day) => ({ kind: 'day', day }));
  return ['chữ khác', ...rows.flatMap((row) => row.value.items)].map((text) => ({ kind: 'text', text }));
}

/** Below, at, between and above. */
function around(marks: readonly Fraction[], fromZero: boolean, toOne: boolean): readonly Fraction[] {
  const sorted = [...marks].sort(compare);
  const [lowest] = sorted;
  if (!lowest) return [];
  const below = fromZero ? divided(lowest, whole(2)) : minus(lowest, ONE);
  const beyond = (mark: Fraction): Fraction => (toOne ? divided(plus(mark, ONE), whole(2)) : plus(mark, ONE));
  return [
    ...(compare(below, lowest) < 0 ? [below] : []),
    ...sorted.flatMap((mark, index) => {
      const next = sorted[index + 1];
      return [mark, next ? divided(plus(mark, next), whole(2)) : beyond(mark)];
    }),
  ];
}
