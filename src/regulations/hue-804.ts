/** A printed scale of 1000 = 950 + 50, scored by the units, then by head and deputy; the Board scores some items itself. */
import { regulation } from './common';
import type { WrittenCriterion } from './written';

const GUIDELINE = 'Hướng dẫn số 804/HD-SNV';

const CRITERIA: readonly WrittenCriterion[] = [
  { code: 'I', name: 'Thực hiện nhiệm vụ chính trị, chuyên môn', max: 550, way: 'nhóm' },
  { code: 'I.1', name: 'Hoàn thành chỉ tiêu, nhiệm vụ được giao', max: 350 },
  { code: 'I.2', name: 'Cải cách hành chính, ứng dụng công nghệ thông tin', max: 200 },
  { code: 'II', name: 'Xây dựng Đảng, chính quyền, đoàn thể', max: 200, way: 'nhóm' },
  { code: 'II.1', name: 'Chấp hành chủ trương của Đảng, pháp luật của Nhà nước', max: 120 },
  { code: 'II.2', name: 'Thực hiện dân chủ, phòng, chống tham nhũng, lãng phí', max: 80 },
  { code: 'III', name: 'Phong trào thi đua, công tác khen thưởng', max: 200, way: 'nhóm' },
  { code: 'III.1', name: 'Tổ chức phong trào thi đua', max: 120 },
  { code: 'III.2', name: 'Công tác khen thưởng, hoạt động của khối', max: 80 },
  { code: 'T', name: 'Điểm thưởng', max: 50, counts: 'thưởng', way: 'nhóm', basis: GUIDELINE },
  { code: 'T.1', name: 'Được khen thưởng, biểu dương trong năm', max: 30 },
  { code: 'T.2', name: 'Có mô hình, cách làm mới được nhân rộng', max: 20 },
  { code: 'TR', name: 'Điểm trừ do cơ quan thẩm định chấm', max: 16, counts: 'trừ', way: 'nhóm', basis: GUIDELINE },
  { code: 'TR.1', name: 'Không phát động phong trào thi đua', max: 8, way: 'có/không', basis: GUIDELINE },
  { code: 'TR.2', name: 'Không ký giao ước thi đua', max: 8, way: 'có/không', basis: GUIDELINE },
];

export const HUE_804 = regulation({
  id: 'thang-1000',
  name: 'Thang điểm 1000 gồm 950 điểm và 50 điểm thưởng, ba cấp chấm',
  source:
    'Cách chấm theo Hướng dẫn số 804/HD-SNV ngày 18/7/2018 của Sở Nội vụ tỉnh Thừa Thiên Huế, ghi bằng lời của phần mềm; tham khảo, văn bản có thể đã được thay thế. ' +
    'Tiêu chí và điểm từng tiêu chí do phần mềm soạn minh họa. Lược bỏ: hồ sơ, thời hạn, chế độ báo cáo',
  levels: ['self', 'bloc', 'board'],
  settings: [
    { setting: 'scale', value: 1000, basis: `${GUIDELINE}: 950 điểm và 50 điểm thưởng` },
    { setting: 'rankingLevel', value: 'thẩm định', basis: `${GUIDELINE}: cơ quan thẩm định chấm một số nội dung` },
    { setting: 'blankAtRanking', value: 'lấy cấp trước', basis: 'Nội dung không thẩm định thì giữ điểm khối chấm' },
    { setting: 'bonusCap', value: 50, basis: GUIDELINE },
  ],
  criteria: CRITERIA,
});
