/**
 * A test runner for Stryker that keeps everything in one process: the tables of cases are bundled
 * once, and for every mutant the bundle is evaluated afresh (the rules remember parsed numbers), which
 * takes milliseconds where a whole jest run takes seconds.
 */
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import { build } from 'esbuild';
import { expect } from 'expect';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);

/** Random blocs per law and mutant, unless said otherwise. */
process.env.RUNS ??= '6';

/** `describe`, `test` and `test.each` as jest has them, as far as the tables use them; tests are only listed. */
function collect(code) {
  const tests = [];
  const titles = [];
  const test = (title, run) => {
    tests.push({ id: `${tests.length} ${[...titles, title].join(' › ')}`, run });
  };
  const describe = (title, body) => {
    titles.push(title);
    body();
    titles.pop();
  };
  const each = (define) => (rows) => (title, run) => {
    for (const row of rows) define(title, () => (Array.isArray(row) ? run(...row) : run(row)));
  };
  test.each = each(test);
  describe.each = each(describe);
  new Function('test', 'describe', 'expect', 'require', 'module', 'exports', code)(
    test,
    describe,
    expect,
    require,
    { exports: {} },
    {},
  );
  return tests;
}

class TablesRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const { outputFiles } = await build({
      entryPoints: [resolve('test/rules/mutation/tables.ts')],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
    this.code = outputFiles[0].text;
  }

  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    const results = [];
    for (const { id, run } of collect(this.code)) {
      stryker.currentTestId = id;
      const start = performance.now();
      const failure = failureOf(run);
      results.push({
        id,
        name: id,
        timeSpentMs: performance.now() - start,
        ...(failure === null ? { status: 0 } : { status: 1, failureMessage: failure }),
      });
    }
    stryker.currentTestId = undefined;
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.activeMutant = activeMutant.id;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit;
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    let nrOfTests = 0;
    for (const { id, run } of collectOrNone(this.code)) {
      if (wanted !== null && !wanted.has(id)) continue;
      nrOfTests += 1;
      const failureMessage = failureOf(run);
      if (stryker.hitLimit !== undefined && stryker.hitCount > stryker.hitLimit)
        return { status: 'timeout', reason: 'hit limit' };
      if (failureMessage !== null) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
    }
    return nrOfTests === 0
      ? { status: 'killed', killedBy: ['loading'], failureMessage: 'no tests', nrOfTests }
      : { status: 'survived', nrOfTests };
  }
}

/** A mutant that breaks the loading of the modules leaves no tests: it is noticed by that. */
function collectOrNone(code) {
  try {
    return collect(code);
  } catch {
    return [];
  }
}

function failureOf(run) {
  try {
    run();
    return null;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 500);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'tables', TablesRunner)];
