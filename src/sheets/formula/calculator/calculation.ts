/**
 * What a formula comes to, where Excel and LibreOffice are known to agree: forms and functions are here only once the
 * test beside LibreOffice has shown their values equal. Whatever else a formula asks for leaves it without a value.
 */
import type { CellView } from '../recalculate';
import type { CellError } from '../../cells';
import type { Value } from '../evaluate';
import type { Reference } from '../references';
import { BLOCK_FUNCTIONS } from './blocks';
import { LOGIC_FUNCTIONS } from './logic';
import { LOOKUP_FUNCTIONS } from './lookup';
import { SCALAR_FUNCTIONS } from './scalars';
import { parseTree, type Node, type Operator } from './syntax';
import {
  checked,
  compare,
  Fault,
  fault,
  isBlock,
  isError,
  power,
  toNumber,
  toText,
  Unproven,
  unproven,
  valuesOf,
  type Block,
  type Outcome,
  type Signs,
} from './values';

/** One that decides itself which arguments it looks at, and how. */
export type BlockFunction = (given: readonly Node[], calculation: Calculation) => Outcome;

const BY_NAME: ReadonlyMap<string, BlockFunction> = new Map(
  Object.entries({ ...BLOCK_FUNCTIONS, ...LOGIC_FUNCTIONS, ...LOOKUP_FUNCTIONS }),
);
const SCALARS = new Map(Object.entries(SCALAR_FUNCTIONS));
const OF_DAYS: ReadonlySet<string> = new Set(
  'DATE YEAR MONTH DAY WEEKDAY EDATE EOMONTH DATEDIF NETWORKDAYS TEXT'.split(' '),
);
/** Names may refer to names; nobody nests them deeper. */
const DEEPEST_NAME = 16;

/**
 * The value of a formula in the place that `view` looks from; undefined where programs may part, or offices do that write
 * decimals with a comma or with a point.
 *
 * @example
 * calculate('RANK(B2,$B$2:$B$11)', view); // 3
 */
export function calculate(formula: string, view: CellView): Value | undefined {
  const tree = parseTree(formula);
  if (tree === null) return undefined;
  const comma: Signs = { decimal: ',', matters: false };
  const here = new Calculation(view, comma).result(tree);
  if (!comma.matters || here === undefined) return here;
  const there = new Calculation(view, { decimal: '.', matters: false }).result(tree);
  return there !== undefined && isSame(here, there) ? here : undefined;
}

const isSame = (a: Value, b: Value): boolean => (isError(a) && isError(b) ? a.error === b.error : a === b);

export class Calculation {
  /** Inside SUMPRODUCT every operator works on whole blocks. */
  private inBlocks = false;
  private depth = 0;

  constructor(
    readonly view: CellView,
    readonly signs: Signs,
  ) {}

  result(tree: Node): Value | undefined {
    try {
      const value = caught(() => this.scalar(tree));
      // By another name LibreOffice hands this error on; whether there is one is agreed.
      if (isError(value) && value.error === '#NUM!') return undefined;
      return value ?? 0;
    } catch (trouble) {
      if (trouble instanceof Unproven) return undefined;
      throw trouble;
    }
  }

  /** A single value, an error among them; a block in its place means something else in every program. */
  scalar(node: Node | undefined): Value {
    const outcome = this.outcome(node);
    return isBlock(outcome) ? single(outcome) : outcome;
  }

  number(node: Node | undefined): number {
    return toNumber(this.scalar(node), this.signs);
  }

  text(node: Node | undefined): string {
    return toText(this.scalar(node), this.signs);
  }

  /** Cells, or a block calculated on the way. */
  block(node: Node | undefined): Block {
    const outcome = this.outcome(node);
    return isBlock(outcome) ? outcome : { rows: [[outcome]], height: 1, width: 1, area: null };
  }

  /** The cells that an argument names: several functions take nothing else. */
  cells(node: Node | undefined): Block {
    return node?.kind === 'reference' ? this.block(node) : unproven();
  }

  withBlocks<T>(work: () => T): T {
    const before = this.inBlocks;
    this.inBlocks = true;
    try {
      return work();
    } finally {
      this.inBlocks = before;
    }
  }

  isInBlocks(): boolean {
    return this.inBlocks;
  }

  outcome(node: Node | undefined): Outcome {
    switch (node?.kind) {
      case 'value':
        return node.value;
      case 'reference':
        return this.reference(node.reference);
      case 'sign':
        return this.each([this.outcome(node.of)], ([value = null]) => {
          if (node.sign === '+') return value;
          const number = toNumber(value, this.signs);
          return node.sign === '-' ? 0 - number : number / 100;
        });
      case 'operator':
        return this.each([this.outcome(node.left), this.outcome(node.right)], ([left = null, right = null]) =>
          this.operation(node.sign, left, right),
        );
      case 'call':
        return this.call(node.name, node.given);
      default:
        return null;
    }
  }

  /** As `outcome`, an error as the value it is. */
  attempt(node: Node | undefined): Outcome {
    return caught(() => this.outcome(node));
  }

  private call(name: string, given: readonly Node[]): Outcome {
    const own = BY_NAME.get(name);
    if (own !== undefined) return own(given, this);
    // Days count from elsewhere there.
    if (this.view.date1904 && OF_DAYS.has(name)) return unproven();
    const known = SCALARS.get(name);
    if (known === undefined || given.length < known.least || given.length > known.most) return unproven();
    return this.each(
      given.map((argument) => (known.takesErrors === true ? this.attempt(argument) : this.outcome(argument))),
      (values) => {
        const error = values.find(isError);
        if (error !== undefined && known.takesErrors !== true) throw new Fault(error);
        const value = known.of(values, this.signs);
        return typeof value === 'number' ? checked(value) : value;
      },
    );
  }

  /** Once for single values; within SUMPRODUCT once for every place of the blocks, a single value beside each. */
  private each(outcomes: readonly Outcome[], of: (values: readonly Value[]) => Value): Outcome {
    const blocks = outcomes.flatMap((outcome) => (isBlock(outcome) && !isSingle(outcome) ? [outcome] : []));
    if (blocks.length === 0) return of(outcomes.map((outcome) => (isBlock(outcome) ? single(outcome) : outcome)));
    if (!this.inBlocks) return unproven();
    const height = Math.max(...blocks.map((block) => block.height));
    const width = Math.max(...blocks.map((block) => block.width));
    // Rows beside columns make a table in both programs; blocks of other sizes are errors in part.
    if (blocks.some((block) => ![1, height].includes(block.height) || ![1, width].includes(block.width))) unproven();
    this.view.spend(height * width * outcomes.length);
    const at = (outcome: Outcome, row: number, column: number): Value =>
      !isBlock(outcome)
        ? outcome
        : (outcome.rows[outcome.height === 1 ? 0 : row]?.[outcome.width === 1 ? 0 : column] ?? null);
    const rows = Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_unused, column) => {
        return caught(() => of(outcomes.map((outcome) => at(outcome, row, column))));
      }),
    );
    return { rows, height, width, area: null };
  }

  private operation(sign: Operator, left: Value, right: Value): Value {
    const order = (holds: (order: number) => boolean): boolean => {
      const found = compare(left, right);
      return Number.isNaN(found) ? unproven() : holds(found);
    };
    switch (sign) {
      case '=':
        return compare(left, right) === 0;
      case '<>':
        return compare(left, right) !== 0;
      case '<':
        return order((found) => found < 0);
      case '>':
        return order((found) => found > 0);
      case '<=':
        return order((found) => found <= 0);
      case '>=':
        return order((found) => found >= 0);
      case '&':
        return toText(left, this.signs) + toText(right, this.signs);
      default:
        return arithmetic(sign, toNumber(left, this.signs), toNumber(right, this.signs));
    }
  }

  private reference(reference: Reference): Outcome {
    if (reference.kind === 'name') return this.name(reference);
    const areas = this.view.areasOf(reference);
    const [area] = areas ?? [];
    return area === undefined || areas?.length !== 1 ? unproven() : this.view.blockOf(area);
  }

  /** What a defined name stands for: cells, or a formula of its own. */
  private name(reference: Reference & { readonly kind: 'name' }): Outcome {
    const formula = this.view.nameOf(reference);
    const tree = formula === null ? null : parseTree(formula);
    if (tree === null || ++this.depth > DEEPEST_NAME) return unproven();
    const outcome = this.outcome(tree);
    this.depth--;
    return outcome;
  }

  /** All values of arguments, cells and others told apart, in the order in which they stand. */
  *given(nodes: readonly Node[]): Generator<{ readonly value: Value; readonly isCell: boolean }> {
    for (const node of nodes) {
      if (node.kind === 'reference' && node.reference.kind === 'area' && node.reference.lastSheet !== null) {
        for (const area of this.view.areasOf(node.reference) ?? unproven())
          for (const value of valuesOf(this.view.blockOf(area))) yield { value, isCell: true };
        continue;
      }
      const outcome = node.kind === 'empty' ? unproven() : this.outcome(node);
      if (!isBlock(outcome)) yield { value: outcome, isCell: false };
      else for (const value of valuesOf(outcome)) yield { value, isCell: true };
    }
  }
}

function caught<T>(work: () => T): T | CellError {
  try {
    return work();
  } catch (trouble) {
    if (trouble instanceof Fault) return trouble.value;
    throw trouble;
  }
}

const isSingle = ({ height, width }: Block): boolean => height === 1 && width === 1;
const single = (block: Block): Value => (isSingle(block) ? (block.rows[0]?.[0] ?? null) : unproven());

function arithmetic(sign: '+' | '-' | '*' | '/' | '^', a: number, b: number): number {
  switch (sign) {
    case '+':
      return settled(a + b, a, b);
    case '-':
      return settled(a - b, a, b);
    case '*':
      return checked(a * b);
    case '/':
      return b === 0 ? fault('#DIV/0!') : checked(a / b);
    case '^':
      return power(a, b);
  }
}

/** A sum that is all but nothing beside its terms is nothing for one program and noise for another. */
function settled(sum: number, a: number, b: number): number {
  const share = Math.abs(sum) / Math.max(Math.abs(a), Math.abs(b));
  if (sum === 0 || share > 1e-13) return checked(sum);
  return share < 1e-15 ? 0 : unproven();
}
