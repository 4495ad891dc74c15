import { cellName, type Issue } from '../../src/rules';

/** "score-missing Chấm điểm!E7". */
export const placed = ({ code, place }: Pick<Issue, 'code' | 'place'>): string => `${code} ${place === null ? '-' : `${place.sheet}!${cellName(place)}`}`;
