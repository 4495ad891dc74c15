/** `Tiêu chí`: a row per criterion, the tree by their codes. */
import type { CountsToward, Criterion, Way } from '../../rules';
import { fold } from '../../base/folding';
import { inKind } from '../../text';
import {
  basis,
  choice,
  explained,
  firstWords,
  MAX,
  NA_HELP,
  number,
  sheet,
  text,
  YES_OR_NO,
  yesNoHelp,
  type RowColumns,
} from './column';
import { INPUT_SHEETS } from './sheet-names';
import { WAY_HELP, WAY_WORDS, wayWord } from './ways';
import { COUNTS_TOWARD, CRITERION_NA, NA_TREATMENTS, RATIO_PARTS, YES_NO } from './words';

const yesNo = (value: boolean): string => YES_NO[value ? 'yes' : 'no'][0];

const notApplicable = (word: keyof typeof CRITERION_NA): Pick<Criterion, 'allowsNa' | 'na'> =>
  word === 'yes' || word === 'no' ? { allowsNa: word === 'yes' } : { allowsNa: true, na: word };

/** Whether a criterion may be not applicable, and how it is then treated where it says so itself. */
const naWord = ({ allowsNa, na }: Criterion): string => (na === undefined ? yesNo(allowsNa) : NA_TREATMENTS[na][0]);

/** The Board hands over criteria with what they count toward after inheriting. */
const countsOf = ({ counts }: Criterion): CountsToward => counts ?? 'main';

/** A changed way makes its `Tham số` another one. */
export const wayName = (way: Way): string => wayWord(way) ?? way.kind;

/** All that a way says; the order in which its rungs stand says nothing. */
const wayParameter = (way: Way): string =>
  JSON.stringify(way.kind === 'ladder' ? [...way.rungs].sort() : { ...way, kind: null });

export const CRITERION_COLUMNS = {
  code: {
    header: 'Mã',
    required: true,
    help: {
      text: 'Mã theo cấp: I, I.1, I.1.a. Nếu quy chế in mã lặp lại (A, I, 1, a, -) thì ghi đúng như in: chương trình hiểu theo thứ tự và gọi bằng mã đầy đủ, ví dụ A.I.1.',
    },
    look: text(8),
    read: 'reader',
    compared: null,
  },
  name: {
    header: 'Nội dung',
    text: true,
    printed: true,
    help: { text: 'Nội dung tiêu chí, ghi như quy chế.' },
    look: text(37),
    read: (cell) => ({ name: cell.text() ?? '' }),
    compared: { meaning: ({ name }) => fold(inKind(name, 'cluster')) },
  },
  max: {
    ...MAX,
    help: { text: 'Điểm tối đa; ở dòng nhóm là mức trần của tổng, để trống là không có trần.' },
    look: number(8),
    read: 'reader',
    placed: true,
    compared: null,
  },
  counts: {
    header: 'Tính vào',
    placed: true,
    help: {
      text: 'Tiêu chí tính vào phần nào; để trống thì theo nhóm chứa nó, không có nhóm thì là chính.',
      words: explained(COUNTS_TOWARD, {
        main: 'điểm chính',
        bonus: 'điểm thưởng',
        deduction: 'điểm trừ, nhập số dương',
      }),
    },
    look: choice(9, firstWords(COUNTS_TOWARD)),
    read: 'reader',
    compared: { meaning: countsOf, blank: (row) => COUNTS_TOWARD[countsOf(row)][0] },
  },
  way: {
    header: 'Cách chấm',
    placed: true,
    help: {
      text: 'Cách tính điểm của tiêu chí; để trống là điểm.',
      words: explained(WAY_WORDS, WAY_HELP),
    },
    look: choice(23, firstWords(WAY_WORDS)),
    read: 'reader',
    compared: { meaning: ({ way }) => wayName(way) },
  },
  parameter: {
    header: 'Tham số',
    placed: true,
    help: {
      text: 'Con số của cách chấm: các mức (0; 1,5; 3), các mốc (88%: 2; 90%: 3), điểm mỗi lần (0,5), hoặc với tỷ lệ là các phần dưới đây, cách nhau bằng dấu chấm phẩy.',
      words: [
        [RATIO_PARTS.cap[0].replace('#', '100%'), 'tỷ lệ cao hơn cũng chỉ tính đến mức này'],
        [RATIO_PARTS.floor[0].replace('#', '50%'), 'tỷ lệ thấp hơn vẫn tính mức này'],
        [RATIO_PARTS.cutoff[0].replace('#', '50%'), 'dưới mức này thì 0 điểm'],
        [RATIO_PARTS.lowerIsBetter[0], 'tính chỉ tiêu / thực hiện, ví dụ số vụ vi phạm'],
      ],
    },
    look: text(18),
    read: 'reader',
    compared: { meaning: ({ way }) => wayParameter(way) },
  },
  step: {
    header: 'Bước điểm',
    placed: true,
    help: { text: 'Bội số của điểm, ví dụ 0,25: điểm nhập bị nhắc nếu lệch, điểm tính được làm tròn theo.' },
    look: number(7),
    read: (cell) => ({ step: cell.positive() }),
    compared: { meaning: ({ step }) => step ?? '' },
  },
  na: {
    header: 'Không áp dụng',
    placed: true,
    help: {
      text: 'Tiêu chí được ghi KAD (không áp dụng) hay không và tính thế nào; để trống là không.',
      words: explained(CRITERION_NA, {
        no: 'không được ghi KAD',
        yes: 'được ghi KAD, tính theo dòng “Không áp dụng” của Quy tắc',
        ...NA_HELP,
      }),
    },
    look: choice(19, firstWords(CRITERION_NA)),
    read: (cell): Pick<Criterion, 'allowsNa' | 'na'> => notApplicable(cell.word(CRITERION_NA) ?? 'no'),
    compared: { meaning: naWord, blank: naWord },
  },
  evidence: {
    header: 'Minh chứng',
    help: {
      text: 'Có bắt buộc minh chứng ở Số liệu không.',
      words: yesNoHelp('điểm thưởng, điểm chấm phải có minh chứng', 'không bắt buộc'),
    },
    look: choice(9, YES_OR_NO),
    read: (cell) => ({ evidenceRequired: cell.yesNo() ?? false }),
    compared: {
      meaning: ({ evidenceRequired }) => yesNo(evidenceRequired),
      blank: ({ evidenceRequired }) => yesNo(evidenceRequired),
    },
  },
  basis: basis(17),
} as const satisfies RowColumns<Criterion>;

export const CRITERIA = sheet(INPUT_SHEETS.criteria, true, 'code', CRITERION_COLUMNS, {
  records: [
    ['code', 'max'],
    ['code', 'way'],
    ['code', 'counts'],
  ],
  totals: true,
  paper: {
    title: 'TIÊU CHÍ VÀ ĐIỂM TỐI ĐA',
    orientation: 'landscape',
    remark:
      'Mã theo cấp: I, I.1, I.1.a. Chỉ tiêu chí cuối cùng được chấm; dòng “nhóm” là tổng, điểm tối đa của nhóm là mức trần.',
    spare: 10,
  },
});
