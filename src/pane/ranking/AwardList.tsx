/** Each award: places, holders, who is tied or unknown, who is next. */
import { Button } from '@fluentui/react-components';
import type { AwardId, UnitId } from '../../rules';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { WarningIcon } from '../parts/icons';
import { useWords } from '../words';
import { awardClass, awardLetter } from './BarChart';

interface Props {
  readonly judgement: Judgement;
  readonly onUnit: (unit: UnitId) => void;
  readonly onDecide: (award: AwardId) => void;
}

export function AwardList({ judgement, onUnit, onDecide }: Props) {
  const { t, status } = useWords();
  const names = namesOf(judgement);
  const links = (units: readonly UnitId[]) =>
    units.map((unit, at) => (
      <span key={unit}>
        <span className="listed">
          <button
            type="button"
            className="link"
            onClick={() => {
              onUnit(unit);
            }}
          >
            {names.unit(unit)}
          </button>
          {at < units.length - 1 && ';'}
        </span>{' '}
      </span>
    ));
  const { awards } = judgement.evaluation;
  if (awards.length === 0) return null;
  return (
    <section className="awards">
      <h2>{t('awards.title')}</h2>
      {awards.map((award, index) => (
        <div key={award.id} className="award">
          <h3>
            <span className={`award-chip ${awardClass(index)}`}>{awardLetter(index)}</span>{' '}
            <span className="award-name">{award.name || award.id}</span>
            {award.places !== null && (
              <span className="award-places">
                {t('awards.places', { n: award.units.length, places: award.places })}
              </span>
            )}
          </h3>
          {award.places === null && <p>{t('awards.placesUnknown')}</p>}
          {award.status !== 'ok' && (
            <p className="caution">
              <WarningIcon /> {status(award.status)}
            </p>
          )}
          {award.units.length > 0 && <p>{links(award.units)}</p>}
          {award.tied.length > 0 && (
            <p>
              {t(award.status === 'pending:tie' ? 'awards.tied' : 'awards.unknown')} {links(award.tied)}
            </p>
          )}
          {award.next.length > 0 && (
            <p className="is-quiet">
              {t('awards.next')} {links(award.next)}
            </p>
          )}
          {award.status === 'pending:tie' && (
            <Button
              size="small"
              appearance="primary"
              onClick={() => {
                onDecide(award.id);
              }}
            >
              {t('decide.open')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
