/** Percentages and plain numbers side by side in `Số liệu`: one scale, or none. */
import { evaluate, type Entry } from '../../src/rules/index';
import { at, book, entry, type CellInput } from './books';

const percent = (value: string, column: number): Entry => ({
  kind: 'number',
  value,
  percent: true,
  place: at('Số liệu', 1, column),
});
const plain = (value: CellInput, column: number): Entry => entry(value, at('Số liệu', 1, column));

function ratio(target: Entry, actual: Entry, lowerIsBetter = false): { points: string | null; told: string[] } {
  const { units, issues } = evaluate(
    book({
      settings: { scale: '10', totalDecimals: 4 },
      criteria: { X: { way: { kind: 'ratio', cap: '1', floor: null, cutoff: null, lowerIsBetter } } },
      scores: { a: { X: null } },
      data: [{ unit: 'a', criterion: 'X', target, actual }],
    }),
  );
  return {
    points: units[0]?.total ?? null,
    told: issues.map(
      ({ code, severity, place, received, expected }) =>
        `${severity} ${code} ${String(place?.column)} ${String(received)} → ${String(expected)}`,
    ),
  };
}

test.each<[string, Entry, Entry, string | null, string[]]>([
  [
    'an actual of 71.2 % against 95',
    plain(95, 2),
    percent('0.712', 3),
    '7.4947',
    ['warning percent-scale 3 71.2% → 71.2'],
  ],
  [
    'a target of 95 %, an actual of 71.2',
    percent('0.95', 2),
    plain('71.2', 3),
    '7.4947',
    ['warning percent-scale 2 95% → 95'],
  ],
  ['two percentages', percent('0.95', 2), percent('0.712', 3), '7.4947', []],
  ['two plain numbers', plain(95, 2), plain('71.2', 3), '7.4947', []],
  ['two plain shares', plain('0.95', 2), plain('0.712', 3), '7.4947', []],
  [
    'a percentage beside a plain share',
    plain('0.95', 2),
    percent('0.712', 3),
    null,
    ['error percent-scale 3 71.2% → null'],
  ],
  ['a percentage beside a plain one', plain(1, 2), percent('0.712', 3), null, ['error percent-scale 3 71.2% → null']],
  [
    'a target in percent beside a plain share',
    percent('0.95', 2),
    plain('0.712', 3),
    null,
    ['error percent-scale 2 95% → null'],
  ],
  ['nothing done of 95 %', percent('0.95', 2), plain(0, 3), '0', ['warning percent-scale 2 95% → 95']],
  ['a share against 95', plain(95, 2), plain('0.712', 3), '0.0749', ['warning percent-scale 3 0.712 → 0.712']],
  ['95 against a share', plain('0.712', 2), plain(95, 3), '10', ['warning percent-scale 3 95 → 95']],
  [
    '95 typed into a percentage beside 0.95',
    percent('0.95', 2),
    percent('71.2', 3),
    '10',
    ['warning percent-scale 3 7120% → 7120'],
  ],
  ['forty-nine times is no hundred times', plain(98, 2), plain(2, 3), '0.2041', []],
  ['fifty times is', plain(100, 2), plain(2, 3), '0.2', ['warning percent-scale 3 2 → 2']],
  ['two hundred times is', plain(200, 2), plain(1, 3), '0.05', ['warning percent-scale 3 1 → 1']],
  ['more is not', plain(201, 2), plain(1, 3), '0.0498', []],
])('%s', (_, target, actual, points, told) => {
  expect(ratio(target, actual)).toEqual({ points, told });
});

test.each<[string, number, string]>([
  ['71,2 %', 0.712, '0.0%'],
  ['95%', 0.95, '0%'],
  ['7.25 %', 0.0725, '0.00%'],
])('the text “%s” is no number; the fix is the percentage it means', (text, value, format) => {
  const { issues } = evaluate(
    book({
      settings: { scale: '10' },
      criteria: { X: { way: { kind: 'ratio', cap: '1', floor: null, cutoff: null, lowerIsBetter: false } } },
      scores: { a: { X: null } },
      data: [{ unit: 'a', criterion: 'X', target: plain(95, 2), actual: plain(text, 3) }],
    }),
  );
  expect(issues.find(({ code }) => code === 'number-as-text')).toMatchObject({
    received: text,
    fix: { value, format },
  });
});

test('a target = 1/6 and an actual = 0.9/6 are nine tenths', () => {
  expect(ratio(plain('0.1666666667', 2), plain('0.15', 3))).toEqual({ points: '9', told: [] });
});

test('a cut-off at exactly the share of two quotients is reached', () => {
  const { units } = evaluate(
    book({
      settings: { scale: '10' },
      criteria: { X: { way: { kind: 'ratio', cap: '1', floor: null, cutoff: '0.9', lowerIsBetter: false } } },
      scores: { a: { X: null } },
      data: [{ unit: 'a', criterion: 'X', target: '0.1666666667', actual: '0.15' }],
    }),
  );
  expect(units[0]?.total).toBe('9');
});

test('without target a percentage counts as its number of percent, and is named where others are plain', () => {
  const relative = (own: Entry, other: Entry): { totals: (string | null)[]; told: string[] } => {
    const { units, issues } = evaluate(
      book({
        settings: { scale: '10' },
        criteria: { X: { way: 'relative' } },
        scores: { a: { X: null }, b: { X: null } },
        data: [
          { unit: 'a', criterion: 'X', actual: own },
          { unit: 'b', criterion: 'X', actual: other },
        ],
      }),
    );
    return {
      totals: units.map(({ total }) => total),
      told: issues.map(({ code, unit }) => `${code} ${unit ?? ''}`).filter((text) => text.startsWith('percent')),
    };
  };
  expect(relative(percent('0.9', 3), percent('0.45', 3))).toEqual({ totals: ['10', '5'], told: [] });
  expect(relative(percent('0.9', 3), plain(45, 3))).toEqual({ totals: ['10', '5'], told: ['percent-scale a'] });
});

test('a count is no percentage', () => {
  const { issues } = evaluate(
    book({
      settings: { scale: '10' },
      criteria: { X: { way: 'minus' } },
      scores: { a: { X: null } },
      data: [{ unit: 'a', criterion: 'X', count: percent('1', 4) }],
    }),
  );
  expect(issues.map(({ code, received }) => `${code} ${String(received)}`)).toEqual(['count-invalid 100%']);
});
