/** A mistake of ours is told by its place alone: no message, which may carry a cell's text, and no path of the machine. */
import { createContext, runInContext } from 'node:vm';
import { faultName, faultOf, faultOfWorker, faultPlaces } from '../../src/sheets/fault';

const thrown = (fails: () => unknown): unknown => {
  try {
    fails();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};
const PLACE = /^fault\.test\.[jt]sx?:\d+:\d+$/;

test('an exception is told by its kind and its place', () => {
  const error = thrown(() => (null as unknown as string).length);
  expect(faultName(error)).toBe('TypeError');
  expect(faultPlaces(error)[0]).toMatch(PLACE);
  expect(faultPlaces(error).length).toBeLessThanOrEqual(3);
  expect(faultOf(error)).toEqual({
    code: 'program-fault',
    detail: expect.stringMatching(/^TypeError, fault\.test\.[jt]sx?:\d+:\d+$/),
  });
});

test('a message that looks like a place is none', () => {
  const error = new RangeError('Sở Y tế\n    at score (Sở-Tài-chính.xlsx:12:34)\nmột.dòng:1:2');
  expect(faultPlaces(error)[0]).toMatch(PLACE);
  expect(JSON.stringify(faultOf(error))).not.toMatch(/Sở|một/);
});

test('stacks of other browsers, other worlds and whatever else is thrown', () => {
  const error = Object.assign(new Error('x'), {
    stack: 'judge@blob:https://thidua.example/7f-a:10:20\n@https://thidua.example/w.js:1:2\n',
  });
  expect(faultPlaces(error)).toEqual(['7f-a:10:20', 'w.js:1:2']);
  const windows = Object.assign(new Error('x'), { stack: 'Error: x\n    at f (C:\\Một Hai\\start.mjs:3:4)' });
  expect(faultPlaces(windows)).toEqual(['start.mjs:3:4']);
  const foreign = thrown(() => runInContext('null.x', createContext({})));
  expect([foreign instanceof Error, faultName(foreign)]).toEqual([false, 'TypeError']);
  expect([faultOf('Sở Y tế'), faultOf(null)]).toEqual(
    Array.from({ length: 2 }, () => ({ code: 'program-fault', detail: 'unknown' })),
  );
});

test('a worker that just died is no mistake of ours', () => {
  const otherwise = { code: 'file-too-large', detail: 'worker' } as const;
  expect(faultOfWorker({}, otherwise)).toBe(otherwise);
  expect(faultOfWorker({ message: '', filename: '', lineno: 0, colno: 0 }, otherwise)).toBe(otherwise);
  expect(
    faultOfWorker({ message: 'Sở Y tế', filename: 'https://a.example/x/w.js', lineno: 1, colno: 9 }, otherwise),
  ).toEqual({ code: 'program-fault', detail: 'unknown, w.js:1:9' });
});
