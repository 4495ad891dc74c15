/** How things stand, in words: the same sentences on the screen and in the terminal. */
import type { AwardChances, Possible, UnitOutlook } from '../../src/rules';
import {
  LISTED_WAITS,
  needTexts,
  outText,
  placesText,
  rangeText,
  rankRangeText,
  waitsText,
} from '../../src/text/outlook';

const NAMES = { unit: (id: string) => `Sở ${id}`, criterion: (code: string) => code };
const unit = (part: Partial<UnitOutlook>): UnitOutlook => ({
  id: 'A',
  rank: [1, 4],
  total: ['86', '90'],
  empty: 1,
  open: ['III.4'],
  ...part,
});
const possible = (part: Partial<Possible>): Possible => ({
  unit: 'A',
  needs: '1.5',
  rivals: [],
  mayLose: null,
  ...part,
});
const said = (about: Partial<Possible>, own: Partial<UnitOutlook> = {}, lang: 'vi' | 'en' = 'vi') =>
  needTexts(possible(about), unit(own), 'Bằng khen', NAMES, lang);

test.each([
  ['one cell', {}, {}, ['còn cần 1,5 điểm ở III.4 để chắc chắn Bằng khen']],
  ['two cells', {}, { open: ['II.3', 'III.4'] }, ['còn cần 1,5 điểm ở II.3 hoặc III.4 để chắc chắn Bằng khen']],
  [
    'three cells',
    {},
    { open: ['I', 'II.3', 'III.4'] },
    ['còn cần 1,5 điểm ở I, II.3 hoặc III.4 để chắc chắn Bằng khen'],
  ],
  [
    'more cells than are named',
    {},
    { open: ['I', 'II', 'III', 'IV'] },
    ['còn cần 1,5 điểm trong 4 ô chưa có điểm để chắc chắn Bằng khen'],
  ],
  ['rivals', { rivals: ['B', 'C'] }, {}, ['còn cần 1,5 điểm ở III.4 để chắc chắn Bằng khen (phải vượt Sở B; Sở C)']],
  [
    'more rivals than are named',
    { rivals: ['B', 'C', 'D', 'E'] },
    {},
    ['còn cần 1,5 điểm ở III.4 để chắc chắn Bằng khen (phải vượt Sở B; Sở C; Sở D; … (4))'],
  ],
  ['no number of points is enough', { needs: null }, {}, ['riêng điểm của mình chưa đủ để chắc chắn']],
  [
    'all its points are in',
    { needs: null },
    { total: ['90', '90'], open: [], empty: 0 },
    ['đã đủ điểm, còn tùy đơn vị khác, phiếu bầu hoặc quyết định'],
  ],
  [
    'it may lose some',
    { mayLose: '0.5' },
    {},
    ['còn cần 1,5 điểm ở III.4 để chắc chắn Bằng khen', 'mất tối đa 0,5 điểm trong số còn thiếu thì vẫn còn khả năng'],
  ],
  [
    'it may lose none',
    { mayLose: '0' },
    {},
    ['còn cần 1,5 điểm ở III.4 để chắc chắn Bằng khen', 'phải được trọn số điểm còn thiếu mới còn khả năng'],
  ],
  [
    'it may lose all',
    { mayLose: '4' },
    {},
    ['còn cần 1,5 điểm ở III.4 để chắc chắn Bằng khen', 'không được thêm điểm nào vẫn còn khả năng'],
  ],
] as const)('what a unit needs: %s', (_, about, own, expected) => {
  expect(said(about, own as Partial<UnitOutlook>)).toEqual(expected);
});

test('the same in English', () => {
  expect(said({ rivals: ['B'], mayLose: '0.5' }, { open: ['II.3', 'III.4'] }, 'en')).toEqual([
    'needs 1.5 more points in II.3 or III.4 to be certain of Bằng khen (must pass Sở B)',
    'may lose 0.5 of its missing points at the most and stay in reach',
  ]);
});

const chances = (part: Partial<AwardChances>): AwardChances => ({
  id: 'BK',
  waits: [],
  settled: 0,
  open: 0,
  competing: [],
  certain: [],
  possible: [],
  out: [],
  ...part,
});
const waits = (count: number): AwardChances['waits'] =>
  Array.from({ length: count }, (_, row) => ({
    unit: 'A',
    criterion: 'III.4',
    place: { sheet: 'Chấm điểm', row, column: 4 },
  }));

test.each([
  [chances({}), 'đã xác định'],
  [chances({ possible: [possible({})], open: 3 }), 'chưa suất nào chắc chắn, 3 suất còn mở'],
  [chances({ possible: [possible({})], settled: 2, open: 1 }), '2 suất đã chắc chắn, 1 suất còn mở'],
])('places: %#', (award, expected) => {
  expect(placesText(award, 'vi')).toBe(expected);
});

test('the cells an award waits for are counted where all of them are listed', () => {
  expect(waitsText(chances({ waits: waits(LISTED_WAITS) }), 'Bằng khen', 'vi')).toBe(
    `${String(LISTED_WAITS)} ô này quyết định Bằng khen`,
  );
  expect(waitsText(chances({ waits: waits(LISTED_WAITS + 1) }), 'Bằng khen', 'vi')).toBe(
    'Những ô ảnh hưởng nhiều nhất đến Bằng khen',
  );
});

test('ranges: one number where there is but one, and no bound in words', () => {
  expect([
    rangeText(['86', '90'], 2, 'vi'),
    rangeText(['90', '90'], 2, 'vi'),
    rangeText(['86', null], null, 'vi'),
    rangeText([null, null], 2, 'vi'),
  ]).toEqual(['86,00 – 90,00', '90,00', '86 – không giới hạn', '–']);
  expect([rankRangeText([2, 5]), rankRangeText([2, 2]), rankRangeText(null)]).toEqual(['2 – 5', '2', '–']);
});

test('why an award is out of reach', () => {
  expect([outText('outranked', 'vi'), outText('holds-other', 'en')]).toEqual([
    'không còn suất theo thứ hạng',
    'certain of another award',
  ]);
});
