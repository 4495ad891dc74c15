/** A book and what differs in it, in lines that a person can read. */
import type { Book, Entry } from '../../../src/rules';
import type { Difference } from './comparison';

function cell(entry: Entry): string {
  switch (entry.kind) {
    case 'number':
      return entry.value;
    case 'text':
      return `"${entry.text}"`;
    case 'yesno':
      return entry.value ? 'có' : 'không';
    case 'date':
      return entry.day;
    default:
      return `<${entry.kind}>`;
  }
}

const listed = (entries: ReadonlyMap<string, Entry>): string =>
  [...entries].map(([name, entry]) => `${name}=${cell(entry)}`).join(' ');

export function describeBook(book: Book): string {
  return [
    `settings ${JSON.stringify({ ...book.settings, sources: undefined })}`,
    ...book.criteria.map(
      (row) =>
        `criterion ${row.code} max=${String(row.max)} ${row.counts ?? ''} ${JSON.stringify(row.way)} step=${String(row.step)} na=${String(row.allowsNa)}`,
    ),
    ...book.units.map(
      (unit) => `unit ${unit.id} ${listed(unit.attributes)}${unit.notRanked === null ? '' : ' (không xếp hạng)'}`,
    ),
    ...book.scores.map((column) => `scores ${column.unit} ${listed(column.entries)}`),
    ...book.data.map(
      (row) =>
        `data ${row.unit} ${row.criterion} target=${cell(row.target)} actual=${cell(row.actual)} count=${cell(row.count)}`,
    ),
    ...book.awards.map(
      (award) =>
        `award ${award.id} ${JSON.stringify(award.quota)} ${award.rounding} ${String(award.minPlaces)}..${String(award.maxPlaces)} ${award.cutoff} ${award.unusedPlaces ?? ''}`,
    ),
    ...book.conditions.map(
      (row) =>
        `condition ${row.id} ${JSON.stringify(row.scope)} ${JSON.stringify(row.field)} ${row.op ?? '?'} ${row.value.written} or=${row.orGroup ?? ''} ${JSON.stringify(row.effect)}`,
    ),
    ...book.bands.map(
      (band) =>
        `band ${band.name} from=${String(band.from)} limit=${JSON.stringify(band.limit)} ${band.rounding} ${band.cutoff}`,
    ),
    ...book.ballots.map(
      (row) =>
        `ballot ${row.ballot} ${row.unit} ${[row.members, row.present, row.issued, row.returned, row.valid, row.favour].map(cell).join(' ')}`,
    ),
    ...book.decisions.map(
      (one) => `decision ${one.kind} ${JSON.stringify(one.scope)} ${one.units.join()} reason=${String(one.reason)}`,
    ),
    ...book.doubts.map((doubt) => `doubt ${doubt.code} ${JSON.stringify(doubt.touches)}`),
  ].join('\n');
}

export const describeDifferences = (differences: readonly Difference[]): string =>
  differences
    .map(
      ({ where, rules, oracle }) => `${where}\n  rules:  ${JSON.stringify(rules)}\n  oracle: ${JSON.stringify(oracle)}`,
    )
    .join('\n');
