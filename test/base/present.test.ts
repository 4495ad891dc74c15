/** What is looked up because it is surely there (`base/present.ts`). */
import { itemAt, valueAt } from '../../src/base/present';

test('the item and the value that are there, also those that are nothing', () => {
  expect(itemAt(['a', 'b'], 1)).toBe('b');
  expect(itemAt([null, 0], 0)).toBeNull();
  expect(itemAt([null, 0], 1)).toBe(0);
  expect(valueAt(new Map([['a', false]]), 'a')).toBe(false);
});

test('what is not there stops, and says how much is', () => {
  expect(() => itemAt(['a'], -1)).toThrow(new RangeError('nothing at -1 of 1'));
  expect(() => itemAt([], 0)).toThrow(new RangeError('nothing at 0 of 0'));
  expect(() => valueAt(new Map([['a', 1]]), 'b')).toThrow(new RangeError('no such key among 1'));
});
