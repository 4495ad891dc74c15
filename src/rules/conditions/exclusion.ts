/** Which awards exclude each other, and which stand behind another (rules.md section 5.5). */
import type { Award, AwardId, Settings } from '../model/book';

type Named = Pick<Award, 'id' | 'fallback' | 'excludes'>;

/** Whether an award, or what stands behind it, falls back to another. A circle ends where it began. */
function fallsBackTo(from: Named, to: AwardId, awards: readonly Named[]): boolean {
  const seen = new Set<AwardId>([from.id]);
  for (let at = from.fallback; at !== undefined && !seen.has(at); at = awards.find(({ id }) => id === at)?.fallback) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Whether a unit that holds one of two awards cannot have the other. Each list of `Không kèm` may name
 * the other; where one list is blank the filled one decides; both blank: the workbook's setting. Awards
 * of which one stands behind the other never exclude each other.
 */
export function excludes(
  a: Named,
  b: Named,
  awards: readonly Named[],
  { oneAwardPerUnit }: Pick<Settings, 'oneAwardPerUnit'>,
): boolean {
  if (fallsBackTo(a, b.id, awards) || fallsBackTo(b, a.id, awards)) return false;
  if (a.excludes === undefined && b.excludes === undefined) return oneAwardPerUnit;
  return a.excludes?.includes(b.id) === true || b.excludes?.includes(a.id) === true;
}
