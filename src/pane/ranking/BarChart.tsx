/** Totals as bars, coloured and lettered by award, with the border of each award. The table says the same in words. */
import { useId } from 'react';
import type { Judgement } from '../../workbook/judgement';
import { useWords } from '../words';
import { chartLayout } from './chart';

const ROW = 36;
const BAR = 14;
/** Percent of the width for the bars; the totals stand behind them. */
const ROOM = 82;

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
      <svg role="img" aria-label={t('chart.label', { n: bars.length })} width="100%" height={bars.length * ROW + 4}>
        {bars.map(({ unit, name, total, share, award }, at) => {
          const index = indexOf(award);
          const width = Math.max(1, (share / 100) * ROOM);
          return (
            <g key={unit} className={awardClass(index)}>
              <text x="0" y={at * ROW + 13} className="chart-name">{at + 1}. {name}</text>
              <rect x="0" y={at * ROW + 18} width={`${String(width)}%`} height={BAR} rx="2" />
              {index >= 0 && <text x="6" y={at * ROW + 29.5} className="chart-letter">{awardLetter(index)}</text>}
              <text x={`${String(width + 1.5)}%`} y={at * ROW + 30} className="chart-total">{score(total, decimals)}</text>
            </g>
          );
        })}
        {borders.map(({ after, award }) => (
          <g key={award} className={awardClass(indexOf(award))}>
            <line x1="0" x2="100%" y1={(after + 1) * ROW - 0.5} y2={(after + 1) * ROW - 0.5} className="chart-border" />
            <text x="100%" y={(after + 1) * ROW - 4} className="chart-border-name">{awardLetter(indexOf(award))}</text>
          </g>
        ))}
      </svg>
      <ul className="legend">
        {awards.map(({ id, name }, index) => (
          <li key={id}><span className={`award-chip ${awardClass(index)}`}>{awardLetter(index)}</span> {name}</li>
        ))}
      </ul>
    </section>
  );
}
