/** Where references to sheets stand in the parts of a package. */
import type { Package } from './package';
import { readRelationships } from './relationships';

/** Relations that lead from the workbook to parts which may name a sheet. */
const REFERRING: ReadonlySet<string> = new Set([
  'worksheet',
  'chartsheet',
  'dialogsheet',
  'drawing',
  'chart',
  'chartEx',
  'table',
  'ctrlProp',
  'pivotTable',
  'pivotCacheDefinition',
]);

export function partsWithReferences(pack: Package, workbook: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [workbook];
  for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
    for (const { kind, external, target } of readRelationships(pack, source)) {
      if (external || !REFERRING.has(kind) || found.has(target) || pack.find(target) === undefined) continue;
      found.add(target);
      queue.push(target);
    }
  }
  return found;
}

/** Elements whose text is a formula, whatever the prefix of their namespace; x14:formula1 holds an xm:f ([MS-XLSX] §2.4.25). */
export const FORMULAS: ReadonlySet<string> = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'definedName',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);
/** Attributes that hold a reference (ECMA-376 Part 1, §18.3.1.47, §18.3.1.19, §20.5.2.29; [MS-XLSX] §2.6.58). */
export const REFERENCES = [
  'location',
  'textlink',
  'linkedCell',
  'listFillRange',
  'fmlaLink',
  'fmlaRange',
  'fmlaTxbx',
] as const;
