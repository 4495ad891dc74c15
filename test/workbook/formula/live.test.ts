/**
 * Two readers of one recipe agree: what a live formula gives for the cells of a random bloc is the number that the
 * rules come to.
 */
import * as fc from 'fast-check';
import type { Book, Entry, Place } from '../../../src/rules';
import { prepare } from '../../../src/rules/prepare';
import * as q from '../../../src/rules/number/rational';
import { compileScore, compileSheet } from '../../../src/rules/score/compile';
import { buildTree, type TreeNode } from '../../../src/rules/score/tree';
import type { Cell, SheetCells, WorkbookCells } from '../../../src/sheets/cells';
import { calculate } from '../../../src/sheets/formula/calculator';
import { Recalculation } from '../../../src/sheets/formula/recalculate';
import { totalFormula } from '../../../src/workbook/matrix-formulas';
import { liveScore } from '../../../src/workbook/results-formulas';
import { FormulaWriter } from '../../../src/workbook/score-formula';
import { book as bookOf, type BookInput } from '../../rules/books';
import { randomBook } from '../../rules/oracle/books';
import { COMPARED_FEATURES } from '../../rules/oracle/features';

const LIVE = 'Công thức';

function cellOf(entry: Entry): Cell | undefined {
  switch (entry.kind) {
    case 'number':
      return { value: Number(entry.value), ...(entry.percent === true ? { format: '0.0%' } : {}) };
    case 'text':
      return { value: entry.text };
    case 'yesno':
      return { value: entry.value ? 'có' : 'không' };
    case 'na':
      return { value: 'KAD' };
    case 'error':
      return { value: { error: entry.error } };
    default:
      return undefined;
  }
}

/** The scores and data of a book as sheets, and one more with formulas, one below the other. */
function cellsWith(book: Book, formulas: readonly string[]): WorkbookCells {
  const sheets = new Map<string, (Cell | undefined)[][]>();
  const put = ({ sheet, row, column }: Place, cell: Cell | undefined): void => {
    const rows = sheets.get(sheet) ?? [];
    sheets.set(sheet, rows);
    while (rows.length <= row) rows.push([]);
    if (cell !== undefined) (rows[row] ??= [])[column] = cell;
  };
  const entries = [
    ...book.scores.flatMap((column) => [...column.entries.values()]),
    ...book.data.flatMap(({ target, actual, count }) => [target, actual, count]),
  ];
  for (const entry of entries) put(entry.place, cellOf(entry));
  formulas.forEach((formula, row) => {
    put({ sheet: LIVE, row, column: 0 }, { value: null, formula });
  });
  return {
    sheets: [...sheets].map(([name, rows]): SheetCells => ({
      name,
      rows,
      state: 'visible',
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      merges: [],
      stamp: null,
      protected: false,
    })),
    date1904: false,
    structureProtected: false,
  };
}

/** Every live formula of a book that stands beside a known number, with what it gives. */
function disagreements(book: Book): { readonly compared: number; readonly wrong: readonly string[] } {
  const tree = buildTree(book.criteria);
  const pairs = prepare(book, () => undefined).units.flatMap(({ scored, ranking }) => {
    const { id } = scored.unit;
    const live = ranking.total === null ? null : liveScore(book, tree, id, ranking.emptySections.length > 0);
    if (live === null) return [];
    const known = [
      ...[...live.sections].map(([code, formula]) => ({ of: code, formula, number: ranking.points.get(code) ?? null })),
      { of: 'bonus', formula: live.bonus, number: ranking.bonus },
      { of: 'deduction', formula: live.deduction, number: ranking.deduction },
    ];
    return known.flatMap(({ of, formula, number }) =>
      formula === null || number === null ? [] : [{ of: `${id} ${of}`, formula, number }],
    );
  });
  const cells = cellsWith(
    book,
    pairs.map(({ formula }) => formula),
  );
  const recalculation = new Recalculation(cells, calculate);
  const sheet = cells.sheets.findIndex(({ name }) => name === LIVE);
  let compared = 0;
  const wrong = pairs.flatMap(({ of, formula, number }, row) => {
    const given = recalculation.at(sheet, row, 0)?.value;
    // What our own calculator does not prove is left to LibreOffice (test/print).
    if (given === undefined) return [];
    compared += 1;
    return typeof given === 'number' && Math.abs(given - q.toDouble(number)) < 1e-6
      ? []
      : [`${of}: ${q.format(number)}, but ${formula} gives ${JSON.stringify(given)}`];
  });
  return { compared, wrong };
}

/**
 * The book with no maximum on what is counted (`theo lần`) toward the bonus and the deduction: of the random books
 * themselves one in seventy has such a criterion.
 */
function withoutMaxima(book: Book): Book {
  const parents = new Map(book.criteria.map(({ code, parent }) => [code, parent]));
  const rootOf = (code: string): string => {
    const parent = parents.get(code) ?? null;
    return parent === null ? code : rootOf(parent);
  };
  return {
    ...book,
    criteria: book.criteria.map((row) =>
      row.way.kind === 'count' && /^[TP]/.test(rootOf(row.code)) ? { ...row, max: null } : row,
    ),
  };
}

const isUnlimited = ({ way, max }: Book['criteria'][number]): boolean => way.kind === 'count' && max === null;

/** Decimals that cut into maxima, and limits that are no whole number of them. */
const DECIMALS = [null, 0, 1, 2] as const;

test('a live formula gives the number of the rules, on random blocs', () => {
  let compared = 0;
  let unlimited = 0;
  fc.assert(
    fc.property(
      randomBook({ ...COMPARED_FEATURES, brokenCells: false, sanctions: false }),
      fc.constantFrom(...DECIMALS),
      fc.constantFrom(...DECIMALS),
      fc.boolean(),
      (drawn, sectionDecimals, criterionDecimals, open) => {
        const book = open ? withoutMaxima(drawn) : drawn;
        const found = disagreements({ ...book, settings: { ...book.settings, sectionDecimals, criterionDecimals } });
        compared += found.compared;
        if (book.criteria.some(isUnlimited)) unlimited += found.compared;
        expect(found.wrong).toEqual([]);
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? '150'), seed: 20261130 },
  );
  expect(compared).toBeGreaterThan(200);
  expect(unlimited).toBeGreaterThan(20);
});

const addressOf = ({ criterion: { code } }: TreeNode): string => `D${code.replace(/\D/g, '')}`;

/** The criteria of a small book and what the sheet of scores and the table of results say of them. */
function formulasOf(input: BookInput): { readonly total: string; readonly sections: readonly string[] } {
  const { criteria, settings } = bookOf(input);
  const tree = buildTree(criteria);
  const cells = new FormulaWriter({
    at: (node) => (node.isLeaf ? { cell: addressOf(node), points: addressOf(node) } : null),
  });
  return {
    total: totalFormula(compileSheet(tree, settings), addressOf),
    sections: [...compileScore(tree, settings).sections.values()].map((section) => cells.points(section)),
  };
}

test('a criterion at the top counts in the total as below a parent: a yes its maximum, KAD what it is given', () => {
  const { total } = formulasOf({
    scores: {},
    settings: { notApplicable: 'full' },
    criteria: { C1: { max: 3, way: 'yesno' }, C2: { max: 4, allowsNa: true }, C3: { max: 5 } },
  });
  expect(total).toBe(
    'ROUND(ROUND(SUM(IF(OR(D1="có",D1=TRUE),3,N(D1)),IF(OR(D2="KAD",D2="N/A",D2="không áp dụng"),4,N(D2)),D3),9),2)',
  );
});

test.each([
  ['10', 'ROUND(ROUND(MIN(10,SUM(D1:D2)),9),1)'],
  // 9,94 is no number of one decimal: what reaches it keeps it, as the rules say.
  ['9.94', 'MIN(9.94,ROUND(ROUND(SUM(D1:D2),9),1))'],
  ['9.96', 'MIN(9.96,ROUND(ROUND(MIN(9.96,SUM(D1:D2)),9),1))'],
])('a section of at most %s, rounded to one decimal', (max, formula) => {
  const { sections } = formulasOf({
    scores: {},
    settings: { sectionDecimals: 1 },
    criteria: { I: { way: 'group', max }, 'I.1': { max: 6 }, 'I.2': { max: 6 } },
  });
  expect(sections).toEqual([formula]);
});
