/** The words cells may hold, each with its meaning. The first word of a meaning is the one we write. */
import type {
  Attendance,
  BallotBase,
  BlocKind,
  CountsToward,
  CutoffPolicy,
  Decision,
  Field,
  Level,
  NaTreatment,
  Operator,
  Quota,
  Rounding,
  UnusedPlaces,
  UsualLevel,
} from '../../rules';
import { headerOfLevel } from '../../rules';
import { inKind } from '../../text';

/** Words for each meaning; defaults come first. */
export type Words<Meaning extends string> = Readonly<Record<Meaning, readonly [string, ...string[]]>>;

export const LEVELS: Words<UsualLevel> = {
  bloc: ['khối chấm', 'cụm chấm', 'điểm khối chấm', 'điểm cụm chấm', 'điểm thống nhất'],
  self: ['tự chấm', 'điểm tự chấm', 'đơn vị tự chấm', 'tự đánh giá'],
  board: ['thẩm định', 'điểm thẩm định', 'hội đồng thẩm định', 'ban thẩm định', 'tỉnh chấm', 'điểm duyệt'],
};

/** The level headers of `Chấm điểm`, in the order in which the scores come to be. */
export const LEVEL_HEADERS: Readonly<Record<UsualLevel, string>> = {
  self: 'Tự chấm',
  bloc: 'Khối chấm',
  board: 'Thẩm định',
};

/** `Loại` in `Thông tin`: bloc or cluster. */
export const BLOC_KINDS: Words<BlocKind> = { bloc: ['khối', 'khối thi đua'], cluster: ['cụm', 'cụm thi đua'] };

/** What stands over a level's columns, "Khối chấm" or "Cụm chấm": of a further one the header that the workbook gave it. */
export const levelHeader = (level: Level, kind: BlocKind | null): string =>
  headerOfLevel(level) ?? inKind(LEVEL_HEADERS[level as UsualLevel], kind);

/** A level as `Quy tắc` writes it. */
export const levelWord = (level: Level, kind: BlocKind | null): string =>
  headerOfLevel(level) ?? inKind(LEVELS[level as UsualLevel][0], kind);

export const BLANK_AT_RANKING: Words<'error' | 'before'> = { error: ['lỗi'], before: ['lấy cấp trước'] };

/** Headers over columns beside the scores: no unit and no level, whatever stands below. */
export const NO_SCORE_HEADERS = [
  'Điểm chuẩn',
  'Điểm tối đa',
  'Nhận xét',
  'Lệch',
  'Chênh lệch',
  'Tỷ lệ',
  'Tỉ lệ',
  'Ghi chú',
  'Lý do',
  'Minh chứng',
  'Giải trình',
  'Bình quân',
  'Trung bình',
  'Điểm trung bình',
  'Cao nhất',
  'Thấp nhất',
  'Tổng',
  'Cộng',
  'Tổng cộng',
  'Xếp hạng',
  'STT',
  'TT',
] as const;

export const NA_TREATMENTS: Words<NaTreatment> = {
  forbid: ['không cho phép'],
  full: ['đủ điểm'],
  section: ['quy đổi theo nhóm'],
  total: ['quy đổi theo tổng'],
};

/** `Không áp dụng` of one criterion: whether it may be so, or how it is then treated. */
export const CRITERION_NA: Words<'yes' | 'no' | Exclude<NaTreatment, 'forbid'>> = {
  no: ['không', 'false'],
  yes: ['có', 'true'],
  full: NA_TREATMENTS.full,
  section: NA_TREATMENTS.section,
  total: NA_TREATMENTS.total,
};

export const NOT_ROUNDED = 'không làm tròn';
export const MAX_DECIMALS = 10;

export const UNUSED_PLACES: Words<UnusedPlaces> = { lost: ['bỏ'], passDown: ['chuyển xuống'] };

export const COUNTS_TOWARD: Words<CountsToward> = { main: ['chính'], bonus: ['thưởng'], deduction: ['trừ'] };

/** Parts of the parameter of `tỷ lệ`; `#` stands for a percentage. */
export const RATIO_PARTS = {
  cap: ['trần #', 'tối đa #', 'không quá #'],
  floor: ['sàn #', 'tối thiểu #'],
  cutoff: ['dưới # không điểm', 'dưới # không tính điểm', 'dưới # không được điểm'],
  lowerIsBetter: ['thấp hơn là tốt', 'càng thấp càng tốt'],
} as const;

export const ROUNDINGS: Words<Rounding> = { floor: ['xuống'], halfUp: ['nửa lên'], ceil: ['lên'] };

export const CUTOFF_POLICIES: Words<CutoffPolicy> = {
  decide: ['quyết định'],
  includeAll: ['lấy hết'],
  includeAllDebit: ['lấy hết trừ xuống'],
  excludeAll: ['bỏ hết'],
};

export type QuotaBase = Extract<Quota, { kind: 'percent' }>['of'];
export const QUOTA_BASES: Words<QuotaBase> = {
  units: ['đơn vị'],
  ranked: ['đơn vị được xếp hạng'],
  eligible: ['đơn vị đủ điều kiện'],
};

export const YES_NO: Words<'yes' | 'no'> = { yes: ['có', 'true'], no: ['không', 'false'] };

/** Not applicable, in a cell of `Chấm điểm`. */
export const NOT_APPLICABLE = ['KAD', 'N/A', 'không áp dụng'] as const;

/** Fields of a condition that are one fixed word; they win over an attribute's header. */
export type PlainField = 'total' | 'base' | 'bonus' | 'deduction' | 'rank' | 'grade';
export const PLAIN_FIELDS: Words<PlainField> = {
  total: ['tổng điểm'],
  base: ['điểm chính'],
  bonus: ['điểm thưởng'],
  deduction: ['điểm trừ'],
  rank: ['hạng'],
  grade: ['xếp loại'],
};

/** Fields that are a word followed by a code. */
export const CODED_FIELDS: Words<Exclude<Field['kind'], PlainField | 'attribute' | 'invalid'>> = {
  section: ['nhóm'],
  criterion: ['tiêu chí'],
  sectionPercent: ['tỷ lệ nhóm', 'tỉ lệ nhóm'],
  ballot: ['phiếu'],
};

/** Behind a tie key. */
export const TIE_DIRECTIONS: Words<'higher' | 'lower'> = { higher: ['(cao hơn)'], lower: ['(thấp hơn)'] };

export const OPERATORS: Words<Operator> = {
  '>=': ['>=', '≥'],
  '>': ['>'],
  '<=': ['<=', '≤'],
  '<': ['<'],
  '=': ['='],
  '<>': ['<>', '≠'],
  in: ['thuộc'],
  notIn: ['không thuộc'],
  onOrBefore: ['trước hoặc vào'],
  onOrAfter: ['vào hoặc sau'],
};

export const BALLOT_BASES: Words<BallotBase> = {
  members: ['thành viên'],
  present: ['có mặt'],
  issued: ['phát ra'],
  valid: ['hợp lệ'],
};

/** `Tham dự` of `Dự họp`. */
export const ATTENDANCE: Words<Attendance> = {
  present: ['có mặt'],
  absent: ['vắng'],
  written: ['ý kiến bằng văn bản'],
};

/** In `Không kèm`: this award excludes none. */
export const EXCLUDES_NONE = ['không có', 'không'] as const;

export const ALL_AWARDS = '*';
/** `xếp loại <tên>` in `Áp dụng cho`. */
export const GRADE_SCOPE = 'xếp loại';

/** Consequences of a condition that holds; a blank cell: it must hold for the award. */
export const EFFECTS: Words<'bar' | 'noRank' | 'lowerGrade' | 'postpone'> = {
  bar: ['loại'],
  postpone: ['tạm hoãn'],
  noRank: ['không xếp hạng'],
  lowerGrade: ['hạ một bậc'],
};
/** `tối đa <xếp loại>`; `#` stands for the grade. */
export const CAP_GRADE_EFFECT = 'tối đa #';
/** `tiêu chí <mã> = 0`; `#` stands for the code. */
export const ZERO_CRITERION_EFFECT = 'tiêu chí # = 0';

export const DECISION_KINDS: Words<Decision['kind']> = { tie: ['phân hạng'], grant: ['cho'], deny: ['bỏ'] };
export const RANK_SCOPE = 'hạng';

/** Of an award of the year before that the council has not decided on yet: no answer to có or không. */
export const PROPOSED = 'đề nghị';

/** The task grades of a body (`Xếp loại nhiệm vụ`): abbreviation, then the full words. */
export const TASK_GRADES: Words<'HTXSNV' | 'HTTNV' | 'HTNV' | 'KHTNV'> = {
  HTXSNV: ['HTXSNV', 'Hoàn thành xuất sắc nhiệm vụ'],
  HTTNV: ['HTTNV', 'Hoàn thành tốt nhiệm vụ'],
  HTNV: ['HTNV', 'Hoàn thành nhiệm vụ'],
  KHTNV: ['KHTNV', 'Không hoàn thành nhiệm vụ'],
};

/** Between the items of a list in one cell. */
export const LIST_SEPARATOR = ';';
