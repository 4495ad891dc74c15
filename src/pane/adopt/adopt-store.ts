/** What is known of the old score table in the open workbook: it stays while another tab is looked at. */
import {
  meantTable,
  openQuestions,
  wrongAnswers,
  type OldTables,
  type Proposal,
  type Question,
} from '../../workbook/adopt';
import type { WorkbookCells } from '../../sheets/cells';
import type { Session } from '../session';
import { askAdopting } from './adopt-client';
import type { Found, Made, NamedBytes } from './adopt-worker';
import { startAdopt } from './start-adopt';

export interface AdoptState {
  /** `none`: the workbook holds no score table. */
  readonly stage: 'looking' | 'found' | 'none' | 'failed';
  readonly old: OldTables | null;
  readonly begun: boolean;
  readonly answers: ReadonlyMap<string, string>;
  /** The book of these answers; null until it is made. */
  readonly made: Made | null;
  readonly isMaking: boolean;
  readonly more: readonly NamedBytes[];
  readonly unreadable: Found['unreadable'];
}

const START: AdoptState = {
  stage: 'looking',
  old: null,
  begun: false,
  answers: new Map(),
  made: null,
  isMaking: false,
  more: [],
  unreadable: [],
};

/** The table that is meant, once that is clear. */
export const proposalOf = ({ old, answers }: AdoptState): Proposal | null => old && meantTable(old, answers);

/** All that is asked, the table first. */
export const questionsOf = (state: AdoptState): readonly Question[] => [
  ...(state.old?.question ? [state.old.question] : []),
  ...(proposalOf(state)?.questions ?? []),
];

export class AdoptStore {
  private current = START;
  private cells: WorkbookCells | null = null;
  private name = '';
  private beside: readonly string[] = [];
  /** Counts what was asked, so that an answer that came too late is dropped. */
  private turn = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly start = startAdopt) {}

  readonly state = (): AdoptState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Looks for tables in the workbook as it is now; what was answered stays. `isLaidInto`: the book will stand in the same workbook. */
  async look(cells: WorkbookCells, name: string, isLaidInto: boolean): Promise<void> {
    if (cells === this.cells) return;
    this.cells = cells;
    this.name = name;
    this.beside = isLaidInto ? cells.sheets.map((sheet) => sheet.name) : [];
    await this.find();
  }

  begin(begun = true): void {
    this.set({ begun });
    if (begun) void this.make();
  }

  answer(key: string, answer: string): void {
    const answers = new Map(this.current.answers);
    if (answer.trim() === '') answers.delete(key);
    else answers.set(key, answer);
    this.set({ answers, made: null });
    void this.make();
  }

  /** One file for each unit: all of them are one table. */
  async add(files: readonly NamedBytes[]): Promise<void> {
    const added = new Set(files.map(({ name }) => name));
    this.set({ more: [...this.current.more.filter(({ name }) => !added.has(name)), ...files] });
    await this.find();
  }

  private async find(): Promise<void> {
    const { cells, name } = this;
    if (cells === null) return;
    const turn = ++this.turn;
    const answer = await askAdopting({ kind: 'find', cells, name, more: this.current.more }, this.start);
    if (turn !== this.turn) return;
    if (answer?.kind !== 'found') return this.set({ stage: 'failed', old: null, made: null });
    const { old, unreadable } = answer;
    this.set({ stage: old.tables.length > 0 ? 'found' : 'none', old, unreadable, made: null, isMaking: false });
    await this.make();
  }

  /** Makes the book as soon as all is answered, and again after every answer. */
  private async make(): Promise<void> {
    const { current } = this;
    const proposal = proposalOf(current);
    const questions = questionsOf(current);
    const { answers } = current;
    if (
      !current.begun ||
      proposal === null ||
      openQuestions(questions, answers).length > 0 ||
      wrongAnswers(questions, answers).length > 0
    )
      return;
    const turn = ++this.turn;
    this.set({ isMaking: true });
    const { beside } = this;
    const answer = await askAdopting({ kind: 'make', proposal, answers: [...answers], beside }, this.start);
    if (turn !== this.turn) return;
    this.set({ isMaking: false, ...(answer?.kind === 'made' ? { made: answer } : { stage: 'failed' }) });
  }

  private set(part: Partial<AdoptState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }
}

const stores = new WeakMap<Session, AdoptStore>();

/** The one of this workbook. */
export function storeOf(session: Session): AdoptStore {
  const store = stores.get(session) ?? new AdoptStore();
  stores.set(session, store);
  return store;
}
