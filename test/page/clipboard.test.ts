/** @jest-environment jsdom */
/** Tables of other programs, as those put them on the clipboard, and what the page makes of them. */
import { loadFormats } from '../../src/page/grid/display';
import { cellName, type Place } from '../../src/rules';
import type { Cell, SheetCells, WorkbookCells } from '../../src/sheets/cells';
import type { EntryRules } from '../../src/sheets/entry-rules';
import { readNumbers, trimmed, type Block } from '../../src/page/clipboard/block';
import { copyBlock } from '../../src/page/clipboard/copy-block';
import { pasteBlock, type Target } from '../../src/page/clipboard/paste-block';
import { readClipboard } from '../../src/page/clipboard/read-clipboard';
import { readTsv, writeTsv } from '../../src/page/clipboard/tsv';
import { layOut } from '../../src/page/grid/layout';

beforeAll(loadFormats);

const clip = (text: string, html = '') => ({ getData: (format: string) => (format === 'text/html' ? html : text) });
const values = (block: Block | 'too-large' | null) =>
  block === null || block === 'too-large' ? block : block.map((row) => row.map(({ text, number }) => number ?? text));
const rows = (...texts: readonly (readonly string[])[]): Block => texts.map((row) => row.map((text) => ({ text })));

describe('text with tabs', () => {
  test.each([
    [
      'Windows lines',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['one cell without a line’s end', '9,5', [['9,5']]],
    [
      'blank cells',
      '\t\tx\n\ty\t',
      [
        ['', '', 'x'],
        ['', 'y', ''],
      ],
    ],
    ['line breaks, tabs and quotes in a cell', '"a\nb"\t"c\td"\t"e""f"\n', [['a\nb', 'c\td', 'e"f']]],
    ['a quote inside', '5" ống\tx', [['5" ống', 'x']]],
    ['a quote that is never closed', '"a\tb\nc', [['"a', 'b'], ['c']]],
    ['old Mac lines', 'a\rb', [['a'], ['b']]],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(values(readTsv(text))).toEqual(expected);
  });

  test('what is written is read again', () => {
    const block = rows(['a\nb', 'c\td', 'e"f', '"'], ['', '9,5', ' x ', '']);
    expect(readTsv(writeTsv(block))).toEqual(block);
  });
});

describe('numbers that could be two', () => {
  test.each([
    ['with commas around', ['9,5', '12,125', '1.234,5', '1.000'], [9.5, 12.125, 1234.5, '1.000']],
    ['with points around', ['9.5', '12.125', '1,234.5', '1,000'], [9.5, 12.125, 1234.5, '1,000']],
    ['nothing tells', ['12,125', '1.000', '8'], ['12,125', '1.000', '8']],
    ['both ways', ['9,5', '9.5', '12,125'], ['9,5', '9.5', '12,125']],
    ['codes stay', ['9,5', '1.1', 'I.1', 'KAD'], ['9,5', '1.1', 'I.1', 'KAD']],
  ])('%s', (_, texts, expected) => {
    expect(values(readNumbers(rows(texts)))).toEqual([expected]);
  });
});

/** As LibreOffice Calc 24.2, Excel 365 and Google Sheets write them, shortened. */
const CALC =
  '<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><style type="text/css">td{font-size:x-small}</style></head><body><table cellspacing="0" border="0"><colgroup width="85"></colgroup><tr><td height="17" align="left">Sở A</td><td align="right" sdval="9.25" sdnum="1066;">9,25</td><td align="right" sdval="0.955" sdnum="1066;0;0,0%">95,5%</td></tr><tr><td height="17" align="left"><br></td><td align="right" sdval="1234.5" sdnum="1066;0;#.##0,00">1.234,50</td><td align="right" sdval="45275" sdnum="1066;0;DD/MM/YYYY">15/12/2023</td></tr></table></body></html>';
const EXCEL = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15"><style><!--.xl65{mso-number-format:"\\@";}--></style></head><body><table border=0 cellpadding=0>
<!--StartFragment-->
 <col width=64 span=3>
 <tr height=20>
  <td height=20 class=xl65 colspan=2 width=64>Sở A<span
  style='mso-spacerun:yes'>  </span></td>
  <td align=right width=64 x:num="9.25">9,25</td>
 </tr>
 <tr height=20><td rowspan=2>I.1</td><td align=right>8,5</td><td>dòng<br>
    hai</td></tr>
 <tr><td>&nbsp;</td><td>=1+1</td></tr>
<!--EndFragment-->
</table></body></html>`;
const GOOGLE =
  '<meta charset="utf-8"><google-sheets-html-origin><style type="text/css"></style><table><tbody><tr><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:9.5}">9,5</td><td>x</td></tr></tbody></table>';

describe('tables', () => {
  test('of LibreOffice: exact numbers; shares and days as they are seen', () => {
    expect(values(readClipboard(clip('', CALC)))).toEqual([
      ['Sở A', 9.25, '95,5%'],
      ['', 1234.5, '15/12/2023'],
    ]);
  });
  test('of Excel: merged cells hold their text once, a formula in a text stays a text', () => {
    expect(values(readClipboard(clip('', EXCEL)))).toEqual([
      ['Sở A', '', 9.25],
      ['I.1', 8.5, 'dòng\nhai'],
      ['', '', '=1+1'],
    ]);
  });
  test('of Google', () => {
    expect(values(readClipboard(clip('9,5\tx', GOOGLE)))).toEqual([[9.5, 'x']]);
  });
  test('scripts are neither run nor read', () => {
    const html =
      '<table><tr><td>a<script>window.ran = true</script><img src=x onerror="window.ran = true"></td></tr></table>';
    expect(values(readClipboard(clip('', html)))).toEqual([['a']]);
    expect('ran' in window).toBe(false);
  });
  test('HTML without a table: the text counts', () => {
    expect(values(readClipboard(clip('9,5\t8', '<p>9,5 8</p>')))).toEqual([[9.5, '8']]);
  });
  test('blank lines and columns at the ends are left out, a single blank cell is not', () => {
    expect(trimmed(rows(['a', '', ''], ['', '', ''], ['', '', '']))).toEqual(rows(['a']));
    expect(values(readClipboard(clip('\n')))).toEqual([['']]);
    expect(readClipboard(clip(''))).toBeNull();
  });
  test('more than the page takes is refused, not cut', () => {
    expect(readClipboard(clip('x\t'.repeat(30_000)))).toBe('too-large');
    expect(readClipboard(clip('x'.repeat(10_000_000)))).toBe('too-large');
    expect(readClipboard(clip('', `<table><tr>${'<td colspan=1000>x</td>'.repeat(100)}</tr></table>`))).toBe(
      'too-large',
    );
  });
});

const cell = (value: Cell['value'], more: Partial<Cell> = {}): Cell => ({ value, ...more });
const sheet: SheetCells = {
  name: 'Chấm điểm',
  state: 'visible',
  stamp: null,
  protected: false,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [{ top: 4, bottom: 5, left: 1, right: 2 }],
  rows: [
    [cell('Mã'), cell('Điểm'), cell('Tỷ lệ'), cell('Có')],
    [cell('I.1'), cell(9), cell(0.5, { format: '0%' })],
    [],
    [],
    [undefined, cell('gộp')],
  ],
};
const workbook: WorkbookCells = { sheets: [sheet], date1904: false, structureProtected: false };
const list: EntryRules = {
  sheet: 'Chấm điểm',
  isProtected: false,
  hasPassword: false,
  cells: new Map(),
  openRows: new Set(),
  openColumns: [],
  lists: [{ areas: [{ top: 1, bottom: 9, left: 3, right: 3 }], formula: '"có,không"', isStrict: true }],
};
const target = (top: number, left: number, bottom = top, right = left, rules: EntryRules | null = list): Target => ({
  workbook,
  sheet,
  layout: layOut(sheet),
  area: { top, left, bottom, right },
  rules,
});
const told = (fixes: readonly { readonly place: Place; readonly value: unknown }[]) =>
  fixes.map(({ place, value }) => `${cellName(place)}=${String(value)}`);

describe('pasted', () => {
  test('a block at the first cell; codes stay texts, numbers are numbers, what is there already is no change', () => {
    expect(told(pasteBlock(rows(['1.10', '9,5', '95%'], ['I.1', '9', '50%']), target(1, 0)).fixes)).toEqual([
      'A2=1.10',
      'B2=9.5',
      'C2=0.95',
      'A3=I.1',
      'B3=9',
      'C3=50%',
    ]);
    expect(told(pasteBlock(rows(['I.1', '9', '50%']), target(1, 0)).fixes)).toEqual([]);
  });
  test('an exact number goes into a column of codes as it is seen', () => {
    expect(
      told(
        pasteBlock(
          [
            [
              { text: '1,10', number: 1.1 },
              { text: '9,3', number: 9.25 },
            ],
          ],
          target(2, 0),
        ).fixes,
      ),
    ).toEqual(['A3=1,10', 'B3=9.25']);
  });
  test('one cell fills the selection, a block is repeated where it fits in several times', () => {
    expect(told(pasteBlock(rows(['7']), target(1, 1, 3, 1)).fixes)).toEqual(['B2=7', 'B3=7', 'B4=7']);
    expect(told(pasteBlock(rows(['1', '2']), target(2, 1, 3, 2)).fixes)).toEqual(['B3=1', 'C3=2', 'B4=1', 'C4=2']);
    expect(told(pasteBlock(rows(['1', '2']), target(2, 1, 3, 1)).fixes)).toEqual(['B3=1', 'C3=2']);
  });
  test('blanks empty the cells below them', () => {
    expect(told(pasteBlock(rows(['I.2', '']), target(1, 0)).fixes)).toEqual(['A2=I.2', 'B2=']);
  });
  test('what a cell cannot take is named, the rest is pasted', () => {
    const { fixes, refused } = pasteBlock(
      rows(['8', '1', 'Có'], ['9', '', 'có lẽ'], ['10', '2', ''], ['11', '3', 'không'], ['12', '4', '']),
      target(1, 1),
    );
    expect(told(fixes)).toEqual(['B2=8', 'C2=1', 'D2=Có', 'B3=9', 'B4=10', 'C4=2', 'B5=11', 'D5=không']);
    expect(refused.map(({ place, why }) => `${cellName(place)} ${why}`)).toEqual([
      'D3 list',
      'C5 covered',
      'B6 covered',
      'C6 covered',
    ]);
  });
  test('a password keeps its cells', () => {
    const locked: EntryRules = { ...list, isProtected: true, hasPassword: true, openRows: new Set([2]) };
    const { fixes, refused } = pasteBlock(rows(['8'], ['9']), target(1, 1, 1, 1, locked));
    expect([told(fixes), refused.map(({ place, why }) => `${cellName(place)} ${why}`)]).toEqual([
      ['B3=9'],
      ['B2 password'],
    ]);
  });
  test('beyond the last column nothing is lost in silence', () => {
    expect(pasteBlock(rows(['1', '2']), target(0, 16_383)).refused.map(({ why }) => why)).toEqual(['outside']);
  });
});

test('copied as text and as a table: merged cells, exact numbers, codes kept as texts', () => {
  const { text, html } = copyBlock(sheet, layOut(sheet), { top: 1, left: 0, bottom: 5, right: 2 }, { date1904: false });
  expect(text).toBe('I.1\t9\t50%\r\n\t\t\r\n\t\t\r\n\tgộp\t\r\n\t\t');
  expect(html).toContain('<td sdval="9" x:num="9">9</td>');
  expect(html).toContain('colspan="2" rowspan="2"');
  expect(html).toContain(String.raw`mso-number-format:'\@'`);
  expect(values(readClipboard(clip(text, html)))?.[0]).toEqual(['I.1', 9, '50%']);
});

test('a copied text is no HTML of its own', () => {
  const evil: SheetCells = { ...sheet, merges: [], rows: [[cell('<img src=x onerror=alert(1)>"&')]] };
  expect(copyBlock(evil, layOut(evil), { top: 0, left: 0, bottom: 0, right: 0 }, { date1904: false }).html).not.toMatch(
    /<img/,
  );
});
