/**
 * Keeps the page for offline use: everything it consists of is fetched at the first visit. The build lays
 * the list of files and their version in here, so each release is another service worker, which the
 * browser fetches by itself; it takes the place of the old one at once. Open tabs of an older release
 * still find what they load later: its files are kept while any tab is open.
 */
interface Files {
  readonly version: string;
  readonly files: readonly string[];
}
interface Lasting {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface Tab {
  postMessage: (message: ReleaseMessage) => void;
}
interface Scope {
  addEventListener: ((type: 'install' | 'activate', listener: (event: Lasting) => void) => void) &
    ((type: 'fetch', listener: (event: Fetching) => void) => void);
  skipWaiting: () => Promise<void>;
  readonly clients: {
    claim: () => Promise<void>;
    matchAll: (options: { readonly type: 'window'; readonly includeUncontrolled: boolean }) => Promise<readonly Tab[]>;
  };
  readonly location: Location;
}

/** What every tab is told when a release takes over. */
export interface ReleaseMessage {
  readonly kind: 'release';
  readonly files: readonly string[];
}

/** Put here by webpack.config.js. */
declare const PAGE_FILES: Files;

const scope = globalThis as unknown as Scope;
const PREFIX = 'thidua-';
const { version, files } = PAGE_FILES;
const KEPT = PREFIX + version;

/** All or nothing, past the browser's own cache; until it is done the old release serves. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(KEPT);
  await cache.addAll(['./', ...files].map((file) => new Request(file, { cache: 'reload' })));
  await scope.skipWaiting();
}

const openTabs = (): Promise<readonly Tab[]> => scope.clients.matchAll({ type: 'window', includeUncontrolled: true });

async function takeOver(): Promise<void> {
  await scope.clients.claim();
  for (const tab of await openTabs()) tab.postMessage({ kind: 'release', files });
}

/** Those that were fetched before this one, unless a tab is open; a page that is only being opened is none yet. */
async function dropOldReleases(): Promise<void> {
  if ((await openTabs()).length > 0) return;
  const names = await caches.keys(); // in the order in which they were made
  for (const name of names.slice(0, Math.max(0, names.indexOf(KEPT))))
    if (name.startsWith(PREFIX)) await caches.delete(name);
}

/** The page itself from the network while there is one, so that a new release comes at once. */
async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await (await caches.open(KEPT)).match(request, { ignoreSearch: true })) ?? Response.error();
  }
}

/** From this release, else from one that a tab still runs, else from the network. */
async function answer(request: Request): Promise<Response> {
  return (await (await caches.open(KEPT)).match(request)) ?? (await caches.match(request)) ?? fetch(request);
}

scope.addEventListener('install', (event) => {
  event.waitUntil(keepFiles());
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== scope.location.origin) return;
  if (request.mode !== 'navigate') return event.respondWith(answer(request));
  event.waitUntil(dropOldReleases());
  event.respondWith(openPage(request));
});
