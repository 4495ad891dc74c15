/** The same texts and numbers stand in a book again and again: what was made of the last ones is kept. */

const MOST_REMEMBERED = 20_000;
/** Longer texts seldom repeat. */
const LONGEST_REMEMBERED = 200;

/** The function with a memory of its last answers; `make` must always answer the same. */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made;
export function remembered<Made>(make: (number: number) => Made): (number: number) => Made;
export function remembered<Key extends string | number, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new Map<Key, Made>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (typeof key === 'number' || key.length <= LONGEST_REMEMBERED) known.set(key, made);
    return made;
  };
}
