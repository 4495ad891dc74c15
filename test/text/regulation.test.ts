/** The rules of a workbook as sentences: every kind of places and of consequence, by name, in both languages. */
import { readFileSync } from 'node:fs';
import type { Award, Condition, Field } from '../../src/rules';
import { awardLines, conditionLine } from '../../src/text/regulation';
import { judge, namesOf } from '../../src/workbook/judgement';
import { readWorkbook } from '../../src/xlsx';

const read = readWorkbook(readFileSync('assets/samples/B.xlsx'));
if (!read.ok) throw new Error(read.error.code);
const { book } = judge(read.value);
const names = namesOf({ book });
const [flag, second] = book.awards as [Award, Award, Award];
const [first] = book.conditions as [Condition];

const award = (part: Partial<Award>): string => awardLines({ ...flag, basis: null, ...part }, names, 'vi').join(' ');
const condition = (part: Partial<Condition>, lang: 'vi' | 'en' = 'vi'): string =>
  conditionLine({ ...first, basis: null, ...part }, names, lang);
const percent = (of: 'units' | 'ranked' | 'eligible') => ({ kind: 'percent', percent: '12.5', of }) as const;

test('the places of an award', () => {
  expect(award({})).toBe('Số suất: 1. Bằng nhau ở suất cuối: hội nghị quyết định.');
  expect(award({ quota: percent('units'), rounding: 'floor', cutoff: 'includeAll' })).toBe(
    'Số suất: 12,5% số đơn vị, làm tròn xuống. Bằng nhau ở suất cuối: lấy hết.',
  );
  expect(award({ quota: percent('ranked'), rounding: 'ceil', minPlaces: '1', maxPlaces: '4' })).toContain(
    'Số suất: 12,5% số đơn vị được xếp hạng, làm tròn lên. Ít nhất 1 suất. Nhiều nhất 4 suất.',
  );
  expect(award({ quota: percent('eligible'), rounding: 'halfUp', cutoff: 'includeAllDebit' })).toBe(
    'Số suất: 12,5% số đơn vị đủ điều kiện, từ 0,5 làm tròn lên. Bằng nhau ở suất cuối: lấy hết, bớt suất của hình thức xếp dưới.',
  );
  expect(award({ quota: { kind: 'invalid' }, cutoff: 'excludeAll' })).toBe(
    'Số suất chưa đọc được: xem phần Kiểm tra. Bằng nhau ở suất cuối: không lấy đơn vị nào trong số đó.',
  );
});

test('what an award goes together with, by name', () => {
  expect(award({ fallback: second.id, excludes: [second.id], unusedPlaces: 'passDown' })).toContain(
    'giữ trước một suất Cờ thi đua của UBND tỉnh, nếu hội đồng không xét hình thức này. Không nhận kèm: Cờ thi đua của UBND tỉnh. Suất không ai nhận chuyển xuống hình thức dưới.',
  );
  expect(award({ excludes: [], unusedPlaces: 'lost' })).toContain(
    'Được nhận kèm hình thức khác. Suất không ai nhận thì bỏ.',
  );
  expect(awardLines(flag, names, 'en')[0]).toBe('Places: 1.');
});

test.each<[string, Partial<Condition>]>([
  ['Cờ thi đua của Chính phủ: phải đạt “hạng = 1”.', {}],
  ['Mọi hình thức: không xét đơn vị có “hạng = 1”.', { scope: { kind: 'all' }, effect: { kind: 'bar' } }],
  [
    'Xếp loại “Xuất sắc”: phải đạt “hạng = 1”. Chỉ cần đạt một điều kiện của nhóm “a”.',
    { scope: { kind: 'grade', grade: 'Xuất sắc' }, orGroup: 'a' },
  ],
  ['Cờ thi đua của Chính phủ: tạm hoãn đơn vị có “hạng = 1”.', { effect: { kind: 'postpone' } }],
  ['Không xếp hạng đơn vị có “hạng = 1”.', { effect: { kind: 'noRank' } }],
  ['Hạ một bậc xếp loại đơn vị có “hạng = 1”.', { effect: { kind: 'lowerGrade' } }],
  ['Xếp loại cao nhất là “Khá” với đơn vị có “hạng = 1”.', { effect: { kind: 'capGrade', grade: 'Khá' } }],
  [
    'I.4 Chế độ thông tin, báo cáo đúng hạn được 0 điểm với đơn vị có “hạng = 1”.',
    { effect: { kind: 'zeroCriterion', criterion: 'I.4' } },
  ],
  ['Điều kiện chưa đọc được: “hạng = 1”; xem phần Kiểm tra.', { effect: { kind: 'invalid' } }],
])('%s', (sentence, part) => {
  expect(condition(part)).toBe(sentence);
  // Every language has the sentence, with everything that fills it.
  expect(condition(part, 'en')).not.toMatch(/[{}…]/);
});

test('a ballot and a criterion are called by name', () => {
  const ballot = book.conditions.find(({ field }) => field.kind === 'ballot') as Condition;
  expect(conditionLine({ ...ballot, basis: null }, names, 'vi')).toBe(
    'Cờ thi đua của Chính phủ: phải đạt “phiếu Cờ thi đua của Chính phủ ≥ 80% thành viên”.',
  );
  const field: Field = { kind: 'criterion', code: 'I.4' };
  const own: Condition = { ...first, basis: null, field, fieldWritten: 'tiêu chí I.4' };
  expect(conditionLine(own, namesOf({ book: { ...book, conditions: [own] } }), 'vi')).toBe(
    'Cờ thi đua của Chính phủ: phải đạt “tiêu chí I.4 Chế độ thông tin, báo cáo đúng hạn = 1”.',
  );
});
