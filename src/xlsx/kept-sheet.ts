/**
 * What stays of a sheet of ours when it is written anew: the user's cells beside and below our block,
 * the XML around it (`keptMarkup`), their comments, and the drawing with their charts and shapes (ECMA-376 Part 1, §18.3.1.99). Whatever else
 * hangs on the sheet, such as a table or a pivot table over our rows, is not ours to replace: `sheet-foreign`.
 */
import { findAdditions, sizeOf } from '../sheets/additions';
import type { AddedCell, Additions } from '../sheets/additions';
import type { Cell } from '../sheets/cells';
import { CHART_NAME } from '../sheets/plan';
import type { SheetPlan } from '../sheets/plan';
import { keptMarkup } from './kept-markup';
import type { KeptMarkup } from './kept-markup';
import { outlineOf } from './markup';
import type { Package } from './package';
import { refuse } from './refusal';
import { readRelationships } from './relationships';
import type { Relationship } from './relationships';
import type { Worksheet } from './worksheet-reader';
import { XmlScanner } from './xml-scanner';

export interface KeptSheet extends KeptMarkup {
  readonly additions: Additions;
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
  const foreign = relations.find(
    ({ kind, external }) => !external && kind !== 'drawing' && !COMMENTS.has(kind) && !LOST.has(kind),
  );
  if (foreign !== undefined) refuse('sheet-foreign', foreign.kind, old.name);
  const comments = relations.filter(
    ({ kind, external, target }) => COMMENTS.has(kind) && !external && pack.find(target) !== undefined,
  );
  const drawing =
    relations.find(({ kind, external, target }) => kind === 'drawing' && !external && hasMore(pack, target)) ?? null;
  const objects =
    (drawing === null ? 0 : anchorsOf(pack, drawing.target).filter(({ isOurs }) => !isOurs).length) +
    countComments(pack, comments);
  const found = findAdditions({ name: old.name, rows: old.read.rows, stamp: old.stamp }, old.record, plan, objects);
  const { rows, columns } = sizeOf(plan);
  const block = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  const markup = keptMarkup(pack.text(old.part), old.part, found.beside, plan, block, {
    top: 0,
    left: 0,
    bottom: found.rows - 1,
    right: found.columns - 1,
  });
  const stay = new Set(markup.linkIds);
  const links = relations.filter(({ id, kind }) => kind === 'hyperlink' && stay.has(id));
  return {
    ...markup,
    additions: old.isUnfinished
      ? { ...found, moved: [] }
      : { ...found, moved: [...found.moved, ...coveredLinks(markup, relations)] },
    relations: [...comments, ...links, ...(drawing === null ? [] : [drawing])],
    drawing,
  };
}

/** Addresses that the user laid over cells of ours: the cells move, so the addresses are written down. */
function coveredLinks({ covered }: KeptMarkup, relations: readonly Relationship[]): AddedCell[] {
  return covered.flatMap(({ row, column, id }) => {
    const link = relations.find((relation) => relation.id === id);
    return link === undefined ? [] : [{ row, column, cell: { value: link.target } }];
  });
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
export function anchorsOf(
  pack: Package,
  part: string,
): { readonly isOurs: boolean; readonly from: number; readonly to: number; readonly text: string }[] {
  if (pack.find(part) === undefined) return [];
  const xml = pack.text(part);
  return outlineOf(xml, part)
    .children.filter(({ name }) => /Anchor$/.test(name))
    .map(({ start: from, end: to }) => {
      const text = xml.slice(from, to);
      return { isOurs: text.includes(`name="${CHART_NAME}"`), from, to, text };
    });
}

const hasMore = (pack: Package, part: string): boolean => anchorsOf(pack, part).some(({ isOurs }) => !isOurs);

/** The cells of a plan with those that stay around it, as they will be read. */
export function withKept(
  rows: readonly (readonly (Cell | undefined)[] | undefined)[],
  beside: readonly AddedCell[],
): (readonly (Cell | undefined)[] | undefined)[] {
  const all: (Cell | undefined)[][] = rows.map((cells) => [...(cells ?? [])]);
  for (const {
    row,
    column,
    cell: { value, formula },
  } of beside) {
    for (let at = all.length; at <= row; at++) all.push([]);
    const cells = all[row];
    if (cells !== undefined) cells[column] = formula === undefined ? { value } : { value, formula };
  }
  return all;
}
