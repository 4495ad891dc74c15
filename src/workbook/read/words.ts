/** The closed word lists of the layout, made searchable. */
import type { Words } from '../layout';
import { fold } from '../../base/folding';

/** Finds the meaning of a word, whatever its case and white space; null for a word that is none. */
export function wordFinder<Meaning extends string>(words: Words<Meaning>): (text: string) => Meaning | null {
  const meanings = foldedWords(words);
  const isMeaning = (key: string): key is Meaning => Object.hasOwn(words, key);
  return (text) => {
    const meaning = meanings.get(fold(text));
    return meaning !== undefined && isMeaning(meaning) ? meaning : null;
  };
}

const foldedLists = new WeakMap<Words<string>, ReadonlyMap<string, string>>();

/** What each word of a list means; made once for every list. */
function foldedWords(words: Words<string>): ReadonlyMap<string, string> {
  const known = foldedLists.get(words);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(words).flatMap(([meaning, list]) => list.map((word) => [fold(word), meaning] as const)),
  );
  foldedLists.set(words, made);
  return made;
}

export function meaningsOf<Meaning extends string>(words: Words<Meaning>): Meaning[] {
  return Object.keys(words).filter((key): key is Meaning => Object.hasOwn(words, key));
}

/** The words to choose from, as an issue names them. */
export const choices = (words: Words<string>): string =>
  Object.values(words)
    .map(([first]) => first)
    .join('; ');
