/** Sums, and the rules of the workbook itself: settings, criteria, awards, conditions, grades. */
import type { Pair } from './pair';

const S = 'Chấm điểm';

/** One more condition, in row 9. */
const condition = (cells: Readonly<Record<'B' | 'C' | 'D' | 'E', string>> & { readonly G?: string }): { set: Record<string, string> } =>
  ({ set: Object.fromEntries([['Điều kiện!A9', 'D8'], ...Object.entries(cells).map(([column, text]) => [`Điều kiện!${column}9`, text])]) });

/** One more setting, in row 8. */
const setting = (name: string, value: string): { set: Record<string, string> } => ({ set: { 'Quy tắc!A8': name, 'Quy tắc!B8': value } });

export const RULE_PAIRS: readonly Pair[] = [
  {
    code: 'sum-differs', what: 'a parent that is no sum of its children',
    fires: { set: { [`${S}!E8`]: '35' } }, issues: [`sum-differs ${S}!E8`],
    nearly: { set: { [`${S}!E8`]: '36.0000000001' } },
  },
  {
    code: 'sum-differs', what: 'a total that nothing explains; above a broken leaf it is not checked',
    fires: { set: { [`${S}!G16`]: '=G4+G8 -> 87' } }, issues: [`sum-differs ${S}!G16`],
    nearly: { set: { [`${S}!G16`]: '=G4+G8 -> 87', [`${S}!G5`]: '' } }, instead: [`score-missing ${S}!G5`],
  },
  {
    code: 'max-differs', what: 'the maximum beside a criterion is another',
    fires: { set: { [`${S}!C5`]: '25' } }, issues: [`max-differs ${S}!C5`],
    nearly: { set: { [`${S}!C5`]: '' } },
  },
  {
    code: 'formula-overwritten', what: 'a number typed over one of the formulas of a row; a row of numbers is none',
    fires: { set: { [`${S}!E4`]: '56' } }, issues: [`formula-overwritten ${S}!E4`],
    nearly: { set: { [`${S}!E8`]: '36' } },
  },
  {
    code: 'max-sum-differs', what: 'the maxima do not add up to the scale',
    fires: { set: { 'Quy tắc!B2': '110' } }, issues: ['max-sum-differs Quy tắc!B2'],
    nearly: { set: { 'Quy tắc!B2': '' } },
  },
  {
    code: 'cap-applied', what: 'a bonus above its group’s cap',
    fires: { set: { 'Tiêu chí!C10': '1', [`${S}!C12`]: '1', [`${S}!E16`]: '' } }, issues: [`cap-applied Tiêu chí!A10`, 'rule-cuts Tiêu chí!C10'],
    nearly: { set: { 'Tiêu chí!C10': '', [`${S}!C12`]: '' } },
  },
  {
    code: 'setting-invalid', what: 'a level nobody knows',
    fires: { set: { 'Quy tắc!B3': 'hội đồng chấm' } }, issues: ['setting-invalid Quy tắc!B3'],
    nearly: { set: { 'Quy tắc!B3': ' Khối \\n chấm' } },
  },
  {
    code: 'setting-invalid', what: '11 decimals; "không làm tròn" is a value',
    fires: { set: { 'Quy tắc!B5': '11' } }, issues: ['setting-invalid Quy tắc!B5'],
    nearly: { set: { 'Quy tắc!B5': 'Không làm tròn' } },
  },
  {
    code: 'setting-invalid', what: 'a scale of 100 % is stored as 1',
    fires: { set: { 'Quy tắc!B2': '1 @ 0%' } }, issues: ['setting-invalid Quy tắc!B2'],
    nearly: { set: { 'Quy tắc!B2': '100 @ #,##0' } },
  },
  {
    code: 'setting-invalid', what: 'a setting nobody knows',
    fires: setting('Điểm sàn', '10'), issues: ['setting-invalid Quy tắc!A8'],
    nearly: setting('trần điểm  thưởng', '5'),
  },
  {
    code: 'setting-invalid', what: 'a lowest total above the highest',
    fires: { set: { ...setting('Tổng điểm tối thiểu', '110').set, 'Quy tắc!A9': 'Tổng điểm tối đa', 'Quy tắc!B9': '105' } },
    issues: ['setting-invalid Quy tắc!B8'],
    nearly: { set: { ...setting('Tổng điểm tối thiểu', '0').set, 'Quy tắc!A9': 'Tổng điểm tối đa', 'Quy tắc!B9': '110' } },
  },
  {
    code: 'setting-invalid', what: 'neither có nor không',
    fires: { set: { 'Quy tắc!B7': 'tùy' } }, issues: ['setting-invalid Quy tắc!B7'],
    nearly: { set: { 'Quy tắc!B7': 'TRUE' } },
  },
  {
    code: 'setting-invalid', what: 'a way of scoring nobody knows',
    fires: { set: { 'Tiêu chí!E7': 'tỷ số' } }, issues: ['setting-invalid Tiêu chí!E7'],
    nearly: { set: { 'Tiêu chí!E7': 'TỶ LỆ' } },
  },
  {
    code: 'setting-invalid', what: 'a ladder without rungs',
    fires: { set: { 'Tiêu chí!F5': 'cao; thấp' } }, issues: ['setting-invalid Tiêu chí!F5'],
    nearly: { set: { 'Tiêu chí!F5': '0; 2.5; 5 ; 7,5; 10' } },
  },
  {
    code: 'setting-invalid', what: 'a ratio’s parameter nobody knows',
    fires: { set: { 'Tiêu chí!F7': 'trần 100' } }, issues: ['setting-invalid Tiêu chí!F7'],
    nearly: { set: { 'Tiêu chí!F7': 'Trần 100%; sàn 10 %; dưới 5% không điểm' } },
  },
  {
    code: 'setting-invalid', what: 'counts toward nothing known',
    fires: { set: { 'Tiêu chí!D10': 'cộng' } }, issues: ['setting-invalid Tiêu chí!D10'],
    nearly: { set: { 'Tiêu chí!D10': 'THƯỞNG' } },
  },
  {
    code: 'setting-invalid', what: 'a step of 0',
    fires: { set: { 'Tiêu chí!G3': '0' } }, issues: ['setting-invalid Tiêu chí!G3'],
    nearly: { set: { 'Tiêu chí!G3': '' } },
  },
  {
    code: 'setting-invalid', what: 'a blank maximum of a main leaf; a bonus needs none',
    fires: { set: { 'Tiêu chí!C3': '' } }, issues: ['setting-invalid Tiêu chí!C3'],
    nearly: { set: { 'Tiêu chí!C11': '', 'Tiêu chí!C13': '' } },
  },
  {
    code: 'setting-invalid', what: 'a negative maximum',
    fires: { set: { 'Tiêu chí!C13': '-5' } }, issues: ['setting-invalid Tiêu chí!C13'],
    nearly: { set: { 'Tiêu chí!C13': '0', [`${S}!C15`]: '0', [`${S}!F15`]: '', [`${S}!G15`]: '', [`${S}!F14`]: '', [`${S}!G14`]: '', [`${S}!F16`]: '', [`${S}!G16`]: '' } },
  },
  {
    code: 'setting-invalid', what: 'a criterion allows what the workbook forbids: a warning',
    fires: { set: { 'Quy tắc!B4': 'không cho phép' } }, issues: ['setting-invalid Tiêu chí!H4'],
    nearly: { set: { 'Quy tắc!B4': 'không cho phép', 'Tiêu chí!H4': 'không' } },
  },
  {
    code: 'setting-invalid', what: 'a rounding, a policy and a use of places nobody knows',
    fires: { set: { 'Khen thưởng!D2': 'gần nhất', 'Khen thưởng!G2': 'bốc thăm', 'Khen thưởng!H2': 'để dành' } },
    issues: ['setting-invalid Khen thưởng!D2', 'setting-invalid Khen thưởng!G2', 'setting-invalid Khen thưởng!H2'],
    nearly: { set: { 'Khen thưởng!D2': 'nửa lên', 'Khen thưởng!G2': 'lấy hết trừ xuống', 'Khen thưởng!H2': 'chuyển xuống' } },
  },
  {
    code: 'setting-invalid', what: 'a kind and a scope of a decision nobody knows',
    fires: { set: { 'Quyết định!A2': 'tặng', 'Quyết định!B2': 'hạng nhất', 'Quyết định!C2': 'u1' } },
    issues: ['setting-invalid Quyết định!A2', 'setting-invalid Quyết định!B2'],
    nearly: { set: { 'Quyết định!A2': 'BỎ', 'Quyết định!B2': 'BK', 'Quyết định!C2': 'u3', 'Quyết định!D2': 'rút', 'Quyết định!E2': 'Hội nghị', 'Quyết định!F2': '2025-12-20' } },
  },
  {
    code: 'quota-invalid', what: 'a bare 20 % is 20 % of nothing: fix "20% đơn vị"',
    fires: { set: { 'Khen thưởng!C3': '0.2 @ 0%' } }, issues: ['quota-invalid Khen thưởng!C3'],
    nearly: { set: { 'Khen thưởng!C3': '34 % ĐƠN VỊ được xếp hạng' } },
  },
  {
    code: 'quota-invalid', what: '"2 suất" is a text: fix 2',
    fires: { set: { 'Khen thưởng!C2': '2 suất' } }, issues: ['quota-invalid Khen thưởng!C2'],
    nearly: { set: { 'Khen thưởng!C2': '1.0' } },
  },
  {
    code: 'quota-invalid', what: 'no quota, and half a place',
    fires: { set: { 'Khen thưởng!C2': '', 'Khen thưởng!C3': '1.5' } }, issues: ['quota-invalid Khen thưởng!C2', 'quota-invalid Khen thưởng!C3'],
    nearly: { set: { 'Khen thưởng!C3': '0' } },
  },
  {
    code: 'quota-invalid', what: 'at least 3, at most 2',
    fires: { set: { 'Khen thưởng!E3': '3', 'Khen thưởng!F3': '2' } }, issues: ['quota-invalid Khen thưởng!E3'],
    nearly: { set: { 'Khen thưởng!E3': '1', 'Khen thưởng!F3': '1' } },
  },
  {
    code: 'quota-invalid', what: 'a limit of a grade nobody can count',
    fires: { set: { 'Xếp loại!C2': 'một nửa' } }, issues: ['quota-invalid Xếp loại!C2'],
    nearly: { set: { 'Xếp loại!C2': '50% đơn vị' } },
  },
  {
    code: 'condition-invalid', what: 'a field nobody knows',
    fires: condition({ B: 'BK', C: 'Danh hiệu', D: '=', E: 'có' }), issues: ['condition-invalid Điều kiện!C9'],
    nearly: condition({ B: 'BK', C: 'kỷ  LUẬT', D: '=', E: 'không' }),
  },
  {
    code: 'condition-invalid', what: 'a section nobody knows',
    fires: condition({ B: 'BK', C: 'nhóm IX', D: '>=', E: '1' }), issues: ['condition-invalid Điều kiện!C9'],
    nearly: condition({ B: 'BK', C: 'Nhóm ii', D: '≥', E: '1' }),
  },
  {
    code: 'condition-invalid', what: 'an award nobody knows',
    fires: condition({ B: 'GK', C: 'hạng', D: '<=', E: '3' }), issues: ['condition-invalid Điều kiện!B9'],
    nearly: condition({ B: 'bk;', C: 'hạng', D: '<=', E: '3' }),
  },
  {
    code: 'condition-invalid', what: 'an operator nobody knows',
    fires: condition({ B: 'BK', C: 'hạng', D: 'tốt hơn', E: '3' }), issues: ['condition-invalid Điều kiện!D9'],
    nearly: condition({ B: 'BK', C: 'hạng', D: '<', E: '4' }),
  },
  {
    code: 'condition-invalid', what: 'a threshold that is no number',
    fires: condition({ B: 'BK', C: 'tổng điểm', D: '>=', E: 'tám mươi' }), issues: ['condition-invalid Điều kiện!E9'],
    nearly: condition({ B: 'BK', C: 'tổng điểm', D: '>=', E: '"70,5"' }),
  },
  {
    code: 'condition-invalid', what: 'an impossible day as a threshold',
    fires: condition({ B: 'BK', C: 'Ngày nộp hồ sơ', D: 'trước hoặc vào', E: '31/11/2025' }), issues: ['condition-invalid Điều kiện!E9'],
    nearly: condition({ B: 'BK', C: 'Ngày nộp hồ sơ', D: 'trước hoặc vào', E: '30/11/2026' }),
  },
  {
    code: 'condition-invalid', what: 'a ballot without a base',
    fires: condition({ B: 'BK', C: 'phiếu CO', D: '>=', E: '10%' }), issues: ['condition-invalid Điều kiện!E9'],
    nearly: condition({ B: 'BK', C: 'phiếu co', D: '>=', E: '1/10 hợp lệ' }),
  },
  {
    code: 'condition-invalid', what: 'a consequence nobody knows',
    fires: condition({ B: 'BK', C: 'Kỷ luật', D: '=', E: 'có', G: 'trừ 5 điểm' }), issues: ['condition-invalid Điều kiện!G9'],
    nearly: condition({ B: 'BK', C: 'Kỷ luật', D: '=', E: 'có', G: 'tiêu chí i.1=0' }),
  },
  {
    code: 'condition-invalid', what: 'a grade nobody knows in a consequence',
    fires: condition({ B: '*', C: 'Kỷ luật', D: '=', E: 'có', G: 'tối đa Giỏi' }), issues: ['condition-invalid Điều kiện!G9'],
    nearly: condition({ B: '', C: 'Kỷ luật', D: '=', E: 'có', G: 'tối đa  TỐT' }),
  },
  {
    code: 'condition-invalid', what: 'a grade nobody knows as scope',
    fires: condition({ B: 'xếp loại Giỏi', C: 'nhóm I', D: '>=', E: '40' }), issues: ['condition-invalid Điều kiện!B9'],
    nearly: condition({ B: 'Xếp loại tốt', C: 'nhóm I', D: '>=', E: '40' }),
  },
  {
    code: 'tie-key-unknown', what: 'a key that names nothing',
    fires: { set: { 'Quy tắc!B6': 'nhóm I; thâm niên' } }, issues: ['tie-key-unknown Quy tắc!B6'],
    nearly: { set: { 'Quy tắc!B6': 'Nhóm I ; tiêu chí II.1 (thấp hơn); điểm trừ; phiếu CO; Ngày nộp hồ sơ (thấp hơn)' } },
  },
  {
    code: 'band-order', what: 'limits that do not fall, and a blank one inside',
    fires: { set: { 'Xếp loại!B2': '', 'Xếp loại!B3': '95' } }, issues: ['band-order Xếp loại!B2'],
    nearly: { set: { 'Xếp loại!B3': '89.99' } },
  },
  {
    code: 'band-order', what: 'two bands with one limit',
    fires: { set: { 'Xếp loại!B3': '90' } }, issues: ['band-order Xếp loại!B3'],
    nearly: { set: { 'Xếp loại!B4': '0' } },
  },
  {
    code: 'award-duplicate', what: 'two awards of one name',
    fires: { set: { 'Khen thưởng!B3': 'CỜ thi đua của UBND tỉnh' } }, issues: ['award-duplicate Khen thưởng!A3'],
    nearly: { set: { 'Khen thưởng!B3': 'Cờ thi đua của Chính phủ' } },
  },
  {
    code: 'award-duplicate', what: 'two awards of one code; what names the lost one is not said again',
    fires: { set: { 'Khen thưởng!A3': 'CO' } }, issues: ['award-duplicate Khen thưởng!A3'],
    nearly: { set: { 'Khen thưởng!A3': '"BK"' } },
  },
  {
    code: 'rule-unreachable', what: 'a condition nobody can meet',
    fires: condition({ B: 'BK', C: 'nhóm I', D: '>=', E: '61' }), issues: ['rule-unreachable Điều kiện!E9', 'quota-unfilled Khen thưởng!A3'],
    nearly: condition({ B: 'BK', C: 'nhóm I', D: '<=', E: '61' }),
  },
  {
    code: 'rule-cuts', what: 'children that bring more than their parent’s cap',
    fires: { set: { 'Tiêu chí!C10': '4', [`${S}!C12`]: '4' } }, issues: ['rule-cuts Tiêu chí!C10'],
    nearly: { set: { 'Tiêu chí!C12': '5' } },
  },
];
