/** The check of many workbooks as the pane knows it: it goes on while other views are open. */
import { AcrossFiles, type Overall } from '../../board/across-files';
import type { FileReport } from '../../board/check-workbook';
import { parseBlocs, parseLimits } from '../../board/lists';
import type { StandardProblem } from '../../board/standard';
import type { Lang } from '../../text';
import { runBoard, shownName, type BoardWorker, type ChosenWorkbook } from './board-run';
import type { StandardChoice } from './board-worker';

export interface BoardState {
  readonly phase: 'idle' | 'running' | 'done' | 'cancelled';
  readonly all: number;
  readonly reports: readonly FileReport[];
  /** Once done. */
  readonly overall: Overall | null;
  readonly refused: StandardProblem | null;
}

export interface BoardChoices {
  readonly standard: StandardChoice;
  /** "CP=3; BK=40". */
  readonly limits: string;
  /** The text of a list of blocs; empty: none. */
  readonly blocs: string;
}

const IDLE: BoardState = { phase: 'idle', all: 0, reports: [], overall: null, refused: null };

/** Between two pictures of a running check (milliseconds): many files finish in one. */
const PICTURE = 100;

export class BoardStore {
  private current = IDLE;
  private reports: FileReport[] = [];
  private files: readonly ChosenWorkbook[] = [];
  private readonly listeners = new Set<() => void>();
  private stop: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly start: () => BoardWorker) {}

  readonly state = (): BoardState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  };

  /** Begins; a run before it is ended. False where the limits cannot be read. */
  run(files: readonly ChosenWorkbook[], { standard, limits, blocs }: BoardChoices, lang: Lang): boolean {
    const bounds = parseLimits(limits.split(';').map((text) => text.trim()).filter(Boolean));
    if (bounds === null) return false;
    this.stop?.();
    const list = blocs.trim() === '' ? null : parseBlocs(blocs);
    const across = new AcrossFiles(list, bounds);
    this.reports = [];
    this.files = files;
    this.set({ ...IDLE, phase: 'running', all: files.length });
    this.stop = runBoard(files, { standard, blocs: list, lang }, this.start, {
      report: (report) => {
        this.reports.push(across.add(report));
        this.timer ??= setTimeout(() => { this.picture(); }, PICTURE);
      },
      refused: (problem) => { this.set({ ...IDLE, refused: problem }); },
      done: () => { this.picture({ phase: 'done', overall: across.end() }); },
    });
    return true;
  }

  /** The file of a report. */
  readonly file = (name: string): ChosenWorkbook | undefined => this.files.find((file) => shownName(file) === name);

  /** Ends the run at once; what was checked so far stays. */
  cancel(): void {
    this.stop?.();
    this.picture({ phase: 'cancelled' });
  }

  private picture(more: Partial<BoardState> = {}): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.set({ ...this.current, reports: [...this.reports], ...more });
  }

  private set(state: BoardState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
