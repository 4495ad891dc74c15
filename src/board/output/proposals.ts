/** All proposals of the province, by award, then by total. */
import { compareNumerals, type AwardStatus, type Numeral } from '../../rules';
import { awardStatusText, type Lang } from '../../text';
import { BOARD_WORDS } from '../../text/board';
import { boardText } from '../../text/ui-board';
import { fold } from '../../workbook/read/text';
import type { FileReport } from '../check-workbook';

export interface Proposal {
  readonly award: string;
  readonly status: AwardStatus;
  readonly bloc: string;
  readonly unit: string;
  readonly total: Numeral | null;
  readonly rank: number | null;
  /** Something is wrong with the workbook that it comes from. */
  readonly inDoubt: boolean;
}

/** No proposal of a workbook with errors is printed as if it were settled. */
export const proposalStatus = ({ status, inDoubt }: Proposal, lang: Lang): string =>
  inDoubt ? `${awardStatusText(status, lang)}; ${BOARD_WORDS[lang].inDoubt}` : awardStatusText(status, lang);

/** Said beside a count of proposals; '' where none is in doubt. */
export const inDoubtText = (count: number, lang: Lang): string =>
  count === 0 ? '' : ` ${boardText(lang, 'inDoubt', { n: count })}`;

/** What the rules give, whatever a workbook's own sheet says; of a workbook handed in twice once. Awards in the order in which they first appear. */
export function proposalsOf(reports: readonly FileReport[]): Proposal[] {
  const byAward = new Map<string, Proposal[]>();
  for (const { awards, units, bloc, file, issues, verdict } of reports) {
    if (issues.some(({ code }) => code === 'workbook-duplicate')) continue;
    const known = new Map(units.map((unit) => [unit.id, unit]));
    for (const { id, name, status, units: holders } of awards) {
      const list = byAward.get(fold(id)) ?? [];
      byAward.set(fold(id), list);
      for (const holder of holders) {
        const unit = known.get(holder);
        list.push({
          award: name,
          status,
          bloc: bloc.name || file,
          unit: unit?.name ?? holder,
          total: unit?.total ?? null,
          rank: unit?.rank ?? null,
          inDoubt: verdict !== 'valid',
        });
      }
    }
  }
  return [...byAward.values()].flatMap((list) =>
    [...list].sort((a, b) => (a.total === null || b.total === null ? 0 : compareNumerals(b.total, a.total))),
  );
}
