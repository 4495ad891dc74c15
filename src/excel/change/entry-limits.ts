/** What may be typed into single cells of the open workbook, and what colours a score above its maximum. */
import type { LimitChange, LineInsert, LineRemoval, Place } from '../../rules';
import { cellName } from '../../rules/model/place';
import { movedFormula, moveOf } from '../../sheets/change/moving';
import { shiftFormula, takeApart } from '../../sheets/formula/relative';
import { addressOf, rectangles } from '../areas';

/** The list or limit of a cell. */
export interface EntryLimit {
  readonly rule: Excel.DataValidationRule;
  readonly errorAlert: Excel.DataValidationErrorAlert | null;
  readonly prompt: Excel.DataValidationPrompt | null;
  readonly ignoreBlanks: boolean;
}

const LOADED = 'type,rule,errorAlert,prompt,ignoreBlanks';

export function loadLimit(range: Excel.Range): Excel.DataValidation {
  const validation = range.dataValidation;
  validation.load(LOADED);
  return validation;
}

/** Null where there is none; undefined where the cells of the range do not all have the same. */
export function limitIn(validation: Excel.DataValidation): EntryLimit | null | undefined {
  const { type, ignoreBlanks } = validation;
  // Excel answers null where the declarations promise an object.
  const rule = validation.rule as Excel.DataValidationRule | null;
  if (type === 'None') return null;
  if (rule === null || Object.values(rule).every((part) => part === null || part === undefined)) return undefined;
  return {
    rule,
    errorAlert: validation.errorAlert,
    prompt: validation.prompt,
    ignoreBlanks,
  };
}

/** The limit after a change of exactly this one; any other stays. */
export function changedLimit(limit: EntryLimit | null, { from, to, message }: LimitChange): EntryLimit | null {
  if (limit === null) return null;
  const { list, decimal } = limit.rule;
  if (typeof from === 'string')
    return list && list.source === `=${from}`
      ? { ...limit, rule: { list: { ...list, source: `=${String(to)}` } } }
      : limit;
  if (decimal?.operator !== 'Between' || Number(decimal.formula2) !== from) return limit;
  const { errorAlert } = limit;
  return {
    ...limit,
    rule: { decimal: { ...decimal, formula2: to } },
    errorAlert: errorAlert && message !== undefined && errorAlert.message ? { ...errorAlert, message } : errorAlert,
  };
}

/** The same limit for a cell so many rows and columns further on. */
export const shiftedLimit = (limit: EntryLimit | null, rows: number, columns: number): EntryLimit | null =>
  withFormulas(limit, (formula) => shiftFormula(takeApart(formula), rows, columns));

/** What a limit reads goes along with lines; `own`: the sheet of its cell. */
export const movedLimit = (limit: EntryLimit | null, step: LineInsert | LineRemoval, own: string): EntryLimit | null =>
  withFormulas(limit, (formula) => movedFormula(formula, own, step.sheet, moveOf(step)).formula);

function withFormulas(limit: EntryLimit | null, change: (formula: string) => string): EntryLimit | null {
  if (limit === null) return null;
  const changed = (part: unknown): unknown => {
    if (typeof part === 'string') return part.startsWith('=') ? `=${change(part.slice(1))}` : part;
    if (typeof part !== 'object' || part === null || part instanceof Date) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, changed(value)]));
  };
  return { ...limit, rule: changed(limit.rule) as Excel.DataValidationRule };
}

/** A formula that reads cells beside its own means another thing in each of them. */
export const isRelative = ({ rule }: EntryLimit): boolean =>
  /"=[^"]*(?<!\$)\b[A-Z]{1,3}\$?\d/.test(JSON.stringify(rule));

/** Lays limits on the cells of an area that have one, as few at a time as equal ones stand together. */
export function layLimits(
  sheet: Excel.Worksheet,
  area: { readonly top: number; readonly left: number; readonly rows: number; readonly columns: number },
  limitAt: (row: number, column: number) => EntryLimit | null | undefined,
): void {
  const known = new Map<string, EntryLimit>();
  const found = rectangles(area.rows, area.columns, (row, column) => {
    const limit = limitAt(area.top + row, area.left + column);
    if (!limit) return undefined;
    const key = JSON.stringify(limit) + (isRelative(limit) ? ` ${String(row)},${String(column)}` : '');
    known.set(key, limit);
    return key;
  });
  for (const { key, area: part } of found) {
    const limit = known.get(key);
    if (limit === undefined) continue;
    const { dataValidation } = sheet
      .getRange(
        addressOf({
          top: area.top + part.top,
          bottom: area.top + part.bottom,
          left: area.left + part.left,
          right: area.left + part.right,
        }),
      )
      .untrack();
    dataValidation.rule = limit.rule;
    dataValidation.ignoreBlanks = limit.ignoreBlanks;
    if (limit.errorAlert) dataValidation.errorAlert = limit.errorAlert;
    if (limit.prompt) dataValidation.prompt = limit.prompt;
  }
}

/** The colour of scores above a maximum, as new workbooks have it, on a row of cells. */
export interface OverColour {
  readonly limit: number;
  readonly fill: string | null;
  readonly color: string | null;
}

/** `other`: something else colours the cells too, or this in more than one way: it is not to be laid anew. */
export type Colours = OverColour | 'none' | 'other';

const OVER = /^=?AND\(ISNUMBER\((\$?[A-Z]{1,3}\$?\d{1,7})\),OR\(\1<0,\1>(\d{1,9}(?:\.\d{1,12})?)\)\)$/;

const COLOUR = [
  'type',
  'customOrNullObject/rule/formula',
  'customOrNullObject/format/fill/color',
  'customOrNullObject/format/font/color',
]
  .map((path) => `items/${path}`)
  .join(',');

export function loadColours(range: Excel.Range): Excel.ConditionalFormatCollection {
  const formats = range.conditionalFormats;
  formats.load(COLOUR);
  return formats;
}

export function coloursIn({ items }: Excel.ConditionalFormatCollection): Colours {
  const overs = items.map((item): OverColour | null => {
    const custom = item.customOrNullObject.isNullObject ? null : item.customOrNullObject;
    const limit = custom && OVER.exec(custom.rule.formula)?.[2];
    return custom && limit !== undefined && limit !== null
      ? {
          limit: Number(limit),
          fill: custom.format.fill.color || null,
          color: custom.format.font.color || null,
        }
      : null;
  });
  const [first] = overs;
  if (overs.every((over) => over === null)) return 'none';
  return first && overs.every((over) => JSON.stringify(over) === JSON.stringify(first)) ? first : 'other';
}

/** Anew on these cells alone: the rule that stood there may reach beyond them. */
export function layColour(sheet: Excel.Worksheet, { limit: { first, last } }: LimitChange, over: OverColour): void {
  const { conditionalFormats } = sheet
    .getRange(addressOf({ top: first.row, left: first.column, bottom: last.row, right: last.column }))
    .untrack();
  conditionalFormats.clearAll();
  const { custom } = conditionalFormats.add('Custom');
  const cell = cellName(first);
  custom.rule.formula = `=AND(ISNUMBER(${cell}),OR(${cell}<0,${cell}>${String(over.limit)}))`;
  if (over.fill !== null) custom.format.fill.color = over.fill;
  if (over.color !== null) custom.format.font.color = over.color;
}

export const placeKey = ({ sheet, row, column }: Place): string => `${sheet}!${String(row)},${String(column)}`;
