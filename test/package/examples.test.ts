/** Every function of the public rules has an example, and each example gives what it says. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as rules from '../../src/rules';
import { judge } from '../../src/workbook/job';
import { readWorkbook } from '../../src/xlsx';

interface Example {
  readonly name: string;
  /** Statements, then an expression. */
  readonly code: string;
  /** A literal. */
  readonly promised: string;
}

const DOCUMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:function|const) (\w+)/g;

/** The examples before exported functions of a source text; the last line of one says after `//` what it gives. */
function examplesIn(source: string): Example[] {
  return [...source.matchAll(DOCUMENTED)].flatMap(([, comment = '', name = '']) => {
    const [, example] = comment.split('@example ');
    if (example === undefined) return [];
    const text = example.replace(/^ \* ?/gm, '').trim();
    const end = text.lastIndexOf(' // ');
    return [{ name, code: text.slice(0, end), promised: text.slice(end + 4) }];
  });
}

const sources = readdirSync('src/rules', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const examples = sources.flatMap((file) => examplesIn(readFileSync(join('src/rules', file), 'utf8')));
const faces = Object.entries(rules).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

function sample(): Record<string, unknown> {
  const cells = readWorkbook(readFileSync('assets/samples/A.xlsx'));
  if (!cells.ok) throw new Error(cells.error.code);
  const { book, evaluation } = judge(cells.value);
  return { ...rules, book, evaluation };
}

/** What a text of program says, as plain data: what comes out of another context has classes of its own. */
const said = (code: string, names: Record<string, unknown>): unknown =>
  JSON.parse(JSON.stringify(runInNewContext(code, { ...names })));

test('every public function has one', () => {
  expect(faces.length).toBeGreaterThan(20);
  expect(faces.filter((name) => !examples.some((example) => example.name === name))).toEqual([]);
});

test.each(examples)('$name: $code', ({ code, promised }) => {
  expect(said(code, sample())).toEqual(said(`(${promised})`, {}));
});

test('an example that says something else is seen', () => {
  const [example] = examplesIn('/**\n * Adds.\n * @example 1 + 1 // 3\n */\nexport function add() {}');
  expect(example).toEqual({ name: 'add', code: '1 + 1', promised: '3' });
  expect(said('1 + 1', {})).not.toEqual(said('(3)', {}));
});
