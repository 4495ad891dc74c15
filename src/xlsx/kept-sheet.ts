/**
 * What stays of a sheet of ours when it is written anew: the user's cells beside and below our block,
 * their comments, and the drawing with their charts and shapes (ECMA-376 Part 1, §18.3.1.99). Whatever else
 * hangs on the sheet, such as a table or a pivot table over our rows, is not ours to replace: `sheet-foreign`.
 */
import { findAdditions, sizeOf } from '../workbook/additions';
import type { AddedCell, Additions } from '../workbook/additions';
import type { Cell } from '../workbook/cells';
import { cellName } from '../rules/place';
import { CHART_NAME } from '../workbook/plan';
import type { SheetPlan } from '../workbook/plan';
import { parseArea } from './cell-reference';
import { outlineOf } from './markup';
import type { Package } from './package';
import { refuse } from './refusal';
import { readRelationships } from './relationships';
import type { Relationship } from './relationships';
import type { Worksheet } from './worksheet-reader';
import { valueXml } from './worksheet-writer';
import { XmlScanner } from './xml-scanner';
import { escapeXstring } from './xml-text';

export interface KeptSheet {
  readonly additions: Additions;
  /** Cells as XML, by row from 0, in the order of their columns; all right of our block or below it. */
  readonly cells: ReadonlyMap<number, string>;
  /** The tags of `col` right of our block. */
  readonly columns: string;
  /** Tags of merges outside of our block. */
  readonly merges: readonly string[];
  /** Relationships that stay, by id. */
  readonly relations: readonly Relationship[];
  /** The part of a drawing that holds more than our chart; null where there is none. */
  readonly drawing: Relationship | null;
}

/** Relations of a sheet that the user's additions bring along; ours is a drawing. */
const COMMENTS: ReadonlySet<string> = new Set(['comments', 'vmlDrawing', 'threadedComment']);
/** What may go with the sheet that is replaced. */
const LOST: ReadonlySet<string> = new Set(['printerSettings', 'hyperlink', 'customProperty']);

export interface OldSheet {
  readonly name: string;
  readonly part: string;
  readonly stamp: string | null;
  readonly record: string | null;
  readonly read: Worksheet;
  /** The banner of a write that stopped half-way stands on it: what is inside the block is ours, however it looks. */
  readonly isUnfinished: boolean;
}

export function keepAdditions(pack: Package, old: OldSheet, plan: SheetPlan): KeptSheet {
  const relations = readRelationships(pack, old.part);
  const foreign = relations.find(({ kind, external }) => !external && kind !== 'drawing' && !COMMENTS.has(kind) && !LOST.has(kind));
  if (foreign !== undefined) refuse('sheet-foreign', foreign.kind, old.name);
  const comments = relations.filter(({ kind, external, target }) => COMMENTS.has(kind) && !external && pack.find(target) !== undefined);
  const drawing = relations.find(({ kind, external, target }) => kind === 'drawing' && !external && hasMore(pack, target)) ?? null;
  const objects = (drawing === null ? 0 : anchorsOf(pack, drawing.target).filter(({ isOurs }) => !isOurs).length) + countComments(pack, comments);
  const found = findAdditions({ name: old.name, rows: old.read.rows, stamp: old.stamp }, old.record, plan, objects);
  const additions = old.isUnfinished ? { ...found, moved: [] } : found;
  const { rows, columns } = sizeOf(plan);
  const xml = pack.text(old.part);
  return {
    additions, relations: drawing === null ? comments : [...comments, drawing], drawing,
    ...keptMarkup(xml, old.part, additions.beside, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 }),
  };
}

function countComments(pack: Package, relations: readonly Relationship[]): number {
  let count = 0;
  for (const { target } of relations.filter(({ kind }) => kind === 'comments')) {
    const scanner = new XmlScanner(pack.text(target), target);
    while (scanner.next()) if (scanner.name === 'comment' && !scanner.closing) count++;
  }
  return count;
}

/** The objects of a drawing; ours is the chart of our name. */
export function anchorsOf(pack: Package, part: string): { readonly isOurs: boolean; readonly from: number; readonly to: number; readonly text: string }[] {
  if (pack.find(part) === undefined) return [];
  const xml = pack.text(part);
  return outlineOf(xml, part).children.filter(({ name }) => /Anchor$/.test(name)).map(({ start: from, end: to }) => {
    const text = xml.slice(from, to);
    return { isOurs: text.includes(`name="${CHART_NAME}"`), from, to, text };
  });
}

const hasMore = (pack: Package, part: string): boolean => anchorsOf(pack, part).some(({ isOurs }) => !isOurs);

function keptMarkup(xml: string, part: string, beside: readonly AddedCell[], block: ReturnType<typeof parseArea>): Pick<KeptSheet, 'cells' | 'columns' | 'merges'> {
  const wanted = new Map(beside.map((added) => [cellName(added), added]));
  const cells = new Map<number, string>();
  const merges: string[] = [];
  let columns = '';
  const scanner = new XmlScanner(xml, part);
  let row = -1, column = -1;
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === 'col') {
      const [min, max] = [Number(scanner.required('min')), Number(scanner.required('max'))];
      const width = scanner.attribute('width');
      if (max > block.right + 1 && width !== undefined && Number.isFinite(Number(width))) {
        columns += `<col min="${String(Math.max(min, block.right + 2))}" max="${String(max)}" width="${String(Number(width))}" customWidth="1"${scanner.flag('hidden') ? ' hidden="1"' : ''}/>`;
      }
    } else if (scanner.name === 'row') {
      row = Number(scanner.attribute('r') ?? row + 2) - 1;
      column = -1;
    } else if (scanner.name === 'c') {
      const reference = scanner.attribute('r');
      column = reference === undefined ? column + 1 : parseArea(reference).left;
      const added = wanted.get(cellName({ row, column }));
      if (added !== undefined) cells.set(row, (cells.get(row) ?? '') + cellXml(added, Number(scanner.attribute('s') ?? 0)));
    } else if (scanner.name === 'mergeCell') {
      const area = parseArea(scanner.required('ref'));
      if (area.left > block.right || area.top > block.bottom) merges.push(`<mergeCell ref="${scanner.required('ref').toUpperCase()}"/>`);
    }
  }
  return { cells, columns, merges };
}

function cellXml({ row, column, cell: { value, formula } }: AddedCell, style: number): string {
  const head = `<c r="${cellName({ row, column })}"${style === 0 ? '' : ` s="${String(style)}"`}`;
  const f = formula === undefined ? '' : `<f>${escapeXstring(formula)}</f>`;
  if (value === null) return `${head}>${f}</c>`;
  return typeof value === 'object' ? `${head} t="e">${f}<v>${escapeXstring(value.error)}</v></c>` : `${head}${valueXml(value, f)}`;
}

/** The cells of a plan with those that stay around it, as they will be read. */
export function withKept(rows: readonly (readonly (Cell | undefined)[] | undefined)[], beside: readonly AddedCell[]): (readonly (Cell | undefined)[] | undefined)[] {
  const all: (Cell | undefined)[][] = rows.map((cells) => [...cells ?? []]);
  for (const { row, column, cell: { value, formula } } of beside) {
    for (let at = all.length; at <= row; at++) all.push([]);
    const cells = all[row];
    if (cells !== undefined) cells[column] = formula === undefined ? { value } : { value, formula };
  }
  return all;
}

