/** How cells are shown, against LibreOffice: the table stands in number-formats.ts, so that it holds without LibreOffice too. */
import { kindOfFormat } from '../../../src/sheets/number-format';
import { rendered } from '../../../src/workbook/read/rendered';
import { missingProgram } from '../../print/office';
import { shownByLibreOffice } from './libreoffice-shows';
import { FORMATS, SHOWN, VALUES } from './number-formats';

const missing = missingProgram();

/** 8.575 is 857.5 % and shows as 858 %, as in Excel; LibreOffice multiplies the binary number first. */
const OTHERWISE: ReadonlySet<string> = new Set(['0% 8.575', '0%% 8.575']);

test('at least 60 formats', () => {
  expect(new Set(FORMATS).size).toBeGreaterThanOrEqual(60);
});

test.each(FORMATS.map((format, row) => [format, row] as const))('%j', (format, row) => {
  const columns = VALUES.flatMap((value, column) => (OTHERWISE.has(`${format} ${String(value)}`) ? [] : [column]));
  expect(
    columns.map((column) =>
      rendered({ value: VALUES[column] ?? null, format })
        .trim()
        .replace(/\s+/gu, ' '),
    ),
  ).toEqual(columns.map((column) => SHOWN[row]?.[column]));
});

(missing === null ? test : test.skip)(
  `the table is what LibreOffice shows${missing === null ? '' : ` (${missing} is not installed)`}`,
  () => {
    expect(shownByLibreOffice()).toEqual(SHOWN);
  },
);

test('a per cent in quotes makes no percentage', () => {
  expect(['0%', '0.00"%"', 'dd/mm/yyyy', '[h]:mm', '"ngày" 0', '[Red]0.0%'].map(kindOfFormat)).toEqual([
    'percent',
    'number',
    'date',
    'date',
    'number',
    'percent',
  ]);
});

test('what is no format shows something and throws nothing', () => {
  for (const format of [
    '[',
    '[[[',
    '"',
    '\\',
    '0/',
    'E+',
    '0E',
    '[h',
    '[$',
    '[>',
    'xyz0',
    '_',
    '*',
    '[Color 99]0',
    '[$-FFFFFFFF]0',
    '['.repeat(64_000),
    '[h'.repeat(32_000),
    '?/'.repeat(120),
  ]) {
    expect(typeof rendered({ value: 24.25, format })).toBe('string');
  }
});
