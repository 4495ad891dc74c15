import { setFlagsFromString } from 'node:v8';

/**
 * A suite loads every module anew and is soon done with it: what V8 optimises in the meantime is mostly wasted,
 * and the young generation is too small for what a suite reads (docs/benchmarks.md, "The tests"). The workers
 * take the flags from here; a run without workers is this very process. The meaning of no line changes.
 */
const FLAGS = [
  '--max-semi-space-size=64',
  ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=1000000'] : []),
];
for (const flag of FLAGS) setFlagsFromString(flag);
process.execArgv.push(...FLAGS.filter((flag) => !process.execArgv.includes(flag)));

/** Packages published as ES modules only: transformed like our own code. */
const esmOnly = [
  'hucre',
  '@noble/hashes',
  'read-excel-file',
  '@sparticuz/chromium',
  'fast-check',
  'pure-rand',
  'unzipper-esm',
  'fflate',
];

export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'node',
  // Browsers and child processes start slowly on a busy machine; no test measures time.
  testTimeout: 400_000,
  // A name of the language is looked up in the sandbox each time it is read, in a hot loop more slowly than all else.
  sandboxInjectedGlobals: [
    ...['Array', 'BigInt', 'Boolean', 'DataView', 'Error', 'Float64Array', 'Int32Array', 'JSON', 'Map', 'Math'],
    ...['Number', 'Object', 'Promise', 'RegExp', 'Set', 'String', 'Uint8Array', 'WeakMap', 'isNaN'],
  ],
  // Two cores have two workers, not one: browsers and child processes let their worker wait.
  maxWorkers: '100%',
  transform: {
    '\\.(m?[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly.join('|')})/)`],
};
