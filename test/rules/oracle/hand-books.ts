/** Builders for the hand-written cases: a bloc in a few words. */
import type {
  Award,
  Band,
  Book,
  Condition,
  Criterion,
  DataRow,
  Decision,
  Entry,
  Field,
  Settings,
  Threshold,
  Unit,
} from '../../../src/rules';
import { emptyBook } from '../../../src/rules';
import { blank, figure, place, text } from './cells-for-books';

const SETTINGS: Settings = {
  scale: '100',
  rankingLevel: 'bloc',
  notApplicable: 'forbid',
  totalDecimals: 2,
  sectionDecimals: null,
  criterionDecimals: null,
  bonusCap: null,
  deductionCap: null,
  totalMin: null,
  totalMax: null,
  tieKeys: [],
  oneAwardPerUnit: true,
  unusedPlaces: 'lost',
  evidenceRequired: false,
  remarkRequired: false,
  sources: {},
};

export const leaf = (code: string, max: string | null, more: Partial<Criterion> = {}): Criterion => ({
  code,
  name: code,
  parent: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
  max,
  counts: null,
  way: { kind: 'points' },
  step: null,
  allowsNa: true,
  evidenceRequired: false,
  basis: null,
  place: place('Tiêu chí', 1, 0),
  places: {},
  ...more,
});
export const group = (code: string, more: Partial<Criterion> = {}): Criterion =>
  leaf(code, null, { way: { kind: 'group', highestOnly: false }, ...more });

/** "90" a number, "KAD" not applicable, "" blank, anything else text. */
function entryOf(written: string, row: number, column: number): Entry {
  const here = place('Chấm điểm', row, column);
  if (written === '') return blank(here);
  if (written === 'KAD') return { kind: 'na', place: here };
  return /^-?\d+(\.\d+)?$/.test(written) ? figure(written, here) : text(written, here);
}

export interface HandBook {
  readonly criteria?: readonly Criterion[];
  /** Per unit the cells of the leaves in the order of the criteria. */
  readonly scores: Readonly<Record<string, readonly string[]>>;
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly recorded?: readonly string[];
  readonly settings?: Partial<Settings>;
  /** [unit, criterion, target, actual, count]. */
  readonly data?: readonly (readonly [string, string, string, string, string])[];
  readonly awards?: readonly Award[];
  readonly conditions?: readonly Condition[];
  readonly bands?: readonly Band[];
  readonly decisions?: readonly Decision[];
  /** [ballot, unit, members, present, issued, returned, valid, favour]. */
  readonly ballots?: readonly (readonly [string, string, string, string, string, string, string, string])[];
}

export function handBook(hand: HandBook): Book {
  const criteria = hand.criteria ?? [leaf('I', '100')];
  const leaves = criteria.filter((row) => row.way.kind !== 'group');
  const ids = Object.keys(hand.scores);
  return {
    ...emptyBook(),
    info: { ...emptyBook().info },
    settings: { ...SETTINGS, ...hand.settings },
    criteria,
    units: ids.map((id, index): Unit => ({
      id,
      name: id,
      note: '',
      place: place('Đơn vị', index + 1, 0),
      notRanked: hand.recorded?.includes(id) ? 'mới thành lập' : null,
      attributes: new Map(
        Object.entries(hand.attributes?.[id] ?? {}).map(([header, value]) => [header, entryOf(value, index + 1, 2)]),
      ),
    })),
    scores: ids.map((unit, index) => ({
      unit,
      level: 'bloc',
      stated: new Map(),
      entries: new Map(leaves.map((row, at) => [row.code, entryOf(hand.scores[unit]?.[at] ?? '', at + 2, index + 3)])),
    })),
    data: (hand.data ?? []).map(([unit, criterion, target, actual, count], index): DataRow => ({
      unit,
      criterion,
      target: entryOf(target, index + 1, 2),
      actual: entryOf(actual, index + 1, 3),
      count: entryOf(count, index + 1, 4),
      evidence: null,
      remark: null,
      place: place('Số liệu', index + 1, 0),
    })),
    awards: hand.awards ?? [],
    conditions: hand.conditions ?? [],
    bands: hand.bands ?? [],
    decisions: hand.decisions ?? [],
    ballots: (hand.ballots ?? []).map(([ballot, unit, ...counts], index) => {
      const cell = (at: number): Entry => entryOf(counts[at] ?? '', index + 1, at + 2);
      return {
        ballot,
        unit,
        members: cell(0),
        present: cell(1),
        issued: cell(2),
        returned: cell(3),
        valid: cell(4),
        favour: cell(5),
        place: place('Bỏ phiếu', index + 1, 0),
      };
    }),
    findings: [],
    doubts: [],
    sheetOrder: [
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
}

/** Totals of one leaf of 100 points; "" for a unit that has none. */
export const totals = (of: Readonly<Record<string, string>>): HandBook['scores'] =>
  Object.fromEntries(Object.entries(of).map(([unit, value]) => [unit, [value]]));

export const award = (id: string, places: string, more: Partial<Award> = {}): Award => ({
  id,
  name: id,
  quota: { kind: 'number', places },
  rounding: 'floor',
  minPlaces: null,
  maxPlaces: null,
  cutoff: 'decide',
  unusedPlaces: null,
  basis: null,
  place: place('Khen thưởng', Number(id.slice(1)), 0),
  places: {},
  ...more,
});
export const percent = (share: string, of: 'units' | 'ranked' | 'eligible'): Award['quota'] => ({
  kind: 'percent',
  percent: share,
  of,
});

const THRESHOLD: Threshold = { written: '', items: [], number: null, yesno: null, day: null, share: null };

/** `value`: a number, a list "Tốt; Khá", or a share "4/5 members". */
export function condition(
  id: string,
  field: Field,
  op: Condition['op'],
  value: string,
  more: Partial<Condition> = {},
): Condition {
  const share = /^(\d+\/\d+|\d+) (members|present|issued|valid)$/.exec(value);
  const of = (['members', 'present', 'issued', 'valid'] as const).find((base) => base === share?.[2]);
  return {
    id,
    scope: { kind: 'all' },
    field,
    fieldWritten: '',
    op,
    orGroup: null,
    effect: { kind: 'require' },
    basis: null,
    place: place('Điều kiện', Number(id.slice(1)), 0),
    places: {},
    value: {
      ...THRESHOLD,
      written: value,
      items: value.split('; '),
      number: /^[\d.]+$/.test(value) ? value : null,
      share: of ? { share: share?.[1] ?? '', of } : null,
    },
    ...more,
  };
}

export const years: Field = { kind: 'attribute', header: 'Thâm niên' };
export const onlyFor = (...awards: readonly string[]): Partial<Condition> => ({ scope: { kind: 'awards', awards } });

export const band = (name: string, from: string | null, more: Partial<Band> = {}): Band => ({
  name,
  from,
  limit: null,
  rounding: 'floor',
  cutoff: 'decide',
  place: place('Xếp loại', 1, 0),
  places: {},
  ...more,
});

export const decision = (
  kind: Decision['kind'],
  scope: string,
  units: string,
  more: Partial<Decision> = {},
): Decision => ({
  kind,
  scope: scope === 'rank' ? { kind: 'rank' } : { kind: 'award', award: scope },
  units: units.split(' '),
  reason: 'theo biên bản',
  by: 'Hội nghị',
  on: '2024-01-20',
  place: place('Quyết định', 1, 0),
  ...more,
});
