/** The same texts stand in a book again and again: what was made of the last ones is kept. */

const MOST_REMEMBERED = 4000;
/** Longer texts seldom repeat. */
const LONGEST_REMEMBERED = 200;

/** The function with a memory of its last answers; `make` must always answer the same of a text. */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (text.length <= LONGEST_REMEMBERED) known.set(text, made);
    return made;
  };
}
