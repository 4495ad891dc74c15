import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import webpack from 'webpack';
import { ManifestsPlugin } from './deploy/manifests.mjs';
import { NOTICES, noticesPlugins } from './deploy/notices.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const at = (...path) => join(root, ...path);
const dist = at('dist');

/** Chromium 93, Safari 15.4, Firefox 98: WebView2, Excel on the web and Mac, any browser kept up to date. */
const TARGET = ['chrome93', 'safari15.4', 'firefox98'];

const OFFICE_CDN = 'https://appsforoffice.microsoft.com';

/** What the pages may do (docs/architecture.md); Fluent needs inline styles, a nonce would need a server. */
const contentPolicy = ({ scripts, connect = [], workers = ["'self'"] }) =>
  [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    `worker-src ${workers.join(' ')}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');

const PANE_POLICY = contentPolicy({
  scripts: ["'self'", OFFICE_CDN],
  connect: ['https://*.microsoft.com', 'https://*.office.com'],
});
const LOCAL_POLICY = contentPolicy({ scripts: ["'self'"] });

/** The unmodified files of office.js that an intranet without the CDN needs. */
const OFFICE_FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'o15apptofilemappingtable.js',
  'vi-vn/office_strings.js',
  'en-us/office_strings.js',
];

function shared(mode, minimize = mode === 'production') {
  return {
    mode,
    context: root,
    devtool: mode === 'production' ? false : 'source-map',
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        // Modules only declare: what nobody uses of a room's index need not travel.
        {
          test: /\.tsx?$/,
          sideEffects: false,
          loader: 'esbuild-loader',
          options: { target: TARGET, jsx: 'automatic' },
        },
        {
          test: /\.css$/,
          type: 'css',
          loader: 'esbuild-loader',
          options: { loader: 'css', minify: minimize, target: TARGET },
        },
      ],
    },
    experiments: { css: true },
    optimization: {
      minimize,
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    },
    performance: false,
    stats: 'errors-warnings',
  };
}

/** `dist/taskpane.html` for Excel and `dist/index.html` for the browser. */
function appConfig(mode, localOffice) {
  const config = shared(mode);
  return {
    ...config,
    name: 'app',
    entry: {
      taskpane: './src/pane/main-excel.tsx',
      index: './src/page/main.tsx',
      'service-worker': './src/page/service-worker.ts',
    },
    output: {
      path: dist,
      clean: { keep: /^(thidua\.html|rules)/ },
      filename: ({ chunk }) => (chunk?.name === 'service-worker' ? '[name].js' : 'js/[name].[contenthash:8].js'),
      chunkFilename: 'js/[name].[contenthash:8].js',
      cssFilename: 'css/[name].[contenthash:8].css',
      cssChunkFilename: 'css/[name].[contenthash:8].css',
      assetModuleFilename: 'files/[name][ext]',
      publicPath: '', // relative to the page: office.js adds scripts of another origin, "auto" would follow them
    },
    module: { rules: [...config.module.rules, { test: /\.xlsx$/, type: 'asset/resource' }] },
    plugins: [
      new webpack.DefinePlugin({ SINGLE_FILE: 'false' }),
      new HtmlPlugin({
        template: './src/pane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['taskpane'],
        scriptLoading: 'module',
        minify: minifyHtml,
        templateParameters: {
          policy: localOffice ? LOCAL_POLICY : PANE_POLICY,
          officeScript: localOffice ? 'office/office.js' : `${OFFICE_CDN}/lib/1/hosted/office.js`,
        },
      }),
      new HtmlPlugin({
        template: './src/page/index.html',
        filename: 'index.html',
        chunks: ['index'],
        scriptLoading: 'module',
        minify: minifyHtml,
        templateParameters: {
          policy: LOCAL_POLICY,
          oldBrowserScript: '<script nomodule src="old-browser.js"></script>',
          head: '<link rel="icon" href="icons/icon-32.png">',
          body: '',
        },
      }),
      new CopyPlugin({
        patterns: [
          { from: at('src/page/old-browser.js') },
          { from: at('assets/icons'), to: 'icons', noErrorOnMissing: true },
          ...(localOffice
            ? OFFICE_FILES.map((file) => ({
                from: at('node_modules/@microsoft/office-js/dist', file),
                to: `office/${file}`,
                info: { minimized: true },
              }))
            : []),
        ],
      }),
      new ManifestsPlugin(),
      // While one works, modules are in the bundle that no release holds, some without a text of their licence.
      ...(mode === 'production' ? noticesPlugins() : []),
      new PageFilesPlugin(),
    ],
  };
}

/** `dist/thidua.html`: the whole page in one file that opens by double-click. */
function singleConfig(mode) {
  const config = shared(mode);
  return {
    ...config,
    name: 'single',
    dependencies: ['app'], // whose notices it carries
    entry: { thidua: './src/page/main.tsx' },
    output: { path: dist, filename: 'thidua.js', cssFilename: 'thidua.css', publicPath: '' },
    module: {
      parser: { javascript: { dynamicImportMode: 'eager' } },
      rules: [...config.module.rules, { test: /\.xlsx$/, type: 'asset/inline' }],
    },
    devtool: false,
    plugins: [
      new webpack.DefinePlugin({ SINGLE_FILE: 'true' }),
      new HtmlPlugin({
        template: './src/page/index.html',
        filename: 'thidua.html',
        inject: false,
        minify: false,
        templateParameters: singleFileParameters,
      }),
      new RemoveInlinedPlugin(),
    ],
  };
}

/** The rules module for other programs: `import { evaluate } from 'thidua/rules'`. */
function rulesConfig(mode) {
  return {
    ...shared(mode, false),
    name: 'rules',
    devtool: false,
    entry: { index: './src/rules/index.ts' },
    output: { path: join(dist, 'rules'), filename: 'index.js', library: { type: 'module' } },
    experiments: { outputModule: true },
  };
}

const minifyHtml = { collapseWhitespace: true, removeComments: true, minifyCSS: true };
const inlineHash = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** What stands inside a script must not end it. */
const embedded = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/** Scripts and styles as text inside the page; the policy names the scripts by their hashes. */
function singleFileParameters(compilation) {
  const source = (name) => String(compilation.getAsset(name)?.source.source() ?? '').trim();
  const script = embedded(source('thidua.js'));
  const oldBrowser = compilation.inputFileSystem.readFileSync(at('src/page/old-browser.js'), 'utf8').trim();
  return {
    policy: contentPolicy({ scripts: [inlineHash(script), inlineHash(oldBrowser)], workers: ['blob:'] }),
    oldBrowserScript: `<script nomodule>${oldBrowser}</script>`,
    head: `<style>${source('thidua.css')}</style>`,
    body: `<script type="text/plain" id="notices">\n${embedded(compilation.inputFileSystem.readFileSync(join(dist, NOTICES), 'utf8'))}</script><script type="module">${script}</script>`,
  };
}

/** What stands inside thidua.html need not lie beside it. */
class RemoveInlinedPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('RemoveInlined', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'RemoveInlined', stage }, () => {
        for (const name of ['thidua.js', 'thidua.css']) compilation.deleteAsset(name);
      });
    });
  }
}

/** Lays into the service worker what it keeps for offline use, with a version made of the contents. */
class PageFilesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('PageFiles', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'PageFiles', stage }, (assets) => {
        const files = Object.keys(assets)
          .filter(
            (name) =>
              /^(index\.html|old-browser\.js|notices\.txt|(js|css|files|icons)\/.*)$/.test(name) &&
              !name.endsWith('.map'),
          )
          .sort();
        const hash = createHash('sha256');
        for (const name of files) hash.update(name).update(assets[name].source());
        const content = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files });
        compilation.updateAsset(
          'service-worker.js',
          (source) => new webpack.sources.RawSource(String(source.source()).replaceAll('PAGE_FILES', () => content)),
        );
      });
    });
  }
}

/** `--env office=local` builds the pane for networks that cannot reach Microsoft's CDN. */
export default (env = {}, { mode = 'production' } = {}) => [
  appConfig(mode, env.office === 'local'),
  singleConfig(mode),
  rulesConfig(mode),
];
