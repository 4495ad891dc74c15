/** What units without a total could still become, and whether an award is the same in every such world. */
import type { Book, Condition } from '../../../src/rules';
import {
  compare,
  divided,
  equal,
  minus,
  number,
  ONE,
  plus,
  rounded,
  sum,
  times,
  whole,
  write,
  type Fraction,
} from './fraction';
import { gradesOf, TooMany } from './grades';
import { ranksOf, rankUnits, type Ranking } from './ranking';
import { reachable, type Score } from './scoring';
import { settle, heldInAll, unique, type Verdict } from './settle';
import { judge, type Facts, type Truth } from './truth';

/** A unit on its way into the ranking. `mayStayOut`: a fact that would keep it from a rank is unknown. */
export interface Entrant {
  readonly facts: Facts;
  readonly open: boolean;
  readonly mayStayOut: boolean;
}

const LIMIT = 1500;

export interface World {
  readonly ranking: Ranking;
  readonly facts: ReadonlyMap<string, Facts>;
}

/** Ranks, then grades, of units that all have a total. `keyed` may know more of a unit than conditions may. */
export function worldOf(book: Book, members: readonly Facts[], keyed: readonly Facts[] = members): World {
  const ranking = rankUnits(book, keyed);
  const ranks = ranksOf(ranking.groups);
  const placed = members.map((one) => ({ ...one, rank: ranks.get(one.unit.id) ?? null, grades: [null] }));
  const grades = gradesOf(book, placed, ranking.groups);
  return {
    ranking,
    facts: new Map(placed.map((one) => [one.unit.id, { ...one, grades: grades.get(one.unit.id) ?? [] }])),
  };
}

export const askedIn =
  (book: Book, world: World) =>
  (unit: string, row: Condition): Truth => {
    const facts = world.facts.get(unit);
    return facts ? judge(book, facts, row) : 'unknown';
  };

/** Worlds of the same order and the same answers end the same way: each is judged once. */
function settled(book: Book, world: World, known: Map<string, readonly Verdict[]>): readonly Verdict[] {
  const asked = askedIn(book, world);
  const { groups } = world.ranking;
  const table = new Map(
    groups.flat().flatMap((unit) => book.conditions.map((row) => [`${unit} ${row.id}`, asked(unit, row)] as const)),
  );
  const signature = JSON.stringify([
    groups,
    [...table.values()],
    groups.flat().map((unit) => world.facts.get(unit)?.grades),
  ]);
  const before = known.get(signature);
  if (before) return before;
  const verdicts = settle(
    { book, groups },
    (unit, row) => table.get(`${unit} ${row.id}`) ?? 'unknown',
    (unit) => world.facts.get(unit)?.grades ?? [],
  );
  known.set(signature, verdicts);
  return verdicts;
}

/** All that a verdict would still come to, whatever is decided or answered. */
const key = (verdict: Verdict): string =>
  JSON.stringify([verdict.status, [...verdict.units].sort(), [...(verdict.tied ?? [])].sort(), verdict.ends]);

/** One verdict per award, over everything that is still open. */
export function verdicts(book: Book, entrants: readonly Entrant[]): readonly Verdict[] {
  const fixed = entrants.filter((one) => !one.open && !one.mayStayOut).map((one) => one.facts);
  const open = entrants.filter((one) => one.open || one.mayStayOut);
  if (open.length === 0) return settled(book, worldOf(book, fixed), new Map());
  const ends = combined(
    open.map((one) =>
      shapes(
        book,
        one,
        fixed,
        open.map((other) => other.facts),
      ),
    ),
  );
  const inAll = (decided: Book): readonly (readonly Verdict[])[] => {
    const known = new Map<string, readonly Verdict[]>();
    return ends.map((chosen) => {
      const present = chosen.filter((shape) => shape !== null);
      const members = [...fixed, ...present.map((one) => one.facts)];
      return settled(decided, worldOf(decided, members, [...fixed, ...present.map((one) => one.keyed)]), known);
    });
  };
  const stale = withoutGrantsTo(
    book,
    open.filter((one) => one.open).map((one) => one.facts.unit.id),
  );
  const all = [...inAll(book), ...(stale.decisions.length < book.decisions.length ? inAll(stale) : [])];
  return book.awards.map((_, index): Verdict => {
    const outcomes = all.map((world) => world[index]).filter((one) => one !== undefined);
    const [first] = outcomes;
    if (!first) throw new Error('no world at all');
    const places = new Set(outcomes.map((one) => one.places)).size === 1 ? first.places : null;
    const seen = {
      places,
      next: null,
      states: outcomes.flatMap((one) => one.states),
      turns: outcomes.flatMap((one) => one.turns),
    };
    if (new Set(outcomes.map(key)).size === 1) return { ...first, ...seen };
    const waits = outcomes.every((one) => one.status === 'pending:upstream');
    return {
      ...first,
      ...seen,
      status: waits ? 'pending' : 'pending:unknown',
      units: heldInAll(seen.turns.map((turn) => turn.holders)),
      tied: undefined,
    };
  });
}

/** A grant to a unit without total is stale (11.11) now and may hold once there is one: both ends are open. */
const withoutGrantsTo = (book: Book, units: readonly string[]): Book => ({
  ...book,
  decisions: book.decisions.filter((one) => one.kind !== 'grant' || !one.units.some((unit) => units.includes(unit))),
});

interface Shape {
  readonly facts: Facts;
  readonly keyed: Facts;
}

/** Everything one open unit may be; `null`: not ranked. */
function shapes(
  book: Book,
  entrant: Entrant,
  fixed: readonly Facts[],
  open: readonly Facts[],
): readonly (Shape | null)[] {
  const { facts } = entrant;
  if (!entrant.open) return [{ facts, keyed: facts }, null];
  return candidateTotals(book, fixed, open.length).flatMap((total): readonly (Shape | null)[] => {
    const known: Facts = { ...facts, score: { ...facts.score, total, exact: total } };
    const stays = noRankTruth(book, known);
    if (stays === 'yes') return [null];
    const rivals = fixed.filter((one) => one.score.total !== null && equal(one.score.total, total));
    const ranked = keyedScores(book, known.score, open.length > 1 ? [...rivals, ...open] : rivals, open.length > 1).map(
      (score) => ({ facts: known, keyed: { ...known, score } }),
    );
    return stays === 'unknown' ? [...ranked, null] : ranked;
  });
}

export function noRankTruth(book: Book, facts: Facts): Truth {
  const answers = book.conditions
    .filter((row) => row.effect.kind === 'noRank')
    .map((row) => (row.field.kind === 'rank' || row.field.kind === 'grade' ? 'unknown' : judge(book, facts, row)));
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

/** Below, between, equal to and above every total and threshold, from 0 to what can be reached. */
function candidateTotals(book: Book, fixed: readonly Facts[], openCount: number): readonly Fraction[] {
  const { least, most } = reachable(book);
  const marks = [
    ...(least ? [least] : []),
    ...(most ? [most] : []),
    ...fixed.map((one) => one.score.total).filter((one) => one !== null),
    ...book.conditions
      .filter((row) => row.field.kind === 'total')
      .map((row) => row.value.number)
      .filter((one) => one !== null)
      .map(number),
    ...book.bands
      .map((band) => band.from)
      .filter((one) => one !== null)
      .map(number),
  ].filter((one) => (least === null || compare(one, least) >= 0) && (most === null || compare(one, most) <= 0));
  const lowest = [...marks, whole(0)].reduce((low, one) => (compare(one, low) < 0 ? one : low));
  const all = spread(
    least === null ? [minus(lowest, whole(openCount + 1)), ...marks] : marks,
    openCount,
    most === null,
  );
  return unique(
    all.map((one) => rounded(one, book.settings.totalDecimals)),
    write,
  );
}

/** The marks, `count` values between each two, and above the last one where there is no bound. */
function spread(marks: readonly Fraction[], count: number, unbounded: boolean): readonly Fraction[] {
  const sorted = [...marks]
    .sort(compare)
    .filter((one, index, all) => index === 0 || !equal(one, all[index - 1] ?? one));
  return sorted.flatMap((mark, index) => {
    const above = sorted[index + 1] ?? (unbounded ? plus(mark, whole(count + 1)) : null);
    if (above === null) return [mark];
    const gap = plus(above, times(whole(-1), mark));
    const between = Array.from({ length: count }, (_, step) =>
      plus(mark, divided(times(gap, whole(step + 1)), whole(count + 1))),
    );
    return [mark, ...between];
  });
}

/** Values for the tie keys that the unit's missing leaves leave open, where it would be tied. */
function keyedScores(book: Book, score: Score, rivals: readonly Facts[], severalOpen: boolean): readonly Score[] {
  const needed = book.settings.tieKeys.map((one) => one.field).filter((field) => valueIn(score, field) === null);
  if (needed.length === 0 || (rivals.length === 0 && !severalOpen)) return [score];
  return needed.reduce<readonly Score[]>(
    (scores, field) =>
      scores.flatMap((one) => {
        const marks = rivals
          .map((rival) => valueIn(rival.score, field))
          .filter((value) => value !== null && value !== undefined);
        const below = sum([...marks].sort(compare).slice(0, 1));
        return spread([plus(below, times(whole(-1), ONE)), ...marks], severalOpen ? 2 : 1, true).map((value) =>
          withValue(one, field, value),
        );
      }),
    [score],
  );
}

type KeyField = Book['settings']['tieKeys'][number]['field'];

/** `undefined`: not a matter of scores. */
function valueIn(score: Score, field: KeyField): Fraction | null | undefined {
  switch (field.kind) {
    case 'base':
    case 'bonus':
    case 'deduction':
      return score[field.kind];
    case 'section':
      return score.sections.get(field.code) ?? null;
    case 'criterion':
      return score.criteria.get(field.code) ?? null;
    default:
      return undefined;
  }
}

function withValue(score: Score, field: KeyField, value: Fraction): Score {
  switch (field.kind) {
    case 'base':
    case 'bonus':
    case 'deduction':
      return { ...score, [field.kind]: value };
    case 'section':
      return { ...score, sections: new Map([...score.sections, [field.code, value]]) };
    case 'criterion':
      return { ...score, criteria: new Map([...score.criteria, [field.code, value]]) };
    default:
      return score;
  }
}

function combined<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  if (lists.reduce((product, list) => product * list.length, 1) > LIMIT) throw new TooMany();
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((one) => list.map((item) => [...one, item])),
    [[]],
  );
}
