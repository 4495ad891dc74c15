/** A full provincial framework: seven groups, bonus, deduction, sanctions, grades. */
import { CONDITIONS, DISCIPLINE, regulation, TASK_GRADE, YES_OR_NO } from './common';
import type { WrittenCriterion } from './written';

const RATIO = { way: 'tỷ lệ', step: 0.25 } as const;

const CRITERIA: readonly WrittenCriterion[] = [
  { code: 'I', name: 'Kết quả thực hiện nhiệm vụ chuyên môn', max: 20, way: 'nhóm' },
  {
    code: 'I.1',
    name: 'Tỷ lệ hoàn thành chỉ tiêu, nhiệm vụ được giao',
    max: 10,
    ...RATIO,
    parameter: 'trần 100%; dưới 50% không điểm',
  },
  {
    code: 'I.2',
    name: 'Tỷ lệ giải ngân vốn đầu tư công, dự toán được giao',
    max: 6,
    ...RATIO,
    parameter: 'trần 100%',
    na: 'có',
  },
  { code: 'I.3', name: 'Tham mưu văn bản đúng tiến độ', max: 4, way: 'trừ dần', parameter: '0,5' },
  { code: 'II', name: 'Cải cách hành chính, chuyển đổi số', max: 20, way: 'nhóm' },
  { code: 'II.1', name: 'Xếp hạng chỉ số cải cách hành chính', max: 8, way: 'bậc', parameter: '0; 2; 4; 6; 8' },
  { code: 'II.2', name: 'Tỷ lệ hồ sơ giải quyết đúng hạn', max: 8, ...RATIO, parameter: 'trần 100%', na: 'có' },
  { code: 'II.3', name: 'Mức độ chuyển đổi số', max: 4, way: 'bậc', parameter: '0; 1; 2; 3; 4' },
  { code: 'III', name: 'Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước', max: 20, way: 'nhóm' },
  { code: 'III.1', name: 'Quán triệt, thực hiện nghị quyết, chỉ thị', max: 8, step: 0.25 },
  { code: 'III.2', name: 'Kỷ luật, kỷ cương hành chính', max: 6, way: 'trừ dần', parameter: '1' },
  { code: 'III.3', name: 'Phòng, chống tham nhũng, lãng phí, tiêu cực', max: 6, step: 0.25 },
  { code: 'IV', name: 'Xây dựng tổ chức đảng, đoàn thể, cơ quan', max: 15, way: 'nhóm' },
  { code: 'IV.1', name: 'Xếp loại tổ chức đảng', max: 7, way: 'bậc', parameter: '0; 3; 5; 7' },
  { code: 'IV.2', name: 'Xếp loại tổ chức đoàn thể', max: 4, way: 'bậc', parameter: '0; 2; 3; 4' },
  { code: 'IV.3', name: 'Đạt danh hiệu cơ quan văn hóa', max: 4, way: 'có/không' },
  { code: 'V', name: 'Tổ chức phong trào thi đua', max: 10, way: 'nhóm' },
  {
    code: 'V.1',
    name: 'Phát động, tổ chức phong trào thi đua theo chuyên đề',
    max: 4,
    way: 'bậc',
    parameter: '0; 1; 2; 3; 4',
  },
  { code: 'V.2', name: 'Phát hiện, nhân rộng điển hình tiên tiến', max: 3, way: 'theo lần', parameter: '0,5' },
  { code: 'V.3', name: 'Tuyên truyền phong trào thi đua', max: 3, way: 'bậc', parameter: '0; 1,5; 3' },
  { code: 'VI', name: 'Công tác khen thưởng', max: 10, way: 'nhóm' },
  { code: 'VI.1', name: 'Tỷ lệ khen thưởng người lao động trực tiếp', max: 5, ...RATIO, parameter: 'trần 100%' },
  { code: 'VI.2', name: 'Hồ sơ đề nghị khen thưởng đúng quy định', max: 5, way: 'trừ dần', parameter: '0,5' },
  { code: 'VII', name: 'Tham gia hoạt động của khối', max: 5, way: 'nhóm' },
  { code: 'VII.1', name: 'Ký kết giao ước thi đua', max: 1, way: 'có/không' },
  { code: 'VII.2', name: 'Tham gia đầy đủ hoạt động của khối', max: 2, way: 'trừ dần', parameter: '0,5' },
  { code: 'VII.3', name: 'Chế độ báo cáo của khối', max: 2, way: 'trừ dần', parameter: '0,5' },
  { code: 'T', name: 'Điểm thưởng', max: 10, counts: 'thưởng', way: 'nhóm' },
  { code: 'T.1', name: 'Mô hình, sáng kiến được công nhận', max: 5, way: 'theo lần', parameter: '1', evidence: 'có' },
  { code: 'T.2', name: 'Khen thưởng trong năm (lấy mức cao nhất)', max: 5, way: 'nhóm lấy mức cao nhất' },
  { code: 'T.2.a', name: 'Khen thưởng cấp Nhà nước', max: 5, evidence: 'có' },
  { code: 'T.2.b', name: 'Khen thưởng cấp tỉnh, bộ', max: 3, evidence: 'có' },
  { code: 'TR', name: 'Điểm trừ', max: 20, counts: 'trừ', way: 'nhóm' },
  { code: 'TR.1', name: 'Báo cáo, hồ sơ gửi chậm', max: 10, way: 'theo lần', parameter: '1' },
  { code: 'TR.2', name: 'Bị phê bình bằng văn bản', max: 10, way: 'theo lần', parameter: '2' },
];

const FAILED_TARGET = 'Không đạt chỉ tiêu bắt buộc';
const CRITICISED = 'Bị cấp có thẩm quyền kết luận có vi phạm';

export const SEVEN_GROUPS = regulation({
  id: 'bay-nhom',
  name: 'Khung tiêu chí 7 nhóm, có điểm thưởng, điểm trừ, chế tài và xếp loại',
  source: 'Soạn theo khung thường gặp trong quy chế cấp tỉnh, chỉ để tham khảo; thay bằng quy chế đang có hiệu lực',
  settings: [
    { setting: 'scale', value: 100 },
    { setting: 'notApplicable', value: 'quy đổi theo nhóm' },
    { setting: 'bonusCap', value: 10 },
    { setting: 'deductionCap', value: 20 },
    { setting: 'totalMin', value: 0 },
    { setting: 'totalMax', value: 110 },
    { setting: 'tieKeys', value: 'điểm thưởng; nhóm V' },
    { setting: 'evidenceRequired', value: 'có' },
  ],
  criteria: CRITERIA,
  attributes: [
    TASK_GRADE,
    DISCIPLINE,
    { header: CRITICISED, choices: YES_OR_NO },
    { header: FAILED_TARGET, choices: YES_OR_NO },
  ],
  conditions: [
    ...CONDITIONS,
    { code: 'XL1', scope: 'xếp loại Xuất sắc', field: 'tỷ lệ nhóm V', op: '>=', value: '60%' },
    { code: 'CT1', field: CRITICISED, op: '=', value: 'có', effect: 'tối đa Tốt' },
    { code: 'CT2', field: DISCIPLINE.header, op: '=', value: 'có', effect: 'tối đa Khá' },
    { code: 'CT3', field: FAILED_TARGET, op: '=', value: 'có', effect: 'tiêu chí I.1 = 0' },
    { code: 'CT4', field: FAILED_TARGET, op: '=', value: 'có', effect: 'hạ một bậc' },
  ],
  bands: [
    { name: 'Xuất sắc', from: 90, limit: '25% đơn vị' },
    { name: 'Tốt', from: 80 },
    { name: 'Khá', from: 65 },
    { name: 'Trung bình', from: 50 },
    { name: 'Yếu', from: null },
  ],
});
