/** One form as a sheet: who, what is scored up to which maximum, what may be typed; everything else is locked. */
import { cellName, type Book, type CriterionCode, type Level, type Unit } from '../../rules';
import { isComputed } from '../../rules/score/data';
import { compileSheet } from '../../rules/score/compile';
import type { SheetRecipe } from '../../rules/score/recipe';
import { buildTree, type TreeNode } from '../../rules/score/tree';
import { inKind } from '../../text';
import type { Cell } from '../../sheets/cells';
import { leafLimits, leafWarnings } from '../create-matrix';
import { calculated } from '../../sheets/formula/calculated';
import { TOTAL_ROW } from '../layout';
import { parentFormula, totalFormula } from '../matrix-formulas';
import { cellsOfPlans } from '../../sheets/plan-cells';
import { WORKING_MARGINS } from '../../sheets/plan-pages';
import type { PlanCell, PlanRow, SheetPlan } from '../../sheets/plan';
import { cell, printSetup, sheetPlan } from '../../sheets/plan-parts';
import { SheetDraft, type Span } from '../../sheets/plan-draft';
import type { StyleName } from '../../sheets/styles';
import { asks, formColumns, type FormColumn, type FormField } from './form-columns';
import { formStampText, headOf, hiddenStampText, stampOf, type FormKind } from './form-stamp';

const FORM_SHEET: Readonly<Record<FormKind, string>> = { own: 'Phiếu chấm', peer: 'Phiếu chấm chéo' };

/** What stands at the left of a form's first rows; the value stands right of it. */
export const HEAD_LABELS = { bloc: 'Khối thi đua', year: 'Năm', unit: 'Đơn vị', code: 'Mã đơn vị' } as const;
/** Below the table, for names: nothing of it is collected. */
export const SIGNATURES = ['Người lập phiếu', 'Thủ trưởng đơn vị', 'Ngày ký'] as const;
const STAMP_LABEL = 'Mã phiếu:';

/** What every form of a kind says above its table. */
export const TITLES: Readonly<Record<FormKind, string>> = {
  own: 'PHIẾU CHẤM ĐIỂM THI ĐUA',
  peer: 'PHIẾU CHẤM ĐIỂM CHÉO',
};
export const REMARKS: Readonly<Record<FormKind, string>> = {
  own: 'Nhập vào ô vàng (ô xanh: có thể để trống, điểm được tính từ số liệu). Ô trống là chưa chấm, không phải 0 điểm; không áp dụng: KAD; điểm trừ nhập số dương. Không thêm, bớt, dời dòng và cột. Xong gửi lại tệp này.',
  peer: 'Chấm từng đơn vị vào ô vàng, không chấm đơn vị mình. Ô trống là chưa chấm, không phải 0 điểm; không áp dụng: KAD; điểm trừ nhập số dương. Không thêm, bớt, dời dòng và cột. Xong gửi lại tệp này.',
};

/** What a form holds already when it is sent out; undefined: a blank cell. */
export type Filled = (criterion: CriterionCode, field: FormField) => Cell | undefined;

/** Characters: wider ones would print too small. */
const WIDEST_ON_A4 = 190;

const NOTHING: Filled = () => undefined;

/** `level`: of an own form. */
export function formSheet(
  book: Book,
  kind: FormKind,
  unit: Unit,
  level: Level | null,
  filled: Filled = NOTHING,
): SheetPlan {
  const stamp = stampOf(book, kind, unit, level);
  const tree = buildTree(book.criteria);
  const recipe = compileSheet(tree, book.settings);
  const nodes = book.criteria.flatMap(({ code }) => tree.byCode.get(code) ?? []);
  const columns = formColumns(book, kind, unit.id, level);
  const draft = new SheetDraft(columns.map(({ width }) => width));
  const { last } = draft;
  draft.line(TITLES[kind], 'title', 28);
  const head = headOf(book, unit);
  for (const key of Object.keys(HEAD_LABELS) as (keyof typeof HEAD_LABELS)[])
    draft.add([
      { from: 0, to: 1, cell: cell(inKind(HEAD_LABELS[key], book.info.kind), 'text') },
      { from: 2, to: last, cell: cell(head[key], 'textBold', '@') },
    ]);
  draft.line(REMARKS[kind], 'note');
  const headerRow = draft.record(columns.map(({ header }) => cell(header, 'header', '@')));
  const levels = kind === 'peer' ? draft.record(columns.map((column) => cell(belowOf(column), 'header'))) : headerRow;
  const first = levels + 1;
  const rowOf = new Map(nodes.map((node, index) => [node, first + index]));
  for (const node of nodes)
    draft.record(columns.map((column) => formCell(recipe, node, column, filled, addressIn(rowOf, columns))));
  draft.record(
    columns.map((column, index): PlanCell =>
      column.role === 'name'
        ? cell(TOTAL_ROW.text, 'group')
        : column.role === 'score'
          ? {
              value: null,
              style: 'groupNumber',
              formula: totalFormula(recipe, addressIn(rowOf, columns)(index)),
            }
          : cell(null, 'group'),
    ),
  );
  draft.gap(8);
  for (const label of SIGNATURES) draft.add(signature(label, last));
  draft.gap(8);
  const lastRow = draft.line(`${STAMP_LABEL} ${formStampText(stamp)}`, 'stamp');
  const leaves = nodes.filter(({ isLeaf }) => isLeaf);
  const scores = columns.flatMap((column, index) => (column.role === 'score' ? [index] : []));
  const [left = 0, right = left] = [scores[0], scores.at(-1)];
  const areaOf = (node: TreeNode) => ({ top: rowOf.get(node) ?? 0, bottom: rowOf.get(node) ?? 0, left, right });
  return withValues(
    sheetPlan(
      { name: FORM_SHEET[kind], columns: columns.map(({ width }) => ({ width })), rows: draft.rows },
      {
        merges: [
          ...draft.merges,
          ...(levels === headerRow
            ? []
            : columns.flatMap(({ role }, left) =>
                role === 'score' ? [] : [{ top: headerRow, bottom: levels, left, right: left }],
              )),
        ],
        freeze: { rows: first, columns: 3 },
        validations: leaves.flatMap((node) => leafLimits(node, areaOf(node))),
        conditional: leaves.flatMap((node) => leafWarnings(node, areaOf(node))),
        print: printSetup(
          'landscape',
          { top: 0, bottom: lastRow, left: 0, right: last },
          { first: headerRow, last: levels },
          { margins: WORKING_MARGINS, paper: draft.width(0, last) > WIDEST_ON_A4 ? 'A3' : 'A4' },
        ),
        protect: true,
        stamp: hiddenStampText(stamp),
      },
    ),
  );
}

const belowOf = (column: FormColumn): string | null => (column.role === 'score' ? column.below : null);

/** Of a column: the cell of each criterion in it. */
const addressIn =
  (rowOf: ReadonlyMap<TreeNode, number>, columns: readonly FormColumn[]) =>
  (column: number | FormColumn) =>
  (node: TreeNode): string =>
    cellName({ row: rowOf.get(node) ?? 0, column: typeof column === 'number' ? column : columns.indexOf(column) });

function formCell(
  recipe: SheetRecipe,
  node: TreeNode,
  column: FormColumn,
  filled: Filled,
  addressOf: ReturnType<typeof addressIn>,
): PlanCell {
  const { criterion, isLeaf } = node;
  const [text, number] = isLeaf ? (['text', 'number'] as const) : (['group', 'groupNumber'] as const);
  const typed = (field: FormField, style: StyleName): PlanCell => {
    const held = filled(criterion.code, field);
    const value = typeof held?.value === 'object' ? null : (held?.value ?? null);
    return { value, style, ...(held?.format === undefined ? {} : { format: held.format }) };
  };
  switch (column.role) {
    case 'code':
      return cell(criterion.code, text, '@');
    case 'name':
      return cell(criterion.name, text);
    case 'max':
      return cell(criterion.max === null ? null : Number(criterion.max), number);
    case 'basis':
      return cell(criterion.basis, text);
    case 'score': {
      if (isLeaf) return typed('score', isComputed(node) ? 'inputComputed' : 'inputNumber');
      const formula = parentFormula(recipe, node, addressOf(column));
      return formula === null ? cell(null, number) : { value: null, style: number, formula };
    }
    case 'evidence':
    case 'remark':
      return isLeaf ? typed(column.role, 'inputText') : cell(null, text);
    default:
      return asks(node, column.role) ? typed(column.role, 'inputNumber') : cell(null, number);
  }
}

const signature = (label: string, last: number): Span[] => [
  { from: 0, to: 1, cell: cell(label, 'text') },
  { from: 2, to: last, cell: cell(null, 'inputText') },
];

/** What the sums give of what stands in the form already. */
function withValues(plan: SheetPlan): SheetPlan {
  const rows = calculated(cellsOfPlans([plan])).sheets[0]?.rows ?? [];
  const valued = (planned: PlanCell | null, found: Cell | undefined): PlanCell | null =>
    planned?.formula === undefined || typeof found?.value === 'object'
      ? planned
      : { ...planned, value: found?.value ?? null };
  return {
    ...plan,
    rows: plan.rows.map((row, at): PlanRow => ({
      ...row,
      cells: row.cells.map((planned, column) => valued(planned, rows[at]?.[column])),
    })),
  };
}
