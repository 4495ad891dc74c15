/** Issue texts: the Board's comparison, and files that cannot be read. */
import type { IssueTexts } from './issue-sentences';

export const BOARD_TEXTS = {
  'max-changed': {
    vi: {
      what: 'Điểm tối đa của {criterion}[ là {received}], theo bộ chuẩn là[ {expected}].',
      why: 'Sổ nộp phải theo bộ tiêu chí đã ban hành.',
      how: 'Sửa lại theo bộ chuẩn.',
    },
    en: {
      what: 'The maximum of {criterion} is[ {received}]; the standard says[ {expected}].',
      why: 'A submitted workbook must follow the adopted criteria.',
      how: 'Correct it to the standard.',
    },
  },
  'criterion-changed': {
    vi: {
      what: 'Tiêu chí {criterion} khác bộ chuẩn[: “{received}”, cần “{expected}”].',
      why: 'Sổ nộp phải theo bộ tiêu chí đã ban hành.',
      how: 'Sửa lại theo bộ chuẩn.',
    },
    en: {
      what: 'The criterion {criterion} differs from the standard[: “{received}”, expected “{expected}”].',
      why: 'A submitted workbook must follow the adopted criteria.',
      how: 'Correct it to the standard.',
    },
  },
  'criterion-missing': {
    vi: {
      what: 'Thiếu tiêu chí {criterion} của bộ chuẩn.',
      why: 'Sổ nộp phải có đủ tiêu chí đã ban hành.',
      how: 'Thêm tiêu chí.',
    },
    en: {
      what: 'The criterion {criterion} of the standard is missing.',
      why: 'A submitted workbook must hold all adopted criteria.',
      how: 'Add it.',
    },
  },
  'criterion-added': {
    vi: {
      what: 'Tiêu chí {criterion} không có trong bộ chuẩn.',
      why: 'Sổ nộp không được thêm tiêu chí.',
      how: 'Bỏ tiêu chí, hoặc xin bổ sung bộ chuẩn.',
    },
    en: {
      what: 'The criterion {criterion} is not in the standard.',
      why: 'A submitted workbook may not add criteria.',
      how: 'Remove it, or have the standard amended.',
    },
  },
  'unit-list-differs': {
    vi: {
      what: 'Danh sách đơn vị khác danh sách chuẩn[: {received}][; cần {expected}].',
      why: 'Chỉ các đơn vị thuộc khối được xét.',
      how: 'Đối chiếu với quyết định chia khối.',
    },
    en: {
      what: 'The units differ from the official list[: {received}][; expected {expected}].',
      why: 'Only members of the bloc are considered.',
      how: 'Compare with the decision that forms the bloc.',
    },
  },
  'rule-changed': {
    vi: {
      what: 'Khác bộ chuẩn[ ở {rule}][: đang là “{received}”][; cần là “{expected}”].',
      why: 'Quy tắc, suất và điều kiện phải theo quy chế.',
      how: 'Sửa lại theo bộ chuẩn.',
    },
    en: {
      what: 'Not as in the standard[, {rule}][: is “{received}”][; should be “{expected}”].',
      why: 'Settings, quotas and conditions must follow the regulation.',
      how: 'Correct it to the standard.',
    },
  },
  'result-missing': {
    vi: {
      what: 'Sổ chưa có trang tính Kết quả.',
      why: 'Không có gì để đối chiếu.',
      how: 'Yêu cầu khối tính và ghi kết quả.',
    },
    en: {
      what: 'The workbook has no results sheet.',
      why: 'There is nothing to compare with.',
      how: 'Ask the bloc to compute and write the results.',
    },
  },
  'result-stale': {
    vi: {
      what: 'Kết quả trong sổ cũ hơn số liệu[ (mã {received}, số liệu hiện tại {expected})].',
      why: 'Điểm hoặc quy tắc đã đổi sau khi ghi kết quả.',
      how: 'Tính và ghi lại kết quả.',
    },
    en: {
      what: 'The results in the workbook are older than its inputs[ (code {received}, inputs now {expected})].',
      why: 'Scores or rules changed after they were written.',
      how: 'Compute and write the results again.',
    },
  },
  'result-differs': {
    vi: {
      what: 'Ô {cell} của Kết quả ghi “{received}”, đúng phải là “{expected}”.',
      why: 'Bảng kết quả phải đúng với điểm và quy tắc trong sổ.',
      how: 'Tính và ghi lại kết quả.',
    },
    en: {
      what: 'The results cell {cell} says “{received}”; it should be “{expected}”.',
      why: 'The table must follow from the scores and rules.',
      how: 'Compute and write the results again.',
    },
  },
  'award-over-quota': {
    vi: {
      what: 'Hình thức[ {award}] đề nghị[ {received}] đơn vị, vượt[ {expected}] suất.',
      why: 'Số đề nghị không được vượt số suất.',
      how: 'Bỏ bớt đề nghị hoặc xin bổ sung suất.',
    },
    en: {
      what: 'The award[ {award}] has[ {received}] nominees for[ {expected}] places.',
      why: 'Nominees may not exceed the quota.',
      how: 'Drop nominees or ask for more places.',
    },
  },
  'award-not-eligible': {
    vi: {
      what: 'Đơn vị {unit} được đề nghị[ {award}] nhưng không đủ điều kiện[ ({expected})].',
      why: 'Chỉ đơn vị đạt mọi điều kiện mới được đề nghị.',
      how: 'Bỏ đề nghị, hoặc ghi quyết định có lý do.',
    },
    en: {
      what: 'The unit {unit} is proposed[ for {award}] without being eligible[ ({expected})].',
      why: 'Only units that meet every condition may be proposed.',
      how: 'Drop the proposal, or record a decision with its reason.',
    },
  },
  'result-unstamped': {
    vi: {
      what: 'Trang tính {sheet} không mang dấu của chương trình.',
      why: 'Bảng ghi bằng tay không chứng minh được từ số liệu nào mà ra; các cột nhận ra được vẫn được đối chiếu.',
      how: 'Yêu cầu khối tính và ghi kết quả bằng chương trình.',
    },
    en: {
      what: 'The sheet {sheet} does not carry the program’s stamp.',
      why: 'A table made by hand does not prove what it was made from; the columns that are known were compared all the same.',
      how: 'Ask the bloc to compute and write the results with the program.',
    },
  },
  'stamp-copied': {
    vi: {
      what: 'Dấu của trang tính {sheet}[ (mã {received})] không phải của sổ này[; trùng dấu của {file}].',
      why: 'Dấu phải do chính sổ này ghi ra và khớp với Nhật ký, với dòng in cuối trang.',
      how: 'Yêu cầu khối tính và ghi lại kết quả từ sổ gốc, và giải trình.',
    },
    en: {
      what: 'The stamp of the sheet {sheet}[ (code {received})] is not this workbook’s own[; it is the one of {file}].',
      why: 'A stamp must come from a writing of this workbook and agree with the log and the printed line.',
      how: 'Ask the bloc to compute and write the results again, and to explain.',
    },
  },
  'ballots-identical': {
    vi: {
      what: 'Mọi đơn vị trong phiếu {ballot} có số phiếu giống hệt nhau[: {received} đồng ý].',
      why: 'Bỏ phiếu kín hiếm khi cho kết quả như vậy.',
      how: 'Đối chiếu với biên bản kiểm phiếu.',
    },
    en: {
      what: 'Every unit on the ballot {ballot} has the same counts[: {received} in favour].',
      why: 'A secret ballot seldom ends like this.',
      how: 'Compare with the minutes of the count.',
    },
  },
  'levels-identical': {
    vi: {
      what: 'Điểm tự chấm và điểm khối chấm giống hệt nhau ở mọi tiêu chí của mọi đơn vị.',
      why: 'Có thể khối chưa chấm lại, chỉ chép điểm tự chấm.',
      how: 'Hỏi khối về việc kiểm tra chéo.',
    },
    en: {
      what: 'Self scores and bloc scores are the same in every criterion of every unit.',
      why: 'The bloc may have copied the self scores instead of scoring.',
      how: 'Ask the bloc about its cross-check.',
    },
  },
  'print-small': {
    vi: {
      what: 'Trang tính in ra quá nhỏ: chữ cỡ 12 chỉ còn {received} điểm.',
      why: 'Chữ dưới {expected} điểm khó đọc trên giấy, người ký không soát được bảng điểm.',
      how: 'Mở sổ trong phần mềm, phần Quy chế, dùng lệnh “Đặt trang in bảng Chấm điểm” (giấy A4 hoặc A3); hoặc chạy lệnh: thidua change TỆP print-setup A4.',
    },
    en: {
      what: 'The sheet prints too small: text of 12 points comes out in {received} points.',
      why: 'Text below {expected} points is hard to read on paper; whoever signs cannot check the scores.',
      how: 'Open the workbook in the program and use “Set the score table up for print” in the part Regulation (A4 or A3 paper); or run: thidua change FILE print-setup A4.',
    },
  },
  'season-differs': {
    vi: {
      what: 'Sổ của năm khác hoặc tỉnh khác[: {received}][; đợt thẩm định này: {expected}].',
      why: 'Đề nghị của năm khác, tỉnh khác không cộng chung vào số đề nghị.',
      how: 'Sửa dòng Năm hoặc Tỉnh, thành phố ở trang tính Thông tin, hoặc xin đúng sổ của đợt này.',
    },
    en: {
      what: 'Of another year or province[: {received}][; this check: {expected}].',
      why: 'Proposals of another year or province are not added to the others.',
      how: 'Correct the year or province on the sheet Thông tin, or ask for the workbook of this season.',
    },
  },
  'season-blank': {
    vi: {
      what: 'Sổ không ghi năm hoặc tỉnh[; các sổ khác ghi {expected}].',
      why: 'Không rõ sổ có thuộc đợt thẩm định này không.',
      how: 'Điền dòng Năm, dòng Tỉnh, thành phố ở trang tính Thông tin.',
    },
    en: {
      what: 'The workbook does not say its year or province[; others say {expected}].',
      why: 'It is not certain that it belongs to this check.',
      how: 'Fill in the year and the province on the sheet Thông tin.',
    },
  },
  'workbook-duplicate': {
    vi: {
      what: 'Sổ có số liệu giống hệt sổ {file}.',
      why: 'Một sổ nộp hai lần, hoặc nộp nhầm sổ của khối khác.',
      how: 'Giữ một bản, hoặc xin đúng sổ của khối.',
    },
    en: {
      what: 'The workbook holds exactly the inputs of {file}.',
      why: 'It was handed in twice, or another bloc’s workbook was handed in by mistake.',
      how: 'Keep one, or ask for the bloc’s own workbook.',
    },
  },
  'bloc-duplicate': {
    vi: {
      what: 'Khối “{received}” đã có sổ khác là {file}.',
      why: 'Mỗi khối một năm chỉ có một sổ chính thức.',
      how: 'Hỏi khối xem bản nào là bản nộp.',
    },
    en: {
      what: 'The bloc “{received}” already has another workbook, {file}.',
      why: 'A bloc has one official workbook a year.',
      how: 'Ask the bloc which one is handed in.',
    },
  },
  'unit-in-two-blocs': {
    vi: {
      what: 'Đơn vị “{received}” cũng có trong {bloc}, sổ {file}.',
      why: 'Mỗi đơn vị chỉ thuộc một khối.',
      how: 'Đối chiếu với quyết định chia khối.',
    },
    en: {
      what: 'The unit “{received}” also stands in {bloc}, workbook {file}.',
      why: 'A unit belongs to one bloc only.',
      how: 'Compare with the decision that forms the blocs.',
    },
  },
  'bloc-unexpected': {
    vi: {
      what: 'Khối “{received}” không có trong danh sách khối[; gần nhất là “{expected}”].',
      why: 'Danh sách khối do Hội đồng đưa ra.',
      how: 'Sửa tên khối, hoặc bổ sung danh sách.',
    },
    en: {
      what: 'The bloc “{received}” is not on the list of blocs[; the nearest is “{expected}”].',
      why: 'The Board gives the list of blocs.',
      how: 'Correct the name, or amend the list.',
    },
  },
  'bloc-missing': {
    vi: {
      what: 'Chưa có sổ của khối “{expected}”.',
      why: 'Khối có trong danh sách phải nộp sổ.',
      how: 'Đôn đốc khối nộp sổ.',
    },
    en: {
      what: 'There is no workbook of the bloc “{expected}”.',
      why: 'Every bloc on the list must hand one in.',
      how: 'Ask the bloc for it.',
    },
  },
  'limit-exceeded': {
    vi: {
      what: 'Toàn tỉnh đề nghị {received} đơn vị cho {award}, vượt giới hạn {expected}.',
      why: 'Giới hạn do Hội đồng đưa ra.',
      how: 'Cân nhắc bớt đề nghị.',
    },
    en: {
      what: 'The province proposes {received} units for {award}; the limit is {expected}.',
      why: 'The Board gives the limit.',
      how: 'Consider which proposals to drop.',
    },
  },
  'file-unreadable': {
    vi: {
      what: 'Không đọc được tệp[ ({detail})].',
      why: 'Tệp không còn đó, hoặc không có quyền đọc.',
      how: 'Kiểm tra tên tệp, thư mục và quyền đọc.',
    },
    en: {
      what: 'The file cannot be read[ ({detail})].',
      why: 'It is gone, or may not be read.',
      how: 'Check its name, folder and your right to read it.',
    },
  },
  'old-table': {
    vi: {
      what: 'Tệp chưa phải sổ mẫu, nhưng trang tính “{sheet}” có bảng chấm điểm từ ô {cell}; lệnh thidua adopt lập sổ mẫu từ bảng này.',
      why: 'Xếp hạng và khen thưởng dựa vào các trang tính của sổ mẫu.',
      how: 'Xem trước và trả lời các câu hỏi: thidua adopt TỆP; rồi lập sổ: thidua adopt TỆP -o SỔ.xlsx.',
    },
    en: {
      what: 'The file is no standard workbook, but its sheet “{sheet}” holds a score table from {cell} on; the command thidua adopt makes a standard workbook from it.',
      why: 'Ranks and awards rest on the sheets of a standard workbook.',
      how: 'See the preview and answer the questions: thidua adopt FILE; then make the workbook: thidua adopt FILE -o OUT.xlsx.',
    },
  },
  'file-too-slow': {
    vi: {
      what: 'Tệp làm máy tính toán quá lâu so với một sổ chấm điểm nên đã dừng.',
      why: 'Một tệp như vậy không được phép giữ chân các tệp khác.',
      how: 'Mở bằng Excel, xóa hàng, cột, quy tắc và tên định nghĩa thừa rồi lưu lại; nếu vẫn vậy, xin lại bản gốc.',
    },
    en: {
      what: 'The file takes far longer to compute than a scoring workbook does and was stopped.',
      why: 'Such a file must not keep the others waiting.',
      how: 'Open it in Excel, delete surplus rows, columns, rules and defined names and save it again; if that does not help, ask for the original.',
    },
  },
  'program-fault': {
    vi: {
      what: 'Chương trình tự gặp lỗi khi thẩm định tệp này[ ({detail})] nên chưa kết luận gì về tệp.',
      why: 'Lỗi nằm trong chương trình; các tệp khác vẫn được thẩm định.',
      how: 'Báo dòng này cho người hỗ trợ chương trình; trong lúc chờ, kiểm tra sổ này bằng tay.',
    },
    en: {
      what: 'The program itself failed while checking this file[ ({detail})], so nothing is said of the file.',
      why: 'The fault is the program’s; the other files were checked.',
      how: 'Send this line to the program’s support; until then check this workbook by hand.',
    },
  },
  'file-not-xlsx': {
    vi: {
      what: 'Tệp không phải sổ Excel dạng .xlsx.',
      why: 'Không đọc được nội dung.',
      how: 'Mở bằng Excel và lưu lại dạng .xlsx.',
    },
    en: {
      what: 'The file is not an .xlsx workbook.',
      why: 'Its contents cannot be read.',
      how: 'Open it in Excel and save it as .xlsx.',
    },
  },
  'file-encrypted': {
    vi: {
      what: 'Tệp đang đặt mật khẩu.',
      why: 'Không đọc được nội dung.',
      how: 'Mở bằng Excel, bỏ mật khẩu rồi lưu lại.',
    },
    en: {
      what: 'The file is protected by a password.',
      why: 'Its contents cannot be read.',
      how: 'Open it in Excel, remove the password and save it again.',
    },
  },
  'file-damaged': {
    vi: { what: 'Tệp bị hỏng hoặc bị cắt cụt.', why: 'Không đọc được trọn vẹn.', how: 'Xin lại bản gốc.' },
    en: {
      what: 'The file is damaged or cut short.',
      why: 'It cannot be read as a whole.',
      how: 'Ask for the original.',
    },
  },
  'file-too-large': {
    vi: {
      what: 'Tệp quá lớn so với một sổ chấm điểm.',
      why: 'Đọc tệp như vậy có thể làm treo máy.',
      how: 'Xóa hàng, cột, hình thừa rồi lưu lại.',
    },
    en: {
      what: 'The file is too large for a scoring workbook.',
      why: 'Reading it could stop the machine.',
      how: 'Delete surplus rows, columns and pictures, then save it again.',
    },
  },
  'file-unsupported': {
    vi: {
      what: 'Tệp dùng dạng lưu chưa được hỗ trợ.',
      why: 'Không đọc được nội dung.',
      how: 'Mở bằng Excel, lưu lại dạng .xlsx thông thường.',
    },
    en: {
      what: 'The file uses a form that is not supported.',
      why: 'Its contents cannot be read.',
      how: 'Open it in Excel and save it as an ordinary .xlsx.',
    },
  },
} as const satisfies Record<string, IssueTexts>;
