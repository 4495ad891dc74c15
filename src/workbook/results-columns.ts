/** The columns of the table of `Kết quả`: which there are, what their texts say, how wide they may stand. */
import { addNumerals, compareNumerals, type BallotId, type Criterion, type Numeral } from '../rules';
import * as q from '../rules/number/rational';
import type { CriteriaTree } from '../rules/score/tree';
import { formatScore, gradeText, totalText } from '../text';
import type { Judgement } from './judgement';
import { awardBallots, proposals, remarks, type ResultRow } from './results-rows';

/** `shown`: a number of points as it is printed, with a comma in every country's Excel; the live number stands beside the table. */
export type ColumnKind =
  | 'number'
  | 'name'
  | 'shown'
  | 'section'
  | 'base'
  | 'bonus'
  | 'deduction'
  | 'total'
  | 'rank'
  | 'grade'
  | 'votes'
  | 'awards'
  | 'remarks';

export interface ResultColumn {
  readonly kind: ColumnKind;
  readonly header: string;
  readonly section?: Criterion;
  readonly ballot?: BallotId;
  /** Of a `shown` column: the column of the live numbers. */
  readonly shows?: ResultColumn;
}

/** Characters the printed columns may take together: 118 print 12 points true, 157 print them as 9; the first that needs the fewest pages. */
export const TABLE_WIDTHS = [118, 127, 137, 147, 156] as const;
/** Of a column of live numbers. */
export const LIVE_WIDTH = 14;

/** Base differs from the sum of the sections only where the whole is rescaled. */
function isRescaled({ evaluation }: Judgement): boolean {
  return evaluation.units.some(({ sections, base }) => {
    const known = [...sections.values()].filter((value) => value !== null);
    return base !== null && compareNumerals(known.reduce<Numeral>(addNumerals, '0'), base) !== 0;
  });
}

export interface ResultColumns {
  readonly printed: readonly ResultColumn[];
  /** Right of the printed ones: the live numbers that those show. */
  readonly live: readonly ResultColumn[];
}

export function resultColumns(judgement: Judgement, tree: CriteriaTree): ResultColumns {
  const { book } = judgement;
  const ballots = awardBallots(book);
  const has = (kind: 'bonus' | 'deduction'): boolean => tree.roots.some((node) => node.holds[kind]);
  const column = (kind: ColumnKind, header: string): ResultColumn => ({ kind, header });
  const numbers: { readonly header: string; readonly live: ResultColumn }[] = [
    ...tree.sections.map(({ criterion, max }) => ({
      header: `Nhóm ${criterion.code}${max === null ? '' : `\n(${formatScore(q.format(max), null, 'vi')})`}`,
      live: { kind: 'section' as const, section: criterion, header: live(`Nhóm ${criterion.code}`) },
    })),
    ...[
      ...(isRescaled(judgement) ? [['base', 'Quy đổi'] as const] : []),
      ...(has('bonus') ? [['bonus', 'Điểm thưởng'] as const] : []),
      ...(has('deduction') ? [['deduction', 'Điểm trừ'] as const] : []),
      ['total', 'Tổng điểm'] as const,
    ].map(([kind, header]) => ({ header, live: column(kind, live(header)) })),
  ];
  return {
    printed: [
      column('number', 'STT'),
      column('name', 'Tên đơn vị'),
      ...numbers.map(({ header, live: shows }): ResultColumn => ({ kind: 'shown', header, shows })),
      column('rank', 'Xếp hạng'),
      ...(book.bands.length > 0 ? [column('grade', 'Xếp loại')] : []),
      ...ballots.map((ballot): ResultColumn => ({
        kind: 'votes',
        ballot,
        header:
          ballots.length > 1
            ? `Phiếu ${book.awards.find(({ id }) => id === ballot)?.name ?? ballot}`
            : 'Phiếu đồng ý / phát ra',
      })),
      column('awards', 'Đề nghị khen thưởng'),
      column('remarks', 'Ghi chú'),
    ],
    live: numbers.map((one) => one.live),
  };
}

const live = (header: string): string => `Công thức:\n${header}`;

/** What a row says in words; nothing in columns of numbers. */
export function textOf(judgement: Judgement, row: ResultRow, kind: ColumnKind): string {
  switch (kind) {
    case 'name':
      return row.unit.name || row.unit.id;
    case 'total':
      return totalText(row.result, judgement.book.settings.totalDecimals, 'vi');
    case 'grade':
      return gradeText(row.result, 'vi') ?? '–';
    case 'awards':
      return proposals(judgement, row.unit.id).join('\n');
    case 'remarks':
      return remarks(judgement, row).join('; ');
    default:
      return '';
  }
}
