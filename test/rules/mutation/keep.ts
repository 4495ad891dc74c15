/**
 * Answers that no mutant changes, found once for all of them. The mutation tester finds them while no mutant is
 * switched on (`runner.mjs`); elsewhere they are found when first asked for.
 */
interface Kept {
  keptAnswers?: Map<string, () => unknown>;
}

export function keep<T>(name: string, find: () => T): () => T {
  const kept = ((globalThis as Kept).keptAnswers ??= new Map());
  const known = kept.get(name);
  if (known !== undefined) return known as () => T;
  let found: { readonly answer: T } | null = null;
  const get = (): T => (found ??= { answer: find() }).answer;
  kept.set(name, get);
  return get;
}
