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
