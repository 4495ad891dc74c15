/** How things stand, in words. */
import type { AwardChances, Possible, UnitOutlook } from '../rules';
import type { Lang } from './lang';
import { formatScore } from './numbers';

interface Names {
  readonly unit: (id: string) => string;
  readonly award: (id: string) => string;
  readonly criterion: (code: string) => string;
}

const WORDS = {
  vi: {
    certain: 'chắc chắn', possible: 'còn có thể', out: 'không còn khả năng', or: 'hoặc', unbounded: 'không giới hạn',
    needs: (points: string, where: string, award: string) => `còn cần ${points} điểm${where === '' ? '' : ` ở ${where}`} để chắc chắn ${award}`,
    never: (award: string) => `chưa số điểm nào làm cho chắc chắn ${award}: còn tùy đơn vị khác hoặc quyết định của hội nghị`,
    mayLose: (points: string) => `mất tối đa ${points} điểm thì vẫn còn khả năng`,
    rivals: (units: string) => `cần vượt ${units}`,
    waits: (count: number, award: string) => `${String(count)} ô này quyết định ${award}`,
    settled: 'đã ngã ngũ', places: (settled: number, open: number) => `${String(settled)} suất đã chắc chắn, ${String(open)} suất còn mở`,
  },
  en: {
    certain: 'certain', possible: 'possible', out: 'out of reach', or: 'or', unbounded: 'no limit',
    needs: (points: string, where: string, award: string) => `needs ${points} more points${where === '' ? '' : ` in ${where}`} to be certain of ${award}`,
    never: (award: string) => `no number of points makes ${award} certain: it hangs on other units or a decision of the meeting`,
    mayLose: (points: string) => `may lose ${points} points at the most and stay in reach`,
    rivals: (units: string) => `must pass ${units}`,
    waits: (count: number, award: string) => (count === 1 ? `this cell decides ${award}` : `these ${String(count)} cells decide ${award}`),
    settled: 'settled', places: (settled: number, open: number) => `${String(settled)} places certain, ${String(open)} open`,
  },
} as const;

export type Chance = 'certain' | 'possible' | 'out';

export function chanceText(chance: Chance, lang: Lang): string {
  return WORDS[lang][chance];
}

export function chanceOf({ certain, possible }: AwardChances, unit: string): Chance {
  if (certain.includes(unit)) return 'certain';
  return possible.some((each) => each.unit === unit) ? 'possible' : 'out';
}

/** "86 – 90", or one number. */
export function rangeText([low, high]: UnitOutlook['total'], decimals: number | null, lang: Lang): string {
  const shown = (end: string | null): string => (end === null ? WORDS[lang].unbounded : formatScore(end, decimals, lang));
  if (low === null && high === null) return '–';
  return low !== null && low === high ? shown(low) : `${shown(low)} – ${shown(high)}`;
}

export function rankRangeText(rank: UnitOutlook['rank']): string {
  if (rank === null) return '–';
  const [best, worst] = rank;
  return best === worst ? String(best) : `${String(best)} – ${String(worst)}`;
}

/** So many criteria are named where a unit could get what it needs. */
const NAMED = 3;

/** What a unit needs for an award, whom it must pass, what it may lose: short sentences. */
export function needTexts({ needs, rivals, mayLose }: Possible, own: UnitOutlook, award: string, names: Names, lang: Lang): string[] {
  const words = WORDS[lang];
  const points = (value: string): string => formatScore(value, null, lang);
  const [last, ...others] = own.open.slice(0, NAMED).map(names.criterion).reverse();
  const where = own.open.length > NAMED || last === undefined ? '' : others.length === 0 ? last : `${others.reverse().join(', ')} ${words.or} ${last}`;
  const many = rivals.length > NAMED ? `${rivals.slice(0, NAMED).map(names.unit).join('; ')}; … (${String(rivals.length)})` : rivals.map(names.unit).join('; ');
  return [
    needs === null ? words.never(award) : words.needs(points(needs), where, award),
    ...(rivals.length > 0 ? [words.rivals(many)] : []),
    ...(mayLose === null || mayLose === '0' ? [] : [words.mayLose(points(mayLose))]),
  ];
}

/** "3 ô này quyết định Cờ thi đua". */
export function waitsText(count: number, award: string, lang: Lang): string {
  return WORDS[lang].waits(count, award);
}

export function placesText({ settled, open, possible }: AwardChances, lang: Lang): string {
  return possible.length === 0 ? WORDS[lang].settled : WORDS[lang].places(settled, open);
}
