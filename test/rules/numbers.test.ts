/** Exact numbers: every figure of the reasons why doubles will not do. */
import {
  addNumerals,
  compareNumerals,
  divideNumerals,
  evaluate,
  multiplyNumerals,
  numeralOfDouble,
  parseNumeral,
  roundNumeral,
  subtractNumerals,
} from '../../src/rules/index';
import { numberInText } from '../../src/rules/model/cells';
import * as q from '../../src/rules/number/rational';
import { book } from './books';

const sumOf = (numerals: readonly string[]): string => numerals.reduce(addNumerals, '0');

test('ten tenths are 90, not 89.99999999999999', () => {
  const scores = ['9.6', '9.8', '9.4', '8.9', '8.1', '9.1', '9.2', '9.2', '8.6', '8.1'];
  expect(scores.map(Number).reduce((a, b) => a + b)).not.toBe(90);
  expect(sumOf(scores)).toBe('90');
});

test('ten tenths that make 90 meet a condition of 90 and tie with nine 9s and a 9', () => {
  const tenths = [9.6, 9.8, 9.4, 8.9, 8.1, 9.1, 9.2, 9.2, 8.6, 8.1];
  const codes = tenths.map((_, at) => `I.${String(at + 1)}`);
  const { units, awards } = evaluate(
    book({
      criteria: { I: { way: 'group', max: null }, ...Object.fromEntries(codes.map((code) => [code, { max: 10 }])) },
      scores: {
        a: Object.fromEntries(codes.map((code, at) => [code, tenths[at] ?? 0])),
        b: Object.fromEntries(codes.map((code) => [code, 9])),
      },
      awards: { T: { quota: 2 } },
      conditions: { k: { field: 'total', value: '90' } },
    }),
  );
  expect(units.map(({ total, rank }) => [total, rank])).toEqual([
    ['90', 1],
    ['90', 1],
  ]);
  expect(awards[0]?.units).toEqual(['a', 'b']);
});

test('the order of adding does not matter', () => {
  const scores = ['6.3', '9.6', '5.9', '7.4'];
  expect(6.3 + 9.6 + 5.9 + 7.4).not.toBe(7.4 + 5.9 + 9.6 + 6.3);
  expect(sumOf(scores)).toBe('29.2');
  expect(sumOf([...scores].reverse())).toBe('29.2');
});

test.each([
  ['8.575', 2, '8.58'],
  ['-2.5', 0, '-3'],
  ['2.5', 0, '3'],
  ['-2.675', 2, '-2.68'],
  ['2.674999', 2, '2.67'],
  ['0.5', 0, '1'],
  ['-0.4', 0, '0'],
  ['1/3', 2, '0.33'],
  ['2/3', 2, '0.67'],
  ['-2/3', 1, '-0.7'],
  ['10', 3, '10'],
  ['81.3333', 10, '81.3333'],
])('%s rounds to %i places as %s, halves away from zero', (numeral, decimals, rounded) => {
  expect(roundNumeral(numeral, decimals)).toBe(rounded);
});

test('15 × 92.7 % is 13.91, and 3 × (2.005 / 3) is 2.01', () => {
  expect(roundNumeral(multiplyNumerals('15', divideNumerals('92.7', '100') ?? ''), 2)).toBe('13.91');
  expect(roundNumeral(multiplyNumerals('3', divideNumerals('2.005', '3') ?? ''), 2)).toBe('2.01');
});

test.each([
  [0.1, '0.1'],
  [90, '90'],
  [-0, '0'],
  [-2.5, '-2.5'],
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
  [1e-7, '0.0000001'],
  [-1.25e-7, '-0.000000125'],
  [123456789012345, '123456789012345'],
  [1.23456789012345e21, '1234567890123450000000'],
  [123456.789, '123456.789'],
  [0.123456789, '0.123456789'],
])('the double %p is read as it was typed: %s', (double, value) => {
  expect(numeralOfDouble(double)).toEqual({ value });
});

test.each([
  [0.1 + 0.2, '0.3'],
  [89.99999999999999, '90'],
  [9.8 - 9.5, '0.3'],
  [0.299999999999997, '0.3'],
  [100 - 99.7, '0.3'],
  [0.1 + 0.2 - 0.3, '0'],
  [-2.7755575615628914e-17, '0'],
  [5e-324, '0'],
  [-4.9e-11, '0'],
  [3 * (2.005 / 3) - 1e-12, '2.005'],
  [1.1 * 3, '3.3'],
])('arithmetic left noise in %p: it is read as %s', (double, value) => {
  expect(numeralOfDouble(double)).toEqual({ value, noisy: true, long: true });
});

test.each([
  [2.005 / 3, '0.6683333333'],
  [1 / 3, '0.3333333333'],
  [-2 / 3, '-0.6666666667'],
  [0.115 / 13, '0.0088461538'],
  [5e-11, '0.0000000001'],
  [-5e-11, '-0.0000000001'],
  [9999 + 1 / 3, '9999.3333333333'],
  [10000 + 1 / 3, '10000.3333333333'],
  [100000 / 3, '33333.3333333333'],
  [1e7 / 3, '3333333.33333333'],
  [0.1234567891, '0.1234567891'],
  [0.12345678905, '0.1234567891'],
])('a quotient %p is read to ten decimals, or fifteen digits: %s', (double, value) => {
  expect(numeralOfDouble(double)).toEqual({ value, long: true });
});

test.each([NaN, Infinity, -Infinity])('%p is no number', (double) => {
  expect(numeralOfDouble(double)).toBeNull();
});

test('the largest double is read without an exponent', () => {
  expect(numeralOfDouble(Number.MAX_VALUE)?.value).toMatch(/^17976931348623157?0*$|^179769313486232\d{0,294}$/);
});

test.each([
  ['9.50', '9.5'],
  ['6/4', '1.5'],
  ['244/3', '244/3'],
  ['488/6', '244/3'],
  ['-0', '0'],
  ['007', '7'],
  ['1.000', '1'],
  ['0/5', '0'],
  ['-7/2', '-3.5'],
  ['1e3', null],
  ['', null],
  ['9,5', null],
  [' 9', null],
  ['1/0', null],
  ['--1', null],
  ['.5', null],
  ['5.', null],
  ['NaN', null],
  ['1'.repeat(1201), null],
])('the numeral %p in shortest form is %p', (text, shortest) => {
  expect(parseNumeral(text)).toBe(shortest);
});

test.each([
  ['1', '2', -1],
  ['2', '1.99', 1],
  ['1/3', '0.3333', 1],
  ['0.50', '1/2', 0],
  ['-1', '1', -1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareNumerals(a, b))).toBe(sign);
});

/** Quarters are exact as doubles, too: what is said of each two of them is what doubles say. */
const QUARTERS = Array.from({ length: 33 }, (_, at) => at - 16);
const quarters = (count: number): q.Rational => q.divide(q.fromInteger(count), q.fromInteger(4));

test.each(QUARTERS.map((a) => [a] as const))('%i quarters with each other number of them', (count) => {
  const [a, double] = [quarters(count), count / 4];
  expect([q.sign(a), Number(q.floor(a)), Number(q.ceil(a)), q.toDouble(a)].map((each) => each + 0)).toEqual(
    [Math.sign(double), Math.floor(double), Math.ceil(double), double].map((each) => each + 0),
  );
  expect(q.isInteger(a)).toBe(Number.isInteger(double));
  expect(Number(q.floor(q.round(a, 2)))).toBe(Math.floor(double));
  for (const other of QUARTERS) {
    const b = quarters(other);
    expect(Math.sign(q.compare(a, b))).toBe(Math.sign(count - other));
    expect([q.minimum(a, b), q.maximum(a, b)].map(q.toDouble)).toEqual([
      Math.min(count, other) / 4,
      Math.max(count, other) / 4,
    ]);
    if (other !== 0) expect(q.toDouble(q.divide(a, b)) + 0).toBe(count / other + 0);
    if (other > 0) expect(q.isMultiple(a, b)).toBe(Number.isInteger(count / other));
  }
});

/** Shares of wholes of up to ten parts, of both signs, in lowest terms. */
const SHARES = Array.from({ length: 13 }, (_, at) => at - 6).flatMap((parts) =>
  [1, 2, 3, 4, 6, 10].map((whole) => ({ parts, whole, share: q.divide(q.fromInteger(parts), q.fromInteger(whole)) })),
);

test.each(SHARES)('$parts of $whole and each other share make what both make of one whole, in lowest terms', (one) => {
  for (const { parts, whole, share } of SHARES) {
    const both = q.reduce(BigInt(one.parts * whole + parts * one.whole), BigInt(one.whole * whole));
    const { n, d } = q.add(one.share, share);
    expect(q.format({ n, d })).toBe(q.format(both));
    if (one.share.d % share.d !== 0n && share.d % one.share.d !== 0n) expect({ n, d }).toEqual(both);
  }
});

test('differences and quotients stay exact', () => {
  expect(subtractNumerals('1', '0.9')).toBe('0.1');
  expect(subtractNumerals('1/3', '1/3')).toBe('0');
  expect(divideNumerals('244', '-3')).toBe('-244/3');
  expect(divideNumerals('1', '0')).toBeNull();
  expect(() => addNumerals('x', '1')).toThrow('not a numeral: x');
});

test.each([
  ['9,5', '9.5'],
  ['25 đ', '25'],
  ['1 lần', '1'],
  ['2 suất', '2'],
  ['12 phiếu', '12'],
  ['0,5 lần.', '0.5'],
  ['3 trường hợp', '3'],
  ['1 lần nữa', null],
  ['ngày 5', null],
  ['10.5 điểm', '10.5'],
  ['25đ', '25'],
  [' 7 ', '7'],
  ['-2', '-2'],
  ['9\u00A0', '9'],
  ['0,125', '0.125'],
  ['9,50', '9.5'],
  ['8 Điểm', '8'],
  ['0.500', '0.5'],
  ['00,250', '0.25'],
  ['10.000', null],
  ['20,500', null],
  ['1.000', null],
  ['1,000', null],
  ['12.345', null],
  ['1e3', null],
  ['4/5', null],
  ['９', null],
  ['chín', null],
  ['9,5,1', null],
  ['9 5', null],
  ['95%', null],
  ['', null],
  ['đ', null],
])('the text %p proposes %p', (text, proposed) => {
  expect(numberInText(text)).toBe(proposed);
});
