/** Queues everything that makes a sheet what its plan says, but for the stamp and the cell where the banner stands. */
import { isNothing, sizeOf } from '../sheets/additions';
import { FONT_NAME, STYLES, type CellStyle } from '../sheets/styles';
import { CHART_NAME, type PlanCell, type SheetPlan } from '../sheets/plan';
import { UNFINISHED } from '../sheets/stamp';
import { addressOf, columnsAddress, quotedSheet, rectangles, rowsAddress, runs } from './areas';
import { entryOf } from './entry';
import { LOOKS } from './looks';
import type { Held } from './previous';
import { ACTION_WEIGHT, type Queue } from './queue';
import { setUpChart, setUpConditional, setUpValidations } from './rules-of-sheet';
import { setUpPage } from './page-setup';

/** Bytes of contents in one action. */
const WEIGHT_PER_BAND = 1_500_000;
/** Vietnamese in UTF-8, with its marks. */
const BYTES_PER_LETTER = 1.5;

/** The font size of a plan's cells unless their style says otherwise, in points. */
const FONT_SIZE = 12;

/** `held`: what stands in a sheet that was there before; null on a new one. */
export async function layDown(queue: Queue, sheet: Excel.Worksheet, plan: SheetPlan, held: Held | null): Promise<void> {
  if (held !== null) {
    // Values written into a filtered range land in wrong rows.
    if (held.isFiltered) sheet.autoFilter.remove();
    clearFor(sheet, plan, held);
    rangeOf(sheet, 'A1').values = [[UNFINISHED]];
    sheet.freezePanes.unfreeze();
  }
  const grid = gridOf(plan);
  await writeContents(queue, sheet, grid);
  await setUpLinks(queue, sheet, grid);
  await setUpLooks(queue, sheet, grid);
  setUpSizes(sheet, plan);
  for (const merge of plan.merges) rangeOf(sheet, addressOf(merge)).merge();
  if (plan.freeze) freeze(sheet, plan.freeze.rows, plan.freeze.columns);
  if (plan.tabColor !== null) sheet.tabColor = plan.tabColor;
  if (plan.print) setUpPage(sheet, plan.print, held !== null && !held.isUnfinished && !held.isEmpty);
  setUpValidations(sheet, plan.validations);
  setUpConditional(sheet, plan.conditional);
  if (plan.filter) sheet.autoFilter.apply(rangeOf(sheet, addressOf(plan.filter)));
  if (held?.hasChart) sheet.charts.getItem(CHART_NAME).delete();
  if (plan.chart) setUpChart(sheet, plan.chart);
}

/** No more than the old block, the new one and what is copied away: all around them may be the user's, contents or not. */
function clearFor(sheet: Excel.Worksheet, plan: SheetPlan, held: Held): void {
  const { additions } = held;
  const isOurs = additions === null || isNothing(additions);
  const { rows, columns } = sizeOf(plan);
  const bottom = Math.max(rows, additions?.rows ?? 0, isOurs ? (held.plan?.rows.length ?? 0) : 0, 1) - 1;
  const right = Math.max(columns, additions?.columns ?? 0, 1) - 1;
  rangeOf(sheet, rowsAddress(0, bottom)).rowHidden = false;
  rangeOf(sheet, columnsAddress(0, right)).columnHidden = false;
  // How far results reach that were too large to be read nobody knows.
  const range = held.plan === null ? rangeOf(sheet) : rangeOf(sheet, addressOf({ top: 0, left: 0, bottom, right }));
  range.unmerge();
  // Clearing all would take comments too; lists on a sheet that has none of ours are the user's.
  for (const what of ['Contents', 'Formats', 'Hyperlinks'] as const) range.clear(what);
  if (plan.validations.length > 0) range.dataValidation.clear();
  if (plan.conditional.length > 0) range.conditionalFormats.clearAll();
  range.format.autofitRows(); // every row gets its usual height back
}

/** The first cell takes the banner's place, once nothing else is left to do. */
export function takeBannerDown(sheet: Excel.Worksheet, plan: SheetPlan): void {
  rangeOf(sheet, 'A1').formulas = [[entryOf(gridOf(plan).cellAt(0, 0))]];
}

/** A range whose handle Excel need not keep: nothing is asked of it later. */
function rangeOf(sheet: Excel.Worksheet, address?: string): Excel.Range {
  return address === undefined ? sheet.getRange().untrack() : sheet.getRange(address).untrack();
}

interface Grid {
  readonly rows: number;
  readonly columns: number;
  cellAt: (row: number, column: number) => PlanCell | null;
}

function gridOf(plan: SheetPlan): Grid {
  return {
    rows: plan.rows.length,
    columns: plan.rows.reduce((most, row) => Math.max(most, row.cells.length), 0),
    cellAt: (row, column) => plan.rows[row]?.cells[column] ?? null,
  };
}

/** The whole block at once, in bands of rows when it is long; the banner keeps its place in A1. */
async function writeContents(queue: Queue, sheet: Excel.Worksheet, grid: Grid): Promise<void> {
  if (grid.rows === 0 || grid.columns === 0) return;
  let band: (string | number | boolean)[][] = [];
  let weight = 0;
  for (let row = 0; row < grid.rows; row += 1) {
    const entries = Array.from({ length: grid.columns }, (_, column) =>
      row === 0 && column === 0 ? UNFINISHED : entryOf(grid.cellAt(row, column)),
    );
    band.push(entries);
    weight += entries.reduce<number>((sum, entry) => sum + String(entry).length * BYTES_PER_LETTER + 3, 0);
    if (weight < WEIGHT_PER_BAND && row < grid.rows - 1) continue;
    rangeOf(sheet, addressOf({ top: row - band.length + 1, left: 0, bottom: row, right: grid.columns - 1 })).formulas =
      band;
    await queue.weigh(weight);
    band = [];
    weight = 0;
  }
}

async function setUpLinks(queue: Queue, sheet: Excel.Worksheet, grid: Grid): Promise<void> {
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const cell = grid.cellAt(row, column);
      if (!cell?.link) continue;
      rangeOf(sheet, addressOf({ top: row, left: column, bottom: row, right: column })).hyperlink = {
        documentReference: `${quotedSheet(cell.link.sheet)}!${cell.link.cell}`,
        textToDisplay: shownText(cell),
      };
      await queue.weigh(ACTION_WEIGHT);
    }
  }
}

/** Excel writes it into the cell once more: it must not become a formula there. */
function shownText(cell: PlanCell): string {
  const text = String(cell.value ?? '');
  return /^[=+@-]/.test(text) ? `'${text}` : text;
}

/** Every cell of the block gets the font; each look goes on the rectangles that share it, not on single cells. */
async function setUpLooks(queue: Queue, sheet: Excel.Worksheet, grid: Grid): Promise<void> {
  if (grid.rows === 0 || grid.columns === 0) return;
  const { font } = rangeOf(
    sheet,
    addressOf({ top: 0, left: 0, bottom: grid.rows - 1, right: grid.columns - 1 }),
  ).format;
  font.name = FONT_NAME;
  font.size = FONT_SIZE;
  for (const look of LOOKS) {
    for (const { key, area } of rectangles(grid.rows, grid.columns, (row, column) =>
      look.keyOf(styleOf(grid.cellAt(row, column))),
    )) {
      look.lay(rangeOf(sheet, addressOf(area)), key, area);
      await queue.weigh(ACTION_WEIGHT);
    }
  }
}

function styleOf(cell: PlanCell | null): CellStyle {
  const style: CellStyle = cell?.style ? STYLES[cell.style] : {};
  return cell?.format === undefined ? style : { ...style, format: cell.format };
}

/** Excel measures columns in points: 7 pixels a character and 5 for the margins, 0.75 points a pixel. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

function setUpSizes(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { key, left, right } of runs(plan.columns.length, (column) => plan.columns[column]?.width)) {
    rangeOf(sheet, columnsAddress(left, right)).format.columnWidth = pointsOf(key);
  }
  for (const { key, left, right } of runs(plan.columns.length, (column) => plan.columns[column]?.hidden)) {
    rangeOf(sheet, columnsAddress(left, right)).columnHidden = key;
  }
  for (const { key, left, right } of runs(plan.rows.length, (row) => plan.rows[row]?.height)) {
    rangeOf(sheet, rowsAddress(left, right)).format.rowHeight = key;
  }
}

function freeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (rows > 0 && columns > 0)
    sheet.freezePanes.freezeAt(addressOf({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}
