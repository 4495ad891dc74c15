/**
 * How fast a bloc is judged: 24 × 80, 40 × 200 and 1,000 × 100 score cells with awards, conditions,
 * ties and all reasons, beside a plain double-precision sum, sort and slice of the same scores; and how much
 * longer it takes to say how things stand while a part of the scores is missing.
 */
import { median, type BenchReport } from './report';
import {
  emptyBook,
  evaluate,
  type Book,
  type Criterion,
  type Entry,
  type ScoreColumn,
  type Unit,
} from '../src/rules/index';

/** A small generator of the same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });

function criteriaOf(count: number): Criterion[] {
  const leaf = (
    code: string,
    parent: string | null,
    row: number,
    way: Criterion['way'],
    max: string | null,
    counts: Criterion['counts'] = null,
  ): Criterion => ({
    code,
    name: `Tiêu chí ${code}`,
    parent,
    max,
    counts,
    way,
    step: null,
    allowsNa: false,
    evidenceRequired: false,
    basis: null,
    place: at('Tiêu chí', row, 0),
    places: {},
  });
  const sections = Math.ceil(count / 20);
  const criteria: Criterion[] = [];
  for (let section = 1; section <= sections; section += 1) {
    criteria.push(leaf(String(section), null, criteria.length, { kind: 'group', highestOnly: false }, null));
    for (let own = 1; own <= Math.min(20, count - (section - 1) * 20); own += 1)
      criteria.push(
        leaf(`${String(section)}.${String(own)}`, String(section), criteria.length, { kind: 'points' }, '10'),
      );
  }
  return criteria;
}

/** An invented bloc with scores at steps of 0.1, three awards, conditions, bands and a tie key. */
export function blocOf(unitCount: number, leafCount: number): Book {
  const next = numbers(unitCount * 1000 + leafCount);
  const criteria = criteriaOf(leafCount);
  const leaves = criteria.filter(({ way }) => way.kind === 'points');
  const units = Array.from({ length: unitCount }, (_, row): Unit => ({
    id: `u${String(row)}`,
    name: `Đơn vị ${String(row)}`,
    notRanked: null,
    note: '',
    place: at('Đơn vị', row + 1, 0),
    attributes: new Map<string, Entry>([
      ['Kỷ luật', { kind: 'yesno', value: next() < 0.1, place: at('Đơn vị', row + 1, 2) }],
    ]),
  }));
  const scores = units.map((unit, column): ScoreColumn => ({
    unit: unit.id,
    level: 'bloc',
    stated: new Map(),
    entries: new Map(
      leaves.map(({ code }, row) => [
        code,
        {
          kind: 'number',
          value: String(Math.round(60 + next() * 40) / 10),
          place: at('Chấm điểm', row + 2, column + 3),
        },
      ]),
    ),
  }));
  const threshold = (written: string, yesno: boolean | null = null) => ({
    written,
    items: [written],
    number: yesno === null ? written : null,
    yesno,
    day: null,
    share: null,
  });
  const award = (id: string, places: number, row: number): Book['awards'][number] => ({
    id,
    name: id,
    quota: { kind: 'number', places: String(places) },
    rounding: 'floor',
    minPlaces: null,
    maxPlaces: null,
    cutoff: 'decide',
    unusedPlaces: null,
    basis: null,
    place: at('Khen thưởng', row, 0),
    places: {},
  });
  return {
    ...emptyBook(),
    info: { ...emptyBook().info, year: '2025' },
    settings: {
      scale: String(leafCount * 10),
      rankingLevel: 'bloc',
      notApplicable: 'forbid',
      totalDecimals: 2,
      sectionDecimals: null,
      criterionDecimals: null,
      bonusCap: null,
      deductionCap: null,
      totalMin: null,
      totalMax: null,
      tieKeys: [{ field: { kind: 'section', code: '1' }, first: 'higher', written: 'nhóm 1' }],
      oneAwardPerUnit: true,
      unusedPlaces: 'lost',
      evidenceRequired: false,
      remarkRequired: false,
      sources: {},
    },
    criteria,
    units,
    scores,
    data: [],
    awards: [award('CP', 1, 1), award('UB', Math.ceil(unitCount / 8), 2), award('BK', Math.ceil(unitCount / 2), 3)],
    conditions: [
      {
        id: 'k1',
        scope: { kind: 'all' },
        field: { kind: 'attribute', header: 'Kỷ luật' },
        fieldWritten: 'Kỷ luật',
        op: '=',
        value: threshold('không', false),
        orGroup: null,
        effect: { kind: 'require' },
        basis: null,
        place: at('Điều kiện', 1, 0),
        places: {},
      },
      {
        id: 'k2',
        scope: { kind: 'all' },
        field: { kind: 'total' },
        fieldWritten: 'tổng điểm',
        op: '>=',
        value: threshold(String(leafCount * 7)),
        orGroup: null,
        effect: { kind: 'require' },
        basis: null,
        place: at('Điều kiện', 2, 0),
        places: {},
      },
      {
        id: 'k3',
        scope: { kind: 'all' },
        field: { kind: 'sectionPercent', code: '1' },
        fieldWritten: 'tỷ lệ nhóm 1',
        op: '>=',
        value: threshold('60'),
        orGroup: null,
        effect: { kind: 'require' },
        basis: null,
        place: at('Điều kiện', 3, 0),
        places: {},
      },
    ],
    bands: [
      {
        name: 'Tốt',
        from: String(leafCount * 8),
        limit: { kind: 'percent', percent: '25', of: 'units' },
        rounding: 'floor',
        cutoff: 'includeAll',
        place: at('Xếp loại', 1, 0),
        places: {},
      },
      {
        name: 'Khá',
        from: null,
        limit: null,
        rounding: 'floor',
        cutoff: 'decide',
        place: at('Xếp loại', 2, 0),
        places: {},
      },
    ],
    ballots: [],
    decisions: [],
    findings: [],
    doubts: [],
    sheetOrder: ['Tiêu chí', 'Đơn vị', 'Chấm điểm', 'Khen thưởng', 'Điều kiện'],
  };
}

/** The same bloc with a share of its scores not entered yet. */
function without(book: Book, share: number): Book {
  const next = numbers(7);
  return {
    ...book,
    scores: book.scores.map((column) => ({
      ...column,
      entries: new Map(
        [...column.entries].map(([code, entry]) => [
          code,
          next() < share ? { kind: 'blank' as const, place: entry.place } : entry,
        ]),
      ),
    })),
  };
}

/** What a spreadsheet would do: doubles, a sort, a cut. No rule, no reason, no exactness. */
function plainRanking(table: readonly (readonly number[])[]): number[] {
  return table
    .map((scores, unit) => ({ unit, total: scores.reduce((sum, score) => sum + score, 0) }))
    .sort((a, b) => b.total - a.total)
    .slice(0, Math.ceil(table.length / 2))
    .map(({ unit }) => unit);
}

/** The median time of one run in milliseconds, after warm-up. */
function timeOf(run: () => unknown, rounds: number): number {
  for (let warm = 0; warm < rounds / 2; warm += 1) run();
  return median(
    Array.from({ length: rounds }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

/** CPU milliseconds of one run: what else the machine does counts less than in the time on the clock. */
function cpuOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times as much CPU each of several books takes as the full one, with how things stand: all take turns, medians of the ratios. */
function ratiosTo(full: Book, others: readonly Book[], rounds: number): number[] {
  const all = Array.from({ length: rounds + Math.ceil(rounds / 2) }, () => {
    const own = cpuOf(() => evaluate(full).outlook);
    return others.map((book) => cpuOf(() => evaluate(book).outlook) / own);
  }).slice(Math.ceil(rounds / 2));
  return others.map((_, at) => median(all.map((ratios) => ratios[at] ?? NaN)));
}

const SHARES = [0.01, 0.1, 0.5, 0.9] as const;
const SIZES: readonly (readonly [number, number, number])[] = [
  [24, 80, 400],
  [40, 200, 80],
  [1000, 100, 9],
];
const shown = (value: number, digits: number): number => Number(value.toFixed(digits));

export async function bench(): Promise<BenchReport> {
  const measured = SIZES.map(([units, leaves, rounds]) => {
    const book = blocOf(units, leaves);
    const table = book.scores.map(({ entries }) =>
      [...entries.values()].map((entry) => (entry.kind === 'number' ? Number(entry.value) : 0)),
    );
    const own = timeOf(() => evaluate(book), rounds);
    const floor = timeOf(() => plainRanking(table), rounds);
    const missing = ratiosTo(
      book,
      SHARES.map((share) => without(book, share)),
      Math.max(7, rounds / 5),
    );
    return { units, leaves, own, floor, missing, perCell: (own * 1000) / (units * leaves) };
  });
  const perCell = measured.map((row) => row.perCell);
  const spread = Math.max(...perCell) / Math.min(...perCell);
  return {
    name: 'rules',
    rows: measured.map(({ units, leaves, own, floor, missing, perCell: each }) => ({
      'units × criteria': `${String(units)} × ${String(leaves)}`,
      'evaluate with all reasons, ms': shown(own, 2),
      'per score cell, µs': shown(each, 2),
      'double sum-sort-slice, ms': shown(floor, 4),
      ratio: shown(own / floor, 0),
      ...Object.fromEntries(
        SHARES.map((share, at) => [`${String(share * 100)} % missing, × full`, shown(missing[at] ?? NaN, 2)]),
      ),
    })),
    notes: [
      `time per score cell, slowest size over fastest: ${spread.toFixed(2)} (flat is 1; the bound is 2)`,
      `scores missing: median of the CPU time over that of the full book, in turns; slowest ${Math.max(...measured.flatMap(({ missing }) => missing)).toFixed(2)} (the bound is 4)`,
      'the floor adds doubles, sorts and cuts: it checks nothing, is not exact, and gives no reason',
    ],
  };
}
