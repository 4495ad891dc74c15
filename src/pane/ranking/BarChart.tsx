/** Totals as bars, coloured and lettered by award, with the border of each award. The table says the same in words. */
import { useId } from 'react';
import type { Judgement } from '../../workbook/judgement';
import { useWords } from '../words';
import { chartLayout } from './chart';

/** Percent of the width for the bars; the totals stand behind them. */
const ROOM = 80;

/** Letter and colour class of an award by its place in `Khen thưởng`. */
export const awardLetter = (index: number): string => String.fromCharCode(65 + (index % 26));
export const awardClass = (index: number): string => (index < 0 ? 'award-none' : `award-${String(index % 6)}`);

export function BarChart({ judgement }: { readonly judgement: Judgement }) {
  const { t, score } = useWords();
  const title = useId();
  const { bars, from, borders } = chartLayout(judgement);
  const { awards } = judgement.evaluation;
  const decimals = judgement.book.settings.totalDecimals;
  if (bars.length === 0) return null;
  const indexOf = (award: string | null) => awards.findIndex(({ id }) => id === award);
  return (
    <section className="chart" aria-labelledby={title}>
      <h2 id={title}>{t('chart.title')}</h2>
      {from > 0 && <p className="is-quiet">{t('chart.from', { n: score(String(from)) })}</p>}
      <div role="img" aria-label={t('chart.label', { n: bars.length })}>
        {bars.map(({ unit, name, rank, total, share, award }, at) => (
          <div key={unit} className={awardClass(indexOf(award))}>
            <div className="chart-name">
              {rank}. {name}
            </div>
            <div className="chart-line">
              <span className="chart-bar" style={{ width: `${String((share / 100) * ROOM)}%` }}>
                {award !== null && awardLetter(indexOf(award))}
              </span>
              <span className="chart-total">{score(total, decimals)}</span>
            </div>
            {borders
              .filter(({ after }) => after === at)
              .map((border) => (
                <div key={border.award} className={`chart-border ${awardClass(indexOf(border.award))}`}>
                  {awardLetter(indexOf(border.award))}
                </div>
              ))}
          </div>
        ))}
      </div>
      <ul className="legend">
        {awards.map(({ id, name }, index) => (
          <li key={id}>
            <span className={`award-chip ${awardClass(index)}`}>{awardLetter(index)}</span> {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
