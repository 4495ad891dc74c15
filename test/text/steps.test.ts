/** The steps of a trace as people read them. */
import type { TraceStep } from '../../src/rules';
import { stepText } from '../../src/text/steps';
import { loadTexts } from '../../src/text/ui';

beforeAll(() => loadTexts('en'));

test.each<[Omit<TraceStep, 'params'> & { params?: TraceStep['params'] }, string, string]>([
  [
    { rule: 'way', value: '13.75', params: { way: 'ratio', max: '15' } },
    'Tính từ số liệu theo cách chấm tỷ lệ; tối đa 15 = 13,75',
    'Computed from the data, way ratio; at most 15 = 13.75',
  ],
  [
    { rule: 'way', value: '6.25', params: { way: 'relative', max: '10', bestExcess: '0.2' } },
    'Tính từ số liệu theo cách chấm so sánh; tối đa 10; mức vượt cao nhất của các đơn vị 20% = 6,25',
    'Computed from the data, way relative to the best; at most 10; highest excess of all units 20% = 6.25',
  ],
  [
    { rule: 'way', value: '3', params: { way: 'count' } },
    'Tính từ số liệu theo cách chấm theo lần = 3',
    'Computed from the data, way per item = 3',
  ],
  [
    { rule: 'rescale', value: '244/3', params: { max: '100', applicable: '84' } },
    'Quy đổi × 100 / 84 ≈ 81,3333',
    'Rescaled × 100 / 84 ≈ 81.3333',
  ],
  [{ rule: 'sum', value: '58.5' }, 'Cộng các mục = 58,5', 'Sum of the items = 58.5'],
  [
    { rule: 'none', value: null, params: { code: 'score-missing' } },
    'Chưa có điểm (score-missing)',
    'No points yet (score-missing)',
  ],
])('%j', (step, vi, en) => {
  expect([stepText({ params: {}, ...step }, 'vi'), stepText({ params: {}, ...step }, 'en')]).toEqual([vi, en]);
});
