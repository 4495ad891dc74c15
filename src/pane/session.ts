/**
 * What the pane knows about the open workbook, and what can be done with it. Plain state and plain
 * actions over a door: the views only show it, and tests need no screen.
 */
import { isFix, type Comparison, type Fix, type Place, type SheetRename, type WorkbookChange } from '../rules';
import type { WorkbookCells } from '../sheets/cells';
import type { Door, DoorProblem, Result } from '../sheets/door';
import type { JobDone, Judgement, PlanOptions } from '../workbook/job';
import type { Stamp } from '../sheets/stamp';
import type { SheetPlan } from '../sheets/plan';
import type { AnswerTo, Question } from './judged-handle';
import type { Preferences } from './preferences';

/** Judging, writing and comparing: what the session does not do itself. */
export interface Engine {
  judge: (cells: WorkbookCells) => Promise<Result<Judgement, DoorProblem>>;
  /** Ends what is being judged: it answers `cancelled`. */
  cancel: () => void;
  runJob: (door: Door, options: PlanOptions) => Promise<Result<JobDone, DoorProblem>>;
  /** Asked of a judged workbook, whatever was judged since. */
  ask: <Asked extends Question>(judgement: Judgement, question: Asked) => Promise<Result<AnswerTo<Asked>, DoorProblem>>;
  /** Null where it cannot be found out. */
  compare: (before: Judgement, after: Judgement) => Promise<Comparison | null>;
  resultsStamp: (cells: WorkbookCells) => Stamp | null;
  /** The stamp of the results among sheets to be written. */
  plannedStamp: (plans: readonly SheetPlan[]) => Stamp | null;
}

/** What stays on the screen after an action, until it is closed. */
export type Notice =
  | { readonly kind: 'written'; readonly withResults: boolean; readonly sheets: readonly string[] }
  | { readonly kind: 'fixed'; readonly places: readonly Place[] }
  | { readonly kind: 'renamed'; readonly sheet: SheetRename }
  /** A command on the rules, in words. */
  | { readonly kind: 'regulated'; readonly what: string }
  | { readonly kind: 'decided' | 'created' | 'createdBeside' | 'undone' | 'copied' | 'applied' | 'beside' | 'partLost' }
  | {
      readonly kind: 'problem';
      readonly problem: DoorProblem;
      readonly retry: Task | null;
      readonly options?: ComputeOptions;
    };

export type Task = 'check' | 'compute';

export interface Busy {
  readonly task: Task | 'fix' | 'create';
  /** Ends the waiting; absent while the end is near anyway. */
  readonly cancel: (() => void) | null;
}

/** `none`: no results of ours in the workbook. `stale`: made from other inputs. */
export type ResultsState = { readonly kind: 'none' } | { readonly kind: 'fresh' | 'stale'; readonly stamp: Stamp };

export type RankingViewName = 'ranking' | 'season';

export interface SessionState {
  /** The workbook as last read; a moment ahead of the judgement. */
  readonly cells: WorkbookCells | null;
  readonly judgement: Judgement | null;
  /** The workbook changed and has not been read again yet. */
  readonly outdated: boolean;
  readonly results: ResultsState;
  /** The judgement whose results stand in the workbook, where it is known. */
  readonly written: Judgement | null;
  /** What changed from `written` to `judgement`. */
  readonly changes: Comparison | null;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  /** `Báo cáo` shows the totals: a choice for this workbook, kept with it once it is written so. */
  readonly reportTotals: boolean;
  /** Which view of the ranking was chosen for this workbook; null: by how far its scores have come. */
  readonly rankingView: RankingViewName | null;
  /** What changes through the pane can be undone and done again with; the last one at the end. */
  readonly undo: readonly (readonly WorkbookChange[])[];
  readonly redo: readonly (readonly WorkbookChange[])[];
  /** Counts jumps, so that the place can be announced again. */
  readonly shown: Place | null;
  /** An exception, which no door and no rule should ever give. */
  readonly failure: Error | null;
}

const START: SessionState = {
  cells: null,
  judgement: null,
  outdated: false,
  results: { kind: 'none' },
  written: null,
  changes: null,
  busy: null,
  notice: null,
  reportTotals: true,
  rankingView: null,
  undo: [],
  redo: [],
  shown: null,
  failure: null,
};

const NOTHING_KEPT: Preferences = { read: () => null, write: () => undefined };

/** A re-check slower than this (milliseconds) waits for a click. */
const FAST_ENOUGH = 1500;
/** Rest after the last edit before the workbook is read again. */
const SETTLE = 200;

export interface ComputeOptions {
  readonly allowErrors?: boolean;
  /** Names for our sheets where the user has sheets of the usual names. */
  readonly names?: NonNullable<PlanOptions['names']>;
  /** The user was asked about what stands on our sheets besides our own, and said to keep it. */
  readonly keepAdditions?: boolean;
}

export class Session {
  private current: SessionState = START;
  private readonly listeners = new Set<() => void>();
  private readonly stopListening: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The number of the newest check: older answers are dropped. */
  private newest = 0;
  private lastTook = 0;
  /** Counts what was heard of changes, so that one which came after a reading is not taken for read. */
  private heard = 0;
  /** Asked once and answered: what users add to our sheets is kept from then on without another question. */
  private keepsAdditions = false;

  /** `kept`: what was chosen for this workbook and goes with it. */
  constructor(
    readonly door: Door,
    private readonly engine: Engine,
    private readonly kept: Preferences = NOTHING_KEPT,
  ) {
    this.current = { ...START, reportTotals: kept.read('reportTotals') !== 'no' };
    this.stopListening = door.onChange(() => {
      this.workbookChanged();
    });
  }

  readonly state = (): SessionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  close(): void {
    this.newest = -1;
    clearTimeout(this.timer);
    this.stopListening();
  }

  /** Reads the workbook and judges it. */
  check(): Promise<void> {
    return this.guarded(() => this.checkNow());
  }

  /** The main job: read, judge, write our sheets. What was changed meanwhile is seen by a check that follows. */
  compute(options: ComputeOptions = {}): Promise<void> {
    return this.guarded(() => this.computeNow(options));
  }

  readonly ask: Engine['ask'] = (judgement, question) => this.engine.ask(judgement, question);

  /** The way back after a failure. */
  recover(): Promise<void> {
    this.set({ failure: null });
    return this.check();
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.set({ busy: null, failure: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  private async checkNow(): Promise<void> {
    const turn = ++this.newest;
    clearTimeout(this.timer);
    const began = performance.now();
    const { heard } = this;
    this.set({
      busy: {
        task: 'check',
        cancel: () => {
          this.dropCheck(turn);
        },
      },
    });
    const cells = await this.door.read();
    if (turn !== this.newest) return;
    if (!cells.ok) {
      this.set({ busy: null, notice: problemNotice(cells.error, 'check') });
      return;
    }
    this.set({ cells: cells.value });
    const judged = await this.engine.judge(cells.value);
    this.lastTook = performance.now() - began;
    if (turn !== this.newest) return;
    if (!judged.ok) {
      this.set({ busy: null, outdated: true, notice: problemNotice(judged.error, 'check') });
      return;
    }
    const judgement = judged.value;
    const known = await this.knownFrom(judgement);
    if (turn !== this.newest) return;
    this.set({
      ...known,
      busy: null,
      outdated: heard !== this.heard,
      ...(this.current.notice?.kind === 'problem' && { notice: null }),
    });
  }

  private async computeNow(options: ComputeOptions): Promise<void> {
    this.newest++;
    clearTimeout(this.timer);
    const { heard } = this;
    const { reportTotals } = this.current;
    this.set({ busy: { task: 'compute', cancel: null }, notice: null });
    const { keepAdditions, ...plan } = options;
    if (keepAdditions === true) this.keepsAdditions = true;
    const done = await this.engine.runJob(this.door, {
      now: new Date(),
      reportTotals,
      ask: !this.keepsAdditions,
      ...plan,
    });
    if (!done.ok) {
      this.set({ busy: null, notice: { ...problemNotice(done.error, 'compute'), options } });
      return;
    }
    const { judgement, plans } = done.value;
    const before = this.current.written;
    const withResults = this.engine.plannedStamp(plans) !== null;
    if (withResults) this.keepReportTotals(reportTotals);
    if (withResults)
      this.set({ written: judgement, changes: before && (await this.engine.compare(before, judgement)) });
    this.set({ notice: { kind: 'written', withResults, sheets: plans.map(({ name }) => name) } });
    if (this.door.kind === 'file') return this.check();
    // Every look into Excel costs round trips, and what was written is known.
    const known = await this.knownFrom(judgement);
    this.set({ ...known, cells: judgement.cells, busy: null, outdated: false });
    if (heard !== this.heard) this.workbookChanged();
  }

  /** Changes cells or names of sheets at the user's word; `notice` says what it was, null where the cell itself shows it. */
  async change(changes: readonly WorkbookChange[], notice: Notice | null): Promise<boolean> {
    const previous = await this.fix(changes, notice);
    if (!previous) return false;
    this.set({ undo: [...this.current.undo, previous], redo: [] });
    await this.check();
    return true;
  }

  /** Several changes of cells in one go, each an undo of its own; no cell stands in two of them. All or nothing. */
  async changeSteps(steps: readonly (readonly Fix[])[]): Promise<boolean> {
    const previous = await this.fix(steps.flat(), null);
    if (!previous) return false;
    const held = new Map(previous.filter(isFix).map((fix) => [placeText(fix.place), fix]));
    const undone = steps.map((step) => step.flatMap(({ place }) => held.get(placeText(place)) ?? []));
    this.set({ undo: [...this.current.undo, ...undone], redo: [] });
    await this.check();
    return true;
  }

  async undo(): Promise<void> {
    const last = this.current.undo.at(-1);
    const previous = last && (await this.fix(last, { kind: 'undone' }));
    if (!previous) return;
    this.set({ undo: this.current.undo.slice(0, -1), redo: [...this.current.redo, previous] });
    await this.check();
  }

  async redo(): Promise<void> {
    const last = this.current.redo.at(-1);
    const previous = last && (await this.fix(last, null));
    if (!previous) return;
    this.set({ redo: this.current.redo.slice(0, -1), undo: [...this.current.undo, previous] });
    await this.check();
  }

  /** Lays the sheets of a new workbook into the open one. */
  async create(plans: readonly SheetPlan[]): Promise<boolean> {
    this.set({ busy: { task: 'create', cancel: null } });
    const done = await this.door.write(plans);
    if (!done.ok) {
      this.set({ busy: null, notice: problemNotice(done.error, null) });
      return false;
    }
    await this.check();
    this.set({ notice: { kind: 'created' } });
    return true;
  }

  /** The door has waited long: from now on the waiting can be ended. */
  stalled(cancel: () => void): void {
    if (this.current.busy) this.set({ busy: { ...this.current.busy, cancel } });
  }

  async show(place: Place): Promise<void> {
    const done = await this.door.show(place);
    if (done.ok) this.set({ shown: place });
    else this.say(problemNotice(done.error, null));
  }

  chooseReportTotals(reportTotals: boolean): void {
    this.set({ reportTotals });
  }

  chooseRankingView(rankingView: RankingViewName): void {
    this.set({ rankingView });
  }

  private keepReportTotals(reportTotals: boolean): void {
    const word = reportTotals ? 'yes' : 'no';
    if (word !== (this.kept.read('reportTotals') ?? 'yes')) this.kept.write('reportTotals', word);
  }

  say(notice: Notice | null): void {
    this.set({ notice });
  }

  /** What the cells held before; null after a problem, which is then on the screen. */
  private async fix(
    changes: readonly WorkbookChange[],
    notice: Notice | null,
  ): Promise<readonly WorkbookChange[] | null> {
    this.set({ busy: { task: 'fix', cancel: null } });
    const done = await this.door.fix(changes);
    this.set(done.ok ? { notice } : { busy: null, notice: problemNotice(done.error, null) });
    return done.ok ? done.value : null;
  }

  private set(part: Partial<SessionState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }

  /** What follows from a judgement: whether the results in the workbook are of these inputs, and what changed since. */
  private async knownFrom(
    judgement: Judgement,
  ): Promise<Pick<SessionState, 'judgement' | 'results' | 'written' | 'changes'>> {
    const stamp = this.engine.resultsStamp(judgement.cells);
    const fresh = stamp?.fingerprint === judgement.fingerprint;
    const written = fresh ? judgement : this.current.written;
    const isBaseline = !fresh && written !== null && stamp?.fingerprint === written.fingerprint;
    const changes = isBaseline ? await this.engine.compare(written, judgement) : fresh ? this.current.changes : null;
    return {
      judgement,
      written,
      changes,
      results: stamp ? { kind: fresh ? 'fresh' : 'stale', stamp } : { kind: 'none' },
    };
  }

  private workbookChanged(): void {
    this.heard++;
    this.set({ outdated: true });
    clearTimeout(this.timer);
    const { busy } = this.current;
    if (this.lastTook > FAST_ENOUGH || (busy && busy.task !== 'check')) return;
    this.timer = setTimeout(() => {
      void this.check();
    }, SETTLE);
  }

  private dropCheck(turn: number): void {
    if (turn !== this.newest) return;
    this.newest++;
    this.engine.cancel();
    this.set({ busy: null, outdated: true });
  }
}

const placeText = ({ sheet, row, column }: Place): string => `${sheet}!${String(row)},${String(column)}`;

function problemNotice(problem: DoorProblem, retry: Task | null): Extract<Notice, { kind: 'problem' }> {
  return { kind: 'problem', problem, retry };
}
