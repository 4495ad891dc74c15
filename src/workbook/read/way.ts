/** Reads how a criterion is scored: `Cách chấm` and its `Tham số`. */
import type { Way } from '../../rules';
import { isGroupWord, WAY_WORDS, type CRITERION_COLUMNS } from '../layout';
import { WAYS } from '../ways';
import type { Fault, Reader } from './reader';
import type { TableRow } from './table-row';

type Row = TableRow<keyof typeof CRITERION_COLUMNS>;

const INVALID: Fault = { code: 'setting-invalid', touches: 'totals' };

/** A row with children is a group unless it names another way. */
export function readWay(reader: Reader, row: Row, hasChildren: boolean): Way {
  const word = reader.word(row, 'way', WAY_WORDS, INVALID);
  if (word === undefined) return { kind: 'invalid' };
  const way = word ?? (hasChildren ? 'group' : 'points');
  if (hasChildren && !isGroupWord(way)) {
    reader.say({ ...INVALID, expected: WAY_WORDS.group[0] }, row.place('way'), row.text('way'));
    return { kind: 'group', highestOnly: false };
  }
  const parameter = reader.text(row, 'parameter');
  const read = WAYS[way].read(parameter);
  if (read !== null) return read;
  reader.say({ ...INVALID, expected: WAYS[way].example ?? '' }, row.place('parameter'), parameter ?? '');
  return isGroupWord(way) ? { kind: 'group', highestOnly: way === 'highest' } : { kind: 'invalid' };
}
