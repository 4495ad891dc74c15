/**
 * `npm run dev`: serves the page (index.html) and the pane (taskpane.html) on this machine alone, builds
 * anew after every save and reloads what is open. PORT asks for another port than 3000; a port that is
 * taken gives way to the next free one. The pane needs Excel for anything but its waiting screen:
 * `npm run excel` serves it over https. All its views in all their states from fixed data stand in the
 * gallery (gallery.html), which is built here and nowhere else.
 */
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import makeConfig from '../webpack.config.js';
import { GALLERY, withGallery } from './gallery.mjs';

const HOST = '127.0.0.1';
const port = await WebpackDevServer.getFreePort(Number(process.env.PORT ?? '3000'), HOST).catch(() =>
  WebpackDevServer.getFreePort('auto', HOST),
);
const app = makeConfig({}, { mode: 'development' }).find(({ name }) => name === 'app');
const compiler = webpack(withGallery(app));
// The first build and every later one say how long the edit took to reach the screen.
compiler.hooks.done.tap('dev', (stats) => {
  process.stdout.write(
    `${stats.hasErrors() ? 'build failed' : 'built'} in ${String(stats.endTime - stats.startTime)} ms\n`,
  );
});
const server = new WebpackDevServer(
  {
    port,
    host: HOST,
    hot: false,
    client: { overlay: { errors: true, warnings: false, runtimeErrors: false } },
    static: false,
  },
  compiler,
);
await server.start();
const address = `http://${HOST}:${String(port)}/`;
process.stdout.write(`page     ${address}\npane     ${address}taskpane.html\ngallery  ${address}${GALLERY}\n`);
