/** Functions that look only at the arguments they need. */
import type { BlockFunction, Calculation } from './calculation';
import type { Node } from './syntax';
import { compare, Fault, fault, isBlock, isError, toTruth, unproven, whole, type Outcome } from './values';

const truth = (node: Node | undefined, calculation: Calculation): boolean =>
  toTruth(calculation.scalar(node), calculation.signs);

/** A branch: left out it is 0. */
const branch = (node: Node | undefined, calculation: Calculation): Outcome =>
  node?.kind === 'empty' ? 0 : calculation.outcome(node);

const otherwise =
  (isCaught: (error: string) => boolean): BlockFunction =>
  ([first, second, ...more], calculation) => {
    if (second === undefined || more.length > 0) return unproven();
    const tried = calculation.attempt(first);
    const value = isBlock(tried) ? calculation.scalar(first) : tried;
    return isError(value) && isCaught(value.error) ? calculation.scalar(second) : value;
  };

/** Of all arguments; texts and blanks of cells do not count, but programs differ in texts. */
function truths(given: readonly Node[], calculation: Calculation): boolean[] {
  const found: boolean[] = [];
  for (const { value, isCell } of calculation.given(given)) {
    if (isError(value)) throw new Fault(value);
    if (typeof value === 'string') return unproven();
    if (value === null && isCell) continue;
    found.push(toTruth(value, calculation.signs));
  }
  return found.length === 0 ? unproven() : found;
}

export const LOGIC_FUNCTIONS: Readonly<Record<string, BlockFunction>> = {
  IF: ([condition, then, not, ...more], calculation) => {
    if (then === undefined || more.length > 0) return unproven();
    if (truth(condition, calculation)) return branch(then, calculation);
    return not === undefined ? false : branch(not, calculation);
  },
  IFS: (given, calculation) => {
    if (given.length % 2 > 0) return unproven();
    for (let at = 0; at < given.length; at += 2)
      if (truth(given[at], calculation)) return branch(given[at + 1], calculation);
    return fault('#N/A');
  },
  SWITCH: ([what, ...cases], calculation) => {
    const wanted = calculation.scalar(what);
    for (let at = 0; at + 1 < cases.length; at += 2)
      if (compare(wanted, calculation.scalar(cases[at])) === 0) return branch(cases[at + 1], calculation);
    return cases.length % 2 > 0 ? branch(cases.at(-1), calculation) : fault('#N/A');
  },
  CHOOSE: ([which, ...choices], calculation) => {
    const number = whole(calculation.number(which));
    const chosen = number < 1 ? undefined : choices[number - 1];
    return chosen === undefined ? fault('#VALUE!') : branch(chosen, calculation);
  },
  IFERROR: otherwise(() => true),
  IFNA: otherwise((error) => error === '#N/A'),
  AND: (given, calculation) => truths(given, calculation).every(Boolean),
  OR: (given, calculation) => truths(given, calculation).some(Boolean),
  XOR: (given, calculation) => truths(given, calculation).filter(Boolean).length % 2 === 1,
  NOT: ([what, ...more], calculation) => (more.length > 0 ? unproven() : !truth(what, calculation)),
  TRUE: (given) => (given.length > 0 ? unproven() : true),
  FALSE: (given) => (given.length > 0 ? unproven() : false),
};
