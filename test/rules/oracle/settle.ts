/** All awards of one definite ranking: every answer of unknown conditions, every end of an undecided tie. */
import type { Award, AwardStatus, Book, Condition } from '../../../src/rules';
import { after, eligible, START, takeTurn, type Field, type State, type Turn } from './awards';
import { choices } from './fill';
import { subsets, TooMany } from './grades';
import type { Truth } from './truth';

export interface Verdict {
  readonly status: AwardStatus;
  readonly places: number | null;
  readonly units: readonly string[];
  readonly tied: readonly string[];
  readonly next: readonly string[];
  /** Where nothing is open; for reasons. */
  readonly turns: readonly Turn[];
  /** States in which this award may find the awards above. */
  readonly states: readonly State[];
}

const LIMIT = 3000;
type Asked = (unit: string, row: Condition) => Truth;

const stateKey = (state: State): string => JSON.stringify([[...state.holders].sort(), state.carry, state.debt]);
const turnKey = (turn: Turn): string => JSON.stringify([[...turn.holders].sort(), [...turn.tied].sort(), turn.open, turn.over]);
export const unique = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [...new Map(all.map((one) => [key(one), one])).values()];

/** `asked` is final but for "unknown", which is answered both ways, the same for all awards. */
export function settle(field: Field, asked: Asked): readonly Verdict[] {
  const { book } = field;
  const ranked = field.groups.flat();
  const open = openQuestions(book, ranked, asked);
  if (2 ** open.length > 300) throw new TooMany();
  let reached: readonly { readonly yes: readonly string[]; readonly state: State }[] = subsets(open).map((yes) => ({ yes, state: START }));
  return book.awards.map((award) => {
    const meets = (yes: readonly string[]): readonly string[] => ranked.filter((unit) =>
      eligible(book, award, (row) => answered(asked, unit, row, yes)) === 'yes');
    const met = new Map(reached.map(({ yes }) => [yes, meets(yes)]));
    const here = reached.map(({ yes, state }) => ({ yes, state, turn: takeTurn(field, award, state, met.get(yes) ?? []) }));
    reached = here.flatMap(({ yes, state, turn }) => unique(
      choices(turn.tied, turn.open).map((lucky) => after(field, award, state, turn, lucky)), stateKey,
    ).map((next) => ({ yes, state: next })));
    if (reached.length > LIMIT) throw new TooMany();
    return verdictOf(field, award, here.map((one) => one.turn),
      unique(here.map((one) => one.state), stateKey), unique([...met.values()], (one) => one.join()),
      ranked.filter((unit) => eligible(book, award, (row) => asked(unit, row)) === 'unknown'));
  });
}

const question = (unit: string, row: Condition): string => `${unit} ${row.id}`;

function answered(asked: Asked, unit: string, row: Condition, yes: readonly string[]): Truth {
  const known = asked(unit, row);
  return known === 'unknown' ? (yes.includes(question(unit, row)) ? 'yes' : 'no') : known;
}

/** Unknown rows that leave some unit's eligibility open. */
function openQuestions(book: Book, ranked: readonly string[], asked: Asked): readonly string[] {
  return [...new Set(book.awards.flatMap((award) => ranked
    .filter((unit) => eligible(book, award, (row) => asked(unit, row)) === 'unknown')
    .flatMap((unit) => book.conditions
      .filter((row) => (row.scope.kind === 'all' || (row.scope.kind === 'awards' && row.scope.awards.includes(award.id))) && asked(unit, row) === 'unknown')
      .filter((row) => row.effect.kind === 'require' || row.effect.kind === 'bar' || row.effect.kind === 'invalid')
      .map((row) => question(unit, row)))))];
}

function verdictOf(
  field: Field, award: Award, turns: readonly Turn[], states: readonly State[], meets: readonly (readonly string[])[], doubtful: readonly string[],
): Verdict {
  const places = new Set(turns.map((turn) => turn.places));
  const common = { places: places.size === 1 ? turns[0]?.places ?? null : null, turns, states, next: [] };
  const first = turns[0];
  if (!first) throw new Error('an award without any outcome');
  if (new Set(turns.map(turnKey)).size === 1) {
    const nexts = unique(turns.map((turn) => turn.next), (next) => JSON.stringify(next));
    const status: AwardStatus = first.tied.length > 0 ? 'pending:tie' : first.over ? 'overQuota' : 'ok';
    return { ...common, status, units: first.holders, tied: first.tied, next: nexts.length === 1 ? first.next : [] };
  }
  const outcome = (state: State, met: readonly string[]): string => turnKey(takeTurn(field, award, state, met));
  if (meets.some((met) => new Set(states.map((state) => outcome(state, met))).size > 1)) {
    return { ...common, status: 'pending:upstream', units: [], tied: [] };
  }
  const flipped = (met: readonly string[], unit: string): readonly string[] => (met.includes(unit) ? met.filter((one) => one !== unit) : [...met, unit]);
  const pivotal = doubtful.filter((unit) => states.some((state) => meets.some((met) => outcome(state, met) !== outcome(state, flipped(met, unit)))));
  return { ...common, status: 'pending:unknown', units: heldInAll(turns.map((turn) => turn.holders)), tied: pivotal };
}

export const heldInAll = (all: readonly (readonly string[])[]): readonly string[] =>
  (all[0] ?? []).filter((unit) => all.every((holders) => holders.includes(unit)));
