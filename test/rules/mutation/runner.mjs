/**
 * A test runner for Stryker that keeps everything in one process: the tables of cases are bundled and compiled
 * once, and for every mutant the bundle is evaluated afresh (the rules remember parsed numbers), which
 * takes milliseconds where a whole jest run takes seconds. Tests that killed other mutants of the same file go first,
 * then short ones.
 */
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import { build } from 'esbuild';
import { expect } from 'expect';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';

const require = createRequire(import.meta.url);

/** Random blocs per law and mutant, unless said otherwise. */
process.env.RUNS ??= '6';

/** `describe`, `test` and `test.each` as jest has them, as far as the tables use them; tests are only listed. */
function collect(script) {
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
  script.runInThisContext()(test, describe, test, expect, require, { exports: {} }, {});
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
    const names = 'test, describe, it, expect, require, module, exports';
    this.script = new Script(`(function (${names}) {${outputFiles[0].text}\n})`);
    /** Of each file, by test: how many mutants it killed. */
    this.kills = new Map();
    /** Of each test: milliseconds, when it ran last. */
    this.took = new Map();
  }

  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    const results = [];
    for (const { id, run } of collect(this.script)) {
      stryker.currentTestId = id;
      const failure = this.#failureOf(id, run);
      results.push({
        id,
        name: id,
        timeSpentMs: this.took.get(id),
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
    const kills = this.kills.get(activeMutant.fileName) ?? new Map();
    this.kills.set(activeMutant.fileName, kills);
    let nrOfTests = 0;
    for (const { id, run } of this.#ordered(kills, wanted)) {
      nrOfTests += 1;
      const failureMessage = this.#failureOf(id, run);
      if (stryker.hitLimit !== undefined && stryker.hitCount > stryker.hitLimit)
        return { status: 'timeout', reason: 'hit limit' };
      if (failureMessage === null) continue;
      kills.set(id, (kills.get(id) ?? 0) + 1);
      return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
    }
    return nrOfTests === 0
      ? { status: 'killed', killedBy: ['loading'], failureMessage: 'no tests', nrOfTests }
      : { status: 'survived', nrOfTests };
  }

  #failureOf(id, run) {
    const start = performance.now();
    try {
      run();
      return null;
    } catch (error) {
      return String(error?.message ?? error).slice(0, 500);
    } finally {
      this.took.set(id, performance.now() - start);
    }
  }

  #ordered(kills, wanted) {
    return collectOrNone(this.script)
      .filter(({ id }) => wanted === null || wanted.has(id))
      .sort(
        (a, b) =>
          (kills.get(b.id) ?? 0) - (kills.get(a.id) ?? 0) || (this.took.get(a.id) ?? 0) - (this.took.get(b.id) ?? 0),
      );
  }
}

/** A mutant that breaks the loading of the modules leaves no tests: it is noticed by that. */
function collectOrNone(script) {
  try {
    return collect(script);
  } catch {
    return [];
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'tables', TablesRunner)];
