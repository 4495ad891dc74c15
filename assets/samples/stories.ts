import type { WrittenCondition } from '../../src/regulations';
import type { WorkbookContent } from '../../src/workbook/create-content';

/**
 * The five blocs' invented scores: for each unit the total it shall reach and what makes it up.
 * Units and awards come from blocs.json (facts); every number here is illustrative.
 */

export interface UnitStory {
  /** Name as in blocs.json. */
  readonly name: string;
  readonly code: string;
  /** Total, bonus and deduction of the bloc's scores, in points. */
  readonly total: number;
  readonly bonus?: number;
  readonly deduction?: number;
  /** Points of section I, where a tie key needs them. */
  readonly sectionI?: number;
  /** How far the self score stands above the bloc's, in points. */
  readonly selfAbove?: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface BlocStory {
  readonly id: string;
  readonly province: string;
  readonly governingBody: string;
  readonly venue: string;
  readonly meetingDay: string;
  readonly places: { readonly CP: number; readonly UBND: number; readonly BK: number };
  readonly tieKeys: string;
  readonly conditions: readonly WrittenCondition[];
  readonly decisions: WorkbookContent['decisions'];
  /** Votes in favour by ballot and unit; everybody voted, every vote was valid. */
  readonly voting?: {
    readonly members: number;
    readonly favour: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
  /** Differences between self and bloc scores need a remark. */
  readonly remarkRequired?: boolean;
  readonly units: readonly UnitStory[];
  readonly leader: string | null;
  readonly deputy: string | null;
  readonly nextLeader: string;
  readonly nextDeputy: string | null;
}

const XS = { 'Xếp loại nhiệm vụ': 'HTXSNV' };
const TOT = { 'Xếp loại nhiệm vụ': 'HTTNV' };

/** Thresholds that every story uses. */
const MINIMUM: readonly WrittenCondition[] = [
  { code: 'ĐK3', scope: 'CP; UBND', field: 'tổng điểm', op: '>=', value: 90, basis: 'Quy chế minh họa' },
  { code: 'ĐK4', scope: 'BK', field: 'tổng điểm', op: '>=', value: 80, basis: 'Quy chế minh họa' },
];

/** Bloc B also asks for the task grade and for four fifths of the votes. */
const GRADE_AND_VOTES: readonly WrittenCondition[] = [
  { code: 'ĐK5', scope: 'CP; UBND', field: 'Xếp loại nhiệm vụ', op: '=', value: 'HTXSNV', basis: 'Quy chế minh họa' },
  {
    code: 'ĐK6',
    scope: 'BK',
    field: 'Xếp loại nhiệm vụ',
    op: 'thuộc',
    value: 'HTXSNV; HTTNV',
    basis: 'Quy chế minh họa',
  },
  ...['CP', 'UBND', 'BK'].map((award, index): WrittenCondition => ({
    code: `ĐK${String(7 + index)}`,
    scope: award,
    field: `phiếu ${award}`,
    op: '>=',
    value: '80% thành viên',
    basis: 'Quy chế minh họa',
  })),
];

const VOTES_B = {
  members: 20,
  favour: {
    CP: { TTT: 20, SNV: 17, STP: 16 },
    UBND: { TTT: 18, SNV: 19, STP: 16 },
    BK: { VPUBND: 13, TTT: 16, SKHDT: 9, STC: 8, SNV: 16, STP: 20, SKHCN: 18, SNGV: 16, BDT: 17, VPDDBQH: 6 },
    TRUONG_KHOI: { SNV: 19 },
    PHO_TRUONG_KHOI: { TTT: 18 },
  },
};

export const STORIES: readonly BlocStory[] = [
  {
    id: 'A',
    province: '',
    governingBody: 'UBND tỉnh',
    venue: '',
    meetingDay: '2023-12-01',
    places: { CP: 1, UBND: 2, BK: 3 },
    tieKeys: '',
    conditions: MINIMUM,
    decisions: [
      {
        kind: 'phân hạng',
        scope: 'hạng',
        units: 'DPTTH; SVHTTDL',
        reason:
          'Bằng tổng điểm ở suất Bằng khen cuối; hội nghị biểu quyết xếp đơn vị có điểm thưởng cao hơn đứng trước (minh họa)',
        by: 'Hội nghị tổng kết khối',
        on: { day: '2023-12-01' },
      },
    ],
    leader: 'SYT',
    deputy: null,
    nextLeader: 'DPTTH',
    nextDeputy: null,
    units: [
      { name: 'Sở Y tế', code: 'SYT', total: 93.5, bonus: 1 },
      { name: 'Sở Giáo dục và Đào tạo', code: 'SGDDT', total: 92.85, bonus: 1.5 },
      { name: 'Sở Lao động - Thương binh và Xã hội', code: 'SLDTBXH', total: 94.7, bonus: 2 },
      { name: 'Sở Văn hóa, Thể thao và Du lịch', code: 'SVHTTDL', total: 91.25, bonus: 1 },
      { name: 'Bảo hiểm xã hội tỉnh', code: 'BHXH', total: 95.15, bonus: 2.5 },
      { name: 'Ban Quản lý An toàn thực phẩm tỉnh', code: 'BQLATTP', total: 96.4, bonus: 3 },
      { name: 'Đài Phát thanh và Truyền hình tỉnh', code: 'DPTTH', total: 91.25, bonus: 2, deduction: 0.5 },
      { name: 'Trung tâm Hành chính công tỉnh', code: 'TTHCC', total: 89.9, bonus: 0.5 },
    ],
  },
  {
    id: 'B',
    province: '',
    governingBody: 'UBND tỉnh',
    venue: 'Sở Tư pháp',
    meetingDay: '2024-01-30',
    places: { CP: 1, UBND: 1, BK: 3 },
    tieKeys: 'điểm thưởng; nhóm I',
    conditions: [...MINIMUM, ...GRADE_AND_VOTES],
    decisions: [],
    voting: VOTES_B,
    leader: 'STP',
    deputy: null,
    nextLeader: 'SNV',
    nextDeputy: 'TTT',
    units: [
      { name: 'Văn phòng UBND tỉnh', code: 'VPUBND', total: 94.6, bonus: 1, attributes: TOT },
      { name: 'Thanh tra tỉnh', code: 'TTT', total: 97.35, bonus: 3, attributes: XS },
      { name: 'Sở Kế hoạch và Đầu tư', code: 'SKHDT', total: 91.9, bonus: 0.5, attributes: TOT },
      { name: 'Sở Tài chính', code: 'STC', total: 91.2, bonus: 1, attributes: TOT },
      { name: 'Sở Nội vụ', code: 'SNV', total: 96.2, bonus: 2.5, attributes: XS },
      { name: 'Sở Tư pháp', code: 'STP', total: 95.6, bonus: 2, attributes: XS },
      { name: 'Sở Khoa học và Công nghệ', code: 'SKHCN', total: 94.1, bonus: 1.5, attributes: TOT },
      { name: 'Sở Ngoại vụ', code: 'SNGV', total: 92.7, bonus: 1, attributes: TOT },
      { name: 'Ban Dân tộc', code: 'BDT', total: 93.45, bonus: 1.5, attributes: TOT },
      {
        name: 'Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh',
        code: 'VPDDBQH',
        total: 90.05,
        deduction: 0.5,
        attributes: TOT,
      },
    ],
  },
  {
    id: 'C',
    province: 'Ninh Bình',
    governingBody: 'UBND tỉnh Ninh Bình',
    venue: 'Sở Giáo dục và Đào tạo',
    meetingDay: '2023-01-09',
    places: { CP: 1, UBND: 1, BK: 2 },
    tieKeys: '',
    conditions: MINIMUM,
    decisions: [],
    leader: 'SGDDT',
    deputy: null,
    nextLeader: 'SYT',
    nextDeputy: 'DPTTH',
    units: [
      { name: 'Sở Khoa học và Công nghệ', code: 'SKHCN', total: 95.5, bonus: 2 },
      { name: 'Sở Lao động, Thương binh và Xã hội', code: 'SLDTBXH', total: 94.25, bonus: 2 },
      { name: 'Sở Văn hóa và Thể thao', code: 'SVHTT', total: 93.1, bonus: 1.5 },
      { name: 'Đài Phát thanh và Truyền hình Ninh Bình', code: 'DPTTH', total: 92.6, bonus: 1 },
      { name: 'Sở Giáo dục và Đào tạo', code: 'SGDDT', total: 91.85, bonus: 1 },
      { name: 'Sở Y tế', code: 'SYT', total: 90.4, bonus: 1, deduction: 0.5 },
    ],
  },
  {
    id: 'D',
    province: '',
    governingBody: 'UBND tỉnh',
    venue: '',
    meetingDay: '2023-11-22',
    places: { CP: 1, UBND: 3, BK: 12 },
    tieKeys: 'điểm thưởng; nhóm I',
    conditions: MINIMUM,
    decisions: [],
    leader: 'DLS',
    deputy: null,
    nextLeader: 'LHHKHKT',
    nextDeputy: null,
    units: [
      { name: 'Đoàn Luật sư tỉnh', code: 'DLS', total: 95.8, bonus: 2.5 },
      { name: 'Liên hiệp các hội khoa học kỹ thuật tỉnh', code: 'LHHKHKT', total: 95.1, bonus: 2 },
      ...memberAssociations(),
    ],
  },
  {
    id: 'E',
    province: 'Hải Dương',
    governingBody: 'UBND tỉnh Hải Dương',
    venue: '',
    meetingDay: '2019-12-20',
    places: { CP: 1, UBND: 1, BK: 1 },
    tieKeys: '',
    conditions: MINIMUM,
    decisions: [],
    remarkRequired: true,
    leader: 'DPTTH',
    deputy: 'SGDDT',
    nextLeader: 'SGDDT',
    nextDeputy: null,
    units: [
      { name: 'Sở Văn hóa, Thể thao và Du lịch', code: 'SVHTTDL', total: 94.75, bonus: 1, selfAbove: 0.5 },
      { name: 'Sở Y tế', code: 'SYT', total: 93.2, bonus: 1, selfAbove: 0.75 },
      { name: 'Sở Lao động - Thương binh và Xã hội', code: 'SLDTBXH', total: 91.6, bonus: 0.5, selfAbove: 1 },
      { name: 'Sở Giáo dục và Đào tạo', code: 'SGDDT', total: 96.3, bonus: 2, selfAbove: 0.5 },
      { name: 'Đài Phát thanh và Truyền hình tỉnh', code: 'DPTTH', total: 97.1, bonus: 3, selfAbove: 0.25 },
      { name: 'Sở Khoa học và Công nghệ', code: 'SKHCN', total: 90.5, deduction: 0.5, selfAbove: 1.5 },
      { name: 'Bảo hiểm xã hội tỉnh', code: 'BHXH', total: 92.4, bonus: 1, selfAbove: 0.5 },
    ],
  },
];

/** Bloc D has 24 units and the source names two: the rest bear neutral placeholder names. */
function memberAssociations(): UnitStory[] {
  const totals = [
    97.2, 96.5, 96.1, 94.8, 94.45, 94.1, 93.7, 93.4, 93.15, 92.8, 92.5, 92.2, 91.9, 91.35, 91.35, 90.8, 90.25, 89.6,
    88.9, 88.2, 87.4, 85.75,
  ];
  return totals.map((total, index) => {
    const number = String(index + 1).padStart(2, '0');
    // The two of 91.35 stand at the last Bằng khen place; the higher bonus goes before.
    const bonus = index === 13 ? 1 : index === 14 ? 1.5 : index < 8 ? 2 : 0.5;
    return { name: `Hội thành viên ${number}`, code: `HTV${number}`, total, bonus };
  });
}
