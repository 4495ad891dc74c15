/** The rows of the two-column sheets `Thông tin` and `Quy tắc`, in the order of writing. */
import type { BlocInfo, BlocKind, SettingName } from '../../rules';
import { inKind } from '../../text';

/** `Thông tin`: what each row is called. */
export const INFO_ROWS = {
  template: 'Mẫu sổ',
  kind: 'Loại',
  province: 'Tỉnh, thành phố',
  governingBody: 'Cơ quan chủ quản',
  name: 'Tên khối',
  year: 'Năm',
  regulation: 'Quy chế',
  legalBases: 'Căn cứ',
  leader: 'Trưởng khối',
  deputy: 'Phó Trưởng khối',
  nextLeader: 'Trưởng khối năm sau',
  nextDeputy: 'Phó Trưởng khối năm sau',
  venue: 'Địa điểm',
  meetingDay: 'Ngày họp',
  preparedBy: 'Người lập biểu',
  signedBy: 'Người ký',
  signerPost: 'Chức vụ người ký',
  addressee: 'Kính gửi',
  number: 'Số',
  receivers: 'Nơi nhận',
  chair: 'Chủ trì',
  secretary: 'Thư ký',
  begins: 'Bắt đầu',
  ends: 'Kết thúc',
  tellers: 'Tổ kiểm phiếu',
  note: 'Ghi chú',
} as const satisfies Record<keyof BlocInfo | 'template', string>;

/** A row of `Thông tin` that names a sheet which looks like an input and is none; may repeat. */
export const UNUSED_SHEET_ROW = 'Trang tính không dùng';

export type InfoRow = keyof typeof INFO_ROWS;

/** A row as a bloc or a cluster calls it: "Tên khối", "Tên cụm". Every workbook may write either. */
export const infoRow = (name: InfoRow, kind: BlocKind | null): string => inKind(INFO_ROWS[name], kind);
/** Rows of `Thông tin` that may stand there several times. */
export type RepeatedInfo = 'legalBases' | 'receivers';

/** `Quy tắc`: what each row is called. */
export const SETTING_ROWS = {
  scale: 'Thang điểm',
  rankingLevel: 'Cấp điểm xếp hạng',
  notApplicable: 'Không áp dụng',
  totalDecimals: 'Số chữ số thập phân của tổng điểm',
  sectionDecimals: 'Số chữ số thập phân của nhóm',
  criterionDecimals: 'Số chữ số thập phân của tiêu chí',
  bonusCap: 'Trần điểm thưởng',
  deductionCap: 'Trần điểm trừ',
  totalMin: 'Tổng điểm tối thiểu',
  totalMax: 'Tổng điểm tối đa',
  tieKeys: 'Thứ tự ưu tiên khi bằng điểm',
  oneAwardPerUnit: 'Mỗi đơn vị một hình thức',
  unusedPlaces: 'Suất không dùng',
  evidenceRequired: 'Yêu cầu minh chứng',
  remarkRequired: 'Yêu cầu giải trình khi lệch điểm',
  blankAtRanking: 'Ô trống ở cấp xếp hạng',
  levelOrder: 'Thứ tự cấp',
} as const satisfies Record<SettingName, string>;
