/**
 * @jest-environment jsdom
 *
 * Next year's workbook from the open one is made by a worker: the thread that draws is not asked, says that it waits,
 * and makes nothing of a form that was closed meanwhile.
 */
import { readFileSync } from 'node:fs';
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { CreatorProvider, SessionProvider, type Creator } from '../../src/pane/App';
import { LangProvider } from '../../src/pane/lang';
import { bookPlans, type BookTask } from '../../src/pane/regulation/change-worker';
import { Session } from '../../src/pane/session';
import CreateForm from '../../src/pane/start/CreateForm';
import * as nextYear from '../../src/workbook/next-year';
import type { SheetPlan } from '../../src/sheets/plan';
import { fileDoor } from '../../src/xlsx';
import { engineHere } from '../support/engine';

Object.assign(globalThis, { TextDecoder, TextEncoder, IS_REACT_ACT_ENVIRONMENT: true });
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
jest.mock('../../src/workbook/next-year', () => {
  const real = jest.requireActual<typeof nextYear>('../../src/workbook/next-year');
  return { ...real, nextYearWorkbook: jest.fn(real.nextYearWorkbook) };
});

/** What the worker was asked, and how it answers when the test lets it. */
const asked: { task: BookTask; answer: (plans: readonly SheetPlan[]) => void }[] = [];
jest.mock('../../src/pane/regulation/start-change', () => ({
  startChange: () => {
    const worker: {
      onmessage: ((event: { data: readonly SheetPlan[] }) => void) | null;
      onerror: null;
      terminate: () => void;
      postMessage: (task: BookTask) => void;
    } = {
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage: (task) => {
        asked.push({
          task,
          answer: (data) => {
            worker.onmessage?.({ data });
          },
        });
      },
    };
    return worker;
  },
}));

let root: Root | null = null;
afterEach(() => {
  act(() => {
    root?.unmount();
  });
  asked.length = 0;
});

async function show() {
  const session = new Session(fileDoor(new Uint8Array(readFileSync('assets/samples/B.xlsx'))), engineHere());
  await session.check();
  const made: [number, string][] = [];
  const creator = {
    into: 'beside',
    run: () => undefined,
    runApart: (plans: readonly SheetPlan[], name: string) => made.push([plans.length, name]),
  } as unknown as Creator;
  const host = document.createElement('main');
  document.body.replaceChildren(host);
  root = createRoot(host);
  let closed = 0;
  act(() => {
    root?.render(
      <LangProvider lang="vi">
        <CreatorProvider value={creator}>
          <SessionProvider session={session}>
            <CreateForm
              from="next"
              onClose={() => {
                closed += 1;
              }}
            />
          </SessionProvider>
        </CreatorProvider>
      </LangProvider>,
    );
  });
  const submit = () =>
    act(async () => {
      host.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await Promise.resolve();
    });
  return { host, made, submit, closed: () => closed, cells: session.state().judgement?.cells };
}

test('the worker makes it; the thread that draws only waits', async () => {
  const { host, made, submit, closed, cells } = await show();
  await submit();
  expect(host.querySelector('[role=status]')?.textContent).toBe('Đang lập sổ…');
  await submit();
  expect(asked).toHaveLength(1);
  expect(asked[0]?.task.cells).toBe(cells);
  expect([jest.mocked(nextYear.nextYearWorkbook).mock.calls.length, made, closed()]).toEqual([0, [], 0]);
  const plans = bookPlans(asked[0]?.task ?? ({} as BookTask));
  await act(async () => {
    asked[0]?.answer(plans);
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect([made, closed()]).toEqual([[[plans.length, 'Khối Thi đua các cơ quan tham mưu I']], 1]);
});

test('closed meanwhile, nothing is made', async () => {
  const { made, submit } = await show();
  await submit();
  act(() => {
    root?.unmount();
  });
  await act(async () => {
    asked[0]?.answer([]);
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(made).toEqual([]);
});
