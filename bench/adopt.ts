/** Adopting old score tables: what it costs for 40 units × 100 criteria, and how much of each shape is read without asking. */
import { checkOld, fieldsOf, findOldTables, settle } from '../src/workbook/adopt';
import { createPackage, readWorkbook } from '../src/xlsx';
import { fileOf, SHAPES, type Value } from '../test/workbook/adopt/shapes';
import { median, type BenchReport } from './report';

const [UNITS, GROUPS, IN_GROUP, ROUNDS] = [40, 10, 10, 5];

/** Criteria down, self and bloc of every unit across. */
function large(): Uint8Array {
  const units = Array.from({ length: UNITS }, (_, unit) => `Sở thứ ${String(unit + 1)}`);
  const point = (unit: number, row: number): number => 1 - ((unit * 7 + row * 3) % 4) / 4;
  const rows = Array.from({ length: GROUPS * (IN_GROUP + 1) }, (_, row): Value[] =>
    row % (IN_GROUP + 1) === 0
      ? [`${String(row / (IN_GROUP + 1) + 1)}`, `Nhóm tiêu chí thứ ${String(row)}`, IN_GROUP]
      : [
          `${String(Math.floor(row / (IN_GROUP + 1)) + 1)}.${String(row % (IN_GROUP + 1))}`,
          `Tiêu chí thứ ${String(row)}`,
          1,
          ...units.flatMap((__, unit) => [point(unit, row), point(unit, row)]),
        ],
  );
  return fileOf({
    sheets: {
      'Chấm điểm 2025': [
        ['TT', 'Nội dung tiêu chí', 'Điểm chuẩn', ...units.flatMap((unit): Value[] => [unit, null])],
        [null, null, null, ...units.flatMap(() => ['Tự chấm', 'Khối chấm'])],
        ...rows,
      ],
    },
  });
}

function adopted(bytes: Uint8Array): number {
  const before = process.cpuUsage();
  const cells = readWorkbook(bytes);
  const proposal = cells.ok ? findOldTables(cells.value).tables[0] : undefined;
  if (proposal === undefined || proposal.scores.length !== UNITS * 2 * GROUPS * IN_GROUP) throw new Error('not read');
  const settled = settle(proposal, new Map());
  checkOld(proposal, settled);
  createPackage(settled.plans);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The percentage of a shape's fields that is read without asking. */
function share(shape: (typeof SHAPES)[number]): { readonly read: number; readonly all: number } {
  const cells = readWorkbook(fileOf(shape));
  const proposal = cells.ok ? findOldTables(cells.value).tables[0] : undefined;
  return proposal === undefined ? { read: 0, all: 1 } : fieldsOf(proposal);
}

export function bench(): Promise<BenchReport> {
  const bytes = large();
  const costs = Array.from({ length: ROUNDS }, () => adopted(bytes));
  const shares = SHAPES.map((shape) => ({ name: shape.name, ...share(shape) }));
  const percent = (read: number, all: number): number => Number(((100 * read) / all).toFixed(1));
  const sum = (key: 'read' | 'all'): number => shares.reduce((total, one) => total + one[key], 0);
  return Promise.resolve({
    name: 'adopt',
    rows: [
      {
        what: `${String(UNITS)} units × ${String(GROUPS * IN_GROUP)} criteria, first time, CPU ms`,
        value: Math.round(costs[0] ?? NaN),
      },
      { what: 'the same, median, CPU ms', value: Math.round(median(costs)) },
      ...shares.map(({ name, read, all }) => ({ what: `read without asking, %: ${name}`, value: percent(read, all) })),
      { what: 'read without asking, %: all shapes', value: percent(sum('read'), sum('all')) },
    ],
    notes: [
      'reading the file, finding the table, the book, the comparison with the old totals, and the new file; two levels for every unit',
    ],
  });
}
