/** The illustrative regulation 60/20/20 on a scale of 100, its twin on a scale of 1000, and both flags for the unit that leads. */
import { DECREE_152, LAW, regulation, TWO_FLAGS } from './common';
import type { Regulation, WrittenCriterion } from './written';

/** Points on the scale of 100; the twin multiplies them. */
export const ILLUSTRATIVE_CRITERIA: readonly WrittenCriterion[] = [
  { code: 'I', name: 'Thực hiện nhiệm vụ chính trị, phát triển kinh tế - xã hội', max: 60, way: 'nhóm' },
  { code: 'I.1', name: 'Hoàn thành các chỉ tiêu, nhiệm vụ được giao trong năm', max: 25 },
  { code: 'I.2', name: 'Cải cách hành chính, chuyển đổi số', max: 15 },
  { code: 'I.3', name: 'Sáng kiến, giải pháp nâng cao chất lượng công tác', max: 10 },
  { code: 'I.4', name: 'Chế độ thông tin, báo cáo đúng hạn', max: 10 },
  { code: 'II', name: 'Chấp hành chủ trương, pháp luật; xây dựng cơ quan, đơn vị', max: 20, way: 'nhóm' },
  { code: 'II.1', name: 'Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước', max: 8 },
  { code: 'II.2', name: 'Thực hiện dân chủ ở cơ sở, kỷ luật, kỷ cương hành chính', max: 6 },
  { code: 'II.3', name: 'Thực hành tiết kiệm, phòng, chống tham nhũng, lãng phí, tiêu cực', max: 6 },
  { code: 'III', name: 'Tổ chức phong trào thi đua, công tác khen thưởng', max: 20, way: 'nhóm' },
  { code: 'III.1', name: 'Phát động, ký kết giao ước và tổ chức phong trào thi đua', max: 7 },
  { code: 'III.2', name: 'Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến', max: 5 },
  { code: 'III.3', name: 'Công tác khen thưởng, quan tâm người lao động trực tiếp', max: 4 },
  { code: 'III.4', name: 'Tham gia hoạt động chung của khối', max: 4 },
  { code: 'T', name: 'Điểm thưởng', max: 10, counts: 'thưởng', way: 'nhóm' },
  { code: 'T.1', name: 'Được khen thưởng cấp Nhà nước hoặc có mô hình nhân rộng toàn tỉnh', max: 5 },
  { code: 'T.2', name: 'Hoàn thành xuất sắc nhiệm vụ đột xuất được giao', max: 5 },
  { code: 'TR', name: 'Điểm trừ', max: 10, counts: 'trừ', way: 'nhóm' },
  { code: 'TR.1', name: 'Gửi hồ sơ, báo cáo chậm hoặc thiếu', max: 5 },
  { code: 'TR.2', name: 'Vắng mặt trong hoạt động chung của khối không có lý do', max: 5 },
];

function illustrative(id: string, scale: number, own: Partial<Regulation> = {}): Regulation {
  const times = scale / 100;
  return regulation({
    id,
    name: `Bộ tiêu chí minh họa 60/20/20, thang điểm ${String(scale)}`,
    source: 'Số liệu minh họa do phần mềm soạn, chỉ để tham khảo; thay bằng quy chế đang có hiệu lực của khối',
    criteria: ILLUSTRATIVE_CRITERIA.map((row) => ({ ...row, max: row.max === null ? null : row.max * times })),
    ...own,
    settings: [
      { setting: 'scale', value: scale },
      { setting: 'bonusCap', value: 10 * times },
      { setting: 'deductionCap', value: 10 * times },
      ...(own.settings ?? []),
    ],
  });
}

/** The older pattern, two flags to two units: real blocs until 2023, and the samples. */
export const MINH_HOA = illustrative('minh-hoa', 100);
export const MINH_HOA_1000 = illustrative('minh-hoa-1000', 1000);

const { tieKeys, ...FLAGS } = TWO_FLAGS;

/** The pattern of the law in force since 2024. */
export const MINH_HOA_HAI_CO = illustrative('minh-hoa-hai-co', 100, {
  name: 'Bộ tiêu chí minh họa 60/20/20, hai cờ cho đơn vị dẫn đầu theo luật có hiệu lực từ năm 2024',
  source:
    'Tiêu chí do phần mềm soạn minh họa; phần khen thưởng theo Luật Thi đua, khen thưởng có hiệu lực từ ngày 01/01/2024 và Nghị định số 152/2025/NĐ-CP, ghi bằng lời của phần mềm; tham khảo. ' +
    'Đơn vị dẫn đầu được đề nghị tặng Cờ thi đua của Chính phủ, không được tặng thì giữ Cờ thi đua của UBND tỉnh. Lược bỏ: hồ sơ, thời hạn, tỷ lệ của hội đồng cấp tỉnh',
  legalBases: [LAW, DECREE_152],
  ...FLAGS,
  settings: [tieKeys],
});
