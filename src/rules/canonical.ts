/**
 * The canonical text of a book's inputs: the same for two workbooks that say the same. A door hashes
 * it, so that anyone sees whether scores changed after the results were written. Texts are NFC and
 * trimmed, numbers in shortest exact form. Rows are sorted, because their order has no meaning; only
 * awards, bands and tie keys stand in an order that decides something, and keep it.
 */
import type { BallotId, Book, Entry } from './book';
import { ELECTION_BALLOTS, electedPost } from './election-ballots';
import { shortest } from './rational';
import { remembered } from './remembered';

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

/** A plain value of the book as JSON: texts cleaned, numerals shortest, places left out, fields by name. */
function plain(value: unknown, key = ''): string {
  if (typeof value === 'string')
    return quoted(
      NUMERALS.has(key) ? numeral(value) : key === 'ballot' || key === 'awards' ? sameBallot(value) : value,
    );
  if (typeof value === 'number') return `"${String(value)}"`;
  if (typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map((each) => plain(each, key)).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  const names = namesThatSay(Object.keys(fields).join(','));
  return `[${names.map((name) => `["${name}",${plain(fields[name], name)}]`).join(',')}]`;
}

/** Those of the names of an object's fields that count, in order; the same few lists come again and again. */
const namesThatSay = remembered((names) =>
  names
    .split(',')
    .filter((name) => name !== '' && !SKIPPED.has(name))
    .sort(),
);

/** Keys whose texts are numerals. */
const NUMERALS: ReadonlySet<string> = new Set([
  'max',
  'step',
  'cap',
  'floor',
  'cutoff',
  'each',
  'rungs',
  'places',
  'percent',
  'minPlaces',
  'maxPlaces',
  'from',
  'number',
  'share',
  'scale',
  'bonusCap',
  'deductionCap',
  'totalMin',
  'totalMax',
]);
/** Where things stand says nothing about what they say. */
const SKIPPED: ReadonlySet<string> = new Set(['place', 'sources', 'note', 'printed']);

/** A row of a sheet as one line. `places` is a name both for cells of the row and for a quota's number. */
function rowLine(row: { readonly places: object }): string {
  return plain({ ...row, places: null });
}

const line = (value: Value): string => JSON.stringify(value);

function sortedLines(lines: readonly string[]): string[] {
  return [...lines].sort();
}

function unitLines(book: Book): string[] {
  return sortedLines(
    book.units.map((unit) => {
      const attributes = [...unit.attributes]
        .map(([header, entry]): Value => [clean(header), entryValue(entry)])
        .filter((pair) => (pair as readonly Value[])[1] !== null);
      return line([
        clean(unit.id),
        clean(unit.name),
        unit.notRanked === null ? null : clean(unit.notRanked),
        attributes.map(line).sort(),
      ]);
    }),
  );
}

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

function dataLines(book: Book): string[] {
  return sortedLines(
    book.data.map((row) =>
      line([
        clean(row.unit),
        clean(row.criterion),
        entryValue(row.target),
        entryValue(row.actual),
        entryValue(row.count),
        clean(row.evidence ?? ''),
        clean(row.remark ?? ''),
      ]),
    ),
  );
}

/** An election has one name in blocs and another in clusters, and is the same. */
function sameBallot(ballot: BallotId): BallotId {
  const post = electedPost(ballot);
  return post === null ? ballot : ELECTION_BALLOTS.bloc[post];
}

function ballotLines(book: Book): string[] {
  return sortedLines(
    book.ballots.map((row) =>
      line([
        clean(sameBallot(row.ballot)),
        clean(row.unit),
        entryValue(row.members),
        entryValue(row.present),
        entryValue(row.issued),
        entryValue(row.returned),
        entryValue(row.valid),
        entryValue(row.favour),
        // Workbooks without these columns keep their fingerprint.
        ...(['round', 'written'] as const).flatMap((name): Value[] => {
          const value = entryValue(row[name]);
          return value === null ? [] : [[name, value]];
        }),
      ]),
    ),
  );
}

/** One section per kind of input, one line per row. */
export function canonicalText(book: Book): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['settings', [plain(book.settings)]],
    ['criteria', sortedLines(book.criteria.map((criterion) => rowLine(criterion)))],
    ['awards', book.awards.map((award) => rowLine(award))],
    ['conditions', sortedLines(book.conditions.map((condition) => rowLine(condition)))],
    ['bands', book.bands.map((band) => rowLine(band))],
    ['units', unitLines(book)],
    ['scores', scoreLines(book)],
    ['data', dataLines(book)],
    ['ballots', ballotLines(book)],
    ['decisions', sortedLines(book.decisions.map((decision) => plain(decision)))],
  ];
  return sections.map(([name, lines]) => `[${name}]\n${lines.map((each) => `${each}\n`).join('')}`).join('');
}
