import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The arrows of docs/architecture.md: each room and the rooms it may import from. */
const ARROWS = {
  rules: [],
  text: ['rules'],
  regulations: ['rules', 'text'],
  workbook: ['rules', 'text', 'regulations'],
  papers: ['rules', 'text', 'regulations', 'workbook'],
  excel: ['rules', 'text', 'regulations', 'workbook'],
  xlsx: ['rules', 'text', 'regulations', 'workbook'],
  board: ['rules', 'text', 'regulations', 'workbook', 'xlsx'],
  pane: ['rules', 'text', 'regulations', 'workbook', 'xlsx', 'excel', 'board', 'papers'],
  page: ['rules', 'text', 'regulations', 'workbook', 'xlsx', 'board', 'papers', 'pane'],
  cli: ['rules', 'text', 'regulations', 'workbook', 'xlsx', 'board', 'papers'],
};
const rooms = Object.keys(ARROWS);

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'reports/**', '.stryker-tmp/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
  {
    rules: {
      // A function that its caller waits for is async, also where it has nothing to wait for itself.
      '@typescript-eslint/require-await': 'off',
      // 'na' beside a number as text tells the reader what else may stand there.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  // Compiled against the packed types, apart from the project (test/package/package.test.ts).
  {
    files: ['test/package/consumer.ts'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false } },
  },
  // Tests read JSON and cells whose shape is what they test.
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Arbitraries are widened by a cast; the rule takes it for unnecessary.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': rooms.map((room) => ({ type: room, pattern: `src/${room}` })),
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.js'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: rooms.map((room) => ({
            from: { element: { type: room } },
            allow: { to: { element: { type: [room, ...ARROWS[room]] } } },
          })),
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/method-signature-style': 'error',
    },
  },
  {
    files: ['src/rules/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\./)', message: 'src/rules imports nothing from outside itself.' }] },
      ],
      'no-restricted-globals': [
        'error',
        'Date',
        'process',
        'window',
        'document',
        'fetch',
        'Office',
        'Excel',
        'console',
      ],
    },
  },
  // A folder of the room reaches the room, no further.
  {
    files: ['src/rules/*/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./|\\.\\./[a-z-]+$)',
              message: 'src/rules imports nothing from outside itself.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/excel/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Office', message: 'Only src/excel knows Office.js.' },
        { name: 'Excel', message: 'Only src/excel knows Office.js.' },
      ],
    },
  },
  {
    files: ['src/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: { ...officeAddins.configs?.recommended?.rules },
    languageOptions: {
      globals: { ...globals.browser, Office: 'readonly', Excel: 'readonly', OfficeExtension: 'readonly' },
    },
  },
  {
    files: ['src/pane/**/*.tsx', 'src/page/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.flatConfigs.recommended.rules },
    languageOptions: { globals: globals.browser },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
);
