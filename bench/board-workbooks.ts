/**
 * Submitted workbooks to measure with: 14 units, 48 criteria on three levels, votes and conditions, and
 * the bloc's own results; every one of them differs.
 */
import type { Regulation, WrittenCriterion } from '../src/regulations';
import { MINH_HOA } from '../src/regulations';
import { createWorkbook, type WrittenScores, type WrittenUnit } from '../src/workbook/create';
import { judge, planResults } from '../src/workbook/job';
import { createPackage, readWorkbook, writeSheets } from '../src/xlsx';

const SECTIONS = ['I', 'II', 'III', 'IV'];
const LEAVES = 11;

const CRITERIA: readonly WrittenCriterion[] = [
  ...SECTIONS.flatMap((code): WrittenCriterion[] => [
    { code, name: `Nhóm tiêu chí ${code}: thực hiện nhiệm vụ chính trị, chuyên môn`, max: 25, way: 'nhóm' },
    ...Array.from({ length: LEAVES }, (_, index): WrittenCriterion => ({
      code: `${code}.${String(index + 1)}`,
      name: `Thực hiện nội dung giao ước thi đua thứ ${String(index + 1)} của khối trong năm`,
      max: index < LEAVES - 1 ? 2.25 : 2.5,
      step: 0.05,
    })),
  ]),
  { code: 'T', name: 'Điểm thưởng', max: 10, counts: 'thưởng', way: 'nhóm' },
  { code: 'T.1', name: 'Mô hình nhân rộng', max: 5 },
  { code: 'T.2', name: 'Nhiệm vụ đột xuất', max: 5 },
  { code: 'TR', name: 'Điểm trừ', max: 10, counts: 'trừ', way: 'nhóm' },
  { code: 'TR.1', name: 'Hồ sơ chậm', max: 5 },
  { code: 'TR.2', name: 'Vắng mặt', max: 5 },
];

export const REGULATION: Regulation = { ...MINH_HOA, levels: ['self', 'bloc', 'board'], criteria: CRITERIA };

export const submittedStandard = (): Uint8Array => createPackage(createWorkbook(REGULATION, []));

/** The workbook of one bloc with its results written. */
export function submittedWorkbook(seed: number): Uint8Array {
  let state = seed * 2654435761 + 1;
  const next = (below: number): number => (state = (state * 1103515245 + 12345) % 2 ** 31) % below;
  const units = Array.from({ length: 14 }, (_, index): WrittenUnit & { code: string } => ({
    code: `DV${String(index + 1)}`,
    name: `Đơn vị ${String(index + 1)} của khối số ${String(seed)}`,
    attributes: { 'Xếp loại nhiệm vụ': 'HTTNV', 'Kỷ luật': 'không' },
  }));
  const points = (): Record<string, number> =>
    Object.fromEntries(
      CRITERIA.filter(({ way }) => way !== 'nhóm').map(({ code, max, step }) => [
        code,
        step === undefined ? next(4) / 2 : ((max ?? 0) * 20 - next(12)) / 20,
      ]),
    );
  const scores: WrittenScores = Object.fromEntries(
    units.map(({ code }) => [code, { self: points(), bloc: points(), board: points() }]),
  );
  const counts = { members: 20, present: 20, issued: 20, returned: 20, valid: 20 };
  const ballots = ['CP', 'BK'].flatMap((ballot) =>
    units.map(({ code: unit }) => ({ ballot, unit, ...counts, favour: 14 + next(7) })),
  );
  const bytes = createPackage(
    createWorkbook(REGULATION, units, {
      content: { info: { name: `Khối thi đua số ${String(seed)}`, year: '2025' }, scores, ballots },
    }),
  );
  const cells = readWorkbook(bytes);
  if (!cells.ok) throw new Error(cells.error.code);
  const written = writeSheets(
    bytes,
    planResults(judge(cells.value), { now: new Date(2026, 0, 9, 14, 5), allowErrors: true }),
  );
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}
