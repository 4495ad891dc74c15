/**
 * `Tham số` of a way of scoring. What people write is understood where it can mean one thing only
 * ("tối đa 100%", "mỗi lần 0,5 điểm", "10/5/0"); everything else is refused, never guessed.
 */
import { compareNumerals, divideNumerals, type Numeral, type Way } from '../../rules';
import { LIST_SEPARATOR, RATIO_PARTS } from '../layout';
import { numberWritten } from './written-number';
import { fold } from '../../base/folding';

type WayOf<Kind extends Way['kind']> = Extract<Way, { kind: Kind }>;

/** A number from 0, with or without its unit. */
function pointsWritten(text: string): Numeral | null {
  const points = numberWritten(text.trim().replace(/\s?(?:điểm|đ)$/u, ''));
  return points !== null && compareNumerals(points, '0') >= 0 ? points : null;
}

/** The items of a list: between semicolons, else line breaks, else slashes, else commas before a space. */
function items(parameter: string): string[] {
  const separator = [LIST_SEPARATOR, '\n', '/', ', '].find((each) => parameter.includes(each)) ?? LIST_SEPARATOR;
  return parameter
    .split(separator)
    .map(fold)
    .filter((part) => part !== '');
}

/** `0; 1,5; 3`: the values that may be given. */
export function ladderWritten(parameter: string): WayOf<'ladder'> | null {
  const rungs = items(parameter).map(pointsWritten);
  return rungs.length > 0 && rungs.every((rung) => rung !== null) ? { kind: 'ladder', rungs } : null;
}

/** `0,5`, "mỗi lần 0,5 điểm", "0,5 điểm/lần": points per item. */
const PER_ITEM =
  /^(?:mỗi(?: \p{L}+){1,3} )?(?:trừ |cộng |được )?(\d+(?:[.,]\d+)?)(?: ?(?:điểm|đ))?(?: ?(?:\/|mỗi|một) ?\p{L}+)?$/u;

export function eachWritten(parameter: string): Numeral | null {
  return pointsWritten(PER_ITEM.exec(fold(parameter))?.[1] ?? '');
}

/** A percentage as a share: "80%" is 0.8. */
function shareWritten(text: string): Numeral | null {
  const percent = text.trim().endsWith('%') ? pointsWritten(text.trim().slice(0, -1)) : null;
  return percent === null ? null : divideNumerals(percent, '100');
}

/** The share that a part such as "trần 100%" gives by one of the patterns; null where it is none of them. */
function shareIn(part: string, patterns: readonly string[]): Numeral | null {
  for (const pattern of patterns) {
    const [before = '', after = ''] = pattern.split('#');
    if (!part.startsWith(before) || !part.endsWith(after)) continue;
    const share = shareWritten(part.slice(before.length, part.length - after.length));
    if (share !== null) return share;
  }
  return null;
}

/** `trần 100%; sàn 50%; dưới 50% không điểm; thấp hơn là tốt`, each at most once. */
export function ratioWritten(parameter: string): WayOf<'ratio'> | null {
  const found = new Map<'cap' | 'floor' | 'cutoff' | 'lower', Numeral>();
  for (const part of items(parameter)) {
    const lower = RATIO_PARTS.lowerIsBetter.some((words) => part === words);
    const name = lower
      ? 'lower'
      : (['cap', 'floor', 'cutoff'] as const).find((each) => shareIn(part, RATIO_PARTS[each]) !== null);
    if (name === undefined || found.has(name)) return null;
    found.set(name, name === 'lower' ? '1' : (shareIn(part, RATIO_PARTS[name]) ?? ''));
  }
  const cap = found.get('cap') ?? '1';
  const floor = found.get('floor') ?? null;
  if (floor !== null && compareNumerals(floor, cap) > 0) return null;
  return { kind: 'ratio', cap, floor, cutoff: found.get('cutoff') ?? null, lowerIsBetter: found.has('lower') };
}

/** "88%: 2", "từ 88% đến dưới 90%: 2 điểm", "100% trở lên: 5". */
const BAND =
  /^(?:từ |đạt |>= ?|≥ ?)?(\d+(?:[.,]\d+)?) ?%(?: trở lên)?(?: ?(?:đến|-|–) ?dưới (\d+(?:[.,]\d+)?) ?%)? ?[:=] ?(\d+(?:[.,]\d+)?)(?: ?(?:điểm|đ))?$/u;
/** "dưới 88%: 0 điểm": nothing below the lowest band. */
const BELOW = /^dưới (\d+(?:[.,]\d+)?) ?% ?[:=] ?0(?: ?(?:điểm|đ))?$/u;

interface WrittenBand {
  readonly from: Numeral;
  readonly below: Numeral | null;
  readonly points: Numeral;
}

function bandWritten(part: string): WrittenBand | null {
  const [, lower, upper, worth] = BAND.exec(part) ?? [];
  const [from, points] = [pointsWritten(lower ?? ''), pointsWritten(worth ?? '')];
  return from === null || points === null
    ? null
    : { from, points, below: upper === undefined ? null : pointsWritten(upper) };
}

/** `88%: 2; 90%: 3; 100%: 5`, rising or falling; each band ends where the next begins. */
export function bandsWritten(parameter: string): WayOf<'bands'> | null {
  const parts = items(parameter);
  const ends = parts.flatMap((part) => BELOW.exec(part)?.[1] ?? []).map(pointsWritten);
  const bands = parts.filter((part) => !BELOW.test(part)).map(bandWritten);
  if (bands.length === 0 || ends.length > 1 || !bands.every((band) => band !== null)) return null;
  const falls = bands.length > 1 && compareNumerals(bands[0]?.from ?? '', bands[1]?.from ?? '') > 0;
  const rising = falls ? [...bands].reverse() : bands;
  const fits = rising.every(({ from, below }, at) => {
    const next = rising[at + 1]?.from;
    if (next !== undefined && compareNumerals(from, next) >= 0) return false;
    return below === null || (next !== undefined && compareNumerals(below, next) === 0);
  });
  const [end] = ends;
  if (!fits || (end !== undefined && (end === null || compareNumerals(end, rising[0]?.from ?? '') !== 0))) return null;
  return { kind: 'bands', bands: rising.map(({ from, points }) => ({ from, points })) };
}
