/** Tables that several papers share. */
import {
  addNumerals,
  compareNumerals,
  divideNumerals,
  type Attendance,
  type AwardResult,
  type Numeral,
  type UnitId,
} from '../rules';
import * as q from '../rules/number/rational';
import { buildTree } from '../rules/score/tree';
import { awardStatusText, formatScore, gradeText, reasonText } from '../text';
import { remarks } from '../workbook/results-rows';
import { evenDecimals } from '../workbook/results-table';
import { isPending, listedUnits, unitsThat, type Listed } from '../workbook/standings';
import { STANDING_TEXTS } from '../text/sheets';
import { votesOf } from './ballots';
import { cleanText } from './clean';
import type { Block, Column, Row } from './paper';
import { holders, NOTHING, type Subject } from './subject';

const score = (value: Numeral | null | undefined, decimals: number | null): string =>
  value === null || value === undefined ? NOTHING : formatScore(value, decimals, 'vi');

/** Sections that find room beside the names on A4. */
const MOST_SECTIONS = 6;

/** All units by rank: sections (where they find room), bonus, deduction, total, rank, grade, remark. */
export function rankingTable(subject: Subject): Block {
  const { book, rows, evaluation } = subject;
  const tree = buildTree(book.criteria);
  const sections = tree.sections.length > MOST_SECTIONS ? [] : tree.sections.map(({ criterion }) => criterion);
  const has = (kind: 'bonus' | 'deduction'): boolean => tree.roots.some((node) => node.holds[kind]);
  const of = (kind: 'bonus' | 'deduction'): number => evenDecimals(evaluation.units.map((unit) => unit[kind]));
  const sectionDecimals = evenDecimals(evaluation.units.flatMap((unit) => [...unit.sections.values()]));
  const columns: (Column & { text: (row: Subject['rows'][number], index: number) => string })[] = [
    { header: 'STT', width: 7, align: 'center', text: (_, index) => String(index + 1) },
    { header: 'Đơn vị', width: 34, text: ({ unit }) => subject.names.unit(unit.id) },
    ...sections.map(({ code }) => ({
      header: `Nhóm ${code}`,
      width: 10,
      align: 'center' as const,
      text: ({ result }: Subject['rows'][number]) => score(result.sections.get(code), sectionDecimals),
    })),
    ...(has('bonus')
      ? [
          {
            header: 'Điểm thưởng',
            width: 11,
            align: 'center' as const,
            text: ({ result }: Subject['rows'][number]) => score(result.bonus, of('bonus')),
          },
        ]
      : []),
    ...(has('deduction')
      ? [
          {
            header: 'Điểm trừ',
            width: 9,
            align: 'center' as const,
            text: ({ result }: Subject['rows'][number]) => score(result.deduction, of('deduction')),
          },
        ]
      : []),
    { header: 'Tổng điểm', width: 11, align: 'center', text: ({ result }) => subject.total(result) },
    { header: 'Xếp hạng', width: 9, align: 'center', text: ({ result }) => rankText(result) },
    ...(book.bands.length > 0
      ? [
          {
            header: 'Xếp loại',
            width: 14,
            align: 'center' as const,
            text: ({ result }: Subject['rows'][number]) => gradeText(result, 'vi') ?? NOTHING,
          },
        ]
      : []),
    ...(rows.some((row) => remarksOf(subject, row) !== '')
      ? [{ header: 'Ghi chú', width: 22, text: (row: Subject['rows'][number]) => remarksOf(subject, row) }]
      : []),
  ];
  return {
    kind: 'table',
    name: 'ranking',
    columns,
    rows: rows.map((row, index) => columns.map(({ text }) => text(row, index))),
  };
}

export const rankText = ({
  rank,
  provisional,
}: {
  readonly rank: number | null;
  readonly provisional: boolean;
}): string => (rank === null ? NOTHING : `${String(rank)}${provisional ? '*' : ''}`);

const remarksOf = (subject: Subject, row: Subject['rows'][number]): string =>
  cleanText(remarks(subject, row).join('; '));

/** Each section over the bloc: maximum, highest with who has it, lowest, mean. */
export function sectionsTable(subject: Subject): Block {
  const { book, evaluation, names } = subject;
  const decimals = evenDecimals(evaluation.units.flatMap((unit) => [...unit.sections.values()]));
  const rows = buildTree(book.criteria).sections.map(({ criterion: { code, name }, max }): Row => {
    const known = evaluation.units.flatMap((unit) => {
      const value = unit.sections.get(code) ?? null;
      return value === null ? [] : [{ unit: unit.id, value }];
    });
    const [first] = known;
    const highest = known.reduce<Numeral | null>(
      (best, { value }) => (best === null || compareNumerals(value, best) > 0 ? value : best),
      null,
    );
    const lowest = known.reduce<Numeral | null>(
      (least, { value }) => (least === null || compareNumerals(value, least) < 0 ? value : least),
      null,
    );
    const mean =
      first === undefined
        ? null
        : divideNumerals(
            known.reduce<Numeral>((sum, { value }) => addNumerals(sum, value), '0'),
            String(known.length),
          );
    const best =
      highest === null
        ? []
        : known.filter(({ value }) => compareNumerals(value, highest) === 0).map(({ unit }) => names.unit(unit));
    return [
      code,
      cleanText(name),
      max === null ? NOTHING : formatScore(q.format(max), null, 'vi'),
      highest === null
        ? NOTHING
        : `${score(highest, decimals)} (${best.length > MOST_NAMED ? `${String(best.length)} đơn vị` : best.join('; ')})`,
      score(lowest, decimals),
      score(mean, 2),
    ];
  });
  return {
    kind: 'table',
    name: 'sections',
    rows,
    columns: [
      { header: 'Nhóm', width: 10, align: 'center' },
      { header: 'Nội dung', width: 36 },
      { header: 'Điểm tối đa', width: 11, align: 'center' },
      { header: 'Cao nhất', width: 27, align: 'center' },
      { header: 'Thấp nhất', width: 11, align: 'center' },
      { header: 'Trung bình', width: 11, align: 'center' },
    ],
  };
}

const MOST_NAMED = 2;

/** Those proposed now, in the order of the ranks: neither postponed nor standing by for an award above. */
export function proposedFor(award: AwardResult, subject: Subject): UnitId[] {
  const proposed = new Set(unitsThat(award, 'proposed'));
  return holders(award, subject).filter((unit) => proposed.has(unit));
}

/** Why it is not settled, in one line: "chưa chốt: bằng nhau ở suất cuối, … (A; B)". */
export function pendingText({ status, tied }: AwardResult, { names }: Subject): string {
  return `${awardStatusText(status, 'vi')}${tied.length > 0 ? ` (${tied.map((unit) => names.unit(unit)).join('; ')})` : ''}`;
}

export const placesText = ({ places }: AwardResult): string =>
  places === null ? 'chưa rõ số suất' : `${String(places)} suất`;

/** The sentences why a unit stands where it stands for an award. */
export function reasonLines(subject: Subject, award: AwardResult, unit: UnitId): string[] {
  return (award.why.get(unit) ?? []).map((reason) => cleanText(reasonText(reason, 'vi', subject.names)));
}

/** Every award in order with those proposed, those standing by, those postponed, those still open. */
export function proposalsTable(subject: Subject): Block {
  const results = new Map(subject.evaluation.units.map((unit) => [unit.id, unit]));
  const withVotes = subject.evaluation.awards.some((award) =>
    subject.book.ballots.some(({ ballot }) => ballot === award.id),
  );
  const rows = subject.evaluation.awards.flatMap((award): Row[] => {
    const line = (unit: UnitId, index: number, state: string): Row => {
      const result = results.get(unit);
      return [
        String(index + 1),
        subject.names.unit(unit),
        subject.total(result),
        result === undefined ? NOTHING : rankText(result),
        ...(withVotes ? [votesOf(subject, unit, award.id) || NOTHING] : []),
        state,
      ];
    };
    const listed = [
      ...proposedFor(award, subject).map((unit): Listed => ({ unit, standing: 'proposed' })),
      ...listedUnits(award).filter(({ standing }) => standing !== 'proposed'),
    ];
    return [
      {
        across: `${subject.names.award(award.id)} (${placesText(award)})${isPending(award) || award.status === 'overQuota' ? ` – ${pendingText(award, subject)}` : ''}`,
      },
      ...(listed.length > 0
        ? listed.map(({ unit, standing }, index) => line(unit, index, STANDING_TEXTS[standing]))
        : [{ across: 'Không có đơn vị nào.' }]),
    ];
  });
  return {
    kind: 'table',
    name: 'proposals',
    rows,
    columns: [
      { header: 'STT', width: 7, align: 'center' },
      { header: 'Hình thức, đơn vị', width: 42 },
      { header: 'Tổng điểm', width: 12, align: 'center' },
      { header: 'Xếp hạng', width: 10, align: 'center' },
      ...(withVotes ? [{ header: 'Phiếu đồng ý / phát ra', width: 17, align: 'center' } as const] : []),
      { header: 'Kết luận', width: 19, align: 'center' },
    ],
  };
}

const ATTENDED: Readonly<Record<Attendance, string>> = {
  present: 'Có mặt',
  absent: 'Vắng',
  written: 'Ý kiến bằng văn bản',
};

/** By unit: who came, who did not. Rows of nobody leave room to write. */
export function attendanceTable({ book, names }: Subject): Block {
  const rows = book.units.flatMap(({ id }, index): Row[] => {
    const people = book.attendees.filter(({ unit }) => unit === id);
    const lines = people.length > 0 ? people : [null];
    return lines.map((one, number) => [
      number === 0 ? String(index + 1) : '',
      number === 0 ? names.unit(id) : '',
      cleanText([one?.person, one?.post].filter(Boolean).join(', ')),
      one?.attendance == null ? '' : ATTENDED[one.attendance],
    ]);
  });
  return {
    kind: 'table',
    name: 'attendance',
    rows,
    columns: [
      { header: 'STT', width: 7, align: 'center' },
      { header: 'Đơn vị', width: 40 },
      { header: 'Họ tên, chức vụ', width: 33 },
      { header: 'Tham dự', width: 20, align: 'center' },
    ],
  };
}

/** Counts by grade; null where the workbook has no grades. */
export function gradesTable({ book, evaluation }: Subject): Block | null {
  if (book.bands.length === 0) return null;
  const open = evaluation.units.filter(
    ({ grade, gradeProvisional, rank }) => gradeProvisional || (grade === null && rank !== null),
  ).length;
  return {
    kind: 'table',
    name: 'grades',
    columns: [
      { header: 'Xếp loại', width: 60 },
      { header: 'Số đơn vị', width: 40, align: 'center' },
    ],
    rows: [
      ...book.bands.map(({ name }): Row => [
        cleanText(name),
        String(evaluation.units.filter(({ grade, gradeProvisional }) => grade === name && !gradeProvisional).length),
      ]),
      ...(open > 0 ? [['Chưa xác định', String(open)]] : []),
    ],
  };
}
