/**
 * Books of 24 × 80 in which 1 to 6 cells near a border are blank: what intervals leave open is followed case
 * by case, which costs more than many holes do. Everything that makes a case dear occurs: ladders, yes or no,
 * steps, not applicable, ranks and grades asked for, places passed down.
 */
import { blocOf } from './bloc';
import type { Book, Condition, Criterion, Entry } from '../src/rules/index';

/** Small, seeded, the same everywhere (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const asking = (
  of: Condition,
  id: string,
  field: Condition['field'],
  written: string,
  op: Condition['op'],
): Condition => ({
  ...of,
  id,
  field,
  fieldWritten: field.kind,
  op,
  value: {
    written,
    items: [written],
    number: field.kind === 'rank' ? written : null,
    yesno: null,
    day: null,
    share: null,
  },
});

/** One of the books, and the same one without holes. */
export function fewHoles(seed: number, units = 24, leaves = 80): { readonly full: Book; readonly holes: Book } {
  const next = random(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const plain = blocOf(units, leaves);
  const ways: readonly Partial<Criterion>[] = [
    { way: { kind: 'ladder', rungs: ['0', '4', '7', '9', '10'] } },
    { way: { kind: 'yesno' } },
    { step: '0.5' },
    { allowsNa: true },
    {},
  ];
  const kind = below(ways.length + 1);
  const criteria = plain.criteria.map((criterion): Criterion =>
    criterion.way.kind === 'group' ? criterion : { ...criterion, ...ways[kind === ways.length ? below(kind) : kind] },
  );
  const wayOf = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  /** The score as its leaf allows it. */
  const fit = (code: string, entry: Entry): Entry => {
    const { way, step } = wayOf.get(code) ?? { way: { kind: 'points' as const }, step: null };
    if (entry.kind !== 'number') return entry;
    const value = Number(entry.value);
    if (way.kind === 'ladder') return { ...entry, value: value < 7 ? '7' : value < 9 ? '9' : '10' };
    if (way.kind === 'yesno') return { ...entry, value: value < 6.4 ? '0' : '10' };
    return step === null ? entry : { ...entry, value: String(Math.round(value * 2) / 2) };
  };
  const scores = plain.scores.map((column) => ({
    ...column,
    entries: new Map([...column.entries].map(([code, entry]) => [code, fit(code, entry)])),
  }));
  const [first] = plain.conditions;
  const conditions = [...plain.conditions];
  if (first !== undefined && next() < 0.6)
    conditions.push(
      asking(
        { ...first, scope: { kind: 'awards', awards: [next() < 0.5 ? 'UB' : 'BK'] } },
        'k4',
        { kind: 'rank' },
        String(2 + below(units / 2)),
        '<=',
      ),
    );
  if (first !== undefined && next() < 0.3)
    conditions.push(
      asking({ ...first, scope: { kind: 'awards', awards: ['UB'] } }, 'k5', { kind: 'grade' }, 'Tốt', '='),
    );
  const full: Book = {
    ...plain,
    criteria,
    scores,
    conditions,
    settings: {
      ...plain.settings,
      notApplicable: next() < 0.5 ? 'section' : 'total',
      unusedPlaces: next() < 0.3 ? 'passDown' : 'lost',
      tieKeys: next() < 0.5 ? plain.settings.tieKeys : [],
    },
  };
  // Units that stand beside each other at the border of an award.
  const sum = ({ entries }: (typeof scores)[number]): number =>
    [...entries.values()].reduce((all, entry) => all + (entry.kind === 'number' ? Number(entry.value) : 0), 0);
  const byRank = [...scores].sort((a, b) => sum(b) - sum(a)).map(({ unit }) => unit);
  const border = [1, 4, 16][below(3)] ?? 1;
  const from = Math.max(0, border - 2 + below(3));
  const near = byRank.slice(from, from + (next() < 0.5 ? 1 : 1 + below(4)));
  const codes = [...wayOf].flatMap(([code, { way }]) => (way.kind === 'group' ? [] : [code]));
  const blank = new Set<string>();
  const wanted = 1 + below(6);
  while (blank.size < wanted) blank.add(`${near[below(near.length)] ?? ''} ${codes[below(codes.length)] ?? ''}`);
  const holes: Book = {
    ...full,
    scores: scores.map((column) => ({
      ...column,
      entries: new Map(
        [...column.entries].map(([code, entry]) => [
          code,
          blank.has(`${column.unit} ${code}`) ? { kind: 'blank' as const, place: entry.place } : entry,
        ]),
      ),
    })),
  };
  return { full, holes };
}
