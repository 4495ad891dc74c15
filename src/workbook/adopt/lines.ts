/** The lines of a table: criteria with their texts, totals, ranks, remarks. */
import type { Level, Place } from '../../rules';
import { codeText, isBulletCode } from '../../base/folding';
import { codeOfNumber, isDateFormat } from '../../sheets/number-format';
import { codeBehindDay } from '../read/dated-codes';
import type { CrossesRead } from './crosses';
import { headerRole, isOfAnotherYear, isPartTotal, isRankHeader, isTotalHeader, levelInHeader } from './header-words';
import { readLabel, type Label } from './labels';
import { range, stackAt } from './stack';
import type { View } from './view';

export type LineKind = 'criterion' | 'total' | 'rank' | 'award' | 'remark' | 'other' | 'heading';

/** One step of the way to a criterion: a group above it, or itself. */
export interface Step extends Label {
  readonly place: Place;
  /** Whether its number was written in another cell. */
  readonly codePlace: Place | null;
}

export interface Line {
  readonly at: number;
  readonly kind: LineKind;
  /** What stands there, for those who are told. */
  readonly text: string;
  readonly place: Place;
  /** Outermost group first, the criterion last. */
  readonly path: readonly Step[];
  readonly level: Level | null;
  readonly levelPlace: Place | null;
}

export function readLines(view: View, read: CrossesRead, year: string | null): Line[] {
  return view.turned ? withCodesAbove(linesAcross(view, read, year)) : withHeadings(linesDown(view, read));
}

/** Where numbers begin anew below a heading without number, the heading is a group of its own: else 1 and 1 would be the same. */
function withHeadings(lines: readonly Line[]): Line[] {
  let part = 0;
  const parts = lines.map(({ kind }) => (kind === 'heading' ? ++part : part));
  const seen = new Map<string, number>();
  let isRepeated = false;
  lines.forEach(({ kind, path }, index) => {
    const printed = path.at(-1)?.printed ?? '';
    if (kind !== 'criterion' || printed === '' || isBulletCode(printed)) return;
    const before = seen.get(printed);
    if (before === undefined) seen.set(printed, parts[index] ?? 0);
    else if (before !== parts[index]) isRepeated = true;
  });
  const first = lines.find(({ kind }) => kind === 'criterion' || kind === 'heading');
  if (!isRepeated || first?.kind !== 'heading') return [...lines];
  return lines.map((line, index) =>
    line.kind === 'heading' && lines[index + 1]?.kind === 'criterion' ? { ...line, kind: 'criterion' } : line,
  );
}

/** A number in a row above its criterion, "I.1" over "Sáng kiến", is no group. */
function withCodesAbove(lines: readonly Line[]): Line[] {
  const below = new Map<string, number>();
  const keyOf = ({ place: { row, column } }: Step): string => `${String(row)} ${String(column)}`;
  for (const {
    path: [first],
  } of lines)
    if (first !== undefined) below.set(keyOf(first), (below.get(keyOf(first)) ?? 0) + 1);
  return lines.map((line) => {
    const [first, second, ...rest] = line.path;
    if (
      first === undefined ||
      second === undefined ||
      rest.length > 0 ||
      first.name !== '' ||
      second.printed !== '' ||
      (below.get(keyOf(first)) ?? 0) > 1
    )
      return line;
    return {
      ...line,
      path: [{ ...second, printed: first.printed, max: second.max ?? first.max, codePlace: first.place }],
    };
  });
}

function kindBy(text: string, hasNumbers: boolean, hasMax: boolean): LineKind {
  const role = headerRole(text);
  if (!hasMax && isTotalHeader(text)) return 'total';
  if (!hasMax && isRankHeader(text)) return 'rank';
  if (role === 'max') return 'other';
  if (hasMax) return 'criterion';
  if (role === 'remark' && !hasNumbers) return 'remark';
  if (role === 'award' && !hasNumbers) return 'award';
  if (role === 'aside' || role === 'ordinal') return 'other';
  return 'criterion';
}

const isDash = (text: string): boolean => /^[-–—]$/u.test(text);

const BRACKETED = /\((\d{1,3}(?:[.,]\d+)?)\)$/u;

/** "Kinh tế (60)", "Xã hội (40)": mere numbers in brackets are maxima where all have one and they number nothing. */
function maximaInBrackets(view: View, heads: ReadonlySet<number>, year: string | null): boolean {
  const found = view.lines
    .filter((line) => !heads.has(line))
    .map((line) => view.frame.headers.map((row) => view.text(line, row)).findLast((text) => text !== '') ?? '')
    .filter((text) => text !== '' && headerRole(text) === null && levelInHeader(text) === null)
    .filter((text) => !isOfAnotherYear(text, year))
    .map((text) => BRACKETED.exec(text)?.[1]);
  const numbers = found.map((number) => Number(number?.replace(',', '.')));
  return (
    numbers.length > 1 &&
    numbers.every((number) => number > 0) &&
    numbers.some((number, index) => index > 0 && number !== (numbers[index - 1] ?? 0) + 1)
  );
}

/** Criteria across: the header rows above each column. */
function linesAcross(view: View, { heads, crosses }: CrossesRead, year: string | null): Line[] {
  const { headers } = view.frame;
  const textAt = (depth: number, line: number): string =>
    heads.has(line) ? '' : view.text(line, headers[depth] ?? -1);
  const first = view.lines.find((line) => !heads.has(line)) ?? 0;
  const inBrackets = maximaInBrackets(view, heads, year);
  const maxima = crosses.filter(({ kind }) => kind === 'max');
  return view.lines
    .filter((line) => !heads.has(line))
    .flatMap((line): Line[] => {
      const stack = stackAt(textAt, headers.length, line, first);
      const written = stack.flatMap(({ text, at }, depth) =>
        text === '' ? [] : [{ text, place: view.place(at, headers[depth] ?? 0) }],
      );
      for (const { place } of written) view.uses.mark(place, 'known');
      const hasNumbers = crosses.some(({ kind, at }) => kind === 'unit' && view.holdsNumber(line, at));
      const hasMax = maxima.some(({ at }) => view.holdsNumber(line, at));
      const level = written.find(({ text }) => levelInHeader(text) !== null && !isTotalHeader(text));
      const named = written.filter(
        (one) => one !== level && !['span', 'criterionName', 'unitName'].includes(headerRole(one.text) ?? ''),
      );
      const last = named.at(-1);
      if (last === undefined && level === undefined) return [];
      const isOld = named.some(({ text }) => isOfAnotherYear(text, year));
      const isText =
        !hasNumbers &&
        !hasMax &&
        crosses.some(
          ({ kind: own, at }) => own === 'unit' && view.entry(line, at).kind === 'text' && !isDash(view.text(line, at)),
        );
      const role = isOld
        ? 'other'
        : named.map(({ text }) => kindBy(text, hasNumbers, false)).find((kind) => kind !== 'criterion');
      const stated = last !== undefined && readLabel(last.text, false).max !== null && !isTotalHeader(last.text);
      const read: LineKind =
        role !== undefined && !(hasMax && role !== 'total' && role !== 'rank') && !(stated && role !== 'total')
          ? role
          : 'criterion';
      const kind = read === 'criterion' && isText && !stated ? 'other' : read;
      const path = named.map(({ text, place }): Step => ({
        ...readLabel(inBrackets ? text.replace(BRACKETED, ' ($1 đ)') : text, false),
        place,
        codePlace: null,
      }));
      return [
        {
          at: line,
          kind,
          text: written.map(({ text }) => text).join(' / '),
          place: last?.place ?? level?.place ?? view.place(line, headers[0] ?? 0),
          path,
          level: level === undefined ? null : levelInHeader(level.text),
          levelPlace: level?.place ?? null,
        },
      ];
    });
}

/** Criteria down: code and texts at the left of each row. */
function linesDown(view: View, { labels, crosses }: CrossesRead): Line[] {
  const { frame } = view;
  const maxima = crosses.filter(({ kind }) => kind === 'max');
  // A level beside the criteria stands further in than their names.
  const texts = [...labels.names, ...(labels.level === null ? [] : [labels.level])];
  const textAt = (depth: number, line: number): string => view.text(line, texts[depth] ?? -1);
  const printed = new Set<string>();
  const codeDepth = depthOfCodes(view, labels);
  return range(frame.bodyTop, frame.bottom).flatMap((line): Line[] => {
    const stack = stackAt(textAt, texts.length, line, frame.bodyTop).slice(0, labels.names.length);
    const written = stack.flatMap(({ text, at }, depth) =>
      text === '' ? [] : [{ text, place: view.place(at, labels.names[depth] ?? 0) }],
    );
    const code = labels.code === null ? '' : printedCode(view, line, labels.code, printed);
    const levelText = labels.level === null ? '' : view.text(line, labels.level);
    const level = levelInHeader(levelText);
    const last = written.at(-1);
    const codePlace = labels.code === null || view.isBlank(line, labels.code) ? null : view.place(line, labels.code);
    if (view.crosses.every((cross) => view.isBlank(line, cross))) return [];
    const hasNumbers = crosses.some(({ kind, at }) => kind === 'unit' && view.holdsNumber(line, at));
    const hasMax = maxima.some(({ at }) => view.holdsNumber(line, at));
    const text = last?.text ?? code;
    const isNumbered = isNumberingLine(view, line);
    const isBelow = printed.size > 0 || codePlace === null;
    const path = written.map(({ text: name, place }, index): Step => {
      const label = readLabel(name, false);
      const isCoded = codeDepth === null ? index === written.length - 1 : index === codeDepth;
      // The number may stand in the text once more.
      return isCoded && code !== ''
        ? { ...(label.printed === code ? label : readLabel(name, true)), printed: code, place, codePlace }
        : { ...label, place, codePlace: null };
    });
    if (written.length === 0 && code !== '' && codePlace !== null)
      path.push({ ...readLabel(view.text(line, labels.code ?? 0), false), place: codePlace, codePlace });
    const step = path.at(-1);
    const isPart = code === '' && step?.printed === '' && isPartTotal(text);
    const result = isPart ? 'total' : kindBy(text, hasNumbers, (hasMax || step?.max !== null) && !isTotalHeader(text));
    const isHeading = step !== undefined && step.printed === '' && step.max === null && !hasNumbers && !hasMax;
    const kind = isNumbered
      ? 'other'
      : result !== 'criterion' && isBelow
        ? result
        : isHeading
          ? 'heading'
          : 'criterion';
    if (isNumbered) view.uses.markRow(line, 'known', frame.left, frame.right);
    if (code !== '') printed.add(code);
    return [
      {
        at: line,
        kind,
        text,
        place: last?.place ?? codePlace ?? view.place(line, frame.nameColumn),
        path,
        level,
        levelPlace: level === null || labels.level === null ? null : view.place(line, labels.level),
      },
    ];
  });
}

/** Numbers that stand only where a group begins are its own: "I | Kinh tế | Thu", "  |  | Chi"; null where they are those of the criteria. */
function depthOfCodes(view: View, { code, names }: CrossesRead['labels']): number | null {
  const [outer] = names;
  const inner = names.at(-1);
  if (code === null || outer === undefined || inner === undefined || outer === inner) return null;
  const rows = range(view.frame.bodyTop, view.frame.bottom).filter((line) => !view.isBlank(line, inner));
  const isGroup = rows.every((line) => view.isBlank(line, code) === view.isBlank(line, outer));
  return isGroup && rows.some((line) => view.isBlank(line, code)) ? 0 : null;
}

function isNumberingLine(view: View, line: number): boolean {
  const texts = view.crosses.map((cross) => view.text(line, cross)).filter((text) => text !== '');
  return texts.length > 2 && texts.every((text) => /^\(\d{1,2}\)$|^\(?\d{1,2}\)?\s*=[\d\s()+-]+$/u.test(text));
}

/** The code of a row; of a number as its format shows it, and "1.10" where 1.1 follows on 1.9. */
function printedCode(view: View, line: number, column: number, before: ReadonlySet<string>): string {
  const cell = view.cell(line, column);
  if (cell === undefined || cell.value === null) return '';
  if (typeof cell.value === 'number') {
    if (isDateFormat(cell.format))
      return codeBehindDay(cell, view.date1904, (code) => before.has(code.slice(0, code.lastIndexOf('.')))) ?? '';
    const stored = codeOfNumber(cell.value, cell.format) ?? String(cell.value);
    const match = /^(\d+)\.([1-9])$/u.exec(stored);
    return match !== null &&
      before.has(`${match[1] ?? ''}.${match[2] ?? ''}`) &&
      before.has(`${match[1] ?? ''}.${String(Number(match[2]) * 10 - 1)}`)
      ? `${stored}0`
      : stored;
  }
  const text = view.text(line, column);
  if (isBulletCode(text)) return '-';
  if (/^\d{1,2}(?:,\d{1,2})+$/u.test(text)) return text.replaceAll(',', '.');
  const label = readLabel(text, false);
  return label.name === '' && label.printed !== '' && /^(?:phần|mục|nhóm)/iu.test(text)
    ? label.printed
    : codeText(text);
}
