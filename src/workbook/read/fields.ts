/** What conditions and tie keys look at: fixed words first, then codes, then attribute headers. */
import { ELECTION_BALLOTS, electedPost, type BallotId, type BlocKind, type Field } from '../../rules';
import { CODED_FIELDS, PLAIN_FIELDS } from '../layout';
import type { Codes } from './codes';
import { codeText, fold, normal } from '../../base/folding';
import { meaningsOf, wordFinder } from './words';

/** What a field may name. Attribute headers by their folded text. */
export interface FieldNames {
  readonly criteria: Codes;
  readonly ballots: Codes;
  readonly attributes: ReadonlyMap<string, string>;
  readonly units: Codes;
  /** Whose words the ballots of elections bear. */
  readonly kind: BlocKind | null;
}

/** The ballot of an election by its name in blocs or in clusters, as this workbook calls it; null for any other text. */
export function electionNamed(written: string, kind: BlocKind | null): BallotId | null {
  const post = electedPost(codeText(written).toLocaleUpperCase('vi'));
  return post === null ? null : ELECTION_BALLOTS[kind ?? 'bloc'][post];
}

/**
 * `lost`: the field names something whose sheet or row could not be read. That has been said where
 * it is broken, and nothing can be concluded from the field.
 */
export type FieldReading = Field | 'lost' | null;

const plainField = wordFinder(PLAIN_FIELDS);

/** "nhóm I" and the like, the longest beginning first. */
const CODED = meaningsOf(CODED_FIELDS)
  .flatMap((kind) => CODED_FIELDS[kind].map((word) => ({ kind, start: `${fold(word)} ` })))
  .sort((a, b) => b.start.length - a.start.length);

/** Whether a text is one of the fixed words, which no attribute may bear as its header. */
export const isFieldWord = (text: string): boolean => plainField(text) !== null;

/** The field a text names; null for a text that names nothing. */
export function readField(written: string, names: FieldNames): FieldReading {
  const plain = plainField(written);
  if (plain !== null) return { kind: plain };
  const folded = fold(written);
  const coded = CODED.find(({ start }) => folded.startsWith(start));
  const code = written
    .trim()
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .slice(coded?.start.length ?? 0);
  if (coded?.kind === 'ballot')
    return names.ballots.known
      ? { kind: coded.kind, ballot: electionNamed(code, names.kind) ?? names.ballots.find(code) ?? codeText(code) }
      : 'lost';
  const criterion = coded === undefined ? null : names.criteria.find(code);
  if (coded !== undefined && criterion !== null) return { kind: coded.kind, code: criterion };
  const header = names.attributes.get(folded);
  if (header !== undefined) return { kind: 'attribute', header };
  if (coded !== undefined) return names.criteria.isExcused(code) ? 'lost' : null;
  return !names.units.known && written !== '' ? 'lost' : null;
}

/** What a field may be called, for an issue about one that is not: the codes that a word may have behind it, or every word. `kinds`: those that are allowed. */
export function fieldChoices(
  written: string,
  names: FieldNames,
  isAllowed: (kind: Field['kind']) => boolean = () => true,
): string {
  const folded = fold(written);
  const coded = CODED.find(({ kind, start }) => folded.startsWith(start) && kind !== 'ballot' && isAllowed(kind));
  if (coded !== undefined) {
    const word = CODED_FIELDS[coded.kind][0];
    const meant = names.criteria.meantBy(codeText(normal(written).replace(/\s+/gu, ' ').slice(coded.start.length)));
    return (meant.length > 1 ? meant : names.criteria.choices()).map((code) => `${word} ${code}`).join('; ');
  }
  const words = (list: Readonly<Record<string, readonly string[]>>, behind: string): string[] =>
    Object.entries(list).flatMap(([kind, [first = '']]) =>
      isAllowed(kind as Field['kind']) ? [`${first}${behind}`] : [],
    );
  return [...words(PLAIN_FIELDS, ''), ...words(CODED_FIELDS, ' …'), ...names.attributes.values()].join('; ');
}
