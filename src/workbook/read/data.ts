/** Reads `Số liệu`: the inputs of the computed ways, evidence and remarks. */
import type { DataRow } from '../../rules';
import { SHEETS } from '../layout';
import type { Codes } from './codes';
import type { Reader } from './reader';
import { readRecords } from './records';

export function readData(reader: Reader, units: Codes, criteria: Codes): DataRow[] {
  const table = reader.table('data', 'totals');
  if (table === null) return [];
  const data: DataRow[] = [];
  for (const row of readRecords(table, reader.findings, { touches: 'totals', date1904: reader.date1904 }).rows) {
    const unitWritten = reader.code(row, 'unit', 'totals').code;
    const criterionWritten = reader.code(row, 'criterion', 'totals').code;
    if (unitWritten === '') continue;
    const unit = units.resolve(unitWritten, row.place('unit'), reader.findings, 'totals');
    if (criterionWritten === '') {
      if (row.has('criterion') && row.isBlank('criterion')) {
        reader.findings.say('code-missing', row.place('criterion'), { expected: SHEETS.data.columns.criterion.header }, 'totals');
      }
      continue;
    }
    const criterion = criteria.resolve(criterionWritten, row.place('criterion'), reader.findings, 'totals', unit === null ? {} : { unit });
    if (unit === null || criterion === null) continue;
    data.push({
      unit, criterion,
      target: row.entry('target', true), actual: row.entry('actual', true), count: row.entry('count', true),
      evidence: reader.text(row, 'evidence'), remark: reader.text(row, 'remark'),
      place: row.place('unit'),
    });
  }
  return data;
}
