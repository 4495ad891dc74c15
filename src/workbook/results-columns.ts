/** The columns of the table of `Kết quả`: which there are, what their texts say, how wide they stand. */
import { addNumerals, compareNumerals, type BallotId, type Criterion, type Numeral } from '../rules';
import * as q from '../rules/rational';
import type { CriteriaTree } from '../rules/tree';
import { formatScore, gradeText, totalText } from '../text';
import type { Judgement } from './judgement';
import { awardBallots, proposals, remarks, type ResultRow } from './results-rows';

export type ColumnKind = 'number' | 'name' | 'section' | 'base' | 'bonus' | 'deduction' | 'total' | 'rank' | 'grade' | 'votes' | 'awards' | 'remarks';

export interface ResultColumn {
  readonly kind: ColumnKind;
  readonly header: string;
  /** What it asks for, in characters. */
  readonly width: number;
  readonly section?: Criterion;
  readonly ballot?: BallotId;
}

/**
 * Characters the columns may take together. Twelve points print true up to 129; a table of few units
 * may be wider: its rows get by with fewer lines, so that it stands on one page in somewhat smaller print.
 */
export const TABLE_WIDTHS = { trueSize: 129, onePage: 172 } as const;

/** Base differs from the sum of the sections only where the whole is rescaled. */
function isRescaled({ evaluation }: Judgement): boolean {
  return evaluation.units.some(({ sections, base }) => {
    const known = [...sections.values()].filter((value) => value !== null);
    return base !== null && compareNumerals(known.reduce<Numeral>(addNumerals, '0'), base) !== 0;
  });
}

export function resultColumns(judgement: Judgement, tree: CriteriaTree): ResultColumn[] {
  const { book } = judgement;
  const ballots = awardBallots(book);
  const points = Number(book.settings.scale) >= 1000 ? 9 : 7.5;
  const has = (kind: 'bonus' | 'deduction'): boolean => tree.roots.some((node) => node.holds[kind]);
  const column = (kind: ColumnKind, header: string, width: number): ResultColumn => ({ kind, header, width });
  return [
    column('number', 'STT', 5),
    column('name', 'Tên đơn vị', 30),
    ...tree.sections.map(({ criterion, max }): ResultColumn => ({
      kind: 'section', section: criterion, width: Math.max(points, criterion.code.length + 6),
      header: `Nhóm ${criterion.code}${max === null ? '' : `\n(${formatScore(q.format(max), null, 'vi')})`}`,
    })),
    ...(isRescaled(judgement) ? [column('base', 'Quy đổi', 9)] : []),
    ...(has('bonus') ? [column('bonus', 'Điểm thưởng', 8)] : []),
    ...(has('deduction') ? [column('deduction', 'Điểm trừ', 7)] : []),
    column('total', 'Tổng điểm', 9),
    column('rank', 'Xếp hạng', 7),
    ...(book.bands.length > 0 ? [column('grade', 'Xếp loại', 11)] : []),
    ...ballots.map((ballot): ResultColumn => ({
      kind: 'votes', ballot, width: ballots.length > 1 ? 10 : 11,
      header: ballots.length > 1 ? `Phiếu ${book.awards.find(({ id }) => id === ballot)?.name ?? ballot}` : 'Phiếu đồng ý / phát ra',
    })),
    column('awards', 'Đề nghị khen thưởng', 25),
    column('remarks', 'Ghi chú', 25),
  ];
}

/** The columns of text: the least that reads well, and the most that a long text may ask for. */
const TEXT_WIDTHS: Readonly<Partial<Record<ColumnKind, { readonly least: number; readonly most: number }>>> = {
  name: { least: 22, most: 44 }, awards: { least: 18, most: 34 }, remarks: { least: 12, most: 44 },
};

/** The widths of the columns: what the texts ask for, taken from or given to the columns of text until the page is full. */
export function fitWidths(columns: readonly ResultColumn[], whole: number, textsOf: (kind: ColumnKind) => readonly string[]): number[] {
  const asked = columns.map(({ kind, width }) => {
    const limits = TEXT_WIDTHS[kind];
    const longest = limits ? Math.max(0, ...textsOf(kind).flatMap((text) => text.split('\n')).map((line) => line.length)) + 2 : 0;
    return { kind, width: limits ? Math.min(limits.most, Math.max(limits.least, longest)) : width };
  });
  const over = asked.reduce((sum, { width }) => sum + width, 0) - whole;
  const room = ({ kind, width }: (typeof asked)[number]): number => (over > 0 ? width - (TEXT_WIDTHS[kind]?.least ?? width) : TEXT_WIDTHS[kind] ? width : 0);
  const rooms = asked.reduce((sum, column) => sum + room(column), 0);
  const share = rooms === 0 ? 0 : Math.min(1, over / rooms);
  return asked.map((column) => column.width - share * room(column));
}

/** What a row says in words; nothing in columns of numbers. */
export function textOf(judgement: Judgement, row: ResultRow, kind: ColumnKind): string {
  switch (kind) {
    case 'name': return row.unit.name || row.unit.id;
    case 'total': return totalText(row.result, judgement.book.settings.totalDecimals, 'vi');
    case 'grade': return gradeText(row.result, 'vi') ?? '–';
    case 'awards': return proposals(judgement, row.unit.id).join('\n');
    case 'remarks': return remarks(judgement, row).join('; ');
    default: return '';
  }
}
