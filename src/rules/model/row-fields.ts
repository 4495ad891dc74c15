/**
 * What every field of a row is to those who read whole books: the fingerprint and the comparison. One table
 * per kind of row. The compiler asks for a line for every field, also of the values inside, so no input is
 * left out because somebody forgot it.
 */
import type {
  Award,
  Band,
  BallotRow,
  Condition,
  Criterion,
  DataRow,
  Decision,
  Entry,
  Field,
  Quota,
  Settings,
  Threshold,
  Unit,
} from './book';

/**
 * - `text`: cleaned (NFC, trimmed). `blankText`: null and "" are the same.
 * - `numeral`: in shortest exact form. `ballot`: an election has one name in blocs and another in clusters.
 * - `value`: yes or no, or a count.
 * - `entry`: an input cell. `lateEntry`: of a column that came later; where it says nothing the fingerprint stays.
 * - `attributes`: the columns that only this workbook has.
 * - `compared`: the comparison tells it, no outcome hangs on it: not in the fingerprint.
 * - `where`: says where something stands and nothing else: neither. `cells`: the same; fingerprints have always named it.
 */
export type Use =
  | 'text'
  | 'blankText'
  | 'numeral'
  | 'ballot'
  | 'value'
  | 'entry'
  | 'lateEntry'
  | 'attributes'
  | 'compared'
  | 'where'
  | 'cells'
  | Parts;
/** The fields of a row, or of a value in it. */
export interface Parts {
  readonly [name: string]: Use;
}

type UseOf<Value> = [Value] extends [readonly (infer Item)[] | null]
  ? UseOf<Item>
  : [Value] extends [string | null | undefined]
    ? 'text' | 'blankText' | 'numeral' | 'ballot' | 'compared'
    : [Value] extends [boolean | number | null | undefined]
      ? 'value'
      : [Value] extends [Entry | undefined]
        ? 'entry' | 'lateEntry'
        : [Value] extends [ReadonlyMap<string, Entry>]
          ? 'attributes'
          : 'where' | 'cells' | FieldsOf<NonNullable<Value>>;
type KeyOf<Row> = Row extends unknown ? keyof Row : never;
type ValueOf<Row, Key> = Row extends unknown ? (Key extends keyof Row ? NonNullable<Row[Key]> : never) : never;
type FieldsOf<Row> = { readonly [Key in KeyOf<Row>]: UseOf<ValueOf<Row, Key>> };

const FIELD = { kind: 'text', code: 'text', header: 'text', ballot: 'ballot' } as const satisfies FieldsOf<Field>;
const QUOTA = { kind: 'text', places: 'numeral', percent: 'numeral', of: 'text' } as const satisfies FieldsOf<Quota>;
const THRESHOLD = {
  written: 'text',
  items: 'text',
  number: 'numeral',
  scaled: 'value',
  yesno: 'value',
  day: 'text',
  share: { share: 'numeral', of: 'text' },
} as const satisfies FieldsOf<Threshold>;

export const SETTING_FIELDS = {
  scale: 'numeral',
  rankingLevel: 'text',
  levelOrder: 'text',
  blankAtRanking: 'text',
  notApplicable: 'text',
  totalDecimals: 'value',
  sectionDecimals: 'value',
  criterionDecimals: 'value',
  bonusCap: 'numeral',
  deductionCap: 'numeral',
  totalMin: 'numeral',
  totalMax: 'numeral',
  tieKeys: { field: FIELD, first: 'text', written: 'text' },
  oneAwardPerUnit: 'value',
  unusedPlaces: 'text',
  evidenceRequired: 'value',
  remarkRequired: 'value',
  sources: 'where',
} as const satisfies FieldsOf<Settings>;

export const CRITERION_FIELDS = {
  code: 'text',
  printed: 'compared',
  name: 'text',
  parent: 'text',
  max: 'numeral',
  counts: 'text',
  way: {
    kind: 'text',
    rungs: 'numeral',
    cap: 'numeral',
    floor: 'numeral',
    cutoff: 'numeral',
    lowerIsBetter: 'value',
    bands: { from: 'numeral', points: 'text' },
    each: 'numeral',
    highestOnly: 'value',
  },
  step: 'numeral',
  allowsNa: 'value',
  na: 'text',
  evidenceRequired: 'value',
  basis: 'text',
  place: 'where',
  places: 'cells',
} as const satisfies FieldsOf<Criterion>;

export const UNIT_FIELDS = {
  id: 'text',
  name: 'text',
  notRanked: 'text',
  attributes: 'attributes',
  note: 'compared',
  place: 'where',
} as const satisfies FieldsOf<Unit>;

export const DATA_FIELDS = {
  unit: 'text',
  criterion: 'text',
  target: 'entry',
  actual: 'entry',
  count: 'entry',
  evidence: 'blankText',
  remark: 'blankText',
  place: 'where',
} as const satisfies FieldsOf<DataRow>;

export const AWARD_FIELDS = {
  id: 'text',
  name: 'text',
  quota: QUOTA,
  rounding: 'text',
  minPlaces: 'numeral',
  maxPlaces: 'numeral',
  cutoff: 'text',
  unusedPlaces: 'text',
  basis: 'text',
  fallback: 'text',
  excludes: 'text',
  place: 'where',
  places: 'cells',
} as const satisfies FieldsOf<Award>;

export const CONDITION_FIELDS = {
  id: 'text',
  scope: { kind: 'text', awards: 'ballot', grade: 'text' },
  field: FIELD,
  fieldWritten: 'text',
  op: 'text',
  value: THRESHOLD,
  orGroup: 'text',
  effect: { kind: 'text', grade: 'text', criterion: 'text' },
  basis: 'text',
  place: 'where',
  places: 'cells',
} as const satisfies FieldsOf<Condition>;

export const BAND_FIELDS = {
  name: 'text',
  from: 'numeral',
  limit: QUOTA,
  rounding: 'text',
  cutoff: 'text',
  place: 'where',
  places: 'cells',
} as const satisfies FieldsOf<Band>;

export const BALLOT_FIELDS = {
  ballot: 'ballot',
  unit: 'text',
  round: 'lateEntry',
  written: 'lateEntry',
  members: 'entry',
  present: 'entry',
  issued: 'entry',
  returned: 'entry',
  valid: 'entry',
  favour: 'entry',
  place: 'where',
} as const satisfies FieldsOf<BallotRow>;

export const DECISION_FIELDS = {
  kind: 'text',
  scope: { kind: 'text', award: 'text' },
  units: 'text',
  reason: 'text',
  by: 'text',
  on: 'text',
  place: 'where',
} as const satisfies FieldsOf<Decision>;
