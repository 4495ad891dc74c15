/** Our chart on a sheet: in a drawing of its own, or in one that holds the user's charts and shapes too. */
import type { ChartPlan, SheetPlan } from '../sheets/plan';
import { anchorXml, chartXml, drawingXml } from './chart';
import { TYPES } from './content-types';
import { anchorsOf } from './kept-sheet';
import { appendInside, outlineOf } from './markup';
import type { PackageEdit } from './package-edit';
import { folderOf } from './placement';
import { readRelationships } from './relationships';
import { applySplices } from './splice';
import { RELATIONSHIP_NAMESPACE } from './worksheet-writer';

/** Our chart in a drawing that holds others too: its part is filled anew, its place is set anew. */
export function layIntoDrawing(edit: PackageEdit, { chart, name }: SheetPlan, drawing: string): void {
  const xml = edit.pack.text(drawing);
  const [ours] = anchorsOf(edit.pack, drawing).filter(({ isOurs }) => isOurs);
  const relations = readRelationships(edit.pack, drawing);
  const known = relations.find(({ id, kind }) => kind === 'chart' && ours?.text.includes(`"${id}"`) === true);
  if (chart === null) {
    if (ours === undefined) return;
    edit.put(drawing, xml.slice(0, ours.from) + xml.slice(ours.to));
    if (known === undefined) return;
    edit.removeOwnedParts(known.target, new Set());
    edit.remove(known.target);
    edit.removeRelationship(drawing, known.id);
    return;
  }
  let id = known?.id ?? 'rIdThidua';
  while (known === undefined && relations.some((relation) => relation.id === id)) id += '_';
  const anchor = anchorXml(chart, id);
  edit.put(
    drawing,
    ours === undefined
      ? applySplices(xml, [appendInside(xml, outlineOf(xml, drawing).root, anchor)])
      : xml.slice(0, ours.from) + anchor + xml.slice(ours.to),
  );
  if (known !== undefined) edit.put(known.target, chartXml(chart, name));
  else addChart(edit, chart, name, drawing, id);
}

function addChart(edit: PackageEdit, plan: ChartPlan, sheet: string, drawing: string, id: string): void {
  const chart = edit.freePart(`${folderOf(folderOf(drawing).slice(0, -1))}charts/chart`);
  edit.addPart(chart, `${TYPES}.drawingml.chart+xml`, chartXml(plan, sheet));
  edit.addRelationship(drawing, id, `${RELATIONSHIP_NAMESPACE}/chart`, chart);
}

/** A drawing that holds our chart alone. */
export function addDrawing(edit: PackageEdit, plan: SheetPlan, chart: ChartPlan, part: string, id: string): void {
  const drawing = edit.freePart(`${folderOf(folderOf(part).slice(0, -1))}drawings/drawing`);
  edit.addPart(drawing, `${TYPES}.drawing+xml`, drawingXml(chart, 'rId1'));
  addChart(edit, chart, plan.name, drawing, 'rId1');
  edit.addRelationship(part, id, `${RELATIONSHIP_NAMESPACE}/drawing`, drawing);
}
