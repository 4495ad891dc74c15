/** `Điều kiện`: a row per condition or sanction. */
import type { Condition, Threshold } from '../../rules';
import { fold } from '../../base/folding';
import { INPUT_SHEETS } from './sheet-names';
import { basis, choice, CODE_HELP, codesOf, explained, firstWords, free, sheet, text, type RowColumns } from './column';
import { ALL_AWARDS, BALLOT_BASES, CODED_FIELDS, EFFECTS, OPERATORS, PLAIN_FIELDS } from './words';

/** 60, 60 % and "60%" are one threshold; texts are compared as the conditions compare them. */
function thresholdMeaning({ number, share, day, yesno, items }: Threshold): string {
  const known = number ?? day ?? yesno;
  return JSON.stringify([share, known ?? items.map(fold)]);
}

export const CONDITION_COLUMNS = {
  code: {
    header: 'Mã',
    required: true,
    help: { text: `${CODE_HELP}: ĐK1, ĐK2.` },
    look: text(8),
    read: 'reader',
    compared: null,
  },
  scope: {
    header: 'Áp dụng cho',
    placed: true,
    help: {
      text: 'Mã hình thức, cách nhau bằng dấu chấm phẩy; trống là mọi hình thức.',
      words: [
        [ALL_AWARDS, 'mọi hình thức'],
        ['xếp loại …', 'điều kiện của một mức xếp loại, ví dụ xếp loại Xuất sắc'],
      ],
    },
    look: codesOf('awards', 18, false),
    read: 'reader',
    compared: { meaning: ({ scope }) => JSON.stringify(scope.kind === 'awards' ? [...scope.awards].sort() : scope) },
  },
  field: {
    header: 'Trường',
    required: true,
    placed: true,
    help: {
      text: 'Cái được so: một trong các chữ dưới đây, hoặc tên một cột thuộc tính của Đơn vị.',
      words: [
        ...explained(PLAIN_FIELDS, {
          total: 'tổng điểm đã làm tròn',
          base: 'điểm chính',
          bonus: 'điểm thưởng',
          deduction: 'điểm trừ',
          rank: 'thứ hạng',
          grade: 'mức xếp loại',
        }),
        ...explained(CODED_FIELDS, {
          section: 'điểm một nhóm, ví dụ nhóm V',
          criterion: 'điểm một tiêu chí, ví dụ tiêu chí I.1',
          sectionPercent: 'điểm nhóm so với điểm tối đa của nhóm, ví dụ tỷ lệ nhóm V',
          ballot: 'tỷ lệ phiếu đồng ý, ví dụ phiếu CP',
        }),
      ],
    },
    look: { ...choice(41, firstWords(PLAIN_FIELDS), false), andAttributes: true },
    read: 'reader',
    compared: { meaning: ({ field }) => (field.kind === 'invalid' ? null : JSON.stringify(field)) },
  },
  op: {
    header: 'Phép so',
    required: true,
    placed: true,
    help: {
      text: 'Phép so giữa trường và giá trị.',
      words: explained(OPERATORS, {
        '>=': 'từ … trở lên',
        '>': 'trên …',
        '<=': 'đến …',
        '<': 'dưới …',
        '=': 'đúng bằng',
        '<>': 'khác',
        in: 'là một trong các giá trị, cách nhau bằng dấu chấm phẩy',
        notIn: 'không là giá trị nào trong số đó',
        onOrBefore: 'ngày ấy hoặc sớm hơn',
        onOrAfter: 'ngày ấy hoặc muộn hơn',
      }),
    },
    look: choice(15, firstWords(OPERATORS)),
    read: 'reader',
    compared: { meaning: ({ op }) => op },
  },
  value: {
    header: 'Giá trị',
    required: true,
    placed: true,
    help: {
      text: 'Số, ngày, có hoặc không, một mức, hoặc danh sách cách nhau bằng dấu chấm phẩy. Với phiếu là tỷ lệ kèm cơ sở, ví dụ 80% thành viên.',
      words: explained(BALLOT_BASES, {
        members: 'trên tổng số thành viên',
        present: 'trên số có mặt, kể cả gửi ý kiến bằng văn bản',
        issued: 'trên số phiếu phát ra',
        valid: 'trên số phiếu hợp lệ',
      }),
    },
    look: free(18),
    read: 'reader',
    compared: { meaning: ({ value, op }) => (op === null ? null : thresholdMeaning(value)) },
  },
  orGroup: {
    header: 'Nhóm hoặc',
    placed: true,
    help: { text: 'Các dòng của một hình thức ghi cùng một chữ ở đây thì chỉ cần một dòng đạt.' },
    look: text(9),
    read: (cell) => ({ orGroup: cell.text() }),
    compared: { meaning: ({ orGroup }) => fold(orGroup ?? '') },
  },
  effect: {
    header: 'Hệ quả',
    placed: true,
    help: {
      text: 'Để trống: điều kiện phải đạt. Ghi một chữ dưới đây: khi điều kiện đúng thì áp dụng.',
      words: [
        ...explained(EFFECTS, {
          bar: 'không được hình thức đó',
          postpone: 'giữ suất, tạm hoãn đề nghị đến khi có kết luận',
          noRank: 'không xếp hạng',
          lowerGrade: 'hạ một mức xếp loại',
        }),
        ['tối đa …', 'xếp loại không quá mức ấy, ví dụ tối đa Khá'],
        ['tiêu chí … = 0', 'tiêu chí ấy 0 điểm, ví dụ tiêu chí I.1 = 0'],
      ],
    },
    look: choice(20, firstWords(EFFECTS), false),
    read: 'reader',
    compared: { meaning: ({ effect }) => (effect.kind === 'invalid' ? null : JSON.stringify(effect)) },
  },
  basis: basis(24),
} as const satisfies RowColumns<Condition>;

export const CONDITIONS = sheet(INPUT_SHEETS.conditions, false, 'code', CONDITION_COLUMNS, {
  records: [
    ['field', 'op'],
    ['field', 'effect'],
  ],
  paper: {
    title: 'ĐIỀU KIỆN VÀ CHẾ TÀI',
    orientation: 'landscape',
    remark: `Áp dụng cho: trống hoặc ${ALL_AWARDS} là mọi hình thức; mã hình thức; “xếp loại <tên>”. Hệ quả trống: điều kiện phải đạt; “loại”: khi đúng thì không được khen.`,
    spare: 12,
  },
});
