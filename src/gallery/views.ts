/** Every view of the pane, and what the page says around it, in its states. */
import { ADOPT, CHECK } from './views/check';
import { BOARD, WIDE_BOARD } from './views/board';
import { COLLECT_FORMS, SEND_FORMS } from './views/forms';
import { PAGE_NOTICE, PAGE_QUESTION, PAGE_START } from './views/page';
import { NOTICE, PANE } from './views/pane';
import { DECISION, DIFFERENCES, RANKING, SEASON, UNIT, WHAT_IF } from './views/ranking';
import { PAPERS, REPORT } from './views/report';
import { CHANGE, REGULATION } from './views/rules';
import { CODES, CREATE, MENU } from './views/start';
import type { Look, State, States } from './state';

export type ViewName =
  | 'pane'
  | 'notice'
  | 'check'
  | 'adopt'
  | 'ranking'
  | 'season'
  | 'unit'
  | 'what-if'
  | 'decision'
  | 'differences'
  | 'report'
  | 'papers'
  | 'board'
  | 'wide-board'
  | 'regulation'
  | 'change'
  | 'send-forms'
  | 'collect-forms'
  | 'create'
  | 'menu'
  | 'codes'
  | 'page-notice'
  | 'page-question'
  | 'page-start';

/** A view without states does not compile. */
export const VIEWS: Readonly<Record<ViewName, States>> = {
  pane: PANE,
  notice: NOTICE,
  check: CHECK,
  adopt: ADOPT,
  ranking: RANKING,
  season: SEASON,
  unit: UNIT,
  'what-if': WHAT_IF,
  decision: DECISION,
  differences: DIFFERENCES,
  report: REPORT,
  papers: PAPERS,
  board: BOARD,
  'wide-board': WIDE_BOARD,
  regulation: REGULATION,
  change: CHANGE,
  'send-forms': SEND_FORMS,
  'collect-forms': COLLECT_FORMS,
  create: CREATE,
  menu: MENU,
  codes: CODES,
  'page-notice': PAGE_NOTICE,
  'page-question': PAGE_QUESTION,
  'page-start': PAGE_START,
};

/** Any state can be looked at so. High contrast is the browser's: the pictures ask it for that. */
export const LOOKS = {
  english: { lang: 'en' },
  pseudo: { lang: 'pseudo' },
  dark: { theme: 'dark' },
  narrow: { width: 270 },
  phone: { width: 360 },
  broad: { width: 500 },
  screen: { width: 1366 },
} as const satisfies Readonly<Record<string, Look>>;

/** "check/one-open/english": a state, and how it is looked at. */
export function stateAt(address: string): State | null {
  const [view = '', name = '', look] = address.split('/');
  const state = viewAt(view)?.find((each) => each.name === name);
  if (!state) return null;
  return { ...state, ...LOOKS[look as keyof typeof LOOKS] };
}

export const viewAt = (view: string): States | null => (view in VIEWS ? VIEWS[view as ViewName] : null);
