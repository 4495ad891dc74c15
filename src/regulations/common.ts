/** What the ready-made regulations share: usual settings, awards, attributes, the clauses of the law on flags. */
import type { Regulation, WrittenAttribute, WrittenAward, WrittenCondition, WrittenSetting } from './written';

/** Laws and ordinances as papers cite them: by name and day, without number. */
export const LAW = 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022';
export const DECREE_152 = 'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ';
const ON_THE_FLAG = `Điều 25 ${LAW}`;
const ON_THE_FLAGS = `Điều 25, Điều 26 ${LAW}`;
const ON_PENDING = 'Điều 4 khoản 4 Nghị định số 152/2025/NĐ-CP';
const ON_TIES = 'Điều 4 khoản 6 Nghị định số 152/2025/NĐ-CP';

export const YES_OR_NO = ['có', 'không'] as const;
export const TASK_GRADE: WrittenAttribute = {
  header: 'Xếp loại nhiệm vụ',
  choices: ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'],
};
export const DISCIPLINE: WrittenAttribute = { header: 'Kỷ luật', choices: YES_OR_NO };
/** A procedure that is still open: no proposal until it is cleared. */
const PENDING: WrittenAttribute = {
  header: 'Đang bị thanh tra, xem xét kỷ luật, xác minh đơn thư',
  choices: YES_OR_NO,
};
const MOSTLY_WOMEN: WrittenAttribute = { header: 'Tỷ lệ nữ từ 70%', choices: YES_OR_NO };

/** Places are a matter of each bloc and year: these numbers are to be replaced. */
const AWARDS: readonly WrittenAward[] = [
  { code: 'CP', name: 'Cờ thi đua của Chính phủ', quota: 1, basis: ON_THE_FLAG },
  { code: 'UBND', name: 'Cờ thi đua của UBND tỉnh', quota: 1 },
  { code: 'BK', name: 'Bằng khen của Chủ tịch UBND tỉnh', quota: 3 },
];

/** The Government flag goes to the unit that leads; a disciplined unit gets nothing. */
export const CONDITIONS: readonly WrittenCondition[] = [
  { code: 'ĐK1', scope: 'CP', field: 'hạng', op: '=', value: 1, basis: ON_THE_FLAG },
  { code: 'ĐK2', field: DISCIPLINE.header, op: '=', value: 'có', effect: 'loại' },
];

/**
 * The awards as the law in force since 2024 gives them: both flags to the unit that leads, which is
 * proposed for the Government's and keeps the province's where that is not granted; a proposal waits
 * while a procedure is open; of several equally entitled the one with at least 70 % women.
 */
export const TWO_FLAGS: Pick<Regulation, 'awards' | 'conditions' | 'attributes'> & {
  readonly tieKeys: WrittenSetting;
} = {
  awards: [
    { code: 'CP', name: 'Cờ thi đua của Chính phủ', quota: 1, fallback: 'UBND', excludes: 'BK', basis: ON_THE_FLAG },
    { code: 'UBND', name: 'Cờ thi đua của UBND tỉnh', quota: 1, excludes: 'BK', basis: `Điều 26 ${LAW}` },
    { code: 'BK', name: 'Bằng khen của Chủ tịch UBND tỉnh', quota: 3 },
  ],
  conditions: [
    { code: 'ĐK1', scope: 'CP; UBND', field: 'hạng', op: '=', value: 1, basis: ON_THE_FLAGS },
    { code: 'CT1', field: DISCIPLINE.header, op: '=', value: 'có', effect: 'loại' },
    { code: 'CT2', field: PENDING.header, op: '=', value: 'có', effect: 'tạm hoãn', basis: ON_PENDING },
  ],
  attributes: [TASK_GRADE, DISCIPLINE, PENDING, MOSTLY_WOMEN],
  tieKeys: { setting: 'tieKeys', value: MOSTLY_WOMEN.header, basis: ON_TIES },
};

const USUAL_SETTINGS: readonly WrittenSetting[] = [
  { setting: 'rankingLevel', value: 'khối chấm' },
  { setting: 'notApplicable', value: 'không cho phép' },
  { setting: 'totalDecimals', value: 2 },
  { setting: 'tieKeys', value: 'điểm thưởng; nhóm I' },
  { setting: 'oneAwardPerUnit', value: 'có' },
  { setting: 'unusedPlaces', value: 'bỏ' },
];

type OwnParts = Pick<Regulation, 'id' | 'name' | 'source' | 'settings' | 'criteria'> & Partial<Regulation>;

/** A regulation from what it has of its own; all else is as usual, its settings too. */
export function regulation(own: OwnParts): Regulation {
  const settled = new Set(own.settings.map(({ setting }) => setting));
  return {
    levels: ['self', 'bloc'],
    attributes: [TASK_GRADE, DISCIPLINE],
    awards: AWARDS,
    conditions: CONDITIONS,
    bands: [],
    ...own,
    settings: [...own.settings, ...USUAL_SETTINGS.filter(({ setting }) => !settled.has(setting))],
  };
}
