/** Numbers as old tables write them: "25 đ", "tối đa 5 điểm", "(60 đ)", "97 + 10 = 107". */
import type { Numeral } from '../../rules';
import { addNumerals, compareNumerals } from '../../rules';
import { numberInText } from '../../rules/model/cells';
import { fold } from '../../base/folding';

/** The points in the cell of a maximum; null where it holds none. */
export function pointsIn(text: string): Numeral | null {
  const folded = fold(text)
    .replace(/^[([]|[)\]]$/gu, '')
    .replace(/^(?:tối đa|không quá|cao nhất|trần|điểm chuẩn|điểm tối đa|thang điểm|điểm)[\s:]*/u, '')
    .trim();
  const points = numberInText(folded);
  return points === null || compareNumerals(points, '0') < 0 ? null : points;
}

const MAX = /^(?:(?:điểm )?(?:tối đa|không quá|chuẩn|cao nhất) ?:? ?|điểm )?\d+(?:[.,]\d+)? ?(?:đ|điểm)?\.?$/iu;

/** A maximum in brackets within a text of single spaces, "I (60 đ)", "Điểm thưởng (tối đa 5)"; what stands there besides. */
export function maxInText(text: string): { readonly rest: string; readonly max: Numeral } | null {
  for (const match of text.matchAll(/[([]([^()[\]]{1,60})[)\]]/gu)) {
    const written = (match[1] ?? '').trim();
    if (!MAX.test(written)) continue;
    // A mere number in brackets numbers the columns.
    if (/^\d+$/u.test(written)) continue;
    const max = pointsIn(written);
    if (max !== null)
      return {
        rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/\s+/gu, ' ').trim(),
        max,
      };
  }
  const behind = /^(.*\S)\s*[:–-]\s*((?:tối đa\s+)?\d+(?:[.,]\d+)?\s*(?:đ|điểm))\.?$/iu.exec(text);
  const max = behind === null ? null : pointsIn(behind[2] ?? '');
  return behind === null || max === null ? null : { rest: behind[1] ?? '', max };
}

/** "55/60": the points, where the maximum stands behind them. */
export function pointsOf(text: string, max: Numeral | null): Numeral | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*\/\s*(\d+(?:[.,]\d+)?)\s*(?:đ|điểm)?$/u.exec(fold(text));
  return match !== null && max !== null && numberInText(match[2] ?? '') === max ? numberInText(match[1] ?? '') : null;
}

/** "97 + 10 = 107": the parts of a sum whose result stands behind it; null where it is none, or wrong. */
export function statedSum(text: string): { readonly parts: readonly Numeral[]; readonly sum: Numeral } | null {
  const match = /^([\d.,\s+]+)=\s*([\d.,]+)\s*(?:đ|điểm)?$/iu.exec(fold(text));
  if (match === null) return null;
  const parts = (match[1] ?? '').split('+').map((part) => numberInText(part));
  const sum = numberInText(match[2] ?? '');
  if (sum === null || parts.length < 2 || !parts.every((part) => part !== null)) return null;
  return parts.reduce(addNumerals) === sum ? { parts, sum } : null;
}
