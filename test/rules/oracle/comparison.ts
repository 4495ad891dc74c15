/** Lays the outcome of `evaluate` beside the oracle's and lists where they differ. */
import { type Book, evaluate, type Evaluation } from '../../../src/rules';
import { outcomeOf, type AwardOutcome, type Outcome, type UnitOutcome } from './oracle';

export interface Difference {
  readonly where: string;
  readonly rules: unknown;
  readonly oracle: unknown;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Awards had more open questions than brute force can bear. */
  readonly tooMany: boolean;
}

const sorted = (all: readonly string[]): readonly string[] => [...all].sort();

function unitOf(result: Evaluation['units'][number]): UnitOutcome {
  const { base, bonus, deduction, exact, total, rank, tieBrokenBy, grade, notRanked, provisional } = result;
  return {
    sections: Object.fromEntries(result.sections),
    base,
    bonus,
    deduction,
    exact,
    total,
    rank,
    tiedWith: sorted(result.tiedWith),
    tieBrokenBy,
    grade,
    notRanked,
    provisional,
  };
}

/** Only what the text decides: `null` in the oracle's answer stands for "not said". */
function awardOf(result: Evaluation['awards'][number], { status, next, why }: AwardOutcome): AwardOutcome {
  return {
    places: result.places,
    status: status === 'pending' && result.status.startsWith('pending:u') ? status : result.status,
    units: status === 'pending' ? [] : sorted(result.units),
    tied: sorted(result.tied),
    next: next === null ? null : sorted(result.next),
    why: Object.fromEntries(
      [...result.why].map(([unit, reasons]) => [
        unit,
        why[unit] === null
          ? null
          : sorted(reasons.map((one) => (one.condition === null ? one.code : `${one.code} ${one.condition}`))),
      ]),
    ),
  };
}

function fieldsThatDiffer(where: string, rules: object, oracle: object): readonly Difference[] {
  const left = new Map<string, unknown>(Object.entries(rules));
  const right = new Map<string, unknown>(Object.entries(oracle));
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter(
      (name) => right.get(name) !== undefined && JSON.stringify(left.get(name)) !== JSON.stringify(right.get(name)),
    )
    .map((name) => ({ where: `${where}.${name}`, rules: left.get(name), oracle: right.get(name) }));
}

/** Numbers of a unit out of the ranking that hang on an unknown sanction are not compared yet. */
function said(unit: UnitOutcome): Partial<UnitOutcome> {
  if (unit.notRanked !== 'recorded' || unit.total !== null) return unit;
  const { rank, tiedWith, tieBrokenBy, grade, notRanked, provisional } = unit;
  return { rank, tiedWith, tieBrokenBy, grade, notRanked, provisional };
}

/** `oracle`: the second reading's outcome where it is known already. */
export function differencesOf(book: Book, oracle: Outcome = outcomeOf(book)): Comparison {
  const rules = evaluate(book);
  const units = rules.units.flatMap((unit) => {
    const other = oracle.units[unit.id];
    return other
      ? fieldsThatDiffer(`unit ${unit.id}`, unitOf(unit), said({ ...other, tiedWith: sorted(other.tiedWith) }))
      : [];
  });
  const awards = oracle.missing ? null : oracle.awards;
  const ofAwards =
    awards === null
      ? []
      : rules.awards.flatMap((award) => {
          const other = awards[award.id];
          return other
            ? fieldsThatDiffer(`award ${award.id}`, awardOf(award, other), {
                ...other,
                units: other.status === 'pending' ? [] : sorted(other.units),
                tied: other.tied && sorted(other.tied),
                next: other.next === null ? null : sorted(other.next),
                why: Object.fromEntries(
                  Object.entries(other.why).map(([unit, reasons]) => [unit, reasons === null ? null : sorted(reasons)]),
                ),
              })
            : [];
        });
  return { differences: [...units, ...ofAwards], tooMany: oracle.awards === null };
}
