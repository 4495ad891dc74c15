/**
 * @jest-environment jsdom
 *
 * Self against bloc under `Xếp hạng`: found when somebody looks, the largest difference first.
 */
import { readFileSync } from 'node:fs';
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { ok, type Door } from '../../src/sheets/door';
import { fileDoor } from '../../src/xlsx';
import { SessionProvider } from '../../src/pane/App';
import { LangProvider } from '../../src/pane/lang';
import { LevelDifferences } from '../../src/pane/ranking/LevelDifferences';
import { Session } from '../../src/pane/session';
import { engineHere } from '../support/engine';

Object.assign(globalThis, { TextDecoder, TextEncoder, IS_REACT_ACT_ENVIRONMENT: true });

const sample = fileDoor(new Uint8Array(readFileSync('assets/samples/B.xlsx')));

/** Sample B, whose levels agree, with this much more in self scores of `Chấm điểm`, by row and column from 0. */
const withMore = (more: readonly (readonly [row: number, column: number, more: number])[]): Door => ({
  ...sample,
  read: async () => {
    const cells = await sample.read();
    if (!cells.ok) return cells;
    const sheets = cells.value.sheets.map((sheet) => {
      if (sheet.name !== 'Chấm điểm') return sheet;
      const rows = sheet.rows.map((row) => row && [...row]);
      for (const [row, column, by] of more) {
        const cell = rows[row]?.[column];
        if (rows[row] && cell) rows[row][column] = { ...cell, value: Number(cell.value) + by };
      }
      return { ...sheet, rows };
    });
    return ok({ ...cells.value, sheets });
  },
});

async function shown(
  door: Door,
): Promise<{ readonly before: number; readonly rows: string[][]; readonly text: string }> {
  const session = new Session(door, engineHere());
  await session.check();
  const { judgement } = session.state();
  if (judgement === null) throw new Error('not judged');
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const root = createRoot(host);
  act(() => {
    root.render(
      <LangProvider lang="vi">
        <SessionProvider session={session}>
          <LevelDifferences judgement={judgement} onUnit={() => undefined} />
        </SessionProvider>
      </LangProvider>,
    );
  });
  const before = host.querySelectorAll('tr').length;
  await act(async () => {
    const details = host.querySelector('details');
    if (details) details.open = true;
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
  for (let look = 0; look < 50 && host.querySelector('[aria-busy="false"]') === null; look++)
    await act(() => new Promise((resolve) => setTimeout(resolve, 1)));
  const rows = [...host.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent.trim()),
  );
  const text = host.textContent;
  act(() => {
    root.unmount();
  });
  return { before, rows, text };
}

test('units and criteria with both scores, what differs most first', async () => {
  const { before, rows } = await shown(
    withMore([
      [6, 5, 0.25],
      [10, 5, -0.5],
    ]),
  );
  expect(before).toBe(0);
  expect(rows.map(([unit, , , , difference]) => [unit, difference])).toEqual([
    ['Thanh tra tỉnh', '+0,5'],
    ['Thanh tra tỉnh', '−0,25'],
    ['Thanh tra tỉnh', '+0,25'],
  ]);
  expect(rows[0]?.[1]).toMatch(/^II\.1 Chấp hành/);
  expect(rows[2]?.[1]).toBe('Tổng điểm');
});

test('levels that agree: said so', async () => {
  const { rows, text } = await shown(sample);
  expect(rows).toEqual([]);
  expect(text).toContain('Hai cấp chấm không lệch nhau ở ô nào, hoặc sổ chỉ có một cấp.');
});
