/**
 * @jest-environment jsdom
 *
 * The gallery: each state of each view comes on the screen with its words, and no component of the pane is left out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { TextDecoder, TextEncoder } from 'node:util';
import type { Root } from 'react-dom/client';
import { stopClock } from '../../src/gallery/clock';
import { LOOKS, stateAt, VIEWS } from '../../src/gallery/views';

jest.mock('../../src/pane/board/board.css', () => ({}));
// Their files have addresses only where webpack gives them some.
jest.mock('../../src/page/samples', () => ({ SAMPLES: ['B', 'co-loi', 'A'].map((id) => ({ id, url: '' })) }));

/** What the views use of a browser and jsdom has not. */
Object.assign(globalThis, {
  TextDecoder,
  TextEncoder,
  SINGLE_FILE: false,
  matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  ResizeObserver: class {
    observe(): void {}
    disconnect(): void {}
  },
  CSS: { escape: (text: string) => text.replace(/["\\]/g, '\\$&') },
});
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
Object.assign(Element.prototype, { scrollIntoView: () => undefined });
Object.assign(HTMLAnchorElement.prototype, { click: () => undefined });
Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => undefined });
let width = 0;
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => width });
stopClock();

/** The check of many workbooks remembers: who looks at it in the whole window begins without it. */
async function openGallery() {
  jest.resetModules();
  const { samplesFrom } = await import('../../src/gallery/workbooks');
  samplesFrom((name) => Promise.resolve(new Uint8Array(readFileSync(`assets/samples/${name}.xlsx`))));
  const [{ createRoot }, { showState }, { stateAt: find }] = await Promise.all([
    import('react-dom/client'),
    import('../../src/gallery/Stage'),
    import('../../src/gallery/views'),
  ]);
  return { createRoot, showState, find };
}

let gallery: Awaited<ReturnType<typeof openGallery>>;
const ROWS = Object.entries(VIEWS).flatMap(([view, states]) => [
  ...states.map(({ name }) => `${view}/${name}`),
  `${view}/${states[0].name}/english`,
]);

let root: Root | null = null;
const complaints: string[] = [];
beforeAll(async () => {
  gallery = await openGallery();
  jest.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    complaints.push(said.map(String).join(' ').slice(0, 300));
  });
});
afterEach(() => {
  root?.unmount();
});

/** Names of the components that were drawn. */
const drawn = new Set<string>();

interface Fiber {
  readonly type: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly stateNode: { readonly current: Fiber };
}

function collect(fiber: Fiber | null): void {
  for (let at = fiber; at; at = at.sibling) {
    const type = at.type as { readonly name?: string; readonly type?: { readonly name?: string } } | string | null;
    if (typeof type === 'function') drawn.add((type as { name: string }).name);
    collect(at.child);
  }
}

test.each(ROWS)('%s', async (address) => {
  if (address.startsWith('wide-board/empty')) gallery = await openGallery();
  const state = gallery.find(address);
  if (!state) throw new Error('no state');
  width = state.width ?? 320;
  complaints.length = 0;
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  root = gallery.createRoot(host);
  await gallery.showState(root, state);
  const container = Object.entries(host).find(([key]) => key.startsWith('__reactContainer$'))?.[1] as Fiber;
  collect(container.stateNode.current);
  // A view that failed says so in words of its own.
  if (address !== 'pane/failed') expect([host.querySelector('.failure'), complaints]).toEqual([null, []]);
});

test('every component of the pane stands in a state', () => {
  const files = readdirSync('src/pane', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  const exported = files.flatMap((file) =>
    [...readFileSync(`src/pane/${file}`, 'utf8').matchAll(/^export (?:default )?function ([A-Z]\w+)/gm)].map(
      ([, name]) => name ?? '',
    ),
  );
  // It waits for Excel itself.
  expect(exported.filter((name) => name !== 'ExcelPane' && !drawn.has(name))).toEqual([]);
});

test('names of states are addresses, each of one state', () => {
  const addresses = Object.entries(VIEWS).flatMap(([view, states]) => states.map(({ name }) => `${view}/${name}`));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((address) => !/^[a-z-]+\/[a-z-]+$/.test(address) || address.endsWith('/all'))).toEqual([]);
  expect(stateAt('check/one-open/dark')).toMatchObject({ name: 'one-open', ...LOOKS.dark });
});
