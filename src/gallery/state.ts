/** One state of a view as a row: the workbook behind it, how the world around it behaves, and what was done in it. */
import type { ReactNode } from 'react';
import type { Adopted } from '../pane/App';
import type { Engine, Session } from '../pane/session';
import type { Door } from '../sheets/door';
import type { UiLang } from '../text/ui';
import type { Workers } from './here-worker';
import type { Said } from './said';
import type { Step } from './steps';
import type { BookName } from './workbooks';

/** How a state is looked at. */
export interface Look {
  readonly lang?: UiLang;
  readonly theme?: 'light' | 'dark';
  /** Of the window, in px; absent: that of the pane in Excel. */
  readonly width?: number;
}

export interface State extends Look {
  /** Stands in the address: small letters and hyphens. */
  readonly name: string;
  /** Words that are on the screen once the state is reached. */
  readonly shows: Said;
  /** The open workbook; sample B unless said otherwise. */
  readonly book?: BookName;
  /** How the way to the workbook behaves. */
  readonly door?: (door: Door) => Door;
  /** How judging and writing behave. */
  readonly engine?: Partial<Engine>;
  /** Whose door it is; Excel unless said otherwise. */
  readonly host?: Door['kind'];
  readonly workers?: Workers;
  /** The three first steps are shown. */
  readonly isFirstRun?: boolean;
  /** Of the open workbook: it was just made from an old table. */
  readonly adopted?: Adopted;
  /** What was done with the workbook; it is read unless said otherwise. */
  readonly before?: (session: Session) => Promise<void>;
  /** It is one of waiting: what was begun never comes to an end. */
  readonly isEndless?: boolean;
  /** Instead of the pane. */
  readonly element?: ReactNode;
  /** The page gives the view its whole window. */
  readonly isWide?: boolean;
  /** What was done on the screen. */
  readonly steps?: readonly Step[];
}

/** The states of a view: there is at least one. */
export type States = readonly [State, ...State[]];

/** In px: the pane in Excel as it is designed. */
export const PANE_WIDTH = 320;
