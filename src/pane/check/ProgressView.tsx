/** A book that is being filled: how much is scored, and which cells still wait, by unit and section. */
import type { Progress } from '../../workbook/progress';
import { useSession } from '../App';
import { useWords } from '../words';

interface Props {
  readonly progress: Progress;
  readonly unitName: (id: string) => string;
}

export function ProgressView({ progress, unitName }: Props) {
  const session = useSession();
  const { t, place } = useWords();
  const { cells, empty, units, sections } = progress;
  const done = t('progress.done', { done: cells - empty, cells });
  return (
    <section className="progress">
      <p><b>{done}</b></p>
      <progress max={cells} value={cells - empty} aria-label={done} />
      <details>
        <summary>{t('progress.byUnit', { n: units.length })}</summary>
        <ul className="plain">
          {units.map(({ unit, missing, ...share }) => {
            const first = missing[0]?.place ?? null;
            return (
              <li key={unit}>
                {unitName(unit)}: {t('progress.left', { empty: share.empty, cells: share.cells })}{' '}
                {first && <button type="button" className="link" onClick={() => { void session.show(first); }}>{t('progress.first', { cell: place(first) })}</button>}
              </li>
            );
          })}
        </ul>
      </details>
      <details>
        <summary>{t('progress.bySection')}</summary>
        <ul className="plain">{sections.map((one) => <li key={one.section}>{one.section} {one.name}: {t('progress.left', { empty: one.empty, cells: one.cells })}</li>)}</ul>
      </details>
    </section>
  );
}
