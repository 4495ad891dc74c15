/** A list of units as people type or paste it. */
import { fold } from '../base/folding';
import type { WrittenUnit } from './create-content';

/** "3.", "3)", "3 -", "-" and the like before a name. */
const LIST_SIGN = /^(\d+\s*[.)]|\d+\s*[-–](?=\s)|[-–•*+])\s*/;
const NUMBERING = /^\d+[.)]?$/;
const CODE = /^[\p{L}\p{N}._/-]{1,12}$/u;
const NUMBERED = /^(\d+)\s+(?=\p{Lu})/u;

/** What the headers of such lists are called; anything else is a name. */
const HEADERS: readonly (readonly ['number' | 'code' | 'name' | 'other', RegExp])[] = [
  ['number', /^(?:stt|tt|số tt|số thứ tự|no\.?|#)$/u],
  ['code', /^(?:mã|mã đơn vị|mã đv|mã số|ký hiệu|code)$/u],
  [
    'name',
    /^(?:(?:tên|danh sách|các) )?(?:cơ quan|đơn vị|địa phương|thành viên)(?:[,;/ ]+(?:cơ quan|đơn vị|địa phương|xã|phường))*$|^tên$|^unit$|^name$/u,
  ],
  ['other', /^(?:ghi chú|chức danh|trưởng khối|điện thoại|địa chỉ|loại|khối|cụm)$/u],
];

type Column = (typeof HEADERS)[number][0];

const columnOf = (cell: string): Column | null => {
  const text = fold(cell);
  return HEADERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
};

/** The columns of a header row; null where the row is none. */
function headerOf(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map(columnOf);
  return columns.includes('name') && columns.every((column, index) => column !== null || cells[index]?.trim() === '')
    ? columns.map((column) => column ?? 'other')
    : null;
}

/**
 * One unit per line: a name, or cells copied from Excel: numbering, code and name in this order, each but
 * the name optional; below a header row, in its order. Numbers that count the lines are no part of a name.
 */
export function parseUnitList(text: string): WrittenUnit[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const header = rows.length > 1 ? headerOf(rows[0] ?? []) : null;
  const units = rows
    .slice(header === null ? 0 : 1)
    .flatMap((cells) => (header ? underHeader(cells, header) : byOrder(cells)));
  const isCounted =
    units.length > 1 && units.every(({ name }, index) => NUMBERED.exec(name)?.[1] === String(index + 1));
  return isCounted ? units.map((unit) => ({ ...unit, name: unit.name.replace(NUMBERED, '') })) : units;
}

function underHeader(cells: readonly string[], header: readonly Column[]): WrittenUnit[] {
  const cell = (column: Column): string => cells[header.indexOf(column)] ?? '';
  const [name, code] = [cell('name').replace(LIST_SIGN, '').trim(), cell('code')];
  return name === '' ? [] : [{ ...(CODE.test(code) ? { code } : {}), name }];
}

function byOrder(written: readonly string[]): WrittenUnit[] {
  const cells = written.filter(Boolean);
  if (cells.length > 1 && NUMBERING.test(cells[0] ?? '')) cells.shift();
  const [first = '', second] = cells;
  if (second !== undefined && CODE.test(first)) return [{ code: first, name: second }];
  const name = first.replace(LIST_SIGN, '').trim();
  return name === '' ? [] : [{ name }];
}

/** The first name or code that two units share, in either case; null when all differ. */
export function repeatedUnit(units: readonly WrittenUnit[]): string | null {
  const seen = new Set<string>();
  for (const { name, code } of units) {
    for (const [kind, text] of [
      ['name', name],
      ['code', code],
    ] as const) {
      if (text === undefined) continue;
      const key = `${kind} ${fold(text)}`;
      if (seen.has(key)) return text;
      seen.add(key);
    }
  }
  return null;
}
