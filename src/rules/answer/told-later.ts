/**
 * A judgement whose outlook is told when it is asked for. All of them share one getter: a getter of its own
 * for each would give each a hidden class of its own, which in V8 keeps the whole book alive until the next
 * full collection and slows down whatever reads evaluations.
 */
import type { Evaluation } from '../model/evaluation';

type Tell = () => Evaluation['outlook'];

const TELL = Symbol('tell');

const OUTLOOK: PropertyDescriptor & ThisType<{ readonly [TELL]: Tell }> = {
  enumerable: true,
  get() {
    return this[TELL]();
  },
};

export function toldLater(evaluation: Omit<Evaluation, 'outlook'>, tell: Tell): Evaluation {
  let told: Evaluation['outlook'] | null = null;
  Object.defineProperty(evaluation, TELL, { value: () => (told ??= tell()) });
  Object.defineProperty(evaluation, 'outlook', OUTLOOK);
  return evaluation as Evaluation;
}
