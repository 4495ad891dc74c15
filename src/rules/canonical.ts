/**
 * The canonical text of a book's inputs: the same for two workbooks that say the same. A door hashes
 * it, so that anyone sees whether scores changed after the results were written. Texts are NFC and
 * trimmed, numbers in shortest exact form. Rows are sorted, because their order has no meaning; only
 * awards, bands and tie keys stand in an order that decides something, and keep it.
 */
import type { BallotId, Book, Entry, Unit } from './model/book';
import { ELECTION_BALLOTS, electedPost } from './model/election-ballots';
import { shortest } from './number/rational';
import { remembered } from '../base/remembered';
import {
  AWARD_FIELDS,
  BALLOT_FIELDS,
  BAND_FIELDS,
  CONDITION_FIELDS,
  CRITERION_FIELDS,
  DATA_FIELDS,
  DECISION_FIELDS,
  SETTING_FIELDS,
  UNIT_FIELDS,
  type Parts,
  type Use,
} from './model/row-fields';

type Value = string | number | boolean | null | readonly Value[];

const clean = remembered((text) => text.normalize('NFC').trim());
/** A text cleaned, as JSON. */
const quoted = remembered((text) => JSON.stringify(clean(text)));

const numeral = (text: string): string => shortest(text) ?? clean(text);

/** An input cell; a broken one keeps what it shows, blank and absent ones say nothing. */
function entryValue(entry: Entry | undefined): Value {
  switch (entry?.kind) {
    case 'number': {
      const value = shortest(entry.value);
      return value === null ? ['number', clean(entry.value)] : entry.percent === true ? ['%', value] : value;
    }
    case 'text':
      return clean(entry.text) === '' ? null : ['text', clean(entry.text)];
    case 'yesno':
      return entry.value;
    case 'na':
      return ['na'];
    case 'date':
      return ['day', entry.day];
    case 'error':
      return ['error', entry.error];
    case 'uncalculated':
      return ['uncalculated'];
    default:
      return null;
  }
}

/** A value of the book as JSON, by what its table says of it; the fields of an object by name. */
function plain(value: unknown, use: Use | undefined): string {
  if (typeof value === 'string') return quoted(textOf(value, use));
  if (typeof value === 'number') return `"${String(value)}"`;
  if (typeof value === 'boolean') return String(value);
  if (value === null || value === undefined || use === 'cells') return 'null';
  if (Array.isArray(value)) return `[${value.map((each) => plain(each, use)).join(',')}]`;
  const parts = typeof use === 'object' ? use : {};
  const fields = value as Readonly<Record<string, unknown>>;
  return `[${namesIn(parts)
    .filter((name) => Object.hasOwn(fields, name))
    .map((name) => `["${name}",${plain(fields[name], parts[name])}]`)
    .join(',')}]`;
}

const textOf = (text: string, use: Use | undefined): string =>
  use === 'numeral' ? numeral(text) : use === 'ballot' ? sameBallot(text) : text;

const counts = (use: Use | undefined): boolean => use !== 'where' && use !== 'compared';

const sortedNames = new WeakMap<Parts, readonly string[]>();
/** The fields that count, in the order of their names. */
function namesIn(parts: Parts): readonly string[] {
  const known = sortedNames.get(parts);
  if (known !== undefined) return known;
  const names = Object.keys(parts)
    .filter((name) => counts(parts[name]))
    .sort();
  sortedNames.set(parts, names);
  return names;
}

const line = (value: Value): string => JSON.stringify(value);

function sortedLines(lines: readonly string[]): string[] {
  return [...lines].sort();
}

/** Rows whose fields stand in the order of their table, without their names. */
function listedRows<Row extends object>(rows: readonly Row[], parts: Parts): string[] {
  const names = Object.keys(parts).filter((name) => counts(parts[name]));
  const late = names.filter((name) => parts[name] === 'lateEntry');
  const usual = names.filter((name) => parts[name] !== 'lateEntry');
  return sortedLines(
    rows.map((row) => {
      const fields = row as Readonly<Record<string, unknown>>;
      return line([
        ...usual.map((name) => listed(fields[name], parts[name])),
        // Workbooks without these columns keep their fingerprint.
        ...late.flatMap((name): Value[] => {
          const value = listed(fields[name], 'entry');
          return value === null ? [] : [[name, value]];
        }),
      ]);
    }),
  );
}

function listed(value: unknown, use: Use | undefined): Value {
  if (use === 'entry') return entryValue(value as Entry | undefined);
  if (use === 'attributes') return attributeLines(value as Unit['attributes']);
  if (typeof value === 'string') return clean(textOf(value, use));
  return use === 'blankText' ? '' : null;
}

/** The attributes that say something. */
const attributeLines = (attributes: Unit['attributes']): string[] =>
  [...attributes]
    .map(([header, entry]): Value => [clean(header), entryValue(entry)])
    .filter((pair) => (pair as readonly Value[])[1] !== null)
    .map(line)
    .sort();

/** One line per column: its unit, its level, then the cells that say something, by code. */
function scoreLines(book: Book): string[] {
  const codes = new Set<string>();
  for (const { entries } of book.scores) for (const code of entries.keys()) codes.add(code);
  const written = [...codes].sort().map((code) => ({ code, begin: `[${line(clean(code))},` }));
  return sortedLines(
    book.scores.map(({ unit, level, entries }) => {
      const cells = [line(clean(unit)), line(level)];
      for (const { code, begin } of written) {
        const text = scoreText(entries.get(code));
        if (text !== null) cells.push(`${begin}${text}]`);
      }
      return `[${cells.join(',')}]`;
    }),
  );
}

/** The value of a score cell as it stands in a line. Most are numbers, whose digits need no escape. */
function scoreText(entry: Entry | undefined): string | null {
  const digits = entry?.kind === 'number' && entry.percent !== true ? shortest(entry.value) : null;
  if (digits !== null) return `"${digits}"`;
  const value = entryValue(entry);
  return value === null ? null : line(value);
}

/** An election has one name in blocs and another in clusters, and is the same. */
function sameBallot(ballot: BallotId): BallotId {
  const post = electedPost(ballot);
  return post === null ? ballot : ELECTION_BALLOTS.bloc[post];
}

/** Rows whose fields stand with their names. */
const namedRows = (rows: readonly object[], parts: Parts): string[] => rows.map((row) => plain(row, parts));

/** One section per kind of input, one line per row. */
export function canonicalText(book: Book): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['settings', namedRows([book.settings], SETTING_FIELDS)],
    ['criteria', sortedLines(namedRows(book.criteria, CRITERION_FIELDS))],
    ['awards', namedRows(book.awards, AWARD_FIELDS)],
    ['conditions', sortedLines(namedRows(book.conditions, CONDITION_FIELDS))],
    ['bands', namedRows(book.bands, BAND_FIELDS)],
    ['units', listedRows(book.units, UNIT_FIELDS)],
    ['scores', scoreLines(book)],
    ['data', listedRows(book.data, DATA_FIELDS)],
    ['ballots', listedRows(book.ballots, BALLOT_FIELDS)],
    ['decisions', sortedLines(namedRows(book.decisions, DECISION_FIELDS))],
  ];
  return sections.map(([name, lines]) => `[${name}]\n${lines.map((each) => `${each}\n`).join('')}`).join('');
}
