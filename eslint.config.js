import { setFlagsFromString } from 'node:v8';
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// As in jest.config.js: what V8 optimises for one run is mostly wasted.
setFlagsFromString('--max-semi-space-size=64');
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

/** The arrows of docs/architecture.md: each room and the rooms it may import from. */
const ARROWS = {
  base: [],
  rules: ['base'],
  text: ['base', 'rules'],
  layout: ['base', 'rules', 'text'],
  sheets: ['base', 'rules', 'text', 'layout'],
  regulations: ['rules', 'text'],
  workbook: ['base', 'rules', 'text', 'layout', 'sheets', 'regulations'],
  papers: ['base', 'rules', 'text', 'layout', 'sheets', 'regulations', 'workbook'],
  excel: ['base', 'rules', 'layout', 'sheets'],
  xlsx: ['base', 'rules', 'sheets'],
  board: ['base', 'rules', 'text', 'layout', 'sheets', 'regulations', 'workbook', 'xlsx'],
  pane: ['base', 'rules', 'text', 'layout', 'sheets', 'regulations', 'workbook', 'xlsx', 'excel', 'board', 'papers'],
  page: ['base', 'rules', 'text', 'layout', 'sheets', 'regulations', 'workbook', 'xlsx', 'board', 'papers', 'pane'],
  // Every view in every state, for those who work on them; nobody imports it, nothing that ships holds it.
  gallery: ['rules', 'regulations', 'text', 'sheets', 'workbook', 'xlsx', 'pane', 'page'],
  cli: ['base', 'rules', 'text', 'layout', 'sheets', 'regulations', 'workbook', 'xlsx', 'board', 'papers'],
};
const rooms = Object.keys(ARROWS);
/** The description of the standard workbook is a room within one. */
const FOLDERS = { layout: 'src/workbook/layout' };

/** The folders of `src/rules`, `prepare.ts` among them: each and what it may import from. */
const RULES_ARROWS = {
  number: [],
  model: ['number'],
  score: ['number', 'model'],
  conditions: ['number', 'model', 'score'],
  order: ['number', 'model', 'score', 'conditions'],
  prepare: ['number', 'model', 'score', 'conditions', 'order'],
  certainty: ['number', 'model', 'score', 'conditions', 'order', 'prepare'],
  answer: ['number', 'model', 'score', 'conditions', 'order', 'prepare', 'certainty'],
  checks: ['number', 'model', 'score', 'conditions', 'order', 'prepare', 'certainty'],
};

const roomArrows = (arrows) => [
  'error',
  {
    default: 'disallow',
    policies: Object.entries(arrows).map(([room, known]) => ({
      from: { element: { type: room } },
      allow: { to: { element: { type: [room, ...known] } } },
    })),
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'reports/**', '.stryker-tmp/**'] },
  js.configs.recommended,
  // What needs types to be seen is looked for by oxlint (.oxlintrc.json), in a tenth of the time.
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': rooms
        .map((room) => ({ type: room, pattern: FOLDERS[room] ?? `src/${room}` }))
        .sort((a, b) => b.pattern.length - a.pattern.length),
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.js'] } },
    },
    rules: {
      'boundaries/dependencies': roomArrows(ARROWS),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/method-signature-style': 'error',
    },
  },
  // Whether a sheet of ours is still that of the inputs only a reading of the whole book can tell.
  {
    files: ['src/xlsx/banners.ts'],
    rules: { 'boundaries/dependencies': roomArrows({ xlsx: [...ARROWS.xlsx, 'workbook'] }) },
  },
  {
    files: ['src/rules/**'],
    rules: {
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
  ...Object.entries(RULES_ARROWS).map(([folder, known]) => ({
    files: [`src/rules/${folder}/**`, `src/rules/${folder}.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^[^.]',
              message: 'src/rules imports no package.',
            },
            {
              regex: `^\\.\\.?/(?:${['evaluate', 'index', 'canonical', ...Object.keys(RULES_ARROWS)]
                .filter((other) => other !== folder && !known.includes(other))
                .join('|')})(?:/|$)`,
              message: `Within src/rules, ${folder} knows ${known.join(', ') || 'nothing'}.`,
            },
          ],
        },
      ],
    },
  })),
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
    files: ['src/pane/**/*.tsx', 'src/page/**/*.tsx', 'src/gallery/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="fallback"] Literal[value=null]',
          message: 'What loads late says that it is busy: <Arriving />.',
        },
      ],
    },
    languageOptions: { globals: globals.browser },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
);
