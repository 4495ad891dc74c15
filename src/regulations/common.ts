/** What the ready-made regulations share: awards, usual attributes, the legal clause on the flag. */
import type { WrittenAttribute, WrittenAward, WrittenCondition } from './written';

const ON_THE_FLAG = 'Điều 25 Luật Thi đua, khen thưởng số 06/2022/QH15';

/** Legal bases as papers cite them: laws and ordinances by name and day, without number. */
export const LAW = 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022';
export const DECREE_152 = 'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ';

export const TASK_GRADE: WrittenAttribute = { header: 'Xếp loại nhiệm vụ', choices: ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'] };
export const DISCIPLINE: WrittenAttribute = { header: 'Kỷ luật', choices: ['có', 'không'] };

/** Places are a matter of each bloc and year: these numbers are to be replaced. */
export const AWARDS: readonly WrittenAward[] = [
  { code: 'CP', name: 'Cờ thi đua của Chính phủ', quota: 1, basis: ON_THE_FLAG },
  { code: 'UBND', name: 'Cờ thi đua của UBND tỉnh', quota: 1 },
  { code: 'BK', name: 'Bằng khen của Chủ tịch UBND tỉnh', quota: 3 },
];

/** The Government flag goes to the unit that leads; a disciplined unit gets nothing. */
export const CONDITIONS: readonly WrittenCondition[] = [
  { code: 'ĐK1', scope: 'CP', field: 'hạng', op: '=', value: 1, basis: ON_THE_FLAG },
  { code: 'ĐK2', field: DISCIPLINE.header, op: '=', value: 'có', effect: 'loại' },
];
