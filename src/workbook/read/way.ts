/** Reads how a criterion is scored: `Cách chấm` and its `Tham số`. */
import type { Way } from '../../rules';
import type { SHEETS } from '../layout';
import { WAYS, type WayWord } from '../layout';
import { bandsWritten, eachWritten, ladderWritten, ratioWritten } from './parameter';
import type { Fault, Reader } from './reader';
import type { TableRow } from './table-row';

type Row = TableRow<keyof typeof SHEETS.criteria.columns>;

const INVALID: Fault = { code: 'setting-invalid', touches: 'totals' };

/** What a parameter must look like, for the issue. */
const EXPECTED: Partial<Record<WayWord, string>> = {
  ladder: '0; 1,5; 3',
  bands: '88%: 2; 90%: 3; 100%: 5',
  minus: '0,5',
  count: '0,5',
  ratio: 'trần 100%; sàn 50%; dưới 50% không điểm; thấp hơn là tốt',
};

/** A row with children is a group unless it names another way. */
export function readWay(reader: Reader, row: Row, hasChildren: boolean): Way {
  const word = reader.word(row, 'way', WAYS, INVALID);
  if (word === undefined) return { kind: 'invalid' };
  const way = word ?? (hasChildren ? 'group' : 'points');
  if (hasChildren && way !== 'group' && way !== 'highest') {
    reader.say({ ...INVALID, expected: WAYS.group[0] }, row.place('way'), row.text('way'));
    return { kind: 'group', highestOnly: false };
  }
  const parameter = reader.text(row, 'parameter');
  const read = wayOf(way, parameter);
  if (read !== null) return read;
  reader.say({ ...INVALID, expected: EXPECTED[way] ?? '' }, row.place('parameter'), parameter ?? '');
  return way === 'group' || way === 'highest' ? { kind: 'group', highestOnly: way === 'highest' } : { kind: 'invalid' };
}

function wayOf(way: WayWord, parameter: string | null): Way | null {
  switch (way) {
    case 'ladder':
      return ladderWritten(parameter ?? '');
    case 'bands':
      return bandsWritten(parameter ?? '');
    case 'ratio':
      return ratioWritten(parameter ?? '');
    case 'minus':
    case 'count': {
      const each = eachWritten(parameter ?? '');
      return each === null ? null : { kind: way, each };
    }
    default:
      if (parameter !== null) return null;
      if (way === 'group' || way === 'highest') return { kind: 'group', highestOnly: way === 'highest' };
      return { kind: way };
  }
}
