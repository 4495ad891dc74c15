/** The answers of a form that came back, cell by cell, with what the rules say of each. */
import { issue, type CriterionCode, type Entry, type Place, type UnitId } from '../../rules';
import { readNumber } from '../../rules/model/cells';
import { scoreLeaf } from '../../rules/score/leaf';
import { InputReader } from '../../rules/score/data-input';
import type { TreeNode } from '../../rules/score/tree';
import type { Cell } from '../../sheets/cells';
import { Recalculation } from '../../sheets/formula/recalculate';
import { NOT_APPLICABLE, YES_NO } from '../layout';
import { entryOf } from '../read/cell';
import { shownText } from '../../sheets/shown-cell';
import { seenOtherwise, type Eye } from '../read/seen';
import { eyeOf } from '../read/shown-differs';
import type { DataField, FormField, TextField } from './form-columns';
import type { FormInHand } from './form-in-hand';

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

export class FormAnswers {
  readonly answers: FormAnswer[] = [];
  private readonly eye: Eye;
  private recalculation: Recalculation | null = null;

  constructor(private readonly form: FormInHand) {
    this.eye = eyeOf(form.book, form.workbook.date1904);
  }

  readScore(node: TreeNode, unit: UnitId, place: Place, cell: Cell | undefined): void {
    const { code: criterion } = node.criterion;
    const entry = this.entry(node, this.trusted(node, place, cell), place, true);
    const about = { unit, criterion };
    scoreLeaf(node, entry, null, {
      settings: this.form.book.settings,
      ranking: false,
      say: (_, where, code, details) => {
        const found = issue(code, where.place, { ...about, ...details });
        // A share of 1 is 100 %, or one point: only its unit knows.
        const isFaulty = found.severity === 'error' || code === 'percent-scale';
        this.form.problems.push({ kind: 'cell', isFault: isFaulty, issue: found });
      },
    });
    this.sayFormula(node, place, cell, entry);
    this.answers.push({ unit, criterion, field: 'score', place, entry, cell: cellFor(entry, cell) });
  }

  readData(node: TreeNode, field: DataField, place: Place, cell: Cell | undefined): void {
    const { code: criterion } = node.criterion;
    const { unit } = this.form.stamp;
    const entry = this.entry(node, this.trusted(node, place, cell), place, false);
    if (entry.kind !== 'blank') {
      const input = new InputReader();
      input[field](entry);
      for (const { code, place: where, details } of input.faults)
        this.form.problems.push({
          kind: 'cell',
          isFault: true,
          issue: issue(code, where, { unit, criterion, ...details }),
        });
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

  readText(node: TreeNode, field: TextField, place: Place, cell: Cell | undefined): void {
    const text = shownText(cell, this.form.workbook.date1904);
    const { code: criterion } = node.criterion;
    if (typeof cell?.value === 'object' && cell.value !== null)
      this.form.problems.push({
        kind: 'cell',
        isFault: true,
        issue: issue('cell-error', place, { received: text, unit: this.form.stamp.unit, criterion }),
      });
    this.answers.push({
      unit: this.form.stamp.unit,
      criterion,
      field,
      place,
      entry: text === '' ? { kind: 'blank', place } : { kind: 'text', text, place },
      cell: text === '' ? undefined : { value: text },
    });
  }

  /**
   * A formula whose stored value is not what it gives counts as not calculated, one that changes by itself is a fault;
   * what shows something else than it holds is said.
   */
  private trusted({ criterion }: TreeNode, place: Place, cell: Cell | undefined): Cell | undefined {
    if (cell === undefined) return cell;
    const seen = seenOtherwise(cell, this.eye);
    if (seen !== null)
      this.form.note('shown-otherwise', place, {
        received: seen,
        expected: shownText(cell, this.form.workbook.date1904),
        what: criterion.name,
      });
    if (cell.formula === undefined) return cell;
    this.recalculation ??= new Recalculation(this.form.workbook);
    const today = this.recalculation.at(this.form.workbook.sheets.indexOf(this.form.sheet), place.row, place.column);
    if (today?.unsteady != null)
      this.form.problems.push({
        kind: 'cell',
        isFault: true,
        issue: issue('formula-unsteady', place, { received: today.unsteady.name, criterion: criterion.code }),
      });
    return today?.isStale === true ? { ...cell, stale: true } : cell;
  }

  /** A number that was written as a text and can mean one thing only is that number, and said. */
  private entry(node: TreeNode, cell: Cell | undefined, place: Place, words: boolean): Entry {
    const entry = entryOf(cell, place, this.form.workbook.date1904, words);
    if (entry.kind !== 'text') return entry;
    const reading = readNumber(entry);
    if (reading.kind === 'blank') return { kind: 'blank', place };
    if (reading.kind !== 'fault' || reading.code !== 'number-as-text' || reading.details.expected == null) return entry;
    this.form.note('number-in-text', place, {
      received: entry.text,
      expected: reading.details.expected,
      what: node.criterion.name,
    });
    return { kind: 'number', value: reading.details.expected, place };
  }

  private sayFormula({ criterion }: TreeNode, place: Place, cell: Cell | undefined, entry: Entry): void {
    if (cell?.formula !== undefined && entry.kind !== 'uncalculated' && entry.kind !== 'error')
      this.form.note('formula', place, {
        received: shownText(cell, this.form.workbook.date1904),
        what: criterion.name,
      });
  }
}

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
