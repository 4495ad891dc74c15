/** Issue texts: sheets, headers, codes, names, places. */
import type { IssueTexts } from './issue-sentences';

export const STRUCTURE_TEXTS = {
  'sheet-missing': {
    vi: {
      what: 'Thiếu trang tính “{expected}”.[ Trang “{received}” là biểu đồ, hộp thoại hoặc mô-đun, không phải bảng gồm các ô.]',
      why: 'Kết quả dựa vào trang tính này; không đọc được thì không tính được.',
      how: '[Đổi tên trang “{received}”. ]Thêm trang tính “{expected}” theo sổ mẫu, hoặc đổi tên trang tính đang có cho đúng.',
    },
    en: {
      what: 'The sheet “{expected}” is missing.[ The sheet “{received}” is a chart, a dialogue or a module, no table of cells.]',
      why: 'The outcome rests on it; what cannot be read cannot be computed.',
      how: '[Rename “{received}”. ]Add the sheet as in the standard workbook, or rename the one you have.',
    },
  },
  'sheet-ambiguous': {
    vi: {
      what: 'Có nhiều trang tính cùng khớp với “{expected}”[: {received}].',
      why: 'Không đoán trang tính nào là đúng.',
      how: 'Chỉ giữ tên “{expected}” cho một trang tính, đổi tên các trang tính khác.',
    },
    en: {
      what: 'Several sheets match “{expected}”[: {received}].',
      why: 'Which one is meant is never guessed.',
      how: 'Keep the name for one sheet and rename the others.',
    },
  },
  'sheet-near': {
    vi: {
      what: 'Trang tính “{received}” không được đọc; tên gần giống “{expected}”, hoặc có các cột của trang tính đó.[ Ký tự thứ {at} là {seen}, không phải {meant}.]',
      why: 'Trang tính được tìm theo đúng tên; điều ghi ở đây chưa được tính đến.',
      how: 'Đổi tên thành “{expected}”; nếu không phải thì ghi tên này ở dòng “Trang tính không dùng” của trang tính Thông tin.',
    },
    en: {
      what: 'The sheet “{received}” is not read; its name is near “{expected}”, or it has that sheet’s columns.[ Character {at} is {seen}, not {meant}.]',
      why: 'Sheets are found by their exact names; what stands here does not count yet.',
      how: 'Rename it to “{expected}”; if it is something else, name it in a row “Trang tính không dùng” of the sheet Thông tin.',
    },
  },
  'header-near': {
    vi: {
      what: 'Ô {cell}, trang tính “{sheet}” ghi “{received}”; có phải “{expected}”?[ Ký tự thứ {at} là {seen}, không phải {meant}.]',
      why: 'Chữ gần giống không được tự coi là một; cột hoặc dòng này chưa được đọc.',
      how: 'Sửa thành “{expected}”, hoặc đặt tên khác hẳn nếu không phải.',
    },
    en: {
      what: 'Cell {cell} of “{sheet}” says “{received}”; is “{expected}” meant?[ Character {at} is {seen}, not {meant}.]',
      why: 'Similar words are never taken as equal; this column or row is not read yet.',
      how: 'Correct it to “{expected}”, or choose a quite different name.',
    },
  },
  'row-unread': {
    vi: {
      what: 'Dòng {row} của trang tính “{sheet}”[ (“{received}”)] không được đọc.',
      why: 'Dòng này không đủ các ô của một bản ghi, cũng không phải tiêu đề, dòng tổng hay chữ ký.',
      how: 'Điền đủ các ô bắt buộc của dòng, hoặc xóa dòng nếu thừa.',
    },
    en: {
      what: 'Row {row} of “{sheet}”[ (“{received}”)] is not read.',
      why: 'It lacks cells that a record must have, and is no heading, total or signature.',
      how: 'Fill in the cells the row must have, or delete it.',
    },
  },
  'column-unread': {
    vi: {
      what: 'Trang tính “{sheet}” có cột không được đọc: {received}.[ Có thể mất tiêu đề của: {lost}.]',
      why: 'Cột được đọc theo tiêu đề; cột riêng của người dùng được giữ nguyên và không ảnh hưởng kết quả.',
      how: 'Không bắt buộc; nếu cột này cần được tính thì ghi đúng tiêu đề.',
    },
    en: {
      what: 'The sheet “{sheet}” has columns that are not read: {received}.[ A header may be lost: {lost}.]',
      why: 'Columns are read by their headers; columns of your own stay as they are and decide nothing.',
      how: 'Nothing must be done; if the column should count, write its header.',
    },
  },
  'header-missing': {
    vi: {
      what: 'Trang tính “{sheet}” thiếu cột “{expected}”[ (đang là “{received}”)].',
      why: 'Các cột được tìm theo tiêu đề.',
      how: 'Thêm hoặc sửa tiêu đề cột thành “{expected}”.',
    },
    en: {
      what: 'The sheet “{sheet}” lacks the column “{expected}”[ (found “{received}”)].',
      why: 'Columns are found by their headers.',
      how: 'Add the column, or correct its header to “{expected}”.',
    },
  },
  'header-ambiguous': {
    vi: {
      what: 'Tiêu đề[ “{received}”] ở ô {cell}, trang tính “{sheet}” trùng với một cột khác hoặc với một từ dành riêng.',
      why: 'Không đoán cột nào là đúng.',
      how: 'Đổi tên hoặc bỏ cột thừa.',
    },
    en: {
      what: 'The header[ “{received}”] in {cell} of “{sheet}” matches another column or a reserved word.',
      why: 'Which one is meant is never guessed.',
      how: 'Rename or remove the surplus column.',
    },
  },
  'template-newer': {
    vi: {
      what: 'Sổ theo mẫu mới hơn chương trình[ ({received})].',
      why: 'Mẫu mới có thể có quy tắc mà bản này chưa biết.',
      how: 'Cập nhật chương trình rồi mở lại sổ.',
    },
    en: {
      what: 'The workbook follows a newer template[ ({received})] than this program.',
      why: 'It may hold rules that this version does not know.',
      how: 'Update the program and open the workbook again.',
    },
  },
  'template-missing': {
    vi: {
      what: 'Thiếu hoặc sai dòng “Mẫu sổ”[: đang là “{received}”].',
      why: 'Dòng này cho biết sổ theo mẫu nào.',
      how: 'Ghi “Mẫu sổ” là thidua/1 trong trang tính Thông tin.',
    },
    en: {
      what: 'The row “Mẫu sổ” is missing or wrong[: “{received}”].',
      why: 'It says which template the workbook follows.',
      how: 'Write thidua/1 beside “Mẫu sổ” in the sheet Thông tin.',
    },
  },
  'setting-invalid': {
    vi: {
      what: 'Giá trị[ “{received}”] ở ô {cell}, trang tính “{sheet}” không dùng được[; cần: {expected}].[ Ký tự thứ {at} là {seen}, không phải {meant}.]',
      why: 'Quy tắc không rõ thì không kết quả nào dựa vào nó được coi là chắc chắn.',
      how: 'Chọn một giá trị cho phép[: {expected}].',
    },
    en: {
      what: 'The value[ “{received}”] in {cell} of “{sheet}” cannot be used[; expected: {expected}].[ Character {at} is {seen}, not {meant}.]',
      why: 'While a rule is unclear no outcome that rests on it is settled.',
      how: 'Choose an allowed value[: {expected}].',
    },
  },
  'code-missing': {
    vi: {
      what: 'Hàng ở ô {cell}, trang tính “{sheet}” có số liệu nhưng không có mã.',
      why: 'Mã là khóa để nối các trang tính.',
      how: 'Điền mã, hoặc xóa hàng nếu thừa.',
    },
    en: {
      what: 'The row at {cell} of “{sheet}” has contents but no code.',
      why: 'Codes connect the sheets.',
      how: 'Enter the code, or delete the row.',
    },
  },
  'code-duplicate': {
    vi: {
      what: 'Mã[ “{received}”] bị trùng ở ô {cell}, trang tính “{sheet}”.',
      why: 'Không đoán hàng nào là đúng.',
      how: 'Sửa mã hoặc bỏ hàng trùng.',
    },
    en: {
      what: 'The code[ “{received}”] stands twice ({cell} of “{sheet}”).',
      why: 'Which row is meant is never guessed.',
      how: 'Correct the code or remove the duplicate.',
    },
  },
  'criterion-too-deep': {
    vi: {
      what: 'Tiêu chí[ “{received}”] ở ô {cell}, trang tính “{sheet}” nằm dưới[ {expected}] cấp tiêu chí trở lên.',
      why: 'Không quy chế nào chia sâu như vậy; dòng này được coi là mục lớn, nên tổng điểm chưa chắc đúng.',
      how: 'Sửa mã tiêu chí cho đúng cấp.',
    },
    en: {
      what: 'The criterion[ “{received}”] in {cell} of “{sheet}” stands below[ {expected}] or more others.',
      why: 'No regulation divides so deeply; the row is taken for a section, so that totals are not certain.',
      how: 'Correct its code.',
    },
  },
  'code-unknown': {
    vi: {
      what: 'Mã hoặc tên[ “{received}”] ở ô {cell}, trang tính “{sheet}” không có trong sổ.[ Mã này có thể là: {places}.][ Có phải “{expected}”?][ Ký tự thứ {at} là {seen}, không phải {meant}.]',
      why: 'Tên gần giống không được tự coi là một.',
      how: 'Sửa lại cho đúng mã hoặc tên đã khai[: “{expected}”].',
    },
    en: {
      what: 'The code or name[ “{received}”] in {cell} of “{sheet}” is not known.[ It may be any of: {places}.][ Did you mean “{expected}”?][ Character {at} is {seen}, not {meant}.]',
      why: 'Similar names are never taken as equal.',
      how: 'Correct it to a declared code or name[: “{expected}”].',
    },
  },
  'code-is-number': {
    vi: {
      what: 'Mã ở ô {cell}[ ({received})] đang là số.[ Excel đã đổi mã {typed} thành ngày.]',
      why: 'Mã là chữ: 1.10 khác 1.1, số sẽ làm mất số 0 cuối.',
      how: 'Định dạng ô là Văn bản (Text) rồi nhập lại mã[ {typed}].',
    },
    en: {
      what: 'The code in {cell}[ ({received})] is stored as a number.[ Excel turned the code {typed} into a date.]',
      why: 'Codes are texts: 1.10 is not 1.1, a number loses its last zero.',
      how: 'Format the cell as Text and enter the code[ {typed}] again.',
    },
  },
  'code-generated': {
    vi: {
      what: 'Tiêu chí ở ô {cell} dùng dấu gạch đầu dòng; được gọi là “{criterion}”.',
      why: 'Mỗi tiêu chí cần một mã để chỉ đúng ô.',
      how: 'Không bắt buộc; có thể ghi mã “{criterion}” thay dấu gạch.',
    },
    en: {
      what: 'The criterion in {cell} has a bullet for a code; it is called “{criterion}”.',
      why: 'Every criterion needs a code so that cells can be named.',
      how: 'Nothing must be done; you may write “{criterion}” instead of the bullet.',
    },
  },
  'codes-by-place': {
    vi: {
      what: 'Mã tiêu chí in lặp lại giữa các nhóm; mỗi tiêu chí được gọi theo đường dẫn của nó: mã[ “{received}”] ở ô {cell} là “{criterion}”.',
      why: 'Mã trùng nhau chỉ phân biệt được bằng thứ tự và kiểu đánh số.',
      how: 'Không bắt buộc; ở các trang tính khác ghi mã đầy đủ, ví dụ “{criterion}”.',
    },
    en: {
      what: 'Printed codes of criteria repeat; each criterion is called by the path to it: the code[ “{received}”] in {cell} is “{criterion}”.',
      why: 'Equal codes can be told apart by order and kind of numbering alone.',
      how: 'Nothing must be done; in other sheets write the whole code, such as “{criterion}”.',
    },
  },
  'unit-name-duplicate': {
    vi: {
      what: 'Hai đơn vị cùng tên[ “{received}”].',
      why: 'Tên trùng làm lẫn điểm của hai đơn vị.',
      how: 'Đổi tên hoặc xóa hàng trùng trong trang tính Đơn vị.',
    },
    en: {
      what: 'Two units bear the name[ “{received}”].',
      why: 'Equal names would mix up two units’ scores.',
      how: 'Rename one, or remove the duplicate row in Đơn vị.',
    },
  },
  'unit-column-missing': {
    vi: {
      what: 'Đơn vị {unit} chưa có cột điểm trong trang tính Chấm điểm.',
      why: 'Đơn vị không có điểm thì không có tổng và chưa kết luận được khen thưởng.',
      how: 'Thêm cột của đơn vị, ghi đúng mã hoặc tên ở hàng tiêu đề.',
    },
    en: {
      what: 'The unit {unit} has no column in Chấm điểm.',
      why: 'Without scores it has no total and awards cannot be settled.',
      how: 'Add its column with its code or name in the header row.',
    },
  },
  'criterion-row-missing': {
    vi: {
      what: 'Tiêu chí {criterion} chưa có hàng trong trang tính Chấm điểm.',
      why: 'Thiếu một tiêu chí thì không đơn vị nào có tổng.',
      how: 'Thêm hàng với mã {criterion}.',
    },
    en: {
      what: 'The criterion {criterion} has no row in Chấm điểm.',
      why: 'While one criterion is missing no unit has a total.',
      how: 'Add a row with the code {criterion}.',
    },
  },
  'merged-data': {
    vi: {
      what: 'Ô {cell}, trang tính “{sheet}” bị trộn trong vùng nhập liệu[ ({received})].',
      why: 'Ô trộn chỉ giữ một giá trị; các ô còn lại thành trống.',
      how: 'Bỏ trộn ô và nhập lại từng ô.',
    },
    en: {
      what: 'The cell {cell} of “{sheet}” is merged inside the data[ ({received})].',
      why: 'Merged cells keep one value; the others become blank.',
      how: 'Unmerge them and fill in each cell.',
    },
  },
  'legacy-encoding': {
    vi: {
      what: 'Chữ ở ô {cell}, trang tính “{sheet}” gõ theo bảng mã cũ (TCVN3 hoặc VNI)[: “{received}”].',
      why: 'Chữ bảng mã cũ hiện sai và in sai khi không có phông .VnTime hay VNI, và không khớp với chữ Unicode ở nơi khác.',
      how: 'Đổi sang chữ Unicode[: “{expected}”]; chữ trước đây dùng phông chữ hoa (tên phông có chữ H cuối, như .VnTimeH) thì gõ lại bằng chữ hoa.',
    },
    en: {
      what: 'The text in {cell} of “{sheet}” is in an old encoding (TCVN3 or VNI)[: “{received}”].',
      why: 'Without the fonts .VnTime or VNI it is shown and printed wrongly, and it equals no Unicode text elsewhere.',
      how: 'Change it to Unicode[: “{expected}”]; what stood in a font of capitals (its name ends in H, as .VnTimeH) must be typed again in capitals.',
    },
  },
  'hidden-data': {
    vi: {
      what: 'Có dữ liệu đang ẩn ở trang tính “{sheet}”[ ({received})].',
      why: 'Dữ liệu ẩn vẫn được tính; người đọc bản in không thấy.',
      how: 'Hiện lại để kiểm tra; không bắt buộc.',
    },
    en: {
      what: 'The sheet “{sheet}” holds hidden data[ ({received})].',
      why: 'Hidden data counts, and readers of the paper do not see it.',
      how: 'Unhide it to check; nothing must be done.',
    },
  },
  'manual-calculation': {
    vi: {
      what: 'Sổ đang đặt chế độ tính thủ công: sửa điểm xong, công thức chưa tự tính lại.',
      why: 'Tổng điểm và thứ hạng nhìn thấy hoặc in ra có thể là của số liệu cũ.',
      how: 'Trong Excel vào Công thức > Tùy chọn tính toán, chọn Tự động (Formulas > Calculation Options > Automatic); nếu giữ thủ công thì bấm F9 trước khi xem, in hoặc lưu.',
    },
    en: {
      what: 'The workbook is set to manual calculation: after an edit formulas are not calculated by themselves.',
      why: 'Totals and ranks on the screen or on paper may be those of older scores.',
      how: 'In Excel choose Formulas > Calculation Options > Automatic; or press F9 before reading, printing or saving.',
    },
  },
} as const satisfies Record<string, IssueTexts>;
