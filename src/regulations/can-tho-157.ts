/** The movement for paying social allowances without cash in Cần Thơ: 100 points and 15 bonus points. */
import { DECREE_152, LAW, regulation, YES_OR_NO } from './common';
import type { WrittenCriterion } from './written';

const SCORE_TABLE = 'Kế hoạch số 157/KH-UBND, biểu điểm';
const RATIO = { way: 'tỷ lệ', parameter: 'trần 100%', basis: SCORE_TABLE } as const;
const HAS_PLAN = 'Có kế hoạch tuyên truyền';
const OPENED = 'Số tài khoản, thẻ mở mới';
const TRANSFERRED = 'Số người nhận qua tài khoản';
const UPDATED = 'Tỷ lệ cập nhật dữ liệu';

const CRITERIA: readonly WrittenCriterion[] = [
  {
    code: '1',
    name: 'Tuyên truyền, vận động người hưởng trợ cấp mở tài khoản (mỗi người 0,4 điểm)',
    max: 20,
    way: 'theo lần',
    parameter: '0,4',
    basis: SCORE_TABLE,
  },
  { code: '2', name: 'Tỷ lệ người hưởng trợ cấp được mở mới tài khoản', max: 40, ...RATIO },
  { code: '3', name: 'Tỷ lệ phát hành thẻ cho người đã mở tài khoản', max: 20, ...RATIO },
  { code: '4', name: 'Tỷ lệ người nhận trợ cấp không dùng tiền mặt', max: 20, ...RATIO },
  { code: '5', name: 'Điểm cộng', max: 15, counts: 'thưởng', way: 'nhóm', basis: SCORE_TABLE },
  {
    code: '5.1',
    name: 'Mở đủ tài khoản cho người hưởng trợ cấp đúng hạn',
    max: 5,
    way: 'có/không',
    basis: SCORE_TABLE,
  },
  {
    code: '5.2',
    name: 'Nhận trợ cấp không dùng tiền mặt từ 88% trở lên',
    max: 5,
    way: 'bậc theo tỷ lệ',
    parameter: '88%: 2; 90%: 3; 95%: 4; 100%: 5',
    basis: SCORE_TABLE,
  },
  { code: '5.3', name: 'Cập nhật đủ dữ liệu người hưởng trợ cấp', max: 5, way: 'có/không', basis: SCORE_TABLE },
];

export const CAN_THO_157 = regulation({
  id: 'can-tho-157',
  name: 'Thi đua chi trả an sinh xã hội không dùng tiền mặt của thành phố Cần Thơ',
  source:
    'Tóm lược bằng lời của phần mềm từ Kế hoạch số 157/KH-UBND ngày 18/11/2025 của UBND thành phố Cần Thơ và biểu điểm kèm theo; tham khảo. ' +
    'Các mức in chồng mép (88 đến 90, 90 đến 95) được ghi: đúng mốc thì hưởng mức trên. Lược bỏ: thời hạn, hồ sơ, phần khen thưởng cá nhân',
  legalBases: [
    LAW,
    DECREE_152,
    'Kế hoạch số 157/KH-UBND ngày 18 tháng 11 năm 2025 của Ủy ban nhân dân thành phố Cần Thơ',
  ],
  settings: [
    { setting: 'scale', value: 115, basis: SCORE_TABLE },
    { setting: 'bonusCap', value: 15, basis: SCORE_TABLE },
    {
      setting: 'tieKeys',
      value: `${OPENED}; ${TRANSFERRED}; ${UPDATED}; phiếu BANG_DIEM`,
      basis: 'Kế hoạch số 157/KH-UBND, mục III.4',
    },
  ],
  criteria: CRITERIA,
  attributes: [
    { header: HAS_PLAN, choices: YES_OR_NO },
    { header: OPENED },
    { header: TRANSFERRED },
    { header: UPDATED },
  ],
  awards: [
    {
      code: 'BK',
      name: 'Bằng khen của Chủ tịch UBND thành phố',
      quota: '10% đơn vị',
      rounding: 'xuống',
      basis: 'Kế hoạch số 157/KH-UBND: không quá 10% số tập thể',
    },
  ],
  conditions: [{ code: 'ĐK1', field: HAS_PLAN, op: '=', value: 'không', effect: 'tiêu chí 1 = 0', basis: SCORE_TABLE }],
});
