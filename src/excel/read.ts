/** Reads the used cells of every sheet in two round trips, or three where formats or hidden rows need a closer look. */
import type { CellError, CellName, SheetCells, WorkbookCells } from '../sheets/cells';
import type { Talk } from './ask';
import { parseAddress } from './areas';
import { closerLook } from './closer-look';
import { isTooLarge, readInBands } from './read-bands';
import { loadStamp, stampText } from './stamp';

/** The used block of one sheet as it came from Excel; rows and columns count from its corner. */
export interface Block {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** null where some are hidden and some are not. */
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
}

/** What stands in one sheet. */
export interface Contents {
  readonly isProtected: boolean;
  readonly stamp: string | null;
  /** The sheet's own names. */
  readonly names: readonly Excel.NamedItem[];
  /** Null in an empty sheet. */
  readonly block: Block | null;
}

const STATES: Readonly<Record<string, SheetCells['state']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** Throws what Office.js throws. */
export async function readCells(talk: Talk): Promise<WorkbookCells> {
  const { application, names, protection, worksheets } = talk.context.workbook;
  application.load('calculationMode');
  names.load('items/name,items/formula');
  protection.load('protected');
  worksheets.load('items/name,items/visibility');
  await talk.sync();
  const manual = application.calculationMode === 'Manual';
  const heads = worksheets.items.map(({ name, visibility }) => ({ name, state: STATES[visibility] ?? 'visible' }));
  const contents = await readContents(
    talk,
    heads.map(({ name }) => name),
    manual,
  );
  const { formats, hiddenRows, hiddenColumns, date1904 } = await closerLook(
    talk,
    contents.map(({ block }) => block),
  );
  return {
    sheets: contents.map(({ isProtected, stamp, block }, index): SheetCells => ({
      ...(heads[index] ?? { name: '', state: 'visible' }),
      protected: isProtected,
      stamp,
      rows: block ? cellRows(block, formats[index]) : [],
      hiddenRows: hiddenRows[index] ?? new Set(),
      hiddenColumns: hiddenColumns[index] ?? new Set(),
      merges: null,
    })),
    date1904,
    structureProtected: protection.protected,
    manualCalculation: manual,
    calculated: manual,
    names: [...namesOf(names.items, null), ...contents.flatMap((one, index) => namesOf(one.names, index))],
  };
}

const namesOf = (items: readonly Excel.NamedItem[], sheet: number | null): CellName[] =>
  items.map(({ name, formula }) => ({ name, sheet, formula: String(formula).replace(/^=/, '') }));

/** All contents in one round trip, so that they are of one moment; in bands when Excel says they are too many. */
async function readContents({ context, sync }: Talk, names: readonly string[], manual: boolean): Promise<Contents[]> {
  if (manual) context.workbook.application.calculate('Recalculate');
  const asked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    sheet.names.load('items/name,items/formula');
    used.load('address,values,formulas,rowHidden,columnHidden');
    used.untrack();
    return { name, protection: sheet.protection, stamp: loadStamp(sheet), names: sheet.names, used };
  });
  if (await isTooLarge(sync, ...asked.map(({ used }) => used))) return readInBands({ context, sync }, names);
  return asked.map(({ name, protection, stamp, names: own, used }) => ({
    isProtected: protection.protected,
    stamp: stampText(stamp),
    names: own.items,
    block: used.isNullObject ? null : blockOf(name, used),
  }));
}

function blockOf(name: string, used: Excel.Range): Block {
  const { top, left } = parseAddress(used.address);
  // Excel answers null where rows differ, which the declarations leave out.
  const rowHidden = used.rowHidden as boolean | null;
  const columnHidden = used.columnHidden as boolean | null;
  return { name, top, left, values: used.values, formulas: used.formulas, rowHidden, columnHidden };
}

/** How Excel writes an error into `values`. */
const ERROR =
  /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|EXTERNAL!)$/;

/** `formats`: by row and column of the block. */
export function cellRows(block: Block, formats: ReadonlyMap<string, string> | undefined): SheetCells['rows'] {
  const rows: SheetCells['rows'][number][] = [];
  block.values.forEach((values, rowOffset) => {
    const row = block.top + rowOffset;
    const cells = values.map((value, offset) => {
      const formula = formulaOf(value, block.formulas[rowOffset]?.[offset]);
      if (value === '' && formula === undefined) return undefined;
      const format = formats?.get(`${String(rowOffset)},${String(offset)}`);
      return {
        value: valueOf(value),
        ...(formula === undefined ? {} : { formula }),
        ...(format === undefined ? {} : { format }),
      };
    });
    if (cells.some((cell) => cell !== undefined)) rows[row] = [...new Array<undefined>(block.left), ...cells];
  });
  return rows;
}

function valueOf(value: unknown): string | number | boolean | CellError | null {
  if (typeof value === 'string') return ERROR.test(value) ? { error: value } : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Without "="; a text that merely begins with "=" is its own "formula" (github.com/OfficeDev/office-js/issues/6687). */
function formulaOf(value: unknown, formula: unknown): string | undefined {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.slice(1) : undefined;
}
