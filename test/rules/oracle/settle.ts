/** All awards of one definite ranking: every answer of unknown conditions, every end of an undecided tie. */
import type { Award, AwardStatus, Book, Condition } from '../../../src/rules';
import { answersOf, question } from './answers';
import { after, eligible, START, takeTurn, type Field, type State, type Turn } from './awards';
import { choices } from './fill';
import { TooMany } from './grades';
import type { Truth } from './truth';

export interface Verdict {
  /** "pending": missing totals hold it up, directly or through the award above; the text does not say which is told. */
  readonly status: AwardStatus | 'pending';
  /** `undefined`: not said by the text, so not compared. */
  readonly places: number | null | undefined;
  readonly units: readonly string[];
  /** `undefined`: which of the units without total matter is not said. */
  readonly tied: readonly string[] | undefined;
  /** `null`: open questions behind the border leave it open; the text does not say what stands there then. */
  readonly next: readonly string[] | null;
  /** Where nothing is open; for reasons. */
  readonly turns: readonly Turn[];
  /** Every end it may still come to, by the answers and by what stands above. */
  readonly ends: readonly string[];
  /** States in which this award may find the awards above. */
  readonly states: readonly State[];
}

const LIMIT = 3000;
type Asked = (unit: string, row: Condition) => Truth;
type GradesOf = (unit: string) => readonly (string | null)[];

const stateKey = (state: State): string => JSON.stringify([[...state.holders].sort(), state.carry, state.debt]);
const turnKey = (turn: Turn): string =>
  JSON.stringify([[...turn.holders].sort(), [...turn.tied].sort(), turn.open, turn.over]);
export const unique = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];

/** `asked` is final but for "unknown", which is answered both ways, the same for all awards. */
export function settle(field: Field, asked: Asked, gradesOf: GradesOf): readonly Verdict[] {
  const { book } = field;
  const ranked = field.groups.flat();
  let reached: readonly { readonly yes: readonly string[]; readonly state: State }[] = allAnswers(
    book,
    ranked,
    asked,
    gradesOf,
  ).map((yes) => ({ yes, state: START }));
  return book.awards.map((award) => {
    const meets = (yes: readonly string[]): readonly string[] =>
      ranked.filter((unit) => eligible(book, award, (row) => answered(asked, unit, row, yes)) === 'yes');
    const met = new Map(reached.map(({ yes }) => [yes, meets(yes)]));
    const here = reached.map(({ yes, state }) => ({
      yes,
      state,
      turn: takeTurn(field, award, state, met.get(yes) ?? []),
    }));
    reached = here.flatMap(({ yes, state, turn }) =>
      unique(
        choices(turn.tied, turn.open).map((lucky) => after(field, award, state, turn, lucky)),
        stateKey,
      ).map((next) => ({ yes, state: next })),
    );
    if (reached.length > LIMIT) throw new TooMany();
    return verdictOf(
      field,
      award,
      here,
      unique(
        here.map((one) => one.state),
        stateKey,
      ),
      unique([...met.values()], (one) => one.join()),
      ranked.filter((unit) => eligible(book, award, (row) => asked(unit, row)) === 'unknown'),
    );
  });
}

function answered(asked: Asked, unit: string, row: Condition, yes: readonly string[]): Truth {
  const known = asked(unit, row);
  return known === 'unknown' ? (yes.includes(question(unit, row)) ? 'yes' : 'no') : known;
}

/** Every way to answer the unknown rows that leave some unit's eligibility open. */
function allAnswers(
  book: Book,
  ranked: readonly string[],
  asked: Asked,
  gradesOf: GradesOf,
): readonly (readonly string[])[] {
  return ranked.reduce<readonly (readonly string[])[]>(
    (all, unit) => {
      const awards = book.awards.filter((award) => eligible(book, award, (row) => asked(unit, row)) === 'unknown');
      const rows = book.conditions.filter(
        (row) =>
          asked(unit, row) === 'unknown' &&
          ['require', 'bar', 'invalid'].includes(row.effect.kind) &&
          awards.some(
            (award) => row.scope.kind === 'all' || (row.scope.kind === 'awards' && row.scope.awards.includes(award.id)),
          ),
      );
      const ways = answersOf(book, unit, rows, gradesOf(unit));
      if (all.length * ways.length > 300) throw new TooMany();
      return all.flatMap((before) => ways.map((yes) => [...before, ...yes]));
    },
    [[]],
  );
}

function verdictOf(
  field: Field,
  award: Award,
  here: readonly { readonly yes: readonly string[]; readonly state: State; readonly turn: Turn }[],
  states: readonly State[],
  meets: readonly (readonly string[])[],
  doubtful: readonly string[],
): Verdict {
  const turns = here.map((one) => one.turn);
  const places = new Set(turns.map((turn) => turn.places));
  const common = { places: places.size === 1 ? (turns[0]?.places ?? null) : null, turns, states, next: null, ends: [] };
  const ends = [
    ...new Set(here.map(({ yes, state, turn }) => `${yes.join()} ${stateKey(state)} ${turnKey(turn)}`)),
  ].sort();
  const first = turns[0];
  if (!first) throw new Error('an award without any outcome');
  if (new Set(turns.map(turnKey)).size === 1) {
    const nexts = unique(
      turns.map((turn) => turn.next),
      (next) => JSON.stringify(next),
    );
    const status: AwardStatus = first.tied.length > 0 ? 'pending:tie' : first.over ? 'overQuota' : 'ok';
    return { ...common, status, units: first.holders, tied: first.tied, next: nexts.length === 1 ? first.next : null };
  }
  const outcome = (state: State, met: readonly string[]): string => turnKey(takeTurn(field, award, state, met));
  if (meets.some((met) => new Set(states.map((state) => outcome(state, met))).size > 1)) {
    return { ...common, status: 'pending:upstream', units: [], tied: [], ends };
  }
  const flipped = (met: readonly string[], unit: string): readonly string[] =>
    met.includes(unit) ? met.filter((one) => one !== unit) : [...met, unit];
  const pivotal = doubtful.filter((unit) =>
    states.some((state) => meets.some((met) => outcome(state, met) !== outcome(state, flipped(met, unit)))),
  );
  return {
    ...common,
    status: 'pending:unknown',
    units: heldInAll(turns.map((turn) => turn.holders)),
    tied: pivotal,
    ends,
  };
}

export const heldInAll = (all: readonly (readonly string[])[]): readonly string[] =>
  (all[0] ?? []).filter((unit) => all.every((holders) => holders.includes(unit)));
