/**
 * How things stand, by filling in every value: each full book is judged by `evaluate`, each open tie decided in
 * every way. Nothing of the bounds is used here.
 */
import { evaluate, type Book, type Decision, type Entry, type Evaluation } from '../../../src/rules';
import { at, entry, type CellInput } from '../books';

/** An open input and everything it could turn out to be. */
export type Hole = { readonly unit: string; readonly values: readonly CellInput[] } & (
  | { readonly kind: 'score'; readonly criterion: string }
  | { readonly kind: 'attribute'; readonly header: string }
  | { readonly kind: 'favour'; readonly ballot: string }
);

export interface Seen {
  readonly total: { low: number; high: number } | null;
  /** Every grade it had; `open`: one that hangs on a decision or a fact. */
  readonly grades: Set<string | null>;
  readonly rank: { best: number; worst: number; provisional: Set<number> } | null;
}

export interface AwardSeen {
  /** Units that have it in some end, and those that lack it in some. */
  readonly with: Set<string>;
  readonly without: Set<string>;
  /** Every different end: status and holders. */
  readonly ends: Set<string>;
  /** By unit, then by its total: whether it has it in some end, and whether it lacks it in some. */
  readonly byTotal: Map<string, Map<number, { with: boolean; without: boolean }>>;
}

export interface Enumeration {
  readonly units: ReadonlyMap<string, Seen>;
  readonly awards: ReadonlyMap<string, AwardSeen>;
  readonly completions: number;
}

/** The book with one hole filled in. */
export function filled(book: Book, hole: Hole, value: CellInput): Book {
  if (hole.kind === 'attribute') {
    return {
      ...book,
      units: book.units.map((unit) =>
        unit.id !== hole.unit
          ? unit
          : { ...unit, attributes: new Map([...unit.attributes, [hole.header, entry(value, at('Đơn vị', 1, 2))]]) },
      ),
    };
  }
  if (hole.kind === 'favour') {
    return {
      ...book,
      ballots: book.ballots.map((row) =>
        row.unit === hole.unit && row.ballot === hole.ballot ? { ...row, favour: entry(value, row.favour.place) } : row,
      ),
    };
  }
  return {
    ...book,
    scores: book.scores.map((column) => {
      if (column.unit !== hole.unit) return column;
      const place = column.entries.get(hole.criterion)?.place ?? at('Chấm điểm', 1, 1);
      return { ...column, entries: new Map<string, Entry>([...column.entries, [hole.criterion, entry(value, place)]]) };
    }),
  };
}

function* completionsOf(book: Book, holes: readonly Hole[], from = 0): Generator<Book> {
  const hole = holes[from];
  if (hole === undefined) {
    yield book;
    return;
  }
  for (const value of hole.values) yield* completionsOf(filled(book, hole, value), holes, from + 1);
}

function choices<T>(all: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return all.flatMap((one, index) => choices(all.slice(index + 1), count - 1).map((rest) => [one, ...rest]));
}

function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.length === 0
    ? [[]]
    : all.flatMap((one, index) => orders(all.filter((_, at) => at !== index)).map((rest) => [one, ...rest]));
}

function decided(book: Book, scope: Decision['scope'], units: readonly string[]): Book {
  const place = at('Quyết định', 90 + book.decisions.length);
  const own: Decision = { kind: 'tie', scope, units, reason: 'thử', by: 'Hội nghị', on: '2025-12-20', place };
  return { ...book, decisions: [...book.decisions, own] };
}

/**
 * Every end of one full book: open ties of awards decided in each way, from the highest award down. Where a
 * tie leaves a grade open that an award asks for, the meeting decides the rank.
 */
function* endsOf(book: Book, judged: Evaluation = evaluate(book)): Generator<Evaluation> {
  const tie = judged.awards.find(({ status }) => status === 'pending:tie');
  if (tie === undefined) {
    const [open] = judged.awards.some(({ status }) => status.startsWith('pending')) ? judged.ties : [];
    if (open === undefined) yield judged;
    else for (const order of orders(open)) yield* endsOf(decided(book, { kind: 'rank' }, order));
    return;
  }
  const open = Math.max(0, (tie.places ?? 0) - tie.units.length);
  for (const chosen of choices(tie.tied, open)) {
    const order = [...chosen, ...tie.tied.filter((unit) => !chosen.includes(unit))];
    yield* endsOf(decided(book, { kind: 'award', award: tie.id }, order));
  }
}

function grantsWithoutTotal(book: Book): readonly Decision[] {
  const lacking = new Set(evaluate(book).units.flatMap(({ id, total }) => (total === null ? [id] : [])));
  return book.decisions.filter(({ kind, units }) => kind === 'grant' && units.some((unit) => lacking.has(unit)));
}

function withoutDecisions(book: Book, left: readonly Decision[]): Book {
  return { ...book, decisions: book.decisions.filter((decision) => !left.includes(decision)) };
}

export function enumerate(book: Book, holes: readonly Hole[]): Enumeration {
  const units = new Map<string, { total: Seen['total']; rank: Seen['rank']; grades: Seen['grades'] }>(
    book.units.map(({ id }) => [id, { total: null, rank: null, grades: new Set() }]),
  );
  const awards = new Map<string, AwardSeen>(
    book.awards.map(({ id }) => [id, { with: new Set(), without: new Set(), ends: new Set(), byTotal: new Map() }]),
  );
  const stale = grantsWithoutTotal(book);
  let completions = 0;
  for (const full of completionsOf(book, holes)) {
    const plain = evaluate(full);
    // Everything not applicable is no total, and so no completion.
    if (plain.units.some(({ notRanked }) => notRanked === 'na-all')) continue;
    completions += 1;
    for (const { id, total, rank, tiedWith, grade, gradeProvisional } of plain.units) {
      const seen = units.get(id);
      if (seen === undefined) continue;
      if (rank !== null) seen.grades.add(gradeProvisional ? 'open' : grade);
      if (total !== null) {
        const value = Number(total);
        seen.total = {
          low: Math.min(value, seen.total?.low ?? value),
          high: Math.max(value, seen.total?.high ?? value),
        };
      }
      if (rank === null) continue;
      const worst = rank + tiedWith.length;
      seen.rank = {
        best: Math.min(rank, seen.rank?.best ?? rank),
        worst: Math.max(worst, seen.rank?.worst ?? worst),
        provisional: (seen.rank?.provisional ?? new Set()).add(rank),
      };
    }
    for (const end of endsOf(full, plain)) {
      for (const { id, status, units: holders } of end.awards) {
        const seen = awards.get(id);
        seen?.ends.add(`${status} ${[...holders].sort().join()}`);
        for (const unit of book.units) (holders.includes(unit.id) ? seen?.with : seen?.without)?.add(unit.id);
        for (const { id: unit, total } of plain.units) {
          if (seen === undefined || total === null) continue;
          const totals = seen.byTotal.get(unit) ?? new Map<number, { with: boolean; without: boolean }>();
          const before = totals.get(Number(total)) ?? { with: false, without: false };
          const has = holders.includes(unit);
          totals.set(Number(total), { with: before.with || has, without: before.without || !has });
          seen.byTotal.set(unit, totals);
        }
      }
    }
    // A grant to a unit without total is not applied as the book stands (rules.md section 11.11).
    for (const { awards: ungranted } of stale.length === 0 ? [] : endsOf(withoutDecisions(full, stale)))
      for (const { id, status, units: holders } of ungranted)
        awards.get(id)?.ends.add(`${status} ${[...holders].sort().join()}`);
    for (const { id, status, tied, units: holders } of plain.awards) {
      if (status === 'pending:tie')
        awards.get(id)?.ends.add(`tie ${[...holders].sort().join()} ${[...tied].sort().join()}`);
    }
  }
  return { units, awards, completions };
}
