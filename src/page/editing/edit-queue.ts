/**
 * The edits of the page on their way into the workbook. What is typed is seen at once and written in turn;
 * edits that come while one is written go together afterwards, each still an undo of its own. Edits of
 * locked cells wait for one answer for their sheet, and nothing that is typed meanwhile is lost.
 */
import type { Fix } from '../../rules';
import type { Session } from '../../pane/session';
import { isLocked, type EntryRules } from '../../sheets/entry-rules';

/** One undo. */
export type Step = readonly Fix[];

export interface QueueState {
  /** What is not in the workbook yet, by `placeKey`: shown in its place. */
  readonly pending: ReadonlyMap<string, Fix>;
  /** The sheet whose locked cells wait for an answer. */
  readonly asking: { readonly sheet: string; readonly cells: readonly Fix[] } | null;
}

export const placeKey = (sheet: string, row: number, column: number): string =>
  `${sheet}!${String(row)},${String(column)}`;
const keyOf = ({ place: { sheet, row, column } }: Fix): string => placeKey(sheet, row, column);

const NOTHING: QueueState = { pending: new Map(), asking: null };

export class EditQueue {
  private current: QueueState = NOTHING;
  private readonly listeners = new Set<() => void>();
  private readonly allowed = new Set<string>();
  private steps: Step[] = [];
  private waiting: Step[] = [];
  private written: readonly Step[] = [];
  private running: Promise<void> | null = null;

  /** `rulesOf`: null while they are not known; then the workbook itself answers. */
  constructor(
    private readonly session: Session,
    private readonly rulesOf: (sheet: string) => EntryRules | null,
  ) {}

  readonly state = (): QueueState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** All of it or nothing, as one undo. */
  add(step: Step): void {
    if (step.length === 0) return;
    if (step.some((fix) => this.needsAnswer(fix))) this.waiting.push(step);
    else this.steps.push(step);
    this.tell();
    this.run();
  }

  /** For the sheet that is asked about, from now on. A no drops what waited for it. */
  answer(yes: boolean): void {
    const sheet = this.current.asking?.sheet;
    if (sheet === undefined) return;
    const [now, later] = [
      this.waiting.filter((step) => this.lockedSheet(step) === sheet),
      this.waiting.filter((step) => this.lockedSheet(step) !== sheet),
    ];
    if (yes) this.allowed.add(sheet);
    this.waiting = later;
    if (yes)
      now.forEach((step) => {
        this.add(step);
      });
    this.tell();
  }

  /** Undo and redo come after what is on its way. */
  async after(action: () => Promise<void>): Promise<void> {
    await this.settled();
    await action();
  }

  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Whether a cell is locked and nobody has said yet that it may change. A password is for the workbook to refuse. */
  needsAnswer({ place: { sheet, row, column }, overLocked }: Fix): boolean {
    const rules = this.rulesOf(sheet);
    return (
      overLocked !== true &&
      rules !== null &&
      !rules.hasPassword &&
      !this.allowed.has(sheet) &&
      isLocked(rules, row, column)
    );
  }

  private run(): void {
    if (this.running || this.steps.length === 0) return;
    this.running = this.writeAll().finally(() => {
      this.running = null;
      this.written = [];
      this.tell();
    });
  }

  private async writeAll(): Promise<void> {
    while (this.steps.length > 0) {
      const batch = this.takeBatch();
      this.written = batch;
      if (await this.write(batch)) continue;
      // One of them was refused, and with it all: each for itself then.
      if (batch.length > 1) for (const step of batch) await this.write([step]);
    }
  }

  /** Steps from the front that touch no cell twice: so each has its own way back. */
  private takeBatch(): readonly Step[] {
    const cells = new Set<string>();
    const end = this.steps.findIndex((step, at) => {
      const touches = at > 0 && step.some((fix) => cells.has(keyOf(fix)));
      step.forEach((fix) => cells.add(keyOf(fix)));
      return touches;
    });
    return this.steps.splice(0, end < 0 ? this.steps.length : end);
  }

  private async write(batch: readonly Step[]): Promise<boolean> {
    const done = await this.session.changeSteps(
      batch.map((step) => step.map((fix) => (this.allowed.has(fix.place.sheet) ? { ...fix, overLocked: true } : fix))),
    );
    if (done) return true;
    const { notice } = this.session.state();
    const [step] = batch;
    if (
      batch.length === 1 &&
      step &&
      notice?.kind === 'problem' &&
      notice.problem.code === 'sheet-protected' &&
      notice.problem.detail !== 'password'
    ) {
      const sheet = notice.problem.sheet ?? step[0]?.place.sheet;
      if (sheet !== undefined && !this.allowed.has(sheet)) {
        this.session.say(null);
        this.found.add(sheet);
        this.waiting.push(step);
      }
    }
    return false;
  }

  /** Sheets of which the workbook has said that cells are locked. */
  private readonly found = new Set<string>();

  /** The sheet that a waiting step waits for. */
  lockedSheet(step: Step): string | undefined {
    return (step.find((fix) => this.needsAnswer(fix)) ?? step.find(({ place }) => this.found.has(place.sheet)))?.place
      .sheet;
  }

  private tell(): void {
    const pending = new Map<string, Fix>();
    for (const step of [...this.written, ...this.steps, ...this.waiting])
      for (const fix of step) pending.set(keyOf(fix), fix);
    const [first] = this.waiting;
    const sheet = first && this.lockedSheet(first);
    const cells =
      sheet === undefined ? [] : this.waiting.flatMap((step) => step.filter(({ place }) => place.sheet === sheet));
    this.current = { pending, asking: sheet === undefined ? null : { sheet, cells } };
    for (const listener of this.listeners) listener();
  }
}
