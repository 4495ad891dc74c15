/** The table of a form that came back: its columns, its rows, and everything between and below them. */
import { compareNumerals, type Place } from '../../rules';
import { buildTree, type TreeNode } from '../../rules/score/tree';
import type { Cell } from '../../sheets/cells';
import { TOTAL_ROW } from '../layout';
import { entryOf } from '../read/cell';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import { codeIn } from '../read/codes';
import { codeText, fold } from '../../base/folding';
import type { FormAnswers } from './form-answers';
import { asks, formColumns, type FormColumn } from './form-columns';
import type { FormInHand } from './form-in-hand';
import { SIGNATURES } from './form-sheet';
import { parseFormStamp, rulesDigest } from './form-stamp';

const NO_COLUMN: FormColumn = { role: 'code', header: '', width: 0 };

export class FormTable {
  /** Columns that nobody asked for: said once. */
  private readonly saidColumns = new Set<number>();

  constructor(
    private readonly form: FormInHand,
    private readonly answers: FormAnswers,
  ) {}

  read(headerRow: number): void {
    const { book, stamp } = this.form;
    const columns = formColumns(book, stamp.kind, stamp.unit, stamp.level);
    const at = this.placeColumns(headerRow, columns);
    if (at === null) return;
    const faults = this.form.problems.length;
    const below = stamp.kind === 'peer' ? headerRow + 1 : headerRow;
    if (below > headerRow) this.checkNames(below, at);
    this.readRows(below + 1, columns, at);
    if (this.form.problems.length === faults && rulesDigest(book) !== stamp.rules)
      this.form.fault('other-rules', this.form.place(headerRow, 0));
    this.sayHidden(headerRow, at);
  }

  /** Which column of the sheet is which of the form's; null where one that is needed is not there. */
  private placeColumns(headerRow: number, columns: readonly FormColumn[]): Map<FormColumn, number> | null {
    const at = new Map<FormColumn, number>();
    let whole = true;
    const known = new Map(columns.map((column) => [fold(column.header), column]));
    for (const column of this.form.filledIn(headerRow)) {
      const form = known.get(fold(this.form.text(headerRow, column)));
      if (form === undefined) {
        this.saidColumns.add(column);
        if (this.isOwnColumn(headerRow, column)) this.form.fault('own-points', this.form.place(headerRow, column));
        else this.form.sayUnread(headerRow, column);
      } else if (at.has(form)) {
        this.form.fault('column-twice', this.form.place(headerRow, column), { received: form.header });
        whole = false;
      } else at.set(form, column);
    }
    for (const column of columns)
      if (!at.has(column) && column.role !== 'basis') {
        this.form.fault('column-missing', this.form.place(headerRow, 0), { expected: column.header });
        whole = false;
      }
    return whole ? at : null;
  }

  /** The units' names below their codes: the code counts, another name is told. */
  private checkNames(row: number, at: ReadonlyMap<FormColumn, number>): void {
    for (const [column, index] of at) {
      if (column.role !== 'score') continue;
      const name = this.form.text(row, index);
      if (fold(name) !== fold(column.below ?? ''))
        this.form.note('unit-renamed', this.form.place(row, index), { received: name, expected: column.below ?? '' });
    }
    const scores = new Set([...at].flatMap(([column, index]) => (column.role === 'score' ? [index] : [])));
    for (const column of this.form.filledIn(row)) if (!scores.has(column)) this.form.sayUnread(row, column);
  }

  /** A scorer added a column for the own points. */
  private isOwnColumn(headerRow: number, column: number): boolean {
    const header = fold(this.form.text(headerRow, column));
    return (
      this.form.stamp.kind === 'peer' &&
      this.form.unit !== undefined &&
      [fold(this.form.unit.id), fold(this.form.unit.name)].includes(header)
    );
  }

  private readRows(first: number, columns: readonly FormColumn[], at: ReadonlyMap<FormColumn, number>): void {
    const tree = buildTree(this.form.book.criteria);
    const codes = new Map([...tree.byCode].map(([code, node]) => [fold(codeText(code)), node]));
    const columnOf = (role: FormColumn['role']): number =>
      at.get(columns.find((column) => column.role === role) ?? NO_COLUMN) ?? -1;
    const codeColumn = columnOf('code');
    const rowOf = new Map<TreeNode, number>();
    let lastCriterion = first - 1;
    for (let row = first; row < this.form.sheet.rows.length; row++) {
      const cells = this.form.sheet.rows[row];
      const cell = cells?.[codeColumn];
      const written =
        cell === undefined || isBlankCell(cell) ? '' : (codeIn(cell, this.form.text(row, codeColumn)) ?? '');
      const node = written === '' ? undefined : codes.get(fold(codeText(written)));
      if (node === undefined) continue;
      if (rowOf.has(node))
        this.form.fault('row-twice', this.form.place(row, codeColumn), {
          received: written,
          what: node.criterion.name,
        });
      else rowOf.set(node, row);
      lastCriterion = row;
    }
    const taken = new Map([...rowOf].map(([node, row]) => [row, node]));
    for (let row = first; row < this.form.sheet.rows.length; row++) {
      const node = taken.get(row);
      if (node !== undefined) this.readCriterion(node, row, columns, at);
      else this.sayRow(row, lastCriterion, columns, at);
    }
    for (const [code, node] of tree.byCode)
      if (!rowOf.has(node))
        this.form.fault('row-missing', this.form.place(first - 1, codeColumn), {
          expected: code,
          what: node.criterion.name,
        });
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
      const place = this.form.place(row, index);
      const cell = this.form.sheet.rows[row]?.[index];
      switch (column.role) {
        case 'code':
          break;
        case 'name':
          if (fold(this.form.text(row, index)) !== fold(criterion.name))
            this.form.fault('text-changed', place, {
              received: this.form.text(row, index),
              expected: criterion.name,
              what: criterion.code,
            });
          break;
        case 'max':
          this.checkMax(node, place, cell);
          break;
        case 'basis':
          if (fold(this.form.text(row, index)) !== fold(criterion.basis ?? '')) this.form.sayUnread(row, index);
          break;
        case 'score':
          if (node.isLeaf) this.answers.readScore(node, column.unit, place, cell);
          else if (!isBlankCell(cell) && cell?.formula === undefined)
            this.form.note('sum-typed', place, { received: this.form.text(row, index), what: criterion.name });
          break;
        case 'evidence':
        case 'remark':
          if (node.isLeaf) this.answers.readText(node, column.role, place, cell);
          else if (!isBlankCell(cell))
            this.form.note('not-asked', place, { received: this.form.text(row, index), what: criterion.name });
          break;
        default:
          if (asks(node, column.role)) this.answers.readData(node, column.role, place, cell);
          else if (!isBlankCell(cell))
            this.form.note('not-asked', place, { received: this.form.text(row, index), what: criterion.name });
      }
    }
    for (const column of this.form.filledIn(row))
      if (!known.has(column) && !this.saidColumns.has(column)) {
        this.saidColumns.add(column);
        this.form.sayUnread(row, column);
      }
  }

  private checkMax({ criterion }: TreeNode, place: Place, cell: Cell | undefined): void {
    const entry = entryOf(cell, place, this.form.workbook.date1904, false);
    const isSame =
      entry.kind === 'blank'
        ? criterion.max === null
        : entry.kind === 'number' && criterion.max !== null && compareNumerals(entry.value, criterion.max) === 0;
    if (!isSame)
      this.form.fault('max-changed', place, {
        received: shownText(cell, this.form.workbook.date1904),
        expected: criterion.max ?? '',
        what: criterion.name,
      });
  }

  /** A row without a criterion of ours: total, signatures and stamp are known, answers in any other are a fault. */
  private sayRow(
    row: number,
    lastCriterion: number,
    columns: readonly FormColumn[],
    at: ReadonlyMap<FormColumn, number>,
  ): void {
    const filled = this.form.filledIn(row);
    if (filled.length === 0) return;
    const texts = filled.map((column) => this.form.text(row, column));
    if (texts.some((text) => fold(text) === fold(TOTAL_ROW.text))) {
      for (const column of filled)
        if (
          this.form.sheet.rows[row]?.[column]?.formula === undefined &&
          fold(this.form.text(row, column)) !== fold(TOTAL_ROW.text)
        )
          this.form.note('sum-typed', this.form.place(row, column), {
            received: this.form.text(row, column),
            what: TOTAL_ROW.text,
          });
      return;
    }
    if (texts.some((text) => parseFormStamp(text) !== null)) {
      for (const column of filled)
        if (parseFormStamp(this.form.text(row, column)) === null) this.form.sayUnread(row, column);
      return;
    }
    // A label and whose name stands beside it.
    if (row > lastCriterion && SIGNATURES.some((label) => fold(texts[0] ?? '') === fold(label))) {
      for (const column of filled.slice(2)) this.form.sayUnread(row, column);
      return;
    }
    const code = this.form.text(row, at.get(columns.find(({ role }) => role === 'code') ?? NO_COLUMN) ?? -1);
    const points = filled.find((column) =>
      columns.some(
        (form) =>
          at.get(form) === column &&
          form.role !== 'code' &&
          form.role !== 'name' &&
          form.role !== 'basis' &&
          (typeof this.form.sheet.rows[row]?.[column]?.value === 'number' || row <= lastCriterion),
      ),
    );
    if (points !== undefined || (code !== '' && row <= lastCriterion))
      this.form.fault('row-added', this.form.place(row, points ?? filled[0] ?? 0), { received: texts.join(' · ') });
    else for (const column of filled) this.form.sayUnread(row, column);
  }

  /** Hidden lines that hold answers: they count, and whoever collects is told. */
  private sayHidden(headerRow: number, at: ReadonlyMap<FormColumn, number>): void {
    if (this.form.sheet.state !== 'visible')
      this.form.note('hidden', this.form.place(0, 0), { received: this.form.sheet.name });
    for (const row of this.form.sheet.hiddenRows)
      if (row >= headerRow && this.form.filledIn(row).length > 0)
        this.form.note('hidden', this.form.place(row, this.form.filledIn(row)[0] ?? 0), { received: String(row + 1) });
    for (const [column, index] of at)
      if (this.form.sheet.hiddenColumns.has(index))
        this.form.note('hidden', this.form.place(headerRow, index), { received: column.header });
  }
}
