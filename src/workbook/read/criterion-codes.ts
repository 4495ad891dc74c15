/** The codes of `Tiêu chí`: as they stand, by their place where printed ones repeat, made from the row above for a bullet. */
import { COUNTS_TOWARD, type SHEETS } from '../layout';
import type { Codes } from './codes';
import { codesByPlace, type PrintedPlace } from './codes-by-place';
import type { Reader } from './reader';
import type { TableRow } from './table-row';
import { fold, isBulletCode } from '../../base/folding';
import { wordFinder } from './words';

type Row = TableRow<keyof typeof SHEETS.criteria.columns>;

/** `printed`: what stands in the cell, where the code is the path to it. */
export interface CodedRow {
  readonly row: Row;
  readonly code: string;
  readonly printed?: string;
}

const countsOf = wordFinder(COUNTS_TOWARD);
/** Whether a row says itself that it counts as bonus or deduction. */
export function isApart(written: string): boolean {
  const counts = countsOf(written);
  return counts === 'bonus' || counts === 'deduction';
}

interface WrittenRow {
  readonly row: Row;
  readonly written: string;
  readonly sure: boolean;
}

/** The codes of the rows in order, by their place where the regulation numbers them so; a bullet gets its parent's code and its place. */
export function readCodes(reader: Reader, rows: readonly Row[], codes: Codes, brokenNames: string[]): CodedRow[] {
  const written = rows.map((row): WrittenRow => {
    const { code, sure } = reader.code(row, 'code', 'totals');
    return { row, written: code, sure };
  });
  const places = codesByPlace(
    written.map(({ row, written: code }) => ({ code, isApart: isApart(row.text('counts')) })),
  );
  const reading = new CodeReading(reader, codes, brokenNames);
  if (places === null) {
    const bullets = new BulletCodes();
    for (const each of written) reading.add(each, bullets.codeOf(each.written));
  } else
    written.forEach((each, index) => {
      reading.addPlaced(each, places[index] ?? null);
    });
  return reading.coded;
}

/** Takes up codes one after the other and says what is wrong with them. */
class CodeReading {
  readonly coded: CodedRow[] = [];
  private isPlaceSaid = false;

  constructor(
    private readonly reader: Reader,
    private readonly codes: Codes,
    private readonly brokenNames: string[],
  ) {}

  private lose(row: Row): void {
    this.brokenNames.push(fold(row.text('name')));
    this.codes.loseRow();
  }

  add({ row, written, sure }: WrittenRow, code: string | null): void {
    if (written === '') {
      if (!sure) this.lose(row);
    } else if (code === null) {
      this.reader.findings.say('code-missing', row.place('code'), { received: written }, 'totals');
      this.lose(row);
    } else if (this.take({ row, written, sure }, { row, code }) && code !== written) {
      this.reader.findings.say('code-generated', row.place('code'), {
        received: written,
        expected: code,
        criterion: code,
      });
    }
  }

  /** A row whose code is the path to its place; that this is so is told once. */
  addPlaced({ row, written, sure }: WrittenRow, place: PrintedPlace): void {
    if (written === '') {
      if (!sure) this.lose(row);
      return;
    }
    if (place === null || !('path' in place)) {
      this.lose(row);
      if (place !== null) this.sayNoPlace(row, written, place.paths);
      return;
    }
    const { path } = place;
    if (!this.take({ row, written, sure }, { row, code: path, printed: written })) return;
    this.codes.addPrinted(written, path);
    if (this.isPlaceSaid || path === written) return;
    this.isPlaceSaid = true;
    this.reader.findings.say('codes-by-place', row.place('code'), {
      received: written,
      expected: path,
      criterion: path,
    });
  }

  private sayNoPlace(row: Row, received: string, paths: readonly string[]): void {
    this.reader.findings.say(
      'code-unknown',
      row.place('code'),
      { received, ...(paths.length > 1 ? { params: { places: paths.join('; ') } } : {}) },
      'totals',
    );
  }

  /** False after saying that another row has the code. */
  private take({ row, sure, written }: WrittenRow, coded: CodedRow): boolean {
    if (this.codes.own(coded.code) !== null) {
      if (sure)
        this.reader.findings.say(
          'code-duplicate',
          row.place('code'),
          { received: written, criterion: coded.code },
          'totals',
        );
      this.lose(row);
      return false;
    }
    if (!sure) this.lose(row);
    this.codes.add(coded.code);
    this.coded.push(coded);
    return true;
  }
}

/** Gives rows whose code is only a dash the code of the row above and their place below it. */
export class BulletCodes {
  private parent: string | null = null;
  private place = 0;

  /** The code of a row, in the order of the sheet; null for a bullet without a row above. */
  codeOf(written: string): string | null {
    if (!isBulletCode(written)) {
      this.parent = written === '' ? this.parent : written;
      this.place = 0;
      return written;
    }
    this.place++;
    return this.parent === null ? null : `${this.parent}.${String(this.place)}`;
  }
}
