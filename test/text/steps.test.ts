/** The steps of a trace as people read them. */
import type { TraceStep, Way } from '../../src/rules';
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

type Params = TraceStep['params'];
/** What is said of each way's own; null: its points are typed, or it has none. */
const SAID: Readonly<Record<Way['kind'], readonly (readonly [told: Params, vi: string, en: string])[] | null>> = {
  points: null,
  ladder: null,
  yesno: null,
  ratio: [
    [{ cap: '1' }, 'tỷ lệ', 'ratio'],
    [
      { cap: '1.2', floor: '1/3', cutoff: '0.255', lowerIsBetter: 'true' },
      'tỷ lệ; trần 120%; sàn 33,33%; dưới 25,5% không điểm; thấp hơn là tốt',
      'ratio; cap 120%; floor 33.33%; no points below 25.5%; lower is better',
    ],
  ],
  bands: [
    [
      { bands: '88:2; 90.5:3.5' },
      'bậc theo tỷ lệ; mức điểm dưới 88%: 0, từ 88%: 2, từ 90,5%: 3,5',
      'bands by percentage; points below 88%: 0, from 88%: 2, from 90.5%: 3.5',
    ],
    [
      { bands: '0:1; 50:2' },
      'bậc theo tỷ lệ; mức điểm từ 0%: 1, từ 50%: 2',
      'bands by percentage; points from 0%: 1, from 50%: 2',
    ],
  ],
  minus: [[{ each: '0.5' }, 'trừ dần; mỗi lần trừ 0,5 điểm', 'minus per item; 0.5 off each time']],
  count: [[{ each: '0.25' }, 'theo lần; mỗi lần 0,25 điểm', 'per item; 0.25 each time']],
  relative: [
    [
      { bestExcess: '1/3', bestActual: '0' },
      'so sánh; mức vượt cao nhất của các đơn vị 33,33%',
      'relative to the best; highest excess of all units 33.33%',
    ],
    [
      { bestExcess: '0', bestActual: '7.5' },
      'so sánh; mức vượt cao nhất của các đơn vị 0%; kết quả cao nhất của các đơn vị không có chỉ tiêu 7,5',
      'relative to the best; highest excess of all units 0%; highest result of the units without target 7.5',
    ],
  ],
  average: [[{}, 'trung bình', 'average']],
  group: null,
  invalid: null,
};

test.each(
  Object.entries(SAID).flatMap(([way, said]) =>
    (said ?? []).map(([told, vi, en]) => [vi, en, { way, ...told }] as const),
  ),
)('%s', (vi, en, params) => {
  const step = { rule: 'way', value: '3', params } as const;
  expect([stepText(step, 'vi'), stepText(step, 'en')]).toEqual([
    `Tính từ số liệu theo cách chấm ${vi} = 3`,
    `Computed from the data, way ${en} = 3`,
  ]);
});

test('the way’s own comes before the maximum', () => {
  expect(stepText({ rule: 'way', value: '8', params: { way: 'minus', max: '10', each: '0.5' } }, 'vi')).toBe(
    'Tính từ số liệu theo cách chấm trừ dần; mỗi lần trừ 0,5 điểm; tối đa 10 = 8',
  );
});
