/** What every part of the reader shares: the workbook, its sheets, and the readings of single cells. */
import type { BlocKind, Fix, IssueCode, Numeral, Place } from '../../rules';
import { numberInText, staleValues } from '../../rules/model/cells';
import type { WorkbookCells } from '../../sheets/cells';
import { SHEETS, YES_NO, type SheetKey, type SheetLayout, type Words } from '../layout';
import { DatedCodes } from './dated-codes';
import { dayOfText, serialOfDay } from '../../base/days';
import { Findings, type Touches } from './findings';
import { codeOfNumber, isDateFormat } from '../../sheets/number-format';
import { accountOf, type TableAccount } from './account';
import { readRecords, type RecordRules, type Records } from './records';
import { findSheets, type FoundSheets } from './sheets';
import { openTable, type Table } from './table';
import type { TableRow } from './table-row';
import { codeText, nearest } from '../../base/folding';
import { choices, wordFinder } from './words';

type KeyOf<Sheet extends SheetKey> = (typeof SHEETS)[Sheet]['key'];
const LAYOUTS: { readonly [Sheet in SheetKey]: SheetLayout<KeyOf<Sheet>> } = SHEETS;

const DAY_FORMAT = 'dd/mm/yyyy';
/** Keeps a code the text that it is. */
const TEXT_FORMAT = '@';

/** What to say of a cell whose word or number is none of the allowed ones. */
export interface Fault {
  readonly code: IssueCode;
  readonly expected?: string;
  /** Every word that may stand there, where `expected` is the one that was probably meant. */
  readonly allowed?: string;
  readonly touches: Touches;
}

export class Reader {
  readonly findings = new Findings();
  readonly sheets: FoundSheets;
  readonly date1904: boolean;
  /** Bloc or cluster, once `Thông tin` is read: findings name rows and levels in its words. */
  kind: BlocKind | null = null;
  /** What was read of each table, and what was not. */
  readonly accounts: TableAccount[] = [];
  private readonly dated: DatedCodes;

  constructor(readonly workbook: WorkbookCells) {
    this.date1904 = workbook.date1904;
    this.dated = new DatedCodes(workbook.date1904);
    this.sheets = findSheets(workbook, this.findings);
  }

  /** The table of an input sheet, or null where the workbook has no such sheet. */
  table<Sheet extends SheetKey>(sheet: Sheet, touches: Touches): Table<KeyOf<Sheet>> | null {
    const cells = this.sheets.found.get(sheet);
    const layout = LAYOUTS[sheet];
    if (cells === undefined || (!layout.required && cells.rows.length === 0)) return null;
    return openTable(cells, layout, this.findings, touches);
  }

  /** The records of a table; whatever else stands there is known to be no input, or said. */
  records<Key extends string>(table: Table<Key>, rules: RecordRules): Records<Key> {
    const records = readRecords(table, this.findings, this.date1904, rules);
    this.accounts.push(accountOf(table, records, this.findings));
    return records;
  }

  say(fault: Fault, place: Place, received: string, suggestion: string | null = null): void {
    const params = {
      ...(suggestion === null ? {} : { suggestion }),
      ...(fault.allowed === undefined ? {} : { allowed: fault.allowed }),
    };
    this.findings.say(
      fault.code,
      place,
      {
        received,
        expected: fault.expected ?? suggestion,
        ...(Object.keys(params).length === 0 ? {} : { params }),
        ...(suggestion === null ? {} : { fix: { place, value: suggestion } }),
      },
      fault.touches,
    );
  }

  /**
   * The code in a cell, "" for a blank. A number is read through its number format; not sure where that
   * does not say what the code is (`code-is-number`), or where the cell is an error. `isKnown`: codes
   * with a record elsewhere, by which a day is read back as the code that was typed.
   */
  code<Key extends string>(
    row: TableRow<Key>,
    key: Key,
    touches: Touches,
    isKnown: (code: string) => boolean = () => false,
  ): { readonly code: string; readonly sure: boolean } {
    const cell = row.cell(key);
    const place = row.place(key);
    if (cell === undefined) return { code: '', sure: true };
    if (this.sayUnusable(row, key, touches)) return { code: '', sure: false };
    if (typeof cell.value !== 'number') {
      const code = codeText(row.text(key));
      if (code !== '' || row.isBlank(key)) return { code, sure: true };
      this.findings.say('code-missing', place, { received: row.text(key) }, touches);
      return { code, sure: false };
    }
    const stored = codeOfNumber(cell.value, cell.format);
    if (stored !== null) return { code: stored, sure: true };
    const shown = row.text(key);
    const typed = row.codeBehindDate(key, this.dated, isKnown);
    const code = typed ?? (isDateFormat(cell.format) ? null : shown);
    this.sayNumberCode(place, shown, typed, code, touches);
    return { code: code ?? shown, sure: false };
  }

  /** `typed`: the code that Excel turned into a day; `code`: what the cell should hold as a text. Null where nobody knows. */
  sayNumberCode(place: Place, shown: string, typed: string | null, code: string | null, touches: Touches): void {
    this.findings.say(
      'code-is-number',
      place,
      {
        received: shown,
        ...(typed === null ? {} : { expected: typed, params: { typed } }),
        ...(code === null ? {} : { fix: { place, value: code, format: TEXT_FORMAT } }),
      },
      touches,
    );
  }

  /** Says `cell-error` or `formula-not-calculated` of a cell that holds nothing to read. */
  sayUnusable<Key extends string>(row: TableRow<Key>, key: Key, touches: Touches): boolean {
    if (row.holdsText(key)) return false;
    const entry = row.entry(key);
    if (entry.kind === 'error') this.findings.say('cell-error', entry.place, { received: entry.error }, touches);
    else if (entry.kind === 'uncalculated')
      this.findings.say('formula-not-calculated', entry.place, staleValues(entry), touches);
    else return false;
    return true;
  }

  /** The text of a cell, null for a blank; an error cell is said and counts as blank. */
  text<Key extends string>(row: TableRow<Key>, key: Key): string | null {
    if (row.isBlank(key) || this.sayUnusable(row, key, null)) return null;
    return row.text(key);
  }

  /**
   * The number in a cell, null for a blank. `undefined` where something else stands there: said, with
   * a fix where a text means a number.
   */
  number<Key extends string>(
    row: TableRow<Key>,
    key: Key,
    fault: Fault,
    allowed: (value: Numeral) => boolean = () => true,
  ): Numeral | null | undefined {
    const entry = row.entry(key);
    switch (entry.kind) {
      case 'blank':
        return null;
      case 'absent':
        return entry.code === 'header-missing' ? null : undefined;
      case 'error':
      case 'uncalculated':
        this.sayUnusable(row, key, fault.touches);
        return undefined;
      case 'number':
        if (entry.percent === true || !allowed(entry.value)) break;
        if (entry.noisy !== undefined)
          this.findings.say('float-noise', entry.place, { received: entry.noisy, expected: entry.value });
        return entry.value;
      case 'text': {
        const meant = numberInText(entry.text);
        if (meant === null || !allowed(meant)) break;
        this.findings.say(
          'number-as-text',
          entry.place,
          { received: entry.text, expected: meant, fix: { place: entry.place, value: Number(meant) } },
          fault.touches,
        );
        return undefined;
      }
      default:
        break;
    }
    this.say(fault, entry.place, row.text(key));
    return undefined;
  }

  /** The meaning of a cell's word, null for a blank; `undefined` for a word that is none of them. */
  word<Key extends string, Meaning extends string>(
    row: TableRow<Key>,
    key: Key,
    words: Words<Meaning>,
    fault: Fault,
  ): Meaning | null | undefined {
    if (row.isBlank(key)) return null;
    if (this.sayUnusable(row, key, fault.touches)) return undefined;
    const text = row.text(key);
    const meaning = wordFinder(words)(text);
    if (meaning !== null) return meaning;
    this.say(
      { expected: choices(words), ...fault },
      row.place(key),
      text,
      nearest(text, Object.values<readonly string[]>(words).flat()),
    );
    return undefined;
  }

  yesNo<Key extends string>(row: TableRow<Key>, key: Key, fault: Fault): boolean | null | undefined {
    const meaning = this.word(row, key, YES_NO, fault);
    return typeof meaning === 'string' ? meaning === 'yes' : meaning;
  }

  /** A cell's change to the day it means. */
  dayFix(place: Place, day: string): Fix {
    return { place, value: serialOfDay(day, this.date1904), format: DAY_FORMAT };
  }

  /** The day in a cell, null for a blank. A day typed as text is read, and said with a fix. */
  day<Key extends string>(row: TableRow<Key>, key: Key): string | null {
    const entry = row.entry(key);
    if (entry.kind === 'date') return entry.day;
    const text = this.text(row, key);
    const day = text === null ? null : dayOfText(text);
    if (day === null) return text;
    this.findings.say('date-as-text', entry.place, {
      received: text,
      expected: day,
      fix: this.dayFix(entry.place, day),
    });
    return day;
  }
}
