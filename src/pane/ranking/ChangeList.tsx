/** What changed between two judgements: cells, totals, ranks, awards. */
import type { Comparison, UnitChange } from '../../rules';
import { isPlain } from '../../text';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { useSession } from '../App';
import { shownValue } from '../parts/values';
import { useWords, type Words } from '../words';

interface Props {
  readonly title: string;
  readonly changes: Comparison;
  readonly judgement: Judgement;
}

/** More changed cells than this are counted, not listed. */
const LISTED = 20;

export function ChangeList({ title, changes, judgement }: Props) {
  const session = useSession();
  const words = useWords();
  const { t, lang } = words;
  const names = namesOf(judgement);
  const { inputs, units, awards } = changes;
  if (inputs.length + units.length + awards.length === 0) return <p className="is-quiet">{t('changes.none')}</p>;
  return (
    <section className="changes">
      <h2>{title}</h2>
      <ul>
        {inputs.slice(0, LISTED).map(({ place, row, what, before, after, unit, criterion, level }) => {
          const label = [
            unit && names.unit(unit),
            criterion ?? row,
            what === 'order' && t('changes.order'),
            level && words.levelName(level),
          ]
            .filter(Boolean)
            .join(' · ');
          return (
            <li key={[place?.sheet, place?.row, place?.column, row, what].join('|')}>
              {place ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    void session.show(place);
                  }}
                >
                  {words.place(place)}
                </button>
              ) : null}{' '}
              {label}:{' '}
              {isPlain(before) && isPlain(after) ? (
                <>
                  <s>{shownValue(before, lang)}</s> → <b>{shownValue(after, lang)}</b>
                </>
              ) : (
                t('changes.edited')
              )}
            </li>
          );
        })}
        {inputs.length > LISTED && <li>{t('changes.more', { n: inputs.length - LISTED })}</li>}
        {units.map((change) => (
          <li key={change.unit}>
            <b>{names.unit(change.unit)}</b>: {unitChange(change, words)}
          </li>
        ))}
        {awards.flatMap(({ award, gained, lost, status }) => [
          ...gained.map((unit) => (
            <li key={`${award}+${unit}`}>
              {t('changes.gained', { unit: names.unit(unit), award: names.award(award) })}
            </li>
          )),
          ...lost.map((unit) => (
            <li key={`${award}-${unit}`}>{t('changes.lost', { unit: names.unit(unit), award: names.award(award) })}</li>
          )),
          ...(status?.after
            ? [
                <li key={`${award}:status`}>
                  {names.award(award)}: {words.status(status.after)}
                </li>,
              ]
            : []),
        ])}
      </ul>
    </section>
  );
}

function unitChange({ presence, total, rank, grade, notRanked }: UnitChange, { t, score }: Words): string {
  const rankOf = (value: number | null) => (value === null ? '–' : String(value));
  return [
    presence && t(presence.after ? 'changes.unitAdded' : 'changes.unitRemoved'),
    total && `${t('changes.total')} ${score(total.before)} → ${score(total.after)}`,
    rank && `${t('changes.rank')} ${rankOf(rank.before)} → ${rankOf(rank.after)}`,
    grade && `${t('changes.grade')} ${grade.before ?? '–'} → ${grade.after ?? '–'}`,
    !total && !rank && notRanked && t('changes.notRanked'),
  ]
    .filter(Boolean)
    .join('; ');
}
