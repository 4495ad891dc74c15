/** Sections, base, bonus, deduction and total of one unit at one level (sections 1, 2 and 11). */
import type { Book, CountsToward, Criterion, Level, Unit } from '../../../src/rules';
import {
  divided,
  equal,
  greatest,
  lesser,
  minus,
  ONE,
  parse,
  plus,
  rounded,
  sum,
  times,
  ZERO,
  greater,
  type Fraction,
} from './fraction';
import { leafOf, type Leaf, type Problem } from './leaf';

export interface Node {
  readonly row: Criterion;
  readonly counts: CountsToward;
  readonly children: readonly Node[];
}

export function treeOf(book: Book, parent: string | null = null, inherited: CountsToward = 'main'): readonly Node[] {
  return book.criteria
    .filter((row) => row.parent === parent)
    .map((row) => {
      const counts = row.counts ?? inherited;
      return { row, counts, children: row.way.kind === 'group' ? treeOf(book, row.code, counts) : [] };
    });
}

const isLeaf = (node: Node): boolean => node.row.way.kind !== 'group';
export const nodesOf = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.children)]);
export const leavesOf = (nodes: readonly Node[]): readonly Node[] => nodesOf(nodes).filter(isLeaf);
const sectionsOf = (tree: readonly Node[]): readonly Node[] => tree.filter((node) => node.counts === 'main');

const highest = (node: Node): boolean => node.row.way.kind === 'group' && node.row.way.highestOnly;

/** Points of one kind under a node; a node's cap and "highest only" speak of its own kind alone. */
function amount(node: Node, kind: CountsToward, leaf: (code: string) => Leaf): Fraction | null {
  if (isLeaf(node)) {
    const found = leaf(node.row.code);
    if (node.counts !== kind || found.kind === 'na') return ZERO;
    return found.kind === 'points' ? found.points : null;
  }
  const parts: Fraction[] = [];
  for (const child of node.children) {
    const part = amount(child, kind, leaf);
    if (part === null) return null;
    parts.push(part);
  }
  if (node.counts !== kind) return sum(parts);
  const together = highest(node) ? greatest(parts) : sum(parts);
  const cap = node.row.max === null ? null : parse(node.row.max);
  return cap === null ? together : lesser(cap, together);
}

/** M of a node over the main leaves that `counts` accepts, under the same caps. */
export function maximumOf(node: Node, counts: (code: string) => boolean): Fraction {
  const own = node.row.max === null ? null : parse(node.row.max);
  if (isLeaf(node)) return node.counts === 'main' && counts(node.row.code) ? (own ?? ZERO) : ZERO;
  const parts = node.children.map((child) => maximumOf(child, counts));
  if (node.counts !== 'main') return sum(parts);
  const together = highest(node) ? greatest(parts) : sum(parts);
  return own === null ? together : lesser(own, together);
}

export interface Score {
  readonly sections: ReadonlyMap<string, Fraction | null>;
  readonly criteria: ReadonlyMap<string, Fraction | null>;
  readonly base: Fraction | null;
  readonly bonus: Fraction | null;
  readonly deduction: Fraction | null;
  readonly exact: Fraction | null;
  readonly total: Fraction | null;
  readonly problems: readonly Problem[];
  /** Sections that are wholly N/A and were taken out. */
  readonly out: readonly string[];
}

export type Leaves = ReadonlyMap<string, Leaf>;

export function leavesAt(book: Book, unit: Unit, level: Level): Leaves {
  return new Map(
    leavesOf(treeOf(book)).map((node) => [
      node.row.code,
      leafOf({ book, unit, criterion: node.row, counts: node.counts, level }),
    ]),
  );
}

const everyLeaf = (): boolean => true;

export function scoreOf(book: Book, leaves: Leaves): Score {
  const tree = treeOf(book);
  const sections = sectionsOf(tree);
  const leaf = (code: string): Leaf => leaves.get(code) ?? { kind: 'broken', code: 'score-missing', place: null };
  const applies = (code: string): boolean => leaf(code).kind !== 'na';
  const { sectionDecimals } = book.settings;
  const leftBy = (code: string): 'section' | 'total' | null => {
    const own = leaf(code);
    return own.kind === 'na' ? own.by : null;
  };
  const notLeftByTotal = (code: string): boolean => leftBy(code) !== 'total';
  const wholeSection = (node: Node): Fraction => maximumOf(node, everyLeaf);
  const mainLeaves = leavesOf(tree)
    .filter((node) => node.counts === 'main')
    .map((node) => node.row.code);
  const isOut = (node: Node): boolean => {
    const own = leavesOf([node]).filter((one) => one.counts === 'main');
    return own.some((one) => leftBy(one.row.code) === 'section') && own.every((one) => !applies(one.row.code));
  };

  const sectionPoints = (node: Node): Fraction | null => {
    const earned = amount(node, 'main', leaf);
    if (earned === null || isOut(node)) return earned;
    const scaled = scale(earned, maximumOf(node, notLeftByTotal), maximumOf(node, applies));
    // A section that is a leaf: rounding never lifts a leaf above its maximum (11.4).
    const cap = isLeaf(node) ? leafLimit(node) : node.row.max === null ? null : parse(node.row.max);
    const shown = rounded(scaled, sectionDecimals);
    return cap === null ? shown : lesser(cap, shown);
  };
  const values = sections.map((node) => [node.row.code, sectionPoints(node)] as const);
  const problems: Problem[] = [...leaves.values()].flatMap((found) => (found.kind === 'broken' ? [found] : []));

  const all = sections.map(wholeSection);
  const together = known(values.map(([, value]) => value));
  const nothing = mainLeaves.length > 0 && !mainLeaves.some(applies);
  if (nothing) problems.push({ code: 'na-all', place: null });
  const left = sum(sections.filter((node) => !isOut(node)).map((node) => maximumOf(node, notLeftByTotal)));
  const base = together === null || nothing ? null : scale(together, sum(all), left);

  const bonus = capped(known(tree.map((node) => amount(node, 'bonus', leaf))), book.settings.bonusCap);
  const deduction = capped(known(tree.map((node) => amount(node, 'deduction', leaf))), book.settings.deductionCap);
  const exact =
    base === null || bonus === null || deduction === null ? null : clamp(book, minus(plus(base, bonus), deduction));
  return {
    sections: new Map(values),
    criteria: new Map([
      ...nodesOf(tree).map((node) => [node.row.code, amount(node, node.counts, leaf)] as const),
      ...values,
    ]),
    base,
    bonus,
    deduction,
    exact,
    total: exact === null ? null : rounded(exact, book.settings.totalDecimals),
    problems,
    out: !nothing ? sections.filter(isOut).map((node) => node.row.code) : [],
  };
}

function known(values: readonly (Fraction | null)[]): Fraction | null {
  return values.reduce<Fraction | null>(
    (total, value) => (total === null || value === null ? null : plus(total, value)),
    ZERO,
  );
}

/** earned × whole / applicable, in one exact division. */
const scale = (earned: Fraction, full: Fraction, applicable: Fraction): Fraction =>
  equal(applicable, ZERO) ? earned : times(earned, divided(full, applicable));

function capped(value: Fraction | null, cap: string | null): Fraction | null {
  return value === null ? null : within(value, cap);
}

function clamp(book: Book, value: Fraction): Fraction {
  const low = book.settings.totalMin === null ? null : parse(book.settings.totalMin);
  const high = book.settings.totalMax === null ? null : parse(book.settings.totalMax);
  const lifted = low === null ? value : greater(low, value);
  return high === null ? lifted : lesser(high, lifted);
}

/**
 * What a unit without total could still reach (11.1): from 0 to M plus the bonus limit, inside the workbook's own limits.
 * A ratio's cap above 100 % lifts what its leaf can bring, and deductions may bring a total below 0, so the lower end is
 * 0 less their limit. `null`: no bound.
 */
export function reachable(book: Book): { readonly least: Fraction | null; readonly most: Fraction | null } {
  const tree = treeOf(book);
  const { bonusCap, deductionCap, totalMin, totalMax, totalDecimals } = book.settings;
  const limit = (kind: CountsToward, cap: string | null): Fraction | null =>
    within(known(tree.map((node) => limitOf(node, kind))), cap);
  const bonus = limit('bonus', bonusCap);
  const deduction = limit('deduction', deductionCap);
  const main = mainLimit(book, tree);
  const most = bonus === null || main === null ? null : clamp(book, plus(main, bonus));
  const least = deduction === null ? null : clamp(book, minus(ZERO, deduction));
  const shown = (value: Fraction | null, instead: string | null): Fraction | null => {
    const bound = value ?? (instead === null ? null : parse(instead));
    return bound === null ? null : rounded(bound, totalDecimals);
  };
  return { least: shown(least, totalMin), most: shown(most, totalMax) };
}

/** The most the base can come to: sections are rounded before their cap, and what was rounded up may then be multiplied for N/A. */
function mainLimit({ settings }: Book, tree: readonly Node[]): Fraction | null {
  const multiplied = leavesOf(tree).some(
    ({ row }) => row.allowsNa && ['section', 'total'].includes(row.na ?? settings.notApplicable),
  );
  if (multiplied && settings.sectionDecimals !== null) return null;
  const limits = tree.map((node) => {
    const own = limitOf(node, 'main');
    return isLeaf(node) || own === null
      ? own
      : within(rounded(own, settings.sectionDecimals), node.counts === 'main' ? node.row.max : null);
  });
  const together = known(limits);
  const shares = leavesOf(tree).flatMap((node) =>
    node.row.way.kind === 'ratio' ? [parse(node.row.way.cap) ?? ONE] : [],
  );
  const whole = sum(sectionsOf(tree).map((node) => maximumOf(node, everyLeaf)));
  return multiplied && together !== null ? greater(together, times(whole, greatest([ONE, ...shares]))) : together;
}

/** The lesser of two limits, where `null` is none. */
function within(value: Fraction | null, cap: string | null): Fraction | null {
  const limit = cap === null ? null : parse(cap);
  if (limit === null || value === null) return value ?? limit;
  return lesser(limit, value);
}

function leafLimit({ row }: Node): Fraction | null {
  const own = row.max === null ? null : parse(row.max);
  return own === null || row.way.kind !== 'ratio' ? own : times(own, greater(ONE, parse(row.way.cap) ?? ONE));
}

/** The most that leaves of one kind can bring; `null`: no limit. */
function limitOf(node: Node, kind: CountsToward): Fraction | null {
  if (isLeaf(node)) return node.counts === kind ? leafLimit(node) : ZERO;
  const parts = node.children.map((child) => limitOf(child, kind));
  const together =
    highest(node) && parts.every((part) => part !== null) ? greatest(parts.map((part) => part ?? ZERO)) : known(parts);
  return node.counts === kind ? within(together, node.row.max) : together;
}

export const PERCENT_OF = (points: Fraction, node: Node): Fraction | null => {
  const full = maximumOf(node, everyLeaf);
  return equal(full, ZERO) ? null : divided(times(points, parse('100') ?? ONE), full);
};
