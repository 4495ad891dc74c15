/** A formula as a tree, every operator of Excel's in its order; null where it is written in a way that is not known here. */
import type { Value } from '../evaluate';
import { CONSTANT_WORDS, functionName, referenceOf, type Reference } from '../references';
import { LONGEST_FORMULA, tokensOf, type Token } from '../tokens';

export type Node =
  | { readonly kind: 'value'; readonly value: Value }
  /** An argument left out: IF(A1,,2). */
  | { readonly kind: 'empty' }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'sign'; readonly sign: '+' | '-' | '%'; readonly of: Node }
  | { readonly kind: 'operator'; readonly sign: Operator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Node[] };

export type Operator = '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

/** From the loosest to the closest. Signs bind closer than all of them: -2^2 is 4. */
const LEVELS: readonly (readonly Operator[])[] = [
  ['<>', '<=', '>=', '=', '<', '>'],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];
/** Excel's own limit of nested functions is 64. */
const DEEPEST = 64;

export function parseTree(formula: string): Node | null {
  return formula.length > LONGEST_FORMULA ? null : new Parser([...tokensOf(formula)]).whole();
}

/** By recursive descent; every method answers null where the formula is of another form. */
class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Node | null {
    const node = this.level(0);
    return this.at === this.tokens.length ? node : null;
  }

  private takes(signs: string): boolean {
    const found = [...signs].every((sign, at) => {
      const token = this.tokens[this.at + at];
      return (
        token?.kind === 'sign' &&
        token.text === sign &&
        (at === 0 || token.start === (this.tokens[this.at]?.start ?? 0) + at)
      );
    });
    if (found) this.at += signs.length;
    return found;
  }

  private level(depth: number): Node | null {
    const operators = LEVELS[depth];
    if (operators === undefined) return this.signed();
    let left = this.level(depth + 1);
    for (;;) {
      const sign = left && operators.find((operator) => this.takes(operator));
      if (left === null || sign === undefined || sign === null) return left;
      const right = this.level(depth + 1);
      if (right === null) return null;
      left = { kind: 'operator', sign, left, right };
    }
  }

  private signed(): Node | null {
    const signs: ('+' | '-')[] = [];
    for (let more = true; more;) {
      if (this.takes('-')) signs.push('-');
      else if (this.takes('+')) signs.push('+');
      else more = false;
    }
    let of = this.operand();
    while (of !== null && this.takes('%')) of = { kind: 'sign', sign: '%', of };
    return signs.reduceRight((node: Node | null, sign) => node && { kind: 'sign', sign, of: node }, of);
  }

  private operand(): Node | null {
    if (this.takes('(')) return this.closed(() => this.level(0));
    const token = this.tokens[this.at];
    if (token === undefined) return null;
    this.at++;
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'text':
        return token.text.length > 1 && token.text.endsWith('"')
          ? { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') }
          : null;
      case 'error':
        return token.prefix === null ? { kind: 'value', value: { error: token.text } } : null;
      case 'cells':
        return { kind: 'reference', reference: referenceOf(token.prefix, token.text) };
      case 'word': {
        const word = token.text.toUpperCase();
        return CONSTANT_WORDS.has(word)
          ? { kind: 'value', value: word === 'TRUE' }
          : { kind: 'reference', reference: { kind: 'name', sheet: token.prefix, name: token.text } };
      }
      case 'call':
        return token.prefix !== null || !this.takes('(')
          ? null
          : this.closed(() => this.call(functionName(token.text)));
      default:
        return null;
    }
  }

  private call(name: string): Node | null {
    if (this.isNext(')')) return { kind: 'call', name, given: [] };
    const given: Node[] = [];
    do {
      const argument: Node | null = this.isNext(',') || this.isNext(')') ? { kind: 'empty' } : this.level(0);
      if (argument === null) return null;
      given.push(argument);
    } while (this.takes(','));
    return { kind: 'call', name, given };
  }

  private isNext(sign: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' && token.text === sign;
  }

  /** What stands before the closing parenthesis. */
  private closed(inside: () => Node | null): Node | null {
    if (++this.depth > DEEPEST) return null;
    const node = inside();
    this.depth--;
    return this.takes(')') ? node : null;
  }
}
