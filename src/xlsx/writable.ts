/** What no write may touch, whatever it is about. */
import type { Package } from './package';
import { refuse } from './refusal';
import { readRelationships } from './relationships';
import type { WorkbookPart } from './workbook-part';

/** A signature would break, and Strict packages need names of their own. */
export function refuseUnwritable(pack: Package, workbook: WorkbookPart): void {
  if (readRelationships(pack, '').some(({ type }) => type.endsWith('/digital-signature/origin'))) refuse('file-signed');
  if (workbook.strict) refuse('file-unsupported', 'strict');
}
