/** The bars of the ranking: pure numbers for a drawing. */
import { compareNumerals, type AwardId, type UnitId } from '../../rules';
import type { Judgement } from '../../workbook/judgement';

export interface Bar {
  readonly unit: UnitId;
  readonly name: string;
  readonly rank: number;
  readonly total: string;
  /** 0..100 of the bar's room. */
  readonly share: number;
  readonly award: AwardId | null;
}

export interface ChartLayout {
  readonly bars: readonly Bar[];
  /** Where the axis begins, in points; 0 unless the totals lie close together. */
  readonly from: number;
  /** After which bar (by index) the last holder of an award stands. */
  readonly borders: readonly { readonly after: number; readonly award: AwardId }[];
}

/** Totals closer together than this share of the highest are drawn from a raised axis. */
const CLOSE = 0.4;

export function chartLayout({ book, evaluation }: Pick<Judgement, 'book' | 'evaluation'>): ChartLayout {
  const ranked = evaluation.units
    .flatMap(({ id, total, rank }) => (total === null || rank === null ? [] : [{ id, total, rank }]))
    .sort((a, b) => a.rank - b.rank || compareNumerals(b.total, a.total));
  const numbers = ranked.map(({ total }) => Number(total));
  const highest = Math.max(0, ...numbers);
  const lowest = Math.min(highest, ...numbers);
  const close = ranked.length > 1 && lowest > 0 && (highest - lowest) / highest < CLOSE;
  const from = close ? Math.max(0, raised(lowest, highest)) : Math.min(0, lowest);
  const span = highest - from || 1;
  const holder = (unit: UnitId): AwardId | null =>
    evaluation.awards.find(({ units }) => units.includes(unit))?.id ?? null;
  const names = new Map(book.units.map(({ id, name }) => [id, name || id]));
  const bars = ranked.map(({ id, rank, total }, at): Bar => ({
    unit: id,
    name: names.get(id) ?? id,
    rank,
    total,
    share: (((numbers[at] ?? 0) - from) / span) * 100,
    award: holder(id),
  }));
  const borders = evaluation.awards.flatMap(({ id, units }) => {
    const last = bars.findLastIndex(({ unit }) => units.includes(unit));
    return last >= 0 ? [{ after: last, award: id }] : [];
  });
  return { bars, from, borders };
}

/** A round number below the lowest total, so that the shortest bar still shows. */
function raised(lowest: number, highest: number): number {
  const room = Math.max(highest - lowest, highest / 100);
  const unit = 10 ** Math.floor(Math.log10(room));
  return Math.floor((lowest - room / 2) / unit) * unit;
}
