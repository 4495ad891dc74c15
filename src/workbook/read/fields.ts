/** What conditions and tie keys look at: fixed words first, then codes, then attribute headers. */
import type { Field } from '../../rules';
import { CODED_FIELDS, PLAIN_FIELDS } from '../layout';
import type { Codes } from './codes';
import { codeText, fold } from './text';
import { meaningsOf, wordFinder } from './words';

/** What a field may name. Attribute headers by their folded text. */
export interface FieldNames {
  readonly criteria: Codes;
  readonly ballots: Codes;
  readonly attributes: ReadonlyMap<string, string>;
  /** False when the sheet of the units could not be read. */
  readonly attributesKnown: boolean;
}

const plainField = wordFinder(PLAIN_FIELDS);

/** "nhóm I" and the like, the longest beginning first. */
const CODED = meaningsOf(CODED_FIELDS)
  .flatMap((kind) => CODED_FIELDS[kind].map((word) => ({ kind, start: `${fold(word)} ` })))
  .sort((a, b) => b.start.length - a.start.length);

/** Whether a text is one of the fixed words, which no attribute may bear as its header. */
export const isFieldWord = (text: string): boolean => plainField(text) !== null;

/** The field a text names, or null. */
export function readField(written: string, names: FieldNames): Field | null {
  const plain = plainField(written);
  if (plain !== null) return { kind: plain };
  const folded = fold(written);
  const coded = CODED.find(({ start }) => folded.startsWith(start));
  if (coded !== undefined) {
    const field = codedField(coded.kind, written.trim().replace(/\s+/gu, ' ').normalize('NFC').slice(coded.start.length), names);
    if (field !== null) return field;
  }
  const header = names.attributes.get(folded);
  if (header !== undefined) return { kind: 'attribute', header };
  return !names.attributesKnown && written !== '' ? { kind: 'attribute', header: written } : null;
}

function codedField(kind: keyof typeof CODED_FIELDS, written: string, { criteria, ballots }: FieldNames): Field | null {
  if (kind === 'ballot') return { kind, ballot: ballots.find(written) ?? codeText(written) };
  const code = criteria.find(written);
  if (code !== null) return { kind, code };
  return criteria.isExcused(written) ? { kind, code: codeText(written) } : null;
}
