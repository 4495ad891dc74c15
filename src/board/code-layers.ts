/** How near to a hand's act a finding of each code stands: a finding can only follow from one of a lower layer. */
import type { IssueCode } from '../rules';

export const LAYER = {
  frame: 0,
  standard: 1,
  structure: 2,
  input: 3,
  sum: 4,
  stamp: 5,
  typedResult: 6,
  result: 7,
  award: 8,
  outcome: 9,
} as const;

type Layer = keyof typeof LAYER;

const CODES = {
  frame: [
    'sheet-missing',
    'sheet-ambiguous',
    'sheet-near',
    'header-missing',
    'header-ambiguous',
    'header-near',
    'code-missing',
    'code-duplicate',
    'bloc-duplicate',
  ],
  standard: [
    'max-changed',
    'criterion-changed',
    'criterion-missing',
    'criterion-added',
    'rule-changed',
    'unit-list-differs',
  ],
  structure: [
    'code-unknown',
    'criterion-too-deep',
    'code-is-number',
    'unit-name-duplicate',
    'unit-column-missing',
    'criterion-row-missing',
    'setting-invalid',
    'condition-invalid',
    'quota-invalid',
    'tie-key-unknown',
    'band-order',
    'award-duplicate',
    'max-differs',
    'max-sum-differs',
  ],
  input: [
    'cell-error',
    'formula-not-calculated',
    'score-missing',
    'score-not-number',
    'number-as-text',
    'score-negative',
    'score-above-max',
    'score-off-step',
    'score-off-ladder',
    'deduction-sign',
    'na-not-allowed',
    'float-noise',
    'score-differs-from-data',
    'data-missing',
    'count-invalid',
    'percent-scale',
    'date-as-text',
    'score-decimals',
    'na-all',
    'target-not-positive',
    'attribute-invalid',
    'ballot-impossible',
    'ballot-missing',
    'decision-without-reason',
    'decision-incomplete',
  ],
  sum: ['sum-differs'],
  stamp: ['result-stale', 'stamp-copied', 'result-unstamped'],
  result: ['result-differs'],
  award: ['award-not-eligible', 'award-over-quota'],
  outcome: [
    'tie-unresolved',
    'tie-key-missing',
    'tie-by-rounding',
    'tie-at-cutoff',
    'award-grows',
    'eligibility-unknown',
    'quota-unfilled',
    'decision-stale',
    'unit-not-ranked',
    'rule-unreachable',
    'rule-cuts',
    'cap-applied',
    'section-na',
  ],
} as const satisfies Partial<Record<Layer, readonly IssueCode[]>>;

const LAYERS: ReadonlyMap<IssueCode, Layer> = new Map(
  (Object.keys(CODES) as (keyof typeof CODES)[]).flatMap((layer) => CODES[layer].map((code) => [code, layer] as const)),
);

export const codesOf = (...layers: readonly (keyof typeof CODES)[]): readonly IssueCode[] =>
  layers.flatMap((layer) => CODES[layer]);

/** Null: nothing follows from it, and it follows from nothing. */
export const layerOf = (code: IssueCode): Layer | null => LAYERS.get(code) ?? null;
