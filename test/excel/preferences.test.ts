/** @jest-environment jsdom */
import { readPreference, writePreference } from '../../src/excel';

const setPartition = (partitionKey: string | undefined): void => {
  Object.assign(globalThis, { Office: { context: { partitionKey } } });
};

afterEach(() => {
  localStorage.clear();
  Reflect.deleteProperty(globalThis, 'Office');
});

test('a choice is kept per partition', () => {
  setPartition('p1.');
  writePreference('lang', 'en');
  expect([readPreference('lang'), localStorage.getItem('p1.thidua.lang')]).toEqual(['en', 'en']);
  setPartition('p2.');
  expect(readPreference('lang')).toBeNull();
});

test('the choice is known before office.js is there', () => {
  setPartition('p1.');
  writePreference('theme', 'dark');
  Reflect.deleteProperty(globalThis, 'Office');
  expect(readPreference('theme')).toBe('dark');
});

test('where storage is forbidden the default holds and nothing breaks', () => {
  const forbidden = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('SecurityError');
  });
  const written = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('SecurityError');
  });
  expect(readPreference('lang')).toBeNull();
  expect(() => {
    writePreference('lang', 'en');
  }).not.toThrow();
  forbidden.mockRestore();
  written.mockRestore();
});
