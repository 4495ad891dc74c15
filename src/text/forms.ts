/** Sentences about forms: sent out, come back, laid into the bloc's book. */
import { fill } from './fill';
import type { Lang } from './lang';

const FAULTS = {
  vi: {
    'no-form':
      'Không phải phiếu do phần mềm phát: không thấy dòng “Mã phiếu”. Gửi lại đơn vị phiếu đã phát, chép điểm vào đó.',
    'two-forms': 'Trong tệp có hai phiếu (trang tính “{sheet}” là phiếu thứ hai). Mỗi tệp gửi một phiếu.',
    'newer-form': 'Phiếu do bản phần mềm mới hơn phát. Cập nhật phần mềm rồi thu lại.',
    'other-bloc': 'Phiếu của khối khác: ghi “{received}”, sổ này là “{expected}”. Thu vào đúng sổ.',
    'other-year': 'Phiếu của năm khác: ghi {received}, sổ này là năm {expected}. Thu vào đúng sổ, hoặc phát lại phiếu.',
    'other-unit': 'Phiếu của đơn vị không có trong sổ: {received}.',
    'other-kind': 'Phiếu thuộc loại khác (phiếu chấm chéo hay phiếu tự chấm): thu riêng loại đó.',
    'other-level': 'Phiếu dành cho cấp “{received}”, đang thu cho cấp “{expected}”.',
    'other-rules':
      'Phiếu phát theo quy tắc chấm đã đổi (cách chấm, bước điểm, không áp dụng): phát lại phiếu cho đơn vị này.',
    'head-changed':
      'Phần đầu phiếu bị sửa: “{what}” ghi “{received}”, phiếu này phát cho “{expected}”. Hỏi lại đơn vị, dùng đúng phiếu đã phát.',
    'stamp-changed': 'Dòng “Mã phiếu” không khớp với phiếu đã phát. Gửi lại phiếu cho đơn vị.',
    'max-changed':
      'Điểm tối đa của “{what}” ghi {received}, sổ là {expected}. Phiếu bị sửa, hoặc sổ đã đổi sau khi phát: phát lại phiếu.',
    'text-changed': 'Tiêu chí {what} ghi “{received}”, sổ là “{expected}”. Phát lại phiếu.',
    'column-missing': 'Thiếu cột “{expected}”. Gửi lại phiếu cho đơn vị.',
    'column-twice': 'Cột “{received}” có hai lần. Bỏ cột thừa.',
    'row-missing': 'Thiếu dòng {expected} ({what}). Gửi lại phiếu cho đơn vị.',
    'row-twice': 'Dòng {received} ({what}) có hai lần. Bỏ dòng thừa.',
    'row-added': 'Dòng không có trong sổ: {received}. Bỏ dòng này, hoặc hỏi lại đơn vị.',
    'unit-twice': 'Có hai phiếu khác nhau của một đơn vị (phiếu kia: {received}). Giữ lại một.',
    'own-points': 'Có cột điểm của chính đơn vị chấm. Bỏ cột này: không ai chấm đơn vị mình.',
  },
  en: {
    'no-form':
      'No form of this program: there is no line “Mã phiếu”. Send the unit its form again and have the points copied into it.',
    'two-forms': 'There are two forms in the file (sheet “{sheet}” is the second). One form for each file.',
    'newer-form': 'The form was made by a newer version of the program. Update it and collect again.',
    'other-bloc': 'A form of another bloc: it says “{received}”, this workbook is “{expected}”. Collect it there.',
    'other-year':
      'A form of another year: it says {received}, this workbook is {expected}. Collect it there, or send new forms.',
    'other-unit': 'A form of a unit that is not in the workbook: {received}.',
    'other-kind': 'A form of the other kind (peer scoring or self-scoring): collect that kind by itself.',
    'other-level': 'The form is for the level “{received}”; the level “{expected}” is being collected.',
    'other-rules':
      'The form was made by rules that have changed (way of scoring, step, not applicable): send this unit a new one.',
    'head-changed':
      'The head of the form was changed: “{what}” says “{received}”, this form was made for “{expected}”. Ask the unit, and use the form that was sent.',
    'stamp-changed': 'The line “Mã phiếu” is not that of the form that was sent. Send the unit its form again.',
    'max-changed':
      'The maximum of “{what}” says {received}, the workbook says {expected}. The form was changed, or the workbook after it was sent: send a new one.',
    'text-changed': 'Criterion {what} says “{received}”, the workbook says “{expected}”. Send a new form.',
    'column-missing': 'The column “{expected}” is missing. Send the unit its form again.',
    'column-twice': 'The column “{received}” stands twice. Take one of them out.',
    'row-missing': 'The row {expected} ({what}) is missing. Send the unit its form again.',
    'row-twice': 'The row {received} ({what}) stands twice. Take one of them out.',
    'row-added': 'A row that the workbook does not have: {received}. Take it out, or ask the unit.',
    'unit-twice': 'Two different forms of one unit (the other: {received}). Keep one of them.',
    'own-points': 'A column with points of the scorer itself. Take it out: nobody scores the own unit.',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;

const NOTES = {
  vi: {
    'number-in-text': '“{what}”: số nhập dạng chữ “{received}”, đọc là {expected}.',
    formula: '“{what}”: ô là công thức, lấy giá trị {received}.',
    'sum-typed': '“{what}”: ô tổng bị gõ đè ({received}); tổng không thu, sổ tự tính.',
    'shown-otherwise': '“{what}”: ô hiện “{received}” nhưng chứa {expected}; thu giá trị ô chứa.',
    comments: 'Phiếu có ghi chú (comment) gắn vào ô: không thu; mở phiếu để xem.',
    'not-asked': '“{what}”: ô này không hỏi, nội dung “{received}” không thu.',
    unread: 'Nội dung ngoài phiếu, không thu: “{received}”.',
    'sheet-unread': 'Trang tính thêm “{received}” không thu.',
    hidden: 'Dòng, cột hoặc trang tính bị ẩn ({received}); điểm trong đó vẫn thu.',
    'unit-renamed': 'Phiếu ghi tên “{received}”, sổ nay là “{expected}”; thu theo mã.',
    'same-file': 'Giống hệt phiếu {received}: chỉ thu một lần.',
  },
  en: {
    'number-in-text': '“{what}”: a number written as a text, “{received}”, read as {expected}.',
    formula: '“{what}”: the cell is a formula, its value {received} is taken.',
    'sum-typed': '“{what}”: a sum was typed over ({received}); sums are not collected, the workbook has its own.',
    'shown-otherwise': '“{what}”: the cell shows “{received}” and holds {expected}; what it holds is collected.',
    comments: 'The form has comments on cells: not collected; open it to see them.',
    'not-asked': '“{what}”: nothing is asked here, “{received}” is not collected.',
    unread: 'Outside of the form and not collected: “{received}”.',
    'sheet-unread': 'An added sheet “{received}” is not collected.',
    hidden: 'Hidden rows, columns or sheet ({received}); the points there are collected.',
    'unit-renamed': 'The form says “{received}”, the workbook now “{expected}”; the code decides.',
    'same-file': 'The same as {received}: collected once.',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;

const SENTENCES = {
  vi: {
    'few-units': 'Sổ chưa đủ đơn vị hoặc tiêu chí để phát phiếu.',
    'level-unknown': 'Sổ không có cột cấp “{what}” ở Chấm điểm; các cấp: {known}.',
    'level-needed': 'Điểm trung bình ghi vào cấp nào? Thêm --level với một trong: {known}.',
    taken:
      '{unit} ← {file}: {filled} ô mới, {differs} ô khác sổ, {same} ô như sổ[, {kept} ô phiếu để trống mà sổ có][, {nowhere} ô sổ không có chỗ].',
    takenPeer: '{unit} ← {file}: {answers} điểm đã cho.',
    faulty: '{file}: KHÔNG THU[ ({unit})]. {why}',
    note: '{file}: {why}',
    missing: 'Chưa có phiếu ({n}): {units}.',
    complete: 'Đủ phiếu của mọi đơn vị.',
    differs: '{place} ({unit}, {what}): sổ “{was}”, phiếu “{is}”[ ({from})].',
    since: 'Sổ đang giữ (từ lần thu trước, hoặc khối đã nhập) mà phiếu nay khác ({n}):',
    fresh: '{place} ({unit}, {what}): “{is}”[ ({from})].',
    kept: '{place} ({unit}, {what}): phiếu để trống[ ({from})], giữ “{was}” của sổ.',
    nowhere: '{unit}, {what}: sổ không có ô (hoặc có nhiều dòng) để ghi “{is}”[ ({from})].',
    newRow: 'dòng mới ở Số liệu',
    mean: '{unit}, {what}: {mean} = trung bình {n} phiếu: {given}.',
    meanLeft: '{unit}, {what}: {mean} = trung bình {n} phiếu, bỏ một cao nhất, một thấp nhất: {given}.',
    meanNa: '{unit}, {what}: không áp dụng, theo mọi phiếu ({given}).',
    meansMissing: '{n} ô trung bình chưa ghi, còn thiếu điểm của: {missing}.',
    meanMixed: '{unit}, {what}: chưa ghi, phiếu ghi KAD và phiếu cho điểm lẫn nhau: {given}.',
    meanSplit:
      '{unit}, {what}: chưa ghi, trung bình {mean} không phải mức điểm của tiêu chí: {given}. Hội nghị quyết định.',
    meanFew: '{unit}, {what}: chưa ghi, ít hơn ba phiếu thì không bỏ cao nhất, thấp nhất được: {given}.',
    gave: '{unit} {points}',
    left: '({unit} {points})',
    undecided:
      'Chưa ghi gì: {n} ô của sổ đang có giá trị khác. Xem các ô trên, rồi thêm --overwrite (thay bằng phiếu) hoặc --keep (giữ của sổ, ghi phần còn lại).',
    nothing: 'Không có gì phải ghi: sổ đã có đủ những gì các phiếu nói.',
    written: 'Đã ghi {n} ô[, thay {replaced} ô] từ {files} phiếu.',
    wouldWrite: 'Sẽ ghi {n} ô[, thay {replaced} ô] từ {files} phiếu.',
    made: '{n} phiếu trong {folder}.',
    rows: 'Số liệu: thêm {n} dòng.',
    moreMeans: '… và {n} ô trung bình nữa; --cells để xem hết.',
  },
  en: {
    'few-units': 'The workbook has too few units or criteria to send forms.',
    'level-unknown': 'Chấm điểm has no column of the level “{what}”; levels: {known}.',
    'level-needed': 'Which level does the mean go to? Add --level with one of: {known}.',
    taken:
      '{unit} ← {file}: {filled} new cells, {differs} differ from the workbook, {same} as there[, {kept} blank in the form and filled there][, {nowhere} without a place there].',
    takenPeer: '{unit} ← {file}: {answers} scores given.',
    faulty: '{file}: NOT COLLECTED[ ({unit})]. {why}',
    note: '{file}: {why}',
    missing: 'No form yet ({n}): {units}.',
    complete: 'Forms of all units are there.',
    differs: '{place} ({unit}, {what}): workbook “{was}”, form “{is}”[ ({from})].',
    since: 'The workbook holds (collected before, or typed by the bloc) what the forms now say otherwise ({n}):',
    fresh: '{place} ({unit}, {what}): “{is}”[ ({from})].',
    kept: '{place} ({unit}, {what}): blank in the form[ ({from})], the workbook’s “{was}” stays.',
    nowhere: '{unit}, {what}: the workbook has no cell (or several rows) for “{is}”[ ({from})].',
    newRow: 'a new row of Số liệu',
    mean: '{unit}, {what}: {mean} = mean of {n} forms: {given}.',
    meanLeft: '{unit}, {what}: {mean} = mean of {n} forms, without one highest and one lowest: {given}.',
    meanNa: '{unit}, {what}: not applicable, by all forms ({given}).',
    meansMissing: '{n} means not written, scores are missing of: {missing}.',
    meanMixed: '{unit}, {what}: not written, some forms say KAD and some give points: {given}.',
    meanSplit:
      '{unit}, {what}: not written, the mean {mean} is no value that the criterion takes: {given}. The meeting decides.',
    meanFew:
      '{unit}, {what}: not written, of fewer than three forms the highest and lowest cannot be left out: {given}.',
    gave: '{unit} {points}',
    left: '({unit} {points})',
    undecided:
      'Nothing was written: {n} cells of the workbook hold something else. Look at the cells above, then add --overwrite (take the forms’) or --keep (leave the workbook’s, write the rest).',
    nothing: 'Nothing to write: the workbook holds all that the forms say.',
    written: '{n} cells written[, {replaced} replaced], from {files} forms.',
    wouldWrite: '{n} cells would be written[, {replaced} replaced], from {files} forms.',
    made: '{n} forms in {folder}.',
    rows: 'Số liệu: {n} rows added.',
    moreMeans: '… and {n} more means; --cells shows them all.',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;

type Values = Readonly<Record<string, string>>;
export type FormSentence = keyof (typeof SENTENCES)['vi'];

const filled = (template: string, values: Values): string => fill(template, new Map(Object.entries(values)));

export const formText = (sentence: FormSentence, lang: Lang, values: Values = {}): string =>
  filled(SENTENCES[lang][sentence], values);
export const formFaultText = (code: keyof (typeof FAULTS)['vi'], lang: Lang, values: Values): string =>
  filled(FAULTS[lang][code], values);
export const formNoteText = (code: keyof (typeof NOTES)['vi'], lang: Lang, values: Values): string =>
  filled(NOTES[lang][code], values);
