/** One unit: its standing, its reasons for every award, its margins, and every number down to its cells. */
import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  compareNumerals,
  type Level,
  type Margin,
  type Place,
  type Reason,
  type UnitId,
  type UnitResult,
} from '../../rules';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { useSession } from '../App';
import { Choice } from '../parts/Choice';
import { BackIcon } from '../parts/icons';
import { Unanswered } from '../parts/Unanswered';
import { shownValue } from '../parts/values';
import type { UnitAnswer } from '../judged-handle';
import { useAnswer } from '../use-answer';
import { useWords } from '../words';
import { awardClass, awardLetter } from './BarChart';
import { ChanceLine } from './ChanceMark';
import { ScoreTree } from './ScoreTree';
import { useSeasonWords } from './season-words';
import { unitErrors } from './unit-errors';

interface Props {
  readonly judgement: Judgement;
  readonly unit: UnitId;
  /** Where it came from, in words. */
  readonly backTo: string;
  readonly onBack: () => void;
}

export function UnitView({ judgement, unit, backTo, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [unit]);
  const question = useMemo(() => ({ about: 'unit', unit }) as const, [unit]);
  const { got, isBehind } = useAnswer(judgement, question);
  const shown = got?.judgement ?? judgement;
  const result = shown.evaluation.units.find(({ id }) => id === unit);
  if (!result) return null;
  return (
    <article className="unit" aria-busy={isBehind}>
      <Button className="back" size="small" appearance="transparent" icon={<BackIcon />} onClick={onBack}>
        {backTo}
      </Button>
      <h2 ref={heading} tabIndex={-1}>
        {result.name || result.id}
      </h2>
      <Standing judgement={shown} result={result} />
      <Faults judgement={shown} result={result} />
      {got && !got.answer.ok && <Unanswered problem={got.answer.error} />}
      {got?.answer.ok && <Explained judgement={shown} unit={unit} answer={got.answer.value} />}
    </article>
  );
}

/** Why it stands where it stands. */
function Explained({
  judgement,
  unit,
  answer: { traces, margins, reasons },
}: {
  readonly judgement: Judgement;
  readonly unit: UnitId;
  readonly answer: UnitAnswer;
}) {
  const { t } = useWords();
  return (
    <>
      <section>
        <h3>{t('unit.awards')}</h3>
        {judgement.evaluation.awards.map((award, index) => (
          <div key={award.id} className="award">
            <h4>
              <span className={`award-chip ${awardClass(index)}`}>{awardLetter(index)}</span> {award.name || award.id}
            </h4>
            <ChanceLine judgement={judgement} award={award.id} unit={unit} />
            <ul>
              {reasons.get(award.id)?.map((reason, at) => (
                <ReasonItem key={at} reason={reason} judgement={judgement} />
              ))}
            </ul>
          </div>
        ))}
      </section>
      {margins.length > 0 && (
        <section>
          <h3>{t('unit.margins')}</h3>
          <ul>
            {margins.map((margin) => (
              <MarginItem key={`${margin.award} ${margin.outside}`} margin={margin} unit={unit} judgement={judgement} />
            ))}
          </ul>
        </section>
      )}
      <Scores judgement={judgement} traces={traces} />
    </>
  );
}

function Standing({ judgement, result }: { readonly judgement: Judgement; readonly result: UnitResult }) {
  const { t, grade, total, notRanked, tieBroken } = useWords();
  const { book } = judgement;
  const standing = grade(result);
  const recorded = book.units.find(({ id }) => id === result.id)?.notRanked ?? null;
  const names = namesOf(judgement);
  const season = useSeasonWords();
  const own = judgement.evaluation.outlook.units.find(({ id }) => id === result.id);
  const { totalDecimals } = book.settings;
  const isRange = own !== undefined && result.total === null && result.possibleTotals.length === 0;
  const ranks = season.rank(own?.rank ?? null);
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('ranking.total')}</dt>
          <dd>{isRange ? season.total(own.total, totalDecimals) : total(result, totalDecimals)}</dd>
        </div>
        <div>
          <dt>{t('ranking.rank')}</dt>
          <dd>
            {result.rank ?? ranks}
            {result.provisional && ` (${t('unit.provisional')}${result.rank === null ? '' : `; ${ranks}`})`}
          </dd>
        </div>
        {standing !== null && (
          <div>
            <dt>{t('unit.grade')}</dt>
            <dd>{standing}</dd>
          </div>
        )}
      </dl>
      {result.rank === null && result.notRanked !== null && (
        <p className="caution">{notRanked(result.notRanked, recorded)}</p>
      )}
      {result.tiedWith.length > 0 && (
        <p className="caution">{t('unit.tiedWith', { units: result.tiedWith.map(names.unit).join(', ') })}</p>
      )}
      {result.tieBrokenBy !== null && <p>{tieBroken(result.tieBrokenBy)}</p>}
    </>
  );
}

/** So many faults are named; the rest stands under `Kiểm tra`. */
const NAMED = 5;

function Faults({ judgement, result }: { readonly judgement: Judgement; readonly result: UnitResult }) {
  const session = useSession();
  const words = useWords();
  const { t } = words;
  const errors = unitErrors(judgement.evaluation, result);
  if (errors.length === 0) return null;
  return (
    <section>
      <h3>{t('unit.errors')}</h3>
      <ul className="plain">
        {errors.slice(0, NAMED).map((found, at) => (
          <li key={at} className="reason">
            {words.issue(found).what}{' '}
            <Whereto
              place={found.place}
              onGo={(place) => {
                void session.show(place);
              }}
            />
          </li>
        ))}
        {errors.length > NAMED && <li className="is-quiet">{t('unit.errorsMore', { n: errors.length - NAMED })}</li>}
      </ul>
    </section>
  );
}

function Whereto({ place, onGo }: { readonly place: Place | null | undefined; readonly onGo: (place: Place) => void }) {
  const words = useWords();
  return place ? (
    <button
      type="button"
      className="link"
      onClick={() => {
        onGo(place);
      }}
    >
      {words.t('goTo', { cell: words.place(place) })}
    </button>
  ) : null;
}

function ReasonItem({ reason, judgement }: { readonly reason: Reason; readonly judgement: Judgement }) {
  const session = useSession();
  const words = useWords();
  const { place } = reason;
  return (
    <li className={`reason is-${reason.code}`}>
      {words.reason(reason, namesOf(judgement))}{' '}
      <Whereto
        place={place}
        onGo={(wanted) => {
          void session.show(wanted);
        }}
      />
    </li>
  );
}

function MarginItem({
  margin,
  unit,
  judgement,
}: {
  readonly margin: Margin;
  readonly unit: UnitId;
  readonly judgement: Judgement;
}) {
  const { t, score, lang } = useWords();
  const names = namesOf(judgement);
  const isOutside = margin.outside === unit;
  const about = { award: names.award(margin.award), unit: names.unit(isOutside ? margin.holder : margin.outside) };
  const text =
    compareNumerals(margin.gap, '0') === 0
      ? t(isOutside ? 'margin.outsideTied' : 'margin.holderTied', about)
      : isOutside
        ? t(margin.more ? 'margin.outsideMore' : 'margin.outside', { ...about, points: score(margin.needed) })
        : t('margin.holder', { ...about, points: score(margin.gap) });
  return (
    <li>
      {text}
      {margin.criteria.length > 0 && (
        <details>
          <summary>{t('margin.steps', { n: margin.criteria.length })}</summary>
          <ul>
            {margin.criteria.map(({ criterion, unit: moved, from, to }) => (
              <li key={`${criterion} ${moved}`}>
                {t('margin.step', {
                  unit: names.unit(moved),
                  criterion,
                  from: shownValue(from, lang),
                  to: shownValue(to, lang),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Scores({ judgement, traces }: { readonly judgement: Judgement } & Pick<UnitAnswer, 'traces'>) {
  const { t, score, levelName } = useWords();
  const { book } = judgement;
  const present = [...traces.keys()];
  const [level, setLevel] = useState<Level>(book.settings.rankingLevel);
  const shown = traces.get(level);
  const other = present.find(
    (each) => each !== level && each === (level === 'self' ? book.settings.rankingLevel : 'self'),
  );
  const otherTrace = other ? (traces.get(other) ?? null) : null;
  return (
    <section>
      <h3>{t('unit.scores')}</h3>
      {present.length > 1 && (
        <Choice
          label={t('unit.level')}
          value={level}
          options={present.map((value) => ({ value, label: levelName(value) }))}
          onChange={setLevel}
        />
      )}
      {shown ? (
        <ScoreTree trace={shown} other={otherTrace} otherName={other ? levelName(other) : ''} />
      ) : (
        <p className="is-quiet">{t('unit.noScores')}</p>
      )}
      {shown && (
        <p className="total-line">
          {t('ranking.total')}: <b>{score(shown.total, book.settings.totalDecimals)}</b>
        </p>
      )}
    </section>
  );
}
