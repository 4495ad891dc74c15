import { readDocumentChoice, writeDocumentChoice } from '../../src/excel/document-choices';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

test('a choice is set and saved under a name of our own', () => {
  const kept = new Map<string, unknown>();
  const calls: string[] = [];
  const settings = {
    get: (name: string) => kept.get(name) ?? null,
    set: (name: string, value: unknown) => {
      calls.push('set');
      kept.set(name, value);
    },
    saveAsync: () => {
      calls.push('save');
    },
  };
  Object.assign(globalThis, { Office: { context: { document: { settings } } } });
  expect(readDocumentChoice('reportTotals')).toBeNull();
  writeDocumentChoice('reportTotals', 'no');
  expect([readDocumentChoice('reportTotals'), [...kept], calls]).toEqual([
    'no',
    [['thidua.reportTotals', 'no']],
    ['set', 'save'],
  ]);
});

test('without Office nothing is kept and nothing breaks', () => {
  expect(readDocumentChoice('reportTotals')).toBeNull();
  expect(() => {
    writeDocumentChoice('reportTotals', 'no');
  }).not.toThrow();
});
