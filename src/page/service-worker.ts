/** Keeps the page for offline use: everything it consists of is fetched at the first visit. */
interface Files { readonly version: string; readonly files: readonly string[] }
interface Lasting { waitUntil(work: Promise<unknown>): void }
interface Fetching extends Lasting { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Scope {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}

const scope = globalThis as unknown as Scope;
const PREFIX = 'thidua-';

async function keepFiles(): Promise<void> {
  const { version, files } = await (await fetch('page-files.json', { cache: 'no-store' })).json() as Files;
  const cache = await caches.open(PREFIX + version);
  await cache.addAll(['./', ...files]);
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== PREFIX + version) await caches.delete(name);
  await scope.skipWaiting();
}

/** The page itself from the network while there is one, so that a new version comes at once; the rest as kept. */
async function answer(request: Request): Promise<Response> {
  if (request.mode === 'navigate') {
    try {
      return await fetch(request);
    } catch {
      return await caches.match('index.html') ?? Response.error();
    }
  }
  return await caches.match(request) ?? fetch(request);
}

scope.addEventListener('install', (event) => { event.waitUntil(keepFiles()); });
scope.addEventListener('activate', (event) => { event.waitUntil(scope.clients.claim()); });
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === scope.location.origin) event.respondWith(answer(request));
});
