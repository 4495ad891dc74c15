/**
 * A test runner for Stryker that keeps everything in one process: the tables of cases are bundled and loaded once,
 * and before a mutant what the rules have remembered (parsed numbers, trees) is forgotten, so that the suite stays
 * compiled: a third of the time of loading it afresh. So a mutant is switched on only once modules are loaded.
 * Tests that killed other mutants of the same file go first, then short ones.
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
  const forget = recording(() => {
    script.runInThisContext()(test, describe, test, expect, require, { exports: {} }, {});
  });
  return { tests, forget };
}

/** Runs `load`; what it returns empties every map that was empty after loading: what modules remember. */
function recording(load) {
  const native = { Map, WeakMap };
  const maps = [];
  globalThis.Map = class extends native.Map {
    constructor(entries) {
      super(entries);
      maps.push(this);
    }
  };
  globalThis.WeakMap = class {
    #kept = new native.WeakMap();
    constructor() {
      maps.push(this);
    }
    get(key) {
      return this.#kept.get(key);
    }
    set(key, value) {
      this.#kept.set(key, value);
      return this;
    }
    clear() {
      this.#kept = new native.WeakMap();
    }
  };
  try {
    load();
  } finally {
    Object.assign(globalThis, native);
  }
  const memories = maps.filter((map) => (map.size ?? 0) === 0);
  return () => {
    for (const map of memories) map.clear();
  };
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
    // Here, and not with the first mutant of a process: its limit of time is not for loading.
    this.suite = this.#load();
  }

  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    const results = [];
    for (const { id, run } of this.suite.tests) {
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
    stryker.activeMutant = undefined;
    this.suite.forget();
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
    return { status: 'survived', nrOfTests };
  }

  /** Loads the suite; no mutant is switched on yet. */
  #load() {
    const suite = collect(this.script);
    this.#findKept();
    suite.forget();
    return suite;
  }

  /** Answers that are kept for all mutants (`keep.ts`) are found with none of them; what that runs covers nothing. */
  #findKept() {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.currentTestId = 'no test';
    for (const find of globalThis.keptAnswers?.values() ?? []) find();
    stryker.currentTestId = undefined;
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
    return this.suite.tests
      .filter(({ id }) => wanted === null || wanted.has(id))
      .sort(
        (a, b) =>
          (kills.get(b.id) ?? 0) - (kills.get(a.id) ?? 0) || (this.took.get(a.id) ?? 0) - (this.took.get(b.id) ?? 0),
      );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'tables', TablesRunner)];
