/** All proposals of the province, by award, then by bloc: units of different blocs are never ranked against each other. */
import {
  compareNumerals,
  divideNumerals,
  multiplyNumerals,
  subtractNumerals,
  type AwardStatus,
  type Numeral,
} from '../../rules';
import { awardStatusText, formatScore, type Lang } from '../../text';
import { BOARD_WORDS } from '../../text/board';
import { boardText } from '../../text/ui-board';
import { fold } from '../../base/folding';
import type { AwardTotal } from '../across-files';
import type { FileReport } from '../check-workbook';
import { isOfOtherSeason, type Season } from '../season';

export interface Proposal {
  readonly award: string;
  readonly status: AwardStatus;
  readonly bloc: string;
  readonly unit: string;
  readonly total: Numeral | null;
  readonly rank: number | null;
  /** Units of the bloc that have a rank. */
  readonly ranked: number;
  /** Total by full scale of the bloc; 1 is all of it, a bonus may lead above. */
  readonly share: Numeral | null;
  /** Points above the unit that comes next in the bloc. */
  readonly margin: Numeral | null;
  /** Something is wrong with the workbook that it comes from. */
  readonly inDoubt: boolean;
}

/** No proposal of a workbook with errors is printed as if it were settled. */
export const proposalStatus = ({ status, inDoubt }: Proposal, lang: Lang): string =>
  inDoubt ? `${awardStatusText(status, lang)}; ${BOARD_WORDS[lang].inDoubt}` : awardStatusText(status, lang);

/** Said beside a count of proposals; '' where none is in doubt and none stands apart. */
export const apartText = ({ inDoubt, elsewhere = 0 }: AwardTotal, lang: Lang): string =>
  [
    ...(inDoubt === 0 ? [] : [` ${boardText(lang, 'inDoubt', { n: inDoubt })}`]),
    ...(elsewhere === 0 ? [] : [` ${boardText(lang, 'elsewhere', { n: elsewhere })}`]),
  ].join('');

/** "2/9": the second of nine. */
export const rankText = ({ rank, ranked }: Proposal): string =>
  rank === null ? '–' : `${String(rank)}/${String(ranked)}`;

/** "93,45%": to two decimals. */
export const shareText = (share: Numeral, lang: Lang): string =>
  `${formatScore(multiplyNumerals(share, '100'), 2, lang)}%`;

/**
 * What the rules give, whatever a workbook's own sheet says; of a workbook handed in twice once, of
 * another season none. Awards in the order in which they first appear, blocs in that of the files,
 * units in that of their bloc.
 */
export function proposalsOf(reports: readonly FileReport[], season: Season | undefined): Proposal[] {
  const byAward = new Map<string, Proposal[]>();
  for (const report of reports) {
    if (report.issues.some(({ code }) => code === 'workbook-duplicate')) continue;
    if (season !== undefined && isOfOtherSeason(report, season)) continue;
    const ofUnit = standings(report);
    for (const { id, name, status, units } of report.awards) {
      const list = byAward.get(fold(id)) ?? [];
      byAward.set(fold(id), list);
      const own = units.map((unit) => ofUnit(unit));
      for (const standing of own.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0))
        list.push({
          ...standing,
          award: name,
          status,
          bloc: report.bloc.name || report.file,
          inDoubt: report.verdict !== 'valid',
        });
    }
  }
  return [...byAward.values()].flat();
}

type Standing = Pick<Proposal, 'unit' | 'total' | 'rank' | 'ranked' | 'share' | 'margin'>;

/** How each unit stands within its bloc. */
function standings({ units, scale }: FileReport): (id: string) => Standing {
  const ranked = units
    .filter(({ rank }) => rank !== null)
    .sort(
      (a, b) =>
        (a.rank ?? 0) - (b.rank ?? 0) || (a.total === null || b.total === null ? 0 : compareNumerals(b.total, a.total)),
    );
  const places = new Map(ranked.map(({ id }, at) => [id, at]));
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return (id) => {
    const unit = known.get(id);
    const { name = id, total = null, rank = null } = unit ?? {};
    const at = places.get(id);
    const next = at === undefined ? null : (ranked[at + 1]?.total ?? null);
    return {
      unit: name,
      total,
      rank,
      ranked: ranked.length,
      share: total === null || scale === undefined ? null : divideNumerals(total, scale),
      margin: total === null || next === null ? null : subtractNumerals(total, next),
    };
  };
}
