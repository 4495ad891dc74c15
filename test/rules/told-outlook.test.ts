/** How things stand, read again from what it says itself: who competes, for how many places, against whom, and which cells are asked for. */
import { evaluate, type Book, type Outlook, type ReasonCode, type UnitId } from '../../src/rules';
import { sample } from './enumeration/blocs';
import { filled, type Hole } from './enumeration/enumerate';
import { keep } from './mutation/keep';

type ScoreHole = Extract<Hole, { kind: 'score' }>;

/** The missing cells of main criteria: those of sections have a code with a point. */
const mainHoles = (holes: readonly Hole[]): readonly ScoreHole[] =>
  holes.filter((hole): hole is ScoreHole => hole.kind === 'score' && hole.criterion.includes('.'));

const bound = (text: string | null, open: number): number => (text === null ? open : Number(text));

interface Totals {
  readonly low: number;
  readonly high: number;
}

const totalsOf = ({ units }: Outlook): ReadonlyMap<UnitId, Totals> =>
  new Map(units.map(({ id, total: [low, high] }) => [id, { low: bound(low, -Infinity), high: bound(high, Infinity) }]));

/** The units by the best rank they may have, those of one rank as they stand in the book. */
function byBestRank({ units }: Outlook, ids: readonly UnitId[]): readonly UnitId[] {
  const best = new Map(units.map(({ id, rank }, index) => [id, [rank?.[0] ?? Infinity, index] as const]));
  const at = (id: UnitId, part: 0 | 1): number => best.get(id)?.[part] ?? Infinity;
  return [...ids].sort((a, b) => at(a, 0) - at(b, 0) || at(a, 1) - at(b, 1));
}

/** Reasons that stand whatever comes. */
const FINAL: ReadonlySet<ReasonCode> = new Set([
  'barred',
  'condition-failed',
  'denied',
  'holds-other',
  'outranked',
] as const);

/** Reasons that say that something is open, or that the unit has the award. */
const OPEN: ReadonlySet<ReasonCode> = new Set(['condition-unknown', 'upstream', 'tied', 'granted'] as const);

function expectRead(book: Book, holes: readonly Hole[]): void {
  const { outlook, awards } = evaluate(book);
  const [missing, totals] = [mainHoles(holes), totalsOf(outlook)];
  for (const { id, empty, open } of outlook.units) {
    const own = missing.filter(({ unit }) => unit === id).map(({ criterion }) => criterion);
    const codes = book.criteria.map(({ code }) => code).filter((code) => own.includes(code));
    expect({ id, empty, open }).toEqual({ id, empty: codes.length, open: codes });
  }
  outlook.awards.forEach((told, number) => {
    const competing = byBestRank(
      outlook,
      told.possible.map(({ unit }) => unit),
    );
    expect(told.competing).toEqual(competing);
    expect(told.possible.map(({ unit }) => unit)).toEqual(competing);
    expect(told.settled).toBe(told.certain.length);
    expect([...told.certain, ...told.out.map(({ unit }) => unit), ...competing].sort()).toEqual(
      book.units.map(({ id }) => id).sort(),
    );
    const places = awards[number]?.places ?? null;
    if (places !== null) expect(told.open).toBe(competing.length === 0 ? 0 : Math.max(0, places - told.settled));
    expect(told.waits.map(({ unit, criterion }) => `${unit} ${criterion}`).sort()).toEqual(
      missing.flatMap(({ unit, criterion }) => (competing.includes(unit) ? [`${unit} ${criterion}`] : [])).sort(),
    );
    for (const { unit, code } of told.out) {
      const reason = awards[number]?.why.get(unit)?.[0]?.code;
      if (reason !== undefined && FINAL.has(reason)) expect({ unit, code }).toEqual({ unit, code: reason });
      else expect(OPEN.has(code)).toBe(false);
    }
    for (const { unit, criterion, place } of told.waits)
      expect(book.scores.find((column) => column.unit === unit)?.entries.get(criterion)?.place).toEqual(place);
    for (const { unit, needs, rivals } of told.possible) {
      const own = totals.get(unit)?.low ?? 0;
      const before = competing.filter((other) => {
        const { low, high } = totals.get(other) ?? { low: 0, high: 0 };
        return other !== unit && high >= own && low <= own + Number(needs) + 1e-9;
      });
      expect({ unit, rivals }).toEqual({ unit, rivals: needs === null ? [] : before });
    }
  });
}

/** Blocs of up to 100 completions in which something of what is told stands beside something else. */
const CHOSEN = [
  28, 52, 59, 60, 69, 76, 80, 88, 112, 113, 137, 138, 149, 160, 163, 168, 173, 183, 188, 197, 203, 204, 233, 243, 255,
  280, 302, 303, 304, 314, 330, 331, 340, 343, 344, 349, 360, 366, 390, 393,
];

test.each(CHOSEN)('bloc %d', (seed) => {
  const { book, holes } = sample(seed, 100);
  expectRead(book, holes);
});

/** For how many units an award is still open once a hole is filled: the mean over its values. */
function leftOpenBy(book: Book, hole: Hole, award: number): number {
  const open = hole.values.map(
    (value) => evaluate(filled(book, hole, value)).outlook.awards[award]?.possible.length ?? 0,
  );
  return open.reduce((sum, units) => sum + units, 0) / open.length;
}

/** Blocs that lack one cell of several units and nothing else, in which the cells settle more or less. */
const WAITING = [
  10, 15, 45, 62, 84, 86, 90, 103, 136, 137, 138, 225, 226, 228, 235, 247, 263, 308, 345, 391, 408, 438, 451, 518, 550,
  560, 591,
];

const settling = keep('what each cell settles', () =>
  WAITING.map((seed) => {
    const { book, holes } = sample(seed, 100);
    const left = book.awards.map(
      (_, award) =>
        new Map(mainHoles(holes).map((hole) => [`${hole.unit} ${hole.criterion}`, leftOpenBy(book, hole, award)])),
    );
    return { book, left };
  }),
);

test.each(WAITING.map((seed, number) => [seed, number]))(
  'the cells of bloc %d that settle most stand first',
  (_, number) => {
    const { book, left } = settling()[number] as ReturnType<typeof settling>[number];
    const told = evaluate(book).outlook.awards.map(({ waits }, award) =>
      waits.map(({ unit, criterion }) => left[award]?.get(`${unit} ${criterion}`) ?? NaN),
    );
    expect(told).toEqual(told.map((each) => [...each].sort((a, b) => a - b)));
    expect(told.some((each) => new Set(each).size > 1)).toBe(true);
  },
);
