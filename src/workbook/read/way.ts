/** Reads how a criterion is scored: `Cách chấm` and its `Tham số`. */
import { compareNumerals, divideNumerals, type Numeral, type Way } from '../../rules';
import type { SHEETS} from '../layout';
import { LIST_SEPARATOR, RATIO_PARTS, WAYS, type WayWord } from '../layout';
import { numberWritten, type Fault, type Reader } from './reader';
import type { TableRow } from './records';
import { fold } from './text';

type Row = TableRow<keyof typeof SHEETS.criteria.columns>;

const INVALID: Fault = { code: 'setting-invalid', touches: 'totals' };

/** What a parameter must look like, for the issue. */
const EXPECTED: Partial<Record<WayWord, string>> = {
  ladder: '0; 1,5; 3', minus: '0,5', count: '0,5', ratio: 'trần 100%; sàn 50%; dưới 50% không điểm; thấp hơn là tốt',
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
    case 'ladder': {
      const rungs = (parameter ?? '').split(LIST_SEPARATOR).filter((part) => part.trim() !== '').map(pointsWritten);
      return rungs.length > 0 && rungs.every((rung) => rung !== null) ? { kind: way, rungs } : null;
    }
    case 'minus': case 'count': {
      const each = pointsWritten(parameter ?? '');
      return each === null ? null : { kind: way, each };
    }
    case 'ratio': return ratioOf(parameter ?? '');
    default:
      if (parameter !== null) return null;
      if (way === 'group' || way === 'highest') return { kind: 'group', highestOnly: way === 'highest' };
      return { kind: way };
  }
}

function pointsWritten(text: string): Numeral | null {
  const points = numberWritten(text);
  return points !== null && compareNumerals(points, '0') >= 0 ? points : null;
}

/** A percentage as a share: "80%" is 0.8. */
function shareWritten(text: string): Numeral | null {
  const percent = text.trim().endsWith('%') ? pointsWritten(text.trim().slice(0, -1)) : null;
  return percent === null ? null : divideNumerals(percent, '100');
}

function ratioOf(parameter: string): Way | null {
  let cap: Numeral = '1';
  let floor: Numeral | null = null;
  let cutoff: Numeral | null = null;
  let lowerIsBetter = false;
  const seen = new Set<string>();
  for (const part of parameter.split(LIST_SEPARATOR).map(fold).filter((text) => text !== '')) {
    const share = (pattern: string): Numeral | null => {
      const [before = '', after = ''] = pattern.split('#');
      return part.startsWith(before) && part.endsWith(after) ? shareWritten(part.slice(before.length, part.length - after.length)) : null;
    };
    const [capShare, floorShare, cutoffShare] = [share(RATIO_PARTS.cap), share(RATIO_PARTS.floor), share(RATIO_PARTS.cutoff)];
    const name = part === RATIO_PARTS.lowerIsBetter ? 'lower' : capShare !== null ? 'cap' : floorShare !== null ? 'floor' : cutoffShare !== null ? 'cutoff' : null;
    if (name === null || seen.has(name)) return null;
    seen.add(name);
    if (name === 'lower') lowerIsBetter = true;
    cap = capShare ?? cap;
    floor = floorShare ?? floor;
    cutoff = cutoffShare ?? cutoff;
  }
  if (floor !== null && compareNumerals(floor, cap) > 0) return null;
  return { kind: 'ratio', cap, floor, cutoff, lowerIsBetter };
}
