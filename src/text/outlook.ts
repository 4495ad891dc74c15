/** How things stand, in words. */
import { subtractNumerals, type AwardChances, type Possible, type ReasonCode, type UnitOutlook } from '../rules';
import type { Lang } from './lang';
import { formatScore } from './numbers';

interface Names {
  readonly unit: (id: string) => string;
  readonly criterion: (code: string) => string;
}

const WORDS = {
  vi: {
    certain: 'chắc chắn',
    possible: 'còn có thể',
    out: 'không còn khả năng',
    or: 'hoặc',
    unbounded: 'không giới hạn',
    needs: (points: string, where: string, award: string) => `còn cần ${points} điểm${where} để chắc chắn ${award}`,
    where: (criteria: string) => ` ở ${criteria}`,
    whereOf: (cells: number) => ` trong ${String(cells)} ô chưa có điểm`,
    rivals: (units: string) => ` (phải vượt ${units})`,
    notAlone: 'riêng điểm của mình chưa đủ để chắc chắn',
    complete: 'đã đủ điểm, còn tùy đơn vị khác, phiếu bầu hoặc quyết định',
    mayLose: (points: string) => `mất tối đa ${points} điểm trong số còn thiếu thì vẫn còn khả năng`,
    mayLoseNone: 'phải được trọn số điểm còn thiếu mới còn khả năng',
    mayLoseAll: 'không được thêm điểm nào vẫn còn khả năng',
    waits: (count: number, award: string) => `${String(count)} ô này quyết định ${award}`,
    waitsMost: (award: string) => `Những ô ảnh hưởng nhiều nhất đến ${award}`,
    settled: 'đã xác định',
    noneSettled: (open: number) => `chưa suất nào chắc chắn, ${String(open)} suất còn mở`,
    places: (settled: number, open: number) => `${String(settled)} suất đã chắc chắn, ${String(open)} suất còn mở`,
  },
  en: {
    certain: 'certain',
    possible: 'possible',
    out: 'out of reach',
    or: 'or',
    unbounded: 'no limit',
    needs: (points: string, where: string, award: string) =>
      `needs ${points} more points${where} to be certain of ${award}`,
    where: (criteria: string) => ` in ${criteria}`,
    whereOf: (cells: number) => ` in ${String(cells)} cells without points`,
    rivals: (units: string) => ` (must pass ${units})`,
    notAlone: 'its own points alone cannot make it certain',
    complete: 'all its points are in; it hangs on other units, ballots or a decision',
    mayLose: (points: string) => `may lose ${points} of its missing points at the most and stay in reach`,
    mayLoseNone: 'needs every missing point to stay in reach',
    mayLoseAll: 'stays in reach without any further point',
    waits: (count: number, award: string) =>
      count === 1 ? `this cell decides ${award}` : `these ${String(count)} cells decide ${award}`,
    waitsMost: (award: string) => `The cells that weigh most for ${award}`,
    settled: 'settled',
    noneSettled: (open: number) => `no place certain yet, ${String(open)} open`,
    places: (settled: number, open: number) =>
      `${String(settled)} ${settled === 1 ? 'place' : 'places'} certain, ${String(open)} open`,
  },
} as const;

/** Why an award is out of reach, in few words: what stands beside the mark. */
const OUT: Readonly<Record<ReasonCode, Readonly<Record<Lang, string>>>> = {
  'condition-failed': { vi: 'không đạt điều kiện', en: 'a condition is not met' },
  barred: { vi: 'thuộc trường hợp không được đề nghị', en: 'barred by a rule' },
  outranked: { vi: 'không còn suất theo thứ hạng', en: 'no place left by rank' },
  'holds-other': { vi: 'đã chắc chắn hình thức khác', en: 'certain of another award' },
  'not-ranked': { vi: 'không được xếp hạng', en: 'not ranked' },
  denied: { vi: 'hội nghị quyết định không đề nghị', en: 'the meeting decided against it' },
  postponed: { vi: 'tạm hoãn đề nghị', en: 'its proposal is postponed' },
  // These leave a unit in reach, or hold a place: said all the same, should one ever stand here.
  'condition-unknown': { vi: 'chưa rõ điều kiện', en: 'a condition is not known' },
  tied: { vi: 'bằng nhau ở suất cuối', en: 'tied at the last place' },
  upstream: { vi: 'chờ hình thức xếp trên', en: 'waits for an award above' },
  granted: { vi: 'được đề nghị', en: 'proposed' },
  'granted-by-decision': { vi: 'được đề nghị theo quyết định', en: 'proposed by a decision' },
  fallback: { vi: 'giữ suất dự phòng', en: 'keeps a place to fall back on' },
};

export type Chance = 'certain' | 'possible' | 'out';

export function chanceText(chance: Chance, lang: Lang): string {
  return WORDS[lang][chance];
}

export function chanceOf({ certain, possible }: AwardChances, unit: string): Chance {
  if (certain.includes(unit)) return 'certain';
  return possible.some((each) => each.unit === unit) ? 'possible' : 'out';
}

export function outText(code: ReasonCode, lang: Lang): string {
  return OUT[code][lang];
}

/** "86 – 90", or one number. */
export function rangeText([low, high]: UnitOutlook['total'], decimals: number | null, lang: Lang): string {
  const shown = (end: string | null): string =>
    end === null ? WORDS[lang].unbounded : formatScore(end, decimals, lang);
  if (low === null && high === null) return '–';
  return low !== null && low === high ? shown(low) : `${shown(low)} – ${shown(high)}`;
}

export function rankRangeText(rank: UnitOutlook['rank']): string {
  if (rank === null) return '–';
  const [best, worst] = rank;
  return best === worst ? String(best) : `${String(best)} – ${String(worst)}`;
}

/** So many criteria are named where a unit could get what it needs, and so many rivals. */
const NAMED = 3;

/** "II.3 hoặc III.4"; how many where they are more than can be named. */
function whereText({ open }: UnitOutlook, names: Names, lang: Lang): string {
  const words = WORDS[lang];
  if (open.length > NAMED) return words.whereOf(open.length);
  const criteria = open.map(names.criterion);
  const last = criteria.pop();
  if (last === undefined) return '';
  return words.where(criteria.length === 0 ? last : `${criteria.join(', ')} ${words.or} ${last}`);
}

function mayLoseText({ mayLose }: Possible, { total: [low, high] }: UnitOutlook, lang: Lang): string[] {
  const words = WORDS[lang];
  if (mayLose === null) return [];
  if (mayLose === '0') return [words.mayLoseNone];
  const all = low === null || high === null ? null : subtractNumerals(high, low);
  return [mayLose === all ? words.mayLoseAll : words.mayLose(formatScore(mayLose, null, lang))];
}

/** What a unit needs for an award, whom it must pass, what it may lose: short sentences. */
export function needTexts(possible: Possible, own: UnitOutlook, award: string, names: Names, lang: Lang): string[] {
  const words = WORDS[lang];
  const { needs, rivals } = possible;
  const passed = [
    ...rivals.slice(0, NAMED).map(names.unit),
    ...(rivals.length > NAMED ? [`… (${String(rivals.length)})`] : []),
  ].join('; ');
  const isComplete = own.total[0] !== null && own.total[0] === own.total[1];
  if (isComplete) return [words.complete];
  return [
    needs === null
      ? words.notAlone
      : `${words.needs(formatScore(needs, null, lang), whereText(own, names, lang), award)}${passed === '' ? '' : words.rivals(passed)}`,
    ...mayLoseText(possible, own, lang),
  ];
}

/** Where an award waits for more cells than this, those that weigh most are listed. */
export const LISTED_WAITS = 6;

/** "3 ô này quyết định Cờ thi đua": stands before the first `LISTED_WAITS` of the cells. */
export function waitsText({ waits }: AwardChances, award: string, lang: Lang): string {
  return waits.length > LISTED_WAITS ? WORDS[lang].waitsMost(award) : WORDS[lang].waits(waits.length, award);
}

export function placesText({ settled, open, possible }: AwardChances, lang: Lang): string {
  const words = WORDS[lang];
  if (possible.length === 0) return words.settled;
  return settled === 0 ? words.noneSettled(open) : words.places(settled, open);
}
