/** A cell's address in a sheet of ours, which opens the submitted workbook at that cell. */
import { cellName, type Place } from '../../rules';
import type { PlanCell } from '../../sheets/plan';
import { cell } from '../../sheets/plan-parts';

/** Excel takes no longer text inside a formula. */
const LONGEST_LITERAL = 255;

/** Where there is no path, or it is too long for a formula, the text alone. `shown`: what to say in place of the address. */
export function placeCell(place: Place, link: string | null, shown = cellName(place)): PlanCell {
  const target = `[${link ?? ''}]'${place.sheet.replaceAll("'", "''")}'!${cellName(place)}`;
  if (link === null || target.length > LONGEST_LITERAL || shown.length > LONGEST_LITERAL)
    return cell(shown, 'textTop', '@');
  return {
    value: shown,
    style: 'link',
    formula: `HYPERLINK("${target.replaceAll('"', '""')}","${shown.replaceAll('"', '""')}")`,
  };
}
