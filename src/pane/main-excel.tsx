/** The pane in Excel: on the screen at once, at work as soon as Excel is ready. */
import { createRoot } from 'react-dom/client';
import { ExcelPane } from './ExcelPane';
import './pane.css';

/** A file let go beside the place for it would take the place of the pane. */
window.addEventListener('dragover', (event) => {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
});

const root = document.getElementById('root');
if (root) createRoot(root).render(<ExcelPane />);
