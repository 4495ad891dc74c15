/** Where the sheets of the plans go in a workbook: over sheets of ours, or behind all others. */
import { sameName } from '../sheets/sheet-name';
import type { SheetPlan } from '../sheets/plan';
import { isUnfinished, ownKind } from '../sheets/stamp';
import type { Package } from './package';
import { cellsOf, readSheets } from './read-workbook';
import { refuse } from './refusal';
import { constantText, STAMP_NAME } from './workbook-part';
import type { SheetEntry, WorkbookPart } from './workbook-part';

/** One plan and the place it goes to: the sheet that it replaces, or a new one at the end. */
export interface Target {
  readonly plan: SheetPlan;
  readonly old: SheetEntry | null;
  readonly index: number;
  readonly part: string;
  readonly sheetId: number;
  readonly relationId: string;
}

/** The folder of a part, with its slash. */
export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** A sheet of a plan's name is replaced when it carries our stamp, or the banner of a write that stopped half-way; else it is the user's. */
export function placePlans(pack: Package, workbook: WorkbookPart, plans: readonly SheetPlan[]): Target[] {
  let nextSheet = workbook.sheets.length;
  let nextId = Math.max(0, ...workbook.sheets.map(({ sheetId }) => sheetId));
  let nextPart = 0;
  return plans.map((plan) => {
    const index = workbook.sheets.findIndex(({ name }) => sameName(name, plan.name));
    const old = workbook.sheets[index];
    if (old !== undefined) {
      const isOurs =
        old.kind === 'worksheet' &&
        plan.stamp !== null &&
        (ownKind({ name: old.name, stamp: nameText(workbook, index, STAMP_NAME) }) !== null ||
          stoppedHalfway(pack, old.name, index));
      if (!isOurs) refuse('sheet-foreign', undefined, old.name);
      return { plan, old, index, part: old.part, sheetId: old.sheetId, relationId: old.relationId };
    }
    let part: string;
    do part = `${folderOf(workbook.part)}worksheets/sheet${String(++nextPart)}.xml`;
    while (pack.find(part) !== undefined);
    const relationId = freeId(workbook, nextPart);
    return { plan, old: null, index: nextSheet++, part, sheetId: ++nextId, relationId };
  });
}

/** The text that a sheet's own name holds, or null. */
export function nameText({ names }: WorkbookPart, sheet: number, wanted: string): string | null {
  const name = names.find((one) => one.sheet === sheet && one.name.toLowerCase() === wanted);
  return name === undefined ? null : constantText(name.formula);
}

/** Only a write in Excel can stop half-way; the file may be saved then. */
function stoppedHalfway(pack: Package, name: string, index: number): boolean {
  const sheet = cellsOf(readSheets(pack, { wanted: (one) => one === name })).sheets[index];
  return sheet !== undefined && isUnfinished(sheet);
}

export function freeId(workbook: WorkbookPart, number: number): string {
  let id = `rIdSheet${String(number)}`;
  while (workbook.relationships.some((relation) => relation.id === id)) id += '_';
  return id;
}
