/** Every regular expression of the sources, and whether its work grows faster than the text's length: proved from the pattern, or searched for by counted steps, never by a clock. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';

// The one in JavaScript is the same everywhere; the others start another program.
process.env.RECHECK_BACKEND = 'pure';

export interface Expression {
  readonly where: string;
  readonly pattern: RegExp;
}

/** All literals under `folder`; what is built by `new RegExp` is listed too, where its pattern is written there. */
export function expressionsIn(folder: string): {
  readonly literals: readonly Expression[];
  readonly built: readonly string[];
} {
  const literals: Expression[] = [];
  const built: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((each) => /\.(?:m?ts|tsx|mjs|js)$/.test(each))
    .sort()) {
    const path = join(folder, name);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const where = `${path}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        literals.push({
          where: `${where} ${node.text}`,
          pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
        });
      }
      if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'RegExp'
      )
        built.push(`${path} ${node.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals, built };
}

/** Steps looked for in the search itself, where the proof does not reach: the same on every machine. */
const SETTINGS = { timeout: null, randomSeed: 7 } as const;

/** The text that makes a pattern do work beyond what grows with the text's length; null where there is none. */
export function worstText({ source, flags }: RegExp): string | null {
  const found = checkSync(source, flags, SETTINGS);
  if (found.status === 'unknown') throw new Error(`${source}: ${found.error.kind}`);
  return found.status === 'safe' ? null : `${found.complexity.summary}: ${found.attack.pattern}`;
}
