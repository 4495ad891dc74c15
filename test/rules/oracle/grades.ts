/** Grades: bands with conditions and limits, then sanctions; every grade a unit may have (sections 2 and 11.7). */
import type { Band, Book, Condition } from '../../../src/rules';
import { compare, number } from './fraction';
import { choices, fill, placesOf } from './fill';
import { allHold, judge, type Facts, type Truth } from './truth';

export type Grade = string | null;
type Assignment = ReadonlyMap<string, Grade>;

const LIMIT = 400;

/** Raised when a case has more open questions than brute force can bear. */
export class TooMany extends Error {}

/** For each ranked unit the set of grades that open questions leave it. `facts` carry no grade yet. */
export function gradesOf(
  book: Book,
  ranked: readonly Facts[],
  groups: readonly (readonly string[])[],
): ReadonlyMap<string, readonly Grade[]> {
  const factsOf = new Map(ranked.map((one) => [one.unit.id, one]));
  const possible = new Map<string, Set<Grade>>(ranked.map((one) => [one.unit.id, new Set<Grade>()]));
  let worlds: { readonly rest: readonly (readonly string[])[]; readonly given: Assignment }[] = [
    { rest: groups, given: new Map() },
  ];
  for (const band of book.bands) {
    worlds = worlds.flatMap(({ rest, given }) =>
      bandOutcomes(book, band, rest, factsOf).map((taken) => ({
        rest: rest.map((group) => group.filter((unit) => !taken.includes(unit))).filter((group) => group.length > 0),
        given: new Map([...given, ...taken.map((unit) => [unit, band.name] as const)]),
      })),
    );
    if (worlds.length > LIMIT) throw new TooMany();
  }
  for (const facts of ranked) {
    const open = sanctioned(book, facts);
    for (const { given } of worlds)
      open.forEach((change) => possible.get(facts.unit.id)?.add(change(given.get(facts.unit.id) ?? null)));
  }
  return new Map([...possible].map(([unit, grades]) => [unit, [...grades]]));
}

/** Every set of units that may end in this band. */
function bandOutcomes(
  book: Book,
  band: Band,
  rest: readonly (readonly string[])[],
  factsOf: ReadonlyMap<string, Facts>,
): readonly (readonly string[])[] {
  const rows = book.conditions.filter(
    (row) => row.scope.kind === 'grade' && row.scope.grade === band.name && row.effect.kind === 'require',
  );
  const meets = (unit: string): Truth => {
    const facts = factsOf.get(unit);
    const total = facts?.score.total ?? null;
    if (!facts || total === null) return 'no';
    if (band.from !== null && compare(total, number(band.from)) < 0) return 'no';
    return allHold(rows, (row) => judge(book, facts, row));
  };
  const units = rest.flat();
  const doubtful = units.filter((unit) => meets(unit) === 'unknown');
  if (2 ** doubtful.length > LIMIT) throw new TooMany();
  return subsets(doubtful).flatMap((also) => {
    const candidates = rest
      .map((group) => group.filter((unit) => also.includes(unit) || meets(unit) === 'yes'))
      .filter((group) => group.length > 0);
    if (band.limit === null) return [candidates.flat()];
    const places = placesOf(band.limit, band.rounding, null, null, {
      units: book.units.length,
      ranked: factsOf.size,
      eligible: candidates.flat().length,
    });
    const filled = fill(candidates, places ?? 0, band.cutoff);
    return choices(filled.tied, filled.open).map((lucky) => [...filled.taken, ...lucky]);
  });
}

export const subsets = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  all.reduce<readonly (readonly T[])[]>((found, one) => [...found, ...found.map((set) => [...set, one])], [[]]);

/** What the sanctions on grades make of a grade: one function per answer to the open ones. Lower first, then cap. */
function sanctioned(book: Book, facts: Facts): readonly ((grade: Grade) => Grade)[] {
  const names = book.bands.map((band) => band.name);
  const rows = book.conditions.filter((row) => row.effect.kind === 'lowerGrade' || row.effect.kind === 'capGrade');
  const sorted = [
    ...rows.filter((row) => row.effect.kind === 'lowerGrade'),
    ...rows.filter((row) => row.effect.kind === 'capGrade'),
  ];
  return sorted.reduce<readonly ((grade: Grade) => Grade)[]>(
    (changes, row) => {
      const answer = runsInCircle(row) ? 'unknown' : judge(book, facts, row);
      const apply = changes.map((change) => (grade: Grade) => applySanction(names, row, change(grade)));
      return answer === 'yes' ? apply : answer === 'no' ? changes : [...changes, ...apply];
    },
    [(grade) => grade],
  );
}

function applySanction(names: readonly string[], row: Condition, grade: Grade): Grade {
  const at = grade === null ? -1 : names.indexOf(grade);
  if (at < 0) return grade;
  if (row.effect.kind === 'lowerGrade') return names[Math.min(at + 1, names.length - 1)] ?? grade;
  if (row.effect.kind !== 'capGrade') return grade;
  const cap = names.indexOf(row.effect.grade);
  return cap < 0 ? grade : (names[Math.max(at, cap)] ?? grade);
}

/** Fields a sanction may look at (sections 2 and 11.8). */
export function runsInCircle(row: Condition): boolean {
  const onPoints = ['attribute', 'ballot', 'criterion', 'invalid'];
  switch (row.effect.kind) {
    case 'zeroCriterion':
      return !onPoints.includes(row.field.kind);
    case 'lowerGrade':
    case 'capGrade':
      return ![...onPoints, 'total'].includes(row.field.kind);
    case 'noRank':
      return row.field.kind === 'rank' || row.field.kind === 'grade';
    default:
      return false;
  }
}
