/**
 * The gallery: every view of the pane in every state from fixed data, for those who work on it. It is no
 * part of what webpack.config.js builds: `npm run dev` adds it to the page that it serves, and the
 * pictures and tests build it by itself.
 */
import { fileURLToPath } from 'node:url';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import makeConfig from '../webpack.config.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const GALLERY = 'gallery.html';

const entry = { gallery: at('src/gallery/main.tsx') };
const page = () =>
  new HtmlPlugin({
    template: at('src/gallery/gallery.html'),
    filename: GALLERY,
    chunks: ['gallery'],
    scriptLoading: 'module',
  });

/** The configuration of the page and the pane with the gallery beside them. */
export const withGallery = (app) => ({
  ...app,
  entry: { ...app.entry, ...entry },
  plugins: [...app.plugins, page()],
});

/** Builds the gallery alone into a folder. */
export function buildGallery(folder) {
  const app = makeConfig({}, { mode: 'development' }).find(({ name }) => name === 'app');
  const compiler = webpack({
    ...app,
    entry,
    devtool: false,
    output: { ...app.output, path: folder, clean: false },
    plugins: [new webpack.DefinePlugin({ SINGLE_FILE: 'false' }), page()],
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure = error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : null);
      compiler.close(() => {
        if (failure) reject(failure);
        else resolve();
      });
    });
  });
}
