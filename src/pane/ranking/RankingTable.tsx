/** Units in rank order with total and award; those without rank below, with the reason. */
import type { UnitId, UnitResult } from '../../rules';
import type { Judgement } from '../../workbook/judgement';
import { useWords } from '../words';
import { awardClass, awardLetter } from './BarChart';
import { unitErrors } from './unit-errors';

interface Props {
  readonly judgement: Pick<Judgement, 'book' | 'evaluation'>;
  /** Absent: names are no buttons. */
  readonly onUnit?: (unit: UnitId) => void;
}

/** By rank; among those that share one, by name, which means nothing. Units without rank keep their order. */
export function inRankOrder(units: readonly UnitResult[]): UnitResult[] {
  const collator = new Intl.Collator('vi');
  return [...units].sort(
    (a, b) =>
      (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.rank !== null ? collator.compare(a.name, b.name) : 0) || 0,
  );
}

export function RankingTable({ judgement, onUnit }: Props) {
  const words = useWords();
  const { t, notRanked, tieBroken } = words;
  const { book, evaluation } = judgement;
  const recorded = new Map(book.units.map(({ id, notRanked: reason }) => [id, reason]));
  return (
    <table className="ranking">
      <caption className="sr-only">{t('ranking.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ranking.rank')}</th>
          <th scope="col">{t('ranking.unit')}</th>
          <th scope="col" className="is-number">
            {t('ranking.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inRankOrder(evaluation.units).map((unit) => {
          const held = evaluation.awards.flatMap(({ id, name, units }, index) =>
            units.includes(unit.id) ? [{ id, name, index }] : [],
          );
          // The fault itself says more than that there is one.
          const fault = unitErrors(evaluation, unit).find(({ code }) => code === unit.notRanked);
          const remarks = [
            unit.notRanked !== null &&
              unit.rank === null &&
              (fault
                ? words.issue(fault).what.replace(/\.$/, '')
                : notRanked(unit.notRanked, recorded.get(unit.id) ?? null)),
            unit.tiedWith.length > 0 && t('ranking.tied'),
            unit.tieBrokenBy !== null && tieBroken(unit.tieBrokenBy),
            words.grade(unit),
          ].filter(Boolean);
          return (
            <tr key={unit.id}>
              <td className="rank">{unit.rank ?? '–'}</td>
              <th scope="row">
                {onUnit ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      onUnit(unit.id);
                    }}
                  >
                    {unit.name || unit.id}
                  </button>
                ) : (
                  unit.name || unit.id
                )}
                {held.map(({ id, name, index }) => (
                  <span key={id} className="held-award">
                    <span className={`award-chip ${awardClass(index)}`}>{awardLetter(index)}</span> {name}
                  </span>
                ))}
                {remarks.length > 0 && <span className="remark">{remarks.join('. ')}</span>}
              </th>
              <td className="is-number total">{words.total(unit, book.settings.totalDecimals)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
