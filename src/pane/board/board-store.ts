/** The check of many workbooks as the pane knows it: it goes on while other views are open. */
import { AcrossFiles, type Overall } from '../../board/across-files';
import { unreadableReport, type FileReport } from '../../board/check-workbook';
import { parseBlocs, parseLimits } from '../../board/lists';
import { inSeasons } from '../../board/output/output';
import type { StandardProblem } from '../../board/standard';
import type { Lang } from '../../text';
import type { DoorProblem } from '../../sheets/door';
import { runFiles, type ChosenWorkbook, type FilesWorker } from '../files-run';
import type { BoardSetup, StandardChoice } from './board-worker';

type BoardWorker = FilesWorker<BoardSetup, FileReport, StandardProblem>;

export interface BoardChoices {
  readonly standard: StandardChoice;
  /** "CP=3; BK=40". */
  readonly limits: string;
  /** The text of a list of blocs; empty: none. */
  readonly blocs: string;
}

export interface BoardState {
  readonly phase: 'idle' | 'running' | 'done' | 'cancelled';
  readonly all: number;
  readonly reports: readonly FileReport[];
  /** Once done. */
  readonly overall: Overall | null;
  readonly refused: StandardProblem | null;
  readonly choices: BoardChoices;
  /** The choices that the reports were made with. */
  readonly used: BoardChoices | null;
}

/** The reports with what could only be said once all were read. */
export const shownReports = ({ reports, overall }: BoardState): readonly FileReport[] =>
  overall === null ? reports : inSeasons(reports, overall);

const FRESH = {
  phase: 'idle',
  all: 0,
  reports: [],
  overall: null,
  refused: null,
} as const satisfies Partial<BoardState>;
const NO_CHOICES: BoardChoices = { standard: { kind: 'none' }, limits: '', blocs: '' };

/** Between two pictures of a running check (milliseconds): many files finish in one. */
const PICTURE = 100;

export class BoardStore {
  private current: BoardState = { ...FRESH, choices: NO_CHOICES, used: null };
  private reports: FileReport[] = [];
  private files: readonly ChosenWorkbook[] = [];
  private readonly listeners = new Set<() => void>();
  private stop: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly start: () => BoardWorker) {}

  readonly state = (): BoardState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Only what changed: a file is read while other things are typed. */
  choose(change: Partial<BoardChoices>): void {
    this.set({ choices: { ...this.current.choices, ...change } });
  }

  /** Begins; a run before it is ended. False where the limits cannot be read. */
  run(files: readonly ChosenWorkbook[], lang: Lang): boolean {
    const used = this.current.choices;
    const bounds = parseLimits(
      used.limits
        .split(';')
        .map((text) => text.trim())
        .filter(Boolean),
    );
    if (bounds === null) return false;
    this.stop?.();
    const list = used.blocs.trim() === '' ? null : parseBlocs(used.blocs);
    const across = new AcrossFiles(list, bounds);
    this.reports = [];
    this.files = files;
    this.set({ ...FRESH, phase: 'running', all: files.length, used });
    const work = {
      setup: { standard: used.standard, blocs: list, lang },
      start: this.start,
      unreadable: (name: string, problem: DoorProblem) => unreadableReport(name, problem, lang),
    };
    this.stop = runFiles(files, work, {
      report: (report) => {
        this.reports.push(across.add(report));
        this.timer ??= setTimeout(() => {
          this.picture();
        }, PICTURE);
      },
      refused: (problem) => {
        this.set({ ...FRESH, refused: problem });
      },
      done: () => {
        this.picture({ phase: 'done', overall: across.end() });
      },
    });
    return true;
  }

  /** The same files by the choices of now. */
  again(lang: Lang): boolean {
    return this.run(this.files, lang);
  }

  /** The file of a report, by its number. */
  readonly fileAt = (index: number): ChosenWorkbook | undefined => this.files[index];

  /** Ends the run at once; what was checked so far stays. */
  cancel(): void {
    this.stop?.();
    this.picture({ phase: 'cancelled' });
  }

  private picture(more: Partial<BoardState> = {}): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.set({ reports: [...this.reports], ...more });
  }

  private set(change: Partial<BoardState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
