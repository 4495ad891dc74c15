/** Lists and limits for people who type, colours that follow the cells, and the chart. */
import { CHART_NAME, type ChartPlan, type ConditionalStyle, type Validation } from '../sheets/plan';
import { STYLES, type CellStyle } from '../sheets/styles';
import type { Area } from '../sheets/cells';
import { addressOf } from './areas';

export function setUpValidations(sheet: Excel.Worksheet, validations: readonly Validation[]): void {
  for (const validation of validations) {
    const { dataValidation } = sheet.getRange(addressOf(validation.area)).untrack();
    dataValidation.rule = ruleOf(validation);
    if (validation.kind === 'hint') {
      dataValidation.prompt = { message: validation.message, showPrompt: true, title: '' };
      continue;
    }
    const strict = validation.kind === 'decimal' || validation.strict;
    dataValidation.errorAlert = {
      message: validation.message,
      showAlert: true,
      style: strict ? 'Stop' : 'Information',
      title: '',
    };
  }
}

function ruleOf(validation: Validation): Excel.DataValidationRule {
  switch (validation.kind) {
    // A rule that always holds: what is shown needs one to hang on.
    case 'hint':
      return { custom: { formula: '=TRUE' } };
    case 'list':
      return { list: { inCellDropDown: true, source: validation.items.join(',') } };
    case 'listFrom':
      return { list: { inCellDropDown: true, source: `=${validation.formula}` } };
    case 'decimal':
      return validation.max === null
        ? { decimal: { formula1: validation.min, operator: 'GreaterThanOrEqualTo' } }
        : { decimal: { formula1: validation.min, formula2: validation.max, operator: 'Between' } };
  }
}

export function setUpConditional(sheet: Excel.Worksheet, rules: readonly ConditionalStyle[]): void {
  for (const { area, formula, style } of rules) {
    const { custom } = sheet.getRange(addressOf(area)).untrack().conditionalFormats.add('Custom');
    custom.rule.formula = `=${formula}`;
    const { fill, color }: CellStyle = STYLES[style];
    if (fill !== undefined) custom.format.fill.color = fill;
    if (color !== undefined) custom.format.font.color = color;
  }
}

/** Bars beside their names; the names are taken along where they stand beside the values. */
export function setUpChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const { categories, values, at } = plan;
  const source: Area = categories.right === values.left - 1 ? { ...values, left: categories.left } : values;
  const chart = sheet.charts.add('BarClustered', sheet.getRange(addressOf(source)).untrack(), 'Columns');
  chart.name = CHART_NAME;
  chart.title.text = plan.title;
  const [start = '', end = start] = addressOf(at).split(':');
  chart.setPosition(start, end);
}
