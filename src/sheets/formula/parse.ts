/**
 * A formula taken apart: what it reads, whether its value can change by itself, and, for the few forms that
 * are the same in every program (+ − × ÷ %, SUM, MIN, MAX, ROUND, AVERAGE), how its value comes about.
 */
import { CONSTANT_WORDS, functionName, isIndirect, referenceOf, type Reference } from './references';
import { LONGEST_FORMULA, tokensOf, type Token } from './tokens';

const FUNCTIONS = ['SUM', 'MIN', 'MAX', 'ROUND', 'AVERAGE'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** How a value comes about. A percentage is a product with a hundredth. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'sum'; readonly terms: readonly { readonly isNegative: boolean; readonly of: Expression }[] }
  | { readonly kind: 'product'; readonly factors: readonly { readonly divides: boolean; readonly of: Expression }[] }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

export interface ParsedFormula {
  /** Null: of another form. */
  readonly expression: Expression | null;
  readonly references: readonly Reference[];
  /** The function whose value changes without an edit; null for none. */
  readonly volatile: string | null;
  /** Another workbook or a service that it reads, as the formula writes it; null for none. */
  readonly external: string | null;
}

/** Calculated anew whenever anything is (support.microsoft.com, "Excel recalculation": volatile functions). */
const VOLATILE: ReadonlySet<string> = new Set([
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'NOW',
  'TODAY',
  'OFFSET',
  'INDIRECT',
  'CELL',
  'INFO',
]);
const EXTERNAL: ReadonlySet<string> = new Set([
  'RTD',
  'WEBSERVICE',
  'CUBEVALUE',
  'CUBEMEMBER',
  'CUBESET',
  'STOCKHISTORY',
]);

export function parseFormula(formula: string): ParsedFormula {
  if (formula.length > LONGEST_FORMULA)
    return { expression: null, references: [{ kind: 'anything' }], volatile: null, external: null };
  const tokens = [...tokensOf(formula)];
  const references: Reference[] = [];
  let volatile: string | null = null;
  let external: string | null = null;
  for (const { kind, prefix, text, start, prefixStart } of tokens) {
    if (kind === 'cells') references.push(referenceOf(prefix, text));
    else if (kind === 'word' && !CONSTANT_WORDS.has(text.toUpperCase()))
      references.push({ kind: 'name', sheet: prefix, name: text });
    else if (kind === 'bracket') references.push({ kind: 'anything' });
    else if (kind === 'external')
      external ??= formula
        .slice(prefixStart, start)
        .replace(/!$/, '')
        .replace(/^'(.*)'$/s, '$1');
    else if (kind === 'call') {
      const name = functionName(text);
      if (VOLATILE.has(name)) volatile ??= name;
      if (EXTERNAL.has(name)) external ??= name;
      if (isIndirect(name)) references.push({ kind: 'anything' });
    }
  }
  return { expression: new Parser(tokens).whole(), references, volatile, external };
}

/** Excel's own limit of nested functions is 64. */
const DEEPEST = 64;

/** By recursive descent; every method answers null where the formula is of another form. */
class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression | null {
    const expression = this.sum();
    return this.at === this.tokens.length ? expression : null;
  }

  private takes(...signs: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.at++;
    return token.text;
  }

  private sum(): Expression | null {
    const first = this.product();
    if (first === null) return null;
    const terms = [{ isNegative: false, of: first }];
    for (let sign = this.takes('+', '-'); sign !== null; sign = this.takes('+', '-')) {
      const of = this.product();
      if (of === null) return null;
      terms.push({ isNegative: sign === '-', of });
    }
    return terms.length === 1 ? first : { kind: 'sum', terms };
  }

  private product(): Expression | null {
    const first = this.signed();
    if (first === null) return null;
    const factors = [{ divides: false, of: first }];
    for (let sign = this.takes('*', '/'); sign !== null; sign = this.takes('*', '/')) {
      const of = this.signed();
      if (of === null) return null;
      factors.push({ divides: sign === '/', of });
    }
    return factors.length === 1 ? first : { kind: 'product', factors };
  }

  /** Signs bind closer than × and ÷, a percent sign closer still. A plus changes nothing. */
  private signed(): Expression | null {
    let isNegative = false;
    let hasMinus = false;
    for (let sign = this.takes('+', '-'); sign !== null; sign = this.takes('+', '-')) {
      if (sign === '-') [isNegative, hasMinus] = [!isNegative, true];
    }
    let of = this.operand();
    while (of !== null && this.takes('%') !== null)
      of = {
        kind: 'product',
        factors: [
          { divides: false, of },
          { divides: true, of: { kind: 'number', value: 100 } },
        ],
      };
    return of === null || !hasMinus ? of : { kind: 'sum', terms: [{ isNegative, of }] };
  }

  private operand(): Expression | null {
    if (this.takes('(') !== null) return this.closed(() => this.sum());
    const token = this.tokens[this.at];
    if (token === undefined) return null;
    this.at++;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'cells':
        return { kind: 'reference', reference: referenceOf(token.prefix, token.text) };
      case 'word':
        return CONSTANT_WORDS.has(token.text.toUpperCase())
          ? null
          : { kind: 'reference', reference: { kind: 'name', sheet: token.prefix, name: token.text } };
      case 'call': {
        const name = FUNCTIONS.find((known) => known === token.text.toUpperCase());
        return name === undefined || token.prefix !== null || this.takes('(') === null
          ? null
          : this.closed(() => this.call(name));
      }
      default:
        return null;
    }
  }

  private call(name: FunctionName): Expression | null {
    const given: Expression[] = [];
    do {
      const argument = this.sum();
      if (argument === null) return null;
      given.push(argument);
    } while (this.takes(',') !== null);
    return { kind: 'call', name, arguments: given };
  }

  /** What stands before the closing parenthesis. */
  private closed(inside: () => Expression | null): Expression | null {
    if (++this.depth > DEEPEST) return null;
    const expression = inside();
    this.depth--;
    return this.takes(')') === null ? null : expression;
  }
}
