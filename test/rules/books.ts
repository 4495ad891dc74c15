/** Small books for tests: say only what the case is about. */
import type {
  Award,
  BallotRow,
  Band,
  Book,
  Condition,
  Criterion,
  DataRow,
  Decision,
  Entry,
  Field,
  Level,
  Place,
  ScoreColumn,
  Settings,
  Threshold,
  Unit,
  Way,
} from '../../src/rules/index';
import { emptyBook, parseNumeral } from '../../src/rules/index';

export type CellInput = number | string | boolean | null | Entry;

/** A place of its own for everything a test may name. */
export const at = (sheet: string, row: number, column = 0): Place => ({ sheet, row, column });

/** A number, a text that is a numeral, true/false, null for blank, "N/A", or a whole entry. */
export function entry(value: CellInput, place: Place): Entry {
  if (value === null) return { kind: 'blank', place };
  if (typeof value === 'boolean') return { kind: 'yesno', value, place };
  if (typeof value === 'object') return value;
  if (value === 'N/A') return { kind: 'na', place };
  const numeral = parseNumeral(String(value));
  return numeral === null ? { kind: 'text', text: String(value), place } : { kind: 'number', value: numeral, place };
}

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

export type CriterionInput = Partial<Omit<Criterion, 'code' | 'way' | 'max'>> & {
  readonly way?: Way | Way['kind'];
  readonly max?: number | string | null;
};

function wayOf(way: CriterionInput['way']): Way {
  if (way === undefined) return { kind: 'points' };
  if (typeof way !== 'string') return way;
  switch (way) {
    case 'ladder':
      return { kind: 'ladder', rungs: ['0', '1.5', '3'] };
    case 'ratio':
      return { kind: 'ratio', cap: '1', floor: null, cutoff: null, lowerIsBetter: false };
    case 'minus':
    case 'count':
      return { kind: way, each: '0.5' };
    case 'bands':
      return {
        kind: 'bands',
        bands: [
          { from: '88', points: '2' },
          { from: '90', points: '3' },
          { from: '95', points: '4' },
          { from: '100', points: '5' },
        ],
      };
    case 'group':
      return { kind: 'group', highestOnly: false };
    default:
      return { kind: way };
  }
}

function criterion(code: string, row: number, input: CriterionInput = {}): Criterion {
  const { way, max = 10, ...rest } = input;
  const cut = code.lastIndexOf('.');
  const place = at('Tiêu chí', row);
  return {
    code,
    name: `Tiêu chí ${code}`,
    parent: cut < 0 ? null : code.slice(0, cut),
    counts: null,
    step: null,
    allowsNa: false,
    evidenceRequired: false,
    basis: null,
    place,
    places: { max: at('Tiêu chí', row, 2) },
    ...rest,
    way: wayOf(way),
    max: max === null ? null : (parseNumeral(String(max)) ?? String(max)),
  };
}

function threshold(written: string): Threshold {
  const percent = /^(-?\d+(?:\.\d+)?)\s*%?$/.exec(written);
  const share = /^(\d+(?:\.\d+)?%|\d+\/\d+) (members|present|issued|valid)$/.exec(written);
  const of = share?.[2];
  const shareText = share?.[1] ?? '';
  const value = shareText.endsWith('%')
    ? (parseNumeral(`${shareText.slice(0, -1)}/100`) ?? parseNumeral(String(Number(shareText.slice(0, -1)) / 100)))
    : parseNumeral(shareText);
  return {
    written,
    items: written.split(';').map((item) => item.trim()),
    number: percent === null ? null : parseNumeral(percent[1] ?? ''),
    yesno: written === 'có' ? true : written === 'không' ? false : null,
    day: /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : null,
    share:
      value === null || of === undefined
        ? null
        : { share: value, of: of as 'members' | 'present' | 'issued' | 'valid' },
  };
}

const FIELD_WORDS: Readonly<Record<string, Field>> = {
  total: { kind: 'total' },
  base: { kind: 'base' },
  bonus: { kind: 'bonus' },
  deduction: { kind: 'deduction' },
  rank: { kind: 'rank' },
  grade: { kind: 'grade' },
};

/** "total", "section I", "criterion I.1", "percent V", "attribute Kỷ luật", "ballot A1". */
export function field(written: string): Field {
  const word = FIELD_WORDS[written];
  if (word !== undefined) return word;
  const [kind = '', ...rest] = written.split(' ');
  const name = rest.join(' ');
  switch (kind) {
    case 'section':
      return { kind: 'section', code: name };
    case 'criterion':
      return { kind: 'criterion', code: name };
    case 'percent':
      return { kind: 'sectionPercent', code: name };
    case 'attribute':
      return { kind: 'attribute', header: name };
    case 'ballot':
      return { kind: 'ballot', ballot: name };
    default:
      return { kind: 'invalid' };
  }
}

export type ConditionInput = Partial<Omit<Condition, 'field' | 'value'>> & {
  readonly field: string;
  readonly value: string;
};

export function condition(id: string, row: number, input: ConditionInput): Condition {
  const { field: written, value, ...rest } = input;
  return {
    id,
    scope: { kind: 'all' },
    op: '>=',
    orGroup: null,
    effect: { kind: 'require' },
    basis: null,
    place: at('Điều kiện', row),
    places: {
      field: at('Điều kiện', row, 2),
      op: at('Điều kiện', row, 3),
      value: at('Điều kiện', row, 4),
      effect: at('Điều kiện', row, 6),
      scope: at('Điều kiện', row, 1),
    },
    ...rest,
    field: field(written),
    fieldWritten: written,
    value: threshold(value),
  };
}

export type AwardInput = Partial<Omit<Award, 'quota'>> & {
  readonly quota?: number | string | Award['quota'] | undefined;
};

/** A quota: a number, or "20% units", "20% ranked", "20% eligible". */
function quotaOf(input: AwardInput['quota']): Award['quota'] {
  if (typeof input === 'object') return input;
  const match = /^(-?\d+(?:\.\d+)?)% (units|ranked|eligible)$/.exec(String(input ?? 1));
  if (match === null) return { kind: 'number', places: String(input ?? 1) };
  return { kind: 'percent', percent: match[1] ?? '0', of: match[2] as 'units' | 'ranked' | 'eligible' };
}

export function award(id: string, row: number, input: AwardInput = {}): Award {
  const { quota, ...rest } = input;
  return {
    id,
    name: `Hình thức ${id}`,
    rounding: 'floor',
    minPlaces: null,
    maxPlaces: null,
    cutoff: 'decide',
    unusedPlaces: null,
    basis: null,
    place: at('Khen thưởng', row),
    places: { quota: at('Khen thưởng', row, 2) },
    ...rest,
    quota: quotaOf(quota),
  };
}

export function band(name: string, from: number | null, row: number, rest: Partial<Band> = {}): Band {
  return {
    name,
    from: from === null ? null : String(from),
    limit: null,
    rounding: 'floor',
    cutoff: 'decide',
    place: at('Xếp loại', row),
    places: {},
    ...rest,
  };
}

export interface BookInput {
  readonly settings?: Partial<Settings>;
  /** By code; the order is the sheet's. Default: one section `I` of at most 100 points. */
  readonly criteria?: Readonly<Record<string, CriterionInput>>;
  /** Scores of the ranking level by unit, then by criterion (a plain value: of criterion `I`). */
  readonly scores: Readonly<Record<string, CellInput | Readonly<Record<string, CellInput>>>>;
  readonly others?: Partial<Record<Level, Readonly<Record<string, Readonly<Record<string, CellInput>>>>>>;
  readonly stated?: Readonly<Record<string, Readonly<Record<string, CellInput>>>>;
  readonly units?:
    | Readonly<
        Record<
          string,
          Partial<Omit<Unit, 'attributes'>> & { readonly attributes?: Readonly<Record<string, CellInput>> }
        >
      >
    | undefined;
  readonly data?: readonly (Partial<Omit<DataRow, 'target' | 'actual' | 'count'>> & {
    readonly unit: string;
    readonly criterion: string;
    readonly target?: CellInput;
    readonly actual?: CellInput;
    readonly count?: CellInput;
  })[];
  readonly awards?: Readonly<Record<string, AwardInput>>;
  readonly conditions?: Readonly<Record<string, ConditionInput>>;
  readonly bands?: readonly Band[];
  readonly ballots?: readonly (Partial<
    Record<'round' | 'members' | 'present' | 'written' | 'issued' | 'returned' | 'valid' | 'favour', CellInput>
  > & { readonly ballot: string; readonly unit: string })[];
  readonly decisions?: readonly (Partial<Omit<Decision, 'scope'>> & {
    readonly kind: Decision['kind'];
    readonly units: readonly string[];
    readonly scope?: string;
  })[];
}

const SHEETS = [
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
];

function isCell(value: CellInput | Readonly<Record<string, CellInput>>): value is CellInput {
  return value === null || typeof value !== 'object' || 'place' in value;
}

function entries(
  codes: readonly string[],
  values: Readonly<Record<string, CellInput>>,
  column: number,
): Map<string, Entry> {
  return new Map(codes.map((code, row) => [code, entry(values[code] ?? null, at('Chấm điểm', row + 2, column))]));
}

/** Builds a book; every cell gets a place of its own. */
export function book(input: BookInput): Book {
  const criteria = Object.entries(input.criteria ?? { I: { max: 100 } }).map(([code, own], row) =>
    criterion(code, row + 1, own),
  );
  const parents = new Set(criteria.map((own) => own.parent));
  const codes = criteria.filter((own) => own.way.kind !== 'group' && !parents.has(own.code)).map((own) => own.code);
  const settings = { ...SETTINGS, ...input.settings };
  const names = Object.keys(input.scores);
  const units = names.map((id, row): Unit => {
    const own = input.units?.[id] ?? {};
    const attributes = new Map(
      Object.entries(own.attributes ?? {}).map(([header, value], column) => [
        header,
        entry(value, at('Đơn vị', row + 1, column + 2)),
      ]),
    );
    return { id, name: `Đơn vị ${id}`, notRanked: null, note: '', place: at('Đơn vị', row + 1), ...own, attributes };
  });
  const column = (
    unit: string,
    level: Level,
    values: Readonly<Record<string, CellInput>>,
    number: number,
  ): ScoreColumn => ({
    unit,
    level,
    entries: entries(codes, values, number),
    stated: new Map(
      Object.entries(level === settings.rankingLevel ? (input.stated?.[unit] ?? {}) : {}).map(([code, value], row) => [
        code,
        entry(value, at('Chấm điểm', 100 + row, number)),
      ]),
    ),
  });
  const scores = names.map((unit, number) => {
    const values = input.scores[unit] ?? null;
    return column(unit, settings.rankingLevel, isCell(values) ? { [codes[0] ?? 'I']: values } : values, number + 3);
  });
  for (const [level, byUnit] of Object.entries<
    Readonly<Record<string, Readonly<Record<string, CellInput>>>> | undefined
  >(input.others ?? {})) {
    for (const [unit, values] of Object.entries(byUnit ?? {}))
      scores.push(column(unit, level as Level, values, 60 + scores.length));
  }
  return {
    ...emptyBook(),
    info: { ...emptyBook().info, name: 'Khối 1', year: '2025', province: 'Tỉnh X' },
    settings,
    criteria,
    units,
    scores,
    data: (input.data ?? []).map((row, index): DataRow => ({
      evidence: null,
      remark: null,
      place: at('Số liệu', index + 1),
      ...row,
      target: entry(row.target ?? null, at('Số liệu', index + 1, 2)),
      actual: entry(row.actual ?? null, at('Số liệu', index + 1, 3)),
      count: entry(row.count ?? null, at('Số liệu', index + 1, 4)),
    })),
    awards: Object.entries(input.awards ?? {}).map(([id, own], row) => award(id, row + 1, own)),
    conditions: Object.entries(input.conditions ?? {}).map(([id, own], row) => condition(id, row + 1, own)),
    bands: input.bands ?? [],
    ballots: (input.ballots ?? []).map((row, index): BallotRow => {
      const count = (
        name: 'round' | 'written' | 'members' | 'present' | 'issued' | 'returned' | 'valid' | 'favour',
        place: number,
      ): Entry => entry(row[name] ?? null, at('Bỏ phiếu', index + 1, place));
      return {
        ballot: row.ballot,
        unit: row.unit,
        members: count('members', 2),
        present: count('present', 3),
        issued: count('issued', 4),
        returned: count('returned', 5),
        valid: count('valid', 6),
        favour: count('favour', 7),
        ...(row.round === undefined ? {} : { round: count('round', 8) }),
        ...(row.written === undefined ? {} : { written: count('written', 9) }),
        place: at('Bỏ phiếu', index + 1),
      };
    }),
    decisions: (input.decisions ?? []).map((own, index): Decision => ({
      reason: 'hội nghị thống nhất',
      by: 'Hội nghị',
      on: '2025-12-20',
      place: at('Quyết định', index + 1),
      ...own,
      scope: own.scope === undefined || own.scope === 'rank' ? { kind: 'rank' } : { kind: 'award', award: own.scope },
    })),
    findings: [],
    doubts: [],
    sheetOrder: SHEETS,
  };
}
