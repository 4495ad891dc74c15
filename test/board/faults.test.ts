/** Findings folded under their cause: one act of a hand is one fault, and nothing is lost. */
import { issue, type Issue } from '../../src/rules';
import type { FileReport } from '../../src/board/check-workbook';
import { faultsOf, mainFault } from '../../src/board/faults';

const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });
const report = (issues: readonly Issue[]): FileReport => ({
  file: 'x.xlsx',
  verdict: 'findings',
  bloc: { kind: 'bloc', name: 'Khối 1', year: '2025', province: '' },
  fingerprint: 'sha256:1',
  units: [],
  awards: [],
  issues,
  read: null,
  stamp: null,
  sheetOrder: [],
  json: null,
});

test('a workbook with nothing found has no fault', () => {
  expect([faultsOf(report([])), mainFault(report([]))]).toEqual([[], null]);
});

test('a sum that does not agree is folded under the score above its maximum, another unit’s is not', () => {
  const typed = issue('score-above-max', at('Chấm điểm', 8, 4), { unit: 'A', criterion: 'II.1', received: '12' });
  const own = issue('sum-differs', at('Chấm điểm', 20, 4), { unit: 'A' });
  const other = issue('sum-differs', at('Chấm điểm', 20, 6), { unit: 'B' });
  expect(faultsOf(report([typed, own, other]))).toEqual([
    { main: typed, consequences: [own], severity: 'error' },
    { main: other, consequences: [], severity: 'error' },
  ]);
});
