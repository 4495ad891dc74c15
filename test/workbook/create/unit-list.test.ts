import { parseUnitList, repeatedUnit } from '../../../src/workbook/unit-list';

test.each([
  [
    'names, one a line, blank lines between',
    'Sở Nội vụ\r\n\n  Sở Tài chính ',
    [{ name: 'Sở Nội vụ' }, { name: 'Sở Tài chính' }],
  ],
  [
    'list signs from a document',
    '1. Sở A\n2) Sở B\n- Sở C\n• Sở D',
    [{ name: 'Sở A' }, { name: 'Sở B' }, { name: 'Sở C' }, { name: 'Sở D' }],
  ],
  ['numbering and name, two columns of Excel', '1\tSở A\n2\tSở B', [{ name: 'Sở A' }, { name: 'Sở B' }]],
  ['code and name', 'SNV\tSở Nội vụ', [{ code: 'SNV', name: 'Sở Nội vụ' }]],
  ['numbering, code, name and more', '1\tSNV\tSở Nội vụ\tghi chú', [{ code: 'SNV', name: 'Sở Nội vụ' }]],
  ['a name and a note', 'Sở Nội vụ\tTrưởng khối', [{ name: 'Sở Nội vụ' }]],
  ['a name that begins with a number', '19-5 Quang Trung', [{ name: '19-5 Quang Trung' }]],
  ['a header row', 'STT\tTên đơn vị\n1\tSở A\n2\tSở B', [{ name: 'Sở A' }, { name: 'Sở B' }]],
  ['a header alone above names', 'Đơn vị\nSở A\nSở B', [{ name: 'Sở A' }, { name: 'Sở B' }]],
  [
    'columns in the order of their header',
    'TT\tTên cơ quan, đơn vị\tMã đơn vị\tGhi chú\n1\tSở A\tSA\tkhối trưởng\n2\tSở B\t\t',
    [{ code: 'SA', name: 'Sở A' }, { name: 'Sở B' }],
  ],
  ['numbers that count the lines', '1 Sở A\n2 Sở B', [{ name: 'Sở A' }, { name: 'Sở B' }]],
  ['numbers that are names', '3 Tháng Hai\n2 Tháng Chín', [{ name: '3 Tháng Hai' }, { name: '2 Tháng Chín' }]],
  ['a single line that reads like a header', 'Đơn vị', [{ name: 'Đơn vị' }]],
  ['a mark of byte order', '\uFEFFSở A', [{ name: 'Sở A' }]],
  ['nothing', ' \n\t\n', []],
])('%s', (_, text, units) => {
  expect(parseUnitList(text)).toEqual(units);
});

test.each([
  ['Sở A\nSở B', null],
  ['Sở A\nsở  a', 'sở  a'],
  ['X\tSở A\nx\tSở B', 'x'],
  ['Sở Y te\u0302\nSở Y tê', 'Sở Y tê'],
])('%j repeats %j', (text, repeated) => {
  expect(repeatedUnit(parseUnitList(text))).toBe(repeated);
});
