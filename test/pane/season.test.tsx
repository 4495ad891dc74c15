/**
 * @jest-environment jsdom
 *
 * `Diễn biến` in every state of a season, drawn from real judgements: a new book, one half scored, one cell
 * missing, cells in error, complete; what is typed shows at once, and the way back from a unit.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDecoder, TextEncoder } from 'node:util';
import axe from 'axe-core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { CriterionCode, UnitId } from '../../src/rules';
import { fileDoor } from '../../src/xlsx';
import { SessionProvider } from '../../src/pane/App';
import { LangProvider } from '../../src/pane/lang';
import RankingView from '../../src/pane/ranking/RankingView';
import { Session } from '../../src/pane/session';
import { engineHere } from '../support/engine';
import type { UiLang } from '../../src/text/ui';

Object.assign(globalThis, { TextDecoder, TextEncoder, IS_REACT_ACT_ENVIRONMENT: true });

type Cell = (unit: UnitId, criterion: CriterionCode) => boolean;

interface Shown {
  readonly session: Session;
  readonly host: HTMLElement;
  /** Empties scores of the ranking level. */
  readonly empty: (cells: Cell) => Promise<void>;
  readonly type: (unit: UnitId, criterion: CriterionCode, value: number | string) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly text: (selector?: string) => string;
  /** The row of a unit in the standing. */
  readonly row: (unit: string) => string;
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
let root: Root | null = null;

async function show(sample: string, lang: UiLang = 'vi'): Promise<Shown> {
  const session = new Session(
    fileDoor(new Uint8Array(readFileSync(join(__dirname, `../../assets/samples/${sample}.xlsx`)))),
    engineHere(),
  );
  await session.check();
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  root = createRoot(host);
  act(() => {
    root?.render(
      <LangProvider lang={lang}>
        <SessionProvider session={session}>
          <RankingView />
        </SessionProvider>
      </LangProvider>,
    );
  });
  const cellsOf = (wanted: Cell) => {
    const { judgement } = session.state();
    if (judgement === null) throw new Error('not judged');
    const { book } = judgement;
    return book.scores
      .filter(({ level }) => level === book.settings.rankingLevel)
      .flatMap(({ unit, entries }) =>
        book.criteria
          .filter(({ code, way }) => way.kind !== 'group' && wanted(unit, code))
          .flatMap(({ code }) => entries.get(code)?.place ?? []),
      );
  };
  const change = (cells: Cell, value: number | string) =>
    act(async () => {
      await session.change(
        cellsOf(cells).map((place) => ({ place, value, overLocked: true })),
        null,
      );
    });
  const text = (selector = 'body') => plain(document.querySelector(selector)?.textContent);
  return {
    session,
    host,
    text,
    empty: (cells) => change(cells, ''),
    type: (unit, criterion, value) => change((one, code) => one === unit && code === criterion, value),
    press: (name) =>
      act(() => {
        const button = [...host.querySelectorAll('button')].find(({ textContent }) =>
          typeof name === 'string' ? plain(textContent) === name : name.test(plain(textContent)),
        );
        if (!button) throw new Error(`no button ${String(name)}`);
        button.click();
        return Promise.resolve();
      }),
    row: (unit) =>
      plain(
        [...host.querySelectorAll('.standing tbody tr')].find((row) => row.textContent?.includes(unit))?.textContent,
      ),
  };
}

afterEach(() => {
  act(() => {
    root?.unmount();
  });
});

/** Structure, names and roles; colours are looked at in the browser. */
async function findings(host: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(host, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const pressed = (host: HTMLElement): string => plain(host.querySelector('[aria-pressed="true"]')?.textContent);
const everything: Cell = () => true;

test('a new book: it greets with progress and a word, not with a table in which all are alike', async () => {
  const { host, empty, text } = await show('B');
  await empty(everything);
  expect(pressed(host)).toBe('Diễn biến');
  expect(text('.progress p')).toBe('Đã chấm 0/110 ô');
  expect(text()).toContain('Chưa có điểm nào, mọi đơn vị còn như nhau.');
  expect(host.querySelectorAll('.standing, .award, .issue').length).toBe(0);
  expect(await findings(host)).toEqual([]);
});

test('half scored: progress by unit and section, ranges, and what each award still is', async () => {
  const { host, empty, text, row } = await show('B');
  await empty((_, code) => code.startsWith('I.') || code === 'III.4');
  expect(pressed(host)).toBe('Diễn biến');
  expect(text('.progress p')).toBe('Đã chấm 60/110 ô');
  expect(text('.progress')).toContain('II Chấp hành chủ trương, pháp luật; xây dựng cơ quan, đơn vị: đã chấm 30/30 ô');
  expect(text('.progress')).toContain('III Tổ chức phong trào thi đua, công tác khen thưởng: đã chấm 30/40 ô');
  expect(row('Thanh tra tỉnh')).toMatch(/^1 – 10Thanh tra tỉnhđã chấm 6\/11 ô.*\d+,\d\d – \d+,\d\d$/);
  expect(host.querySelectorAll('.standing tbody tr').length).toBe(10);
  expect(text('.awards')).toMatch(/Cờ thi đua của Chính phủ ?chưa suất nào chắc chắn, 1 suất còn mở/);
  expect(await findings(host)).toEqual([]);
});

test('one cell left that decides nothing: everything clinched, with icon and word, and the unit keeps a range', async () => {
  const { host, empty, text, row } = await show('B');
  await empty((unit, code) => unit === 'STC' && code === 'III.3');
  expect(pressed(host)).toBe('Diễn biến');
  expect(text()).toContain('Suất đã chắc chắn: 5/5');
  expect(row('Thanh tra tỉnh')).toBe(
    '1Thanh tra tỉnh chắc chắn: ACờ thi đua của Chính phủ; không còn khả năng: BCờ thi đua của UBND tỉnh; CBằng khen của UBND tỉnh; 97,35',
  );
  expect(row('Sở Tài chính')).toContain('đã chấm 10/11 ô không còn khả năng: mọi hình thức');
  expect(row('Sở Tài chính')).toMatch(/^9 – 10.*87,70 – 91,70$/);
  for (const mark of host.querySelectorAll('.chance'))
    expect([mark.querySelector('svg') !== null, plain(mark.textContent)]).toEqual([
      true,
      expect.stringMatching(/^(chắc chắn|còn có thể|không còn khả năng)$/),
    ]);
  expect(text('.awards')).toContain('không đạt điều kiện: ');
  expect(await findings(host)).toEqual([]);
});

test('a cell that decides: what the unit needs, whom it must pass, what it may lose, and the way to the cell', async () => {
  const { session, empty, press, text } = await show('B');
  await empty((unit, code) => unit === 'BDT' && code === 'I.4');
  expect(text('.awards')).toMatch(
    /Ban Dân tộc còn có thể: còn cần [\d,]+ điểm ở I\.4 Chế độ thông tin, báo cáo đúng hạn để chắc chắn Bằng khen của UBND tỉnh \(phải vượt Sở Ngoại vụ\)/,
  );
  expect(text('.awards')).toContain('1 ô này quyết định Bằng khen của UBND tỉnh:');
  await press(/^Chấm điểm!U9 · Ban Dân tộc · I\.4/);
  expect(session.state().shown).toEqual({ sheet: 'Chấm điểm', row: 8, column: 20 });
});

test('cells in error: said, told apart from empty ones, and counted as missing', async () => {
  const { host, text, row } = await show('co-loi');
  expect(pressed(host)).toBe('Diễn biến');
  expect(text('.caution')).toMatch(/^Còn \d+ lỗi, xem ở phần Kiểm tra\. Ô có lỗi được coi như chưa có điểm\.$/);
  expect(row('Thanh tra tỉnh')).toContain('1 ô có lỗi');
  expect(row('Ban Dân tộc')).toContain('đã chấm 10/11 ô');
  expect(await findings(host)).toEqual([]);
});

test('complete: the plain ranking opens; how things stand says that nothing is missing', async () => {
  const { host, press, text } = await show('B');
  expect(pressed(host)).toBe('Bảng xếp hạng');
  expect([host.querySelectorAll('.ranking').length, host.querySelectorAll('.standing').length]).toEqual([1, 0]);
  await press('Diễn biến');
  expect(text()).toContain('Mọi đơn vị đã đủ điểm.');
  expect(text('.awards')).toContain('đã xác định');
  expect(await findings(host)).toEqual([]);
});

test('what is typed shows at once; with the last score the plain ranking comes, unless a view was chosen', async () => {
  const { host, empty, type, press, text } = await show('B');
  await empty((unit) => unit === 'TTT');
  expect(text('.progress p')).toBe('Đã chấm 99/110 ô');
  await type('TTT', 'I.1', 23);
  expect(text('.progress p')).toBe('Đã chấm 100/110 ô');
  for (const [criterion, points] of [
    ['I.2', 13],
    ['I.3', 9],
    ['I.4', 9],
    ['II.1', 7],
    ['II.2', 5],
    ['II.3', 5],
    ['III.1', 6],
    ['III.2', 4],
    ['III.3', 3],
  ] as const)
    await type('TTT', criterion, points);
  expect([pressed(host), text('.progress p')]).toEqual(['Diễn biến', 'Đã chấm 109/110 ô']);
  await type('TTT', 'III.4', 3);
  expect(pressed(host)).toBe('Bảng xếp hạng');
  await press('Diễn biến');
  await type('TTT', 'III.4', 3.5);
  expect(pressed(host)).toBe('Diễn biến');
});

test('a unit opens from the standing with its chances per award, and the way back leads there', async () => {
  const { host, empty, press, text } = await show('B');
  await empty((unit, code) => unit === 'BDT' && code === 'I.4');
  await press('Ban Dân tộc');
  expect(text('.facts')).toMatch(/Tổng điểm[\d,]+ – [\d,]+Hạng\d+ – \d+/);
  expect([...host.querySelectorAll('.chance-line')].map(({ textContent }) => plain(textContent))).toEqual([
    'không còn khả năng: không đạt điều kiện',
    'không còn khả năng: không đạt điều kiện',
    expect.stringMatching(/^còn có thể: còn cần [\d,]+ điểm ở I\.4 /),
  ]);
  expect(text('.unit')).toContain('Chưa được xếp hạng nên chưa xét (Chưa đủ điểm)');
  // What fails already is named with its cell, though the unit has no rank yet.
  expect(text('.unit')).toMatch(/Không đạt điều kiện “Xếp loại nhiệm vụ = HTXSNV”; thực tế: HTTNV \(ô Đơn vị!C12/);
  await press('Về diễn biến');
  expect(host.querySelectorAll('.standing').length).toBe(1);
});

test('an award that only a decision holds back: possible, in the plain ranking', async () => {
  const { host, press, text } = await show('co-loi-da-sua');
  expect(pressed(host)).toBe('Bảng xếp hạng');
  await press('Sở Ngoại vụ');
  expect(text('.unit')).toContain('còn có thể: đã đủ điểm, còn tùy đơn vị khác, phiếu bầu hoặc quyết định');
});
