/** How far the check is, what came out, and why none began. */
import { Button } from '@fluentui/react-components';
import { countVerdicts } from '../../board/output/output';
import { useWords } from '../words';
import { shownReports, type BoardState } from './board-store';
import { useBoardText } from './board-words';

interface Props {
  readonly state: BoardState;
  readonly onStop: () => void;
}

export function BoardProgress({ state, onStop }: Props) {
  const t = useBoardText();
  const { phase, all } = state;
  const reports = shownReports(state);
  const n = reports.length;
  const { valid, findings: wrong, unreadable } = countVerdicts(reports);
  return (
    <div className="board-state">
      {phase === 'running' && (
        <div className="board-progress">
          <progress value={n} max={all} aria-label={t('progress', { n, all })} />
          <Button size="small" onClick={onStop}>
            {t('stop')}
          </Button>
        </div>
      )}
      {phase === 'running' && <p>{t('progress', { n, all })}</p>}
      <p role="status">
        {phase === 'cancelled' && `${t('cancelled', { n, all })} `}
        {(phase === 'done' || phase === 'cancelled') && t('summary', { n, valid, wrong, unreadable })}
      </p>
    </div>
  );
}

export function Refusal({ problem }: { readonly problem: NonNullable<BoardState['refused']> }) {
  const words = useWords();
  if (problem.kind === 'file') {
    const { what, next } = words.problem(problem.problem);
    return (
      <p>
        {what} {next}
      </p>
    );
  }
  return (
    <ul>
      {problem.issues.slice(0, 20).map((found, index) => (
        <li key={index}>
          {found.place && words.place(found.place)} {words.issue(found).what}
        </li>
      ))}
    </ul>
  );
}
