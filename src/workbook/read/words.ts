/** The closed word lists of the layout, made searchable. */
import type { Words } from '../layout';
import { fold } from './text';

/** Finds the meaning of a word, whatever its case and white space; null for a word that is none. */
export function wordFinder<Meaning extends string>(words: Words<Meaning>): (text: string) => Meaning | null {
  const meanings = new Map<string, Meaning>();
  for (const meaning of meaningsOf(words)) for (const word of words[meaning]) meanings.set(fold(word), meaning);
  return (text) => meanings.get(fold(text)) ?? null;
}

export function meaningsOf<Meaning extends string>(words: Words<Meaning>): Meaning[] {
  return Object.keys(words).filter((key): key is Meaning => Object.hasOwn(words, key));
}

/** The words to choose from, as an issue names them. */
export const choices = (words: Words<string>): string => Object.values(words).map(([first]) => first).join('; ');
