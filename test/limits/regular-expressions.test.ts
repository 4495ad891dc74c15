import { expressionsIn, worstText } from './regular-expressions';

const { literals, built } = expressionsIn('src');

test('they are all found', () => {
  expect(literals.length).toBeGreaterThan(100);
});

test('of a long text each makes work that grows with its length alone', () => {
  expect(
    literals.flatMap(({ where, pattern }) => {
      const worst = worstText(pattern);
      return worst === null ? [] : [`${where} over ${worst}`];
    }),
  ).toEqual([]);
}, 600_000);

test('the measure tells: one that goes back over spaces, over brackets, in two ways, from anywhere', () => {
  for (const bad of [/\s*%$/, /\[[^\]]*\]/g, /^(.+?)\s*%/, /^(?:a+)+b$/, /\(see .*$/])
    expect(worstText(bad)).not.toBeNull();
  for (const good of [/%$/, /\[[^[\]]*\]/g, /^\s*%/, /^a+b$/]) expect(worstText(good)).toBeNull();
});

// Built from parts they cannot be read off the source: each new one is looked at, and named here. All are anchored, sticky, bounded, a row of given words or over a single tag.
test('expressions built while the program runs are few and known', () => {
  expect(built.map((each) => each.slice(0, each.indexOf(' ')))).toEqual([
    'src/excel/stamp.ts',
    'src/page/clipboard/block.ts',
    'src/rules/model/cells.ts',
    'src/sheets/formula/tokens.ts',
    'src/sheets/stamp.ts',
    'src/workbook/adopt/labels.ts',
    'src/workbook/adopt/labels.ts',
    'src/workbook/next-year.ts',
    'src/workbook/read/info.ts',
    'src/workbook/read/legacy.ts',
    'src/xlsx/markup.ts',
  ]);
});
