/** The score levels of a workbook in their order, and what a level that ranks in part takes from the one before it. */
import type { Book, CriterionCode, Entry, FurtherLevel, Level, ScoreColumn, UnitId } from '../model/book';
import type { CriteriaTree } from './tree';
import { isComputed } from './data';

const FURTHER = 'level ';

/**
 * The level that bears a header of its own.
 * @example furtherLevel('Tổ thẩm định') // 'level Tổ thẩm định'
 */
export const furtherLevel = (header: string): FurtherLevel => `${FURTHER}${header}`;

/**
 * The header of a further level; null for a usual one.
 * @example headerOfLevel('bloc') // null
 */
export const headerOfLevel = (level: Level): string | null =>
  level.startsWith(FURTHER) ? level.slice(FURTHER.length) : null;

/**
 * The levels that have a column, in their order: as `Thứ tự cấp` names them, else self, bloc, further ones, board.
 * @example levelsOf(book) // ['self', 'bloc']
 */
export function levelsOf({ settings, scores }: Pick<Book, 'settings' | 'scores'>): Level[] {
  const present = new Set<Level>([settings.rankingLevel]);
  for (const { level } of scores) present.add(level);
  const further = [...present].filter((level) => headerOfLevel(level) !== null);
  const order = settings.levelOrder ?? ['self', 'bloc', ...further, 'board'];
  return [...order.filter((level) => present.has(level)), ...[...present].filter((level) => !order.includes(level))];
}

const isBlank = (entry: Entry): boolean =>
  entry.kind === 'blank' || (entry.kind === 'text' && entry.text.trim() === '');

/** Whether nothing at all stands in a column. */
export const isBlankColumn = ({ entries }: ScoreColumn): boolean => [...entries.values()].every(isBlank);

/** A unit's cells at the level that ranks, once the blank ones have taken the points of the level before. */
export interface TakenScores {
  readonly scores: readonly ScoreColumn[];
  /** How many cells of each unit were taken, and from which level. */
  readonly taken: ReadonlyMap<UnitId, number>;
  readonly from: Level | null;
}

/**
 * `Ô trống ở cấp xếp hạng` = `lấy cấp trước` (rules.md section 2): a blank cell of a typed leaf takes the
 * cell of the level before. A unit with nothing at all at the level that ranks takes nothing.
 */
export function takeBefore(book: Book, tree: CriteriaTree): TakenScores {
  const { settings, scores } = book;
  const levels = levelsOf(book);
  const from =
    settings.blankAtRanking === 'before' ? (levels[levels.indexOf(settings.rankingLevel) - 1] ?? null) : null;
  const taken = new Map<UnitId, number>();
  if (from === null) return { scores, taken, from };
  const before = new Map(scores.filter(({ level }) => level === from).map((column) => [column.unit, column]));
  const typed = tree.leaves.filter((leaf) => !isComputed(leaf)).map(({ criterion }) => criterion.code);
  const completed = scores.map((column): ScoreColumn => {
    const source = before.get(column.unit);
    if (column.level !== settings.rankingLevel || source === undefined || isBlankColumn(column)) return column;
    const entries = new Map(column.entries);
    let count = 0;
    for (const code of typed) count += takeCell(entries, source, code);
    if (count === 0) return column;
    taken.set(column.unit, count);
    return { ...column, entries, standing: column.entries };
  });
  return { scores: completed, taken, from };
}

/** 1 where the cell was taken, else 0. */
function takeCell(entries: Map<CriterionCode, Entry>, source: ScoreColumn, code: CriterionCode): number {
  const own = entries.get(code);
  const other = source.entries.get(code);
  if (own === undefined || other === undefined || !isBlank(own) || isBlank(other)) return 0;
  entries.set(code, other);
  return 1;
}
