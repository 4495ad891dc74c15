/* global Excel, Office */
/**
 * Questions to an Excel, on a scratch sheet that they delete again. Paste this file into the console of
 * the pane's developer tools in a real Excel and call `recordExcel()`; keep what it prints as
 * docs/excel-that/<version>.json. A test asks the stand-in the same: where the answers differ, the
 * stand-in is wrong.
 */
globalThis.recordExcel = async () => {
  const SCRATCH = 'thidua-thu';
  const set = (range, property, value) => {
    range[property] = value;
  };
  const read = async (context, range, ...properties) => {
    range.load(properties.join(','));
    await context.sync();
    return properties.length === 1 ? range[properties[0]] : properties.map((property) => range[property]);
  };

  /** Name → what to do on the scratch sheet; the answer is what it returns, or the code of its error. */
  const PROBES = {
    'an apostrophe marks a text': async (context, sheet) => {
      set(sheet.getRange('A1'), 'values', [["'=1+1"]]);
      return read(context, sheet.getRange('A1'), 'values', 'formulas');
    },
    'a text that begins with @': async (context, sheet) => {
      set(sheet.getRange('A1'), 'values', [['@x']]);
      return read(context, sheet.getRange('A1'), 'formulas');
    },
    'a number put into a text cell': async (context, sheet) => {
      set(sheet.getRange('A1'), 'numberFormat', [['@']]);
      set(sheet.getRange('A1'), 'values', [[9.5]]);
      return read(context, sheet.getRange('A1'), 'values');
    },
    'an apostrophe in a text cell': async (context, sheet) => {
      set(sheet.getRange('A1'), 'numberFormat', [['@']]);
      set(sheet.getRange('A1'), 'values', [["'01"]]);
      return read(context, sheet.getRange('A1'), 'values');
    },
    'a text that looks like a number': async (context, sheet) => {
      set(sheet.getRange('A1'), 'values', [['01']]);
      return read(context, sheet.getRange('A1'), 'values');
    },
    'clearing takes merged cells apart': async (context, sheet) => {
      sheet.getRange('A1:B1').merge();
      await context.sync();
      sheet.getRange().clear();
      set(sheet.getRange('A1:B1'), 'values', [[1, 2]]);
      return read(context, sheet.getRange('A1:B1'), 'values');
    },
    'a value under a merged cell': async (context, sheet) => {
      sheet.getRange('A1:B1').merge();
      set(sheet.getRange('A1:B1'), 'values', [[1, 2]]);
      return read(context, sheet.getRange('A1:B1'), 'values');
    },
    'an array of the wrong size': async (context, sheet) => {
      set(sheet.getRange('A1:B2'), 'values', [[1, 2]]);
      await context.sync();
      return 'taken';
    },
    'rows that differ in being hidden': async (context, sheet) => {
      set(sheet.getRange('2:2'), 'rowHidden', true);
      return read(context, sheet.getRange('1:3'), 'rowHidden');
    },
    'which rows are hidden, in one answer': async (context, sheet) => {
      set(sheet.getRange('2:2'), 'rowHidden', true);
      const rows = sheet.getRange('A1:A3').getRowProperties({ rowHidden: true });
      await context.sync();
      return rows.value.map(({ rowHidden }) => rowHidden);
    },
    'the text of a day': async (context, sheet) => {
      set(sheet.getRange('A1'), 'numberFormat', [['dd/mm/yyyy']]);
      set(sheet.getRange('A1'), 'values', [[46037]]);
      set(sheet.getRange('A1').format, 'columnWidth', 5);
      return read(context, sheet.getRange('A1'), 'text');
    },
    'a chart found by its name, and deleted': async (context, sheet) => {
      set(sheet.getRange('A1:B2'), 'values', [
        ['a', 1],
        ['b', 2],
      ]);
      set(sheet.charts.add('BarClustered', sheet.getRange('A1:B2'), 'Columns'), 'name', 'thidua_thu');
      const find = async () => {
        const chart = sheet.charts.getItemOrNullObject('thidua_thu');
        chart.load('name');
        await context.sync();
        return chart.isNullObject;
      };
      const before = await find();
      sheet.charts.getItem('thidua_thu').delete();
      return [before, await find()];
    },
    'clearing a whole sheet leaves its charts': async (context, sheet) => {
      set(sheet.getRange('A1:B2'), 'values', [
        ['a', 1],
        ['b', 2],
      ]);
      sheet.charts.add('BarClustered', sheet.getRange('A1:B2'), 'Columns');
      sheet.getRange().clear();
      sheet.charts.load('items/name');
      await context.sync();
      return sheet.charts.items.length;
    },
    'the used range of an empty sheet': async (context, sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      return used.isNullObject ? 'nothing' : used.address;
    },
    'formats alone are not used': async (context, sheet) => {
      sheet.getRange('A1:C9').format.fill.color = '#FFFF00';
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      return used.isNullObject ? 'nothing' : used.address;
    },
    'the name of a text': async (context, sheet) => {
      const item = sheet.names.add('thidua_thu', '="một ""hai"""');
      item.visible = false;
      item.load('formula,value');
      await context.sync();
      return [item.formula, item.value];
    },
    'the name of a long text in two pieces': async (context, sheet) => {
      const item = sheet.names.add('thidua_thu', `="${'a'.repeat(250)}"&"b"`);
      item.load('formula');
      await context.sync();
      return item.formula.length;
    },
    'a name that is not there': async (context, sheet) => {
      const item = sheet.names.getItemOrNullObject('thidua_khong');
      item.load('formula');
      await context.sync();
      return item.isNullObject;
    },
    'what hangs on a sheet that is not there': async (context) => {
      const used = context.workbook.worksheets.getItemOrNullObject('không có').getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      return used.isNullObject;
    },
    'a link and its text': async (context, sheet) => {
      set(sheet.getRange('A1'), 'hyperlink', { documentReference: `'${SCRATCH}'!B2`, textToDisplay: 'C7' });
      return read(context, sheet.getRange('A1'), 'values');
    },
    'selecting on a sheet that is not active': async (context, sheet) => {
      sheet.getRange('A1').select();
      await context.sync();
      return 'selected';
    },
    'merging inside a table': async (context, sheet) => {
      sheet.tables.add('A1:B3', true);
      await context.sync();
      sheet.getRange('A2:B2').merge();
      await context.sync();
      return 'merged';
    },
    'unprotecting what is not protected': async (context, sheet) => {
      sheet.protection.unprotect();
      await context.sync();
      return 'unprotected';
    },
    'a second sheet of one name': async (context) => {
      context.workbook.worksheets.add(SCRATCH.toUpperCase());
      await context.sync();
      return 'added';
    },
  };

  const answers = {};
  for (const [name, probe] of Object.entries(PROBES)) {
    answers[name] = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(SCRATCH);
      await context.sync();
      return probe(context, sheet);
    }).catch((error) => `error: ${error.code}`);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(SCRATCH);
      sheet.load('name');
      await context.sync();
      if (!sheet.isNullObject) sheet.delete();
      await context.sync();
    });
  }
  const host = typeof Office === 'undefined' ? null : (Office.context?.diagnostics ?? null);
  const record = JSON.stringify({ host, answers }, null, 2);
  console.log(record);
  return record;
};
