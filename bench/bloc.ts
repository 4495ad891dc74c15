/** Invented blocs of any size to measure with. */
import { emptyBook, type Book, type Criterion, type Entry, type ScoreColumn, type Unit } from '../src/rules/index';

/** A small generator of the same numbers in every run. */
export function numbers(seed: number): () => number {
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
