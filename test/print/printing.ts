/** Every sheet of blocs of 7 to 40 units with short and long names, printed by LibreOffice, measured, and listed in a table. */
import { join } from 'node:path';
import { MINH_HOA, SEVEN_GROUPS } from '../../src/regulations';
import { judge, planResults } from '../../src/workbook/job';
import { OUTPUT_SHEETS, SHEETS } from '../../src/workbook/layout';
import type { SheetPlan } from '../../src/sheets/plan';
import { cellsOfPlans } from '../../src/sheets/plan-cells';
import { createPackage } from '../../src/xlsx';
import { blocPlans } from '../workbook/blocs';
import { collidingWords, drawPages, fontFamilies, pagesOf, readBytes, type Workshop } from './office';
import { cutWords, measure, smallest } from './measure';
import { pageProblems, pagesNeeded, pointDecimals, rowsOnLastPage } from './pages';
import { cellsOf } from './recalculate';
import { check, NOW, SAMPLES } from './report';

/** One sheet as a workbook of its own; its formulas give way to their values. */
export function alone(plan: SheetPlan): Uint8Array {
  const rows = plan.rows.map((row) => ({
    ...row,
    cells: row.cells.map(
      (cell) =>
        cell && {
          value: cell.value,
          ...(cell.style ? { style: cell.style } : {}),
          ...(cell.format ? { format: cell.format } : {}),
        },
    ),
  }));
  return createPackage([{ ...plan, rows }]);
}

const LONG_NAMES = [
  'Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh',
  'Ban Quản lý các Khu công nghiệp và khu kinh tế tỉnh',
  'Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội tỉnh',
];
const longNames = (units: number): string[] =>
  Array.from({ length: units }, (_, index) => `${LONG_NAMES[index % 3] ?? ''} ${String(index + 1)}`);

interface Printed {
  readonly sheet: string;
  readonly bloc: string;
  readonly plan: SheetPlan;
}

/** All sheets of a new workbook and of its results; of most blocs the score sheet and the results only. */
function sheetsToPrint(): Printed[] {
  const sheets: Printed[] = [];
  for (const units of [7, 10, 24, 40]) {
    for (const regulation of [MINH_HOA, SEVEN_GROUPS]) {
      for (const [kind, names] of [
        ['tên ngắn', []],
        ['tên dài', longNames(units)],
      ] as const) {
        const created = blocPlans({ units, seed: units, regulation, names });
        const written = planResults(judge(cellsOfPlans(created)), { now: NOW });
        const whole = units === 10 && names.length > 0;
        const bloc = `${String(units)} đơn vị, ${kind}, ${regulation.id}`;
        for (const plan of [...created.filter(({ name }) => whole || name === SHEETS.scores.name), ...written])
          sheets.push({ sheet: plan.name, bloc, plan });
      }
    }
  }
  for (const sample of ['A', 'B', 'co-loi']) {
    const cells = cellsOf(readBytes(join(SAMPLES, `${sample}.xlsx`)));
    for (const plan of planResults(judge(cells), { now: NOW, allowErrors: true }))
      sheets.push({ sheet: plan.name, bloc: `mẫu ${sample}`, plan });
  }
  return sheets;
}

/** The smallest text that anyone has to read on paper. */
const LEAST_SIZE = 9;
const fileName = ({ sheet, bloc }: Printed): string => `${sheet} ${bloc}`.replaceAll(/[ ,]+/g, '-');

/** Prose that the decree sets in 13 to 14 points is never laid in 9. */
const PROSE: ReadonlySet<string> = new Set([OUTPUT_SHEETS.report, OUTPUT_SHEETS.guide]);

interface Answer {
  readonly problems: readonly string[];
  readonly line: readonly string[];
}

function examine(printed: Printed, pdf: string): Answer {
  const { plan, sheet, bloc } = printed;
  const pages = pagesOf(pdf);
  const measured = measure(pdf);
  const least = smallest(measured);
  const needed = pagesNeeded(plan, LEAST_SIZE);
  const cut = cutWords(measured);
  const decimals = pointDecimals(plan, pages);
  const rows = rowsOnLastPage(plan, pages);
  const problems = [
    ...pageProblems(pages, plan, fontFamilies(pdf)),
    ...collidingWords(pdf),
    ...cut,
    ...decimals,
    ...(least !== null && least.size < LEAST_SIZE - 0.05
      ? [`“${least.text}” is printed in ${least.size.toFixed(1)} points`]
      : []),
    ...(!PROSE.has(sheet) && pages.length > Math.max(1, Math.floor(needed * 1.25))
      ? [`${String(pages.length)} pages, ${String(needed)} would do in 9 points`]
      : []),
  ];
  return {
    problems,
    line: [
      sheet,
      bloc,
      String(pages.length),
      String(needed),
      least === null ? '–' : least.size.toFixed(1).replace('.', ','),
      rows === null ? '–' : String(rows),
      cut.length === 0 ? 'không' : String(cut.length),
    ],
  };
}

/** `only`: words of the sheet and the bloc to print, all others are left out. */
export function printing(workshop: Workshop, images: string, only: string): void {
  const sheets = sheetsToPrint().filter((one) => `${one.sheet} ${one.bloc}`.includes(only));
  const pdfs = workshop.convert(new Map(sheets.map((one) => [fileName(one), alone(one.plan)])), 'pdf');
  const lines = sheets.map((one) => {
    const pdf = pdfs.get(fileName(one)) ?? '';
    const { problems, line } = examine(one, pdf);
    check(`${one.sheet}, ${one.bloc}: ${line[2] ?? ''} pages, smallest text ${line[4] ?? ''} pt`, problems);
    drawPages(pdf, join(images, fileName(one)));
    return line;
  });
  const header = [
    'Sheet',
    'Bloc',
    'Pages',
    'Needed at 9 pt',
    'Smallest text, pt',
    'Units on the last page',
    'Cut texts',
  ];
  process.stdout.write(
    `\n${[header, header.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`,
  );
}

/** Faults of print put into one sheet each: what is measured must see every one of them. */
export function plantedFaults(workshop: Workshop): void {
  const created = blocPlans({ units: 10, seed: 10, regulation: SEVEN_GROUPS, names: longNames(3) });
  const written = planResults(judge(cellsOfPlans(created)), { now: NOW });
  const find = (name: string): SheetPlan => {
    const plan = [...created, ...written].find((one) => one.name === name);
    if (plan?.print == null) throw new Error(`no ${name}`);
    return plan;
  };
  const results = find(OUTPUT_SHEETS.results);
  const print = results.print;
  if (print === null) return;
  const header = results.rows.findIndex(({ cells }) => cells[0]?.value === 'STT');
  const scores = find(SHEETS.scores.name);
  const narrow = (plan: SheetPlan, column: number): SheetPlan => ({
    ...plan,
    columns: plan.columns.map((one, index) => (index === column ? { ...one, width: 4 } : one)),
  });
  const faults: readonly [what: string, plan: SheetPlan, seen: RegExp][] = [
    [
      'a header row half as high',
      {
        ...results,
        rows: results.rows.map((row, index) => (index === header ? { ...row, height: (row.height ?? 0) / 2 } : row)),
      },
      /is cut by a border|cut off|lies on/,
    ],
    ['a column of numbers too narrow', narrow(results, 8), /is cut by a border|cut off/],
    [
      'everything shrunk to half',
      { ...scores, print: { ...print, wide: { scale: 40, titleColumns: 3, breaks: [] } } },
      /is printed in \d\.\d points/,
    ],
    [
      'true size on many pages',
      { ...results, print: { ...print, pagesHigh: null, wide: { scale: 160, titleColumns: 1, breaks: [] } } },
      /would do in 9 points|has no header row/,
    ],
    [
      'header rows not repeated',
      { ...results, print: { ...print, titleRows: null, pagesHigh: null, breaks: [header + 4] } },
      /has no header row/,
    ],
    [
      'the signatures on a page of their own',
      { ...results, print: { ...print, pagesHigh: null, breaks: [header + 11] } },
      /signatures on page/,
    ],
    [
      'decimals with a point',
      {
        ...results,
        rows: results.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            typeof cell?.value === 'string' && /^\d+,\d+$/.test(cell.value)
              ? { ...cell, value: cell.value.replace(',', '.') }
              : cell,
          ),
        })),
      },
      /with a point/,
    ],
  ];
  const pdfs = workshop.convert(new Map(faults.map(([, plan], index) => [`loi-${String(index)}`, alone(plan)])), 'pdf');
  faults.forEach(([what, plan, seen], index) => {
    const { problems } = examine({ sheet: plan.name, bloc: what, plan }, pdfs.get(`loi-${String(index)}`) ?? '');
    check(
      `planted fault is seen: ${what}`,
      problems.some((problem) => seen.test(problem)) ? [] : ['nothing is seen', ...problems],
    );
  });
}
