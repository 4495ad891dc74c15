/** What can be wrong with the words of a command, one sentence each. */
import { fill } from './fill';
import type { Lang } from './lang';

const SENTENCES = {
  'command-unknown': { vi: 'không có lệnh “{word}”', en: 'there is no command “{word}”' },
  'option-invalid': { vi: 'tùy chọn không hợp lệ[: {word}]', en: 'invalid option[: {word}]' },
  'lang-unknown': { vi: '--lang nhận vi hoặc en', en: '--lang takes vi or en' },
  'file-missing': { vi: 'thiếu tên tệp', en: 'the name of a file is missing' },
  'too-many-words': { vi: 'thừa đối số', en: 'too many arguments' },
  'change-unknown': {
    vi: 'không có việc “{word}”; có: {known}',
    en: 'there is no change “{word}”; known: {known}',
  },
  'way-unknown': { vi: 'không có cách chấm “{word}”; có: {known}', en: 'there is no way “{word}”; known: {known}' },
  'direction-unknown': {
    vi: 'chuyển lên hoặc xuống (up, down), không phải “{word}”',
    en: 'move up or down, not “{word}”',
  },
  'counts-wrong': {
    vi: '--counts nhận sáu số: "thành viên; có mặt; phát ra; thu về; hợp lệ; đồng ý", số chưa có để trống[; không phải “{word}”]',
    en: '--counts takes six numbers: "members; present; issued; returned; valid; in favour", an unknown one blank[; not “{word}”]',
  },
  'words-missing': { vi: 'thiếu tên hoặc số sau {word}', en: 'a name or a number is missing behind {word}' },
  'note-invalid': {
    vi: '“{word}” không phải tệp hoàn tác do thidua change --note ghi',
    en: '“{word}” is no note that thidua change --note wrote',
  },
  'unit-missing': { vi: 'thiếu --unit', en: '--unit is missing' },
  'unit-unknown': { vi: 'không có đơn vị “{word}”; các mã: {known}', en: 'there is no unit “{word}”; codes: {known}' },
  'award-unknown': {
    vi: 'không có hình thức khen thưởng “{word}”; các mã: {known}',
    en: 'there is no award “{word}”; codes: {known}',
  },
  'out-missing': { vi: 'thiếu -o OUT.xlsx', en: '-o OUT.xlsx is missing' },
  'out-exists': { vi: '“{word}” đã có; chọn tên khác', en: '“{word}” exists already; choose another name' },
  'out-is-input': {
    vi: '“{word}” là một trong các tệp được thẩm định; chọn tên khác cho -o',
    en: '“{word}” is one of the files to be checked; choose another name for -o',
  },
  'out-is-workbook': {
    vi: '“{word}” là một sổ; câu trả lời dạng này không ghi đè lên sổ, chọn tên khác cho -o',
    en: '“{word}” is a workbook; an answer of this form never replaces one, choose another name for -o',
  },
  'out-not-writable': { vi: 'không ghi được vào “{word}”', en: '“{word}” cannot be written' },
  'folder-missing': { vi: 'thiếu -o DIR, thư mục để ghi', en: '-o DIR is missing, the folder to write to' },
  'papers-exist': {
    vi: 'trong “{word}” đã có giấy tờ ({known}); chọn thư mục khác, hoặc thêm --replace để ghi đè',
    en: '“{word}” holds papers already ({known}); choose another folder, or add --replace to overwrite them',
  },
  'forms-exist': {
    vi: 'trong “{word}” đã có phiếu ({known}); chọn thư mục khác, hoặc thêm --replace để ghi đè',
    en: '“{word}” holds forms already ({known}); choose another folder, or add --replace to overwrite them',
  },
  'papers-with-errors': {
    vi: 'sổ còn lỗi nên chưa lập giấy tờ; sửa lỗi, hoặc thêm --allow-errors: mọi trang khi đó ghi “DỰ THẢO – CÒN LỖI”',
    en: 'the workbook has errors, so no papers are made; mend them, or add --allow-errors: every page then says “DỰ THẢO – CÒN LỖI”',
  },
  'source-missing': {
    vi: 'cần một trong hai: --regulation ID --units LIST, hoặc --from FILE',
    en: 'one of the two is needed: --regulation ID --units LIST, or --from FILE',
  },
  'option-not-here': { vi: '{word} không dùng cùng {known}', en: '{word} does not go with {known}' },
  'year-invalid': {
    vi: '--year nhận một năm, ví dụ 2026, không phải “{word}”',
    en: '--year takes a year, such as 2026, not “{word}”',
  },
  'regulation-unknown': {
    vi: 'không có quy chế “{word}” và không có tệp nào tên như vậy; các quy chế: {known}',
    en: 'there is no regulation “{word}” and no file of that name; regulations: {known}',
  },
  'regulation-missing': {
    vi: 'thiếu mã quy chế sau --regulation; có: {known}',
    en: 'the ID behind --regulation is missing; known: {known}',
  },
  'paper-unknown': { vi: '{word} nhận A4 hoặc A3', en: '{word} takes A4 or A3' },
  'kind-unknown': {
    vi: '--kind nhận khối hoặc cụm, không phải “{word}”',
    en: '--kind takes khối or cụm, not “{word}”',
  },
  'units-missing': {
    vi: 'thiếu danh sách đơn vị: --units "Sở A; Sở B" hoặc tên một tệp, mỗi dòng một đơn vị',
    en: 'the list of units is missing: --units "Sở A; Sở B", or the name of a file with one unit per line',
  },
  'unit-repeated': {
    vi: '“{word}” có hai lần trong danh sách đơn vị',
    en: '“{word}” stands twice in the list of units',
  },
  'answer-invalid': {
    vi: '--answer nhận KHÓA=CÂU TRẢ LỜI, ví dụ level=khối chấm, không phải “{word}”',
    en: '--answer takes KEY=ANSWER, such as level=khối chấm, not “{word}”',
  },
  'answer-unknown': {
    vi: 'không có câu hỏi “{word}”; có: {known}',
    en: 'there is no question “{word}”; there are: {known}',
  },
  'format-unknown': { vi: '--format nhận {known}', en: '--format takes {known}' },
  'format-needs-out': { vi: '--format xlsx cần -o OUT.xlsx', en: '--format xlsx needs -o OUT.xlsx' },
  'shard-invalid': {
    vi: '--shard nhận i/n, ví dụ 2/8, với i từ 1 đến n',
    en: '--shard takes i/n, such as 2/8, with i from 1 to n',
  },
  'limit-invalid': { vi: '--limit nhận MÃ=SỐ, ví dụ CP=3', en: '--limit takes CODE=NUMBER, such as CP=3' },
  'threads-invalid': { vi: '--threads nhận một số từ 1', en: '--threads takes a number from 1' },
  'letters-missing': { vi: 'thiếu thư mục sau --letters', en: 'the folder behind --letters is missing' },
  'letters-only': { vi: '{word} chỉ dùng cùng --letters', en: '{word} goes with --letters only' },
  'letter-format-unknown': { vi: '--letter-format nhận {known}', en: '--letter-format takes {known}' },
  'letters-among-workbooks': {
    vi: 'thư mục “{word}” chứa sổ được thẩm định; chọn thư mục khác cho --letters',
    en: 'the folder “{word}” holds workbooks to be checked; choose another one for --letters',
  },
  'letters-exist': {
    vi: 'trong “{word}” đã có phiếu ({known}); chọn thư mục khác, hoặc thêm --replace để ghi đè phiếu cũ',
    en: '“{word}” holds letters already ({known}); choose another folder, or add --replace to overwrite them',
  },
  'letters-foreign': {
    vi: 'trong “{word}” có tệp trùng tên mà không phải phiếu của chương trình ({known}); chọn thư mục khác',
    en: '“{word}” holds files of the same names that are no letters of this program ({known}); choose another folder',
  },
  'peers-only': { vi: '{word} chỉ dùng cùng --peers', en: '{word} goes with --peers only' },
  'no-workbooks': { vi: 'không có sổ nào trong thư mục đã cho', en: 'there is no workbook in the given folder' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;

export type UsageErrorCode = keyof typeof SENTENCES;

export const usageErrorText = (code: UsageErrorCode, words: Readonly<Record<string, string>>, lang: Lang): string =>
  fill(SENTENCES[code][lang], new Map(Object.entries(words)));
