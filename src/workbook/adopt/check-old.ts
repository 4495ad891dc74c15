/** The totals and ranks of the old table against those of the book made from it. */
import {
  addNumerals,
  compareNumerals,
  evaluate,
  roundNumeral,
  type Issue,
  type Level,
  type Numeral,
  type Place,
} from '../../rules';
import { cellsOfPlans } from '../../sheets/plan-cells';
import { readBook } from '../read';
import { fold } from '../../base/folding';
import type { Settled } from './adopted-book';
import type { Proposal } from './proposal';

export interface OldDifference {
  readonly what: 'total' | 'rank' | 'sum';
  readonly unit: string;
  readonly level: Level;
  readonly criterion: string | null;
  readonly old: string;
  /** Null where the book has no such number yet. */
  readonly ours: string | null;
  /** The cell of the old table. */
  readonly place: Place;
}

export interface OldCheck {
  /** How many totals, ranks and sums were compared. */
  readonly compared: number;
  readonly differences: readonly OldDifference[];
  /** What the new book itself has to say at error. */
  readonly errors: readonly Issue[];
}

const DECIMALS = 2;

export function checkOld(proposal: Proposal, settled: Settled): OldCheck {
  const { units, ranking, levelOf, nameOf } = settled;
  const book = readBook(cellsOfPlans(settled.plans));
  const evaluations = new Map<Level, ReturnType<typeof evaluate>>();
  const at = (level: Level): ReturnType<typeof evaluate> => {
    const known = evaluations.get(level) ?? evaluate({ ...book, settings: { ...book.settings, rankingLevel: level } });
    evaluations.set(level, known);
    return known;
  };
  const codes = new Map(units.map(({ name, code }) => [fold(name), code]));
  const ours = (level: Level, unit: string) => {
    const code = codes.get(fold(nameOf(unit)));
    return at(level).units.find(({ id }) => id === code);
  };
  const isMeant = ({ unit }: { readonly unit: string }): boolean => codes.has(fold(nameOf(unit)));
  const totals = proposal.totals.filter(isMeant).map(({ unit, level, value, place }): OldDifference => {
    const own = levelOf(level);
    return {
      what: 'total',
      unit,
      level: own,
      criterion: null,
      old: roundNumeral(value, DECIMALS),
      ours: ours(own, unit)?.total ?? null,
      place,
    };
  });
  const ranks = proposal.ranks.filter(isMeant).map(({ unit, value, place }): OldDifference => {
    const rank = ours(ranking, unit)?.rank ?? null;
    return {
      what: 'rank',
      unit,
      level: ranking,
      criterion: null,
      old: value,
      ours: rank === null ? null : String(rank),
      place,
    };
  });
  const sums = sumsOf(proposal, settled);
  const all = [...totals, ...ranks, ...sums];
  return {
    compared: all.length,
    differences: all.filter(({ old, ours: own }) => own === null || compareNumerals(old, own) !== 0),
    errors: at(ranking).issues.filter(({ severity }) => severity === 'error'),
  };
}

/** Points of groups against the points below them. */
function sumsOf({ sums }: Proposal, { scores, levelOf, nameOf }: Settled): OldDifference[] {
  const below = new Map<string, Numeral>();
  const keyOf = (unit: string, level: Level | null, code: string): string => `${fold(unit)}\n${level ?? ''}\n${code}`;
  for (const { unit, level, criterion, value } of scores) {
    if (value === 'na' || value === 'dash') continue;
    const parts = criterion.split('.');
    for (let depth = 1; depth < parts.length; depth++) {
      const key = keyOf(unit, level, parts.slice(0, depth).join('.'));
      below.set(key, addNumerals(below.get(key) ?? '0', value));
    }
  }
  return sums.map(({ unit, level, criterion, value, place }): OldDifference => {
    const own = levelOf(level);
    const sum = below.get(keyOf(nameOf(unit), own, criterion)) ?? '0';
    // A deduction may stand as a negative number in its group too.
    const old = value.startsWith('-') && !sum.startsWith('-') ? value.slice(1) : value;
    return {
      what: 'sum',
      unit,
      level: own,
      criterion,
      old: roundNumeral(old, DECIMALS),
      ours: roundNumeral(sum, DECIMALS),
      place,
    };
  });
}
