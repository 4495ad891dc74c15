/**
 * `npm start`: builds, serves `dist` over plain http on this machine alone, prints the address.
 * `--no-build` serves what is there; PORT asks for another port than 3000. A port that is taken gives
 * way to the next free one.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const HOST = '127.0.0.1';
const TRIED_PORTS = 20;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.map': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers GET and HEAD from one folder; names with a hash may be kept for good. */
export function serveFolder(folder) {
  return createServer((request, response) => {
    void answer(folder, request, response);
  });
}

async function answer(folder, request, response) {
  const refuse = (code) => {
    response.writeHead(code, { 'content-type': 'text/plain' }).end(`${code}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  let path;
  try {
    path = normalize(join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)));
  } catch {
    return refuse(400);
  }
  if (path !== folder && !path.startsWith(folder + sep)) return refuse(404);
  try {
    if ((await stat(path)).isDirectory()) path = join(path, 'index.html');
    const { size } = await stat(path);
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-length': size,
      'cache-control': /\.[0-9a-f]{8}\.(js|css)$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    });
  } catch {
    return refuse(404);
  }
  if (request.method === 'HEAD') return response.end();
  return createReadStream(path).pipe(response);
}

/** Listens on the first free port from `port` on; 0 takes any. */
export function listen(server, port, left = TRIED_PORTS) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && left > 0) resolve(listen(server, port + 1, left - 1));
      else reject(error);
    });
    server.listen(port, HOST, () => {
      resolve(server.address().port);
    });
  });
}

async function build() {
  const [{ default: webpack }, { default: config }] = await Promise.all([
    import('webpack'),
    import('../../webpack.config.js'),
  ]);
  const stats = await new Promise((resolve, reject) => {
    webpack(config({}, { mode: 'production' }), (error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!process.argv.includes('--no-build')) {
    process.stdout.write('Đang dựng trang… (building)\n');
    await build();
  }
  const port = await listen(serveFolder(DIST), Number(process.env.PORT) || 3000);
  process.stdout.write(
    `\n  Mở trang này trong trình duyệt (open this page):  http://${HOST}:${port}/\n\n  Ctrl+C để dừng (to stop)\n`,
  );
}
