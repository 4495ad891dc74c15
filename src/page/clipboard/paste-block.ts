/** A block from the clipboard laid over a selection: which cells change, and which cannot take what would stand there. */
import { cellName, type Fix, type Place } from '../../rules';
import { cellAt, type Area, type SheetCells, type WorkbookCells } from '../../sheets/cells';
import { choicesOf, isLocked, listAt, takes, type EntryRules } from '../../sheets/entry-rules';
import { MAX_COLUMNS, MAX_ROWS } from '../../sheets/formula/references';
import { isTextCell, typedFix } from '../editing/typed-value';
import type { Calendar } from '../grid/display';
import type { SheetLayout } from '../grid/layout';
import { isSingle } from '../grid/selection';
import { widthOf, type Block, type ClipCell } from './block';

/** `covered` by a merged cell; not in the cell's `list`; locked with a `password`; outside the `sheet`. */
export type Refusal = 'covered' | 'list' | 'password' | 'outside';

export interface Refused {
  readonly place: Place;
  readonly why: Refusal;
}

export interface Pasted {
  readonly fixes: readonly Fix[];
  readonly refused: readonly Refused[];
  /** What the block covers, to be selected afterwards. */
  readonly area: Area;
}

export interface Target {
  readonly workbook: WorkbookCells;
  readonly sheet: SheetCells;
  readonly layout: Pick<SheetLayout, 'mergeAt'>;
  readonly area: Area;
  /** Null while they are not known: then the workbook itself refuses. */
  readonly rules: EntryRules | null;
}

/** A single cell fills the selection; a block is repeated where the selection holds it several times, else laid at its first cell. */
export function pasteBlock(block: Block, target: Target): Pasted {
  const [height, width] = [block.length, widthOf(block)];
  const { top, left } = target.area;
  const area = isRepeated(target.area, height, width)
    ? target.area
    : { top, left, bottom: top + height - 1, right: left + width - 1 };
  const isOne = height === 1 && width === 1;
  const fixes: Fix[] = [];
  const refused: Refused[] = [];
  const choices = choicesFinder(target);
  for (let row = top; row <= area.bottom; row++) {
    for (let column = left; column <= area.right; column++) {
      const clip = block[(row - top) % height]?.[(column - left) % width] ?? BLANK;
      const place = { sheet: target.sheet.name, row, column };
      const why = refusalOf(clip, place, target, choices);
      if (why === 'covered' && (isOne || clip.text.trim() === '')) continue;
      if (why !== null) refused.push({ place, why });
      else if (!isThere(clip, place, target)) fixes.push(fixOf(clip, place, target));
    }
  }
  return {
    fixes,
    refused,
    area: { ...area, bottom: Math.min(area.bottom, MAX_ROWS - 1), right: Math.min(area.right, MAX_COLUMNS - 1) },
  };
}

const BLANK: ClipCell = { text: '' };

function isRepeated(area: Area, height: number, width: number): boolean {
  const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
  return !isSingle(area) && rows % height === 0 && columns % width === 0;
}

function refusalOf(
  { text }: ClipCell,
  { row, column }: Place,
  { layout, rules }: Target,
  choices: (row: number, column: number) => readonly string[] | null,
): Refusal | null {
  if (row >= MAX_ROWS || column >= MAX_COLUMNS) return 'outside';
  const merge = layout.mergeAt(row, column);
  if (merge !== undefined && (merge.top !== row || merge.left !== column)) return 'covered';
  if (rules === null) return null;
  if (rules.hasPassword && isLocked(rules, row, column)) return 'password';
  const allowed = choices(row, column);
  return allowed !== null && !takes(allowed, text) ? 'list' : null;
}

/** The values that a cell takes, where its list takes no others; each list is looked up once. */
function choicesFinder({ rules, sheet, workbook }: Target): (row: number, column: number) => readonly string[] | null {
  const known = new Map<unknown, readonly string[] | null>();
  return (row, column) => {
    const rule = rules && listAt(rules, row, column);
    if (!rule?.isStrict) return null;
    const before = known.get(rule);
    if (before !== undefined) return before;
    const found = choicesOf(rule, sheet.name, workbook);
    known.set(rule, found);
    return found;
  };
}

function fixOf({ text, number }: ClipCell, place: Place, { sheet, workbook }: Target): Fix {
  if (number === undefined) return typedFix(sheet, place, text, workbook satisfies Calendar);
  return isTextCell(sheet, place, cellAt(sheet, place.row, place.column))
    ? { place, value: text }
    : { place, value: number };
}

/** Nothing would change. */
function isThere(clip: ClipCell, place: Place, target: Target): boolean {
  const cell = cellAt(target.sheet, place.row, place.column);
  if (cell === undefined) return clip.text.trim() === '';
  return cell.formula === undefined && cell.value === fixOf(clip, place, target).value;
}

/** "E7, E8, F9 …": the first few, in the order of reading. */
export const namesOf = (cells: readonly Refused[], most = 6): string =>
  cells
    .slice(0, most)
    .map(({ place }) => cellName(place))
    .join(', ') + (cells.length > most ? ', …' : '');
