/**
 * A judgement whose outlook and canonical text are told when they are asked for: who only wants the verdict need
 * not wait for them. All judgements share one getter each: getters of its own would give every one of them a
 * hidden class of its own, which in V8 keeps the whole book alive until the next full collection and slows down
 * whatever reads evaluations.
 */
import type { Evaluation } from '../model/evaluation';

type Later = Pick<Evaluation, 'outlook' | 'canonical'>;
type Tell = { readonly [Name in keyof Later]: () => Later[Name] };

const TELL = Symbol('tell');

const getter = (name: keyof Later): PropertyDescriptor & ThisType<{ readonly [TELL]: Tell }> => ({
  enumerable: true,
  get() {
    return this[TELL][name]();
  },
});
const GETTERS = { canonical: getter('canonical'), outlook: getter('outlook') };

const once = <Told>(tell: () => Told): (() => Told) => {
  let told: Told | undefined;
  return () => (told ??= tell());
};

export function toldLater(evaluation: Omit<Evaluation, keyof Later>, tell: Tell): Evaluation {
  const value: Tell = { canonical: once(tell.canonical), outlook: once(tell.outlook) };
  Object.defineProperty(evaluation, TELL, { value });
  return Object.defineProperties(evaluation, GETTERS) as Evaluation;
}
