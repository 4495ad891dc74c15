/** Numbers inside texts of the workbook. */
import { parseNumeral, type Numeral } from '../../rules';

/** A number written with a comma or a point, where the workbook allows both ("0,5"). */
export function numberWritten(text: string): Numeral | null {
  return /^-?\d+(?:[.,]\d+)?$/u.test(text.trim()) ? parseNumeral(text.trim().replace(',', '.')) : null;
}
