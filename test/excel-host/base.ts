/** What all objects of the stand-in share. */
import type { Area, BookModel, SheetModel } from './model';
import type { Shift } from './references';

/**
 * An error as Excel reports it: the code is stable (learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling),
 * the message is translated and tells nothing to a program. Which of the codes answers which mistake is
 * unverified unless a line says otherwise.
 */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message = 'Không thực hiện được yêu cầu này.',
  ) {
    super(message);
  }
}

export interface World {
  readonly book: BookModel;
  /** The result of a formula; 0 unless a test says otherwise. */
  readonly calculate: (sheet: SheetModel, formula: string, row: number, column: number) => string | number | boolean;
  /** Called for every cell that changes, by whom. */
  readonly changed: (sheet: SheetModel, area: Area) => void;
  /** Called when lines came or went: ranges that are kept go along. */
  readonly linesMoved: (sheet: SheetModel, shift: Shift) => void;
  readonly notes: string[];
  /** Ranges of more cells answer null for their values (github.com/OfficeDev/office-js-docs-pr/pull/5821: Excel may do so instead of an error). */
  readonly mostCells: number;
}

export abstract class HostObject {
  abstract readonly className: string;
  constructor(readonly world: World) {}
}

/** A class whose properties only keep what they are given; its parts are made on demand. */
export class Bag extends HostObject {
  constructor(
    world: World,
    readonly className: string,
    readonly bag: Map<string, unknown>,
    private readonly prefix: string,
    readonly parts: Readonly<Record<string, () => HostObject>> = {},
  ) {
    super(world);
  }
  keep(name: string, value: unknown): void {
    this.bag.set(`${this.prefix}${name}`, value);
  }
  kept(name: string): unknown {
    return this.bag.get(`${this.prefix}${name}`) ?? null;
  }
}

export abstract class Collection extends HostObject {
  abstract list(): HostObject[];
  getCount(): number {
    return this.list().length;
  }
}
