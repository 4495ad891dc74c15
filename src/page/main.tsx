/** Starts the page; in the page of one file the same code also runs as its worker. */
import { createRoot } from 'react-dom/client';
import { workbookWorker } from '../xlsx/worker-client';
import { serve } from '../xlsx/worker';
import { Page } from './Page';
import { startWorker } from './start-worker';
import { LOCAL_PREFERENCES } from './local-preferences';
import '../pane/pane.css';
import './page.css';

function start(): void {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Page preferences={LOCAL_PREFERENCES} work={workbookWorker(startWorker)} />);
  if (!SINGLE_FILE && 'serviceWorker' in navigator && window.isSecureContext) void navigator.serviceWorker.register('service-worker.js').catch(() => undefined);
}

if (typeof document !== 'undefined') start();
else if (SINGLE_FILE) serve(globalThis as unknown as Parameters<typeof serve>[0]);
