/** One bloc whose points every old table of the tests shows in another shape. */
import type { CountsToward, Level } from '../../../src/rules';

export interface WantedCriterion {
  readonly code: string;
  readonly name: string;
  readonly max: number | null;
  readonly counts: CountsToward;
  readonly leaf: boolean;
}

export const UNITS = ['Sở Nội vụ', 'Thanh tra tỉnh', 'Sở Tài chính', 'Văn phòng UBND tỉnh', 'Sở Tư pháp'] as const;

const row = (code: string, name: string, max: number, own: Partial<WantedCriterion> = {}): WantedCriterion => ({
  code,
  name,
  max,
  counts: 'main',
  leaf: true,
  ...own,
});

export const CRITERIA: readonly WantedCriterion[] = [
  row('I', 'Thực hiện nhiệm vụ chính trị, chuyên môn', 60, { leaf: false }),
  row('I.1', 'Hoàn thành chỉ tiêu, nhiệm vụ được giao', 30),
  row('I.2', 'Cải cách hành chính, chuyển đổi số', 15),
  row('I.3', 'Sáng kiến, giải pháp', 15),
  row('II', 'Chấp hành chủ trương, pháp luật', 20, { leaf: false }),
  row('II.1', 'Chấp hành chủ trương, chính sách', 12),
  row('II.2', 'Xây dựng Đảng, đoàn thể', 8),
  row('III', 'Công tác thi đua, khen thưởng', 20, { leaf: false }),
  row('III.1', 'Tổng kết phong trào thi đua', 12),
  row('III.2', 'Hoạt động khối', 8),
  row('IV', 'Điểm thưởng', 5, { counts: 'bonus' }),
  row('V', 'Điểm trừ', 5, { counts: 'deduction' }),
];

export const LEAVES: readonly WantedCriterion[] = CRITERIA.filter(({ leaf }) => leaf);

/** Points in quarters: of self, bloc and board a little less each. */
export function points(unit: number, code: string, level: Level = 'bloc'): number {
  const index = CRITERIA.findIndex((criterion) => criterion.code === code);
  const { max, counts } = CRITERIA[index] as WantedCriterion;
  const step = { self: 0, bloc: 1, board: 2 }[level as 'self'] ?? 3;
  if (counts !== 'main') return ((unit + index) % 3) / 2;
  return (max ?? 0) - ((unit * 7 + index * 3) % 9) / 2 - (step * ((unit + index) % 2)) / 4;
}

export const sumOf = (unit: number, group: string, level?: Level): number =>
  LEAVES.filter(({ code }) => code.startsWith(`${group}.`)).reduce(
    (sum, { code }) => sum + points(unit, code, level),
    0,
  );

export const total = (unit: number, level?: Level): number =>
  LEAVES.reduce((sum, { code, counts }) => sum + (counts === 'deduction' ? -1 : 1) * points(unit, code, level), 0);

export const rank = (unit: number, level?: Level): number =>
  1 + UNITS.filter((_, other) => total(other, level) > total(unit, level)).length;
