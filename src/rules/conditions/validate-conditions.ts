/** Which rows of `Điều kiện` cannot be judged, and where each is wrong. */
import type { Ballot } from './ballots';
import type { BallotId, Book, Condition, Field, Operator } from '../model/book';
import { allowedAt } from './allowed-words';
import { asksTaskGrade } from './attributes';
import { numberInText } from '../model/cells';
import { isNumberItem } from './comparison';
import { electedPost } from '../model/election-ballots';
import type { IssueDetails } from '../model/issue';
import type { Place } from '../model/place';
import * as q from '../number/rational';
import type { Report } from '../model/report';
import type { CriteriaTree } from '../score/tree';
import { fold } from '../../base/folding';
import { taskGrade } from '../model/words';

type Spot = keyof Condition['places'];

export interface ConditionRules {
  readonly book: Book;
  readonly tree: CriteriaTree;
  readonly ballots: ReadonlyMap<string, Ballot>;
}

const LISTS: ReadonlySet<Operator> = new Set(['in', 'notIn']);
const EQUALITIES: ReadonlySet<Operator> = new Set(['=', '<>', 'in', 'notIn']);
const DAYS: ReadonlySet<Operator> = new Set(['onOrBefore', 'onOrAfter']);

/** Fields a sanction may use: anything else would let a total or grade depend on itself. */
const SANCTION_FIELDS: Readonly<Partial<Record<Condition['effect']['kind'], ReadonlySet<Field['kind']>>>> = {
  zeroCriterion: new Set(['attribute', 'ballot', 'criterion']),
  noRank: new Set([
    'attribute',
    'ballot',
    'criterion',
    'section',
    'sectionPercent',
    'total',
    'base',
    'bonus',
    'deduction',
  ]),
  lowerGrade: new Set(['attribute', 'ballot', 'criterion', 'total']),
  capGrade: new Set(['attribute', 'ballot', 'criterion', 'total']),
};

function numberProblem(condition: Condition, op: Operator): Spot | null {
  if (DAYS.has(op)) return 'op';
  const { number, items } = condition.value;
  if (LISTS.has(op)) return items.length > 0 && items.every(isNumberItem) ? null : 'value';
  return number !== null && q.parse(number) !== null ? null : 'value';
}

function attributeProblem(condition: Condition, header: string, op: Operator, { book }: ConditionRules): Spot | null {
  if (book.units.length > 0 && !book.units.some((unit) => unit.attributes.has(header))) return 'field';
  const { value } = condition;
  if (DAYS.has(op)) return value.day === null ? 'value' : null;
  if (!EQUALITIES.has(op)) return value.number === null && value.day === null ? 'value' : null;
  if (value.items.every((item) => item.trim() === '')) return 'value';
  return asksTaskGrade(condition) && value.items.some((item) => taskGrade(item) === null) ? 'value' : null;
}

function fieldProblem(condition: Condition, op: Operator, rules: ConditionRules): Spot | null {
  const { field, value } = condition;
  const { book, tree } = rules;
  switch (field.kind) {
    case 'invalid':
      return 'field';
    case 'section':
    case 'criterion':
    case 'sectionPercent':
      return tree.byCode.has(field.code) ? numberProblem(condition, op) : 'field';
    case 'grade':
      if (!EQUALITIES.has(op)) return 'op';
      return value.items.every((item) =>
        book.bands.some(
          (band) =>
            fold(band.name) === fold(item) || (taskGrade(item) !== null && taskGrade(item) === taskGrade(band.name)),
        ),
      )
        ? null
        : 'value';
    case 'attribute':
      return attributeProblem(condition, field.header, op, rules);
    case 'ballot':
      if (LISTS.has(op) || DAYS.has(op)) return 'op';
      return value.share === null || q.parse(value.share.share) === null ? 'value' : null;
    default:
      return numberProblem(condition, op);
  }
}

function scopeProblem(condition: Condition, { book }: ConditionRules): Spot | null {
  const { scope } = condition;
  if (scope.kind === 'grade') {
    if (!book.bands.some((band) => band.name === scope.grade)) return 'scope';
    return condition.field.kind === 'grade' ? 'field' : null;
  }
  if (scope.kind === 'all') return null;
  const known = (id: string): boolean => book.awards.some((award) => award.id === id) || electedPost(id) !== null;
  return scope.awards.every(known) ? null : 'scope';
}

function effectProblem(condition: Condition, { book, tree }: ConditionRules): Spot | null {
  const { effect, field } = condition;
  if (effect.kind === 'invalid') return 'effect';
  if (effect.kind === 'capGrade' && !book.bands.some((band) => band.name === effect.grade)) return 'effect';
  if (effect.kind === 'zeroCriterion' && !tree.byCode.has(effect.criterion)) return 'effect';
  const allowed = SANCTION_FIELDS[effect.kind];
  return allowed === undefined || allowed.has(field.kind) ? null : 'field';
}

/** Conditions whose scope names an award or band that is not there. */
export function findStrayConditions(rules: ConditionRules): ReadonlySet<Condition> {
  return new Set(
    rules.book.conditions.filter(
      (condition) => isAboutEligibility(condition) && scopeProblem(condition, rules) === 'scope',
    ),
  );
}

/** Whether a row is about an award or band at all; a sanction is about the unit. */
function isAboutEligibility({ effect }: Condition): boolean {
  return effect.kind === 'require' || effect.kind === 'bar' || effect.kind === 'postpone' || effect.kind === 'invalid';
}

/** The cell of a condition that is wrong, or null when it can be judged. */
function conditionProblem(condition: Condition, rules: ConditionRules): Spot | null {
  if (condition.field.kind === 'invalid') return 'field';
  if (condition.op === null) return 'op';
  return (
    effectProblem(condition, rules) ??
    (isAboutEligibility(condition) ? scopeProblem(condition, rules) : null) ??
    fieldProblem(condition, condition.op, rules)
  );
}

/** Conditions that cannot be judged, and those of which an issue says that they are unknown for every unit. */
export interface JudgeableConditions {
  readonly broken: ReadonlySet<Condition>;
  /** The broken ones, and those about a ballot that nobody has cast and nothing else means. */
  readonly told: ReadonlySet<Condition>;
}

/** "90 điểm" where a number is asked: the number that was meant. A share of votes must also say of whom. */
function numberFix({ field, value: { written } }: Condition, place: Place): IssueDetails {
  const meant = field.kind === 'ballot' ? null : numberInText(written);
  return meant === null ? {} : { expected: meant, fix: { place, value: Number(meant) } };
}

/** Whether an award, an election, a tie key or another condition means the ballot too: then it may be cast yet. */
function isMeantElsewhere(ballot: BallotId, { id }: Condition, { awards, conditions, settings }: Book): boolean {
  const asks = (field: Field): boolean => field.kind === 'ballot' && field.ballot === ballot;
  return (
    awards.some((award) => award.id === ballot) ||
    electedPost(ballot) !== null ||
    settings.tieKeys.some(({ field }) => asks(field)) ||
    conditions.some((other) => other.id !== id && asks(other.field))
  );
}

/** Reports every condition that cannot be judged, and every ballot that one condition asks about, nothing else means and nobody cast. */
export function findBrokenConditions(rules: ConditionRules, report: Report): JudgeableConditions {
  const { book, ballots } = rules;
  const broken = new Set<Condition>();
  const uncast = new Set<Condition>();
  const ids = new Set<string>();
  const saidRows = new Set(
    book.findings.flatMap(({ code, place }) =>
      code === 'condition-invalid' && place !== null ? [`${place.sheet}|${String(place.row)}`] : [],
    ),
  );
  for (const condition of book.conditions) {
    if (ids.has(condition.id)) report('code-duplicate', condition.place, { received: condition.id });
    ids.add(condition.id);
    const spot = conditionProblem(condition, rules);
    if (spot !== null) {
      broken.add(condition);
      const { sheet, row } = condition.place;
      const received = spot === 'field' ? condition.fieldWritten : spot === 'value' ? condition.value.written : null;
      if (!saidRows.has(`${sheet}|${String(row)}`)) {
        const place = condition.places[spot] ?? condition.place;
        const allowed = allowedAt(spot, condition, book, SANCTION_FIELDS[condition.effect.kind]);
        report('condition-invalid', place, {
          received,
          basis: condition.basis,
          params: { condition: condition.id, part: spot, ...(allowed === null ? {} : { allowed }) },
          ...(spot === 'value' ? numberFix(condition, place) : {}),
        });
      }
    } else if (
      condition.field.kind === 'ballot' &&
      !ballots.has(condition.field.ballot) &&
      !isMeantElsewhere(condition.field.ballot, condition, book)
    ) {
      uncast.add(condition);
      report('ballot-missing', condition.places.field ?? condition.place, {
        received: condition.field.ballot,
        params: { condition: condition.id, ballot: condition.field.ballot },
      });
    }
  }
  return { broken, told: new Set([...broken, ...uncast]) };
}
