/** Random small books, and decisions aimed at what the oracle finds tied. */
import * as fc from 'fast-check';
import type {
  Book,
  CountsToward,
  Criterion,
  DataRow,
  Decision,
  Entry,
  ScoreColumn,
  Unit,
  Way,
} from '../../../src/rules';
import { emptyBook } from '../../../src/rules';
import { at, blank, date, figure, place, text } from './cells-for-books';
import type { Features } from './features';
import { outcomeOf } from './oracle';
import { cellPlan, groupPlan, restartRows, rowsOf, typedEntry, type CellPlan } from './random-criteria';
import {
  awardOf,
  awardPlan,
  BALLOTS,
  ballotOf,
  ballotPlan,
  bandPlan,
  bandsOf,
  codesOf,
  conditionOf,
  conditionPlan,
  HEADERS,
  settingsOf,
  settingsPlan,
} from './random-rules';
import { leavesOf, treeOf } from './scoring';

const unitPlan = (features: Features) =>
  fc.record({
    cells: fc.array(cellPlan(features), { minLength: 8, maxLength: 8 }),
    years: fc.nat(8),
    discipline: fc.nat(12),
    day: fc.nat(8),
    word: fc.nat(8),
    notRanked: fc.nat(20),
  });

const decisionPlan = fc.record({
  what: fc.nat(9),
  unit: fc.nat(5),
  award: fc.nat(2),
  flaw: fc.nat(9),
  turn: fc.boolean(),
});

const bookPlan = (features: Features) =>
  fc.record({
    sections: fc.array(groupPlan(features, 2), { minLength: 1, maxLength: 2 }),
    bonus: fc.option(groupPlan({ ...features, relative: false }, 2)),
    deduction: fc.option(groupPlan({ ...features, relative: false }, 1)),
    unlimited: fc.constantFrom(false, false, false, true),
    units: fc.array(unitPlan(features), { minLength: 1, maxLength: 6 }),
    settings: settingsPlan(features),
    awards: fc.array(awardPlan, { maxLength: 3 }),
    bands: fc.array(bandPlan, { maxLength: features.grades ? 3 : 0 }),
    conditions: fc.array(conditionPlan, { maxLength: 4 }),
    ballots: fc.array(ballotPlan, { minLength: 12, maxLength: 12 }),
    decisions: fc.array(decisionPlan, { maxLength: features.decisions ? 2 : 0 }),
    doubt: features.doubts ? fc.nat(40) : fc.constant(0),
  });
type Plan = ReturnType<typeof bookPlan> extends fc.Arbitrary<infer P> ? P : never;

export const randomBook = (features: Features): fc.Arbitrary<Book> =>
  bookPlan(features).map((plan) => bookOf(plan, features));

function criteriaOf(plan: Plan): readonly Criterion[] {
  restartRows();
  return [
    ...plan.sections.flatMap((group, index) => rowsOf(at(['I', 'II'], index), 'main', group, false)),
    ...(plan.bonus ? rowsOf('T', 'bonus', plan.bonus, plan.unlimited) : []),
    ...(plan.deduction ? rowsOf('P', 'deduction', plan.deduction, plan.unlimited) : []),
  ];
}

function bookOf(plan: Plan, features: Features): Book {
  const criteria = criteriaOf(plan);
  const codes = codesOf(criteria);
  const bands = bandsOf(plan.bands);
  const awards = plan.awards.map(awardOf);
  const grades = bands.map((band) => band.name);
  const units = plan.units.map((unit, index) => unitOf(unit, index, features));
  const conditions = plan.conditions.map((one, index) =>
    conditionOf(
      one,
      index,
      codes,
      grades,
      awards.map((award) => award.id),
      features,
    ),
  );
  const book: Book = {
    ...emptyBook(),
    info: { ...emptyBook().info, name: 'Khối thử', year: '2024' },
    settings: settingsOf(plan.settings, codes, features.ballots),
    criteria,
    units,
    scores: [],
    data: [],
    awards,
    conditions,
    bands,
    ballots: features.ballots ? ballotsOf(plan, units) : [],
    decisions: [],
    findings: [],
    doubts: plan.doubt === 40 ? [{ code: 'setting-invalid', place: place('Quy tắc', 1, 1), touches: 'totals' }] : [],
    sheetOrder: [
      'Thông tin',
      'Quy tắc',
      'Tiêu chí',
      'Đơn vị',
      'Chấm điểm',
      'Số liệu',
      'Khen thưởng',
      'Điều kiện',
      'Xếp loại',
      'Bỏ phiếu',
      'Quyết định',
    ],
  };
  const filled = withScores(book, plan);
  return { ...filled, decisions: decisionsOf(filled, plan) };
}

function unitOf(plan: Plan['units'][number], index: number, features: Features): Unit {
  const here = (column: number) => place('Đơn vị', index + 1, column);
  const years: Entry =
    plan.years === 0
      ? blank(here(2))
      : plan.years === 8
        ? features.mixedAttributes
          ? text('lâu', here(2))
          : { kind: 'error', error: '#N/A', place: here(2) }
        : figure(at(['1', '2', '3'], plan.years), here(2));
  const discipline: Entry =
    plan.discipline === 0
      ? blank(here(3))
      : plan.discipline === 1
        ? text('chưa rõ', here(3))
        : { kind: 'yesno', value: plan.discipline > 10, place: here(3) };
  const day: Entry =
    plan.day === 0 ? blank(here(4)) : date(at(['2024-01-05', '2024-01-10', '2024-01-11'], plan.day), here(4));
  const word: Entry =
    plan.word === 0
      ? blank(here(5))
      : text(at(['HTXSNV', 'HTTNV', 'HTNV', 'Hoàn thành xuất sắc nhiệm vụ'], plan.word), here(5));
  return {
    id: at(['A', 'B', 'C', 'D', 'E', 'F'], index),
    name: `Đơn vị ${String(index + 1)}`,
    attributes: new Map([
      [HEADERS.number, years],
      [HEADERS.yesno, discipline],
      [HEADERS.day, day],
      [HEADERS.word, word],
    ]),
    notRanked: features.sanctions && plan.notRanked === 20 ? 'mới thành lập' : null,
    note: '',
    place: here(0),
  };
}

function ballotsOf(plan: Plan, units: readonly Unit[]): Book['ballots'] {
  return BALLOTS.flatMap((ballot, which) =>
    units.map((unit, index) =>
      ballotOf(at(plan.ballots, which * units.length + index), ballot, unit, which * units.length + index + 1),
    ),
  ).filter((row) => row !== null);
}

function withScores(book: Book, plan: Plan): Book {
  const data: DataRow[] = [];
  const scores = book.units.map((unit, unitIndex): ScoreColumn => {
    const cells = at(plan.units, unitIndex).cells;
    const entries = new Map<string, Entry>(
      leavesOf(treeOf(book)).map((node, index) => {
        const cell = at(cells, index);
        const { row } = node;
        if (!isComputed(row)) return [row.code, typedEntry(row, node.counts, cell, row.place.row, unitIndex + 3)];
        data.push(...dataRows(row, node.counts, unit.id, cell, data.length + 1));
        return [row.code, computedEntry(cell, row.place.row, unitIndex + 3)];
      }),
    );
    return { unit: unit.id, level: 'bloc', entries, stated: new Map() };
  });
  return { ...book, scores, data };
}

/** Whether a leaf of that way has rows of data instead of a typed score. */
const COMPUTED: Readonly<Record<Way['kind'], boolean>> = {
  points: false,
  ladder: false,
  yesno: false,
  ratio: true,
  bands: true,
  minus: true,
  count: true,
  relative: true,
  average: true,
  group: false,
  invalid: false,
};
const isComputed = (row: Criterion): boolean => COMPUTED[row.way.kind];

function computedEntry(plan: CellPlan, row: number, column: number): Entry {
  const here = place('Chấm điểm', row, column);
  if (plan.kind === 'na') return { kind: 'na', place: here };
  return plan.kind === 'good-typed' ? figure(at(['1', '0', '2'], plan.pick), here) : blank(here);
}

function dataRows(
  criterion: Criterion,
  counts: CountsToward,
  unit: string,
  plan: CellPlan,
  row: number,
): readonly DataRow[] {
  const here = (column: number) => place('Số liệu', row, column);
  const base: DataRow = {
    unit,
    criterion: criterion.code,
    target: blank(here(2)),
    actual: blank(here(3)),
    count: blank(here(4)),
    evidence: null,
    remark: null,
    place: here(0),
  };
  const off = plan.kind === 'off';
  if (plan.kind === 'blank') return plan.pick > 2 && counts === 'main' ? [] : [base];
  if (criterion.way.kind === 'minus' || criterion.way.kind === 'count') {
    if (plan.pick === 5 && counts !== 'main') return [];
    return [
      {
        ...base,
        count: plan.kind === 'broken' ? text('nhiều', here(4)) : figure(off ? '-1' : String(plan.pick), here(4)),
      },
    ];
  }
  if (criterion.way.kind === 'average') {
    const events = [plan.pick, plan.second].filter((one) => one < 3);
    return events.map((event, index) => ({
      ...base,
      place: place('Số liệu', row + index, 0),
      actual: figure(off ? '-1' : String(event), place('Số liệu', row + index, 3)),
    }));
  }
  const target =
    criterion.way.kind === 'relative' && plan.second === 0
      ? blank(here(2))
      : figure(plan.kind === 'broken' ? '0' : at(['2', '4', '5'], plan.second), here(2));
  return [{ ...base, target, actual: figure(off ? '-1' : at(['2', '4', '0', '5', '6', '3'], plan.pick), here(3)) }];
}

/** Decisions on what is tied without any, and grants and denials; some flawed. */
function decisionsOf(book: Book, plan: Plan): readonly Decision[] {
  if (plan.decisions.length === 0) return [];
  const plain = outcomeOf(book);
  return plan.decisions.flatMap((one, index): readonly Decision[] => {
    const award = book.awards.length > 0 ? at(book.awards, one.award).id : null;
    const tiedAt = award === null ? [] : (plain.awards?.[award]?.tied ?? []);
    const common = {
      reason: one.flaw === 0 ? null : 'theo biên bản',
      by: one.flaw === 1 ? null : 'Hội nghị',
      on: '2024-01-20',
      place: place('Quyết định', index + 1, 0),
    };
    const turned = (units: readonly string[]): readonly string[] => (one.turn ? [...units].reverse() : units);
    const flawed = (units: readonly string[]): readonly string[] => (one.flaw === 2 ? units.slice(1) : turned(units));
    if (one.what < 4) {
      const set = plain.ties.length > 0 ? at(plain.ties, one.unit) : [];
      return set.length < 2 || (index > 0 && one.unit === plan.decisions[0]?.unit)
        ? []
        : [{ kind: 'tie', scope: { kind: 'rank' }, units: flawed(set), ...common }];
    }
    if (award === null) return [];
    if (one.what < 6) {
      return plain.awards?.[award]?.status === 'pending:tie'
        ? [{ kind: 'tie', scope: { kind: 'award', award }, units: flawed(tiedAt), ...common }]
        : [];
    }
    const unit = at(book.units, one.unit);
    const repeated = index > 0 && at(book.units, plan.decisions[0]?.unit ?? 0).id === unit.id;
    return repeated
      ? []
      : [{ kind: one.what < 8 ? 'grant' : 'deny', scope: { kind: 'award', award }, units: [unit.id], ...common }];
  });
}
