/** The frame of the pane, on the screen before Excel has answered. */
import { Button } from '@fluentui/react-components';
import { useTranslate } from './lang';

export function WaitingPane() {
  const t = useTranslate();
  return (
    <div className="pane">
      <header className="pane-head">
        <h1>{t('app.name')}</h1>
      </header>
      <div className="status-line" role="status">
        {t('office.waiting')}
      </div>
      <div className="pane-action">
        {/* Not focusable: the pane that follows is another one, and a focus here would be lost. */}
        <Button appearance="primary" className="wide" disabled>
          {t('compute')}
        </Button>
      </div>
    </div>
  );
}
