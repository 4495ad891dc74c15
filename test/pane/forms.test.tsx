/**
 * @jest-environment jsdom
 *
 * *Thu phiếu* drawn from a real workbook: means need a level, what differs waits for an answer, an answer to what was
 * chosen before is none.
 */
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { WorkbookChange } from '../../src/rules';
import { SessionProvider } from '../../src/pane/App';
import { LangProvider } from '../../src/pane/lang';
import { Session } from '../../src/pane/session';
import { engineHere } from '../support/engine';
import { UnitForms } from '../../src/pane/unit-forms/UnitForms';
import { fileDoor } from '../../src/xlsx';
import { emptyBook, filled, sent, type FormFile } from '../workbook/unit-forms/support';

Object.assign(globalThis, { TextDecoder, TextEncoder, IS_REACT_ACT_ENVIRONMENT: true });
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
let root: Root | null = null;
afterEach(() => {
  act(() => {
    root?.unmount();
  });
});

async function show(book: Uint8Array) {
  const changes: (readonly WorkbookChange[])[] = [];
  const door = fileDoor(book);
  const session = new Session(
    {
      ...door,
      fix: (given) => {
        changes.push(given);
        return door.fix(given);
      },
    },
    engineHere(),
  );
  await session.check();
  const { judgement } = session.state();
  if (judgement === null) throw new Error('not judged');
  const host = document.createElement('main');
  document.body.replaceChildren(host);
  root = createRoot(host);
  act(() => {
    root?.render(
      <LangProvider lang="vi">
        <SessionProvider session={session}>
          <UnitForms judgement={judgement} />
        </SessionProvider>
      </LangProvider>,
    );
  });
  /** What is done, and the answer that is found in here, where no worker is. */
  const doing = (deed: () => void): Promise<void> =>
    act(async () => {
      deed();
      for (let turn = 0; turn < 200; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (!plain(host.querySelector('[role=status]')?.textContent).startsWith('Đang')) break;
      }
      await new Promise((resolve) => setTimeout(resolve));
    });
  const buttons = (): string[] => [...host.querySelectorAll('button')].map(({ textContent }) => plain(textContent));
  return {
    session,
    changes,
    buttons,
    text: () => plain(host.textContent),
    press: (name: string) =>
      doing(() => {
        const button = [...host.querySelectorAll('button')].find(({ textContent }) => plain(textContent) === name);
        if (!button) throw new Error(`no button ${name}: ${buttons().join(', ')}`);
        button.click();
      }),
    choose: (label: string, option: string) =>
      doing(() => {
        const box = [...host.querySelectorAll('.choice')].find(
          (one) => plain(one.querySelector('label')?.textContent) === label,
        );
        const select = box?.querySelector('select');
        const value = [...(select?.options ?? [])].find((one) => plain(one.textContent) === option)?.value;
        if (!select || value === undefined) throw new Error(`no choice ${label}: ${option}`);
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    give: (files: readonly FormFile[]) =>
      doing(() => {
        const input = host.querySelector('input[data-forms=files]');
        if (!input) throw new Error('no input');
        const chosen = files.map(({ name, bytes }) => ({
          name,
          arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
        }));
        Object.defineProperty(input, 'files', { value: chosen, configurable: true });
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }),
  };
}

const BOOK = emptyBook(['Sở A', 'Sở B', 'Sở C'], { scores: { SA: { self: { 'I.1': 20 } } } });

test('a cell that differs waits for an answer, then all is written at once', async () => {
  const forms = await Promise.all(
    sent(BOOK).map(async (form, at) => ({ ...form, bytes: await filled(form.bytes, [['I.1', 'Tự chấm', 21 + at]]) })),
  );
  const { press, give, choose, text, buttons, changes, session } = await show(BOOK);
  await press('Thu phiếu…');
  await press('Xem trước');
  expect(text()).toContain('Trong những gì đã chọn không có tệp .xlsx nào.');
  await give(forms);
  expect(text()).toContain('Đủ phiếu của mọi đơn vị.');
  expect(text()).toContain('Chưa ghi gì: chọn cách xử lý');
  expect(buttons().filter((name) => name.startsWith('Ghi'))).toEqual([]);
  await choose('Các ô có giá trị khác', 'Giữ của sổ, ghi phần còn lại');
  expect(buttons()).toContain('Ghi 2 ô vào sổ');
  await choose('Các ô có giá trị khác', 'Thay bằng phiếu');
  expect(changes).toEqual([]);
  await press('Ghi 3 ô vào sổ');
  expect(changes).toHaveLength(1);
  expect(session.state().notice).toEqual({ kind: 'regulated', what: 'Thu phiếu: 3 ô từ 3 phiếu' });
  expect(session.state().undo).toHaveLength(1);
});

test('means need a level; what was chosen since makes an answer no answer', async () => {
  const forms = await Promise.all(
    sent(BOOK, 'peer').map(async (form, at) => ({
      ...form,
      bytes: await filled(
        form.bytes,
        ['SA', 'SB', 'SC'].filter((unit) => unit !== form.unit).map((unit) => ['I.1', unit, 10 + at] as const),
      ),
    })),
  );
  const { press, give, choose, text, buttons } = await show(BOOK);
  await press('Thu phiếu…');
  await choose('Loại phiếu', 'Chấm chéo: mỗi đơn vị chấm các đơn vị khác');
  await give(forms);
  expect(text()).toContain('Chọn cấp điểm ghi trung bình.');
  await choose('Ghi điểm vào cấp', 'Khối chấm');
  expect(text()).not.toContain('Chọn cấp điểm');
  await press('Xem trước');
  expect(buttons()).toContain('Ghi 3 ô vào sổ');
  expect(text()).toContain(
    'Sở A, I.1 Hoàn thành các chỉ tiêu, nhiệm vụ được giao trong năm: 11,5 = trung bình 2 phiếu: Sở B 11; Sở C 12.',
  );
  await choose('Ghi điểm vào cấp', 'Tự chấm');
  expect(buttons().filter((name) => name.startsWith('Ghi'))).toEqual([]);
});
