/**
 * Which finding another follows from, told by code, place, unit and criterion, and by the numbers where
 * they decide: a finding is folded only where its cause can really have it for a consequence.
 */
import { compareNumerals, type CriterionCode, type Issue, type IssueCode } from '../rules';
import { fold } from '../workbook/read/text';
import { codesOf, LAYER, layerOf } from './code-layers';
import type { FileReport } from './check-workbook';
import { ResultsFacts } from './results-facts';

/** What a cause has in common with what follows from it. */
type Near = 'cell' | 'row' | 'unit' | 'criterion' | 'any';

interface Rule {
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
const CHANGES: ReadonlySet<IssueCode> = new Set([...INPUT, ...RULES]);
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

/** In order: the first rule that finds a cause decides. */
const LIST: readonly Rule[] = [
  // A sheet or header that is not there takes along what stands in it.
  {
    of: ['unit-column-missing', 'criterion-row-missing', 'score-missing', 'data-missing', 'ballot-missing'],
    by: FRAME,
    near: 'any',
    when: (cause, found) => sameSheet(cause, found) || cause.code.startsWith('sheet-'),
  },
  // A row without code is not read: what it holds is missing, what speaks of it is unknown.
  {
    of: ['unit-list-differs', 'criterion-missing'],
    by: ['code-missing'],
    near: 'any',
    when: (cause, found) => sameSheet(cause, found) && found.received === null,
  },
  { of: ['code-unknown'], by: ['code-missing'], near: 'any', when: (cause, found) => !sameSheet(cause, found) },
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
    of: ['score-off-step', 'score-off-ladder', 'na-not-allowed', 'score-not-number', 'deduction-sign'],
    by: ['criterion-changed'],
    near: 'criterion',
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
      'tie-unresolved',
      'tie-by-rounding',
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
  },

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

interface Facts {
  readonly results: ResultsFacts;
  /** Whether the named faults are reason enough for results that are older than their inputs. */
  readonly isExplained: boolean;
  readonly units: number;
  /** How many units differ from the official list. */
  readonly differingUnits: number;
  readonly parents: Readonly<Record<CriterionCode, CriterionCode>>;
}

const isAtMost = (value: string | null, bound: string | null): boolean =>
  value !== null && bound !== null && isNumeral(value) && isNumeral(bound) && compareNumerals(value, bound) <= 0;
const isNumeral = (text: string): boolean => /^-?\d+(?:\.\d+)?$/u.test(text);

/** Whether the cause's criterion stands below the sum's; the last row sums all. */
function isBelow(cause: Issue, found: Issue, { parents }: Facts): boolean {
  if (cause.criterion === undefined) return cause.code !== 'sum-differs' && cause.code !== 'formula-overwritten';
  if (found.criterion === undefined) return true;
  const seen = new Set<CriterionCode>();
  for (let code = parents[cause.criterion]; code !== undefined && !seen.has(code); code = parents[code]) {
    if (code === found.criterion) return true;
    seen.add(code);
  }
  return false;
}

/** The number of the finding that another follows from, by its own number; null: it stands for itself. */
export function causeFinder(report: FileReport): (at: number) => number | null {
  const { issues } = report;
  const parents = report.anatomy?.parents ?? {};
  const results = new ResultsFacts(report, parents);
  const facts: Facts = {
    results,
    parents,
    isExplained:
      issues.some(({ code }) => code === 'result-stale') &&
      results.isExplainedBy(
        issues.filter(({ code }) => CHANGES.has(code)),
        issues,
      ),
    units: report.units.length,
    differingUnits: issues.filter(({ code, unit }) => code === 'unit-list-differs' && unit !== undefined).length,
  };
  const order = issues.map((found) => orderOf(found, facts));
  const index = new Map<string, number[]>();
  issues.forEach((found, at) => {
    for (const near of NEAR) {
      const key = keyOf(near, found);
      if (key === null) continue;
      const name = `${near} ${found.code} ${key}`;
      const list = index.get(name);
      if (list === undefined) index.set(name, [at]);
      else list.push(at);
    }
  });
  return (at) => {
    const found = issues[at];
    if (found === undefined) return null;
    for (const { of, by, near, when } of LIST) {
      const key = of.includes(found.code) ? keyOf(near, found) : null;
      if (key === null) continue;
      for (const code of by) {
        const cause = index.get(`${near} ${code} ${key}`)?.find((one) => {
          const other = issues[one];
          return (
            other !== undefined &&
            (order[one] ?? 0) < (order[at] ?? 0) &&
            (when === undefined || when(other, found, facts))
          );
        });
        if (cause !== undefined) return cause;
      }
    }
    return null;
  };
}

const NEAR: readonly Near[] = ['cell', 'row', 'unit', 'criterion', 'any'];

function keyOf(near: Near, { place, unit, criterion }: Issue): string | null {
  switch (near) {
    case 'cell':
      return place === null ? null : `${place.sheet}!${String(place.row)},${String(place.column)}`;
    case 'row':
      return place === null ? null : `${place.sheet}!${String(place.row)}`;
    case 'unit':
      return unit ?? null;
    case 'criterion':
      return criterion ?? null;
    case 'any':
      return '';
  }
}

/** Causes stand before what follows from them, so that nothing can be its own cause. */
function orderOf(found: Issue, { results, parents }: Facts): number {
  const { code, criterion } = found;
  if (code === 'formula-overwritten') return 1000 * (results.holds(found) ? LAYER.typedResult : LAYER.input);
  const layer = layerOf(code);
  const own = layer === null ? 0 : 1000 * LAYER[layer];
  if (code === 'result-differs') return own + results.stageOf(found);
  if (code === 'result-stale') return own + (results.holds(found) ? 0 : 1);
  if (code !== 'sum-differs') return own;
  return own + 999 - Math.min(999, criterion === undefined ? 0 : 1 + depthOf(criterion, parents));
}

function depthOf(criterion: CriterionCode, parents: Facts['parents']): number {
  const seen = new Set<CriterionCode>();
  for (let code = parents[criterion]; code !== undefined && !seen.has(code); code = parents[code]) seen.add(code);
  return seen.size;
}
