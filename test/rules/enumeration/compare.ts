/** Lays what `evaluate` says of a book with holes beside what filling them in shows. */
import { evaluate, type Evaluation } from '../../../src/rules';
import type { Sample } from './blocs';
import { enumerate, type Enumeration } from './enumerate';

/** `unsound`: says more than is so. `inexact`: says less than filling in shows. */
export interface Finding {
  readonly kind: 'unsound' | 'inexact';
  readonly what: 'total' | 'rank' | 'award' | 'status' | 'provisional' | 'needs' | 'may lose';
  readonly where: string;
}

export interface Comparison {
  readonly findings: readonly Finding[];
  /** How many answers were compared. */
  readonly answers: number;
}

function unitFindings(told: Evaluation, seen: Enumeration): Finding[] {
  return told.outlook.units.flatMap(({ id, rank, total }): Finding[] => {
    const own = seen.units.get(id);
    const findings: Finding[] = [];
    const add = (kind: Finding['kind'], what: Finding['what'], where: string): void => {
      findings.push({ kind, what, where: `${id} ${where}` });
    };
    if (own?.total != null) {
      const [low, high] = total.map((end, at) => (end === null ? (at === 0 ? -Infinity : Infinity) : Number(end))) as [
        number,
        number,
      ];
      const { low: least, high: most } = own.total;
      if (low > least || high < most)
        add('unsound', 'total', `${String(low)}..${String(high)}, seen ${String(least)}..${String(most)}`);
      else if (low < least || high > most)
        add('inexact', 'total', `${String(low)}..${String(high)}, seen ${String(least)}..${String(most)}`);
    }
    if (own?.rank != null) {
      const [best, worst] = rank ?? [Infinity, -Infinity];
      if (best > own.rank.best || worst < own.rank.worst)
        add(
          'unsound',
          'rank',
          `${String(best)}..${String(worst)}, seen ${String(own.rank.best)}..${String(own.rank.worst)}`,
        );
      else if (best < own.rank.best || worst > own.rank.worst)
        add(
          'inexact',
          'rank',
          `${String(best)}..${String(worst)}, seen ${String(own.rank.best)}..${String(own.rank.worst)}`,
        );
      const shown = told.units.find((unit) => unit.id === id);
      if (shown != null && shown.rank !== null) {
        const changes = [...own.rank.provisional].some((each) => each !== shown.rank);
        if (changes && !shown.provisional) add('unsound', 'provisional', 'could change');
        if (!changes && shown.provisional) add('inexact', 'provisional', 'cannot change');
      }
    } else if (rank !== null) add('inexact', 'rank', 'never ranked');
    return findings;
  });
}

/** The points are decimals and the totals doubles. */
const differ = (a: number, b: number): boolean => a !== b && !(Math.abs(a - b) < 1e-9);

function awardFindings(told: Evaluation, seen: Enumeration): Finding[] {
  return told.outlook.awards.flatMap(({ id, certain, possible, out }): Finding[] => {
    const own = seen.awards.get(id);
    if (own === undefined) return [];
    const findings: Finding[] = [];
    const add = (kind: Finding['kind'], what: Finding['what'], where: string): void => {
      findings.push({ kind, what, where: `${id} ${where}` });
    };
    for (const unit of certain) if (own.without.has(unit)) add('unsound', 'award', `${unit} certain`);
    for (const { unit } of out) if (own.with.has(unit)) add('unsound', 'award', `${unit} out`);
    for (const { unit } of possible)
      if (!own.with.has(unit) || !own.without.has(unit))
        add('inexact', 'award', `${unit} possible, seen ${own.with.has(unit) ? 'certain' : 'out'}`);
    for (const { unit, needs, mayLose } of possible) {
      const totals = [...(own.byTotal.get(unit) ?? [])].sort(([a], [b]) => a - b);
      const [least, most] = [totals[0]?.[0] ?? 0, totals.at(-1)?.[0] ?? 0];
      if (least === most) continue;
      const sure = totals.find(([, seen]) => !seen.without)?.[0] ?? Infinity;
      const may = totals.find(([, seen]) => seen.with)?.[0] ?? Infinity;
      const [saysSure, saysMay] = [
        needs === null ? Infinity : least + Number(needs),
        mayLose === null ? Infinity : most - Number(mayLose),
      ];
      const where = `${unit} sure ${String(saysSure)}, may ${String(saysMay)}, seen ${String(sure)}, ${String(may)}`;
      if (differ(saysSure, sure)) add(saysSure < sure ? 'unsound' : 'inexact', 'needs', where);
      if (differ(saysMay, may)) add(saysMay > may ? 'unsound' : 'inexact', 'may lose', where);
    }
    const status = told.awards.find((award) => award.id === id)?.status ?? 'ok';
    const settled = status === 'ok' || status === 'overQuota';
    if (settled && own.ends.size > 1) add('unsound', 'status', `${status}, seen ${[...own.ends].join(' | ')}`);
    if (!settled && own.ends.size === 1) add('inexact', 'status', `${status}, seen ${[...own.ends].join(' | ')}`);
    return findings;
  });
}

/** `seen`: what filling in shows, where it is known already. */
export function compare({ book, holes }: Sample, seen: Enumeration = enumerate(book, holes)): Comparison {
  const told = evaluate(book);
  if (seen.completions === 0) return { answers: 0, findings: [] };
  const answers =
    told.outlook.units.length * 3 +
    told.outlook.awards.reduce((sum, { possible }) => sum + told.outlook.units.length + 1 + 2 * possible.length, 0);
  return { answers, findings: [...unitFindings(told, seen), ...awardFindings(told, seen)] };
}
