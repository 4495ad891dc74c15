/** The awards of Bắc Ninh, decision 86/2025: both flags to the unit that leads, the diploma by two years in a row. */
import { DECREE_152, LAW, regulation, TWO_FLAGS, YES_OR_NO } from './common';
import { ILLUSTRATIVE_CRITERIA } from './illustrative';
import type { WrittenAttribute } from './written';

const DECISION = 'Quyết định số 86/2025/QĐ-UBND';
const ON_FLAGS = `Điều 3 khoản 1 ${DECISION}`;
const ON_DIPLOMA = `Điều 3 khoản 3 điểm c ${DECISION}`;
const { awards, conditions, attributes, tieKeys } = TWO_FLAGS;

const EXCEEDED: WrittenAttribute = { header: 'Hoàn thành vượt mức chỉ tiêu', choices: YES_OR_NO };
const PARTY_GRADE: WrittenAttribute = {
  header: 'Xếp loại tổ chức đảng',
  choices: ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'],
};
const TWO_YEARS: WrittenAttribute = { header: 'HTXSNV hai năm liền', choices: YES_OR_NO };
const EXCELLENT_COLLECTIVE: WrittenAttribute = { header: 'Tập thể lao động xuất sắc hai năm liền', choices: YES_OR_NO };
const IN_TIME: WrittenAttribute = { header: 'Gửi hồ sơ trước ngày 10/12', choices: YES_OR_NO };

export const BAC_NINH_86 = regulation({
  id: 'bac-ninh-86',
  name: 'Khen thưởng theo Quyết định 86/2025 của tỉnh Bắc Ninh, tiêu chí minh họa',
  source:
    `Phần khen thưởng tóm lược bằng lời của phần mềm từ ${DECISION} ngày 03/12/2025 của UBND tỉnh Bắc Ninh; tham khảo. Tiêu chí và điểm do phần mềm soạn minh họa. ` +
    'Lược bỏ: ba trường hợp khác của Bằng khen, thời hạn của trường học (10/7), danh sách vi phạm của sáu cơ quan, thành phần và tỷ lệ của hội đồng cấp tỉnh',
  legalBases: [LAW, DECREE_152, `${DECISION} ngày 03 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Bắc Ninh`],
  settings: [
    { setting: 'scale', value: 100 },
    { setting: 'bonusCap', value: 10 },
    { setting: 'deductionCap', value: 10 },
    tieKeys,
  ],
  criteria: ILLUSTRATIVE_CRITERIA,
  attributes: [...attributes, EXCEEDED, PARTY_GRADE, TWO_YEARS, EXCELLENT_COLLECTIVE, IN_TIME],
  awards,
  conditions: [
    ...conditions,
    { code: 'ĐK2', scope: 'CP; UBND', field: EXCEEDED.header, op: '=', value: 'có', basis: ON_FLAGS },
    { code: 'ĐK3', scope: 'CP; UBND', field: PARTY_GRADE.header, op: '=', value: 'HTXSNV', basis: ON_FLAGS },
    { code: 'ĐK4', scope: 'BK', field: TWO_YEARS.header, op: '=', value: 'có', orGroup: 'hai năm', basis: ON_DIPLOMA },
    {
      code: 'ĐK5',
      scope: 'BK',
      field: EXCELLENT_COLLECTIVE.header,
      op: '=',
      value: 'có',
      orGroup: 'hai năm',
      basis: ON_DIPLOMA,
    },
    { code: 'ĐK6', field: IN_TIME.header, op: '=', value: 'có', basis: `Điều 6 ${DECISION}` },
  ],
});
