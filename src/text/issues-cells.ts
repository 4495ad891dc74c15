/** Issue texts: scores, data, evidence. */
import type { IssueTexts } from './issue-sentences';

export const CELL_TEXTS = {
  'level-taken': {
    vi: {
      what: '{unit}: {received} ô trống ở cấp xếp hạng lấy điểm của cấp trước.',
      why: 'Quy tắc “Ô trống ở cấp xếp hạng” ghi: lấy cấp trước.',
      how: 'Không cần làm gì; điểm lấy có ghi ở phần giải thích.',
    },
    en: {
      what: '{unit}: {received} blank cells of the ranking level take the points of the level before.',
      why: 'The rule “Ô trống ở cấp xếp hạng” says so.',
      how: 'Nothing must be done; the explanation shows which points were taken.',
    },
  },
  'cell-error': {
    vi: {
      what: 'Ô {cell} đang báo lỗi[ {received}].',
      why: 'Ô lỗi không có giá trị; không thay bằng 0.',
      how: 'Sửa công thức hoặc nhập lại điểm.',
    },
    en: {
      what: 'The cell {cell} holds an error[ {received}].',
      why: 'An error has no value and is never taken as 0.',
      how: 'Mend the formula or enter the score.',
    },
  },
  'formula-not-calculated': {
    vi: {
      what: 'Công thức ở ô {cell} chưa được tính lại[, cùng {more} ô khác của trang tính này][: đang lưu {received}, nay phải là {expected}].',
      why: 'Giá trị đang lưu đã cũ hoặc có thể đã cũ, nên không dùng để xếp hạng.',
      how: 'Mở sổ bằng Excel, nhấn F9 cho tính lại rồi lưu; hoặc nhập số thay công thức.',
    },
    en: {
      what: 'The formula in {cell} has not been calculated[, nor have {more} more of this sheet][: it stores {received} and now gives {expected}].',
      why: 'Its stored value is or may be out of date, so nothing is ranked by it.',
      how: 'Open the workbook in Excel, press F9 and save; or enter the number in place of the formula.',
    },
  },
  'formula-unsteady': {
    vi: {
      what: 'Giá trị[ ở {cells}] có thể tự đổi[: công thức phía sau dùng hàm {function}][: công thức phía sau lấy số từ tệp khác, {link}].',
      why: 'Kết quả đã ký phải giữ nguyên; ô tự đổi thì lần mở sổ sau có thể cho thứ hạng khác.',
      how: 'Chép các ô đó rồi dán giá trị (Paste Special, Values) để chốt số, rồi kiểm tra lại.',
    },
    en: {
      what: 'The values[ in {cells}] may change by themselves[: a formula behind them uses {function}][: a formula behind them reads another file, {link}].',
      why: 'Signed results must stay as they are; the next opening of the workbook may give another ranking.',
      how: 'Copy these cells and paste their values to settle them, then check again.',
    },
  },
  'shown-differs': {
    vi: {
      what: 'Ô {cell} đang hiện {received}, được đọc là {expected}[; các ô cùng kiểu hiển thị: {cells}].',
      why: 'Kết quả tính theo giá trị trong ô; người xem màn hình và bản in lại thấy khác.',
      how: 'Đổi định dạng số (Format Cells, Number) hoặc màu chữ cho hiện đúng giá trị; nếu giá trị sai thì nhập lại.',
    },
    en: {
      what: 'The cell {cell} shows {received} and is read as {expected}[; cells shown in the same way: {cells}].',
      why: 'What is in the cell counts, and readers of screen and paper see something else.',
      how: 'Change the number format (Format Cells, Number) or the font colour so that the value is seen; if the value is wrong, enter it again.',
    },
  },
  'score-missing': {
    vi: {
      what: 'Thiếu điểm[ của {unit}][ ở tiêu chí {criterion}] (ô {cell}).',
      why: 'Ô trống không phải 0 điểm; đơn vị chưa có tổng.',
      how: 'Nhập điểm; nếu là không điểm thì nhập 0.',
    },
    en: {
      what: 'The score[ of {unit}][ for {criterion}] is missing ({cell}).',
      why: 'A blank is not 0; the unit has no total.',
      how: 'Enter the score; enter 0 if it is none.',
    },
  },
  'score-not-number': {
    vi: {
      what: 'Ô {cell} không phải là điểm[: “{received}”].',
      why: 'Chữ không bao giờ được đoán thành số.',
      how: 'Nhập điểm bằng số[, cần: {expected}].',
    },
    en: {
      what: 'The cell {cell} is no score[: “{received}”].',
      why: 'A text is never guessed into a number.',
      how: 'Enter the score as a number[, expected: {expected}].',
    },
  },
  'number-as-text': {
    vi: {
      what: 'Số ở ô {cell} đang lưu dạng chữ[: “{received}”].',
      why: 'Excel không cộng số dạng chữ, nên tổng sẽ sai mà không ai thấy.',
      how: 'Nhập lại bằng số[: {fix}].',
    },
    en: {
      what: 'The number in {cell} is stored as text[: “{received}”].',
      why: 'Excel does not add texts, so the sum would be wrong unseen.',
      how: 'Enter it again as a number[: {fix}].',
    },
  },
  'score-negative': {
    vi: {
      what: 'Điểm ở ô {cell} là số âm[: {received}].',
      why: 'Điểm từ 0 đến điểm tối đa; điểm trừ ghi số dương ở phần điểm trừ.',
      how: 'Nhập lại điểm[ trong khoảng 0–{expected}].',
    },
    en: {
      what: 'The score in {cell} is negative[: {received}].',
      why: 'Scores run from 0 to the maximum; deductions are positive numbers of their own.',
      how: 'Enter the score again[, from 0 to {expected}].',
    },
  },
  'score-above-max': {
    vi: {
      what: 'Điểm ở ô {cell}[ là {received},] vượt điểm tối đa[: cần {expected}].',
      why: 'Điểm vượt tối đa không bao giờ được tự cắt xuống.',
      how: 'Nhập lại điểm, hoặc sửa điểm tối đa nếu quy chế cho phép.',
    },
    en: {
      what: 'The score in {cell}[, {received},] is above the maximum[: {expected} expected].',
      why: 'A score above its maximum is never cut down silently.',
      how: 'Enter the score again, or correct the maximum if the regulation allows it.',
    },
  },
  'score-off-step': {
    vi: {
      what: 'Điểm ở ô {cell}[ ({received})] không đúng bước điểm[ {expected}].',
      why: 'Quy chế cho điểm theo bước.',
      how: 'Nhập điểm là bội số của bước.',
    },
    en: {
      what: 'The score in {cell}[ ({received})] is off the step[ {expected}].',
      why: 'The regulation scores in steps.',
      how: 'Enter a multiple of the step.',
    },
  },
  'score-off-ladder': {
    vi: {
      what: 'Điểm ở ô {cell}[ ({received})] không thuộc các mức cho phép[: {expected}].',
      why: 'Tiêu chí này chỉ có các mức điểm đã định.',
      how: 'Chọn một trong các mức[: {expected}].',
    },
    en: {
      what: 'The score in {cell}[ ({received})] is none of the allowed levels[: {expected}].',
      why: 'This criterion has fixed levels.',
      how: 'Choose one of them[: {expected}].',
    },
  },
  'deduction-sign': {
    vi: {
      what: 'Điểm trừ ở ô {cell} ghi số âm[: {received}].',
      why: 'Điểm trừ ghi bằng số dương; không tự đổi dấu.',
      how: 'Nhập lại bằng số dương[: {fix}].',
    },
    en: {
      what: 'The deduction in {cell} is negative[: {received}].',
      why: 'Deductions are entered as positive numbers; no sign is guessed.',
      how: 'Enter it again as a positive number[: {fix}].',
    },
  },
  'na-not-allowed': {
    vi: {
      what: 'Ô {cell} ghi “không áp dụng”, nhưng tiêu chí[ {criterion}] không cho phép.',
      why: 'Quy chế không cho bỏ qua tiêu chí này.',
      how: 'Nhập điểm, hoặc cho phép trong cột Không áp dụng và Quy tắc.',
    },
    en: {
      what: 'The cell {cell} says “not applicable”, which the criterion[ {criterion}] does not allow.',
      why: 'The regulation does not let it be left out.',
      how: 'Enter a score, or allow it in the column Không áp dụng and in Quy tắc.',
    },
  },
  'float-noise': {
    vi: {
      what: 'Công thức ở ô {cell} để lại số lẻ do máy tính[; được đọc là {expected}].',
      why: 'Số lẻ nhị phân làm mất các trường hợp bằng điểm.',
      how: 'Không bắt buộc; có thể dùng ROUND trong công thức.',
    },
    en: {
      what: 'The formula in {cell} leaves binary noise[; it is read as {expected}].',
      why: 'Binary noise hides ties.',
      how: 'Nothing must be done; ROUND in the formula removes it.',
    },
  },
  'score-differs-from-data': {
    vi: {
      what: 'Điểm ở ô {cell}[ ({received})] khác điểm tính từ số liệu[ ({expected})].',
      why: 'Điểm nhập và điểm tính phải khớp thì mới được dùng.',
      how: 'Sửa điểm hoặc sửa trang tính Số liệu; có thể để trống ô điểm.',
    },
    en: {
      what: 'The score in {cell}[ ({received})] differs from the one computed from the data[ ({expected})].',
      why: 'Typed and computed points must agree before they count.',
      how: 'Correct the score or the sheet Số liệu; the score may be left blank.',
    },
  },
  'data-missing': {
    vi: {
      what: 'Thiếu số liệu[ của {unit}][ cho tiêu chí {criterion}] (ô {cell}).',
      why: 'Điểm của tiêu chí này tính từ số liệu; trống không phải 0.',
      how: 'Điền trang tính Số liệu.',
    },
    en: {
      what: 'Data[ of {unit}][ for {criterion}] is missing ({cell}).',
      why: 'The points are computed from it; a blank is not 0.',
      how: 'Fill in the sheet Số liệu.',
    },
  },
  'count-invalid': {
    vi: {
      what: 'Số ở ô {cell} không dùng được[: “{received}”].',
      why: 'Số lần, số phiếu là số nguyên không âm.',
      how: 'Nhập lại số.',
    },
    en: {
      what: 'The count in {cell} cannot be used[: “{received}”].',
      why: 'Counts are whole numbers from 0.',
      how: 'Enter the number again.',
    },
  },
  'percent-scale': {
    vi: {
      what: 'Số ở ô {cell}[ ({received})] có thể lẫn giữa phần trăm và số thường[; được tính là {expected}].',
      why: 'Dễ lẫn 95 với 0,95.',
      how: 'Kiểm tra lại; chỉ tiêu và thực hiện nhập cùng một kiểu, điểm nhập bằng số thường.',
    },
    en: {
      what: 'The number in {cell}[ ({received})] may mix up a percentage and a plain number[; it counts as {expected}].',
      why: '95 and 0.95 are easily mixed up.',
      how: 'Check it; enter target and actual in the same way, scores as plain numbers.',
    },
  },
  'date-as-text': {
    vi: {
      what: 'Ngày ở ô {cell} đang lưu dạng chữ[: “{received}”].',
      why: 'Ngày dạng chữ không so sánh được.',
      how: 'Nhập lại bằng ngày[: {expected}].',
    },
    en: {
      what: 'The date in {cell} is stored as text[: “{received}”].',
      why: 'A text cannot be compared as a date.',
      how: 'Enter it again as a date[: {expected}].',
    },
  },
  'score-decimals': {
    vi: {
      what: 'Điểm ở ô {cell}[ ({received})] có nhiều chữ số thập phân hơn cho phép[ ({expected})].',
      why: 'Điểm nhập được tính đúng như nhập, không tự làm tròn.',
      how: 'Nhập lại theo số chữ số quy định.',
    },
    en: {
      what: 'The score in {cell}[ ({received})] has more decimals than allowed[ ({expected})].',
      why: 'Typed points count as typed; they are not rounded.',
      how: 'Enter it with the decimals of the regulation.',
    },
  },
  'section-na': {
    vi: {
      what: 'Nhóm {criterion} của {unit} không áp dụng toàn bộ.',
      why: 'Điểm các nhóm còn lại được quy đổi theo tổng điểm tối đa.',
      how: 'Kiểm tra lại; không bắt buộc.',
    },
    en: {
      what: 'The whole section {criterion} does not apply to {unit}.',
      why: 'The other sections are rescaled to the whole maximum.',
      how: 'Check it; nothing must be done.',
    },
  },
  'na-all': {
    vi: {
      what: 'Mọi tiêu chí của {unit} đều ghi không áp dụng.',
      why: 'Không còn gì để quy đổi nên đơn vị không có tổng.',
      how: 'Nhập điểm cho ít nhất một tiêu chí, hoặc ghi lý do không xếp hạng.',
    },
    en: {
      what: 'Every criterion of {unit} is marked not applicable.',
      why: 'Nothing is left to rescale, so the unit has no total.',
      how: 'Score at least one criterion, or record why the unit is not ranked.',
    },
  },
  'target-not-positive': {
    vi: {
      what: 'Chỉ tiêu ở ô {cell}[ ({received})] phải lớn hơn 0.',
      why: 'Không tính được tỷ lệ thực hiện trên chỉ tiêu bằng 0 hoặc âm.',
      how: 'Sửa chỉ tiêu, hoặc ghi không áp dụng nếu được phép.',
    },
    en: {
      what: 'The target in {cell}[ ({received})] must be above 0.',
      why: 'No ratio can be taken of a target that is 0 or negative.',
      how: 'Correct the target, or mark it not applicable where allowed.',
    },
  },
  'attribute-invalid': {
    vi: {
      what: 'Giá trị[ “{received}”][ của {unit}][ ở cột {header}] (ô {cell}) không hiểu được[; cần ghi: {expected}].',
      why: 'Điều kiện dựa vào ô này nên chưa rõ đơn vị có đạt hay không.',
      how: 'Nhập lại theo thực tế của đơn vị[: {expected}].',
    },
    en: {
      what: 'The value[ “{received}”][ of {unit}][ in the column {header}] ({cell}) is not understood[; to be entered: {expected}].',
      why: 'A condition rests on it, so it stays unknown whether the unit meets it.',
      how: 'Enter what is true of the unit[: {expected}].',
    },
  },
  'evidence-missing': {
    vi: {
      what: 'Chưa ghi minh chứng[ của {unit}][ cho tiêu chí {criterion}].',
      why: 'Quy tắc của sổ yêu cầu minh chứng cho điểm này.',
      how: 'Ghi minh chứng vào trang tính Số liệu.',
    },
    en: {
      what: 'No evidence is recorded[ for {unit}][, criterion {criterion}].',
      why: 'The workbook’s rules ask for evidence for these points.',
      how: 'Record it in the sheet Số liệu.',
    },
  },
  'remark-missing': {
    vi: {
      what: 'Điểm chấm[ {received}] khác điểm tự chấm[ {expected}][ ở tiêu chí {criterion}] mà chưa giải trình.',
      why: 'Quy tắc của sổ yêu cầu giải trình khi lệch điểm.',
      how: 'Ghi giải trình vào trang tính Số liệu.',
    },
    en: {
      what: 'The score[ {received}] differs from the self score[ {expected}][ for {criterion}] without a remark.',
      why: 'The workbook’s rules ask for a remark on differences.',
      how: 'Record it in the sheet Số liệu.',
    },
  },
  'near-equal': {
    vi: {
      what: 'Chưa phân định được hơn kém[: {received}][ so với {expected}][, điều kiện {condition}][, các đơn vị {units}], vì ô {cells} chứa thương lẻ.',
      why: 'Thương trong ô (như =1/3) chỉ được biết đến chữ số thập phân thứ mười; hai giá trị sát nhau hơn thế thì không đoán.',
      how: 'Làm tròn ô {cells} (dùng ROUND theo quy chế), hoặc ghi quyết định của hội nghị.',
    },
    en: {
      what: 'It cannot be told which is higher[: {received}][ against {expected}][, condition {condition}][, units {units}], because {cells} holds a quotient.',
      why: 'A quotient in a cell (such as =1/3) is known to its tenth decimal only; nothing is guessed about values that are nearer.',
      how: 'Round {cells} (with ROUND, as the regulation says), or record a decision of the meeting.',
    },
  },
} as const satisfies Record<string, IssueTexts>;
