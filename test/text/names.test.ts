/** Sentences speak of units, awards and conditions by name: over all samples and all small faulty workbooks. */
import { readFileSync } from 'node:fs';
import { bookNames, issue, nameIssue, trace, type Book } from '../../src/rules';
import { issueSides, issueText, LANGS, reasonText, tieBrokenText } from '../../src/text';
import { stepText } from '../../src/text/steps';
import { judge, namesOf, type Judgement } from '../../src/workbook/judgement';
import { checkBytes } from '../../src/board/check-workbook';
import { readWorkbook } from '../../src/xlsx';
import { spoiled } from '../workbook/read/base';
import { CELL_PAIRS } from '../workbook/read/pairs/cells';
import { OUTCOME_PAIRS } from '../workbook/read/pairs/outcome';
import { RULE_PAIRS } from '../workbook/read/pairs/rules';
import { STRUCTURE_PAIRS } from '../workbook/read/pairs/structure';

const PAIRS = [...STRUCTURE_PAIRS, ...CELL_PAIRS, ...RULE_PAIRS, ...OUTCOME_PAIRS];

const SAMPLES = ['A', 'B', 'C', 'D', 'E', 'co-loi', 'co-loi-da-sua'];
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`assets/samples/${name}.xlsx`));

/** Codes that a reader need not know: those with a name of their own. */
function knownCodes({ units, awards, conditions }: Book): string[] {
  const named = [...units, ...awards].filter(({ id, name }) => name.trim() !== '' && name !== id);
  return [...named.map(({ id }) => id), ...conditions.map(({ id }) => id)].filter((id) => id.length > 1);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** The codes that stand bare in a sentence: outside what is quoted as it was typed, of cells, names and bases. */
function bareCodes(sentence: string, { units, awards, criteria, conditions, ...book }: Book): string[] {
  const called = bookNames({ units, awards, criteria, conditions, ...book });
  const texts = [
    ...units.map(({ id }) => called.unit(id)),
    ...awards.map(({ id }) => called.award(id)),
    ...units.map(({ name }) => name),
    ...awards.map(({ name }) => name),
    ...criteria.map(({ name }) => name),
    ...conditions.flatMap(({ basis }) => basis ?? []),
  ].sort((a, b) => b.length - a.length);
  const left = texts
    .filter(Boolean)
    .reduce(
      (text, name) => text.replaceAll(name, ''),
      sentence.replace(/“[^”]*”(?! \()|(?:ô |cell |in |at |!|\()[A-Z]{1,2}\d+/gu, ''),
    );
  return knownCodes({ units, awards, criteria, conditions, ...book }).filter((code) =>
    new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(code)}(?![\\p{L}\\p{N}_!])`, 'u').test(left),
  );
}

/** What may be typed into a cell is said as it is typed. */
const withoutValues = (sentence: string, values: string): string =>
  values.includes('; ') ? sentence.replaceAll(values, '') : sentence;

function sentencesOf(judgement: Judgement): string[] {
  const { book, evaluation } = judgement;
  const names = namesOf(judgement);
  return LANGS.flatMap((lang) => [
    ...evaluation.issues.flatMap((found) =>
      Object.values(issueText(found, lang)).map((sentence) =>
        withoutValues(sentence, issueSides(found, lang).expected),
      ),
    ),
    ...evaluation.awards.flatMap(({ why }) =>
      [...why.values()].flat().map((reason) => reasonText(reason, lang, names)),
    ),
    ...evaluation.units.flatMap(({ tieBrokenBy }) => (tieBrokenBy === null ? [] : [tieBrokenText(tieBrokenBy, lang)])),
    ...book.units.flatMap(
      ({ id }) =>
        trace(book, id)?.base.children.flatMap(({ steps }) => steps.map((step) => stepText(step, lang))) ?? [],
    ),
  ]);
}

function expectNames(judgement: Judgement): void {
  const bare = sentencesOf(judgement).flatMap((sentence) =>
    bareCodes(sentence, judgement.book).map((code) => `${code}: ${sentence}`),
  );
  expect(bare).toEqual([]);
}

test.each(SAMPLES)('sample %s', (name) => {
  const read = readWorkbook(bytesOf(name));
  if (!read.ok) throw new Error(read.error.code);
  const judgement = judge(read.value);
  expect(sentencesOf(judgement).length).toBeGreaterThan(20);
  expectNames(judgement);
});

test('every pair of a faulty workbook and its like', () => {
  expect(PAIRS.length).toBeGreaterThan(40);
  for (const { fires } of PAIRS) expectNames(judge(spoiled(fires)));
});

test('the Board’s findings too', () => {
  const report = checkBytes(
    'co-loi.xlsx',
    { ok: true, value: bytesOf('co-loi') },
    { standard: null, blocs: null, withJson: false, lang: 'vi' },
  );
  expect(report.issues.find(({ unit }) => unit !== undefined)?.named?.['unit']).toMatch(/ /u);
});

describe('names', () => {
  const place = { sheet: 'Đơn vị', row: 1, column: 0 };
  const unit = (id: string, name: string) => ({ id, name, attributes: new Map(), notRanked: null, note: '', place });
  const read = readWorkbook(bytesOf('B'));
  if (!read.ok) throw new Error(read.error.code);
  const book = {
    ...judge(read.value).book,
    units: [unit('a', 'Sở Y tế'), unit('b', 'Sở  y tế'), unit('c', ''), unit('d', 'Ban Dân tộc')],
  };
  const names = bookNames(book);

  test('alike: with the code in brackets; none: the code', () => {
    expect(['a', 'b', 'c', 'd', 'x'].map(names.unit)).toEqual(['Sở Y tế (a)', 'Sở  y tế (b)', 'c', 'Ban Dân tộc', 'x']);
  });
  test('a list of units in a finding', () => {
    expect(issueText(nameIssue(issue('tie-unresolved', place, { received: 'a; d' }), names), 'vi').what).toContain(
      'Sở Y tế (a); Ban Dân tộc',
    );
  });
  test('a condition is called by what it asks', () => {
    const found = nameIssue(
      issue('eligibility-unknown', place, {
        unit: 'd',
        award: 'CP',
        params: { condition: book.conditions[1]?.id ?? '' },
      }),
      names,
    );
    expect(issueText(found, 'vi').what).toBe(
      'Chưa rõ đơn vị Ban Dân tộc có đủ điều kiện cho Cờ thi đua của Chính phủ hay không (điều kiện “Kỷ luật = có”).',
    );
  });
});
