/** Units by the best rank in reach: ranges of rank and total, how much is scored, and what each award is for them. */
import { Fragment } from 'react';
import type { UnitId, UnitOutlook } from '../../rules';
import { chanceOf, type Chance } from '../../text/outlook';
import { namesOf, type Judgement } from '../../workbook/judgement';
import type { Progress } from '../../workbook/progress';
import { inStandingOrder } from '../../workbook/standing';
import { useWords } from '../words';
import { awardClass, awardLetter } from './BarChart';
import { ChanceMark } from './ChanceMark';
import { useSeasonWords } from './season-words';

interface Props {
  readonly judgement: Judgement;
  readonly progress: Progress;
  readonly onUnit: (unit: UnitId) => void;
}

export function StandingTable({ judgement, progress, onUnit }: Props) {
  const { t } = useWords();
  const words = useSeasonWords();
  const {
    book,
    evaluation: { outlook },
  } = judgement;
  const names = namesOf(judgement);
  return (
    <table className="standing">
      <caption className="sr-only">{words.s('standing')}</caption>
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
        {inStandingOrder(outlook.units).map((unit) => (
          <tr key={unit.id}>
            <td className="rank">{words.rank(unit.rank)}</td>
            <th scope="row">
              <button
                type="button"
                className="link"
                onClick={() => {
                  onUnit(unit.id);
                }}
              >
                {names.unit(unit.id)}
              </button>
              <Scored unit={unit} progress={progress} />
              <Chances judgement={judgement} unit={unit.id} />
            </th>
            <td className="is-number total">{words.total(unit.total, book.settings.totalDecimals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Said only of units that still lack points. */
function Scored({ unit: { id, open, empty }, progress }: { readonly unit: UnitOutlook; readonly progress: Progress }) {
  const { s } = useSeasonWords();
  const cells = progress.units.find(({ unit }) => unit === id);
  const wrong = open.length - empty;
  const told = [
    cells && s('scored', { done: cells.cells - cells.empty, cells: cells.cells }),
    wrong > 0 && s('wrong', { n: wrong }),
  ].filter(Boolean);
  return told.length > 0 && <span className="remark">{told.join('; ')}</span>;
}

const CHANCES = ['certain', 'possible', 'out'] as const satisfies readonly Chance[];

/** The awards of a unit by what they are for it, each by its letter; "every award" where they are all alike. */
function Chances({
  judgement: {
    evaluation: { awards, outlook },
  },
  unit,
}: {
  readonly judgement: Judgement;
  readonly unit: UnitId;
}) {
  const { s } = useSeasonWords();
  const told = awards.map(({ id, name }, index) => {
    const chances = outlook.awards.find((each) => each.id === id);
    return { id, name, index, chance: chances ? chanceOf(chances, unit) : 'out' };
  });
  const alike = told.length > 1 && told.every(({ chance }) => chance === told[0]?.chance);
  return CHANCES.map((chance) => {
    const own = told.filter((each) => each.chance === chance);
    return (
      own.length > 0 && (
        <span key={chance} className="chances">
          <ChanceMark chance={chance} />:{' '}
          {alike
            ? s('allAwards')
            : own.map(({ id, name, index }) => (
                <Fragment key={id}>
                  <span className={`award-chip ${awardClass(index)}`}>
                    <span aria-hidden="true">{awardLetter(index)}</span>
                    <span className="sr-only">{name || id};</span>
                  </span>{' '}
                </Fragment>
              ))}
        </span>
      )
    );
  });
}
