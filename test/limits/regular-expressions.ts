/** Every regular expression of the sources, and how much work it makes of a long text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Expression {
  readonly where: string;
  readonly pattern: RegExp;
}

/** All literals under `folder`; what is built by `new RegExp` is listed too, where its pattern is written there. */
export function expressionsIn(folder: string): { readonly literals: readonly Expression[]; readonly built: readonly string[] } {
  const literals: Expression[] = [];
  const built: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => /\.(?:m?ts|tsx|mjs|js)$/.test(each)).sort()) {
    const path = join(folder, name);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const where = `${path}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        literals.push({ where: `${where} ${node.text}`, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
      }
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') built.push(`${path} ${node.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals, built };
}

/** What may be repeated without end: each kind of character that texts and markup have, and every one that the pattern names. */
const KINDS = [' ', '\n', '\u00a0', 'a', 'đ', 'Ế', 'I', 'I.', '1', '1,', '1.', '0', '-', '–', '_', '.', ',', ';', ';;', ':', '%', '[', ']', '[a]', '{', '}', '{a}', '(', ')', '"', "'", '\\', '/', '<', '>', '<a ', '="', '&', '&amp', '=', '$', '$A', '!', '#', '@', '*', '+', '?', '|', '~', '^', 'E', 'e', 'a ', ' a', '1 ', 'a.', 'a,', 'A1:', '/*', '\u0301', '\u202e'] as const;

function textsFor({ source }: RegExp, length: number): string[] {
  const named = [...source.replace(/\\[a-zA-Z]/g, ''), ...(source.match(/[\p{L}\d]{2,}/gu) ?? [])];
  const units = new Set([...KINDS, ...named]);
  return [...units].flatMap((unit) => {
    const long = unit.repeat(Math.ceil(length / unit.length));
    // What comes last keeps the pattern from matching to the end; what comes first lets it begin.
    return [`${long}\u0000`, `=${long}\u0000x`, `"${long}\n`, `<a${long}`, `1${long}x`];
  });
}

/** CPU milliseconds of one search. */
function cost(pattern: RegExp, text: string): number {
  const fresh = new RegExp(pattern.source, pattern.flags);
  const before = process.cpuUsage();
  if (fresh.global) for (const found of text.matchAll(fresh)) void found;
  else fresh.test(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same for a search that looks at each character a handful of times: what the others are measured by. */
const calibrated = (text: string): number => Math.max(0.02, Math.min(...[1, 2, 3].map(() => cost(/[^\ue001]\ue001|(?:.|\n)\ue002/g, text))));

/** Linear ones stay below some hundred, also with a match at every character; one whose work grows by the square comes to ten thousand and more. */
const MOST_TIMES = 2_000;

/** The text that makes a pattern do far more work than its length allows; null when there is none. Short texts come first, so that also one that doubles its work with each character comes to an end. */
export function worstText(pattern: RegExp): string | null {
  for (const length of [28, 5_000, 100_000]) {
    const usual = calibrated('a'.repeat(length));
    for (const text of textsFor(pattern, length)) {
      // Another process may have had the processor: only what costs as much each time counts.
      if ([1, 2, 3].every(() => cost(pattern, text) > usual * MOST_TIMES)) return text.slice(0, 12);
    }
  }
  return null;
}
