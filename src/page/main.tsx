/** Starts the page; in the page of one file the same code also runs as its workers. */
import { createRoot } from 'react-dom/client';
import { serveAdopting } from '../pane/adopt/adopt-worker';
import { ADOPT } from '../pane/adopt/start-adopt';
import { serveBoard } from '../pane/board/board-worker';
import { BOARD } from '../pane/board/start-board';
import { makeEngine } from '../pane/engine';
import { serveJudging } from '../pane/judge-worker';
import { servePapers } from '../pane/papers/papers-worker';
import { PAPERS } from '../pane/papers/start-papers';
import { serveChanging } from '../pane/regulation/change-worker';
import { CHANGE } from '../pane/regulation/start-change';
import { serveForms } from '../pane/unit-forms/forms-worker';
import { FORMS } from '../pane/unit-forms/start-forms';
import { serve } from '../xlsx/worker';
import { workbookWorker } from '../xlsx/worker-client';
import { LOCAL_PREFERENCES } from './local-preferences';
import { Page } from './Page';
import { JUDGE, startJudge, startWorker } from './start-worker';
import '../pane/pane.css';
import './page.css';
import './print/print.css';

function start(): void {
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <Page
        preferences={LOCAL_PREFERENCES}
        startWork={() => workbookWorker(startWorker)}
        startEngine={() => makeEngine(startJudge)}
      />,
    );
}

function startAsWorker(): void {
  const scope: unknown = globalThis;
  if (self.name === JUDGE) serveJudging(scope as Parameters<typeof serveJudging>[0]);
  else if (self.name === BOARD) serveBoard(scope as Parameters<typeof serveBoard>[0]);
  else if (self.name === PAPERS) servePapers(scope as Parameters<typeof servePapers>[0]);
  else if (self.name === ADOPT) serveAdopting(scope as Parameters<typeof serveAdopting>[0]);
  else if (self.name === CHANGE) serveChanging(scope as Parameters<typeof serveChanging>[0]);
  else if (self.name === FORMS) serveForms(scope as Parameters<typeof serveForms>[0]);
  else serve(scope as Parameters<typeof serve>[0]);
}

if (typeof document !== 'undefined') start();
else if (SINGLE_FILE) startAsWorker();
