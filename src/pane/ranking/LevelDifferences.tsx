/** Self against bloc: units and criteria where the bloc gave more or less, the largest difference first. */
import { useState } from 'react';
import type { LevelDifference, UnitId } from '../../rules';
import { signedScore } from '../../text';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { useSession } from '../App';
import { Unanswered } from '../parts/Unanswered';
import { useAnswer } from '../use-answer';
import { useWords } from '../words';

/** More than these are counted, not listed. */
const LISTED = 50;

interface Props {
  readonly judgement: Judgement;
  readonly onUnit: (unit: UnitId) => void;
}

export function LevelDifferences({ judgement, onUnit }: Props) {
  const { t } = useWords();
  // Found when somebody looks: it scores the whole bloc once more.
  const [open, setOpen] = useState(false);
  return (
    <details
      className="panel"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('differences.title')}</summary>
      {open && <Differences judgement={judgement} onUnit={onUnit} />}
    </details>
  );
}

const QUESTION = { about: 'differences' } as const;

function Differences({ judgement, onUnit }: Props) {
  const { got, isBehind } = useAnswer(judgement, QUESTION);
  return (
    <div aria-busy={isBehind}>
      {got && !got.answer.ok && <Unanswered problem={got.answer.error} />}
      {got?.answer.ok && <DifferenceTable judgement={got.judgement} onUnit={onUnit} all={got.answer.value} />}
    </div>
  );
}

function DifferenceTable({ judgement, onUnit, all }: Props & { readonly all: readonly LevelDifference[] }) {
  const session = useSession();
  const { t, lang: uiLang, levelName, score, place } = useWords();
  const lang = uiLang === 'vi' ? 'vi' : 'en';
  const names = namesOf(judgement);
  if (all.length === 0) return <p className="is-quiet">{t('differences.none')}</p>;
  return (
    <>
      <table className="differences">
        <thead>
          <tr>
            <th scope="col">{t('ranking.unit')}</th>
            <th scope="col">{t('differences.where')}</th>
            <th scope="col">{levelName('self')}</th>
            <th scope="col">{levelName('bloc')}</th>
            <th scope="col">{t('differences.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, LISTED).map((found) => (
            <tr key={`${found.unit}|${found.criterion ?? ''}`}>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    onUnit(found.unit);
                  }}
                >
                  {names.unit(found.unit)}
                </button>
              </td>
              <td>
                {found.criterion === null ? t('ranking.total') : names.criterion(found.criterion)}
                {found.remark !== null && <div className="is-quiet">{found.remark}</div>}
              </td>
              <td className="is-number">{score(found.self)}</td>
              <td className="is-number">{score(found.bloc)}</td>
              <td className="is-number">
                {found.place === null ? (
                  signedScore(found.difference, lang)
                ) : (
                  <button
                    type="button"
                    className="link"
                    title={place(found.place)}
                    onClick={() => {
                      if (found.place) void session.show(found.place);
                    }}
                  >
                    {signedScore(found.difference, lang)}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > LISTED && <p className="is-quiet">{t('differences.more', { n: all.length - LISTED })}</p>}
    </>
  );
}
