/** The texts of pane and page: the same places in both languages, and one is one. */
import { fillUi } from '../../src/text/ui';
import { boardText } from '../../src/text/ui-board';
import { EN } from '../../src/text/ui-en';
import { VI } from '../../src/text/ui-vi';

const places = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();

test.each(Object.keys(VI) as (keyof typeof VI)[])(
  '%s: English fills no place that Vietnamese has not, and leaves none out',
  (key) => {
    expect(places(EN[key])).toEqual(places(VI[key]));
  },
);

test.each([
  [0, '0 votes'],
  [1, '1 vote'],
  [2, '2 votes'],
  ['1.5', '1.5 votes'],
])('%s: %s', (n, said) => {
  expect(fillUi('en', '{n} {n|vote|votes}', { n })).toBe(said);
});

test('the Board is told one workbook as one', () => {
  expect(boardText('en', 'summary', { n: 1, valid: 1, wrong: 0, unreadable: 0 })).toBe(
    '1 workbook: 1 valid, 0 with errors, 0 unreadable.',
  );
  expect(boardText('en', 'counts', { errors: 1, warnings: 2 })).toBe('1 error, 2 warnings');
});
