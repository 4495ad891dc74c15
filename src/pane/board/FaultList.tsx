/** The faults of one workbook, the main one first; what follows from a fault is folded under it. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Fault } from '../../board/faults';
import type { Issue, Place, Severity } from '../../rules';
import { SEVERITY_ICON } from '../parts/StatusLine';
import { useWords } from '../words';
import { useBoardText } from './board-words';

interface Props {
  readonly faults: readonly Fault[];
  /** Opens the workbook at a cell; null where it cannot be opened. */
  readonly onGo: ((place: Place) => void) | null;
}

/** Faults on the screen until more are asked for. */
const FAULTS = 50;
/** What follows from one fault, on the screen; the summary has it all. */
const FOLLOWERS = 200;

export function FaultList({ faults, onGo }: Props) {
  const t = useBoardText();
  const [shown, setShown] = useState(FAULTS);
  const rest = faults.length - shown;
  if (faults.length === 0) return <p className="is-quiet">{t('nothing')}</p>;
  return (
    <>
      <ul className="faults">
        {faults.slice(0, shown).map(({ main, consequences, severity }, index) => (
          <Finding key={index} found={main} severity={severity} onGo={onGo}>
            {consequences.length > 0 && <Followers found={consequences} onGo={onGo} />}
          </Finding>
        ))}
      </ul>
      {rest > 0 && (
        <div className="buttons">
          <Button
            onClick={() => {
              setShown(shown + FAULTS);
            }}
          >
            {t('moreFaults', { n: Math.min(rest, FAULTS) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** Drawn once it is unfolded: one wrong line of the rules can be followed by hundreds. */
function Followers({ found, onGo }: { readonly found: readonly Issue[]; readonly onGo: Props['onGo'] }) {
  const t = useBoardText();
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{t('followers', { n: found.length })}</summary>
      {open && (
        <ul>
          {found.slice(0, FOLLOWERS).map((one, index) => (
            <Finding key={index} found={one} severity={one.severity} onGo={onGo} />
          ))}
        </ul>
      )}
      {open && found.length > FOLLOWERS && (
        <p className="is-quiet">{t('moreFollowers', { n: found.length - FOLLOWERS })}</p>
      )}
    </details>
  );
}

function Finding({
  found,
  severity,
  onGo,
  children,
}: {
  readonly found: Issue;
  /** Of the whole fault: what follows may be graver than what it follows from. */
  readonly severity: Severity;
  readonly onGo: Props['onGo'];
  readonly children?: React.ReactNode;
}) {
  const words = useWords();
  const t = useBoardText();
  const { what, why, how } = words.issue(found);
  const { place } = found;
  const Icon = SEVERITY_ICON[severity];
  return (
    <li className={`fault is-${severity}`}>
      <Icon />
      <div className="board-finding">
        {place &&
          (onGo ? (
            <button
              type="button"
              className="link"
              title={t('goTo', { cell: words.place(place) })}
              onClick={() => {
                onGo(place);
              }}
            >
              {words.place(place)}
            </button>
          ) : (
            <b>{words.place(place)}</b>
          ))}{' '}
        <span className="fault-what">{what}</span> {why} {how} <span className="is-quiet">{found.code}</span>
        {children}
      </div>
    </li>
  );
}
