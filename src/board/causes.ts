/** The cause of each finding among the others of its workbook (`cause-rules.ts`). */
import type { Issue } from '../rules';
import { ancestorsOf } from './anatomy';
import { CAUSE_RULES, CHANGES, type Facts, type Near } from './cause-rules';
import type { FileReport } from './check-workbook';
import { LAYER, layerOf } from './code-layers';
import { ResultsFacts } from './results-facts';

/** The number of the finding that another follows from, by its own number; null: it stands for itself. */
export function causeFinder(report: FileReport): (at: number) => number | null {
  const { issues } = report;
  const { parents, ofCriteria } = report.anatomy ?? { parents: {}, ofCriteria: {} };
  const results = new ResultsFacts(report, parents);
  const facts: Facts = {
    results,
    parents,
    ofCriteria,
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
    for (const { of, by, near, when } of CAUSE_RULES) {
      const key = of.includes(found.code) ? keyOf(near, found) : null;
      if (key === null) continue;
      const candidates = by
        .flatMap((code) => index.get(`${near} ${code} ${key}`) ?? [])
        .filter((one) => {
          const other = issues[one];
          return (
            other !== undefined &&
            (order[one] ?? 0) < (order[at] ?? 0) &&
            (when === undefined || when(other, found, facts))
          );
        });
      const cause = gravestOf(candidates, issues);
      if (cause !== null) return cause;
    }
    return null;
  };
}

/** Errors before warnings, then in the order of the workbook. */
function gravestOf(candidates: readonly number[], issues: readonly Issue[]): number | null {
  const weight = (at: number): number => (issues[at]?.severity === 'error' ? 0 : 1e9) + at;
  return candidates.length === 0 ? null : candidates.reduce((a, b) => (weight(b) < weight(a) ? b : a));
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
  if (code === 'criterion-missing') return own + 1;
  if (code === 'result-stale') return own + (results.holds(found) ? 0 : 1);
  if (code !== 'sum-differs') return own;
  return own + 999 - Math.min(999, criterion === undefined ? 0 : 1 + ancestorsOf(criterion, parents).length);
}
