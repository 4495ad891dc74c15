/** Why a door could not do what was asked, and the next step, by stable code. */
import { fill } from './fill';
import type { Lang } from './lang';

interface ProblemSentences {
  readonly what: string;
  readonly next: string;
}

/** `{sheet}` and `{detail}` come from the problem; neither ever holds the contents of a cell. */
const PROBLEM_TEXTS = {
  'file-not-xlsx': {
    vi: {
      what: 'Tệp này không phải sổ Excel dạng .xlsx.',
      next: 'Mở tệp bằng Excel, chọn Lưu thành (Save As) dạng “Excel Workbook (.xlsx)” rồi thử lại.',
    },
    en: {
      what: 'This file is not an .xlsx workbook.',
      next: 'Open it in Excel, save it as “Excel Workbook (.xlsx)” and try again.',
    },
  },
  'file-encrypted': {
    vi: { what: 'Tệp đang đặt mật khẩu.', next: 'Mở bằng Excel, bỏ mật khẩu rồi lưu lại.' },
    en: {
      what: 'The file is protected by a password.',
      next: 'Open it in Excel, remove the password and save it again.',
    },
  },
  'file-damaged': {
    vi: {
      what: 'Tệp bị hỏng hoặc bị cắt cụt[ ({detail})].',
      next: 'Xin lại bản gốc, hoặc mở bằng Excel để sửa rồi lưu lại.',
    },
    en: {
      what: 'The file is damaged or cut short[ ({detail})].',
      next: 'Ask for the original, or let Excel repair it and save it again.',
    },
  },
  'file-too-large': {
    vi: {
      what: 'Tệp quá lớn so với một sổ chấm điểm[ ({detail})].',
      next: 'Xóa các hàng, cột định dạng thừa và hình ảnh lớn rồi lưu lại.',
    },
    en: {
      what: 'The file is too large for a scoring workbook[ ({detail})].',
      next: 'Delete surplus formatted rows, columns and large pictures, then save it again.',
    },
  },
  'file-unsupported': {
    vi: {
      what: 'Tệp dùng dạng lưu chưa được hỗ trợ[ ({detail})].',
      next: 'Mở bằng Excel, lưu lại dạng .xlsx thông thường.',
    },
    en: {
      what: 'The file uses a form that is not supported[ ({detail})].',
      next: 'Open it in Excel and save it as an ordinary .xlsx.',
    },
  },
  'file-signed': {
    vi: {
      what: 'Sổ có chữ ký số; ghi thêm sẽ làm mất hiệu lực chữ ký, nên không ghi gì.',
      next: 'Lưu một bản không ký số rồi ghi kết quả vào bản đó.',
    },
    en: {
      what: 'The workbook is digitally signed; writing would void the signature, so nothing was written.',
      next: 'Save an unsigned copy and write the results there.',
    },
  },
  'file-unreadable': {
    vi: { what: 'Không đọc được tệp[ ({detail})].', next: 'Kiểm tra tên tệp, thư mục và quyền đọc.' },
    en: { what: 'The file cannot be read[ ({detail})].', next: 'Check its name, folder and your right to read it.' },
  },
  'file-too-slow': {
    vi: {
      what: 'Tệp làm máy tính toán quá lâu so với một sổ chấm điểm nên đã dừng; chưa ghi gì.',
      next: 'Mở bằng Excel, xóa các hàng, cột, quy tắc và tên định nghĩa thừa rồi lưu lại; nếu vẫn vậy, xin lại bản gốc.',
    },
    en: {
      what: 'The file takes far longer to compute than a scoring workbook does and was stopped; nothing was written.',
      next: 'Open it in Excel, delete surplus rows, columns, rules and defined names and save it again; if that does not help, ask for the original.',
    },
  },
  'program-fault': {
    vi: {
      what: 'Chương trình tự gặp lỗi khi làm việc với tệp này[ ({detail})]; tệp còn nguyên.',
      next: 'Báo dòng này cho người hỗ trợ chương trình; lỗi không hẳn do tệp.',
    },
    en: {
      what: 'The program itself failed over this file[ ({detail})]; the file is unchanged.',
      next: 'Send this line to the program’s support; the file need not be at fault.',
    },
  },
  'file-changed': {
    vi: {
      what: 'Tệp trên đĩa đã bị một chương trình khác lưu, tạo hoặc xóa trong lúc tính; chưa ghi gì.',
      next: 'Đóng tệp ở nơi khác rồi chạy lại để tính trên bản mới nhất.',
    },
    en: {
      what: 'Another program saved, made or deleted the file while this one was computing; nothing was written.',
      next: 'Close it elsewhere and run this again on the newest version.',
    },
  },
  'file-not-writable': {
    vi: {
      what: 'Không ghi được tệp[ ({detail})]; tệp cũ còn nguyên.',
      next: 'Đóng tệp nếu đang mở ở nơi khác, hoặc chọn thư mục khác.',
    },
    en: {
      what: 'The file cannot be written[ ({detail})]; the old file is unchanged.',
      next: 'Close it where it is open, or choose another folder.',
    },
  },
  'write-unproven': {
    vi: {
      what: 'Bản vừa ghi, khi đọc lại, không khớp với sổ[ ({detail})]; không dùng bản đó, tệp cũ còn nguyên.',
      next: 'Mở sổ bằng Excel, lưu lại dạng .xlsx rồi ghi lại; nếu vẫn vậy, gửi câu này cho người hỗ trợ.',
    },
    en: {
      what: 'What was written does not match the workbook when read back[ ({detail})]; it was not used, the old file is unchanged.',
      next: 'Open the workbook in Excel, save it as .xlsx and write again; if it stays, send this sentence to your support.',
    },
  },
  'cells-changed': {
    vi: {
      what: 'Ô ở trang tính “{sheet}” đã có người đổi sau đó; không đổi gì thêm.',
      next: 'Để làm thì xem trước lại trên số liệu mới; để hoàn tác thì trả ô ấy về như cũ trước, hoặc sửa bằng tay.',
    },
    en: {
      what: 'A cell of “{sheet}” has changed since; nothing was changed.',
      next: 'To do it, preview it again on the new cells; to undo it, put that cell back first, or change it by hand.',
    },
  },
  'lines-not-movable': {
    vi: {
      what: 'Trang tính “{sheet}” có phần không dời theo được khi thêm, bớt dòng, cột[ ({detail})]; chưa đổi gì.',
      next: 'Bỏ phần đó khỏi trang tính (bảng, công thức mảng, ghi chú ở dòng, cột sẽ bỏ) hoặc thêm, bớt bằng tay trong Excel.',
    },
    en: {
      what: '“{sheet}” holds something that cannot follow when rows or columns come or go[ ({detail})]; nothing was changed.',
      next: 'Take it out of the sheet (a table, an array formula, a note in what is to go), or do this by hand in Excel.',
    },
  },
  'excel-filtered': {
    vi: {
      what: 'Trang tính “{sheet}” đang lọc, nên không thêm, bớt được dòng, cột ở đó; chưa đổi gì.',
      next: 'Bỏ lọc (Dữ liệu > Xóa) rồi làm lại.',
    },
    en: {
      what: '“{sheet}” is filtered, so no rows or columns can come or go there; nothing was changed.',
      next: 'Clear the filter (Data > Clear) and do it again.',
    },
  },
  'excel-table': {
    vi: {
      what: 'Trang tính “{sheet}” có bảng (Table) hoặc PivotTable, trong Excel không dời theo trọn được khi thêm, bớt dòng, cột; chưa đổi gì.',
      next: 'Chuyển bảng thành vùng (Thiết kế bảng > Chuyển đổi thành phạm vi), hoặc lưu sổ, đóng lại, sửa bằng trang trong trình duyệt rồi mở lại.',
    },
    en: {
      what: '“{sheet}” has a table or a PivotTable, which cannot follow as a whole in Excel when rows or columns come or go; nothing was changed.',
      next: 'Convert the table to a range (Table Design), or save and close the workbook, change it on the page in the browser and open it again.',
    },
  },
  'excel-comments': {
    vi: {
      what: 'Ở trang tính “{sheet}” có ghi chú (Comment) trên dòng hoặc cột sẽ bỏ, sẽ mất theo; chưa đổi gì.',
      next: 'Chép ghi chú sang ô khác rồi xóa đi, sau đó làm lại.',
    },
    en: {
      what: 'There is a comment in a row or column of “{sheet}” that is to go and would be lost with it; nothing was changed.',
      next: 'Copy the comment to another cell, delete it and do it again.',
    },
  },
  'excel-colours': {
    vi: {
      what: 'Ô điểm ở trang tính “{sheet}” có định dạng có điều kiện khác ngoài của chương trình, trong Excel không đổi trọn theo điểm tối đa được; chưa đổi gì.',
      next: 'Lưu sổ, đóng lại, sửa bằng trang trong trình duyệt rồi mở lại; hoặc bỏ định dạng có điều kiện ấy rồi làm lại.',
    },
    en: {
      what: 'Score cells of “{sheet}” carry conditional formats besides the program’s, which Excel cannot change as a whole with the maximum; nothing was changed.',
      next: 'Save and close the workbook, change it on the page in the browser and open it again; or take that format away and do it again.',
    },
  },
  'excel-change-differs': {
    vi: {
      what: 'Excel làm ra ở trang tính “{sheet}” khác với bản xem trước; đã trả lại mọi ô như trước khi làm.',
      next: 'Lưu sổ, đóng lại, sửa bằng trang trong trình duyệt rồi mở lại.',
    },
    en: {
      what: 'What Excel made of “{sheet}” is not what the preview showed; every cell was put back as it was.',
      next: 'Save and close the workbook, change it on the page in the browser and open it again.',
    },
  },
  'excel-change-left': {
    vi: {
      what: 'Excel dừng giữa chừng khi đổi quy chế và không trả lại được như cũ; sổ có thể mới đổi một phần[ ({detail})].',
      next: 'Đừng lưu: đóng sổ, mở lại bản đã lưu (hoặc Lịch sử phiên bản nếu Excel tự lưu), rồi xem phần Kiểm tra.',
    },
    en: {
      what: 'Excel stopped half-way through the change and could not put it back; a part of it may be done[ ({detail})].',
      next: 'Do not save: close the workbook, open the saved one again (or a former version where Excel saves by itself), and look at the check.',
    },
  },
  'structure-protected': {
    vi: {
      what: 'Cấu trúc sổ đang được bảo vệ nên không thêm hay đổi tên trang tính được; chưa ghi gì.',
      next: 'Người giữ sổ vào Xem lại (Review) > Bảo vệ sổ làm việc (Protect Workbook) để bỏ bảo vệ, rồi ghi lại.',
    },
    en: {
      what: 'The workbook’s structure is protected, so no sheet can be added or renamed; nothing was written.',
      next: 'Whoever keeps it removes that under Review > Protect Workbook; then write again.',
    },
  },
  'sheet-protected': {
    vi: {
      what: 'Trang tính[ “{sheet}”] đang được bảo vệ; chưa ghi gì.',
      next: 'Bỏ bảo vệ trang tính trong Xem lại (Review) rồi thử lại.',
    },
    en: {
      what: 'The sheet[ “{sheet}”] is protected; nothing was written.',
      next: 'Remove its protection under Review and try again.',
    },
  },
  'sheet-foreign': {
    vi: {
      what: 'Sổ đã có trang tính[ “{sheet}”] không do chương trình tạo; chưa ghi gì.',
      next: 'Đổi tên trang tính đó rồi ghi lại.',
    },
    en: {
      what: 'The workbook already has a sheet[ “{sheet}”] that this program did not make; nothing was written.',
      next: 'Rename that sheet and write again.',
    },
  },
  'sheet-additions': {
    vi: {
      what: 'Trên trang tính kết quả có phần người dùng thêm vào[: {additions}]; chưa ghi gì.',
      next: 'Bấm “Giữ lại và ghi”: phần nằm ngoài bảng giữ nguyên chỗ, phần bị bảng mới che được chép sang trang tính “Ghi chú cũ”. Ghi xong, xem lại ghi chú bên cạnh bảng có còn đúng dòng không, vì thứ tự đơn vị có thể đổi.',
    },
    en: {
      what: 'People have added something to the result sheets[: {additions}]; nothing was written.',
      next: 'Choose “Keep and write”: what lies outside the table stays in its place, what the new table would cover is copied to the sheet “Ghi chú cũ”. Then see whether notes beside the table still stand at the right rows: the order of the units may have changed.',
    },
  },
  'sheet-name-taken': {
    vi: {
      what: 'Sổ đã có trang tính tên “{sheet}”; chưa đổi gì.',
      next: 'Xem trang tính nào là bản đúng, đổi tên hoặc xóa bản kia rồi thử lại.',
    },
    en: {
      what: 'The workbook already has a sheet called “{sheet}”; nothing was changed.',
      next: 'See which of the two is meant, rename or delete the other and try again.',
    },
  },
  'table-header': {
    vi: {
      what: 'Ô này là đầu cột của một bảng Excel[ trên trang tính “{sheet}”] và không đổi sang chữ đó được (ô trống, trùng tên cột khác, hoặc đang có công thức gọi cột theo tên cũ); chưa sửa gì.',
      next: 'Sửa đầu cột đó trong Excel.',
    },
    en: {
      what: 'This cell heads a column of an Excel table[ on the sheet “{sheet}”] and cannot become that (blank, the name of another column, or formulas call the column by its old name); nothing was changed.',
      next: 'Change the header in Excel.',
    },
  },
  'sheet-hidden': {
    vi: {
      what: 'Trang tính[ “{sheet}”] đang ẩn.',
      next: 'Bấm chuột phải vào tên trang tính bất kỳ, chọn Hiện (Unhide).',
    },
    en: { what: 'The sheet[ “{sheet}”] is hidden.', next: 'Right-click any sheet tab and choose Unhide.' },
  },
  'sheet-gone': {
    vi: { what: 'Không còn trang tính[ “{sheet}”] trong sổ.', next: 'Kiểm tra lại sổ.' },
    en: { what: 'The sheet[ “{sheet}”] is no longer in the workbook.', next: 'Check the workbook again.' },
  },
  cancelled: {
    vi: { what: 'Đã hủy; không có gì thay đổi.', next: '' },
    en: { what: 'Cancelled; nothing was changed.', next: '' },
  },
  'template-newer': {
    vi: {
      what: 'Sổ theo mẫu mới hơn chương trình nên không đọc được nội dung; chưa ghi gì.',
      next: 'Cập nhật chương trình rồi mở lại sổ.',
    },
    en: {
      what: 'The workbook follows a newer template than this program knows; nothing was written.',
      next: 'Update the program and open the workbook again.',
    },
  },
  'nothing-open': {
    vi: { what: 'Chưa mở sổ nào.', next: 'Mở một tệp .xlsx, hoặc bắt đầu từ sổ minh họa.' },
    en: { what: 'No workbook is open.', next: 'Open an .xlsx file, or start from a sample.' },
  },
  'excel-missing': {
    vi: {
      what: 'Không tải được thư viện Office.js, nên chưa nối được với Excel.',
      next: 'Mạng cơ quan có thể đang chặn; nhờ bộ phận CNTT cài bản nội bộ, hoặc dùng trang thidua.html.',
    },
    en: {
      what: 'Office.js could not be loaded, so Excel cannot be reached.',
      next: 'The network may block it; ask your IT for the intranet build, or use the page thidua.html.',
    },
  },
  'excel-too-old': {
    vi: {
      what: 'Bản Excel này quá cũ cho bảng điều khiển (cần ExcelApi 1.9).',
      next: 'Dùng trang thidua.html: cùng công việc, chạy trong trình duyệt.',
    },
    en: {
      what: 'This Excel is too old for the task pane (it needs ExcelApi 1.9).',
      next: 'Use the page thidua.html: the same job in a browser.',
    },
  },
  'excel-editing': {
    vi: { what: 'Excel đang ở chế độ sửa ô.', next: 'Nhấn Enter hoặc Esc trong ô đang sửa rồi bấm Thử lại.' },
    en: { what: 'A cell is being edited in Excel.', next: 'Press Enter or Esc in that cell, then Retry.' },
  },
  'excel-too-large': {
    vi: {
      what: 'Dữ liệu vượt giới hạn một lần trao đổi với Excel.',
      next: 'Xóa các hàng, cột định dạng thừa rồi thử lại.',
    },
    en: {
      what: 'The data exceeds what Excel takes in one exchange.',
      next: 'Delete surplus formatted rows and columns, then try again.',
    },
  },
  'excel-no-permission': {
    vi: {
      what: 'Excel không cho phép ghi vào sổ này.',
      next: 'Bật chỉnh sửa (Enable Editing), hoặc lưu một bản sao mà bạn có quyền sửa.',
    },
    en: {
      what: 'Excel does not allow writing to this workbook.',
      next: 'Enable editing, or save a copy that you may change.',
    },
  },
  'excel-silent': {
    vi: { what: 'Excel chưa trả lời.', next: 'Chờ thêm, hoặc Hủy rồi thử lại; dữ liệu của bạn vẫn nguyên.' },
    en: { what: 'Excel does not answer.', next: 'Wait, or cancel and try again; your data is untouched.' },
  },
  'excel-failed': {
    vi: { what: 'Excel báo lỗi[ ({detail})].', next: 'Thử lại; nếu vẫn lỗi, sao chép chi tiết gửi người hỗ trợ.' },
    en: {
      what: 'Excel reported an error[ ({detail})].',
      next: 'Try again; if it stays, copy the details for your support.',
    },
  },
} as const satisfies Record<string, Record<Lang, ProblemSentences>>;

export type DoorProblemCode = keyof typeof PROBLEM_TEXTS;

const HALF_WRITTEN: Readonly<Record<Lang, string>> = {
  vi: ' Trang tính kết quả còn ghi dở và mang dòng “CHƯA GHI XONG”: tính và ghi lại trước khi dùng.',
  en: ' The result sheets are half-written and say “CHƯA GHI XONG”: compute and write again before using them.',
};

/** What users added to one of our sheets, counted. */
interface AdditionCounts {
  readonly sheet: string;
  readonly beside: number;
  readonly moved: number;
  readonly objects: number;
}

const PIECES: Readonly<Record<Lang, Readonly<Record<'beside' | 'moved' | 'objects', (count: string) => string>>>> = {
  vi: {
    beside: (n) => `${n} ô bên cạnh hoặc bên dưới bảng`,
    moved: (n) => `${n} ô nằm trong bảng`,
    objects: (n) => `${n} ghi chú, biểu đồ hoặc hình`,
  },
  en: {
    beside: (n) => `cells beside or below the table: ${n}`,
    moved: (n) => `cells inside the table: ${n}`,
    objects: (n) => `comments, charts or shapes: ${n}`,
  },
};

/** "Kết quả (2 ô bên cạnh hoặc bên dưới bảng), Báo cáo (1 ô nằm trong bảng)". */
function additionsText(additions: readonly AdditionCounts[], lang: Lang): string {
  return additions
    .map((found) => {
      const pieces = (['beside', 'moved', 'objects'] as const).flatMap((kind) =>
        found[kind] === 0 ? [] : [PIECES[lang][kind](String(found[kind]))],
      );
      return `${found.sheet} (${pieces.join(', ')})`;
    })
    .join('; ');
}

/** What command lines say once such additions were kept. */
export function keptText(additions: readonly AdditionCounts[], lang: Lang): string {
  const list = additionsText(additions, lang);
  const moved = additions.some((found) => found.moved > 0);
  return lang === 'vi'
    ? `Giữ lại phần người dùng đã thêm: ${list}.${moved ? ' Phần bị bảng mới che được chép sang trang tính “Ghi chú cũ”.' : ''}`
    : `Kept what people had added: ${list}.${moved ? ' What the new table covers was copied to the sheet “Ghi chú cũ”.' : ''}`;
}

/** What happened and what to do next. */
export function problemText(
  problem: {
    readonly code: DoorProblemCode;
    readonly sheet?: string;
    readonly detail?: string;
    readonly halfWritten?: boolean;
    readonly additions?: readonly AdditionCounts[];
  },
  lang: Lang,
): ProblemSentences {
  const values = new Map(
    Object.entries({
      sheet: problem.sheet,
      detail: problem.detail,
      additions: problem.additions && additionsText(problem.additions, lang),
    }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const { what, next } = PROBLEM_TEXTS[problem.code][lang];
  return { what: fill(what, values) + (problem.halfWritten ? HALF_WRITTEN[lang] : ''), next: fill(next, values) };
}
