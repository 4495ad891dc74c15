/** The line below the title of a summary: the day, and what the workbooks were compared with. */
import { findRegulation } from '../../regulations';
import type { Lang } from '../../text';
import { boardText } from '../../text/ui-board';

/** `standard`: the id of a regulation of the package or the name of a workbook; null: none was given. */
export function headingOf(lang: Lang, day: string, standard: string | null, ...more: readonly string[]): string {
  const compared = standard === null ? boardText(lang, 'standardNone') : (findRegulation(standard)?.name ?? standard);
  return [day, `${boardText(lang, 'standard')}: ${compared}`, ...more].join(' · ');
}
