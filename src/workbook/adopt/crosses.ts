/** The crosses of a table: which unit and which level each belongs to, and which hold maxima or remarks. */
import { furtherLevel, type Level, type Place } from '../../rules';
import { isTotalText } from '../read/row-words';
import { fold } from '../../base/folding';
import {
  bare,
  headerRole,
  isGroupHeading,
  isOfAnotherYear,
  levelInHeader,
  looksLikeUnit,
  type HeaderRole,
} from './header-words';
import { oneLine } from './labels';
import { range, stackAt } from './stack';
import type { View } from './view';

export interface Cross {
  readonly at: number;
  readonly kind: 'unit' | 'max' | 'remark' | 'other';
  /** The name as written, on one line; null where the table names no unit at all. */
  readonly unit: string | null;
  readonly unitPlace: Place | null;
  /** Null where the table does not say. */
  readonly level: Level | null;
  readonly levelPlace: Place | null;
  /** The cluster or bloc it stands under. */
  readonly group: string | null;
}

/** Where the labels of the lines stand. */
export interface Labels {
  readonly code: number | null;
  readonly names: readonly number[];
  /** The level of each line, where levels stand beside the criteria. */
  readonly level: number | null;
}

export interface CrossesRead {
  readonly crosses: readonly Cross[];
  readonly labels: Labels;
  /** Lines that hold names of units and levels. */
  readonly heads: ReadonlySet<number>;
}

/** `year`: what the table is of, where that is known. */
export const readCrosses = (view: View, year: string | null): CrossesRead =>
  view.turned ? unitsDown(view) : criteriaDown(view, year);

const MOSTLY = 0.6;

function isMostly(view: View, cells: readonly (readonly [number, number])[], is: (text: string) => boolean): boolean {
  const texts = cells.map(([line, cross]) => view.text(line, cross)).filter((text) => text !== '');
  return texts.length > 1 && texts.filter(is).length >= texts.length * MOSTLY;
}

const isCodeText = (text: string): boolean =>
  /^(?:[IVXivx]{1,5}|[A-ZĐ]|[a-zđ]|\d{1,2})(?:\.(?:\d{1,2}|[a-zđ]))*[.)]?$|^[-–+•*]$/u.test(text);

/** Units across: the header rows above each column. */
function criteriaDown(view: View, year: string | null): CrossesRead {
  const { frame } = view;
  const depths = frame.headers.length;
  const headAt = (depth: number, cross: number): string => view.text(frame.headers[depth] ?? -1, cross);
  const whole = (cross: number): string[] =>
    range(0, depths)
      .map((depth) => headAt(depth, cross))
      .filter((text) => text !== '');
  const body = (cross: number): (readonly [number, number])[] =>
    range(frame.bodyTop, frame.bottom).map((line) => [line, cross] as const);
  const own = view.crosses.map((cross) => ({ cross, texts: whole(cross) }));
  const besideName = own.filter(
    ({ cross, texts }) => cross < frame.nameColumn && !texts.some((text) => levelInHeader(text) !== null),
  );
  const code =
    besideName.find(
      ({ cross, texts }) =>
        texts.some((text) => headerRole(text) === 'ordinal') || isMostly(view, body(cross), isCodeText),
    )?.cross ?? null;
  const level =
    own.find(
      ({ cross, texts }) =>
        texts.some((text) => headerRole(text) === 'levelName') &&
        isMostly(view, body(cross), (text) => levelInHeader(text) !== null),
    )?.cross ?? null;
  /** Groups stand left of their criteria: "Lĩnh vực", "Nhóm". */
  const isOnlyTexts = (cross: number): boolean =>
    body(cross).some(([line]) => !view.isBlank(line, cross)) &&
    !body(cross).some(([line]) => view.holdsNumber(line, cross));
  const isText = (cross: number): boolean => isMostly(view, body(cross), (text) => !/^[\d.,\s]+$/u.test(text));
  const names = own
    .filter(
      ({ cross, texts }) =>
        cross === frame.nameColumn ||
        (cross !== code &&
          cross !== level &&
          ((isText(cross) && texts.some((text) => headerRole(text) === 'criterionName')) ||
            (cross < frame.nameColumn && isOnlyTexts(cross)))),
    )
    .map(({ cross }) => cross);
  const labels: Labels = { code, names, level };
  for (const line of frame.headers) view.uses.markRow(line, 'known', frame.left, frame.right);
  const others = own.filter(({ cross }) => cross !== code && cross !== level && !names.includes(cross));
  const first = others[0]?.cross ?? frame.right;
  const stacks = others.map(({ cross }) => ({ cross, stack: stackAt(headAt, depths, cross, first) }));
  const unitDepth = depthOfUnits(
    stacks.map(({ stack }) => stack.map(({ text }) => text)),
    depths,
  );
  const crosses = stacks.map(({ cross, stack }): Cross => {
    const placeOf = (depth: number): Place => view.place(frame.headers[depth] ?? 0, stack[depth]?.at ?? cross);
    let kind: Cross['kind'] | null = null;
    let [unit, unitPlace, levelFound, levelPlace, group]: [
      string | null,
      Place | null,
      Level | null,
      Place | null,
      string | null,
    ] = [null, null, null, null, null];
    stack.forEach(({ text }, depth) => {
      if (text === '') return;
      const found = levelInHeader(text);
      const role = isOfAnotherYear(text, year) ? 'aside' : /^năm 20\d\d$/u.test(bare(text)) ? 'span' : headerRole(text);
      if (found !== null && !(depth === unitDepth && looksLikeUnit(text)))
        [levelFound, levelPlace] = [found, placeOf(depth)];
      else if (depth === unitDepth && (role === null || looksLikeUnit(text)))
        [unit, unitPlace] = [text, placeOf(depth)];
      else if (role !== null) kind ??= kindOf(role);
      else if (depth < (unitDepth ?? 0) && isGroupHeading(text)) group = text;
      else if (unitDepth !== null && depth > unitDepth && holdsOnlyPoints(view, body(cross)))
        [levelFound, levelPlace] = [furtherLevel(text), placeOf(depth)];
      else if (
        unitDepth !== null &&
        depth < unitDepth &&
        isRepeated(
          stacks.map(({ stack: other }) => other),
          unitDepth,
          depth,
        )
      )
        [levelFound, levelPlace] = [furtherLevel(text), placeOf(depth)];
      else if (unitDepth !== null && depth > unitDepth) kind ??= 'other';
    });
    if (stack.every(({ text }) => text === '')) kind = 'other';
    return { at: cross, kind: kind ?? 'unit', unit, unitPlace, level: levelFound, levelPlace, group };
  });
  return {
    crosses: withoutData(
      withMaxima(withLevelsBefore(crosses), (at) => whole(at)),
      (at) => whole(at).at(-1) ?? '',
    ),
    labels,
    heads: new Set(),
  };
}

/** "Tự chấm" merged over several units below their names: it stands at the first of them only. */
function withLevelsBefore(crosses: readonly Cross[]): readonly Cross[] {
  const keyOf = ({ unit, level }: Cross): string => `${fold(unit ?? '')}\n${level ?? ''}`;
  const units = crosses.filter(({ kind, unit }) => kind === 'unit' && unit !== null);
  if (units.every(({ level }) => level !== null) || units.every(({ level }) => level === null)) return crosses;
  let [level, levelPlace]: [Level | null, Place | null] = [null, null];
  const filled = crosses.map((cross): Cross => {
    if (cross.kind !== 'unit' || cross.unit === null) return cross;
    if (cross.level !== null) [level, levelPlace] = [cross.level, cross.levelPlace];
    else if (cross.unitPlace?.column === cross.at) return { ...cross, level, levelPlace };
    return cross;
  });
  const found = filled.filter(({ kind, unit }) => kind === 'unit' && unit !== null);
  const isClear = found.every((cross) => cross.level !== null) && new Set(found.map(keyOf)).size === found.length;
  const levels = new Set(found.map((cross) => cross.level)).size;
  const names = new Set(found.map(({ unit }) => fold(unit ?? ''))).size;
  return isClear && levels * names === found.length ? filled : crosses;
}

/** A column "Điểm" before those of the units holds the maxima; any other column of nobody's holds no points that count. */
function withMaxima(crosses: readonly Cross[], whole: (at: number) => readonly string[]): Cross[] {
  const isOwned = ({ kind, unit, level }: Cross): boolean => kind === 'unit' && (unit !== null || level !== null);
  const first = crosses.findIndex(isOwned);
  if (first < 0) return [...crosses];
  const hasMax = crosses.some(({ kind }) => kind === 'max');
  return crosses.map((cross, index) =>
    cross.kind !== 'unit' || isOwned(cross)
      ? cross
      : {
          ...cross,
          kind:
            index < first && !hasMax && whole(cross.at).some((text) => headerRole(text) === 'span') ? 'max' : 'other',
        },
  );
}

/** "Kết quả" beside "Điểm" of one unit and level is what the points were given for. */
function withoutData(crosses: readonly Cross[], headerOf: (at: number) => string): Cross[] {
  const isPoints = ({ at }: Cross): boolean => /^(?:số )?điểm/u.test(bare(headerOf(at)));
  return crosses.map((cross) => {
    const same = crosses.filter(
      ({ kind, unit, level }) =>
        kind === 'unit' && cross.kind === 'unit' && unit === cross.unit && level === cross.level,
    );
    return same.length > 1 && !isPoints(cross) && same.filter(isPoints).length === 1
      ? { ...cross, kind: 'other' }
      : cross;
  });
}

function kindOf(role: HeaderRole): Cross['kind'] | null {
  if (role === 'max' || role === 'remark') return role;
  return role === 'span' || role === 'unitName' || role === 'criterionName' ? null : 'other';
}

/** The header row with the most different texts that are no words of ours; null where there are none. */
function depthOfUnits(stacks: readonly (readonly string[])[], depths: number): number | null {
  const isName = (text: string): boolean =>
    text !== '' && (looksLikeUnit(text) || (headerRole(text) === null && levelInHeader(text) === null));
  const scores = range(0, depths).map((depth) => {
    const texts = stacks.map((stack) => stack[depth] ?? '');
    const names = new Set(texts.filter(isName).map(fold));
    // Beside known levels stand further levels, no units.
    const besideLevels = texts.some((text) => levelInHeader(text) !== null && !looksLikeUnit(text)) && depths > 1;
    return names.size * (besideLevels ? 0.1 : 1) + [...names].filter(looksLikeUnit).length;
  });
  const best = Math.max(0, ...scores);
  return best === 0 ? null : scores.lastIndexOf(best);
}

/** Whether the units of one depth stand again under other texts of another. */
function isRepeated(
  stacks: readonly (readonly { readonly text: string }[])[],
  unitDepth: number,
  depth: number,
): boolean {
  const above = new Map<string, Set<string>>();
  for (const stack of stacks) {
    const unit = stack[unitDepth]?.text ?? '';
    if (unit !== '') above.set(unit, (above.get(unit) ?? new Set()).add(stack[depth]?.text ?? ''));
  }
  return [...above.values()].some((texts) => texts.size > 1);
}

function holdsOnlyPoints(view: View, cells: readonly (readonly [number, number])[]): boolean {
  const filled = cells.filter(([line, cross]) => !view.isBlank(line, cross));
  return (
    filled.some(([line, cross]) => view.holdsNumber(line, cross)) &&
    filled.every(([line, cross]) => view.holdsNumber(line, cross) || view.entry(line, cross).kind === 'na')
  );
}

/** Units down: the cells at the left of each row. */
function unitsDown(view: View): CrossesRead {
  const { frame } = view;
  const headerOf = (line: number): string[] =>
    frame.headers.map((cross) => view.text(line, cross)).filter((text) => text !== '');
  const body = (line: number): (readonly [number, number])[] => view.crosses.map((cross) => [line, cross] as const);
  const level =
    view.lines.find(
      (line) =>
        line !== frame.nameColumn &&
        (headerOf(line).some((text) => headerRole(text) === 'levelName') ||
          isMostly(view, body(line), (text) => levelInHeader(text) !== null)),
    ) ?? null;
  const ordinals = view.lines.filter(
    (line) =>
      line !== level && line !== frame.nameColumn && headerOf(line).some((text) => headerRole(text) === 'ordinal'),
  );
  const before = view.lines.filter((line) => line < frame.nameColumn && line !== level && !ordinals.includes(line));
  // Codes of units and the like: texts left of the names.
  const besides = before.filter((line) => view.crosses.every((cross) => !view.holdsNumber(line, cross)));
  const heads = new Set([...ordinals, ...besides, frame.nameColumn, ...(level === null ? [] : [level])]);
  const textAt = (depth: number, cross: number): string =>
    depth === 0 ? view.text(frame.nameColumn, cross) : level === null ? '' : view.text(level, cross);
  const labels: Labels = { code: null, names: frame.headers, level: null };
  for (const line of heads) for (const cross of frame.headers) view.uses.mark(view.place(line, cross), 'known');
  let group: string | null = null;
  const crosses = view.crosses.flatMap((cross): Cross[] => {
    const [name, levelText] = stackAt(textAt, level === null ? 1 : 2, cross, frame.bodyTop);
    const text = oneLine(name?.text ?? '');
    const hasNumbers = view.lines.some((line) => !heads.has(line) && view.holdsNumber(line, cross));
    const isEmpty = view.lines.every((line) => view.isBlank(line, cross));
    const found =
      levelText === undefined
        ? null
        : (levelInHeader(levelText.text) ?? (levelText.text === '' ? null : furtherLevel(levelText.text)));
    const other = (kind: Cross['kind']): Cross => ({
      at: cross,
      kind,
      unit: null,
      unitPlace: null,
      level: null,
      levelPlace: null,
      group,
    });
    for (const line of ordinals) view.uses.mark(view.place(line, cross), 'known');
    if (isEmpty) return [];
    const role = headerRole(text);
    if (isNumbering(view, cross)) {
      view.lines.forEach((line) => {
        view.uses.mark(view.place(line, cross), 'known');
      });
      return [];
    }
    if (role === 'aside' && /^(?:hệ số|trọng số|tỷ trọng)/u.test(bare(text))) return [other('other')];
    if (role === 'max' || (text === '' && hasNumbers && cross <= frame.bodyTop + 1)) {
      view.uses.mark(view.place(frame.nameColumn, cross), 'known');
      return [other('max')];
    }
    if (role === 'total' || role === 'aside' || isTotalText(text) || role === 'rank') {
      // What all units have together: nothing of it is needed.
      view.lines.forEach((line) => {
        view.uses.mark(view.place(line, cross), 'sum');
      });
      return [];
    }
    if (!hasNumbers) {
      const heading = [
        text,
        ...ordinals.map((line) => view.text(line, cross)),
        ...before.map((line) => view.text(line, cross)),
      ].find(isGroupHeading);
      if (heading !== undefined) {
        group = heading;
        view.lines.forEach((line) => {
          view.uses.mark(view.place(line, cross), 'known');
        });
        return [];
      }
    }
    if (text === '') return [];
    return [
      {
        at: cross,
        kind: 'unit',
        unit: text,
        unitPlace: view.place(frame.nameColumn, name?.at ?? cross),
        group,
        level: found,
        levelPlace: found === null || level === null ? null : view.place(level, cross),
      },
    ];
  });
  return { crosses, labels, heads };

  function isNumbering(table: View, cross: number): boolean {
    const texts = table.lines.map((line) => table.text(line, cross)).filter((text) => text !== '');
    return texts.length > 2 && texts.every((text) => /^\(\d{1,2}\)$|^\(?[A-Z]\)?$|^\(?\d{1,2}\)?\s*=/u.test(text));
  }
}
