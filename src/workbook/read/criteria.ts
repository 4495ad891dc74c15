/** Reads `Tiêu chí`: the tree of criteria by code. */
import type { Criterion } from '../../rules';
import { COUNTS_TOWARD, CRITERION_COLUMNS } from '../layout';
import type { Cell } from '../../sheets/cells';
import { codeIn, Codes } from './codes';
import { codesByPlace } from './codes-by-place';
import { isApart, readCodes, type CodedRow } from './criterion-codes';
import { shownText } from '../../sheets/shown-cell';
import { parentCode } from './dated-codes';
import type { Fault, Reader } from './reader';
import { placesOf, readFields } from './record-fields';
import type { Table } from './table';
import { fold } from '../../base/folding';
import { readWay } from './way';

type Key = keyof typeof CRITERION_COLUMNS;

const INVALID: Fault = { code: 'setting-invalid', touches: 'totals' };

export interface CriteriaTable {
  readonly criteria: readonly Criterion[];
  readonly codes: Codes;
  /** Names of rows whose code could not be used, folded: what elsewhere follows from them is not said again. */
  readonly brokenNames: readonly string[];
}

export function readCriteria(reader: Reader): CriteriaTable {
  const codes = new Codes();
  const table = reader.table('criteria', 'totals');
  if (table === null || table.keyColumn < 0) {
    codes.known = false;
    return { criteria: [], codes, brokenNames: [] };
  }
  const { rows, keyless } = reader.records(table, { isKey: parentsIn(table, reader), touches: 'totals' });
  const brokenNames = keyless.map((row) => fold(row.text('name')));
  keyless.forEach(() => {
    codes.loseRow();
  });
  const coded = readCodes(reader, rows, codes, brokenNames);
  const parents = findParents(reader, coded, codes);
  const withChildren = new Set(parents.values());
  const criteria = coded.map((row) =>
    readCriterion(reader, row, parents.get(row.code) ?? null, withChildren.has(row.code)),
  );
  return { criteria: withoutUncertainKinds(criteria), codes, brokenNames };
}

/** Tells keys that others continue, by their code or by their place: a criterion needs nothing else beside its code then. */
function parentsIn(
  { sheet, keyColumn, lastHeaderRow, columns }: Table<Key>,
  { date1904 }: Reader,
): (shown: string, cell: Cell) => boolean {
  const countsColumn = columns.get('counts') ?? -1;
  const cells = sheet.rows.slice(lastHeaderRow + 1).flatMap((row) => {
    const cell = row?.[keyColumn];
    if (cell === undefined || cell.value === null) return [];
    return [
      {
        cell,
        code: codeIn(cell, shownText(cell, date1904)) ?? '',
        isApart: isApart(shownText(row?.[countsColumn], date1904)),
      },
    ];
  });
  const above = (path: string): string => fold(parentCode(path) ?? '');
  const places = codesByPlace(cells);
  if (places === null) {
    const parents = new Set(cells.map(({ code }) => above(code)));
    return (shown, cell) => parents.has(fold(codeIn(cell, shown) ?? shown));
  }
  const paths = places.map((place) => (place && 'path' in place ? place.path : ''));
  const parents = new Set(paths.map(above));
  const parentCells = new Set(
    cells.filter((_, index) => parents.has(fold(paths[index] ?? ''))).map(({ cell }) => cell),
  );
  return (_, cell) => parentCells.has(cell);
}

/** While it is not known what a row counts toward, nothing is known of the leaves that inherit it. */
function withoutUncertainKinds(rows: readonly ReadCriterion[]): Criterion[] {
  const uncertain = new Set<string>();
  return rows.map(({ criterion, countsKnown }) => {
    const inherits = criterion.counts === null && criterion.parent !== null && uncertain.has(criterion.parent);
    if (countsKnown && !inherits) return criterion;
    uncertain.add(criterion.code);
    return criterion.way.kind === 'group' ? criterion : { ...criterion, way: { kind: 'invalid' }, max: null };
  });
}

interface ReadCriterion {
  readonly criterion: Criterion;
  readonly countsKnown: boolean;
}

/** The parent of each code that has one. An absent parent is said once; its rows hang one level higher. */
function findParents(reader: Reader, rows: readonly CodedRow[], codes: Codes): Map<string, string> {
  const parents = new Map<string, string>();
  const absent = new Set<string>();
  for (const { row, code } of rows) {
    const wanted = parentCode(code);
    let parent: string | null = null;
    for (let above = wanted; above !== null && parent === null; above = parentCode(above)) parent = codes.own(above);
    if (parent !== null && parent !== code) parents.set(code, parent);
    if (wanted === null || codes.own(wanted) !== null || absent.has(fold(wanted))) continue;
    absent.add(fold(wanted));
    codes.excuse(wanted);
    reader.findings.say('code-unknown', row.place('code'), { received: wanted, criterion: code }, 'totals');
  }
  return parents;
}

function readCriterion(
  reader: Reader,
  { row, code, printed }: CodedRow,
  parent: string | null,
  hasChildren: boolean,
): ReadCriterion {
  const max = reader.number(row, 'max', { ...INVALID, expected: '>= 0' }, (value) => !value.startsWith('-'));
  const way = readWay(reader, row, hasChildren);
  const counts = reader.word(row, 'counts', COUNTS_TOWARD, INVALID);
  const criterion: Criterion = {
    code,
    ...(printed === undefined ? {} : { printed }),
    parent,
    max: max ?? null,
    counts: counts ?? null,
    way: (max === undefined || !row.has('max')) && way.kind !== 'group' ? { kind: 'invalid' } : way,
    ...readFields(reader, row, CRITERION_COLUMNS, { code, touches: 'totals' }),
    place: row.place('code'),
    places: placesOf(row, CRITERION_COLUMNS),
  };
  return { criterion, countsKnown: counts !== undefined };
}
