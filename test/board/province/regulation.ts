/** The regulation of the made-up province: every way of scoring, conditions of every sort, bands and ballots. */
import type { Regulation } from '../../../src/regulations';
import { MINH_HOA } from '../../../src/regulations';

export const PROVINCE: Regulation = {
  ...MINH_HOA,
  id: 'thu-nghiem',
  name: 'Quy chế thử nghiệm của tỉnh giả định',
  settings: [
    { setting: 'scale', value: 100 }, { setting: 'rankingLevel', value: 'khối chấm' }, { setting: 'notApplicable', value: 'đủ điểm' },
    { setting: 'totalDecimals', value: 2 }, { setting: 'bonusCap', value: 10 }, { setting: 'deductionCap', value: 10 },
    { setting: 'tieKeys', value: 'điểm thưởng; nhóm I' }, { setting: 'oneAwardPerUnit', value: 'có' }, { setting: 'unusedPlaces', value: 'bỏ' },
    { setting: 'evidenceRequired', value: 'có' },
  ],
  criteria: [
    { code: 'I', name: 'Thực hiện nhiệm vụ', max: 60, way: 'nhóm' },
    { code: 'I.1', name: 'Hoàn thành nhiệm vụ được giao', max: 25, step: 0.25 },
    { code: 'I.2', name: 'Thực hiện chỉ tiêu kế hoạch', max: 15, way: 'tỷ lệ', parameter: 'trần 100%', step: 0.25 },
    { code: 'I.3', name: 'Sáng kiến', max: 10, way: 'bậc', parameter: '0; 5; 8; 10' },
    { code: 'I.4', name: 'Báo cáo đúng hạn', max: 10, way: 'trừ dần', parameter: '0,5' },
    { code: 'II', name: 'Chấp hành pháp luật', max: 20, way: 'nhóm' },
    { code: 'II.1', name: 'Chấp hành chủ trương, chính sách', max: 8, step: 0.1 },
    { code: 'II.2', name: 'Thực hiện dân chủ ở cơ sở', max: 6, way: 'có/không' },
    { code: 'II.3', name: 'Tiếp công dân, giải quyết đơn thư', max: 6, step: 0.1, na: 'có' },
    { code: 'III', name: 'Công tác thi đua, khen thưởng', max: 20, way: 'nhóm' },
    { code: 'III.1', name: 'Tổ chức phong trào thi đua', max: 7, step: 0.1, evidence: 'có' },
    { code: 'III.2', name: 'Nhân rộng điển hình tiên tiến', max: 5, step: 0.1 },
    { code: 'III.3', name: 'Khen thưởng người lao động trực tiếp', max: 4, step: 0.1 },
    { code: 'III.4', name: 'Tham gia hoạt động của khối', max: 4, way: 'theo lần', parameter: '0,5' },
    { code: 'T', name: 'Điểm thưởng', max: 10, counts: 'thưởng', way: 'nhóm' },
    { code: 'T.1', name: 'Mô hình nhân rộng toàn tỉnh', max: 5, step: 0.5 },
    { code: 'T.2', name: 'Nhiệm vụ đột xuất', max: 5, step: 0.5 },
    { code: 'TR', name: 'Điểm trừ', max: 10, counts: 'trừ', way: 'nhóm' },
    { code: 'TR.1', name: 'Hồ sơ chậm hoặc thiếu', max: 5, step: 0.5 },
    { code: 'TR.2', name: 'Vắng mặt không lý do', max: 5, step: 0.5 },
  ],
  attributes: [...MINH_HOA.attributes, { header: 'Ngày nộp hồ sơ' }],
  awards: [
    { code: 'CP', name: 'Cờ thi đua của Chính phủ', quota: 1 },
    { code: 'UBND', name: 'Cờ thi đua của UBND tỉnh', quota: 1 },
    { code: 'BK', name: 'Bằng khen của Chủ tịch UBND tỉnh', quota: 2 },
  ],
  conditions: [
    { code: 'ĐK1', scope: 'CP', field: 'hạng', op: '=', value: 1 },
    { code: 'ĐK2', field: 'Kỷ luật', op: '=', value: 'có', effect: 'loại' },
    { code: 'ĐK3', scope: 'CP; UBND', field: 'tổng điểm', op: '>=', value: 60 },
    { code: 'ĐK4', scope: 'BK', field: 'tỷ lệ nhóm II', op: '>=', value: '50%' },
    { code: 'ĐK5', field: 'Ngày nộp hồ sơ', op: 'trước hoặc vào', value: { day: '2025-12-31' } },
    { code: 'ĐK6', scope: 'CP', field: 'phiếu CP', op: '>=', value: '70% thành viên' },
    { code: 'ĐK7', scope: 'BK', field: 'phiếu BK', op: '>=', value: '50% có mặt' },
  ],
  bands: [{ name: 'Xuất sắc', from: 90 }, { name: 'Tốt', from: 80 }, { name: 'Khá', from: 65 }, { name: 'Đạt', from: null }],
};
