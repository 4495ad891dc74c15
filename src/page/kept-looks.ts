/** How the sheets of the opened workbook want to look: read when it is opened, and again when other sheets stand in it. */
import type { Session } from '../pane/session';
import type { WorkbookCells } from '../sheets/cells';
import type { SheetLooks } from '../sheets/looks';
import type { FileDoor } from '../xlsx';

export class KeptLooks {
  private looks: ReadonlyMap<string, SheetLooks> = new Map();
  /** The workbook as its looks are known, or asked for. */
  private asked = '';
  private readonly listeners = new Set<() => void>();
  private readonly stop: () => void;

  constructor(
    private readonly door: FileDoor,
    private readonly session: Session,
  ) {
    this.stop = session.subscribe(() => void this.read());
  }

  readonly state = (): ReadonlyMap<string, SheetLooks> => this.looks;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  close(): void {
    this.stop();
  }

  /** Resolves when the looks of what the session holds are known, or cannot be known; then the last ones stay. */
  async read(): Promise<void> {
    const { cells } = this.session.state();
    const now = cells === null ? '' : shapeOf(cells);
    if (now === this.asked) return this.asking;
    this.asked = now;
    this.asking = this.door.looks().then((read) => {
      if (!read.ok || this.asked !== now) return;
      this.looks = new Map(read.value.map((looks) => [looks.sheet, looks]));
      for (const listener of this.listeners) listener();
    });
    return this.asking;
  }
  private asking: Promise<void> = Promise.resolve();
}

/** What a typed value leaves as it is: the sheets, whose they are, how far they reach, what is merged. */
const shapeOf = ({ sheets }: WorkbookCells): string =>
  JSON.stringify(sheets.map(({ name, stamp, rows, merges }) => [name, stamp, rows.length, merges?.length]));
