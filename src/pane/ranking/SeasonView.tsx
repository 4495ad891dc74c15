/** `Diễn biến`: how far the scores have come, and who is certain, possible or out of reach as they stand. */
import { useMemo } from 'react';
import type { UnitId } from '../../rules';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { isError, progressOf } from '../../workbook/progress';
import { isStillOpen } from '../../workbook/standing';
import { ProgressView } from '../check/ProgressView';
import { WarningIcon } from '../parts/icons';
import { AwardRaces } from './AwardRaces';
import { awardClass, awardLetter } from './BarChart';
import { useSeasonWords } from './season-words';
import { StandingTable } from './StandingTable';

interface Props {
  readonly judgement: Judgement;
  readonly onUnit: (unit: UnitId) => void;
}

export function SeasonView({ judgement, onUnit }: Props) {
  const { s } = useSeasonWords();
  const progress = useMemo(() => progressOf(judgement), [judgement]);
  const unitName = useMemo(() => namesOf(judgement).unit, [judgement]);
  const errors = judgement.evaluation.issues.filter(isError).length;
  const untouched = progress.cells > 0 && progress.empty === progress.cells;
  return (
    <>
      {progress.cells > 0 && <ProgressView progress={progress} unitName={unitName} />}
      {errors > 0 && (
        <p className="caution">
          <WarningIcon /> {s('errors', { n: errors })}
        </p>
      )}
      {untouched ? <p>{s('untouched')}</p> : <Standing judgement={judgement} progress={progress} onUnit={onUnit} />}
    </>
  );
}

function Standing({ judgement, progress, onUnit }: Props & { readonly progress: ReturnType<typeof progressOf> }) {
  const { s } = useSeasonWords();
  const { awards } = judgement.evaluation.outlook;
  const names = namesOf(judgement);
  const settled = awards.reduce((sum, award) => sum + award.settled, 0);
  const all = awards.reduce((sum, { open }) => sum + open, settled);
  return (
    <>
      {!isStillOpen(judgement.evaluation) && <p>{s('complete')}</p>}
      {all > 0 && (
        <p role="status">
          <b>{s('places', { settled, all })}</b>
        </p>
      )}
      {/* What the letters in the table stand for. */}
      <ul className="legend">
        {awards.map(({ id }, index) => (
          <li key={id}>
            <span className={`award-chip ${awardClass(index)}`}>{awardLetter(index)}</span> {names.award(id)}
          </li>
        ))}
      </ul>
      <StandingTable judgement={judgement} progress={progress} onUnit={onUnit} />
      <AwardRaces judgement={judgement} onUnit={onUnit} />
    </>
  );
}
