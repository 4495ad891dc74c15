/** Who is proposed in the results as they stand, against the places and conditions of each award. */
import { issue, type Award, type Issue, type Place, type Reason, type ReasonCode, type UnitId } from '../rules';
import type { Judgement } from '../workbook/judgement';
import { fold } from '../base/folding';

/** What stands in the cell of proposals of each unit. */
export type Nominations = Map<UnitId, { readonly text: string; readonly place: Place }>;

interface Nominee {
  readonly unit: UnitId;
  readonly place: Place;
}

export function compareNominees({ book, evaluation }: Judgement, nominations: Nominations): Issue[] {
  const nominees = nomineesByAward(book.awards, nominations);
  return evaluation.awards.flatMap((award) => {
    const named = nominees.get(award.id) ?? [];
    const barred = named
      .filter(({ unit }) => !award.units.includes(unit))
      .flatMap(({ unit, place }) => {
        const reason = (award.why.get(unit) ?? []).find(({ code }) => AGAINST.has(code));
        return reason === undefined
          ? []
          : [
              issue('award-not-eligible', place, {
                unit,
                award: award.id,
                received: award.name,
                expected: reasonShown(reason),
                basis: reason.basis,
              }),
            ];
      });
    // An award that grew by its own rule has as many places as holders.
    const places = award.places === null ? null : Math.max(award.places, award.units.length);
    const last = named.at(-1);
    if (places === null || last === undefined || named.length <= places) return barred;
    return [
      ...barred,
      issue('award-over-quota', last.place, {
        award: award.id,
        received: String(named.length),
        expected: String(places),
      }),
    ];
  });
}

const AGAINST: ReadonlySet<ReasonCode> = new Set(['condition-failed', 'barred', 'not-ranked', 'denied']);

/** "ĐK1: hạng = 1", or what keeps the unit out altogether, in the words of the workbook. */
function reasonShown({ code, condition, expected, params }: Reason): string {
  if (condition === null) return code === 'denied' ? 'bị bỏ theo quyết định' : 'không được xếp hạng';
  return `${condition}: ${[params['field'], expected].filter(Boolean).join(' ')}`;
}

/** The awards named in each cell, one a line (or parted by ";"), each by name or code. */
function nomineesByAward(awards: readonly Award[], nominations: Nominations): Map<string, Nominee[]> {
  const found = new Map<string, Nominee[]>();
  const byText = new Map(
    awards.flatMap(
      ({ id, name }) =>
        [
          [fold(name), id],
          [fold(id), id],
        ] as const,
    ),
  );
  for (const [unit, { text, place }] of nominations) {
    // What is still open stands in brackets: "(chưa chốt: …)".
    const lines = text
      .split('\n')
      .filter((line) => !line.trim().startsWith('('))
      .flatMap((line) => (line.split('(hình thức này ')[0] ?? '').split(';'))
      .map(fold);
    for (const award of new Set(lines.flatMap((line) => byText.get(line) ?? []))) {
      found.set(award, [...(found.get(award) ?? []), { unit, place }]);
    }
  }
  return found;
}
