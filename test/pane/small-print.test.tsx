/**
 * @jest-environment jsdom
 *
 * The tab `Báo cáo` tells of a score sheet that prints too small, wherever the door knows its page.
 */
import { readFileSync } from 'node:fs';
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { ok, type Door } from '../../src/sheets/door';
import { fileDoor } from '../../src/xlsx';
import { SessionProvider } from '../../src/pane/App';
import { LangProvider } from '../../src/pane/lang';
import ReportView from '../../src/pane/report/ReportView';
import { Session } from '../../src/pane/session';
import { engineHere } from '../support/engine';

Object.assign(globalThis, { TextDecoder, TextEncoder, IS_REACT_ACT_ENVIRONMENT: true });

const sample = fileDoor(new Uint8Array(readFileSync('assets/samples/B.xlsx')));

/** Sample B as if its score sheet printed in this share of its size. */
const printedIn = (printScale: number): Door => ({
  ...sample,
  read: async () => {
    const cells = await sample.read();
    if (!cells.ok) return cells;
    const sheets = cells.value.sheets.map((sheet) => (sheet.name === 'Chấm điểm' ? { ...sheet, printScale } : sheet));
    return ok({ ...cells.value, sheets });
  },
});

/** The buttons beside what was said last. */
let offered: string[] = [];

async function cautions(printScale: number): Promise<string[]> {
  const session = new Session(printedIn(printScale), engineHere());
  await session.check();
  const host = document.createElement('div');
  const root = createRoot(host);
  act(() => {
    root.render(
      <LangProvider lang="vi">
        <SessionProvider session={session}>
          <ReportView />
        </SessionProvider>
      </LangProvider>,
    );
  });
  const said = [...host.querySelectorAll('.caution')].map(({ textContent }) => textContent);
  offered = [...host.querySelectorAll('button')].map(({ textContent }) => textContent);
  act(() => {
    root.unmount();
  });
  return said;
}

test('says in which size the text comes out, and what to do', async () => {
  expect(await cautions(0.5)).toEqual([
    expect.stringMatching(
      /^Chấm điểm: Trang tính in ra quá nhỏ: chữ cỡ 12 chỉ còn 6 điểm\. Mở sổ .* “Đặt trang in bảng Chấm điểm”/,
    ),
  ]);
});

test('the command that helps is offered beside it, and only there', async () => {
  await cautions(0.5);
  expect(offered).toContain('Đặt trang in bảng Chấm điểm');
  await cautions(0.75);
  expect(offered).not.toContain('Đặt trang in bảng Chấm điểm');
});

test('says nothing of print that can be read', async () => {
  expect(await cautions(0.75)).toEqual([]);
});
