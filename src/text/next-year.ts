/** What a workbook made from another one says of it: Vietnamese, as all that stands in workbooks. */
import { fill } from './fill';

const TEXTS = {
  source: 'Lập từ sổ năm {year} của {bloc}; kiểm tra lại quy chế, số suất và danh sách đơn vị',
  decision: '{header}: số, ngày quyết định',
  sameRules: 'Lập theo quy chế trong sổ của {name}; kiểm tra lại số suất, điều kiện',
} as const;

export const nextYearText = (text: keyof typeof TEXTS, params: Readonly<Record<string, string>>): string =>
  fill(TEXTS[text], new Map(Object.entries(params)));
