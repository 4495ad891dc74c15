/** Lines added to a worksheet part that somebody else wrote, or taken out of it (ECMA-376 Part 1, §18.3.1). */
import { cellName } from '../rules/model/place';
import { isInsert, type LineAxis } from '../rules';
import { movedMerges } from '../sheets/change/apply';
import { movedArea, movedFormula, movedLine, movedRun, moveOf, type Move } from '../sheets/change/moving';
import { movedAreas, readAreas, writtenArea, writtenAreas } from './area-list';
import { parseArea, parseCellReference } from './cell-reference';
import { setAttribute, takeElement, withPrefix } from './markup';
import { moveInTag, type LineChange } from './move-references';
import { refuse } from './refusal';
import { findSpans } from './sheet-editor';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

/** The part after the change. Its formulas must be written out, none shared and none of an array. */
export function moveSheetXml(xml: string, part: string, change: LineChange): string {
  return moveAround(moveCells(xml, part, change), part, change);
}

/** Rows and cells in their new places, and the empty ones that take the looks of others. */
function moveCells(xml: string, part: string, change: LineChange): string {
  const move = moveOf(change);
  const byRow = move.axis === 'rows';
  const { rows, data, prefix } = findSpans(new XmlScanner(xml, part));
  const splices: Splice[] = [];
  const retag = (from: number, to: number, reference: string): void => {
    const tag = xml.slice(from, to);
    const plain = byRow ? tag : tag.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    const text = setAttribute(plain, 'r', reference);
    if (text !== tag) splices.push({ from, to, text });
  };
  for (const row of rows) {
    const to = byRow ? movedLine(row.row, move) : row.row;
    if (to === null) {
      splices.push({ from: row.start, to: row.end, text: '' });
      continue;
    }
    retag(row.start, row.tagEnd, String(to + 1));
    for (const cell of row.cells) {
      const column = byRow ? cell.column : movedLine(cell.column, move);
      if (column === null) splices.push({ from: cell.start, to: cell.end, text: '' });
      else retag(cell.start, cell.tagEnd, cellName({ row: to, column }));
    }
  }
  const like = isInsert(change) ? change.like : null;
  if (like === null) return applySplices(xml, splices);
  const blank = (row: number, column: number, style: number): string =>
    style === 0 ? '' : `<c r="${cellName({ row, column })}" s="${String(style)}"/>`;
  if (byRow) {
    const copies = Array.from({ length: move.count }, (_, offset): string => {
      const model = rows.find(({ row }) => row === like + offset);
      if (model === undefined) return '';
      const row = move.at + offset;
      const own = setAttribute(xml.slice(model.start, model.tagEnd), 'r', String(row + 1)).replace(
        /\s(?:hidden|spans)\s*=\s*(?:"[^"]*"|'[^']*')/g,
        '',
      );
      const tag = `${headOf(own)}>`;
      return `${tag}${withPrefix(`${model.cells.map(({ column, style }) => blank(row, column, style)).join('')}</row>`, prefix)}`;
    }).join('');
    const next = rows.find(({ row }) => row >= move.at);
    const at = next?.start ?? (data.empty ? data.end : xml.lastIndexOf('<', data.end - 1));
    if (copies !== '') splices.push({ from: at, to: at, text: copies });
    return applySplices(xml, splices);
  }
  for (const row of rows) {
    const copies = row.cells
      .filter(({ column }) => column >= like && column < like + move.count)
      .map(({ column, style }) => blank(row.row, column - like + move.at, style))
      .join('');
    if (copies === '') continue;
    const at = row.cells.find(({ column }) => column >= move.at)?.start ?? row.cells.at(-1)?.end ?? row.tagEnd;
    splices.push({ from: at, to: at, text: withPrefix(copies, prefix) });
  }
  return applySplices(xml, splices);
}

/** A start tag without its end, whether it closes its element or not. */
const headOf = (tag: string): string => tag.slice(0, tag.endsWith('/>') ? -'/>'.length : -'>'.length).trimEnd();

/** Parts of a sheet that hold places which nobody here can move. */
const UNMOVABLE: ReadonlySet<string> = new Set([
  'scenarios',
  'customSheetViews',
  'cellWatches',
  'oleObjects',
  'controls',
  'dataConsolidate',
  'smartTags',
  'webPublishItems',
]);
/** Elements with a list of areas that look after cells: new cells are looked after like those they resemble. */
const LOOKED_AFTER: ReadonlySet<string> = new Set([
  'conditionalFormatting',
  'dataValidation',
  'protectedRange',
  'ignoredError',
]);

function moveAround(xml: string, part: string, change: LineChange): string {
  const move = moveOf(change);
  const like = isInsert(change) ? change.like : null;
  const scanner = new XmlScanner(xml, part);
  const splices: Splice[] = [];
  let inData = false;
  let breaks: LineAxis = 'rows';
  let validations: { readonly from: number; readonly to: number; readonly tag: string; left: number } | null = null;
  const setTag = (attributes: Readonly<Record<string, string>>): void => {
    const tag = xml.slice(scanner.start, scanner.end);
    const text = Object.entries(attributes).reduce((now, [name, value]) => setAttribute(now, name, value), tag);
    if (text !== tag) splices.push({ from: scanner.start, to: scanner.end, text });
  };
  while (scanner.next()) {
    const { name } = scanner;
    if (scanner.closing) {
      if (name === 'sheetData') inData = false;
      if (name === 'dataValidations' && validations !== null) {
        const { from, to, tag, left } = validations;
        // Without any the list itself goes: it must not be empty.
        if (left === 0) splices.push({ from, to, text: '' }, { from: scanner.start, to: scanner.end, text: '' });
        else if (/\scount\s*=/.test(tag)) splices.push({ from, to, text: setAttribute(tag, 'count', String(left)) });
        validations = null;
      }
      continue;
    }
    if (UNMOVABLE.has(name)) refuse('lines-not-movable', name, change.sheet);
    if (name === 'sheetData') inData = !scanner.empty;
    if (inData && name !== 'f') continue;
    if (name === 'dataValidations')
      validations = { from: scanner.start, to: scanner.end, tag: xml.slice(scanner.start, scanner.end), left: 0 };
    const reference = scanner.attribute('ref');
    if (name === 'rowBreaks') breaks = 'rows';
    if (name === 'colBreaks') breaks = 'columns';
    if (name === 'cols') splices.push(...movedColumns(xml, scanner, move, like));
    else if (name === 'mergeCells') splices.push(...movedMergeCells(scanner, move, like));
    else if (name === 'brk') {
      const line = Number(scanner.attribute('id') ?? 0);
      if (breaks === move.axis) setTag({ id: String(movedLine(line, move) ?? move.at) });
    } else if (name === 'pane') setTag(movedPane(scanner, move));
    else if (name === 'sheetView') {
      const corner = scanner.attribute('topLeftCell');
      if (corner !== undefined) setTag({ topLeftCell: movedCell(corner, move) });
    } else if (name === 'selection') {
      const [cell, areas] = [scanner.attribute('activeCell'), scanner.attribute('sqref')];
      setTag({
        ...(cell === undefined ? {} : { activeCell: movedCell(cell, move) }),
        ...(areas === undefined
          ? {}
          : {
              sqref: areas
                .split(/\s+/)
                .map((area) => movedOrKept(area, move))
                .join(' '),
            }),
      });
    } else if (LOOKED_AFTER.has(name)) {
      const areas = movedAreas(readAreas(scanner.attribute('sqref') ?? ''), move, like);
      if (areas.length > 0) {
        if (validations !== null) validations.left++;
        setTag({ sqref: writtenAreas(areas) });
      } else {
        const { start, end } = takeElement(scanner);
        splices.push({ from: start, to: end, text: '' });
      }
    } else if (name === 'xm:sqref') {
      const from = scanner.end;
      const areas = movedAreas(readAreas(scanner.content()), move, like);
      if (areas.length === 0) refuse('lines-not-movable', 'extLst', change.sheet);
      splices.push({ from, to: scanner.start, text: writtenAreas(areas) });
    } else if (reference !== undefined && name !== 'f') {
      const moved = movedArea(parseArea(reference), move);
      const location = name === 'hyperlink' ? scanner.attribute('location') : undefined;
      if (moved !== null)
        setTag({
          ref: writtenArea(moved),
          ...(location === undefined
            ? {}
            : { location: escapeXml(movedFormula(location, change.sheet, change.sheet, move).formula) }),
        });
      else if (name === 'hyperlink') {
        const { start, end } = takeElement(scanner);
        splices.push({ from: start, to: end, text: '' });
        continue;
      } else if (name !== 'dimension') refuse('lines-not-movable', name, change.sheet);
    } else splices.push(...moveInTag(xml, scanner, change.sheet, change));
  }
  return applySplices(xml, splices);
}

function movedCell(reference: string, move: Move): string {
  const { row, column } = parseCellReference(reference);
  return cellName(
    move.axis === 'rows'
      ? { row: movedLine(row, move) ?? move.at, column }
      : { row, column: movedLine(column, move) ?? move.at },
  );
}

function movedOrKept(area: string, move: Move): string {
  const moved = movedArea(parseArea(area), move);
  return moved === null ? movedCell(area.split(':')[0] ?? area, move) : writtenArea(moved);
}

/** Lines that are frozen stay as many as they were, unless lines among them come or go. */
function movedPane(scanner: XmlScanner, move: Move): Record<string, string> {
  const corner = scanner.attribute('topLeftCell');
  const [split, frozen] = [move.axis === 'rows' ? 'ySplit' : 'xSplit', scanner.attribute('state') ?? ''];
  const lines = Number(scanner.attribute(split) ?? 0);
  const inside = frozen.startsWith('frozen') && lines > 0 && move.at < lines;
  const run = inside ? movedRun(0, lines - 1, move) : null;
  return {
    ...(corner === undefined ? {} : { topLeftCell: movedCell(corner, move) }),
    ...(run === null ? {} : { [split]: String(run[1] + 1) }),
  };
}

/** Widths and looks of columns (§18.3.1.13); new columns take those of the ones they are like. */
function movedColumns(xml: string, scanner: XmlScanner, move: Move, like: number | null): Splice[] {
  const { tagPrefix } = scanner;
  const from = scanner.start;
  if (scanner.empty || move.axis === 'rows') return [];
  const columns: { first: number; last: number; readonly tag: string }[] = [];
  while (scanner.next() && scanner.name !== 'cols') {
    if (scanner.name !== 'col' || scanner.closing) continue;
    const tag = `${headOf(xml.slice(scanner.start, scanner.end))}/>`;
    columns.push({
      first: Number(scanner.required('min')) - 1,
      last: Number(scanner.required('max')) - 1,
      tag,
    });
  }
  const moved = columns.flatMap(({ first, last, tag }) => {
    if (move.count > 0 && first < move.at && last >= move.at)
      return [
        { first, last: move.at - 1, tag },
        { first: move.at + move.count, last: last + move.count, tag },
      ];
    const run = movedRun(first, last, move);
    return run === null ? [] : [{ first: run[0], last: run[1], tag }];
  });
  const copies =
    like === null || move.count < 0
      ? []
      : columns.flatMap(({ first, last, tag }) => {
          const [low, high] = [Math.max(first, like), Math.min(last, like + move.count - 1)];
          return low > high ? [] : [{ first: low - like + move.at, last: high - like + move.at, tag }];
        });
  const text = [...moved, ...copies]
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, tag }) =>
      setAttribute(setAttribute(tag, 'min', String(first + 1)), 'max', String(Math.min(last, 16_383) + 1)),
    )
    .join('');
  return [{ from, to: scanner.end, text: text === '' ? '' : `<${tagPrefix}cols>${text}</${tagPrefix}cols>` }];
}

function movedMergeCells(scanner: XmlScanner, move: Move, like: number | null): Splice[] {
  const { tagPrefix, empty } = scanner;
  const from = scanner.start;
  const areas: ReturnType<typeof parseArea>[] = [];
  while (!empty && scanner.next() && scanner.name !== 'mergeCells')
    if (scanner.name === 'mergeCell' && !scanner.closing) areas.push(parseArea(scanner.required('ref')));
  const moved = movedMerges(areas, move, like);
  const text = moved.map((area) => `<${tagPrefix}mergeCell ref="${writtenArea(area)}"/>`).join('');
  return [
    {
      from,
      to: scanner.end,
      text:
        text === '' ? '' : `<${tagPrefix}mergeCells count="${String(moved.length)}">${text}</${tagPrefix}mergeCells>`,
    },
  ];
}
