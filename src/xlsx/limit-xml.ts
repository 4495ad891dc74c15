/** What may be typed into cells, and what colours them when it is wrong, changed for an area (ECMA-376 Part 1, §18.3.1.32, §18.3.1.18). */
import type { LimitChange } from '../rules';
import type { Area } from '../sheets/cells';
import { overlap, readAreas, without, writtenAreas } from './area-list';
import { shiftFormula, takeApart } from '../sheets/formula/relative';
import { setAttribute } from './markup';
import { applySplices } from './splice';
import type { Splice } from './splice';
import { XmlScanner } from './xml-scanner';
import { escapeXml } from './xml-text';

/** A rule over cells: its element, where it lies and the formulas inside. */
interface Rule {
  readonly start: number;
  readonly tagEnd: number;
  readonly end: number;
  readonly areas: readonly Area[];
  readonly formulas: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  /** The formulas after the change; null: the rule says something else. */
  readonly changed: readonly string[] | null;
}

export function limitXml(xml: string, part: string, change: LimitChange): string {
  const area: Area = {
    top: change.limit.first.row,
    left: change.limit.first.column,
    bottom: change.limit.last.row,
    right: change.limit.last.column,
  };
  const scanner = new XmlScanner(xml, part);
  const splices: Splice[] = [];
  let list: { readonly from: number; readonly to: number; count: number } | null = null;
  let added = 0;
  while (scanner.next()) {
    if (scanner.closing) {
      if (scanner.name === 'dataValidations' && list !== null && added > 0)
        splices.push({
          from: list.from,
          to: list.to,
          text: setAttribute(xml.slice(list.from, list.to), 'count', String(list.count + added)),
        });
      continue;
    }
    if (scanner.name === 'dataValidations') list = { from: scanner.start, to: scanner.end, count: 0 };
    const isValidation = scanner.name === 'dataValidation';
    if (!isValidation && scanner.name !== 'conditionalFormatting') continue;
    if (isValidation && list !== null) list.count++;
    const rule = readRule(scanner, isValidation, change);
    const inside = rule.areas.flatMap((one) => overlap(one, area) ?? []);
    if (rule.changed === null || inside.length === 0) continue;
    const outside = rule.areas.flatMap((one) => without(one, area));
    if (outside.length === 0)
      splices.push({ from: rule.start, to: rule.end, text: written(xml, rule, inside, change, true) });
    else {
      if (isValidation) added++;
      splices.push({
        from: rule.start,
        to: rule.end,
        text: written(xml, rule, outside, change, false) + written(xml, rule, inside, change, true),
      });
    }
  }
  return applySplices(xml, splices);
}

function readRule(scanner: XmlScanner, isValidation: boolean, { from, to }: LimitChange): Rule {
  const { name, start, end: tagEnd, empty } = scanner;
  const [type, operator] = [scanner.attribute('type'), scanner.attribute('operator') ?? 'between'];
  const areas = readAreas(scanner.attribute('sqref') ?? '');
  const formulas: { from: number; to: number; text: string }[] = [];
  let rules = 0;
  while (!empty && scanner.next() && scanner.name !== name) {
    if (scanner.closing) continue;
    if (scanner.name === 'cfRule') rules++;
    if (!['formula', 'formula1', 'formula2'].includes(scanner.name)) continue;
    const at = scanner.end;
    const text = scanner.content();
    formulas.push({ from: at, to: scanner.start, text });
  }
  const texts = formulas.map(({ text }) => text);
  const changed = !isValidation
    ? rules === 1 && texts.length === 1
      ? overMaximum(texts[0] ?? '', from, to)
      : null
    : typeof from === 'string'
      ? type === 'list' && texts[0] === from
        ? [String(to)]
        : null
      : type === 'decimal' && operator === 'between' && texts.length === 2 && Number(texts[1]) === from
        ? [texts[0] ?? '0', String(to)]
        : null;
  return { start, tagEnd, end: scanner.end, areas, formulas, changed };
}

const OVER = /^(AND\(ISNUMBER\((\$?[A-Z]{1,3}\$?\d{1,7})\),OR\(\2<0,\2>)(\d+(?:\.\d+)?)(\)\))$/;

/** The colour of a score above its maximum, as new workbooks have it. */
function overMaximum(formula: string, from: number | string, to: number | string): readonly string[] | null {
  const [, before = '', , limit = '', behind = ''] = OVER.exec(formula) ?? [];
  return before !== '' && Number(limit) === from ? [`${before}${String(to)}${behind}`] : null;
}

/** The rule over these areas; its formulas are written for the first of their cells. */
function written(xml: string, rule: Rule, areas: readonly Area[], change: LimitChange, isChanged: boolean): string {
  const [was, is] = [corner(rule.areas), corner(areas)];
  const tag = xml.slice(rule.start, rule.tagEnd);
  const told = isChanged && change.message !== undefined && /\serror\s*=/.test(tag);
  const head = setAttribute(
    told ? setAttribute(tag, 'error', escapeXml(change.message ?? '')) : tag,
    'sqref',
    writtenAreas(areas),
  );
  const texts = isChanged ? (rule.changed ?? []) : rule.formulas.map(({ text }) => text);
  return (
    head +
    applySplices(
      xml.slice(rule.tagEnd, rule.end),
      rule.formulas.map(({ from, to }, index) => ({
        from: from - rule.tagEnd,
        to: to - rule.tagEnd,
        text: escapeXml(shiftFormula(takeApart(texts[index] ?? ''), is.row - was.row, is.column - was.column)),
      })),
    )
  );
}

const corner = (areas: readonly Area[]): { readonly row: number; readonly column: number } => ({
  row: Math.min(...areas.map(({ top }) => top)),
  column: Math.min(...areas.map(({ left }) => left)),
});
