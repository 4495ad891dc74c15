/**
 * @jest-environment jsdom
 *
 * *Quy chế* drawn from real workbooks: in Excel only what its door can do is offered, and the view says so; a
 * refusal leaves the form as it is; what a form begins with and what it wishes for.
 */
import { readFileSync } from 'node:fs';
import { TextDecoder, TextEncoder } from 'node:util';
import axe from 'axe-core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { SessionProvider } from '../../src/pane/App';
import { LangProvider } from '../../src/pane/lang';
import RegulationView from '../../src/pane/regulation/RegulationView';
import { firstFields, wishOf, withAward, withCriterion } from '../../src/pane/regulation/wish-fields';
import { Session } from '../../src/pane/session';
import { engineHere } from '../support/engine';
import { proposeChange } from '../../src/workbook/change';
import { fail, type Door } from '../../src/sheets/door';
import { judge } from '../../src/workbook/job';
import { fileDoor, readWorkbook } from '../../src/xlsx';
import { REGULATIONS } from '../../src/regulations';
import { emptyBook } from '../workbook/unit-forms/support';
import { editParts } from '../print/office';
import { changedParts } from '../xlsx/support/compare';

Object.assign(globalThis, { TextDecoder, TextEncoder, IS_REACT_ACT_ENVIRONMENT: true });
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});

const bytesOf = (sample: string) => new Uint8Array(readFileSync(`assets/samples/${sample}.xlsx`));
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
let root: Root | null = null;
afterEach(() => {
  act(() => {
    root?.unmount();
  });
});

/** A door to Excel as far as the view can tell: a sheet with a password stays as it is. */
function excelLike(sample: string, fixed: Parameters<Door['fix']>[0][]): Door {
  const file = fileDoor(bytesOf(sample));
  return {
    ...file,
    kind: 'excel',
    fix: (changes) => {
      fixed.push(changes);
      return Promise.resolve(fail({ code: 'sheet-protected', sheet: 'Đơn vị' }));
    },
  };
}

interface Shown {
  readonly session: Session;
  readonly host: HTMLElement;
  readonly press: (name: string) => Promise<void>;
  readonly type: (label: string, value: string) => void;
  readonly text: (selector: string) => string;
}

async function show(door: Door): Promise<Shown> {
  const session = new Session(door, engineHere());
  await session.check();
  const host = document.createElement('main');
  document.body.replaceChildren(host);
  root = createRoot(host);
  act(() => {
    root?.render(
      <LangProvider lang="vi">
        <SessionProvider session={session}>
          <RegulationView onClose={() => undefined} />
        </SessionProvider>
      </LangProvider>,
    );
  });
  return {
    session,
    host,
    press: (name) =>
      act(async () => {
        const button = [...host.querySelectorAll('button')].find(({ textContent }) => plain(textContent) === name);
        if (!button) throw new Error(`no button ${name}`);
        button.click();
        // The answer is found in here, where no worker is.
        for (let turn = 0; turn < 50 && host.querySelector('form [aria-disabled="true"]'); turn += 1)
          await new Promise((resolve) => setTimeout(resolve, 20));
        await new Promise((resolve) => setTimeout(resolve));
      }),
    type: (label, value) => {
      act(() => {
        const input = [...host.querySelectorAll('label')]
          .find(({ textContent }) => plain(textContent) === label)
          ?.querySelector('input');
        if (!input) throw new Error(`no field ${label}`);
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    text: (selector) => plain(host.querySelector(selector)?.textContent),
  };
}

const offered = (host: HTMLElement): string[] =>
  [...host.querySelectorAll('.buttons button')].map(({ textContent }) => plain(textContent));

test('in Excel the same commands are offered; what is locked is named before, and a password after', async () => {
  const fixed: Parameters<Door['fix']>[0][] = [];
  const { host, session, press, type, text } = await show(excelLike('B', fixed));
  const inExcel = offered(host);
  expect(inExcel).toEqual(expect.arrayContaining(['Thêm đơn vị', 'Bỏ tiêu chí', 'Dựng lại bảng Chấm điểm']));
  expect(host.querySelector('.caution')).toBeNull();
  expect(text('.regulation > p')).toMatch(/^Mỗi lệnh ở đây sửa mọi trang tính .* Ctrl\+Z của Excel không lùi được\.$/);
  await press('Thêm đơn vị');
  type('Tên đơn vị', 'Sở Chuyển đổi số');
  await press('Xem trước');
  expect(text('.change-preview')).toContain('Sửa cả trang tính đang khóa (không đặt mật khẩu): Đơn vị, Chấm điểm');
  const { violations } = await axe.run(host, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await press('Thực hiện');
  expect(fixed.length).toBe(1);
  expect(session.state().notice).toMatchObject({ kind: 'problem', problem: { code: 'sheet-protected' } });
});

test('the score sheet is set up for print as a command of its own, seen first and undone', async () => {
  const tiny = (xml: string): string => xml.replace(/(<pageSetup [^>]*scale=")\d+"/, '$140"');
  const door = fileDoor(editParts(bytesOf('B'), /sheet\d+\.xml$/, tiny));
  const before = door.bytes();
  const { session, press, text } = await show(door);
  await press('Đặt trang in bảng Chấm điểm');
  await press('Xem trước');
  expect(text('.change-preview')).toMatch(
    /“Chấm điểm”: đặt lại trang in, giấy A4 nằm ngang, .*Không đơn vị, hình thức nào/,
  );
  await press('Thực hiện');
  expect(session.state().notice).toMatchObject({ kind: 'regulated', what: 'Đặt trang in bảng Chấm điểm: A4' });
  expect(changedParts(before, door.bytes())).not.toEqual([]);
  await session.undo();
  expect(changedParts(before, door.bytes())).toEqual([]);
});

test('on the page every command is offered; a refusal stands in the form until something else is typed', async () => {
  const { host, session, press, type, text } = await show(fileDoor(bytesOf('B')));
  expect(offered(host)).toEqual([
    'Phát phiếu…',
    'Thu phiếu…',
    'Thêm đơn vị',
    'Đổi tên đơn vị',
    'Bỏ đơn vị',
    'Đổi thứ tự đơn vị',
    'Thêm tiêu chí',
    'Thêm nhiều tiêu chí',
    'Đổi điểm tối đa',
    'Đổi nội dung tiêu chí',
    'Đổi cách chấm',
    'Bỏ tiêu chí',
    'Dựng lại bảng Chấm điểm',
    'Đặt trang in bảng Chấm điểm',
    'Đổi số suất',
    'Thêm hình thức khen thưởng',
    'Bỏ hình thức khen thưởng',
    'Thêm điều kiện',
    'Bỏ điều kiện',
    'Thêm mức xếp loại',
    'Thêm kết quả bỏ phiếu',
    'Bỏ kết quả bỏ phiếu',
  ]);
  await press('Thêm tiêu chí');
  type('Nội dung tiêu chí', 'Chuyển đổi số');
  type('Điểm tối đa', 'hai');
  await press('Xem trước');
  expect(text('.trouble')).toBe('Điểm tối đa của “Chuyển đổi số” phải là một số không âm.');
  type('Điểm tối đa', '2,5');
  expect(text('.trouble')).toBe('');
  await press('Xem trước');
  expect(text('.change-preview')).toMatch(/“Tiêu chí”: thêm dòng \d+ cho Chuyển đổi số.*“Chấm điểm”: thêm dòng \d+/);
  await press('Thực hiện');
  expect(session.state().notice).toEqual({ kind: 'regulated', what: 'Thêm tiêu chí: Chuyển đổi số' });
  expect(text('.criteria')).toContain('I.5 Chuyển đổi số · tối đa 2,5');
  await act(() => session.undo());
  expect(text('.criteria')).not.toContain('Chuyển đổi số');
});

test('a form begins with what holds, and wishes for what is written in it', () => {
  const read = readWorkbook(bytesOf('B'));
  if (!read.ok) throw new Error(read.error.code);
  const { book } = judge(read.value);
  const quota = { kind: 'percent', percent: '12.5', of: 'ranked' } as const;
  const own = { ...book, awards: book.awards.map((award) => ({ ...award, quota })) };
  const award = own.awards[1]?.id ?? '';
  const fields = { ...firstFields('changeQuota', own, 'vi', read.value), ...withAward(own, award, 'en') };
  expect(fields).toMatchObject({ award, quota: '12.5', quotaOf: 'ranked' });
  expect(wishOf('changeQuota', fields)).toEqual({
    kind: 'changeQuota',
    award,
    quota: '12,5% đơn vị được xếp hạng',
  });
  expect(wishOf('changeQuota', { ...fields, quota: ' ' })).toMatchObject({ quota: ' ' });
  expect(wishOf('changeQuota', { ...fields, quota: '3', quotaOf: 'number' })).toMatchObject({ quota: '3' });
  const max = { ...fields, ...withCriterion('changeMaximum', book, 'I.4', 'vi', read.value) };
  expect(wishOf('changeMaximum', max)).toEqual({
    kind: 'changeMaximum',
    criterion: 'I.4',
    max: Number(book.criteria.find(({ code }) => code === 'I.4')?.max),
  });
  expect(firstFields('addUnit', book, 'vi', read.value).name).toBe('');
  expect(firstFields('renameUnit', book, 'vi', read.value).name).toBe(book.units[0]?.name);
  const criterion = { ...fields, name: 'x', max: ' 2.5 ', under: '', isGroup: true };
  expect(wishOf('addCriterion', criterion)).toEqual({
    kind: 'addCriterion',
    name: 'x',
    max: 2.5,
    under: null,
    isGroup: true,
  });
  expect(wishOf('addCriterion', { ...criterion, max: '' })).toMatchObject({ max: null });
});

test('ballots, grades and the order of units: chosen by names, seen as sentences, the order said to decide nothing', async () => {
  const { host, session, press, type, text } = await show(fileDoor(bytesOf('B')));
  const sections = (): string =>
    [...host.querySelectorAll('section section')].map(({ textContent }) => plain(textContent)).join('\n');
  await press('Thêm mức xếp loại');
  type('Tên mức xếp loại', 'Xuất sắc');
  type('Từ bao nhiêu điểm (mức thấp nhất để trống được)', '90,5');
  type('Số đơn vị tối đa (để trống: không giới hạn)', '3');
  await press('Xem trước');
  await press('Thực hiện');
  expect(sections()).toContain('Xuất sắc: từ 90,5 điểm nhiều nhất 3 đơn vị.');
  await press('Thêm kết quả bỏ phiếu');
  const labels = (): string[] =>
    [...host.querySelectorAll('dialog select option')].map(({ textContent }) => plain(textContent));
  expect(labels()).toEqual(expect.arrayContaining(['bầu Trưởng khối', 'bầu Phó Trưởng khối', 'Thanh tra tỉnh']));
  type('Phiếu đồng ý', '9,5');
  await press('Xem trước');
  expect(text('.trouble')).toMatch(/số nguyên không âm/);
  await press('Hủy');
  await press('Đổi thứ tự đơn vị');
  await press('Xem trước');
  expect(text('.trouble')).toMatch(/đã đứng ở đầu/);
  await press('Hủy');
  await act(() => session.undo());
  expect(sections()).not.toContain('Xuất sắc');
  const { book, cells } = session.state().judgement ?? {};
  if (!book || !cells) throw new Error('not judged');
  expect(sections()).toMatch(/Cờ thi đua[^.]*, Thanh tra tỉnh: đồng ý \d+ trong \d+ phiếu hợp lệ, thành viên \d+\./);
  // What holds now is what a form begins with.
  const bands = [
    { name: 'Tốt', from: '80', limit: { kind: 'percent', percent: '20', of: 'units' } },
  ] as unknown as typeof book.bands;
  expect(firstFields('changeBand', { ...book, bands }, 'vi', cells)).toMatchObject({
    band: 'Tốt',
    from: '80',
    quota: '20',
    quotaOf: 'units',
  });
  const [row] = book.ballots;
  expect(firstFields('addBallot', book, 'vi', cells)).toMatchObject({
    ballot: row?.ballot,
    counts: { members: row?.members.kind === 'number' ? row.members.value : '', favour: '' },
  });
});

test.each(REGULATIONS.map(({ id }) => id))('%s: the way of scoring is changed from its present parameter', (id) => {
  const read = readWorkbook(emptyBook(['Sở A', 'Sở B'], {}, id));
  if (!read.ok) throw new Error(read.error.code);
  const { book } = judge(read.value);
  const kinds = new Set<string>(['ladder', 'minus', 'bands', 'count']);
  for (const { code, way } of book.criteria.filter((one) => kinds.has(one.way.kind))) {
    const fields = {
      ...firstFields('changeWay', book, 'vi', read.value),
      ...withCriterion('changeWay', book, code, 'vi', read.value),
    };
    expect([code, way.kind, fields.parameter]).not.toEqual([code, way.kind, '']);
    // Confirmed as it stands it changes nothing.
    const proposed = proposeChange(read.value, wishOf('changeWay', fields));
    expect([code, proposed.ok ? 'done' : proposed.error.code]).toEqual([code, 'nothing']);
  }
});
