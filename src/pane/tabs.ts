/** The views of the pane: to add one is to add one entry. */
import { lazy, type ComponentType } from 'react';
import type { PlainKey } from '../text/ui';
import { CheckView } from './check/CheckView';

export interface ViewProps {
  /** Leads to the rules of the open workbook. */
  readonly onRegulation: () => void;
}

export interface TabEntry {
  readonly id: string;
  readonly label: PlainKey;
  readonly View: ComponentType<ViewProps>;
}

/** The view that takes the whole window where the host gives it. */
export const WIDE_TAB = 'board';

export const TABS: readonly [TabEntry, ...TabEntry[]] = [
  { id: 'check', label: 'tab.check', View: CheckView },
  { id: 'ranking', label: 'tab.ranking', View: lazy(() => import('./ranking/RankingView')) },
  { id: 'report', label: 'tab.report', View: lazy(() => import('./report/ReportView')) },
  { id: WIDE_TAB, label: 'tab.board', View: lazy(() => import('./board/BoardView')) },
];
