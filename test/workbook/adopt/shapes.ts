/** Old tables in the shapes that offices have, written by SheetJS. */
import XLSX from 'xlsx';
import type { Level } from '../../../src/rules';
import type { Cell, WorkbookCells } from '../../../src/sheets/cells';
import { CRITERIA, LEAVES, points, rank, sumOf, total, UNITS, type WantedCriterion } from './bloc';

export type Value =
  string | number | null | { readonly v: number; readonly z: string } | { readonly f: string; readonly v: number };

export interface Shape {
  readonly name: string;
  readonly sheets: Readonly<Record<string, readonly (readonly Value[])[]>>;
  readonly merges?: readonly string[];
  readonly levels: readonly Level[];
  /** Where they differ from the bloc's. */
  readonly criteria?: readonly WantedCriterion[];
  readonly units?: readonly string[];
  /** Keys of the questions without whose answers there is no book, with the answer given. */
  readonly asked?: Readonly<Record<string, string>>;
  readonly year?: string | null;
  /** Where a cell holds no points: unit, criterion. */
  readonly without?: readonly string[];
  readonly pointsOf?: (unit: number, code: string, level: Level) => number;
}

export function fileOf({ sheets, merges = [] }: Pick<Shape, 'sheets' | 'merges'>): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(
      rows.map((row) => row.map((value) => (typeof value === 'object' && value !== null ? null : value))),
    );
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (typeof value === 'object' && value !== null) sheet[XLSX.utils.encode_cell({ r, c })] = { t: 'n', ...value };
      }),
    );
    sheet['!ref'] = XLSX.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: rows.length - 1, c: Math.max(...rows.map(({ length }) => length)) - 1 },
    });
    sheet['!merges'] = merges.map((area) => XLSX.utils.decode_range(area));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

const cellOf = (value: Value): Cell | undefined => {
  if (value === null) return undefined;
  if (typeof value !== 'object') return { value };
  return 'f' in value ? { value: value.v, formula: value.f } : { value: value.v, format: value.z };
};

/** The cells without a file around them, as Excel hands them over: merges unseen. */
export const cellsOf = (sheets: Shape['sheets']): WorkbookCells => ({
  date1904: false,
  structureProtected: false,
  sheets: Object.entries(sheets).map(([name, rows]) => ({
    name,
    state: 'visible',
    rows: rows.map((row) => row.map(cellOf)),
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    merges: null,
    stamp: null,
    protected: false,
  })),
});

const TITLES: readonly (readonly Value[])[] = [
  ['HỘI ĐỒNG TĐ-KT TỈNH', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU I', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
  [],
  ['BẢNG TỔNG HỢP ĐIỂM THI ĐUA NĂM 2025'],
  [],
];
const SIGNED: readonly (readonly Value[])[] = [
  [],
  [null, null, null, 'Ninh Bình, ngày 05 tháng 12 năm 2025'],
  [null, 'NGƯỜI LẬP BIỂU', null, 'TRƯỞNG KHỐI'],
  [],
  [null, 'Nguyễn Văn A', null, 'Trần Thị B'],
];

const last = (code: string): string => code.slice(code.lastIndexOf('.') + 1);
const SELF_AND_BLOC: readonly Level[] = ['self', 'bloc'];
const across = <Made>(make: (unit: number) => readonly Made[]): Made[] => UNITS.flatMap((_, unit) => make(unit));
const valueAt = ({ code, leaf }: WantedCriterion, unit: number, level?: Level): number =>
  leaf ? points(unit, code, level) : sumOf(unit, code, level);
const inWords = (value: number): string => String(value).replace('.', ',');

/** Criteria down, self and bloc of every unit across; the columns at the left as given. */
function down(
  left: readonly string[],
  label: (criterion: WantedCriterion) => readonly Value[],
  own: {
    readonly levels?: readonly string[];
    readonly between?: readonly (readonly Value[])[];
    readonly totals?: readonly Value[];
  } = {},
): (readonly Value[])[] {
  const levels = own.levels ?? ['Tự chấm', 'Khối chấm'];
  return [
    [...left, ...across((unit): Value[] => [UNITS[unit] ?? '', null])],
    [...left.map(() => null), ...across(() => levels)],
    ...(own.between ?? []),
    ...CRITERIA.map((criterion) => [
      ...label(criterion),
      ...across((unit) => SELF_AND_BLOC.map((level) => valueAt(criterion, unit, level))),
    ]),
    [
      ...(own.totals ?? [...left.map((_, index) => (index === Math.min(1, left.length - 1) ? 'TỔNG CỘNG' : null))]),
      ...across((unit) => SELF_AND_BLOC.map((level) => total(unit, level))),
    ],
  ];
}

const WITHOUT_GROUPS = CRITERIA.filter(({ leaf }) => leaf);
const GROUPS_ONLY: readonly WantedCriterion[] = CRITERIA.filter(({ code }) => !code.includes('.')).map((criterion) => ({
  ...criterion,
  leaf: true,
  ...(criterion.leaf ? {} : { name: `Nhóm ${criterion.code}` }),
}));
const groupPoints = (unit: number, code: string, level: Level): number =>
  code.length < 4 && !['IV', 'V'].includes(code) ? sumOf(unit, code, level) : points(unit, code, level);

/** The kinds of the tables that were handed over. */
const HANDED: readonly Shape[] = [
  {
    name: 'units down, codes in the headers, maxima in a row, no level',
    levels: [],
    criteria: WITHOUT_GROUPS,
    asked: { level: 'khối chấm' },
    sheets: {
      'Tong hop': [
        ...TITLES,
        ['STT', 'Tên đơn vị', ...LEAVES.map(({ code, name }) => `${code}. ${name}`), 'Tổng điểm', 'Xếp thứ'],
        [null, 'Điểm chuẩn', ...LEAVES.map(({ max }) => max)],
        ...UNITS.map((name, unit) => [
          unit + 1,
          name,
          ...LEAVES.map(({ code }) => points(unit, code)),
          total(unit),
          rank(unit),
        ]),
        ...SIGNED,
      ],
    },
  },
  {
    name: 'two header rows, the maximum in every block, codes that repeat',
    levels: SELF_AND_BLOC,
    merges: ['C6:E6', 'F6:H6', 'A6:A7', 'B6:B7'],
    sheets: {
      'Cham diem': [
        ...TITLES,
        ['TT', 'Nội dung tiêu chí', ...across((unit): Value[] => [UNITS[unit] ?? '', null, null])],
        [null, null, ...across(() => ['Điểm chuẩn', 'Điểm tự chấm', 'Điểm khối chấm'])],
        ...CRITERIA.map((criterion) => [
          last(criterion.code),
          criterion.name,
          ...across((unit) => [
            criterion.max,
            ...SELF_AND_BLOC.map((level): Value =>
              criterion.leaf
                ? points(unit, criterion.code, level)
                : { f: '1+1', v: sumOf(unit, criterion.code, level) },
            ),
          ]),
        ]),
        [null, 'TỔNG CỘNG', ...across((unit) => [null, ...SELF_AND_BLOC.map((level) => total(unit, level))])],
        ...SIGNED,
      ],
    },
  },
  {
    name: 'pasted from Word: numbers in the text, NFD, line breaks, decimal commas, negative deductions',
    levels: SELF_AND_BLOC,
    asked: { sign: 'dương' },
    year: null,
    sheets: {
      Sheet1: [
        ['PHỤ LỤC: BẢNG ĐIỂM THI ĐUA'],
        [
          'Nội dung, tiêu chí',
          'Điểm\ntối đa',
          ...across((unit): Value[] => [(UNITS[unit] ?? '').replace(' ', '\n').normalize('NFD'), null]),
        ],
        [null, null, ...across(() => ['Tự\nchấm', 'Khối\u00A0chấm'])],
        ...CRITERIA.map(({ code, name, max, leaf, counts }) => [
          leaf && code.includes('.')
            ? `${last(code)}) ${name}`.normalize('NFD')
            : `${code}. ${name.toUpperCase()}`.normalize('NFD'),
          leaf ? (code.includes('.') ? `${String(max)} điểm` : `tối đa ${String(max)} điểm`) : String(max),
          ...across((unit): Value[] =>
            leaf
              ? SELF_AND_BLOC.map((level) => inWords((counts === 'deduction' ? -1 : 1) * points(unit, code, level)))
              : [null, null],
          ),
        ]),
      ],
    },
  },
  {
    name: 'levels as rows, maxima in the headers',
    levels: ['self', 'bloc', 'board'],
    criteria: GROUPS_ONLY,
    pointsOf: groupPoints,
    sheets: {
      'Tổng hợp': [
        ...TITLES,
        [
          'STT',
          'Đơn vị',
          'Cấp chấm',
          'I\n(60 đ)',
          'II\n(20 đ)',
          'III\n(20 đ)',
          'Thưởng\n(tối đa 5)',
          'Trừ\n(tối đa 5)',
          'Tổng',
          'Xếp thứ',
          'Đề nghị',
        ],
        ...UNITS.flatMap((name, unit) =>
          (['self', 'bloc', 'board'] as const).map((level, at): Value[] => [
            at === 0 ? unit + 1 : null,
            at === 0 ? name : null,
            ['Tự chấm', 'Khối chấm', 'Thẩm định'][at] ?? '',
            ...GROUPS_ONLY.map(({ code }) => groupPoints(unit, code, level)),
            total(unit, level),
            at === 0 ? rank(unit, 'board') : null,
            at === 0 && unit === 0 ? 'Bằng khen' : null,
          ]),
        ),
        ...SIGNED,
      ],
    },
  },
];

const NUMBERED: Readonly<Record<string, string>> = { I: 'A', II: 'B', III: 'C', IV: 'D', V: 'E' };
const lettered = (code: string): string => code.replace(/^[IV]+/u, (root) => NUMBERED[root] ?? root);
const renamed = (rename: (code: string) => string): WantedCriterion[] =>
  CRITERIA.map((criterion) => ({ ...criterion, code: rename(criterion.code) }));
const backFrom =
  (rename: (code: string) => string) =>
  (unit: number, code: string, level: Level): number =>
    points(unit, CRITERIA.find((criterion) => rename(criterion.code) === code)?.code ?? '', level);

const DIGITS: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4', V: '5' };
const digits = (code: string): string => code.replace(/^[IV]+/u, (root) => DIGITS[root] ?? root);

const MORE: readonly Shape[] = [
  {
    name: 'letters, numbers and dashes in a column of their own',
    levels: SELF_AND_BLOC,
    criteria: renamed(lettered),
    pointsOf: backFrom(lettered),
    sheets: {
      A: [
        ...TITLES,
        ...down(['TT', 'Nội dung', 'Thang điểm'], ({ code, name, max }) => [
          code.includes('.') ? '-' : lettered(code),
          name,
          max,
        ]),
      ],
    },
  },
  {
    name: 'levels above the units in three rows, and the columns numbered',
    levels: SELF_AND_BLOC,
    sheets: {
      A: [
        ...TITLES,
        ['STT', 'Nội dung tiêu chí', 'Điểm chuẩn', 'Kết quả chấm điểm'],
        [null, null, null, 'Đơn vị tự chấm', ...UNITS.slice(1).map(() => null), 'Khối thi đua chấm'],
        [null, null, null, ...UNITS, ...UNITS],
        ['(1)', '(2)', '(3)', ...[...UNITS, ...UNITS].map((_, index) => `(${String(index + 4)})`)],
        ...CRITERIA.map((criterion) => [
          last(criterion.code),
          criterion.name,
          criterion.max,
          ...SELF_AND_BLOC.flatMap((level) => UNITS.map((_, unit) => valueAt(criterion, unit, level))),
        ]),
        [
          null,
          'Tổng số điểm (I+II+III+IV-V)',
          '100 + 5 = 105',
          ...SELF_AND_BLOC.flatMap((level) => UNITS.map((_, unit) => total(unit, level))),
        ],
        ...SIGNED,
      ],
    },
  },
  {
    name: 'units down, groups above criteria above levels',
    levels: SELF_AND_BLOC,
    sheets: {
      A: [
        ...TITLES,
        [
          'STT',
          'Cơ quan, đơn vị',
          ...['I', 'II', 'III'].flatMap((group): Value[] => {
            const own = LEAVES.filter(({ code }) => code.startsWith(`${group}.`));
            const { name } = CRITERIA.find(({ code }) => code === group) as WantedCriterion;
            return own.flatMap((_, index): Value[] => [
              index === 0 ? `${group}. ${name} (${String({ I: 60, II: 20, III: 20 }[group as 'I'])} điểm)` : null,
              null,
            ]);
          }),
          'IV. Điểm thưởng',
          null,
          'V. Điểm trừ',
          null,
          'Tổng điểm',
          null,
          'Xếp hạng',
        ],
        [
          null,
          null,
          ...LEAVES.flatMap(({ code, name }): Value[] =>
            code.includes('.') ? [`${last(code)}. ${name}`, null] : [null, null],
          ),
        ],
        [null, null, ...LEAVES.flatMap(() => ['Tự chấm', 'Khối chấm']), 'Tự chấm', 'Khối chấm'],
        [null, 'Điểm tối đa', ...LEAVES.flatMap(({ max }) => [max, max])],
        ...UNITS.map((name, unit) => [
          unit + 1,
          name,
          ...LEAVES.flatMap(({ code }) => SELF_AND_BLOC.map((level) => points(unit, code, level))),
          ...SELF_AND_BLOC.map((level) => total(unit, level)),
          rank(unit),
        ]),
        [null, 'Bình quân', ...LEAVES.flatMap(() => [1, 1])],
      ],
    },
  },
  {
    name: 'clusters as headings, one of which is meant',
    levels: [],
    criteria: WITHOUT_GROUPS,
    units: UNITS.slice(0, 3),
    asked: { level: 'tự chấm', group: 'Cụm thi đua số 1' },
    sheets: {
      A: [
        ...TITLES,
        ['TT', 'Đơn vị', ...LEAVES.map(({ code, name, max }) => `${code} ${name} (${String(max)} điểm)`), 'Tổng cộng'],
        ['A', 'Cụm thi đua số 1'],
        ...UNITS.slice(0, 3).map((name, unit) => [
          unit + 1,
          name,
          ...LEAVES.map(({ code }) => points(unit, code)),
          total(unit),
        ]),
        ['B', 'Cụm thi đua số 2'],
        ...UNITS.slice(3).map((name, unit) => [
          unit + 1,
          name,
          ...LEAVES.map(({ code }) => points(unit + 3, code)),
          total(unit + 3),
        ]),
      ],
    },
  },
  {
    name: 'two tables on one sheet, of which one is meant',
    levels: SELF_AND_BLOC,
    asked: { table: '1' },
    sheets: {
      A: [
        ...TITLES,
        ...down(['STT', 'Tiêu chí', 'Điểm tối đa'], ({ code, name, max }) => [last(code), name, max]),
        [],
        ['BẢNG 2. TỔNG HỢP'],
        [],
        ['STT', 'Tên đơn vị', 'Điểm chính (100 đ)', 'Điểm thưởng (5 đ)', 'Điểm trừ (5 đ)', 'Tổng'],
        ...UNITS.map((name, unit) => [
          unit + 1,
          name,
          total(unit) - points(unit, 'IV') + points(unit, 'V'),
          points(unit, 'IV'),
          points(unit, 'V'),
          total(unit),
        ]),
      ],
    },
  },
  {
    name: 'no maximum anywhere',
    levels: SELF_AND_BLOC,
    criteria: CRITERIA.map((criterion) => ({ ...criterion, max: null })),
    asked: Object.fromEntries(LEAVES.map(({ code, max }) => [`max.${code}`, String(max)])),
    sheets: { A: [...TITLES, ...down(['TT', 'Tiêu chí'], ({ code, name }) => [last(code), name])] },
  },
  {
    name: 'a percentage beside the points, a difference, a remark in every block',
    levels: SELF_AND_BLOC,
    sheets: {
      A: [
        ...TITLES,
        ['TT', 'Nội dung', 'Điểm chuẩn', ...across((unit): Value[] => [UNITS[unit] ?? '', null, null, null, null])],
        [null, null, null, ...across(() => ['Tự chấm', 'Khối chấm', 'Chênh lệch', 'Tỷ lệ', 'Giải trình'])],
        ...CRITERIA.map((criterion) => [
          last(criterion.code),
          criterion.name,
          criterion.max,
          ...across((unit): Value[] => [
            ...SELF_AND_BLOC.map((level) => valueAt(criterion, unit, level)),
            0.25,
            { v: 0.95, z: '0%' },
            criterion.code === 'I.2' && unit === 1 ? 'Chậm báo cáo quý II' : null,
          ]),
        ]),
      ],
    },
  },
  {
    name: 'numbers stored as numbers, 1 above 1.1',
    levels: SELF_AND_BLOC,
    criteria: renamed(digits),
    pointsOf: backFrom(digits),
    sheets: {
      A: [
        ...TITLES,
        ...down(['Số TT', 'Nội dung chấm điểm', 'Khung điểm'], ({ code, name, max }) => [
          Number(digits(code)),
          name,
          `${String(max)} đ`,
        ]),
      ],
    },
  },
  {
    name: 'one sheet for each unit',
    levels: SELF_AND_BLOC,
    sheets: Object.fromEntries(
      UNITS.map((name, unit) => [
        name,
        [
          ['BẢNG CHẤM ĐIỂM THI ĐUA NĂM 2025'],
          [`Đơn vị: ${name}`],
          [],
          ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm khối chấm'],
          ...CRITERIA.map((criterion): Value[] => [
            last(criterion.code),
            criterion.name,
            criterion.max,
            ...SELF_AND_BLOC.map((level) => valueAt(criterion, unit, level)),
          ]),
          [null, 'Tổng cộng', 100, ...SELF_AND_BLOC.map((level) => total(unit, level))],
        ],
      ]),
    ),
  },
  {
    name: 'no numbering: groups by the sums of their maxima',
    levels: SELF_AND_BLOC,
    sheets: {
      A: [
        ...TITLES,
        ...down(['Tiêu chí', 'Điểm chuẩn'], ({ name, max }) => [name, max], { totals: ['Tổng điểm', null] }),
      ],
    },
  },
  {
    name: 'no header word for the units',
    levels: [],
    criteria: WITHOUT_GROUPS,
    asked: { level: 'thẩm định' },
    sheets: {
      A: [
        ...TITLES,
        [null, null, ...LEAVES.map(({ code, name, max }) => `${code}. ${name} (${String(max)}đ)`), 'Tổng'],
        ...UNITS.map((name, unit) => [unit + 1, name, ...LEAVES.map(({ code }) => points(unit, code)), total(unit)]),
      ],
    },
  },
  {
    name: 'dotted numbers below Roman ones, bonus and deduction without number',
    levels: SELF_AND_BLOC,
    sheets: {
      A: [
        ...TITLES,
        ...down(['TT', 'Tiêu chí', 'Điểm chuẩn'], ({ code, name, max }) => [
          code.includes('.') ? digits(code) : ['IV', 'V'].includes(code) ? null : code,
          name,
          max,
        ]),
      ],
    },
  },
  {
    name: 'levels beside the criteria, each in a row of its own',
    levels: SELF_AND_BLOC,
    criteria: WITHOUT_GROUPS,
    sheets: {
      A: [
        ...TITLES,
        ['TT', 'Nội dung', 'Điểm chuẩn', 'Cấp chấm', ...UNITS],
        ...LEAVES.flatMap(({ code, name, max }) =>
          SELF_AND_BLOC.map((level, at): Value[] => [
            at === 0 ? code : null,
            at === 0 ? name : null,
            at === 0 ? max : null,
            ['Tự chấm', 'Khối chấm'][at] ?? '',
            ...UNITS.map((_, unit) => points(unit, code, level)),
          ]),
        ),
      ],
    },
  },
  {
    name: 'a criterion that does not apply, and a further level',
    levels: ['self', 'bloc', 'level Tổ giúp việc'],
    asked: { na: 'đủ điểm' },
    without: ['0 I.3'],
    sheets: {
      A: [
        ...TITLES,
        ['TT', 'Nội dung', 'Điểm chuẩn', ...across((unit): Value[] => [UNITS[unit] ?? '', null, null])],
        [null, null, null, ...across(() => ['Tự chấm', 'Khối chấm', 'Tổ giúp việc'])],
        ...CRITERIA.map((criterion) => [
          last(criterion.code),
          criterion.name,
          criterion.max,
          ...across((unit): Value[] =>
            criterion.code === 'I.3' && unit === 0
              ? ['KAD', 'KAD', 'KAD']
              : [...SELF_AND_BLOC, 'level Tổ giúp việc' as const].map((level) =>
                  criterion.leaf ? points(unit, criterion.code, level) : null,
                ),
          ),
        ]),
      ],
    },
  },
];

export const SHAPES: readonly Shape[] = [...HANDED, ...MORE];
