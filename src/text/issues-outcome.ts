/** Issue texts: ties, awards, ballots, decisions. */
import type { IssueTexts } from './issue-sentences';

export const OUTCOME_TEXTS = {
  'attendance-differs': {
    vi: {
      what: 'Trang tính Dự họp đếm được[ {expected}] người, ô {cell} của phiếu {ballot} ghi[ {received}].',
      why: 'Biên bản họp và biên bản kiểm phiếu sẽ nêu hai số khác nhau.',
      how: 'Sửa trang tính Dự họp hoặc số người ở trang tính Bỏ phiếu cho khớp.',
    },
    en: {
      what: 'Dự họp lists[ {expected}] people, the cell {cell} of the ballot {ballot} says[ {received}].',
      why: 'The minutes and the record of the count would give two numbers.',
      how: 'Correct Dự họp or the count in Bỏ phiếu so that they agree.',
    },
  },
  'tie-unresolved': {
    vi: {
      what: 'Các đơn vị bằng nhau, cùng hạng[: {received}].',
      why: 'Thứ tự ưu tiên không phân được; tên và thứ tự hàng không bao giờ dùng để phân hạng.',
      how: 'Nếu cần phân hạng, ghi quyết định của hội nghị vào trang tính Quyết định.',
    },
    en: {
      what: 'These units share a rank[: {received}].',
      why: 'No tie key parts them; names and row order never do.',
      how: 'If they must be parted, record the meeting’s decision in Quyết định.',
    },
  },
  'tie-key-missing': {
    vi: {
      what: 'Đơn vị {unit} thiếu dữ liệu cho ưu tiên[ “{expected}”] khi bằng điểm.',
      why: 'Thiếu dữ liệu thì tiêu chí ưu tiên đó không phân hạng.',
      how: 'Bổ sung dữ liệu.',
    },
    en: {
      what: 'The unit {unit} lacks the value for the tie key[ “{expected}”].',
      why: 'A key that is blank for one of the tied breaks nothing.',
      how: 'Enter the value.',
    },
  },
  'award-grows': {
    vi: {
      what: 'Hình thức {award} tăng từ[ {expected}] lên[ {received}] suất do bằng điểm ở suất cuối.',
      why: 'Quy chế chọn “lấy hết” khi bằng điểm.',
      how: 'Kiểm tra với Ban Thi đua - Khen thưởng nếu suất là cố định.',
    },
    en: {
      what: 'The award {award} grows from[ {expected}] to[ {received}] places through a tie at the last place.',
      why: 'The regulation takes all of the tied.',
      how: 'Ask the Board if the number of places is fixed.',
    },
  },
  'decision-incomplete': {
    vi: {
      what: 'Quyết định ở ô {cell} thiếu người quyết định hoặc ngày.',
      why: 'Quyết định phải biết ai và khi nào.',
      how: 'Điền đủ Người quyết định và Ngày.',
    },
    en: {
      what: 'The decision at {cell} lacks who or when.',
      why: 'A decision needs its author and date.',
      how: 'Fill in Người quyết định and Ngày.',
    },
  },
  'tie-by-rounding': {
    vi: {
      what: 'Làm tròn làm[ {units}] bằng nhau hoặc đổi thứ tự (tổng chưa làm tròn[: {received}]).',
      why: 'Hạng dùng tổng đã làm tròn, là số được đọc trước hội nghị.',
      how: 'Báo hội nghị biết; không bắt buộc.',
    },
    en: {
      what: 'Rounding made[ {units}] equal or changed their order (exact totals[: {received}]).',
      why: 'Ranks use the rounded total, which is what the meeting reads.',
      how: 'Tell the meeting; nothing must be done.',
    },
  },
  'tie-at-cutoff': {
    vi: {
      what: 'Bằng điểm ở suất cuối[ của {award}][: {received}].',
      why: 'Không đơn vị nào trong số đó được đề nghị khi hội nghị chưa quyết định.',
      how: 'Ghi quyết định của hội nghị (ai, khi nào, lý do) vào trang tính Quyết định.',
    },
    en: {
      what: 'Units are tied at the last place[ of {award}][: {received}].',
      why: 'None of them is proposed until the meeting decides.',
      how: 'Record the decision (who, when, why) in Quyết định.',
    },
  },
  'eligibility-unknown': {
    vi: {
      what: 'Chưa rõ đơn vị {unit} có đủ điều kiện[ cho {award}] hay không[ (điều kiện {condition})].[ Số phiếu của {impossible} ở ô {cell}, trang tính “{sheet}” không hợp lý.]',
      why: 'Thiếu dữ liệu này thì kết quả có thể thay đổi.',
      how: 'Bổ sung dữ liệu còn thiếu hoặc sửa dữ liệu sai theo thực tế[: {expected}].',
    },
    en: {
      what: 'It is unknown whether {unit} is eligible[ for {award}][ (condition {condition})].[ The votes on {impossible} in {cell} of “{sheet}” cannot be.]',
      why: 'The outcome could change with the missing fact.',
      how: 'Enter the missing fact, or correct the wrong one, as it is[: {expected}].',
    },
  },
  'quota-unfilled': {
    vi: {
      what: 'Hình thức {award} còn suất không dùng[: {received} trên {expected}].',
      why: 'Không đủ đơn vị đủ điều kiện.',
      how: 'Không cần làm gì.',
    },
    en: {
      what: 'The award {award} has unused places[: {received} of {expected}].',
      why: 'Too few units are eligible.',
      how: 'Nothing must be done.',
    },
  },
  'decision-stale': {
    vi: {
      what: 'Quyết định ở ô {cell} không còn khớp với kết quả hiện tại[: {received}].',
      why: 'Quyết định chỉ áp dụng cho đúng các đơn vị đang bằng nhau hoặc đúng tình huống đã ghi.',
      how: 'Ghi lại quyết định cho tình huống mới, hoặc xóa hàng.',
    },
    en: {
      what: 'The decision at {cell} no longer fits the results[: {received}].',
      why: 'A decision holds only for exactly the case it was taken for.',
      how: 'Record a new decision, or delete the row.',
    },
  },
  'decision-without-reason': {
    vi: {
      what: 'Quyết định ở ô {cell} không ghi lý do.',
      why: 'Quyết định không có lý do thì không được áp dụng.',
      how: 'Ghi lý do.',
    },
    en: {
      what: 'The decision at {cell} has no reason.',
      why: 'A decision without a reason is not applied.',
      how: 'Enter the reason.',
    },
  },
  'ballot-impossible': {
    vi: {
      what: 'Số phiếu ở ô {cell} không hợp lý[: {received}][, cần {expected}][; có vòng {round} mà chưa có vòng {before}].',
      why: 'Phải có: đồng ý ≤ hợp lệ ≤ thu về ≤ phát ra ≤ có mặt + ý kiến bằng văn bản ≤ thành viên; các dòng của một phiếu, một vòng ghi cùng số thành viên, có mặt, phát ra; vòng sau phải có vòng trước.',
      how: 'Kiểm tra lại biên bản kiểm phiếu.',
    },
    en: {
      what: 'The ballot count in {cell} is impossible[: {received}][, expected {expected}][; round {round} follows no round {before}].',
      why: 'In favour ≤ valid ≤ returned ≤ issued ≤ present + written opinions ≤ members; the rows of one ballot and round agree on members, present, issued; a later round follows an earlier one.',
      how: 'Check the counting record.',
    },
  },
  'ballot-missing': {
    vi: {
      what: 'Chưa có kết quả bỏ phiếu[ {received}].',
      why: 'Điều kiện về phiếu chưa xác định được.',
      how: 'Nhập kết quả kiểm phiếu vào trang tính Bỏ phiếu.',
    },
    en: {
      what: 'There is no result of the ballot[ {received}].',
      why: 'Its condition cannot be decided.',
      how: 'Enter the counts in Bỏ phiếu.',
    },
  },
  'ballot-needed': {
    vi: {
      what: 'Cần kết quả bỏ phiếu[ {received}][ đối với: {units}].',
      why: 'Phân hạng khi bằng điểm hoặc điều kiện khen thưởng của các đơn vị này đang chờ kết quả bỏ phiếu.',
      how: 'Tổ chức bỏ phiếu rồi nhập kết quả kiểm phiếu vào trang tính Bỏ phiếu.',
    },
    en: {
      what: 'The ballot[ {received}] is needed[ on: {units}].',
      why: 'A tie of these units, or a condition of theirs, waits for its counts.',
      how: 'Hold the ballot, then enter the counts in Bỏ phiếu.',
    },
  },
  'unit-not-ranked': {
    vi: {
      what: 'Đơn vị {unit} không xếp hạng[: {received}].',
      why: 'Có lý do ghi trong trang tính Đơn vị hoặc theo quy chế.',
      how: 'Không cần làm gì.',
    },
    en: {
      what: 'The unit {unit} is not ranked[: {received}].',
      why: 'A reason is recorded in Đơn vị, or a rule says so.',
      how: 'Nothing must be done.',
    },
  },
} as const satisfies Record<string, IssueTexts>;
