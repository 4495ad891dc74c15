/** Which of the totals of a table is the whole one, and what the points give. */
import { addNumerals, compareNumerals, subtractNumerals, type Level, type Numeral, type Place } from '../../rules';
import { fold } from '../../base/folding';
import type { Proposal, Stated } from './proposal';
import type { Criterion } from './tree';

export const isNegativeTotalText = (text: string): boolean => /^[-–—]/u.test(text);

const keyOf = (unit: string, level: Level | null): string => `${fold(unit)}\n${level ?? ''}`;

/** Base + bonus − deduction of every unit at every level, as the cells stand. */
export function plainTotals(scores: Proposal['scores'], criteria: readonly Criterion[]): ReadonlyMap<string, Numeral> {
  const counts = new Map(criteria.map(({ code, counts: toward }) => [code, toward]));
  const totals = new Map<string, Numeral>();
  for (const { unit, level, criterion, value } of scores) {
    if (value === 'na' || value === 'dash') continue;
    const before = totals.get(keyOf(unit, level)) ?? '0';
    totals.set(
      keyOf(unit, level),
      counts.get(criterion) === 'deduction' ? subtractNumerals(before, value) : addNumerals(before, value),
    );
  }
  return totals;
}

/** Of several lines of totals the one that most units agree with; the last where none agrees better. Totals of one level do not exclude those of another. */
export function oldTotalOf(
  lines: readonly (readonly Stated[])[],
  scores: Proposal['scores'],
  criteria: readonly Criterion[],
): readonly Stated[] {
  if (lines.length < 2) return lines.flat();
  const plain = plainTotals(scores, criteria);
  const agreeing = (line: readonly Stated[]): number =>
    line.filter(({ unit, level, value }) => {
      const own = plain.get(keyOf(unit, level));
      return own !== undefined && compareNumerals(own, value) === 0;
    }).length;
  const byLevel = new Map<string, readonly Stated[]>();
  for (const line of lines) {
    const levels = [...new Set(line.map(({ level }) => level ?? ''))].join('\n');
    const before = byLevel.get(levels);
    if (before === undefined || agreeing(line) >= agreeing(before)) byLevel.set(levels, line);
  }
  return [...byLevel.values()].flat();
}

/** Whether the totals of the table were made with what stands in the deductions as written, already negative. */
export function deductionsAreSigned(
  scores: Proposal['scores'],
  totals: readonly Stated[],
  criteria: readonly Criterion[],
): boolean {
  const plain = plainTotals(scores, criteria);
  const signed = new Set(
    scores
      .filter(({ wasNegative, value }) => wasNegative && value !== '0')
      .map(({ unit, level }) => keyOf(unit, level)),
  );
  const asked = totals.filter(({ unit, level }) => signed.has(keyOf(unit, level)));
  return (
    asked.length > 0 &&
    asked.every(({ unit, level, value }) => compareNumerals(plain.get(keyOf(unit, level)) ?? '0', value) === 0)
  );
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'] as const;

/** A rank in Roman numerals. */
export function romanNumber(text: string): Numeral | null {
  const at = ROMAN.findIndex((roman) => roman === text.trim());
  return at < 0 ? null : String(at + 1);
}

/** The level of points that no header names, where the totals of one level alone are their sums: "Tổng điểm khối chấm". */
export function levelOfTotals(
  totals: readonly Stated[],
  scores: Proposal['scores'],
  criteria: readonly Criterion[],
): { readonly value: Level; readonly place: Place } | null {
  if (scores.some(({ level }) => level !== null)) return null;
  const plain = plainTotals(scores, criteria);
  const levels = [...new Set(totals.map(({ level }) => level))].filter((level) => level !== null);
  const agreeing = levels.filter((level) =>
    totals
      .filter((total) => total.level === level)
      .every(({ unit, value }) => compareNumerals(plain.get(keyOf(unit, null)) ?? '0', value) === 0),
  );
  const [value] = agreeing;
  const place = totals.find(({ level }) => level === value)?.place;
  return levels.length > 1 && agreeing.length === 1 && value !== undefined && place !== undefined
    ? { value, place }
    : null;
}
