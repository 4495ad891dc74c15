/** What stands twice in the description of the workbook, so that a door need not load all of it, says the same. */
import { CODE_HEADERS, INPUT_SHEETS, SHEETS, type Column } from '../../src/workbook/layout';

test('the headers of codes are those of the keys and of the columns that refer to others', () => {
  const referring = new Set(['scope', 'unit', 'units', 'criterion', 'value']);
  const headers = Object.values(SHEETS).flatMap(({ key, columns }) =>
    Object.entries<Column>(columns).flatMap(([name, { header }]) =>
      name === key || referring.has(name) ? [header] : [],
    ),
  );
  expect(new Set(headers)).toEqual(new Set(CODE_HEADERS));
});

test('every input sheet has its name from the one list, in the order of writing', () => {
  expect(Object.entries(SHEETS).map(([key, { name }]) => [key, name])).toEqual(Object.entries(INPUT_SHEETS));
});
