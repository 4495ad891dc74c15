/** One line: how many faults, and whether the results in the workbook are of these scores. */
import { Button } from '@fluentui/react-components';
import type { Severity } from '../../rules';
import { isEmptyCell, isError } from '../../workbook/progress';
import { usePart, useSession } from '../App';
import { useWords } from '../words';
import { CheckIcon, ErrorIcon, InfoIcon, WarningIcon } from './icons';

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
export const SEVERITY_ICON: Readonly<Record<Severity, () => React.ReactNode>> = {
  error: ErrorIcon,
  warning: WarningIcon,
  info: InfoIcon,
};

export function StatusLine() {
  const session = useSession();
  const judgement = usePart('judgement');
  const outdated = usePart('outdated');
  const results = usePart('results');
  const busy = usePart('busy');
  const { t } = useWords();
  if (!judgement)
    return (
      <div className="status-line" role="status">
        {t(busy === null ? 'status.nothing' : 'status.reading')}
      </div>
    );
  const { issues } = judgement.evaluation;
  const [errors, empty] = [issues.filter(isError).length, issues.filter(isEmptyCell).length];
  // Whether an edit touched the results is not known before it is read: until then they do not count as fresh.
  const standing = outdated && results.kind === 'fresh' ? 'stale' : results.kind;
  return (
    <div className="status-line" role="status">
      <span className={errors > 0 ? 'is-error' : 'is-good'}>
        {errors > 0 ? <ErrorIcon /> : <CheckIcon />}{' '}
        {errors > 0 ? t('status.errors', { n: errors }) : t('status.noErrors')}
      </span>
      {empty > 0 && <span className="is-quiet">{t('status.empty', { n: empty })}</span>}
      <span className={standing === 'stale' ? 'is-stale' : 'is-quiet'}>
        {standing === 'stale' && <WarningIcon />} {t(`status.results.${standing}`)}
      </span>
      {outdated && !busy && (
        <Button
          size="small"
          onClick={() => {
            void session.check();
          }}
        >
          {t('recheck')}
        </Button>
      )}
    </div>
  );
}
