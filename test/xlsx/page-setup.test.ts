/** A score sheet that somebody else set up, laid anew for print, and put back to the last byte. */
import { smallPrint } from '../../src/board/small-print';
import { isPrint, type PrintReturn, type WorkbookChange } from '../../src/rules';
import { MINH_HOA } from '../../src/regulations';
import { readUndoNote, undoNote } from '../../src/workbook/change/undo-note';
import { createPackage, editCells } from '../../src/xlsx';
import { blocPlans } from '../workbook/blocs';
import { cellsIn, done, undone, valueOf } from '../workbook/change/support';
import { editParts } from '../print/office';
import { changedParts, partsOf, textOf, valuesOf } from './support/compare';
import { notValidated, validate } from './support/schema';

const SCORES = 'xl/worksheets/sheet6.xml';
const created = (units: number): Uint8Array => createPackage(blocPlans({ units, seed: 24, regulation: MINH_HOA }));

/** 24 units on the width of one page, as workbooks were made before, with what the office set up beside it. */
const old = (prefix = ''): Uint8Array => {
  const own = (xml: string): string => xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  const sheet = editParts(created(24), /^xl\/worksheets\/sheet6\.xml$/, (xml) => {
    const changed = xml
      .replace(
        /<worksheet([^>]*)>/,
        '<worksheet$1><sheetPr><tabColor rgb="FF00AA00"/><pageSetUpPr fitToPage="1"/></sheetPr>',
      )
      .replace(
        /<printOptions[^]*<\/colBreaks>/,
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;LPhòng Thi đua</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="20" max="16383" man="1"/></rowBreaks>',
      );
    return prefix === ''
      ? changed
      : changed.replace(
          /^(<\?[^>]*>\s*)([^]*)$/,
          (_, head: string, rest: string) => head + own(rest).replace(' xmlns=', ` xmlns:${prefix.slice(0, -1)}=`),
        );
  });
  return editParts(sheet, /^xl\/workbook\.xml$/, (xml) =>
    xml.replace(/<definedName name="_xlnm\.Print_[^]*?<\/definedName>/g, (name) =>
      name.includes('Chấm điểm') ? '' : name,
    ),
  );
};
const lay = (file: Uint8Array, paper: 'A4' | 'A3' = 'A4') => done(file, { kind: 'layPages', paper });
const returnOf = (undo: readonly WorkbookChange[]): PrintReturn =>
  undo.filter(isPrint).find((one): one is PrintReturn => 'now' in one) as PrintReturn;

describe.each(['', 'x:'])('elements with the prefix “%s”', (prefix) => {
  test('laid: readable, whole units on a page, no cell other; undone: every part as it was', () => {
    const before = old(prefix);
    expect(smallPrint(cellsIn(before))).toHaveLength(1);
    const result = lay(before);
    expect(smallPrint(cellsIn(result.file))).toEqual([]);
    expect(changedParts(before, result.file)).toEqual(['xl/workbook.xml', SCORES]);
    expect(valuesOf(result.file)).toEqual(valuesOf(before));
    const xml = textOf(result.file, SCORES).replaceAll(prefix || '\0', '');
    expect(xml).toContain('<tabColor rgb="FF00AA00"/><pageSetUpPr fitToPage="0"/>');
    expect(xml).toContain('<oddFooter>&amp;LPhòng Thi đua</oddFooter>');
    expect(xml).not.toContain('<rowBreaks');
    expect(textOf(result.file, 'xl/workbook.xml')).toContain("'Chấm điểm'!$A:$C,'Chấm điểm'!$3:$4");
    const again = undone(result);
    expect(changedParts(before, again)).toEqual([]);
  });
});

test('as a new workbook of the same units is laid, on either paper', () => {
  for (const paper of ['A4', 'A3'] as const) {
    const fresh = createPackage(blocPlans({ units: 24, seed: 24, regulation: MINH_HOA, paper }));
    const [laid, wanted] = [textOf(lay(old(), paper).file, SCORES), textOf(fresh, SCORES)];
    for (const element of [/<pageSetup [^>]*>/, /<pageMargins [^>]*>/, /<colBreaks[^]*<\/colBreaks>/])
      expect(element.exec(laid)?.[0]).toBe(element.exec(wanted)?.[0]);
  }
});

test('no page begins within the columns of a unit', () => {
  const starts = [...textOf(lay(old()).file, SCORES).matchAll(/<brk id="(\d+)" max="1048575"/g)].map(([, at]) =>
    Number(at),
  );
  expect(starts.length).toBeGreaterThan(2);
  expect(starts.filter((at) => (at - 3) % 3 !== 0)).toEqual([]);
});

test('a wide name column, hidden units and narrow ones are reckoned with as they stand', () => {
  const wide = editParts(old(), /sheet6\.xml$/, (xml) =>
    xml.replace('<col min="2" max="2" width="46"', '<col min="2" max="2" width="90"'),
  );
  const hidden = editParts(old(), /sheet6\.xml$/, (xml) =>
    xml.replace(/<col min="(\d+)" max="\1" width="8"/g, (col, at: string) =>
      Number(at) > 39 ? `${col} hidden="1"` : col,
    ),
  );
  const pages = (file: Uint8Array): number => (textOf(file, SCORES).match(/max="1048575"/g)?.length ?? 0) + 1;
  expect(pages(lay(wide).file)).toBeGreaterThan(pages(lay(old()).file));
  expect(pages(lay(hidden).file)).toBeLessThan(pages(lay(old()).file));
  for (const file of [wide, hidden]) expect(smallPrint(cellsIn(lay(file).file))).toEqual([]);
});

test('set up anew by hand since then: the way back is refused, and nothing changes', () => {
  const { file, undo } = lay(old());
  const byHand = editParts(file, /sheet6\.xml$/, (xml) =>
    xml.replace('orientation="landscape"', 'orientation="portrait"'),
  );
  const result = editCells(byHand, undo);
  expect(result).toMatchObject({ ok: false, error: { code: 'cells-changed', sheet: 'Chấm điểm' } });
});

test('a note that someone made up puts nothing else into the file', () => {
  const { file, undo } = lay(old());
  const way = returnOf(undo);
  const forged = (back: Readonly<Record<string, string>>): WorkbookChange[] => [
    { ...way, back: { ...way.back, ...back } },
  ];
  const evil = [
    { pageSetup: '<pageSetup r:id="rId99"/>' },
    { pageSetup: '<drawing r:id="rId1"/>' },
    { pageSetup: '<pageSetup/><sheetData/>' },
    { headerFooter: '<headerFooter><oddHeader>x</oddHeader><f>1</f></headerFooter>' },
    { colBreaks: '<colBreaks' },
    { fit: '<pageSetUpPr fitToPage="1"/><tabColor/>' },
    { '_xlnm.Print_Area': '<definedName name="thidua_stamp" localSheetId="3">"x"</definedName>' },
    { '_xlnm.Print_Area': '<definedName name="Khac">1</definedName>' },
    { pageMargins: '<!-- x -->' },
  ];
  for (const back of evil) {
    const note = readUndoNote(undoNote(forged(back)));
    expect([back, editCells(file, note ?? []).ok]).toEqual([back, false]);
  }
  const less = Object.fromEntries(Object.entries(way.back).filter(([part]) => part !== 'pageSetup'));
  expect(editCells(file, [{ ...way, back: less }]).ok).toBe(false);
  expect(readUndoNote(undoNote([{ ...way, back: { pageSetup: 7 } } as unknown as WorkbookChange]))).toBeNull();
  expect(partsOf(valueOf(editCells(file, readUndoNote(undoNote(undo)) ?? [])).bytes)).toEqual(partsOf(old()));
});

test('undone and done again', () => {
  const { file, undo } = lay(old());
  const back = valueOf(editCells(file, undo));
  const forth = valueOf(editCells(back.bytes, back.previous));
  expect(changedParts(forth.bytes, file)).toEqual([]);
});

test('a unit more or fewer: pages that the program laid end between units again, others stay', () => {
  const pageOf = (file: Uint8Array): string =>
    /<pageSetup [^>]*>/.exec(textOf(file, SCORES))?.[0] +
    (/<colBreaks[^]*<\/colBreaks>/.exec(textOf(file, SCORES))?.[0] ?? '');
  const added = done(created(10), { kind: 'addUnit', name: 'Đơn vị số 11' });
  expect(pageOf(added.file)).toBe(pageOf(created(11)));
  expect(pageOf(undone(added))).toBe(pageOf(created(10)));
  const fewer = done(created(10), { kind: 'removeUnit', unit: 'Đơn vị số 04' });
  expect(pageOf(fewer.file)).toBe(pageOf(created(9)));
  const own = done(old(), { kind: 'addUnit', name: 'Đơn vị số 25' });
  expect(pageOf(own.file)).toBe(pageOf(old()));
});

test('the rebuilt score sheet is laid too, on the paper that it has', () => {
  const a3 = editParts(old(), /sheet6\.xml$/, (xml) => xml.replace('paperSize="9"', 'paperSize="8"'));
  const without = done(a3, {
    kind: 'removeUnit',
    unit: cellsIn(a3).sheets.find(({ name }) => name === 'Đơn vị')?.rows[3]?.[1]?.value as string,
  }).file;
  const lost = valueOf(
    editCells(a3, [{ remove: 'columns', sheet: 'Chấm điểm', at: 3, count: 3, like: 6, overLocked: true }]),
  ).bytes;
  expect(without).toBeDefined();
  const { file, proposal, undo } = done(lost, { kind: 'rebuild' });
  expect(proposal.lines.at(-1)).toMatchObject({ kind: 'pages', sheet: 'Chấm điểm', paper: null });
  expect(/<pageSetup [^>]*>/.exec(textOf(file, SCORES))?.[0]).toMatch(/paperSize="8" scale="\d+"/);
  expect(smallPrint(cellsIn(file))).toEqual([]);
  const again = undone({ file, undo });
  expect(textOf(again, SCORES).slice(-900)).toBe(textOf(lost, SCORES).slice(-900));
});

(notValidated() === null ? test : test.skip)(
  `valid against the schema, laid and put back (${notValidated() ?? 'xmllint'})`,
  () => {
    const before = old();
    const result = lay(before);
    const { complaints, validated } = validate([
      { what: 'laid', before, after: result.file },
      { what: 'put back', before: result.file, after: undone(result) },
    ]);
    expect([complaints, validated]).toEqual([[], 4]);
  },
);
