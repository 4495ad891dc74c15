/** What was taken from where: the table at a glance, each field with its cell on demand. */
import type { Place } from '../../rules';
import { fieldsOf, type OldTables, type Proposal } from '../../workbook/adopt';
import { useWords } from '../words';
import { useAdoptWords } from './adopt-words';
import { CellLink } from './CellLink';
import { Details } from './Details';

interface Props {
  readonly proposal: Proposal;
  readonly otherSheets: OldTables['otherSheets'];
}

const keyOf = ({ sheet, row, column }: Place): string => `${sheet} ${String(row)} ${String(column)}`;

export function AdoptPreview({ proposal, otherSheets }: Props) {
  const { score, place: nameOf } = useWords();
  const { a, line, left, level } = useAdoptWords();
  const { about, units, criteria, scores, levels, totals, ranks, awards, remarks, unread, scale, direction } = proposal;
  const { read, all } = fieldsOf(proposal);
  const leaves = criteria.filter(({ leaf }) => leaf);
  const facts: readonly (readonly [string, string])[] = [
    [a('units'), String(units.length)],
    [a('criteria'), String(leaves.length)],
    [a('scores'), String(scores.length)],
    [a('level'), levels.map((one) => level(one, about.kind)).join('; ') || a('unknown')],
    [a('year'), about.year?.certain === true ? about.year.value : a('unknown')],
    [a('name'), about.name?.value ?? a('unknown')],
    ...(scale === null ? [] : [[a('scale'), score(scale.value)] as const]),
  ];
  const reasons = [...new Set(unread.map(({ reason }) => reason))];
  return (
    <>
      <p>
        {line('found', {
          place: nameOf(proposal.place),
          units: units.length,
          criteria: leaves.length,
          scores: scores.length,
          direction: line(direction),
        })}{' '}
        {line('share', { percent: score(String(Math.floor((read / all) * 1000) / 10)) })}
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Details title={a('unitsOf', { n: units.length })}>
        {() => (
          <ul className="plain cells-taken">
            {units.map(({ name, group, place }) => (
              <li key={name}>
                {name}
                {group !== null && ` (${group})`} <CellLink place={place} />
              </li>
            ))}
          </ul>
        )}
      </Details>
      <Details title={a('criteriaOf', { n: criteria.length })}>
        {() => (
          <ul className="plain cells-taken">
            {criteria.map(({ code, name, max, counts, leaf, place, maxPlace }) => (
              <li key={code}>
                <b>{code}</b> {name}: {max === null ? a('unknown') : a('max', { max: score(max) })}
                {counts !== 'main' && ` (${line(counts)})`}
                {!leaf && ` (${line('group')})`} <CellLink place={place} />{' '}
                {maxPlace !== null && keyOf(maxPlace) !== keyOf(place) && <CellLink place={maxPlace} />}
              </li>
            ))}
          </ul>
        )}
      </Details>
      <Details title={a('scoresOf', { n: scores.length })}>
        {() =>
          units.map(({ name }) => (
            <Details key={name} title={name || a('unknown')}>
              {() => (
                <ul className="plain cells-taken">
                  {scores
                    .filter(({ unit }) => unit === name)
                    .map(({ criterion, level: own, value, place }) => (
                      <li key={keyOf(place)}>
                        {criterion} · {level(own, about.kind)}:{' '}
                        <b>{value === 'dash' ? '–' : value === 'na' ? 'KAD' : score(value)}</b>{' '}
                        <CellLink place={place} />
                      </li>
                    ))}
                </ul>
              )}
            </Details>
          ))
        }
      </Details>
      {totals.length + ranks.length + awards.length > 0 && (
        <Details title={a('old', { totals: totals.length, ranks: ranks.length, awards: awards.length })}>
          {() => (
            <ul className="plain cells-taken">
              {[
                ...totals.map(({ unit, value, place }) => ({ unit, text: score(value), place })),
                ...ranks.map(({ unit, value, place }) => ({ unit, text: value, place })),
                ...awards,
              ].map(({ unit, text, place }) => (
                <li key={keyOf(place)}>
                  {unit}: {text} <CellLink place={place} />
                </li>
              ))}
            </ul>
          )}
        </Details>
      )}
      {remarks.length > 0 && (
        <Details title={a('remarks', { n: remarks.length })}>
          {() => (
            <ul className="plain cells-taken">
              {remarks.map(({ unit, criterion, text, place }) => (
                <li key={keyOf(place)}>
                  {[unit, criterion].filter(Boolean).join(' · ')} {text} <CellLink place={place} />
                </li>
              ))}
            </ul>
          )}
        </Details>
      )}
      {unread.length > 0 ? (
        <Details title={a('left', { n: unread.length })}>
          {() =>
            reasons.map((reason) => (
              <div key={reason}>
                <p>{left(reason)}</p>
                <p className="cells-taken">
                  {unread
                    .filter((one) => one.reason === reason)
                    .map(({ place }) => (
                      <span key={keyOf(place)} className="listed">
                        <CellLink place={place} />
                        &nbsp;
                      </span>
                    ))}
                </p>
              </div>
            ))
          }
        </Details>
      ) : (
        <p className="is-quiet">{a('nothingLeft')}</p>
      )}
      {otherSheets.length > 0 && <p className="is-quiet">{line('otherSheets', { sheets: otherSheets.join(', ') })}</p>}
    </>
  );
}
