/** Serves a built folder with the headers of deploy/nginx.conf, so that the tests meet what a server sends. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.xml': 'text/xml; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface StaticServer {
  /** "http://localhost:PORT/". */
  readonly address: string;
  close(): Promise<void>;
}

export async function serveBuilt(folder: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    const found = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
    for (const [name, value] of Object.entries(nginxHeaders(path))) response.setHeader(name, value);
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.writeHead(found ? 200 : 404).end(found ? readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  return {
    address: `http://localhost:${String((server.address() as AddressInfo).port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** What deploy/nginx.conf adds to the answer for a path. */
export function nginxHeaders(path: string): Record<string, string> {
  const text = readFileSync(join(__dirname, '../../deploy/nginx.conf'), 'utf8');
  const entries = [
    ...(/map \$uri \$thidua_cache \{([^}]*)\}/.exec(text)?.[1] ?? '').matchAll(/^\s*(\S+)\s+"([^"]*)";/gm),
  ];
  const cache =
    entries.find(([, key = '']) => key.startsWith('~') && new RegExp(key.slice(1)).test(path)) ??
    entries.find(([, key]) => key === 'default');
  return Object.fromEntries(
    [...text.matchAll(/add_header (\S+) (?:"([^"]*)"|(\S+)) always;/g)].map(([, name = '', quoted, variable]) => [
      name,
      quoted ?? (variable === '$thidua_cache' ? (cache?.[2] ?? '') : ''),
    ]),
  );
}
