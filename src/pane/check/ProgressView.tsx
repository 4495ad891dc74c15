/** A book that is being filled: how much is scored, and which cells still wait, by unit and section. */
import { useState } from 'react';
import type { Progress } from '../../workbook/progress';
import { useSession } from '../App';
import { useWords } from '../words';
import { issueKey } from './IssueList';

interface Props {
  readonly progress: Progress;
  readonly unitName: (id: string) => string;
}

export function ProgressView({ progress, unitName }: Props) {
  const { t } = useWords();
  const { cells, empty, units, sections } = progress;
  const done = t('progress.done', { done: cells - empty, cells });
  return (
    <section className="progress">
      <p>
        <b>{done}</b>
      </p>
      <progress max={cells} value={cells - empty} aria-label={done} />
      {units.length > 0 && (
        <details>
          <summary>{t('progress.byUnit', { n: units.length })}</summary>
          <ul className="plain">
            {units.map((one) => (
              <EmptyCells key={one.unit} of={one} name={unitName(one.unit)} />
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{t('progress.bySection')}</summary>
        <ul className="plain">
          {sections.map((one) => (
            <li key={one.section}>
              {one.section} {one.name}: {t('progress.section', { done: one.cells - one.empty, cells: one.cells })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** The cells of one unit that wait, each a way to it; made when they are asked for: a new book has thousands. */
function EmptyCells({
  of: { unit, missing, empty, cells },
  name,
}: {
  readonly of: Progress['units'][number];
  readonly name: string;
}) {
  const session = useSession();
  const { t, place } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary>
          {name}: {t('progress.left', { empty, cells })}
        </summary>
        {open && (
          <ul className="plain empty-cells" data-unit={unit}>
            {missing.map(
              (found) =>
                found.place !== null && (
                  <li key={issueKey(found)}>
                    <button
                      type="button"
                      className="link"
                      onClick={() => {
                        if (found.place) void session.show(found.place);
                      }}
                    >
                      {[place(found.place), found.named?.['criterion'] ?? found.criterion].filter(Boolean).join(' · ')}
                    </button>
                  </li>
                ),
            )}
          </ul>
        )}
      </details>
    </li>
  );
}
