/** Forms of formulas that people use: equal to what LibreOffice gives with Vietnamese and with American signs, or "…". */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../../../src/sheets/cells';
import { calculate } from '../../../src/sheets/formula/calculator';
import { Recalculation } from '../../../src/sheets/formula/recalculate';
import { FORMS } from './forms/forms';
import { cellsOf, formsPackage, isSameValue } from './forms/package';

const VALUES = JSON.parse(readFileSync(join(__dirname, 'forms', 'values.json'), 'utf8')) as Readonly<
  Record<string, readonly [vietnamese: Cell['value'], american: Cell['value']]>
>;

/** The forms that keep their "…", and why. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  'decimals or thousands are written otherwise in another office': [
    'COUNTIF(\'Điểm\'!D2:D7,">=90.25")',
    "FIXED('Điểm'!D7,2)",
    'FIXED(1234.5,1)',
    '"Tổng: "&\'Điểm\'!C2',
    'TEXT(94.6,"0.0")',
    'TEXT(1234567,"#,##0")',
    'TEXT(\'Điểm\'!E2,"dddd")',
    'VALUE("9,5")',
    'DATEVALUE("31/12/2025")',
    '"a"<"b"',
  ],
  'LibreOffice 7.4 does not know it, or keeps another error than Excel': [
    "_xlfn.XLOOKUP(\"DV3\",'Điểm'!A2:A7,'Điểm'!D2:D7)",
    "LARGE('Điểm'!D2:D7,9)",
    'RANK(1,DiemKhoi)',
    'SQRT(B1)',
    'VLOOKUP("DV3",\'Điểm\'!A2:D7,7,FALSE)',
  ],
  'the cells it reads are known only once it is calculated, or it changes by itself': [
    "OFFSET('Điểm'!A1,1,2)",
    'INDIRECT("\'Điểm\'!C2")',
    'TODAY()',
  ],
  'a block where programs take a single cell': [
    "AND('Điểm'!C2:C7>0)",
    "LOOKUP(2,1/('Điểm'!F2:F7=\"Sở\"),'Điểm'!B2:B7)",
  ],
};

const open = new Set(Object.values(OPEN).flat());
const recalculation = new Recalculation(cellsOf(formsPackage()), calculate);
const valueOf = (form: string) => recalculation.at(0, FORMS.indexOf(form), 0)?.value;

test('the values of LibreOffice are there for every form', () => {
  expect(Object.keys(VALUES)).toEqual(FORMS);
  expect(new Set(FORMS).size).toBe(FORMS.length);
});

test(`${String(FORMS.length - open.size)} of ${String(FORMS.length)} forms have a value, more than 130 of 150`, () => {
  expect(FORMS.length).toBeGreaterThanOrEqual(150);
  expect(FORMS.filter((form) => valueOf(form) === undefined).sort()).toEqual([...open].sort());
  expect(FORMS.length - open.size).toBeGreaterThanOrEqual(FORMS.length * (130 / 150));
});

test.each(FORMS.filter((form) => !open.has(form)))('=%s', (form) => {
  const value = valueOf(form);
  for (const office of VALUES[form] ?? [])
    if (value === undefined || !isSameValue(value, office)) expect(value).toEqual(office);
});
