/**
 * Which finding another follows from, told by code, place, unit and criterion, and by the numbers where
 * they decide: a finding is folded only where its cause can really have it for a consequence.
 */
import { compareNumerals, type Issue, type IssueCode } from '../rules';
import { SHEETS } from '../workbook/layout';
import { fold } from '../base/folding';
import { ancestorsOf, type Anatomy, type CriterionColumn } from './anatomy';
import { codesOf } from './code-layers';
import type { ResultsFacts } from './results-facts';

/** What a cause has in common with what follows from it. */
export type Near = 'cell' | 'row' | 'unit' | 'criterion' | 'any';

/** What the rules ask beside two findings. */
export interface Facts {
  readonly results: ResultsFacts;
  /** Whether the named faults are reason enough for results that are older than their inputs. */
  readonly isExplained: boolean;
  readonly units: number;
  /** How many units differ from the official list. */
  readonly differingUnits: number;
  readonly parents: Anatomy['parents'];
  readonly ofCriteria: Anatomy['ofCriteria'];
}

export interface CauseRule {
  readonly of: readonly IssueCode[];
  readonly by: readonly IssueCode[];
  readonly near: Near;
  readonly when?: (cause: Issue, found: Issue, facts: Facts) => boolean;
}

/** What can change points, votes or facts that are counted. */
const INPUT = codesOf('input').concat('code-unknown', 'code-duplicate', 'unit-column-missing', 'criterion-row-missing');
/** What can change how they are counted. */
const RULES = codesOf('standard').concat(
  'setting-invalid',
  'condition-invalid',
  'quota-invalid',
  'tie-key-unknown',
  'band-order',
);
export const CHANGES: ReadonlySet<IssueCode> = new Set([...INPUT, ...RULES]);
const FRAME: readonly IssueCode[] = [
  'sheet-missing',
  'sheet-ambiguous',
  'sheet-near',
  'header-missing',
  'header-ambiguous',
  'header-near',
];

const sameSheet = (cause: Issue, found: Issue): boolean => cause.place?.sheet === found.place?.sheet;
const isAmong = (unit: string | undefined, list: string | null): boolean =>
  unit !== undefined && (list ?? '').split('; ').includes(unit);

/** Which cells of a criterion's row a finding about its scores rests on. */
const RESTS_ON: Readonly<Partial<Record<IssueCode, readonly CriterionColumn[]>>> = {
  'score-off-step': ['step'],
  'score-off-ladder': ['way', 'parameter'],
  'score-not-number': ['way'],
  'score-differs-from-data': ['way', 'parameter'],
  'data-missing': ['way'],
  'na-not-allowed': ['na'],
  'deduction-sign': ['counts'],
};
const restsOnChanged = ({ place }: Issue, { code }: Issue, { ofCriteria }: Facts): boolean => {
  const changed = place === null ? undefined : ofCriteria[place.column];
  return changed !== undefined && (RESTS_ON[code] ?? []).includes(changed);
};

/** "II.8 Tổ chức phong trào" and "II.1 Tổ chức phong trào". */
const saysTheSameName = ({ received }: Issue, { expected }: Issue): boolean => {
  const [own, wanted] = [received, expected].map((text) => fold(text ?? '').replace(/^\S+\s*/u, ''));
  return own !== '' && own === wanted;
};
/** Year, name and regulation of a workbook count for nothing. */
const isCounted = ({ place }: Issue): boolean => place === null || fold(place.sheet) !== fold(SHEETS.info.name);
/** Ties rest on points and on the tie keys, not on awards, conditions and bands. */
const settlesTies = ({ place }: Issue): boolean =>
  place !== null && [SHEETS.criteria.name, SHEETS.settings.name].some((sheet) => fold(sheet) === fold(place.sheet));

const isAtMost = (value: string | null, bound: string | null): boolean =>
  value !== null && bound !== null && isNumeral(value) && isNumeral(bound) && compareNumerals(value, bound) <= 0;
const isNumeral = (text: string): boolean => /^-?\d+(?:\.\d+)?$/u.test(text);

/** Whether the cause's criterion stands below the sum's; the last row sums all. */
function isBelow(cause: Issue, found: Issue, { parents }: Facts): boolean {
  if (cause.criterion === undefined) return cause.code !== 'sum-differs' && cause.code !== 'formula-overwritten';
  if (found.criterion === undefined) return true;
  return ancestorsOf(cause.criterion, parents).includes(found.criterion);
}

/** In order: the first rule that finds a cause decides. */
export const CAUSE_RULES: readonly CauseRule[] = [
  // A sheet or header that is not there takes along what stands in it.
  {
    of: ['unit-column-missing', 'criterion-row-missing', 'score-missing', 'data-missing', 'ballot-missing'],
    by: FRAME,
    near: 'any',
    when: (cause, found) => sameSheet(cause, found) || cause.code.startsWith('sheet-'),
  },
  // A row without a code of its own is not read: what it holds is missing, what speaks of it is unknown.
  {
    of: ['unit-list-differs', 'criterion-missing'],
    by: ['code-missing', 'code-duplicate'],
    near: 'any',
    when: (cause, found) => sameSheet(cause, found) && found.received === null,
  },
  {
    of: ['unit-list-differs'],
    by: ['bloc-duplicate'],
    near: 'any',
    when: (_cause, _found, { differingUnits, units }) => differingUnits >= units,
  },
  { of: ['unit-column-missing'], by: ['unit-list-differs', 'code-duplicate'], near: 'unit' },
  {
    of: ['code-unknown'],
    by: ['unit-list-differs'],
    near: 'any',
    when: ({ expected }, { received }) => received !== null && fold(expected ?? '').endsWith(fold(received)),
  },
  {
    of: ['code-unknown'],
    by: ['criterion-missing'],
    near: 'any',
    when: (cause, { received }) =>
      received !== null && fold(cause.criterion ?? cause.expected ?? '') === fold(received),
  },
  { of: ['code-unknown'], by: ['code-missing'], near: 'any', when: (cause, found) => !sameSheet(cause, found) },
  // The same criterion under another code.
  { of: ['criterion-missing'], by: ['criterion-added'], near: 'any', when: saysTheSameName },
  { of: ['criterion-row-missing'], by: ['criterion-added'], near: 'criterion' },
  { of: ['max-differs'], by: ['max-changed', 'criterion-added'], near: 'criterion' },
  {
    of: ['max-sum-differs'],
    by: ['max-changed', 'criterion-missing', 'criterion-added', 'criterion-changed'],
    near: 'any',
  },
  // The same row of the rules: what was changed there, and why it can no longer be used.
  {
    of: ['setting-invalid', 'condition-invalid', 'quota-invalid', 'tie-key-unknown', 'band-order'],
    by: ['rule-changed', 'criterion-changed', 'max-changed'],
    near: 'row',
  },

  { of: ['score-missing', 'data-missing'], by: ['unit-column-missing'], near: 'unit' },
  { of: ['score-missing', 'data-missing'], by: ['criterion-row-missing'], near: 'criterion' },
  {
    of: ['data-missing'],
    by: ['code-unknown'],
    near: 'unit',
    when: ({ criterion }) => criterion === undefined,
  },
  // A lowered maximum: only what the standard's would have allowed.
  {
    of: ['score-above-max'],
    by: ['max-changed'],
    near: 'criterion',
    when: (cause, { received }) => isAtMost(received, cause.expected),
  },
  {
    of: Object.keys(RESTS_ON) as IssueCode[],
    by: ['criterion-changed'],
    near: 'criterion',
    when: restsOnChanged,
  },

  { of: ['sum-differs'], by: ['formula-overwritten'], near: 'cell' },
  { of: ['sum-differs'], by: [...INPUT, 'formula-overwritten', 'sum-differs'], near: 'unit', when: isBelow },
  { of: ['sum-differs'], by: codesOf('standard'), near: 'any', when: isBelow },

  // What the rules could not settle.
  {
    of: ['eligibility-unknown'],
    by: [...INPUT, 'condition-invalid'],
    near: 'cell',
  },
  { of: ['eligibility-unknown', 'tie-key-missing', 'cap-applied', 'section-na'], by: INPUT, near: 'unit' },
  {
    of: ['tie-unresolved', 'tie-by-rounding'],
    by: INPUT,
    near: 'any',
    when: ({ unit }, found) => isAmong(unit, found.params?.['units'] ?? found.received),
  },
  { of: ['decision-stale', 'tie-at-cutoff', 'quota-unfilled', 'award-grows'], by: INPUT, near: 'any' },
  {
    of: [
      'decision-stale',
      'tie-at-cutoff',
      'quota-unfilled',
      'award-grows',
      'rule-unreachable',
      'rule-cuts',
      'cap-applied',
      'eligibility-unknown',
    ],
    by: RULES,
    near: 'any',
    when: isCounted,
  },
  { of: ['tie-unresolved', 'tie-by-rounding'], by: RULES, near: 'any', when: settlesTies },

  // The results as they stand.
  {
    of: ['result-stale'],
    by: [...RULES, ...INPUT],
    near: 'any',
    when: (_cause, _found, { isExplained }) => isExplained,
  },
  {
    of: ['result-stale'],
    by: ['result-stale'],
    near: 'any',
    when: (cause, found, { results }) => results.holds(cause) && !results.holds(found),
  },
  { of: ['result-differs'], by: ['formula-overwritten'], near: 'cell' },
  {
    of: ['result-differs'],
    by: ['formula-overwritten', 'result-differs'],
    near: 'any',
    when: (cause, found, { results }) => results.follows(cause, found),
  },
  {
    of: ['result-differs'],
    by: INPUT,
    near: 'unit',
    when: (cause, found, { results }) => results.changedBy(cause, found),
  },
  {
    of: ['result-differs'],
    by: codesOf('standard'),
    near: 'any',
    when: (cause, found, { results }) => cause.criterion !== undefined && results.changedBy(cause, found),
  },
  {
    of: ['result-differs'],
    by: [...INPUT, ...RULES],
    near: 'any',
    when: (cause, found, { results }) => results.changedBy(cause, found),
  },
  {
    of: ['result-differs'],
    by: ['stamp-copied', 'result-stale'],
    near: 'any',
    when: (cause, found, { results }) => sameSheet(cause, found) && !results.isTyped(found),
  },
  // Only where somebody else is proposed than the rules would propose.
  { of: ['award-not-eligible'], by: ['result-differs'], near: 'cell' },
  {
    of: ['award-over-quota'],
    by: ['result-differs'],
    near: 'any',
    when: (cause, found, { results }) => results.proposes(cause, found),
  },
  {
    of: ['award-not-eligible', 'award-over-quota'],
    by: ['stamp-copied', 'result-stale'],
    near: 'any',
    when: sameSheet,
  },
];
