/** What stands on the sheets of results beside names and numbers: Vietnamese alone, for they are printed and signed. */
import type { Severity } from '../rules';
import { SEVERITY_TEXTS } from './board';

const n = (count: number): string => String(count);

/** Lines above the table of every sheet that is not final. */
export const WARNING_LINES = {
  provisional:
    'KẾT QUẢ TẠM TÍNH – còn đơn vị chưa có tổng điểm hoặc còn số liệu chưa đọc được, thứ hạng có dấu *, xếp loại ghi tạm tính có thể thay đổi',
  /** Of awards: each text names those that wait for the same thing. */
  pending: (awards: readonly string[]): string => `CHƯA CHỐT – ${awards.join('; ')}`,
} as const;

/** How a unit stands on the list of an award. */
export const STANDING_TEXTS = {
  proposed: 'Đề nghị',
  fallback: 'Đề nghị nếu không được tặng hình thức cao hơn',
  postponed: 'Tạm hoãn, chưa đề nghị',
  open: 'Chưa chốt',
  notProposed: 'Không đề nghị',
} as const;

/** What a holder's standing adds to the award's name in the column of its unit. */
export const HELD_TEXTS = {
  fallback: 'nếu không được tặng hình thức cao hơn',
  postponed: 'tạm hoãn, chưa đề nghị',
  awardIs: (status: string): string => `hình thức này ${status}`,
  open: (awards: readonly string[]): string => `(chưa chốt: ${awards.join('; ')})`,
  granted: (award: string): string => `${award}: đề nghị theo quyết định của hội nghị`,
  denied: (award: string): string => `${award}: không đề nghị theo quyết định của hội nghị`,
} as const;

export const RESULT_LINES = {
  section: (code: string, name: string, points: string | null): string =>
    `Nhóm ${code}: ${name}${points === null ? '' : ` (${points} điểm)`}`,
  /** `level`: whose points are ranked; `hasFixed`: some numbers are no formulas. */
  live: (level: string, isStandard: boolean, hasFixed: boolean): string =>
    `Tổng điểm, xếp hạng là công thức trên trang tính Chấm điểm (các cột Công thức bên phải), theo điểm ${level}${isStandard ? ' (mặc định)' : ''}.${
      hasFixed ? ' Số in nghiêng do phần mềm tính.' : ''
    }`,
} as const;

export const REPORT_LINES = {
  title: (year: string): string => `DỰ THẢO BÁO CÁO\nKết quả bình xét thi đua, đề nghị khen thưởng năm ${year}`.trim(),
  to: (addressee: string): string => `Kính gửi: ${addressee}`,
  receivers: 'Nơi nhận:',
  bases: 'I. CĂN CỨ',
  venue: (venue: string): string => `- Hội nghị tại ${venue}.`,
  ranking: 'II. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG',
  counts: (bloc: string, units: number, ranked: number): string =>
    `- Số đơn vị trong ${bloc}: ${n(units)}; được xếp hạng: ${n(ranked)}; không xếp hạng: ${n(units - ranked)}.`,
  grades: (grades: readonly string[]): string => `- Xếp loại: ${grades.join('; ')}.`,
  openGrades: (units: number): string => `chưa chốt xếp loại: ${n(units)}`,
  proposals: 'III. ĐỀ NGHỊ KHEN THƯỞNG',
  noAwards: 'Không có hình thức khen thưởng nào.',
  places: (award: string, places: number | null): string =>
    `${award} (${places === null ? 'chưa rõ số suất' : `${n(places)} suất`})`,
  reason: (reasons: string): string => `Lý do: ${reasons}`,
  nobody: 'Chưa có đơn vị nào.',
  posts: (leader: string, deputy: string): string => `IV. ${leader}, ${deputy} NĂM SAU`.toLocaleUpperCase('vi'),
  post: (post: string, unit: string | null): string => `- ${post}: ${unit ?? '(chưa ghi)'}.`,
  votes: (counts: readonly string[]): string => `  Kết quả bỏ phiếu: ${counts.join('; ')}.`,
  /** `holds`: whether they are enough; null where that is not asked or not known. */
  votesOf: (unit: string, votes: string, holds: boolean | null): string =>
    `${unit} ${votes} phiếu${holds === null ? '' : holds ? ' (đạt)' : ' (không đạt)'}`,
} as const;

export const CHECK_LINES = {
  title: 'KẾT QUẢ KIỂM TRA SỔ CHẤM ĐIỂM',
  progress: (filled: number, cells: number): string => `Đã chấm ${n(filled)}/${n(cells)} ô.`,
  none: 'Không có lỗi, cảnh báo hay ghi chú nào.',
  counts: (counts: Readonly<Record<Severity, number>>): string =>
    `${(['error', 'warning', 'info'] as const)
      .map((severity) => `${n(counts[severity])} ${SEVERITY_TEXTS.vi[severity].toLocaleLowerCase('vi')}`)
      .join(', ')}.`,
  empty: 'Chưa chấm',
  /** `named`: cells of one unit; `all`: whether these are all. */
  emptyCells: (empty: number, cells: number, named: readonly string[], all: boolean): string =>
    `Còn ${n(empty)}/${n(cells)} ô chưa chấm: ${named.join(', ')}${all ? '' : ', …'}.`,
  fill: 'Nhập điểm hoặc số liệu; nếu là không thì nhập 0.',
} as const;

export const EXPLANATION_LINES = {
  title: 'GIẢI TRÌNH KẾT QUẢ ĐỀ NGHỊ KHEN THƯỞNG',
  about: 'Mỗi đơn vị, mỗi hình thức: vì sao được hoặc không được đề nghị.',
  noAwards: 'Sổ không có hình thức khen thưởng nào.',
} as const;

export const LOG_LINES = {
  written: (sheets: readonly string[]): string => `ghi ${sheets.join(', ')}`,
  award: (award: string, units: number, places: number | null, isPending: boolean): string =>
    `${award}: ${n(units)}/${places === null ? '?' : n(places)}${isPending ? ' (chưa chốt)' : ''}`,
} as const;
