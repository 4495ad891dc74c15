/** Reads `Số liệu`: the inputs of the computed ways, evidence and remarks. */
import type { DataRow } from '../../rules';
import { DATA_COLUMNS } from '../layout';
import type { Codes } from './codes';
import type { CriteriaTable } from './criteria';
import type { Reader } from './reader';
import { keysOf, readFields } from './record-fields';

/** What a row says beside whom it is about: what is only printed is no input. */
const INPUTS = keysOf(DATA_COLUMNS, ({ read, printed }) => read !== 'reader' && printed !== true);

export function readData(reader: Reader, units: Codes, { codes: criteria, criteria: rows }: CriteriaTable): DataRow[] {
  const table = reader.table('data', 'totals');
  if (table === null) return [];
  const data: DataRow[] = [];
  const groups = new Set(
    rows.flatMap(({ code, parent, way }) => [
      ...(parent === null ? [] : [parent]),
      ...(way.kind === 'group' ? [code] : []),
    ]),
  );
  for (const row of reader.records(table, { touches: 'totals', codes: units }).rows) {
    const unitWritten = reader.code(row, 'unit', 'totals', (code) => units.find(code) !== null).code;
    const criterionWritten = reader.code(row, 'criterion', 'totals', (code) => criteria.find(code) !== null).code;
    if (unitWritten === '') continue;
    const unit = units.resolve(unitWritten, row.place('unit'), reader.findings, 'totals');
    if (criterionWritten === '') {
      if (row.has('criterion') && row.isBlank('criterion')) {
        reader.findings.say(
          'code-missing',
          row.place('criterion'),
          { expected: DATA_COLUMNS.criterion.header },
          'totals',
        );
      }
      continue;
    }
    const criterion = criteria.resolve(
      criterionWritten,
      row.place('criterion'),
      reader.findings,
      'totals',
      unit === null ? {} : { unit },
    );
    if (unit === null || criterion === null) continue;
    if (groups.has(criterion)) {
      // A group takes no data: its criteria do.
      const isInput = INPUTS.some((key) => !row.isBlank(key));
      const details = { received: criterionWritten, unit, criterion, params: { row: String(row.row + 1) } };
      reader.findings.say(
        'row-unread',
        row.place('criterion'),
        { ...details, severity: isInput ? 'error' : 'warning' },
        isInput ? 'totals' : null,
      );
      continue;
    }
    data.push({
      unit,
      criterion,
      ...readFields(reader, row, DATA_COLUMNS, { code: unit, touches: 'totals' }),
      place: row.place('unit'),
    });
  }
  return data;
}
