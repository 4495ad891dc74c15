import { cellName, type Issue } from '../../src/rules';
import type { Said } from './province/measure';

/** "score-missing Chấm điểm!E7". */
export const placed = ({ code, place }: Pick<Issue, 'code' | 'place'>): string =>
  `${code} ${place === null ? '-' : `${place.sheet}!${cellName(place)}`}`;

/** An issue as the check's JSON has it. */
export const said = ({ code, place, received, expected }: Issue): Said => ({
  code,
  sheet: place?.sheet ?? null,
  cell: place === null ? null : cellName(place),
  received,
  expected,
});
