/** Sentences of adopting an old score table: what was found, what is asked, what was left, what differs. */
import type { Lang } from './lang';
import { fill } from './fill';

type Sentences = Readonly<Record<Lang, Readonly<Record<string, string>>>>;

const QUESTIONS = {
  vi: {
    table: 'Tệp có nhiều bảng chấm điểm; lấy bảng nào?',
    level: 'Bảng không ghi điểm ở cấp nào; là điểm của cấp nào?',
    scale: 'Các điểm tối đa cộng lại là {sum}; thang điểm là bao nhiêu?',
    sign: 'Điểm trừ ghi số âm; đổi sang số dương (được trừ vào tổng điểm) hay để như bảng?',
    group: 'Bảng gồm nhiều cụm, khối; lấy đơn vị của cụm, khối nào?',
    unit: 'Bảng không ghi tên đơn vị; là điểm của đơn vị nào?',
    na: 'Có tiêu chí không áp dụng cho đơn vị; tính thế nào?',
    dash: 'Có ô điểm chỉ ghi dấu gạch; hiểu là gì?',
    max: 'Bảng không ghi điểm tối đa của tiêu chí {code} {name}; là bao nhiêu?',
    year: 'Bảng của năm nào?',
    name: 'Tên khối, cụm thi đua là gì?',
    quota: 'Số suất {award}; không trả lời thì sổ chưa có hình thức này',
  },
  en: {
    table: 'The file holds several score tables; which one is meant?',
    level: 'The table does not say who gave the points; which level is it?',
    scale: 'The maxima add up to {sum}; what is the scale?',
    sign: 'Deductions are negative numbers; make them positive (they are subtracted from the total) or keep them?',
    group: 'The table holds several clusters or blocs; whose units are meant?',
    unit: 'The table names no unit; whose points are they?',
    na: 'Some criteria do not apply to a unit; how are they treated?',
    dash: 'Some score cells hold only a dash; what does it mean?',
    max: 'The table gives no maximum for criterion {code} {name}; what is it?',
    year: 'Which year is the table of?',
    name: 'What is the name of the bloc or cluster?',
    quota: 'Places of {award}; without an answer the workbook does not have this award',
  },
} as const satisfies Sentences;

const REASONS = {
  vi: {
    percent: 'phần trăm, là số liệu chứ không phải điểm',
    date: 'ngày tháng ở chỗ của điểm',
    text: 'chữ ở chỗ của điểm',
    error: 'ô lỗi hoặc công thức chưa có giá trị',
    aside: 'cột, dòng không phải điểm',
    outside: 'ở ngoài bảng',
    heading: 'dòng đề mục, không có điểm',
    explaining: 'diễn giải của tiêu chí ở trên',
    note: 'ghi chú dưới bảng',
    doubtful: 'thứ bậc của tiêu chí chưa chắc, xem lại mã',
    twice: 'giá trị thứ hai cho cùng một chỗ, không lấy',
    negative: 'điểm âm ngoài phần điểm trừ, không lấy',
  },
  en: {
    percent: 'a percentage: data, no points',
    date: 'a date in place of points',
    text: 'text in place of points',
    error: 'an error, or a formula without a value',
    aside: 'a column or row without points',
    outside: 'outside the table',
    heading: 'a heading without points',
    explaining: 'explains the criterion above it',
    note: 'a note below the table',
    doubtful: 'the place of this criterion is not certain; check its code',
    twice: 'a second value for the same place, not taken',
    negative: 'a negative number outside the deductions, not taken',
  },
} as const satisfies Sentences;

/** Words to choose from that stand in no workbook, for those who read English. */
const CHOICES_EN: Readonly<Record<string, string>> = {
  dương: 'positive',
  'như bảng': 'as in the table',
  trống: 'blank',
  'không áp dụng': 'does not apply',
  'tất cả': 'all',
  'đủ điểm': 'full points',
  'quy đổi theo nhóm': 'rescaled by section',
  'quy đổi theo tổng': 'rescaled by total',
  'tự chấm': 'self',
  'khối chấm': 'bloc',
  'thẩm định': 'board',
};

const LINES = {
  vi: {
    found: 'Bảng chấm điểm ở {place}: {units} đơn vị, {criteria} tiêu chí, {scores} ô điểm; {direction}.',
    criteriaDown: 'tiêu chí theo dòng, đơn vị theo cột',
    unitsDown: 'đơn vị theo dòng, tiêu chí theo cột',
    share: 'Đọc được {percent} % số trường mà không phải hỏi.',
    levels: 'Cấp điểm: {levels}',
    units: 'Đơn vị:',
    criteria: 'Tiêu chí (mã, nội dung, điểm tối đa, ô):',
    bonus: 'thưởng',
    deduction: 'trừ',
    group: 'nhóm',
    scores: 'Điểm (đơn vị, cấp, tiêu chí, điểm, ô):',
    remarks: 'Ghi chú, giải trình: {n} ô, đưa vào các cột Giải trình, Căn cứ, Ghi chú của sổ.',
    old: 'Kết quả ghi trong bảng cũ, chỉ dùng để đối chiếu, không đưa vào sổ (sổ tự tính lại): {totals} tổng điểm, {ranks} hạng, {awards} xếp loại, đề nghị.',
    left: 'Không đưa vào sổ:',
    otherSheets: 'Trang tính không có bảng chấm điểm: {sheets}.',
    needed: 'Cần trả lời trước khi lập sổ:',
    optional: 'Có thể trả lời thêm:',
    choices: 'chọn một trong: {choices}',
    suggestion: 'gợi ý: {suggestion}',
    wrong: 'Câu trả lời chưa hợp lệ:',
    none: 'không tìm thấy bảng chấm điểm nào trong tệp.',
    standard: 'tệp này đã là sổ mẫu; không cần lập lại.',
    agrees: 'Đã đối chiếu {n} tổng điểm, hạng và điểm nhóm của bảng cũ: khớp hết.',
    nothing: 'Bảng cũ không ghi tổng điểm hay hạng, nên không có gì để đối chiếu.',
    differs: 'Bảng cũ khác sổ mới ở {n} trên {all} chỗ:',
    total: 'tổng điểm',
    rank: 'hạng',
    sum: 'điểm nhóm {criterion}',
    difference: '{place} {unit}, {level}, {what}: bảng cũ {old}, sổ mới {ours}',
    missing: 'chưa có',
    source: 'Lập từ bảng điểm cũ ở trang tính {sheet}; kiểm tra lại quy chế, số suất, điều kiện',
    more: 'và {n} chỗ nữa',
  },
  en: {
    found: 'A score table at {place}: {units} units, {criteria} criteria, {scores} scores; {direction}.',
    criteriaDown: 'criteria down, units across',
    unitsDown: 'units down, criteria across',
    share: '{percent} % of the fields were read without asking.',
    levels: 'Levels: {levels}',
    units: 'Units:',
    criteria: 'Criteria (code, text, maximum, cell):',
    bonus: 'bonus',
    deduction: 'deduction',
    group: 'group',
    scores: 'Scores (unit, level, criterion, points, cell):',
    remarks: 'Remarks: {n} cells, which go to the columns Giải trình, Căn cứ and Ghi chú.',
    old: 'Results of the old table, only to compare with; the workbook works out its own: {totals} totals, {ranks} ranks, {awards} grades and proposals.',
    left: 'Not taken:',
    otherSheets: 'Sheets without a score table: {sheets}.',
    needed: 'To be answered before a workbook is made:',
    optional: 'May be answered too:',
    choices: 'one of: {choices}',
    suggestion: 'suggested: {suggestion}',
    wrong: 'Not a valid answer:',
    none: 'there is no score table in this file.',
    standard: 'this file is a standard workbook already.',
    agrees: '{n} totals, ranks and group points of the old table compared: all agree.',
    nothing: 'The old table states no totals or ranks to compare with.',
    differs: 'The old table differs from the new workbook at {n} of {all} places:',
    total: 'total',
    rank: 'rank',
    sum: 'points of group {criterion}',
    difference: '{place} {unit}, {level}, {what}: old table {old}, new workbook {ours}',
    missing: 'none yet',
    source: 'Made from the old score table on sheet {sheet}; check regulation, places, conditions',
    more: 'and {n} more',
  },
} as const satisfies Sentences;

export const questionText = (
  about: keyof (typeof QUESTIONS)['vi'],
  params: Readonly<Record<string, string>>,
  lang: Lang,
): string => fill(QUESTIONS[lang][about], new Map(Object.entries(params)));

/** A word to choose from; answers stay in the words of the workbook. */
export const choiceText = (choice: string, lang: Lang): string =>
  lang === 'en' && CHOICES_EN[choice] !== undefined ? `${choice} (${CHOICES_EN[choice]})` : choice;

export const leftText = (reason: keyof (typeof REASONS)['vi'], lang: Lang): string => REASONS[lang][reason];

export const adoptText = (
  line: keyof (typeof LINES)['vi'],
  lang: Lang,
  params: Readonly<Record<string, string | number>> = {},
): string => fill(LINES[lang][line], new Map(Object.entries(params).map(([key, value]) => [key, String(value)])));
