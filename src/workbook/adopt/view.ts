/**
 * A table seen with its criteria as lines and its units as crosses, whichever of them run down the
 * sheet: so both kinds of table are read by the same rules.
 */
import type { Entry, Place } from '../../rules';
import { cellAt, type Cell, type SheetCells } from '../../sheets/cells';
import { entryOf } from '../read/cell';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import type { Uses } from './uses';
import type { Frame } from './frames';
import { oneLine } from './labels';
import { pointsIn } from './points';
import { range } from './stack';

export class View {
  readonly turned: boolean;

  constructor(
    readonly sheet: SheetCells,
    readonly frame: Frame,
    readonly uses: Uses,
    readonly date1904: boolean,
  ) {
    this.turned = frame.direction === 'unitsDown';
    for (const row of frame.repeated) uses.markRow(row, 'known', frame.left, frame.right);
  }

  private row(line: number, cross: number): number {
    return this.turned ? cross : line;
  }
  private column(line: number, cross: number): number {
    return this.turned ? line : cross;
  }

  cell(line: number, cross: number): Cell | undefined {
    const row = this.row(line, cross);
    return this.frame.repeated.has(row) ? undefined : cellAt(this.sheet, row, this.column(line, cross));
  }

  place(line: number, cross: number): Place {
    return { sheet: this.sheet.name, row: this.row(line, cross), column: this.column(line, cross) };
  }

  text(line: number, cross: number): string {
    return oneLine(shownText(this.cell(line, cross), this.date1904));
  }

  entry(line: number, cross: number): Entry {
    return entryOf(this.cell(line, cross), this.place(line, cross), this.date1904);
  }

  isBlank(line: number, cross: number): boolean {
    return isBlankCell(this.cell(line, cross));
  }

  /** A number, typed or within a text ("9,5"): no percentage and no day. */
  holdsNumber(line: number, cross: number): boolean {
    const entry = this.entry(line, cross);
    return entry.kind === 'number'
      ? entry.percent !== true
      : entry.kind === 'text' && (pointsIn(entry.text) !== null || /^-\d/u.test(entry.text));
  }

  /** First and last of the body, in lines and in crosses; the ends are not included. */
  get lines(): readonly number[] {
    const { frame } = this;
    return this.turned ? range(frame.left, frame.right) : range(frame.bodyTop, frame.bottom);
  }

  get crosses(): readonly number[] {
    const { frame } = this;
    return this.turned ? range(frame.bodyTop, frame.bottom) : range(frame.left, frame.right);
  }
}
