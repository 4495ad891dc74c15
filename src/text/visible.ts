/** Texts of strangers on a terminal. */

/**
 * What a reader does not see and a terminal obeys: controls, marks of direction, characters without
 * width, fillers, tags, separators of lines. The joiners of emoji are among them.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * One line with everything unseen written as "\u202e", which inside JSON means the same text as
 * before. A line break or tab within it becomes a space: names are broken over lines in sheets.
 */
export function visible(line: string): string {
  return line.replace(/\r\n|[\n\t]/g, ' ').replace(UNSEEN, escaped);
}

/** By UTF-16 units, as in JSON. */
const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
