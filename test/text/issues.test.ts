import { readFileSync } from 'node:fs';
import { issueCodesPage, PAGE } from '../../docs/ma-loi';
import { issue, ISSUE_SEVERITY, type IssueCode } from '../../src/rules';
import { issueSides, issueText, LANGS } from '../../src/text';
import { ISSUE_TEXTS } from '../../src/text/issues';

const CODES = Object.keys(ISSUE_SEVERITY).filter((code): code is IssueCode => code in ISSUE_SEVERITY);
const PLACE = { sheet: 'Chấm điểm', row: 4, column: 4 };

test('docs/ma-loi.md is what the catalogue says (npx tsx docs/ma-loi.ts writes it)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(issueCodesPage());
});

test.each(CODES)('%s: every sentence ends, in both languages, with nothing left to fill', (code) => {
  const bare = issue(code, PLACE);
  const full = issue(code, PLACE, {
    received: '9.5',
    expected: '2025-12-31',
    unit: 'u1',
    criterion: 'I.1',
    award: 'CO',
    basis: 'Điều 5',
    fix: { place: PLACE, value: 9.5 },
    params: { suggestion: 'x', condition: 'D1', units: 'u1; u2', header: 'Mã' },
  });
  for (const lang of LANGS) {
    for (const found of [bare, full]) {
      for (const sentence of Object.values(issueText(found, lang))) {
        expect(sentence).toMatch(/[.?!…]$/u);
        expect(sentence).not.toMatch(/[{}[\]]|undefined|null| {2}/u);
      }
    }
  }
});

test.each(CODES)('%s: Vietnamese with its marks, in NFC', (code) => {
  const sentences = Object.values(ISSUE_TEXTS[code].vi).join(' ');
  expect(sentences).toBe(sentences.normalize('NFC'));
  expect(sentences).toMatch(/[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu);
});

test('numbers and days inside sentences as people write them', () => {
  const noisy = issue('sum-differs', PLACE, { received: '8.75', expected: '9' });
  expect(issueText(noisy, 'vi').what).toContain('8,75');
  expect(issueText(noisy, 'en').what).toContain('8.75');
  const date = issue('date-as-text', PLACE, { received: '31-12-2025', expected: '2025-12-31' });
  expect(issueText(date, 'vi').how).toContain('31/12/2025');
});

test('names, codes and what a cell says stand as they are written: 1.10 is no 1,1', () => {
  const what = (code: IssueCode, details: Parameters<typeof issue>[2]) =>
    issueText(issue(code, PLACE, details), 'vi').what;
  expect(what('score-missing', { unit: '2.10', criterion: '1.10' })).toContain('Thiếu điểm của 2.10 ở tiêu chí 1.10');
  expect(what('code-duplicate', { received: '1.10', criterion: '1.10' })).toContain('“1.10”');
  expect(what('code-unknown', { received: '2.1', expected: '2.10' })).toContain('Có phải “2.10”?');
  expect(what('number-as-text', { received: '1.000', expected: '1000' })).toContain('“1.000”');
  expect(what('date-as-text', { received: '2025-12-31', expected: '2025-12-31' })).toContain('“2025-12-31”');
  expect(what('eligibility-unknown', { unit: 'u', params: { condition: '1.10' } })).toContain('điều kiện 1.10');
});

test('what is and what should be, side by side', () => {
  const sides = (code: IssueCode, received: string | null, expected: string | null) =>
    Object.values(issueSides(issue(code, PLACE, { received, expected }), 'vi'));
  expect(sides('score-above-max', '9.5', '<= 8.5')).toEqual(['9,5', '≤ 8,5']);
  expect(sides('number-as-text', '13.50', '13.5')).toEqual(['13.50', '13,5']);
  expect(sides('date-as-text', '31-12-2025', '2025-12-31')).toEqual(['31-12-2025', '31/12/2025']);
  expect(sides('criterion-row-missing', null, '1.10')).toEqual(['', '1.10']);
  expect(sides('sheet-missing', null, 'Tiêu chí')).toEqual(['', 'Tiêu chí']);
  expect(sides('result-differs', null, '97.35')).toEqual(['(để trống)', '97,35']);
  expect(sides('result-differs', 'Bằng khen', '')).toEqual(['Bằng khen', '(để trống)']);
});
