/** Whether a workbook is one of a bloc or of a cluster. */
import type { BlocInfo, BlocKind } from './book';

/**
 * As its row `Loại` says; by its name while that row is blank.
 * @example blocKind({ kind: null, name: 'Cụm thi đua số 3' }) // 'cluster'
 */
export function blocKind({ kind, name }: Pick<BlocInfo, 'kind' | 'name'>): BlocKind {
  return kind ?? (/^cụm(?:\s|$)/iu.test(name.normalize('NFC').trim()) ? 'cluster' : 'bloc');
}
