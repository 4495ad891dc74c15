/** The pane in Excel: on the screen at once, at work as soon as Excel is ready. */
import { createRoot } from 'react-dom/client';
import { ExcelPane } from './ExcelPane';
import './pane.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<ExcelPane />);
