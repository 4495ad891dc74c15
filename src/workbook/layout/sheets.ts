/** The input sheets of the standard workbook, version 1: their names and headers in the order of writing. */

import { ATTENDEES } from './attendees';
import { AWARDS } from './awards';
import { BALLOTS } from './ballots';
import { BANDS } from './bands';
import { sheet, type Column } from './column';
import { CONDITIONS } from './conditions';
import { CRITERIA } from './criteria';
import { DATA } from './data';
import { DECISIONS } from './decisions';
import { SCORES } from './scores';
import { INPUT_SHEETS } from './sheet-names';
import { UNITS } from './units';

/**
 * The templates this program reads: `Mẫu sổ` = `thidua/1` or `thidua/2`. The second is written where a
 * workbook uses what the first had no word for, so that an older program refuses it and guesses nothing.
 */
export const TEMPLATE = { name: 'thidua', first: 1, version: 2 } as const;

const BASIS: Column = { header: 'Căn cứ', text: true, printed: true };
const key = (header: string): Column => ({ header, required: true });

/** Every input sheet, in the order in which a new workbook has them. */
export const SHEETS = {
  info: sheet(
    INPUT_SHEETS.info,
    true,
    'item',
    {
      item: key('Mục'),
      value: { header: 'Giá trị', required: true },
    },
    { records: [['item', 'value']] },
  ),
  settings: sheet(
    INPUT_SHEETS.settings,
    false,
    'item',
    {
      item: key('Quy tắc'),
      value: { header: 'Giá trị', required: true },
      basis: BASIS,
    },
    { records: [['item', 'value']] },
  ),
  criteria: CRITERIA,
  units: UNITS,
  scores: SCORES,
  data: DATA,
  awards: AWARDS,
  conditions: CONDITIONS,
  bands: BANDS,
  ballots: BALLOTS,
  attendees: ATTENDEES,
  decisions: DECISIONS,
} as const;

export type SheetKey = keyof typeof SHEETS;

/** The last row of the matrix, and the key of its entries in `ScoreColumn.stated`. */
export const TOTAL_ROW = { text: 'Tổng điểm', key: '' } as const;

/** What a row of totals begins with, and what may stand behind it beside codes and brackets. */
export const TOTAL_ROW_WORDS = {
  first: ['tổng', 'cộng'],
  behind: ['cộng', 'số', 'điểm', 'nhóm', 'chính', 'và'],
} as const;
/** In other tables than criteria and scores a row that is nothing but this is no record. */
export const MERE_TOTALS = ['Tổng', 'Tổng cộng', 'Tổng số', 'Cộng'] as const;
/** Rows below the last criterion that people add to a score sheet. */
export const RESULT_ROW_WORDS = ['xếp hạng', 'xếp thứ', 'xếp loại', 'quy đổi'] as const;

/** How the texts of a signature block begin. */
export const SIGNATURE_WORDS = [
  'người lập',
  'người ký',
  'người tổng hợp',
  'người kiểm tra',
  'thủ trưởng',
  'trưởng khối',
  'phó trưởng khối',
  'trưởng cụm',
  'phó trưởng cụm',
  'chủ tịch',
  'phó chủ tịch',
  'giám đốc',
  'phó giám đốc',
  'chánh văn phòng',
  'trưởng ban',
  'trưởng phòng',
  'hội đồng',
  'đại diện',
  'lãnh đạo',
  'thư ký',
  'chủ trì',
  'chủ tọa',
  'tổ trưởng',
  'tổ kiểm phiếu',
  'xác nhận',
  'ký',
  'đã ký',
  'họ và tên',
  'họ tên',
  'đóng dấu',
  'tm.',
  'kt.',
  'tl.',
  'tuq.',
  'q.',
] as const;

/** Headers of running numbers: no attribute, and a number below them alone makes no record. */
export const ORDINAL_HEADERS = ['STT', 'TT', 'Số TT', 'Số thứ tự'] as const;
