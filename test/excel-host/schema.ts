/**
 * Every class and member of the Excel API, read from Microsoft's own declarations
 * (`@types/office-js`) when a test starts: nothing of it is kept in this repository.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

export interface Member {
  readonly name: string;
  readonly kind: 'property' | 'method';
  readonly readonly: boolean;
  /** The class it leads to, when it leads to one. */
  readonly leadsTo: string | null;
  /** The requirement set that brought it: "1.9", or "online", "desktop", "preview". */
  readonly since: string;
}

/** Class name → lower-case member name → member. The wire writes names with a capital, `load` without. */
export type Schema = ReadonlyMap<string, ReadonlyMap<string, Member>>;

let known: Schema | undefined;

export function excelSchema(): Schema {
  known ??= readSchema(createRequire(import.meta.url).resolve('@types/office-js/index.d.ts'));
  return known;
}

function readSchema(file: string): Schema {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const classes = new Map<string, Map<string, Member>>();
  const declarations = source.statements
    .filter((node) => ts.isModuleDeclaration(node) && node.name.text === 'Excel')
    .flatMap((node) => (node as ts.ModuleDeclaration).body)
    .flatMap((body) => (body && ts.isModuleBlock(body) ? [...body.statements] : []))
    .filter((node): node is ts.ClassDeclaration => ts.isClassDeclaration(node));
  for (const declaration of declarations) classes.set(declaration.name?.text ?? '', new Map());
  for (const declaration of declarations) {
    const members = classes.get(declaration.name?.text ?? '');
    const own = sinceOf(text, declaration) ?? '1.1';
    for (const member of declaration.members) {
      const described = describe(text, member, own, classes);
      if (described) members?.set(described.name.toLowerCase(), described);
    }
  }
  return classes;
}

function describe(
  text: string,
  member: ts.ClassElement,
  classSince: string,
  classes: ReadonlyMap<string, unknown>,
): Member | null {
  if (!member.name || !ts.isIdentifier(member.name)) return null;
  const isMethod = ts.isMethodDeclaration(member);
  if (!isMethod && !ts.isPropertyDeclaration(member)) return null;
  const type = member.type ? text.slice(member.type.pos, member.type.end) : '';
  const target = /^\s*Excel\.(\w+)\s*$/.exec(type)?.[1];
  return {
    name: member.name.text,
    kind: isMethod ? 'method' : 'property',
    readonly: !isMethod && (member.modifiers ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword),
    leadsTo: target && classes.has(target) ? target : null,
    since: sinceOf(text, member) ?? classSince,
  };
}

/** From the comment before a declaration: `[Api set: ExcelApi 1.9]`. */
function sinceOf(text: string, node: ts.Node): string | undefined {
  const comment = text.slice(node.pos, node.pos + 4000);
  const set = /^\s*\/\*\*(?:(?!\*\/)[\s\S])*?\[Api set:\s*([^\]]+)\]/.exec(comment)?.[1];
  if (set === undefined) return undefined;
  if (/BETA|PREVIEW/i.test(set)) return 'preview';
  if (/Online/.test(set)) return 'online';
  if (/Desktop/.test(set)) return 'desktop';
  return /ExcelApi\s+([\d.]+)/.exec(set)?.[1] ?? '1.1';
}

/** Whether a host of this ExcelApi version has the member. */
export function isAvailable(member: Member, version: number): boolean {
  const minor = /^1\.(\d+)$/.exec(member.since)?.[1];
  return minor !== undefined && Number(minor) <= version;
}
