/** Where the tables of a sheet stand: their headers, their bodies, and what runs down. */
import type { Place } from '../../rules';
import { cellAt, type SheetCells } from '../../sheets/cells';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import { isPlaceAndDate, isSignatureText } from '../read/row-words';
import { fold } from '../../base/folding';
import { bare, headerRole, isTotalHeader, levelInHeader, looksLikeUnit, type HeaderRole } from './header-words';
import { oneLine, readLabel } from './labels';
import { pointsIn } from './points';
import { range } from './stack';

export interface Frame {
  readonly direction: 'criteriaDown' | 'unitsDown';
  /** Rows of the header, without those that number the columns. */
  readonly headers: readonly number[];
  readonly top: number;
  readonly bodyTop: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The column of the criteria or of the units. */
  readonly nameColumn: number;
  /** The cell that names the unit of all points, where the tables of the units stand below each other. */
  readonly unit: Place | null;
  /** Rows inside the body that repeat the header, as on every printed page. */
  readonly repeated: ReadonlySet<number>;
}

interface Anchor {
  readonly row: number;
  readonly column: number;
  readonly direction: Frame['direction'];
}

const DEEPEST_HEADER = 4;
const BODY_LOOKED_AT = 60;
const NO_HEADER = /cộng h[oò]à? ?xã hội|cộng hòa xã|độc lập|^đơn vị tính|^đvt|^mẫu|^phụ lục|^biểu/u;
const MOST_ROWS = 3000;
const MOST_COLUMNS = 400;

export class FrameFinder {
  private readonly height: number;
  private readonly width: number;

  constructor(
    private readonly sheet: SheetCells,
    private readonly date1904: boolean,
  ) {
    this.height = Math.min(sheet.rows.length, MOST_ROWS);
    this.width = Math.min(
      Math.max(0, ...range(0, this.height).map((row) => sheet.rows[row]?.length ?? 0)),
      MOST_COLUMNS,
    );
  }

  private text(row: number, column: number): string {
    return oneLine(shownText(cellAt(this.sheet, row, column), this.date1904));
  }

  private isBlank(row: number, column: number): boolean {
    return isBlankCell(cellAt(this.sheet, row, column));
  }

  private isNumber(row: number, column: number): boolean {
    const cell = cellAt(this.sheet, row, column);
    return (
      typeof cell?.value === 'number' ||
      (typeof cell?.value === 'string' &&
        (pointsIn(cell.value) !== null || /^\s*-\d+(?:[.,]\d+)?\s*$/u.test(cell.value)))
    );
  }

  private filled(row: number, from = 0, to = this.width): number[] {
    return range(from, to).filter((column) => !this.isBlank(row, column));
  }

  find(): Frame[] {
    const all = this.anchors();
    const again = all.filter((anchor, index) => all.slice(0, index).some((above) => this.isRepeated(anchor, above)));
    const anchors = all.filter((anchor) => !again.includes(anchor));
    const frames: Frame[] = [];
    anchors.forEach((anchor, index) => {
      if (
        frames.some(
          ({ bodyTop, left, right }) => anchor.row < bodyTop && anchor.column >= left && anchor.column < right,
        )
      )
        return;
      const beside = anchors.filter(({ row }) => row === anchor.row);
      const [left, right] = this.sides(anchor, beside);
      const next = anchors
        .slice(index + 1)
        .find(({ row, column }) => row > anchor.row + DEEPEST_HEADER && column >= left && column < right);
      const frame = this.frame(anchor, left, right, next?.row ?? this.height, again);
      if (frame !== null) frames.push(...this.byUnits(frame));
    });
    return frames;
  }

  /** The same header once more, right below points: the table goes on. Below a title another one begins. */
  private isRepeated({ row, column }: Anchor, above: Anchor): boolean {
    const isSame = (one: number, other: number): boolean =>
      range(0, this.width).every((at) => this.text(one, at) === this.text(other, at));
    if (above.column !== column || above.row >= row || !isSame(row, above.row)) return false;
    let before = row - 1;
    while (before > above.row && (this.filled(before).length === 0 || isSame(before, above.row + before - row)))
      before--;
    return before > above.row && this.filled(before, column + 1).some((at) => this.isNumber(before, at));
  }

  /** Header cells over the column of the criteria or the units; where no word says so, by what the texts look like. */
  private anchors(): Anchor[] {
    const found = range(0, this.height).flatMap((row) =>
      this.filled(row).flatMap((column): Anchor[] => {
        const direction = this.directionOf(row, column);
        return direction !== null && this.isTextual(row, column) && this.isHeaderRow(row, column)
          ? [{ row, column, direction }]
          : [];
      }),
    );
    const first = found.filter(
      (anchor) =>
        !found.some(
          ({ row, column }) => row === anchor.row && column < anchor.column && !this.hasGap(row, column, anchor.column),
        ),
    );
    return first.length > 0 ? first : this.wordless();
  }

  /** Texts beside it and no points: a criterion may be called "Nội dung 1" too. */
  private isHeaderRow(row: number, column: number): boolean {
    const beside = this.filled(row, column + 1);
    return beside.length > 0 && beside.every((at) => !this.isNumber(row, at));
  }

  private directionOf(row: number, column: number): Frame['direction'] | null {
    const text = this.text(row, column);
    const role = headerRole(text);
    if (role === 'unitName') return 'unitsDown';
    if (role === 'criterionName')
      return /đơn vị/u.test(bare(text)) && bare(text).length < 40 ? this.directionByTexts(row, column) : 'criteriaDown';
    return role === null && bare(text).length < 40 && namesUnitsAndCriteria(bare(text))
      ? this.directionByTexts(row, column)
      : null;
  }

  private bodyTexts(row: number, column: number): string[] {
    return range(row + 1, Math.min(this.height, row + BODY_LOOKED_AT))
      .map((below) => this.text(below, column))
      .filter((text) => text !== '');
  }

  private directionByTexts(row: number, column: number): Frame['direction'] | null {
    const down = this.bodyTexts(row, column).filter(looksLikeUnit).length;
    const across = range(column + 1, this.width).filter(
      (at) => looksLikeUnit(this.text(row, at)) || looksLikeUnit(this.text(row + 1, at)),
    ).length;
    return down === across ? null : down > across ? 'unitsDown' : 'criteriaDown';
  }

  private isTextual(row: number, column: number): boolean {
    let [texts, numbers] = [0, 0];
    for (const below of range(row + 1, Math.min(this.height, row + BODY_LOOKED_AT))) {
      if (this.isBlank(below, column)) continue;
      if (this.isNumber(below, column)) numbers++;
      else texts++;
    }
    return texts > 0 && texts > numbers;
  }

  /** A row of texts above rows of a text and numbers, where no header names units or criteria. */
  private wordless(): Anchor[] {
    for (const row of range(0, this.height)) {
      const filled = this.filled(row);
      if (filled.length < 3 || filled.some((column) => this.isNumber(row, column))) continue;
      const column = range(0, this.width).find(
        (at) =>
          this.bodyTexts(row, at).length > 1 &&
          this.isTextual(row, at) &&
          headerRole(this.text(row, at)) !== 'ordinal' &&
          !/^(?:[IVX\d]+[.)]?|[-–+a-zđ][.)]?)$/u.test(this.bodyTexts(row, at)[0] ?? ''),
      );
      if (
        column === undefined ||
        !range(row + 1, row + 4).some(
          (below) => range(column + 1, this.width).filter((at) => this.isNumber(below, at)).length > 1,
        )
      )
        continue;
      const direction = this.directionByTexts(row, column) ?? this.directionByNumbers(row, column);
      return direction === null ? [] : [{ row, column, direction }];
    }
    return [];
  }

  private directionByNumbers(row: number, column: number): Frame['direction'] | null {
    const isCriterion = (text: string): boolean =>
      readLabel(text, false).printed !== '' || readLabel(text, false).max !== null;
    const down = this.bodyTexts(row, column).filter(isCriterion).length;
    const across = range(column + 1, this.width).filter((at) => isCriterion(this.text(row, at))).length;
    return down === across ? null : down > across ? 'criteriaDown' : 'unitsDown';
  }

  /** A column between two where nothing stands: two tables beside each other. */
  private hasGap(row: number, from: number, to: number): boolean {
    return range(from + 1, to).some((column) =>
      range(Math.max(0, row - 2), Math.min(this.height, row + BODY_LOOKED_AT)).every((at) => this.isBlank(at, column)),
    );
  }

  private sides({ row, column }: Anchor, beside: readonly Anchor[]): [number, number] {
    const isGap = (at: number): boolean =>
      range(row, Math.min(this.height, row + BODY_LOOKED_AT)).every((below) => this.isBlank(below, at));
    const before = beside.filter((other) => other.column < column).at(-1);
    const after = beside.find((other) => other.column > column);
    const left = before === undefined ? 0 : (range(before.column, column).filter(isGap).at(-1) ?? column - 1) + 1;
    const right = after === undefined ? this.width : (range(column, after.column).filter(isGap)[0] ?? after.column);
    return [left, right];
  }

  private frame(anchor: Anchor, left: number, right: number, limit: number, again: readonly Anchor[]): Frame | null {
    const { row, column: nameColumn, direction } = anchor;
    let top = row;
    while (top > 0 && row - top < 2 && this.isUpperHeader(top - 1, nameColumn, left, right)) top--;
    const headers = [...range(top, row + 1)];
    let bodyTop = row + 1;
    for (; bodyTop < limit && bodyTop <= row + DEEPEST_HEADER; bodyTop++) {
      const filled = this.filled(bodyTop, left, right);
      if (this.isCodeRow(bodyTop, nameColumn, left, right, headers)) {
        headers.push(bodyTop);
        continue;
      }
      if (this.isNumberingRow(bodyTop, left, right)) continue;
      const name = this.text(bodyTop, nameColumn);
      if (
        filled.length === 0
          ? bodyTop === row + 1
          : (name === '' || headerRole(name) === headerRole(this.text(row, nameColumn))) &&
            !filled.some((at) => this.isNumber(bodyTop, at)) &&
            !filled.some((at) => at < nameColumn && headerRole(this.text(bodyTop, at)) === null)
      ) {
        if (filled.length > 0) headers.push(bodyTop);
        continue;
      }
      break;
    }
    const bottom = this.bottom(bodyTop, limit, left, right, nameColumn, direction);
    const repeated = new Set(
      again
        .filter((other) => other.column === nameColumn && other.row >= bodyTop && other.row < bottom)
        .flatMap((other) =>
          range(other.row + top - row, other.row + bodyTop - row).filter((at) =>
            range(left, right).every((cell) => this.text(at, cell) === this.text(at - other.row + row, cell)),
          ),
        ),
    );
    return bottom <= bodyTop
      ? null
      : {
          direction,
          headers,
          top,
          bodyTop,
          bottom,
          left,
          right: this.lastColumn(top, bottom, left, right) + 1,
          nameColumn,
          unit: null,
          repeated,
        };
  }

  /** "A | Sở A", its criteria, "B | Sở B", the same criteria: one table for each unit, under one header. */
  private byUnits(frame: Frame): Frame[] {
    const { direction, headers, bodyTop, bottom, left, right, nameColumn } = frame;
    const isUnit = (row: number): boolean =>
      looksLikeUnit(readLabel(this.text(row, nameColumn), false).name) &&
      !this.filled(row, nameColumn + 1, right).some((column) => this.isNumber(row, column));
    const rows = range(bodyTop, bottom).filter(isUnit);
    const namesUnits = headers.some((row) =>
      range(nameColumn + 1, right).some((column) => looksLikeUnit(this.text(row, column))),
    );
    if (direction !== 'criteriaDown' || rows.length < 2 || rows[0] !== bodyTop || namesUnits) return [frame];
    return rows.map((row, index): Frame => {
      const end = rows[index + 1] ?? bottom;
      const last = range(row, end).findLast((at) => this.filled(at, left, right).length > 0) ?? row;
      return {
        ...frame,
        top: index === 0 ? frame.top : row,
        bodyTop: row + 1,
        bottom: last + 1,
        unit: { sheet: this.sheet.name, row, column: nameColumn },
      };
    });
  }

  private lastColumn(top: number, bottom: number, left: number, right: number): number {
    return (
      range(left, right)
        .filter((column) => range(top, bottom).some((row) => !this.isBlank(row, column)))
        .at(-1) ?? left
    );
  }

  private isUpperHeader(row: number, nameColumn: number, left: number, right: number): boolean {
    const filled = this.filled(row, left, right);
    if (filled.length === 0 || filled.some((column) => column <= nameColumn || this.isNumber(row, column)))
      return false;
    const texts = filled.map((column) => this.text(row, column));
    if (texts.some((text) => NO_HEADER.test(fold(text)) || isPlaceAndDate(text))) return false;
    return texts.length > 1 || texts.some((text) => headerRole(text) !== null || levelInHeader(text) !== null);
  }

  /** "1 2 3 1 2", "1.1 1.2 Cộng 2.1" below merged groups: the numbers of their criteria, no maxima. */
  private isCodeRow(row: number, nameColumn: number, left: number, right: number, headers: readonly number[]): boolean {
    const filled = this.filled(row, left, right).filter((column) => !isTotalHeader(this.text(row, column)));
    if (
      filled.length < 2 ||
      !filled.every((column) => column > nameColumn) ||
      !filled.some((column) => headers.every((header) => this.isBlank(header, column)))
    )
      return false;
    const codes = filled.map((column) =>
      (/^\d{1,2}(?:\.\d{1,2})?$/u.exec(this.text(row, column))?.[0] ?? '').split('.').map(Number),
    );
    return codes.every(([first = NaN, second], index) => {
      if (Number.isNaN(first) || (codes[0]?.length === 2) !== (second !== undefined)) return false;
      const [before = 0, beforeSecond = 0] = codes[index - 1] ?? [];
      if (second === undefined) return first === 1 || first === before + 1;
      return second === 1 ? first === before + 1 || index === 0 : first === before && second === beforeSecond + 1;
    });
  }

  /** "(1) (2) (3)", "A B 1 2", "(5) = (3) + (4)": the columns numbered. */
  isNumberingRow(row: number, left: number, right: number): boolean {
    const texts = this.filled(row, left, right).map((column) => this.text(row, column));
    if (
      texts.length < 3 ||
      !texts.every((text) => /^\(?(?:\d{1,2}|[A-Z])\)?$|^\(?\d{1,2}\)?\s*=[\d\s()+\-–.=…]+$/u.test(text))
    )
      return false;
    const numbers = texts.flatMap((text) => /^\(?(\d{1,2})\)?(?:\s*=|$)/u.exec(text)?.[1] ?? []).map(Number);
    return (
      numbers.length > 1 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
    );
  }

  /** Whether rows of points follow: what reads like a signature is a heading then ("Hội đồng, ban chỉ đạo"). */
  private goesOn(from: number, limit: number, left: number, right: number): boolean {
    return range(from, limit).some(
      (row) => range(left, right).filter((column) => this.isNumber(row, column)).length > 1,
    );
  }

  /** Below the last row with numbers, before signatures; rows of results right below still belong to it. */
  private bottom(
    bodyTop: number,
    limit: number,
    left: number,
    right: number,
    nameColumn: number,
    direction: Frame['direction'],
  ): number {
    let bottom = bodyTop;
    const RESULTS: readonly (HeaderRole | null)[] = ['rank', 'award', 'total'];
    for (let row = bodyTop; row < limit; row++) {
      const filled = this.filled(row, left, right);
      if (filled.length === 0) continue;
      const texts = filled.map((column) => this.text(row, column));
      const hasNumbers = filled.some((column) => column > nameColumn && this.isNumber(row, column));
      if (
        texts.some(isPlaceAndDate) ||
        (!hasNumbers && texts.every((text) => isSignatureText(text)) && !this.goesOn(row + 1, limit, left, right))
      )
        break;
      const isResult =
        row <= bottom + 1 && direction === 'criteriaDown' && RESULTS.includes(headerRole(this.text(row, nameColumn)));
      if (hasNumbers || isResult) bottom = row + 1;
    }
    return bottom;
  }
}

/** "Đơn vị / Tiêu chí", as the corner of a table says it. */
function namesUnitsAndCriteria(text: string): boolean {
  const at = text.indexOf('đơn vị');
  return at >= 0 && /tiêu chí|nội dung/u.test(text.slice(at));
}
