/**
 * What every column, rule and closed word of the input sheets means, for `Hướng dẫn` and the hints on
 * headers: one sentence each, in the order of writing. The types hold it complete.
 */
import type { SettingName } from '../rules';
import {
  ALL_AWARDS,
  ATTENDANCE,
  BALLOT_BASES,
  BLANK_AT_RANKING,
  BLOC_KINDS,
  CODED_FIELDS,
  COUNTS_TOWARD,
  CRITERION_NA,
  DECISION_KINDS,
  EFFECTS,
  LEVELS,
  NA_TREATMENTS,
  OPERATORS,
  PLAIN_FIELDS,
  RATIO_PARTS,
  TASK_GRADES,
  YES_NO,
  SHEETS,
  type Column,
  type Help,
  type SheetKey,
} from './layout';
import { WAY_HELP, WAY_WORDS } from './ways';
import { CODE_HELP, CUTOFF_HELP, explained, ROUNDING_HELP, UNUSED_HELP } from './layout/column';

const YES_OR_NO = (yes: string, no: string) => explained(YES_NO, { yes, no });

const NA_WORDS: Readonly<Record<'full' | 'section' | 'total', string>> = {
  full: 'không áp dụng thì tính đủ điểm tối đa',
  section: 'bỏ tiêu chí ra, phần còn lại của nhóm quy đổi về điểm tối đa của nhóm',
  total: 'bỏ tiêu chí ra, điểm chính quy đổi về tổng điểm tối đa: 68,32 trên 84 là 81,33 trên 100',
};
const BASIS = { text: 'Điều, khoản của quy chế, in ra cùng kết quả; không ảnh hưởng đến cách tính.' };
const NOTE = { text: 'Ghi chú của người lập sổ, không ảnh hưởng đến cách tính.' };

/** Of the sheets whose columns do not tell it themselves. */
export const COLUMN_HELP: {
  readonly [Sheet in Exclude<SheetKey, 'awards'>]: Readonly<Record<keyof (typeof SHEETS)[Sheet]['columns'], Help>>;
} = {
  info: {
    item: { text: 'Tên mục, giữ nguyên; riêng “Căn cứ”, “Nơi nhận” được lặp lại nhiều dòng.' },
    value: {
      text: 'Giá trị của mục. Mục “Loại” quyết định mọi chữ trong sổ và giấy tờ dùng từ khối hay cụm.',
      words: explained(BLOC_KINDS, { bloc: 'khối thi đua', cluster: 'cụm thi đua' }),
    },
  },
  settings: {
    item: { text: 'Tên quy tắc, giữ nguyên; ý nghĩa từng dòng ở dưới.' },
    value: { text: 'Giá trị của quy tắc; để trống là theo mặc định.' },
    basis: BASIS,
  },
  criteria: {
    code: {
      text: 'Mã theo cấp: I, I.1, I.1.a. Nếu quy chế in mã lặp lại (A, I, 1, a, -) thì ghi đúng như in: chương trình hiểu theo thứ tự và gọi bằng mã đầy đủ, ví dụ A.I.1.',
    },
    name: { text: 'Nội dung tiêu chí, ghi như quy chế.' },
    max: { text: 'Điểm tối đa; ở dòng nhóm là mức trần của tổng, để trống là không có trần.' },
    counts: {
      text: 'Tiêu chí tính vào phần nào; để trống thì theo nhóm chứa nó, không có nhóm thì là chính.',
      words: explained(COUNTS_TOWARD, {
        main: 'điểm chính',
        bonus: 'điểm thưởng',
        deduction: 'điểm trừ, nhập số dương',
      }),
    },
    way: {
      text: 'Cách tính điểm của tiêu chí; để trống là điểm.',
      words: explained(WAY_WORDS, WAY_HELP),
    },
    parameter: {
      text: 'Con số của cách chấm: các mức (0; 1,5; 3), các mốc (88%: 2; 90%: 3), điểm mỗi lần (0,5), hoặc với tỷ lệ là các phần dưới đây, cách nhau bằng dấu chấm phẩy.',
      words: [
        [RATIO_PARTS.cap[0].replace('#', '100%'), 'tỷ lệ cao hơn cũng chỉ tính đến mức này'],
        [RATIO_PARTS.floor[0].replace('#', '50%'), 'tỷ lệ thấp hơn vẫn tính mức này'],
        [RATIO_PARTS.cutoff[0].replace('#', '50%'), 'dưới mức này thì 0 điểm'],
        [RATIO_PARTS.lowerIsBetter[0], 'tính chỉ tiêu / thực hiện, ví dụ số vụ vi phạm'],
      ],
    },
    step: { text: 'Bội số của điểm, ví dụ 0,25: điểm nhập bị nhắc nếu lệch, điểm tính được làm tròn theo.' },
    na: {
      text: 'Tiêu chí được ghi KAD (không áp dụng) hay không và tính thế nào; để trống là không.',
      words: explained(CRITERION_NA, {
        no: 'không được ghi KAD',
        yes: 'được ghi KAD, tính theo dòng “Không áp dụng” của Quy tắc',
        ...NA_WORDS,
      }),
    },
    evidence: {
      text: 'Có bắt buộc minh chứng ở Số liệu không.',
      words: YES_OR_NO('điểm thưởng, điểm chấm phải có minh chứng', 'không bắt buộc'),
    },
    basis: BASIS,
  },
  units: {
    code: { text: `${CODE_HELP}, không đổi trong năm; các trang tính khác gọi đơn vị bằng mã này.` },
    name: {
      text: 'Tên đơn vị như in trên giấy tờ; trùng với tên ở đầu cột của Chấm điểm. Các cột thuộc tính (Xếp loại nhiệm vụ, Kỷ luật, …) đặt sau cột này, tên cột do quy chế đặt.',
      words: explained(TASK_GRADES, {
        HTXSNV: 'hoàn thành xuất sắc nhiệm vụ',
        HTTNV: 'hoàn thành tốt nhiệm vụ',
        HTNV: 'hoàn thành nhiệm vụ',
        KHTNV: 'không hoàn thành nhiệm vụ',
      }),
    },
    notRanked: { text: 'Lý do đơn vị không xếp hạng năm nay; để trống là xếp hạng bình thường.' },
    note: NOTE,
  },
  scores: {
    code: { text: 'Mã tiêu chí, như trang tính Tiêu chí.' },
    name: { text: 'Nội dung tiêu chí, như trang tính Tiêu chí.' },
    max: {
      text: 'Điểm tối đa, như trang tính Tiêu chí. Bên phải: mỗi đơn vị một cột cho từng cấp chấm; ô trống là chưa chấm, khác với 0; KAD là không áp dụng.',
    },
  },
  data: {
    unit: { text: 'Mã đơn vị.' },
    criterion: { text: 'Mã tiêu chí đầy đủ, ví dụ I.1 hoặc A.I.1.' },
    target: { text: 'Chỉ tiêu được giao, lớn hơn 0; để trống là không được giao.' },
    actual: { text: 'Kết quả thực hiện; với cách chấm trung bình thì mỗi lần một dòng, điểm ghi ở đây.' },
    count: { text: 'Số lần, số việc; không có lần nào thì ghi 0, ô trống không phải là 0.' },
    evidence: { text: 'Số, ngày văn bản minh chứng, ví dụ Quyết định số 12/QĐ-UBND.' },
    remark: { text: 'Lý do điểm khối chấm khác điểm tự chấm.' },
  },
  conditions: {
    code: { text: `${CODE_HELP}: ĐK1, ĐK2.` },
    scope: {
      text: 'Mã hình thức, cách nhau bằng dấu chấm phẩy; trống là mọi hình thức.',
      words: [
        [ALL_AWARDS, 'mọi hình thức'],
        ['xếp loại …', 'điều kiện của một mức xếp loại, ví dụ xếp loại Xuất sắc'],
      ],
    },
    field: {
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
    op: {
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
    value: {
      text: 'Số, ngày, có hoặc không, một mức, hoặc danh sách cách nhau bằng dấu chấm phẩy. Với phiếu là tỷ lệ kèm cơ sở, ví dụ 80% thành viên.',
      words: explained(BALLOT_BASES, {
        members: 'trên tổng số thành viên',
        present: 'trên số có mặt, kể cả gửi ý kiến bằng văn bản',
        issued: 'trên số phiếu phát ra',
        valid: 'trên số phiếu hợp lệ',
      }),
    },
    orGroup: { text: 'Các dòng của một hình thức ghi cùng một chữ ở đây thì chỉ cần một dòng đạt.' },
    effect: {
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
    basis: BASIS,
  },
  bands: {
    name: { text: 'Tên mức xếp loại, cao nhất ở trên.' },
    from: {
      text: 'Tổng điểm từ mức này trở lên; “trên 90” thì ghi 90 và thêm điều kiện của mức ở Điều kiện: tổng điểm > 90. Mức cuối để trống.',
    },
    limit: { text: 'Số đơn vị nhiều nhất của mức, ví dụ 25% đơn vị.' },
    rounding: { text: 'Làm tròn số đơn vị khi ghi tỷ lệ; để trống là xuống.', words: ROUNDING_HELP },
    cutoff: { text: 'Khi nhiều đơn vị bằng điểm ở chỗ cuối; để trống là quyết định.', words: CUTOFF_HELP },
  },
  ballots: {
    ballot: { text: 'Mã hình thức khen thưởng, TRUONG_KHOI, PHO_TRUONG_KHOI, hoặc tên mà điều kiện nhắc đến.' },
    unit: { text: 'Mã đơn vị được bỏ phiếu.' },
    round: { text: 'Vòng bỏ phiếu: 1, 2; trống là 1. Vòng sau cùng của đơn vị được tính.' },
    members: { text: 'Tổng số thành viên.' },
    present: { text: 'Số người có mặt.' },
    written: { text: 'Số người vắng gửi ý kiến bằng văn bản; trống là 0.' },
    issued: { text: 'Số phiếu phát ra, không quá số có mặt cộng ý kiến bằng văn bản.' },
    returned: { text: 'Số phiếu thu về.' },
    valid: { text: 'Số phiếu hợp lệ.' },
    favour: { text: 'Số phiếu đồng ý.' },
  },
  attendees: {
    unit: { text: 'Mã đơn vị.' },
    person: { text: 'Họ tên người dự, in ở biên bản.' },
    post: { text: 'Chức vụ người dự.' },
    attendance: {
      text: 'Người ấy dự thế nào.',
      words: explained(ATTENDANCE, { present: 'dự họp', absent: 'vắng', written: 'vắng, gửi ý kiến bằng văn bản' }),
    },
  },
  decisions: {
    kind: {
      text: 'Hội nghị quyết định gì.',
      words: explained(DECISION_KINDS, {
        tie: 'thứ tự của đúng các đơn vị bằng điểm',
        grant: 'cho đơn vị một hình thức',
        deny: 'không cho đơn vị một hình thức',
      }),
    },
    scope: { text: 'Mã hình thức khen thưởng, hoặc hạng.', words: [['hạng', 'thứ tự trong bảng xếp hạng']] },
    units: { text: 'Mã đơn vị theo thứ tự, cách nhau bằng dấu chấm phẩy.' },
    reason: { text: 'Lý do; thiếu lý do thì quyết định không được áp dụng.' },
    by: { text: 'Ai quyết định, ví dụ Hội nghị tổng kết.' },
    on: { text: 'Ngày quyết định.' },
  },
};

export const SETTING_HELP: Readonly<Record<SettingName, Help>> = {
  scale: {
    text: 'Tổng điểm tối đa in trong quy chế, ví dụ 100, 1000; 115 gồm 100 điểm và 15 điểm thưởng. Mặc định 100.',
  },
  rankingLevel: {
    text: 'Cấp điểm dùng để xếp hạng: một trong các cấp dưới đây, hoặc tên một cấp riêng ở Chấm điểm (Chấm chéo, Tổ kiểm tra).',
    words: explained(LEVELS, {
      bloc: 'điểm khối thống nhất',
      self: 'điểm đơn vị tự chấm',
      board: 'điểm cơ quan thẩm định',
    }),
  },
  notApplicable: {
    text: 'Cách tính tiêu chí được ghi có ở cột Không áp dụng.',
    words: explained(NA_TREATMENTS, { forbid: 'không được ghi KAD', ...NA_WORDS }),
  },
  totalDecimals: {
    text: 'Số chữ số sau dấu phẩy của tổng điểm, từ 0 đến 10; mặc định 2.',
    words: [['không làm tròn', 'giữ nguyên tổng chính xác']],
  },
  sectionDecimals: { text: 'Số chữ số sau dấu phẩy của điểm nhóm; mặc định không làm tròn.' },
  criterionDecimals: { text: 'Số chữ số sau dấu phẩy của điểm tiêu chí; mặc định không làm tròn.' },
  bonusCap: { text: 'Điểm thưởng nhiều nhất; trống là không giới hạn.' },
  deductionCap: { text: 'Điểm trừ nhiều nhất; trống là không giới hạn.' },
  totalMin: { text: 'Tổng điểm thấp hơn thì lấy mức này, ví dụ 0.' },
  totalMax: { text: 'Tổng điểm cao hơn thì lấy mức này, ví dụ 110.' },
  tieKeys: {
    text: 'Khi bằng điểm, so lần lượt: điểm thưởng; nhóm I; tiêu chí I.1; tên cột thuộc tính; phiếu BK. Giá trị cao hơn xếp trên; ghi (thấp hơn) phía sau để đảo lại.',
  },
  oneAwardPerUnit: {
    text: 'Mỗi đơn vị chỉ được một hình thức.',
    words: YES_OR_NO('đã được hình thức trên thì không xét hình thức dưới', 'được nhiều hình thức'),
  },
  unusedPlaces: { text: 'Suất không dùng của mọi hình thức.', words: UNUSED_HELP },
  evidenceRequired: { text: 'Nhắc khi điểm thiếu minh chứng.', words: YES_OR_NO('nhắc', 'không nhắc') },
  remarkRequired: {
    text: 'Nhắc khi điểm khối chấm khác điểm tự chấm mà không giải trình.',
    words: YES_OR_NO('nhắc', 'không nhắc'),
  },
  blankAtRanking: {
    text: 'Ô trống ở cấp xếp hạng, khi cấp đó chỉ chấm một số nội dung.',
    words: explained(BLANK_AT_RANKING, { error: 'là thiếu điểm', before: 'lấy điểm của cấp ngay trước' }),
  },
  levelOrder: {
    text: 'Các cấp chấm từ trước đến sau, cách nhau bằng dấu chấm phẩy; trống là tự chấm; khối chấm; các cấp riêng; thẩm định.',
  },
};

const told: Readonly<Record<string, Readonly<Record<string, Help>>>> = COLUMN_HELP;
/** What is told of each column of a sheet. */
export const columnHelps = (sheet: SheetKey): (readonly [key: string, help: Help])[] =>
  Object.entries<Column>(SHEETS[sheet].columns).map(([key, { help }]) => [
    key,
    help ?? told[sheet]?.[key] ?? { text: '' },
  ]);
