/** What lies on disk of one open workbook, as far as the page knows: at this very moment, not at the last picture. */
import type { ChosenFile } from './files';

export class OnDisk {
  private stored: Uint8Array | null;
  private known: number | null;
  private turn: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor({ isNew, draft, bytes, modified }: ChosenFile) {
    this.stored = isNew === true || draft ? null : bytes;
    this.known = modified;
  }

  /** Null: it is nowhere yet. */
  readonly bytes = (): Uint8Array | null => this.stored;

  /** The time of the file, milliseconds since 1970; null while the page itself is writing it. */
  readonly time = (): number | null => this.known;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Saves are made one after the other: what was typed during one is saved by the next press. `work` never throws. */
  inTurn(work: () => Promise<void>): void {
    this.turn = this.turn.then(work);
  }

  /** `save` writes `bytes` and gives the new time; what it throws is thrown on, and nothing counts as saved. */
  async write(bytes: Uint8Array, save: () => Promise<number>): Promise<void> {
    const before = this.known;
    this.known = null;
    try {
      this.known = await save();
    } catch (error) {
      this.known = before;
      throw error;
    }
    this.holds(bytes);
  }

  /** These bytes are known to be safe. */
  holds(bytes: Uint8Array): void {
    this.stored = bytes;
    for (const listener of this.listeners) listener();
  }
}
