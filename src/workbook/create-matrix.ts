/** The sheet `Chấm điểm` of a new workbook: criteria down, units across, formulas in parents and total. */
import { cellName, numeralOfDouble, type Level, type Settings } from '../rules';
import { isComputed } from '../rules/score/data';
import type { LeafOutcome } from '../rules/score/leaf';
import * as q from '../rules/number/rational';
import { compileSheet } from '../rules/score/compile';
import { ExactReader } from '../rules/score/exact';
import type { SheetRecipe } from '../rules/score/recipe';
import { buildTree, type TreeNode } from '../rules/score/tree';
import type { WrittenValue } from '../regulations';
import { ENTRY_MESSAGES, INPUT_REMARKS } from '../text/new-workbook';
import type { Area } from '../sheets/cells';
import { inKind } from '../text';
import { kindOfContent, type CodedUnit, type FullContent } from './create-content';
import { levelHeader, NOT_APPLICABLE, SHEETS, TOTAL_ROW, YES_NO } from './layout';
import { layoutPrint } from '../sheets/plan-pages';
import type { ConditionalStyle, PaperSize, PlanCell, PlanRow, SheetPlan, Validation } from '../sheets/plan';
import { across, cell, fittedRow, row, sheetPlan } from '../sheets/plan-parts';
import { limitMessage, parentFormula, totalFormula } from './matrix-formulas';
import { literal, NOISE_DECIMALS } from './score-formula';
import { hintAt, writtenCell } from './create-tables';

const HEADERS = { units: 2, levels: 3, first: 4 } as const;
const FIXED_COLUMNS = Object.keys(SHEETS.scores.columns).length;
const FIXED_WIDTHS = [8, 46, 8] as const;
const SCORE_WIDTH = 8;

interface MatrixColumn {
  readonly unit: CodedUnit;
  readonly level: Level;
  readonly index: number;
  /** What the sums of the column give, so that a new workbook carries right values before Excel ever opens it. */
  readonly sums: ExactReader;
}

interface Matrix {
  readonly content: FullContent;
  readonly recipe: SheetRecipe;
  readonly nodes: readonly TreeNode[];
  readonly rowOf: ReadonlyMap<TreeNode, number>;
  readonly columns: readonly MatrixColumn[];
}

/** `settings` and the criteria are those a reader finds in the other sheets. */
export function matrixSheet(
  content: FullContent,
  criteria: Parameters<typeof buildTree>[0],
  settings: Settings,
  paper: PaperSize = 'A4',
): SheetPlan {
  const tree = buildTree(criteria);
  const nodes = criteria.flatMap(({ code }) => tree.byCode.get(code) ?? []);
  const matrix: Matrix = {
    content,
    recipe: compileSheet(tree, settings),
    nodes,
    rowOf: new Map(nodes.map((node, index) => [node, HEADERS.first + index])),
    columns: content.units
      .flatMap((unit) => content.levels.map((level) => ({ unit, level })))
      .map(({ unit, level }, index) => {
        const scores = content.scores[unit.code]?.[level] ?? {};
        const outcomes = tree.leaves.map((leaf) => outcomeOf(leaf, scores[leaf.criterion.code] ?? null));
        return { unit, level, index: FIXED_COLUMNS + index, sums: new ExactReader(outcomes) };
      }),
  };
  const widths = [...FIXED_WIDTHS, ...matrix.columns.map(() => SCORE_WIDTH)];
  const lastColumn = widths.length - 1;
  const totalRow = HEADERS.first + nodes.length;
  const scored = matrix.columns.length === 0 ? [] : nodes.filter(({ isLeaf }) => isLeaf);
  const rows = [
    ...headerRows(matrix, widths),
    ...nodes.map((node) => scoreRow(matrix, node, widths)),
    totalPlanRow(matrix),
    row([]),
    remarkRow(matrix),
  ];
  return sheetPlan(
    { name: SHEETS.scores.name, columns: widths.map((width) => ({ width })), rows },
    {
      merges: [
        across(0, 0, FIXED_COLUMNS - 1),
        across(1, 0, FIXED_COLUMNS - 1),
        across(totalRow + 2, 0, FIXED_COLUMNS - 1),
        ...[0, 1, 2].map((column) => ({ top: HEADERS.units, bottom: HEADERS.levels, left: column, right: column })),
        ...(content.levels.length > 1
          ? content.units.map((_, index) => {
              const left = FIXED_COLUMNS + index * content.levels.length;
              return across(HEADERS.units, left, left + content.levels.length - 1);
            })
          : []),
      ],
      freeze: { rows: HEADERS.first, columns: FIXED_COLUMNS },
      validations: [
        ...scored.flatMap((node) => leafLimits(node, scoreArea(matrix, node))),
        ...Object.values(SHEETS.scores.columns).map(({ help }, column) =>
          hintAt(HEADERS.units, column, inKind(help?.text ?? '', kindOfContent(content))),
        ),
      ],
      conditional: scored.flatMap((node) => leafWarnings(node, scoreArea(matrix, node))),
      print: layoutPrint(
        {
          paper,
          titleColumns: FIXED_COLUMNS,
          titleRows: { first: HEADERS.units, last: HEADERS.levels },
          end: { row: totalRow + 2, column: lastColumn },
          blocks: content.units.map((_, unit) => FIXED_COLUMNS + unit * content.levels.length),
        },
        paper,
        widths,
        rows.map(({ height }) => height),
      ),
      protect: true,
    },
  );
}

function headerRows({ columns, content }: Matrix, widths: readonly number[]): PlanRow[] {
  const fixed = Object.values(SHEETS.scores.columns).map(({ header }) => cell(header, 'header'));
  const nameWidth = SCORE_WIDTH * content.levels.length;
  const units = columns.map(({ unit, level }) =>
    cell(level === content.levels[0] ? unit.name || unit.code : null, 'header'),
  );
  return [
    row([cell('BẢNG CHẤM ĐIỂM', 'title')], 26),
    fittedRow([cell(INPUT_REMARKS.scores, 'note')], [FIXED_WIDTHS[0] + FIXED_WIDTHS[1] + FIXED_WIDTHS[2]]),
    fittedRow([...fixed, ...units], [...widths.slice(0, FIXED_COLUMNS), ...columns.map(() => nameWidth)]),
    row(
      [
        cell(null, 'header'),
        cell(null, 'header'),
        cell(null, 'header'),
        ...columns.map(({ level }) => cell(levelHeader(level, kindOfContent(content)), 'header')),
      ],
      34,
    ),
  ];
}

function scoreRow(matrix: Matrix, node: TreeNode, widths: readonly number[]): PlanRow {
  const { criterion } = node;
  const [text, number] = node.isLeaf ? (['text', 'number'] as const) : (['group', 'groupNumber'] as const);
  const fixed = [
    cell(criterion.printed ?? criterion.code, text, '@'),
    cell(criterion.name, text),
    cell(criterion.max === null ? null : Number(criterion.max), number),
  ];
  const scores = matrix.columns.map((column): PlanCell => {
    if (!node.isLeaf) return parentCell(matrix, node, column);
    const written = writtenScore(matrix, node, column);
    return writtenCell(written, isComputed(node) ? 'inputComputed' : 'inputNumber');
  });
  return fittedRow([...fixed, ...scores], widths);
}

function writtenScore({ content }: Matrix, node: TreeNode, { unit, level }: MatrixColumn): WrittenValue {
  return content.scores[unit.code]?.[level]?.[node.criterion.code] ?? null;
}

const address = (matrix: Matrix, node: TreeNode, column: MatrixColumn): string =>
  cellName({ row: matrix.rowOf.get(node) ?? 0, column: column.index });

function parentCell(matrix: Matrix, node: TreeNode, column: MatrixColumn): PlanCell {
  const recipe = matrix.recipe.rows.get(node);
  const formula = parentFormula(matrix.recipe, node, (child) => address(matrix, child, column));
  if (recipe === undefined || formula === null) return cell(null, 'groupNumber');
  return { value: q.toDouble(column.sums.number(recipe)), style: 'groupNumber', formula };
}

/** A written score as the sums take it: what is no number counts 0. */
function outcomeOf(node: TreeNode, written: WrittenValue): LeafOutcome {
  if (NOT_APPLICABLE.some((word) => word === written)) return { kind: 'na' };
  const isYes = node.criterion.way.kind === 'yesno' && (written === true || written === YES_NO.yes[0]);
  const number = typeof written === 'number' ? q.parseOptional(numeralOfDouble(written)?.value ?? null) : null;
  return { kind: 'points', points: number ?? (isYes ? node.max : null) ?? q.ZERO, from: 'typed' };
}

/** Base + bonus − deduction of the cells as they stand, within the limits of the settings. */
function totalPlanRow(matrix: Matrix): PlanRow {
  const label = [cell(null, 'group'), cell(TOTAL_ROW.text, 'group'), cell(null, 'groupNumber')];
  return row([...label, ...matrix.columns.map((column) => totalCell(matrix, column))], 24);
}

function totalCell(matrix: Matrix, column: MatrixColumn): PlanCell {
  const { base, bonus, deduction, total } = matrix.recipe;
  const points = (part: typeof base): q.Rational => (part === null ? q.ZERO : column.sums.number(part));
  column.sums.parts = { base: points(base), bonus: points(bonus), deduction: points(deduction) };
  return {
    value: q.toDouble(q.round(column.sums.number(total), total.decimals ?? NOISE_DECIMALS)),
    style: 'groupNumber',
    formula: totalFormula(matrix.recipe, (node) => address(matrix, node, column)),
  };
}

function remarkRow({ nodes }: Matrix): PlanRow {
  const remark = nodes.some((node) => node.isLeaf && isComputed(node))
    ? INPUT_REMARKS.computedScores
    : INPUT_REMARKS.typedScores;
  return fittedRow([cell(remark, 'note')], [FIXED_WIDTHS[0] + FIXED_WIDTHS[1] + FIXED_WIDTHS[2]]);
}

function scoreArea({ rowOf, columns }: Matrix, node: TreeNode): Area {
  const top = rowOf.get(node) ?? 0;
  return { top, bottom: top, left: FIXED_COLUMNS, right: FIXED_COLUMNS + columns.length - 1 };
}

/** What can be typed into a leaf's cells. A cell that may hold KAD is only coloured when wrong. */
export function leafLimits(node: TreeNode, area: Area): Validation[] {
  const { way, allowsNa, code, name } = node.criterion;
  const allowed = allowsNa ? [NOT_APPLICABLE[0]] : [];
  if (way.kind === 'yesno') {
    return [
      {
        kind: 'list',
        area,
        items: [YES_NO.yes[0], YES_NO.no[0], ...allowed],
        strict: true,
        message: ENTRY_MESSAGES.yesNo(code, name),
      },
    ];
  }
  if (allowsNa) return [];
  const max = node.max === null ? null : q.toDouble(node.max);
  return [{ kind: 'decimal', area, min: 0, max, message: limitMessage(node.criterion, max) }];
}

/** A number that no limit kept out is coloured. */
export function leafWarnings(node: TreeNode, area: Area): ConditionalStyle[] {
  if (node.max === null) return [];
  const first = cellName({ row: area.top, column: area.left });
  return [
    { area, formula: `AND(ISNUMBER(${first}),OR(${first}<0,${first}>${literal(node.max)}))`, style: 'markWrong' },
  ];
}
