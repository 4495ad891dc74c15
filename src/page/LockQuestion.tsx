/** Asks once for a sheet whether its locked cells may change; typing goes on meanwhile, and nothing typed is taken for an answer. */
import { Button } from '@fluentui/react-components';
import { cellName } from '../rules';
import { useWords } from '../pane/words';
import type { QueueState } from './editing/edit-queue';

/** Cells that are named. */
const NAMED = 6;

export function LockQuestion({
  asking,
  onAnswer,
}: {
  readonly asking: QueueState['asking'];
  readonly onAnswer: (yes: boolean) => void;
}) {
  const { t } = useWords();
  return (
    <div role="alert" className="lock-question">
      {asking && (
        <>
          <p>
            {t('page.locked', {
              cells:
                asking.cells
                  .slice(0, NAMED)
                  .map(({ place }) => cellName(place))
                  .join(', ') + (asking.cells.length > NAMED ? ', …' : ''),
              sheet: asking.sheet,
            })}
          </p>
          <span className="buttons">
            <Button
              size="small"
              onClick={() => {
                onAnswer(true);
              }}
            >
              {t('page.lockedYes')}
            </Button>
            <Button
              size="small"
              onClick={() => {
                onAnswer(false);
              }}
            >
              {t('page.lockedNo')}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}
