/** Builds the pane with `--env office=local` into the folder given as the only argument. */
import webpack from 'webpack';
import makeConfig from '../../webpack.config.js';

const app = makeConfig({ office: 'local' }, { mode: 'production' }).find(({ name }) => name === 'app');
webpack({ ...app, output: { ...app.output, path: process.argv[2] } }, (error, stats) => {
  if (!error && !stats.hasErrors()) return;
  console.error(error ?? stats.toString('errors-only'));
  process.exitCode = 1;
});
