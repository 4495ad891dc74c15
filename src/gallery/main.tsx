/** Starts the gallery: the list, or, asked for a state, nothing but that. */
import { createRoot } from 'react-dom/client';
import A from '../../assets/samples/A.xlsx';
import B from '../../assets/samples/B.xlsx';
import C from '../../assets/samples/C.xlsx';
import D from '../../assets/samples/D.xlsx';
import E from '../../assets/samples/E.xlsx';
import faulty from '../../assets/samples/co-loi.xlsx';
import mended from '../../assets/samples/co-loi-da-sua.xlsx';
import { stopClock } from './clock';
import { GalleryPage } from './GalleryPage';
import { showState } from './Stage';
import { stateAt } from './views';
import { samplesFrom, type SampleName } from './workbooks';
import '../pane/pane.css';
import '../page/page.css';
import './gallery.css';

const ADDRESSES: Readonly<Record<SampleName, string>> = { A, B, C, D, E, 'co-loi': faulty, 'co-loi-da-sua': mended };

/** What a picture of the state waits for. */
type Reached = 'reached' | 'failed';

async function startState(element: HTMLElement): Promise<void> {
  const address = location.hash.slice(1);
  const state = stateAt(address);
  const root = createRoot(element);
  const end = (reached: Reached): void => {
    document.documentElement.dataset['state'] = reached;
  };
  try {
    if (!state) throw new Error(`there is no state ${address}`);
    document.title = address;
    await showState(root, state);
    end('reached');
  } catch (error) {
    // Beside what has come so far, to see where it went wrong.
    const said = document.createElement('pre');
    said.className = 'gallery-failed';
    said.textContent = `${address}: ${error instanceof Error ? error.message : String(error)}`;
    document.body.prepend(said);
    end('failed');
  }
}

function start(): void {
  const element = document.getElementById('root');
  if (!element) return;
  if (!location.search.startsWith('?state')) {
    createRoot(element).render(<GalleryPage />);
    return;
  }
  stopClock();
  samplesFrom(async (name) => new Uint8Array(await (await fetch(ADDRESSES[name])).arrayBuffer()));
  // Nobody wants the files that a state hands over.
  HTMLAnchorElement.prototype.click = () => undefined;
  // Another state in the same window begins anew.
  addEventListener('hashchange', () => {
    location.reload();
  });
  void startState(element);
}

start();
