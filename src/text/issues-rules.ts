/** Issue texts: sums, maxima, and the rules of the workbook themselves. */
import type { IssueTexts } from './issue-sentences';

export const RULE_TEXTS = {
  'sum-differs': {
    vi: {
      what: 'Tổng ở ô {cell}[ ({received})] khác tổng các ô con[ ({expected})].',
      why: 'Số cộng sai sẽ bị đọc trước hội nghị.',
      how: 'Khôi phục công thức cộng hoặc sửa lại số.',
    },
    en: {
      what: 'The sum in {cell}[ ({received})] is not the sum of its parts[ ({expected})].',
      why: 'A wrong sum would be read out at the meeting.',
      how: 'Restore the formula or correct the number.',
    },
  },
  'max-differs': {
    vi: {
      what: 'Điểm tối đa ở ô {cell}[ ({received})] khác trang tính Tiêu chí[ ({expected})].',
      why: 'Điểm tối đa của trang tính Tiêu chí là căn cứ.',
      how: 'Sửa cho khớp.',
    },
    en: {
      what: 'The maximum in {cell}[ ({received})] differs from the sheet Tiêu chí[ ({expected})].',
      why: 'The maximum in Tiêu chí is the one that counts.',
      how: 'Make them agree.',
    },
  },
  'formula-overwritten': {
    vi: {
      what: 'Ô {cell} bị gõ đè số lên công thức.',
      why: 'Số gõ đè sẽ không đổi khi điểm đổi.',
      how: 'Chép lại công thức từ ô bên cạnh.',
    },
    en: {
      what: 'A number was typed over the formula in {cell}.',
      why: 'It will not follow when scores change.',
      how: 'Copy the formula back from a neighbouring cell.',
    },
  },
  'max-sum-differs': {
    vi: {
      what: 'Tổng điểm tối đa các tiêu chí[ ({received})] khác[ {expected}].',
      why: 'Thang điểm phải bằng tổng điểm tối đa, hoặc tổng đó cộng mức thưởng tối đa (1000 = 950 + 50).',
      how: 'Kiểm tra điểm tối đa của từng tiêu chí và Thang điểm.',
    },
    en: {
      what: 'The maxima of the criteria add up to[ {received}], not[ {expected}].',
      why: 'The scale is the sum of the maxima, or that sum with the limit of the bonus (1000 = 950 + 50).',
      how: 'Check the maxima and the scale.',
    },
  },
  'cap-applied': {
    vi: {
      what: 'Điểm[ {criterion}][ của {unit}] được tính theo mức trần[ {expected}][ thay vì {received}].',
      why: 'Quy chế giới hạn tổng của phần này.',
      how: 'Không cần làm gì.',
    },
    en: {
      what: 'The points[ of {criterion}][ for {unit}] are limited to[ {expected}][ instead of {received}].',
      why: 'The regulation caps this part.',
      how: 'Nothing must be done.',
    },
  },
  'condition-invalid': {
    vi: {
      what: 'Điều kiện[ {condition}] chưa rõ ở ô {cell}[: “{received}”][; không đơn vị nào ghi như vậy ở cột “{noUnit}”][; nhóm hoặc “{alone}” chỉ có một dòng].[ Ký tự thứ {at} là {seen}, không phải {meant}.]',
      why: 'Điều kiện chưa rõ thì các hình thức khen thưởng liên quan chưa kết luận được.',
      how: 'Sửa trường, phép so, giá trị hoặc nhóm hoặc[; cần: {expected}].[ Được ghi: {allowed}.]',
    },
    en: {
      what: 'The condition[ {condition}] is not clear at {cell}[: “{received}”][; no unit has this under “{noUnit}”][; the or-group “{alone}” has one row only].[ Character {at} is {seen}, not {meant}.]',
      why: 'While a condition is unclear its awards cannot be settled.',
      how: 'Correct field, operator, value or or-group[; expected: {expected}].[ Allowed: {allowed}.]',
    },
  },
  'quota-invalid': {
    vi: {
      what: 'Số suất[ “{received}”] ở ô {cell} không dùng được[; cần: {expected}].',
      why: 'Không rõ số suất thì chưa kết luận được.',
      how: 'Ghi một số, hoặc ví dụ “20% đơn vị”.',
    },
    en: {
      what: 'The quota[ “{received}”] in {cell} cannot be used[; expected: {expected}].',
      why: 'Without a clear number of places nothing can be settled.',
      how: 'Enter a number, or for example “20% đơn vị”.',
    },
  },
  'tie-key-unknown': {
    vi: {
      what: 'Không hiểu tiêu chí ưu tiên[ “{received}”] khi bằng điểm.',
      why: 'Thứ tự ưu tiên phải rõ thì mới phân hạng được.',
      how: 'Dùng ví dụ: điểm thưởng; nhóm I; tiêu chí I.1.[ Được ghi: {allowed}.]',
    },
    en: {
      what: 'The tie key[ “{received}”] is not understood.',
      why: 'Ties can only be parted by clear keys.',
      how: 'Use for example: điểm thưởng; nhóm I; tiêu chí I.1.[ Allowed: {allowed}.]',
    },
  },
  'band-order': {
    vi: {
      what: 'Mức xếp loại ở ô {cell}[ ({received})] không theo thứ tự từ cao xuống thấp[; cần: {expected}].',
      why: 'Các mức phải giảm dần, chỉ mức cuối được để trống.',
      how: 'Sắp lại trang tính Xếp loại.',
    },
    en: {
      what: 'The grade limit in {cell}[ ({received})] is out of order[; expected: {expected}].',
      why: 'Limits must fall from row to row; only the last may be blank.',
      how: 'Put the sheet Xếp loại in order.',
    },
  },
  'award-duplicate': {
    vi: {
      what: 'Hình thức khen thưởng[ “{received}”] bị khai hai lần.',
      why: 'Không đoán hàng nào là đúng.',
      how: 'Bỏ hàng trùng trong trang tính Khen thưởng.',
    },
    en: {
      what: 'The award[ “{received}”] stands twice.',
      why: 'Which row is meant is never guessed.',
      how: 'Remove the duplicate in Khen thưởng.',
    },
  },
  'rule-unreachable': {
    vi: {
      what: 'Quy định ở ô {cell}[ ({received})] không bao giờ đạt được[; nhiều nhất {expected}].',
      why: 'Không đơn vị nào có thể thỏa mãn.',
      how: 'Kiểm tra lại ngưỡng hoặc điểm tối đa.',
    },
    en: {
      what: 'The rule at {cell}[ ({received})] can never be met[; at most {expected}].',
      why: 'No unit could satisfy it.',
      how: 'Check the threshold or the maxima.',
    },
  },
  'rule-cuts': {
    vi: {
      what: 'Các mục con cộng lại[ {expected}] vượt mức trần[ {received}] ở ô {cell}.',
      why: 'Phần vượt trần sẽ không được tính.',
      how: 'Kiểm tra lại quy chế; không bắt buộc.',
    },
    en: {
      what: 'The items add up to[ {expected}], above the cap[ {received}] at {cell}.',
      why: 'What exceeds the cap does not count.',
      how: 'Check the regulation; nothing must be done.',
    },
  },
} as const satisfies Record<string, IssueTexts>;
