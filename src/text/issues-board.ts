/** Issue texts: the Board's comparison, and files that cannot be read. */
import type { IssueTexts } from './issue-sentences';

export const BOARD_TEXTS = {
  'max-changed': {
    vi: { what: 'Điểm tối đa của {criterion}[ là {received}], theo bộ chuẩn là[ {expected}].', why: 'Sổ nộp phải theo bộ tiêu chí đã ban hành.', how: 'Sửa lại theo bộ chuẩn.' },
    en: { what: 'The maximum of {criterion} is[ {received}]; the standard says[ {expected}].', why: 'A submitted workbook must follow the adopted criteria.', how: 'Correct it to the standard.' },
  },
  'criterion-changed': {
    vi: { what: 'Tiêu chí {criterion} khác bộ chuẩn[: “{received}”, cần “{expected}”].', why: 'Sổ nộp phải theo bộ tiêu chí đã ban hành.', how: 'Sửa lại theo bộ chuẩn.' },
    en: { what: 'The criterion {criterion} differs from the standard[: “{received}”, expected “{expected}”].', why: 'A submitted workbook must follow the adopted criteria.', how: 'Correct it to the standard.' },
  },
  'criterion-missing': {
    vi: { what: 'Thiếu tiêu chí {criterion} của bộ chuẩn.', why: 'Sổ nộp phải có đủ tiêu chí đã ban hành.', how: 'Thêm tiêu chí.' },
    en: { what: 'The criterion {criterion} of the standard is missing.', why: 'A submitted workbook must hold all adopted criteria.', how: 'Add it.' },
  },
  'criterion-added': {
    vi: { what: 'Tiêu chí {criterion} không có trong bộ chuẩn.', why: 'Sổ nộp không được thêm tiêu chí.', how: 'Bỏ tiêu chí, hoặc xin bổ sung bộ chuẩn.' },
    en: { what: 'The criterion {criterion} is not in the standard.', why: 'A submitted workbook may not add criteria.', how: 'Remove it, or have the standard amended.' },
  },
  'unit-list-differs': {
    vi: { what: 'Danh sách đơn vị khác danh sách chuẩn[: {received}][; cần {expected}].', why: 'Chỉ các đơn vị thuộc khối được xét.', how: 'Đối chiếu với quyết định chia khối.' },
    en: { what: 'The units differ from the official list[: {received}][; expected {expected}].', why: 'Only members of the bloc are considered.', how: 'Compare with the decision that forms the bloc.' },
  },
  'rule-changed': {
    vi: { what: 'Quy định ở ô {cell}[ là “{received}”], theo bộ chuẩn[ là “{expected}”].', why: 'Quy tắc, suất và điều kiện phải theo quy chế.', how: 'Sửa lại theo bộ chuẩn.' },
    en: { what: 'The rule at {cell} is[ “{received}”]; the standard says[ “{expected}”].', why: 'Settings, quotas and conditions must follow the regulation.', how: 'Correct it to the standard.' },
  },
  'result-missing': {
    vi: { what: 'Sổ chưa có sheet Kết quả.', why: 'Không có gì để đối chiếu.', how: 'Yêu cầu khối tính và ghi kết quả.' },
    en: { what: 'The workbook has no results sheet.', why: 'There is nothing to compare with.', how: 'Ask the bloc to compute and write the results.' },
  },
  'result-stale': {
    vi: { what: 'Kết quả trong sổ cũ hơn số liệu[ (mã {received}, số liệu hiện tại {expected})].', why: 'Điểm hoặc quy tắc đã đổi sau khi ghi kết quả.', how: 'Tính và ghi lại kết quả.' },
    en: { what: 'The results in the workbook are older than its inputs[ (code {received}, inputs now {expected})].', why: 'Scores or rules changed after they were written.', how: 'Compute and write the results again.' },
  },
  'result-differs': {
    vi: { what: 'Ô {cell} của Kết quả[ ghi “{received}”,] đúng phải là[ “{expected}”].', why: 'Bảng kết quả phải đúng với điểm và quy tắc trong sổ.', how: 'Tính và ghi lại kết quả.' },
    en: { what: 'The results cell {cell} says[ “{received}”]; it should be[ “{expected}”].', why: 'The table must follow from the scores and rules.', how: 'Compute and write the results again.' },
  },
  'award-over-quota': {
    vi: { what: 'Hình thức[ {award}] đề nghị[ {received}] đơn vị, vượt[ {expected}] suất.', why: 'Số đề nghị không được vượt số suất.', how: 'Bỏ bớt đề nghị hoặc xin bổ sung suất.' },
    en: { what: 'The award[ {award}] has[ {received}] nominees for[ {expected}] places.', why: 'Nominees may not exceed the quota.', how: 'Drop nominees or ask for more places.' },
  },
  'award-not-eligible': {
    vi: { what: 'Đơn vị {unit} được đề nghị[ {award}] nhưng không đủ điều kiện[ ({expected})].', why: 'Chỉ đơn vị đạt mọi điều kiện mới được đề nghị.', how: 'Bỏ đề nghị, hoặc ghi quyết định có lý do.' },
    en: { what: 'The unit {unit} is proposed[ for {award}] without being eligible[ ({expected})].', why: 'Only units that meet every condition may be proposed.', how: 'Drop the proposal, or record a decision with its reason.' },
  },
  'file-not-xlsx': {
    vi: { what: 'Tệp không phải sổ Excel dạng .xlsx.', why: 'Không đọc được nội dung.', how: 'Mở bằng Excel và lưu lại dạng .xlsx.' },
    en: { what: 'The file is not an .xlsx workbook.', why: 'Its contents cannot be read.', how: 'Open it in Excel and save it as .xlsx.' },
  },
  'file-encrypted': {
    vi: { what: 'Tệp đang đặt mật khẩu.', why: 'Không đọc được nội dung.', how: 'Mở bằng Excel, bỏ mật khẩu rồi lưu lại.' },
    en: { what: 'The file is protected by a password.', why: 'Its contents cannot be read.', how: 'Open it in Excel, remove the password and save it again.' },
  },
  'file-damaged': {
    vi: { what: 'Tệp bị hỏng hoặc bị cắt cụt.', why: 'Không đọc được trọn vẹn.', how: 'Xin lại bản gốc.' },
    en: { what: 'The file is damaged or cut short.', why: 'It cannot be read as a whole.', how: 'Ask for the original.' },
  },
  'file-too-large': {
    vi: { what: 'Tệp quá lớn so với một sổ chấm điểm.', why: 'Đọc tệp như vậy có thể làm treo máy.', how: 'Xóa hàng, cột, hình thừa rồi lưu lại.' },
    en: { what: 'The file is too large for a scoring workbook.', why: 'Reading it could stop the machine.', how: 'Delete surplus rows, columns and pictures, then save it again.' },
  },
  'file-unsupported': {
    vi: { what: 'Tệp dùng dạng lưu chưa được hỗ trợ.', why: 'Không đọc được nội dung.', how: 'Mở bằng Excel, lưu lại dạng .xlsx thông thường.' },
    en: { what: 'The file uses a form that is not supported.', why: 'Its contents cannot be read.', how: 'Open it in Excel and save it as an ordinary .xlsx.' },
  },
} as const satisfies Record<string, IssueTexts>;
