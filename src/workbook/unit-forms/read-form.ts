/**
 * Reads a form that came back. Nothing in it passes in silence: each cell with contents is an answer, stands there as
 * it was sent out, or is said.
 */
import {
  compareNumerals,
  issue,
  type Book,
  type CriterionCode,
  type Entry,
  type Level,
  type Place,
  type Unit,
  type UnitId,
} from '../../rules';
import { readNumber } from '../../rules/cells';
import { scoreLeaf } from '../../rules/leaf';
import { InputReader } from '../../rules/data-input';
import { buildTree, type TreeNode } from '../../rules/tree';
import type { Cell, SheetCells, WorkbookCells } from '../cells';
import { Recalculation } from '../formula/recalculate';
import { levelHeader, NOT_APPLICABLE, TOTAL_ROW, YES_NO } from '../layout';
import { entryOf, isBlankCell, shownText } from '../read/cell';
import { codeIn } from '../read/codes';
import { seenOtherwise, type Eye } from '../read/seen';
import { eyeOf } from '../read/shown-differs';
import { codeText, fold } from '../read/text';
import { asks, formColumns, type DataField, type FormColumn, type FormField } from './form-columns';
import type { FormFault, FormNote, FormProblem } from './form-problem';
import { HEAD_LABELS, REMARKS, SIGNATURES, TITLES } from './form-sheet';
import {
  formStampText,
  headDigest,
  headOf,
  isOfBloc,
  isOfYear,
  parseFormStamp,
  rulesDigest,
  type FormHead,
  type FormKind,
  type FormStamp,
} from './form-stamp';
import { inKind } from '../../text';

/** One answer. `cell`: as it is to stand in the book; absent: the form leaves it blank. */
export interface FormAnswer {
  readonly unit: UnitId;
  readonly criterion: CriterionCode;
  readonly field: FormField;
  readonly place: Place;
  /** As read; a number written as a text is the number it means. */
  readonly entry: Entry;
  readonly cell: Cell | undefined;
}

export interface FormReading {
  /** Who filled it in; null where that cannot be known. */
  readonly unit: UnitId | null;
  readonly answers: readonly FormAnswer[];
  readonly problems: readonly FormProblem[];
}

export interface FormExpected {
  readonly kind: FormKind;
  /** Of own forms. */
  readonly level: Level | null;
}

export function readForm(book: Book, cells: WorkbookCells, expected: FormExpected): FormReading {
  const found = cells.sheets.flatMap((sheet) => {
    const stamps = stampsOf(sheet);
    return stamps.length === 0 ? [] : [{ sheet, stamps }];
  });
  const [form, second] = found;
  const only = (code: FormFault, place: Place | null, received?: string): FormReading => ({
    unit: null,
    answers: [],
    problems: [{ kind: 'fault', code, place, ...(received === undefined ? {} : { received }) }],
  });
  if (form === undefined) return only('no-form', null);
  const place = { sheet: form.sheet.name, row: 0, column: 0 };
  if (second !== undefined) return only('two-forms', { ...place, sheet: second.sheet.name });
  const [stamp, other] = form.stamps;
  if (stamp === undefined || stamp === 'newer' || other === 'newer') return only('newer-form', place);
  const reader = new FormReader(book, cells, form.sheet, stamp, expected);
  if (other !== undefined && formStampText(other) !== formStampText(stamp)) reader.fault('stamp-changed', place);
  return reader.read();
}

/** The stamps of a sheet: of its hidden name, and the one that is printed. */
function stampsOf(sheet: SheetCells): (FormStamp | 'newer')[] {
  const printed = sheet.rows.flatMap((row) =>
    (row ?? []).flatMap((cell) => {
      const stamp = typeof cell?.value === 'string' ? parseFormStamp(cell.value) : null;
      return stamp === null ? [] : [stamp];
    }),
  );
  const hidden = parseFormStamp(sheet.stamp);
  return [...(hidden === null ? [] : [hidden]), ...printed];
}

class FormReader {
  private readonly problems: FormProblem[] = [];
  private readonly answers: FormAnswer[] = [];
  /** Columns that nobody asked for: said once. */
  private readonly saidColumns = new Set<number>();
  private readonly unit: Unit | undefined;
  private readonly eye: Eye;
  private recalculation: Recalculation | null = null;

  constructor(
    private readonly book: Book,
    private readonly workbook: WorkbookCells,
    private readonly sheet: SheetCells,
    private readonly stamp: FormStamp,
    private readonly expected: FormExpected,
  ) {
    this.eye = eyeOf(book, workbook.date1904);
    this.unit = book.units.find(({ id }) => id === stamp.unit);
  }

  fault(
    code: FormFault,
    place: Place | null,
    more: Partial<Record<'received' | 'expected' | 'what', string>> = {},
  ): void {
    this.problems.push({ kind: 'fault', code, place, ...more });
  }

  private note(
    code: FormNote,
    place: Place,
    more: Partial<Record<'received' | 'expected' | 'what', string>> = {},
  ): void {
    this.problems.push({ kind: 'note', code, place, ...more });
  }

  read(): FormReading {
    const head = this.readHead();
    // A form that is not for this bloc, year, unit or purpose has nothing more to say.
    if (head !== null && this.isForUs(head)) this.readTable(head);
    this.sayOtherSheets();
    return { unit: this.unit?.id ?? null, answers: this.answers, problems: this.problems };
  }

  private place(row: number, column: number): Place {
    return { sheet: this.sheet.name, row, column };
  }

  private text(row: number, column: number): string {
    return shownText(this.sheet.rows[row]?.[column], this.workbook.date1904);
  }

  /** The head's values with their cells; the header row ends it. */
  private readHead(): Head | null {
    const headerRow = this.headerRow();
    if (headerRow === null) {
      this.fault('column-missing', this.place(0, 0), { expected: HEADERS_OF_ANY.join(', ') });
      return null;
    }
    const values: Partial<Record<keyof FormHead, { text: string; place: Place }>> = {};
    const known = new Set<number>();
    for (let row = 0; row < headerRow; row++) {
      const filled = this.filledIn(row);
      const key = HEAD_KEYS.find((each) => filled.some((column) => isLabel(this.text(row, column), HEAD_LABELS[each])));
      if (key === undefined || values[key] !== undefined) continue;
      known.add(row);
      const label = filled.findIndex((column) => isLabel(this.text(row, column), HEAD_LABELS[key]));
      const at = filled[label + 1] ?? (filled[label] ?? 0) + 1;
      values[key] = { text: this.text(row, at), place: this.place(row, at) };
      for (const column of filled.slice(label + 2)) this.sayUnread(row, column);
    }
    const ours = new Set([TITLES, REMARKS].map((texts) => fold(texts[this.stamp.kind])));
    for (let row = 0; row < headerRow; row++)
      if (!known.has(row))
        for (const column of this.filledIn(row))
          if (!ours.has(fold(this.text(row, column)))) this.sayUnread(row, column);
    return { headerRow, values };
  }

  private filledIn(row: number): number[] {
    return [...(this.sheet.rows[row] ?? []).keys()].filter((column) => !isBlankCell(this.sheet.rows[row]?.[column]));
  }

  private headerRow(): number | null {
    const wanted = HEADERS_OF_ANY.map(fold);
    const row = this.sheet.rows.findIndex((cells, at) => {
      const texts = new Set((cells ?? []).map((_, column) => fold(this.text(at, column))));
      return wanted.every((header) => texts.has(header));
    });
    return row < 0 ? null : row;
  }

  private isForUs({ values }: Head): boolean {
    const { book, stamp, expected } = this;
    const cellOf = (key: keyof FormHead) => values[key] ?? { text: '', place: this.place(0, 0) };
    const stopped = this.problems.length;
    if (!isOfBloc(stamp, book))
      this.fault('other-bloc', cellOf('bloc').place, { received: cellOf('bloc').text, expected: book.info.name });
    if (!isOfYear(stamp, book))
      this.fault('other-year', cellOf('year').place, { received: stamp.year, expected: book.info.year });
    if (this.problems.length > stopped) return false;
    if (this.unit === undefined) {
      this.fault('other-unit', cellOf('unit').place, { received: `${cellOf('unit').text} (${stamp.unit})` });
      return false;
    }
    if (stamp.kind !== expected.kind) {
      this.fault('other-kind', this.place(0, 0), { what: stamp.kind });
      return false;
    }
    if (stamp.level !== expected.level) {
      this.fault('other-level', this.place(0, 0), {
        received: stamp.level === null ? '' : levelHeader(stamp.level, book.info.kind),
        expected: expected.level === null ? '' : levelHeader(expected.level, book.info.kind),
      });
      return false;
    }
    return this.checkHead(values, headOf(book, this.unit));
  }

  /** The head as it was sent out; a unit that the book has renamed since is only told. */
  private checkHead(values: Head['values'], now: FormHead): boolean {
    const written: FormHead = {
      bloc: values.bloc?.text ?? '',
      year: values.year?.text ?? '',
      unit: values.unit?.text ?? '',
      code: values.code?.text ?? '',
    };
    if (headDigest(written) === this.stamp.head) {
      if (fold(written.unit) !== fold(now.unit))
        this.note('unit-renamed', values.unit?.place ?? this.place(0, 0), {
          received: written.unit,
          expected: now.unit,
        });
      return true;
    }
    const changed = HEAD_KEYS.filter((key) => fold(written[key]) !== fold(now[key]));
    for (const key of changed.length === 0 ? (['unit'] as const) : changed)
      this.fault('head-changed', values[key]?.place ?? this.place(0, 0), {
        received: written[key],
        expected: now[key],
        what: HEAD_LABELS[key],
      });
    return false;
  }

  private readTable({ headerRow }: Head): void {
    const { book, stamp } = this;
    const columns = formColumns(book, stamp.kind, stamp.unit, stamp.level);
    const at = this.placeColumns(headerRow, columns);
    if (at === null) return;
    const faults = this.problems.length;
    const below = stamp.kind === 'peer' ? headerRow + 1 : headerRow;
    if (below > headerRow) this.checkNames(below, at);
    this.readRows(below + 1, columns, at);
    if (this.problems.length === faults && rulesDigest(book) !== stamp.rules)
      this.fault('other-rules', this.place(headerRow, 0));
    this.sayHidden(headerRow, at);
  }

  /** Which column of the sheet is which of the form's; null where one that is needed is not there. */
  private placeColumns(headerRow: number, columns: readonly FormColumn[]): Map<FormColumn, number> | null {
    const at = new Map<FormColumn, number>();
    let whole = true;
    const known = new Map(columns.map((column) => [fold(column.header), column]));
    for (const column of this.filledIn(headerRow)) {
      const form = known.get(fold(this.text(headerRow, column)));
      if (form === undefined) {
        this.saidColumns.add(column);
        if (this.isOwnColumn(headerRow, column)) this.fault('own-points', this.place(headerRow, column));
        else this.sayUnread(headerRow, column);
      } else if (at.has(form)) {
        this.fault('column-twice', this.place(headerRow, column), { received: form.header });
        whole = false;
      } else at.set(form, column);
    }
    for (const column of columns)
      if (!at.has(column) && column.role !== 'basis') {
        this.fault('column-missing', this.place(headerRow, 0), { expected: column.header });
        whole = false;
      }
    return whole ? at : null;
  }

  /** The units' names below their codes: the code counts, another name is told. */
  private checkNames(row: number, at: ReadonlyMap<FormColumn, number>): void {
    for (const [column, index] of at) {
      if (column.role !== 'score') continue;
      const name = this.text(row, index);
      if (fold(name) !== fold(column.below ?? ''))
        this.note('unit-renamed', this.place(row, index), { received: name, expected: column.below ?? '' });
    }
    const scores = new Set([...at].flatMap(([column, index]) => (column.role === 'score' ? [index] : [])));
    for (const column of this.filledIn(row)) if (!scores.has(column)) this.sayUnread(row, column);
  }

  /** A scorer added a column for the own points. */
  private isOwnColumn(headerRow: number, column: number): boolean {
    const header = fold(this.text(headerRow, column));
    return (
      this.stamp.kind === 'peer' &&
      this.unit !== undefined &&
      [fold(this.unit.id), fold(this.unit.name)].includes(header)
    );
  }

  private readRows(first: number, columns: readonly FormColumn[], at: ReadonlyMap<FormColumn, number>): void {
    const tree = buildTree(this.book.criteria);
    const codes = new Map([...tree.byCode].map(([code, node]) => [fold(codeText(code)), node]));
    const columnOf = (role: FormColumn['role']): number =>
      at.get(columns.find((column) => column.role === role) ?? NO_COLUMN) ?? -1;
    const codeColumn = columnOf('code');
    const rowOf = new Map<TreeNode, number>();
    let lastCriterion = first - 1;
    for (let row = first; row < this.sheet.rows.length; row++) {
      const cells = this.sheet.rows[row];
      const cell = cells?.[codeColumn];
      const written = cell === undefined || isBlankCell(cell) ? '' : (codeIn(cell, this.text(row, codeColumn)) ?? '');
      const node = written === '' ? undefined : codes.get(fold(codeText(written)));
      if (node === undefined) continue;
      if (rowOf.has(node))
        this.fault('row-twice', this.place(row, codeColumn), { received: written, what: node.criterion.name });
      else rowOf.set(node, row);
      lastCriterion = row;
    }
    const taken = new Map([...rowOf].map(([node, row]) => [row, node]));
    for (let row = first; row < this.sheet.rows.length; row++) {
      const node = taken.get(row);
      if (node !== undefined) this.readCriterion(node, row, columns, at);
      else this.sayRow(row, lastCriterion, columns, at);
    }
    for (const [code, node] of tree.byCode)
      if (!rowOf.has(node))
        this.fault('row-missing', this.place(first - 1, codeColumn), { expected: code, what: node.criterion.name });
  }

  private readCriterion(
    node: TreeNode,
    row: number,
    columns: readonly FormColumn[],
    at: ReadonlyMap<FormColumn, number>,
  ): void {
    const { criterion } = node;
    const known = new Set(at.values());
    for (const column of columns) {
      const index = at.get(column);
      if (index === undefined) continue;
      const place = this.place(row, index);
      const cell = this.sheet.rows[row]?.[index];
      switch (column.role) {
        case 'code':
          break;
        case 'name':
          if (fold(this.text(row, index)) !== fold(criterion.name))
            this.fault('text-changed', place, {
              received: this.text(row, index),
              expected: criterion.name,
              what: criterion.code,
            });
          break;
        case 'max':
          this.checkMax(node, place, cell);
          break;
        case 'basis':
          if (fold(this.text(row, index)) !== fold(criterion.basis ?? '')) this.sayUnread(row, index);
          break;
        case 'score':
          if (node.isLeaf) this.readScore(node, column.unit, place, cell);
          else if (!isBlankCell(cell) && cell?.formula === undefined)
            this.note('sum-typed', place, { received: this.text(row, index), what: criterion.name });
          break;
        case 'evidence':
        case 'remark':
          if (node.isLeaf) this.readText(node, column.role, place, cell);
          else if (!isBlankCell(cell))
            this.note('not-asked', place, { received: this.text(row, index), what: criterion.name });
          break;
        default:
          if (asks(node, column.role)) this.readData(node, column.role, place, cell);
          else if (!isBlankCell(cell))
            this.note('not-asked', place, { received: this.text(row, index), what: criterion.name });
      }
    }
    for (const column of this.filledIn(row))
      if (!known.has(column) && !this.saidColumns.has(column)) {
        this.saidColumns.add(column);
        this.sayUnread(row, column);
      }
  }

  private checkMax({ criterion }: TreeNode, place: Place, cell: Cell | undefined): void {
    const entry = entryOf(cell, place, this.workbook.date1904, false);
    const isSame =
      entry.kind === 'blank'
        ? criterion.max === null
        : entry.kind === 'number' && criterion.max !== null && compareNumerals(entry.value, criterion.max) === 0;
    if (!isSame)
      this.fault('max-changed', place, {
        received: shownText(cell, this.workbook.date1904),
        expected: criterion.max ?? '',
        what: criterion.name,
      });
  }

  private readScore(node: TreeNode, unit: UnitId, place: Place, cell: Cell | undefined): void {
    const { code: criterion } = node.criterion;
    const entry = this.entry(node, this.trusted(node, place, cell), place, true);
    const about = { unit, criterion };
    scoreLeaf(node, entry, null, {
      settings: this.book.settings,
      ranking: false,
      say: (_, where, code, details) => {
        const found = issue(code, where.place, { ...about, ...details });
        // A share of 1 is 100 %, or one point: only its unit knows.
        const isFaulty = found.severity === 'error' || code === 'percent-scale';
        this.problems.push({ kind: 'cell', isFault: isFaulty, issue: found });
      },
    });
    this.sayFormula(node, place, cell, entry);
    this.answers.push({ unit, criterion, field: 'score', place, entry, cell: cellFor(entry, cell) });
  }

  /**
   * A formula whose stored value is not what it gives counts as not calculated, one that changes by itself is a fault;
   * what shows something else than it holds is said.
   */
  private trusted({ criterion }: TreeNode, place: Place, cell: Cell | undefined): Cell | undefined {
    if (cell === undefined) return cell;
    const seen = seenOtherwise(cell, this.eye);
    if (seen !== null)
      this.note('shown-otherwise', place, {
        received: seen,
        expected: shownText(cell, this.workbook.date1904),
        what: criterion.name,
      });
    if (cell.formula === undefined) return cell;
    this.recalculation ??= new Recalculation(this.workbook);
    const today = this.recalculation.at(this.workbook.sheets.indexOf(this.sheet), place.row, place.column);
    if (today?.unsteady != null)
      this.problems.push({
        kind: 'cell',
        isFault: true,
        issue: issue('formula-unsteady', place, { received: today.unsteady.name, criterion: criterion.code }),
      });
    return today?.isStale === true ? { ...cell, stale: true } : cell;
  }

  /** A number that was written as a text and can mean one thing only is that number, and said. */
  private entry(node: TreeNode, cell: Cell | undefined, place: Place, words: boolean): Entry {
    const entry = entryOf(cell, place, this.workbook.date1904, words);
    if (entry.kind !== 'text') return entry;
    const reading = readNumber(entry);
    if (reading.kind === 'blank') return { kind: 'blank', place };
    if (reading.kind !== 'fault' || reading.code !== 'number-as-text' || reading.details.expected == null) return entry;
    this.note('number-in-text', place, {
      received: entry.text,
      expected: reading.details.expected,
      what: node.criterion.name,
    });
    return { kind: 'number', value: reading.details.expected, place };
  }

  private sayFormula({ criterion }: TreeNode, place: Place, cell: Cell | undefined, entry: Entry): void {
    if (cell?.formula !== undefined && entry.kind !== 'uncalculated' && entry.kind !== 'error')
      this.note('formula', place, { received: shownText(cell, this.workbook.date1904), what: criterion.name });
  }

  private readData(node: TreeNode, field: DataField, place: Place, cell: Cell | undefined): void {
    const { code: criterion } = node.criterion;
    const { unit } = this.stamp;
    const entry = this.entry(node, this.trusted(node, place, cell), place, false);
    if (entry.kind !== 'blank') {
      const input = new InputReader();
      input[field](entry);
      for (const { code, place: where, details } of input.faults)
        this.problems.push({ kind: 'cell', isFault: true, issue: issue(code, where, { unit, criterion, ...details }) });
    }
    this.sayFormula(node, place, cell, entry);
    const kept = cellFor(entry, cell);
    const isPercent = entry.kind === 'number' && entry.percent === true;
    this.answers.push({
      unit,
      criterion,
      field,
      place,
      entry,
      cell: kept === undefined || !isPercent ? kept : { ...kept, format: cell?.format ?? '0%' },
    });
  }

  private readText(node: TreeNode, field: 'evidence' | 'remark', place: Place, cell: Cell | undefined): void {
    const text = shownText(cell, this.workbook.date1904);
    const { code: criterion } = node.criterion;
    if (typeof cell?.value === 'object' && cell.value !== null)
      this.problems.push({
        kind: 'cell',
        isFault: true,
        issue: issue('cell-error', place, { received: text, unit: this.stamp.unit, criterion }),
      });
    this.answers.push({
      unit: this.stamp.unit,
      criterion,
      field,
      place,
      entry: text === '' ? { kind: 'blank', place } : { kind: 'text', text, place },
      cell: text === '' ? undefined : { value: text },
    });
  }

  /** A row without a criterion of ours: total, signatures and stamp are known, answers in any other are a fault. */
  private sayRow(
    row: number,
    lastCriterion: number,
    columns: readonly FormColumn[],
    at: ReadonlyMap<FormColumn, number>,
  ): void {
    const filled = this.filledIn(row);
    if (filled.length === 0) return;
    const texts = filled.map((column) => this.text(row, column));
    if (texts.some((text) => fold(text) === fold(TOTAL_ROW.text))) {
      for (const column of filled)
        if (
          this.sheet.rows[row]?.[column]?.formula === undefined &&
          fold(this.text(row, column)) !== fold(TOTAL_ROW.text)
        )
          this.note('sum-typed', this.place(row, column), { received: this.text(row, column), what: TOTAL_ROW.text });
      return;
    }
    if (texts.some((text) => parseFormStamp(text) !== null)) {
      for (const column of filled) if (parseFormStamp(this.text(row, column)) === null) this.sayUnread(row, column);
      return;
    }
    // A label and whose name stands beside it.
    if (row > lastCriterion && SIGNATURES.some((label) => fold(texts[0] ?? '') === fold(label))) {
      for (const column of filled.slice(2)) this.sayUnread(row, column);
      return;
    }
    const code = this.text(row, at.get(columns.find(({ role }) => role === 'code') ?? NO_COLUMN) ?? -1);
    const points = filled.find((column) =>
      columns.some(
        (form) =>
          at.get(form) === column &&
          form.role !== 'code' &&
          form.role !== 'name' &&
          form.role !== 'basis' &&
          (typeof this.sheet.rows[row]?.[column]?.value === 'number' || row <= lastCriterion),
      ),
    );
    if (points !== undefined || (code !== '' && row <= lastCriterion))
      this.fault('row-added', this.place(row, points ?? filled[0] ?? 0), { received: texts.join(' · ') });
    else for (const column of filled) this.sayUnread(row, column);
  }

  private sayUnread(row: number, column: number): void {
    this.note('unread', this.place(row, column), { received: this.text(row, column) });
  }

  /** Hidden lines that hold answers: they count, and whoever collects is told. */
  private sayHidden(headerRow: number, at: ReadonlyMap<FormColumn, number>): void {
    if (this.sheet.state !== 'visible') this.note('hidden', this.place(0, 0), { received: this.sheet.name });
    for (const row of this.sheet.hiddenRows)
      if (row >= headerRow && this.filledIn(row).length > 0)
        this.note('hidden', this.place(row, this.filledIn(row)[0] ?? 0), { received: String(row + 1) });
    for (const [column, index] of at)
      if (this.sheet.hiddenColumns.has(index))
        this.note('hidden', this.place(headerRow, index), { received: column.header });
  }

  private sayOtherSheets(): void {
    if (this.workbook.comments === true) this.note('comments', this.place(0, 0));
    for (const sheet of this.workbook.sheets)
      if (
        sheet !== this.sheet &&
        (sheet.cellless === true || sheet.rows.some((row) => row?.some((cell) => !isBlankCell(cell)) === true))
      )
        this.note('sheet-unread', { sheet: sheet.name, row: 0, column: 0 }, { received: sheet.name });
  }
}

interface Head {
  readonly headerRow: number;
  readonly values: Readonly<Partial<Record<keyof FormHead, { readonly text: string; readonly place: Place }>>>;
}

const HEAD_KEYS = ['bloc', 'year', 'unit', 'code'] as const;
/** Every form has these. */
const HEADERS_OF_ANY = ['Mã', 'Tiêu chí', 'Điểm tối đa'] as const;
const NO_COLUMN: FormColumn = { role: 'code', header: '', width: 0 };

/** A label in the word of either kind of bloc. */
const isLabel = (text: string, label: string): boolean =>
  [label, inKind(label, 'cluster')].some((one) => fold(text) === fold(one));

/** What the book's cell is to hold. */
function cellFor(entry: Entry, cell: Cell | undefined): Cell | undefined {
  switch (entry.kind) {
    case 'number':
      // As it is stored: a quotient keeps its digits.
      return { value: typeof cell?.value === 'number' ? cell.value : Number(entry.value) };
    case 'na':
      return { value: NOT_APPLICABLE[0] };
    case 'yesno':
      return { value: YES_NO[entry.value ? 'yes' : 'no'][0] };
    case 'text':
      return { value: entry.text };
    default:
      return undefined;
  }
}
