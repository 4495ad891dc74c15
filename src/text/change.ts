/** Sentences of a change of units, criteria and awards: what changes where, what follows, why not. */
import { fill } from './fill';
import type { Lang } from './lang';

const SENTENCES = {
  vi: {
    rowAdded: 'Trang tính “{sheet}”: thêm dòng {row} cho {what}.',
    rowsRemoved: 'Trang tính “{sheet}”: bỏ {rows} dòng của {what}[, gồm {scores} ô đã nhập].',
    columnsAdded: 'Trang tính “{sheet}”: thêm cột {columns} cho {what}.',
    columnsRemoved: 'Trang tính “{sheet}”: bỏ cột {columns} của {what}[, gồm {scores} ô đã nhập].',
    cell: 'Trang tính “{sheet}”, ô {cell} ({what}): “{from}” thành “{to}”.',
    sums: 'Trang tính “{sheet}”: viết lại công thức ở {cells} ô cho đủ dòng, cột và mức điểm mới.',
    limit: 'Trang tính “{sheet}”: {what} nhận điểm từ 0 đến {to}.',
    code: 'Mã mới do phần mềm đặt: {code} ({what}).',
    pages:
      'Trang tính “{sheet}”: đặt lại trang in, giấy[ {paper}] nằm ngang, mỗi trang gồm trọn các đơn vị, lặp lại cột {columns} và dòng {rows}, chữ từ 9 điểm trở lên; bỏ các chỗ ngắt trang cũ.',
    pagesAgain:
      'Trang tính “{sheet}”: nếu trang in còn như phần mềm đã đặt thì đặt lại cỡ và chỗ ngắt trang để mỗi trang vẫn gồm trọn các đơn vị.',
    swapped: 'Trang tính “{sheet}”: {what} và {other} đổi chỗ cho nhau ({cells} ô).',
    commentsStay: 'Ghi chú (comment) gắn vào ô ở lại chỗ cũ: xem lại sau khi đổi.',
    sameInputs: 'Thứ tự đơn vị không ảnh hưởng điểm, hạng, khen thưởng: mã số liệu giữ nguyên.',
    ownSum: 'Công thức riêng ở “{sheet}”, ô {cell} không tự tính phần mới: xem lại sau khi đổi.',
    locked: 'Sửa cả trang tính đang khóa (không đặt mật khẩu): {sheets}.',
    outcomes: 'Tổng điểm hoặc hạng của {units} đơn vị sẽ khác.',
    awards: 'Kết quả khác ở: {awards}.',
    stale: 'Sau đó cần Tính và ghi kết quả lại.',
    newErrors: 'Sau khi đổi, sổ có thêm {count} lỗi, trước hết: {error}',
    empty: '(trống)',
  },
  en: {
    rowAdded: '“{sheet}”: row {row} added for {what}.',
    rowsRemoved: '“{sheet}”: {rows} rows of {what} removed[, with {scores} cells that were filled].',
    columnsAdded: '“{sheet}”: columns {columns} added for {what}.',
    columnsRemoved: '“{sheet}”: columns {columns} of {what} removed[, with {scores} cells that were filled].',
    cell: '“{sheet}”, cell {cell} ({what}): “{from}” becomes “{to}”.',
    sums: '“{sheet}”: formulas in {cells} cells rewritten for the new rows, columns and maxima.',
    limit: '“{sheet}”: {what} takes points from 0 to {to}.',
    code: 'New code, made by the program: {code} ({what}).',
    pages:
      '“{sheet}”: set up for print anew, on[ {paper}] paper that lies, whole units on each page, columns {columns} and rows {rows} on all of them, text of 9 points or more; page breaks that stood there go.',
    pagesAgain:
      '“{sheet}”: where it is still set up for print as the program did, size and ends of pages are chosen anew, so that each page holds whole units.',
    swapped: '“{sheet}”: {what} and {other} change places ({cells} cells).',
    commentsStay: 'Comments on cells stay where they are: look at them afterwards.',
    sameInputs: 'The order of units decides no points, ranks or awards: the code of the inputs stays.',
    ownSum:
      'A formula of your own in “{sheet}”, cell {cell} does not take in what is new by itself: look at it afterwards.',
    locked: 'Locked sheets (without a password) are changed too: {sheets}.',
    outcomes: 'Total or rank of {units} units will differ.',
    awards: 'The outcome differs for: {awards}.',
    stale: 'Compute and write the results again afterwards.',
    newErrors: 'Afterwards the workbook has {count} more errors, the first: {error}',
    empty: '(blank)',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;

const REFUSALS = {
  vi: {
    'name-empty': 'Chưa có tên.',
    'name-taken': 'Đã có “{what}” trong sổ; chọn tên khác.',
    'unit-unknown': 'Không có (hoặc có nhiều hơn một) đơn vị “{what}”.',
    'unit-last': '“{what}” là đơn vị cuối cùng của sổ, không bỏ được.',
    'criterion-unknown': 'Không có (hoặc có nhiều hơn một) tiêu chí, nhóm “{what}”.',
    'criterion-scored': '“{what}” là tiêu chí được chấm điểm, không phải nhóm, nên không thêm tiêu chí vào dưới được.',
    'criterion-last': 'Bỏ “{what}” thì sổ không còn tiêu chí nào; hãy thêm tiêu chí mới trước.',
    'way-of-groups': '“{what}” là tiêu chí được chấm điểm; cách chấm đã chọn chỉ dùng cho nhóm.',
    'way-of-leaves': '“{what}” là nhóm; cách chấm đã chọn chỉ dùng cho tiêu chí được chấm điểm.',
    'order-end': '“{what}” đã đứng ở đầu (hoặc cuối) danh sách.',
    'columns-differ':
      'Cột hoặc dòng của “{what}” và đơn vị bên cạnh không cùng dạng (số cột, cấp điểm, cột ẩn, ô báo lỗi): đổi thứ tự bằng tay.',
    'ballot-unknown': 'Không có (hoặc có nhiều hơn một) hình thức khen thưởng hay lần bầu nào tên “{what}”.',
    'ballot-there': 'Đã có kết quả bỏ phiếu này cho “{what}”; sửa số ở trang tính Bỏ phiếu, hoặc bỏ rồi thêm lại.',
    'ballot-gone': 'Không có kết quả bỏ phiếu này cho “{what}”.',
    'count-invalid': 'Số phiếu phải là số nguyên không âm, số phiếu đồng ý phải có[; không phải “{what}”].',
    'band-unknown': 'Không có mức xếp loại “{what}”.',
    'points-invalid':
      'Mức xếp loại bắt đầu từ bao nhiêu điểm? Ghi một số; chỉ mức thấp nhất để trống được[; không phải “{what}”].',
    'award-unknown': 'Không có (hoặc có nhiều hơn một) hình thức khen thưởng “{what}”.',
    'award-last': '“{what}” là hình thức khen thưởng cuối cùng của sổ, không bỏ được.',
    'condition-empty': 'Điều kiện chưa có nội dung xét hoặc chưa có giá trị.',
    'condition-unknown': 'Không có (hoặc có nhiều hơn một) điều kiện “{what}”.',
    'max-invalid': 'Điểm tối đa của “{what}” phải là một số không âm.',
    'quota-invalid':
      'Số suất “{what}” không đúng: ghi một số, hoặc “20% đơn vị”, “20% đơn vị được xếp hạng”, “20% đơn vị đủ điều kiện”.',
    'codes-by-place':
      'Sổ đánh số tiêu chí lặp lại (A, I, 1…), vị trí của dòng là mã của nó: thêm, bớt tiêu chí bằng tay trong Excel.',
    'no-matrix': 'Không tìm thấy bảng Chấm điểm để sửa cùng lúc; chưa đổi gì.',
    'no-model': 'Sổ chưa có dòng hoặc cột nào cùng loại để lấy mẫu; nhập dòng đầu tiên bằng tay.',
    nothing: 'Không có gì phải đổi[: {what}].',
    'unsafe-before': 'Sổ còn lỗi làm không rõ dòng, cột nào của ai; sửa lỗi này trước: {error}',
    'unsafe-after': 'Không đổi, vì sau đó sổ sẽ có lỗi: {error}',
  },
  en: {
    'name-empty': 'There is no name.',
    'name-taken': '“{what}” stands in the workbook already; choose another name.',
    'unit-unknown': 'There is no unit “{what}”, or more than one.',
    'unit-last': '“{what}” is the last unit of the workbook and stays.',
    'criterion-unknown': 'There is no criterion or group “{what}”, or more than one.',
    'criterion-scored': '“{what}” is scored and no group: nothing can stand below it.',
    'criterion-last': 'Without “{what}” the workbook would have no criteria; add others first.',
    'way-of-groups': '“{what}” is scored; the chosen way is one for groups.',
    'way-of-leaves': '“{what}” is a group; the chosen way is one for scored criteria.',
    'order-end': '“{what}” stands first (or last) already.',
    'columns-differ':
      'The columns or rows of “{what}” and its neighbour are not alike (how many, levels, hidden, errors): change their order by hand.',
    'ballot-unknown': 'There is no award or election “{what}”, or more than one.',
    'ballot-there':
      'The counts for “{what}” are there already; change them in Bỏ phiếu, or remove them and add them anew.',
    'ballot-gone': 'There are no such counts for “{what}”.',
    'count-invalid': 'Counts are whole numbers from 0 on, and the votes in favour are needed[; not “{what}”].',
    'band-unknown': 'There is no grade “{what}”.',
    'points-invalid':
      'From how many points is the grade given? A number; only the lowest may be blank[; not “{what}”].',
    'award-unknown': 'There is no award “{what}”, or more than one.',
    'award-last': '“{what}” is the last award of the workbook and stays.',
    'condition-empty': 'The condition lacks what it looks at, or its value.',
    'condition-unknown': 'There is no condition “{what}”, or more than one.',
    'max-invalid': 'The maximum of “{what}” must be a number from 0 on.',
    'quota-invalid':
      '“{what}” is no number of places: write a number, or “20% đơn vị”, “20% đơn vị được xếp hạng”, “20% đơn vị đủ điều kiện”.',
    'codes-by-place':
      'The numbers of the criteria repeat (A, I, 1…), so that a row’s place is its code: add and remove criteria by hand in Excel.',
    'no-matrix': 'The score table to be changed with it was not found; nothing was changed.',
    'no-model': 'There is no row or column of that kind to take as a model; enter the first one by hand.',
    nothing: 'There is nothing to change[: {what}].',
    'unsafe-before': 'An error leaves it open which rows and columns are whose; mend it first: {error}',
    'unsafe-after': 'Nothing is changed, because the workbook would have an error: {error}',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;

export type ChangeSentence = keyof (typeof SENTENCES)['vi'];
export type ChangeRefusalCode = keyof (typeof REFUSALS)['vi'];

type Values = Readonly<Record<string, string>>;

export const changeText = (sentence: ChangeSentence, lang: Lang, values: Values = {}): string =>
  fill(SENTENCES[lang][sentence], new Map(Object.entries(values)));

export const changeRefusalText = (code: ChangeRefusalCode, lang: Lang, values: Values): string =>
  fill(REFUSALS[lang][code], new Map(Object.entries(values).filter(([, value]) => value !== '')));
