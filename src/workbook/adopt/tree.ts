/** The criteria of a table as a tree: their codes by the order of the numbering, their parents, what they count toward. */
import { addNumerals, type CountsToward, type Level, type Numeral, type Place } from '../../rules';
import { placesInOrder } from '../read/codes-by-place';
import { parentCode } from '../read/dated-codes';
import { codeAfter } from '../read/numbering';
import { fold, isBulletCode } from '../../base/folding';
import { countsBy } from './labels';
import type { Line, Step } from './lines';

/** A line of points that a criterion has: one for each level where levels stand beside the criteria. */
export interface PointLine {
  readonly at: number;
  readonly level: Level | null;
}

export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly max: Numeral | null;
  readonly maxPlace: Place | null;
  readonly parent: string | null;
  readonly counts: CountsToward;
  readonly leaf: boolean;
  readonly place: Place;
  readonly codePlace: Place | null;
  readonly lines: readonly PointLine[];
}

/** A criterion before its code is settled. */
interface Draft {
  readonly step: Step;
  readonly parent: Draft | null;
  readonly lines: PointLine[];
  max: { readonly max: Numeral; readonly place: Place } | null;
  code: string;
}

export interface LineFacts {
  readonly max: (line: Line) => { readonly max: Numeral; readonly place: Place } | null;
  readonly hasPoints: (line: number) => boolean;
  /** Points that nobody has summed up. */
  readonly hasTypedPoints: (line: number) => boolean;
}

export interface TreeRead {
  readonly criteria: readonly Criterion[];
  /** Criteria whose place in the numbering is not certain. */
  readonly doubtful: readonly Place[];
  /** Lines of text below a criterion that alone has points. */
  readonly texts: readonly Line[];
  /** Parts that only stood above bonus and deduction. */
  readonly headings: readonly Place[];
}

export function readTree(lines: readonly Line[], facts: LineFacts): TreeRead {
  const { kept, texts } = withoutTexts(lines, facts);
  const drafts = draftsOf(kept, facts);
  const doubtful = drafts.some(({ parent }) => parent !== null) ? codeByParents(drafts) : codeByOrder(drafts, facts);
  const criteria = settled(drafts, facts);
  return {
    criteria,
    doubtful,
    texts,
    headings: drafts
      .filter(({ code }) => code === '')
      .flatMap(({ step: { place, codePlace } }) => [place, ...(codePlace === null ? [] : [codePlace])]),
  };
}

/** What explains a criterion has neither maximum nor points; it is no criterion where nothing below it has. */
function withoutTexts(
  lines: readonly Line[],
  { max, hasPoints, hasTypedPoints }: LineFacts,
): { readonly kept: readonly Line[]; readonly texts: readonly Line[] } {
  const isBare = (line: Line): boolean => max(line) === null && !hasPoints(line.at);
  // Steps of a scale have maxima too ("đạt 90 %: 40 điểm"): the points stand at the criterion above them.
  const isStep = (line: Line): boolean => !hasPoints(line.at);
  const pathAt = pathsOf(lines);
  const texts = lines.filter(
    (line, index) =>
      line.path.length < 2 &&
      ((isBare(line) && isExplaining(lines, index, pathAt, isBare, (above) => !isBare(above))) ||
        (isStep(line) && isExplaining(lines, index, pathAt, isStep, (above) => hasTypedPoints(above.at)))),
  );
  return { kept: lines.filter((line) => !texts.includes(line)), texts };
}

type PathAt = (index: number) => string | null;

function pathsOf(lines: readonly Line[]): PathAt {
  const places = placesInOrder(lines.map(({ path }) => ({ code: path.at(-1)?.printed ?? '', isApart: false })));
  return (index) => {
    const place = places[index];
    return place && 'path' in place ? place.path : null;
  };
}

/** Whether nothing below a line that counts is more than this one: all of it only explains that line. */
function isExplaining(
  lines: readonly Line[],
  index: number,
  pathAt: PathAt,
  isLess: (line: Line) => boolean,
  counts: (above: Line) => boolean,
): boolean {
  const own = pathAt(index);
  if (own === null) return false;
  const isBelow = (at: number, above: string): boolean => pathAt(at)?.startsWith(`${above}.`) === true;
  for (let above = parentCode(own); above !== null; above = parentCode(above)) {
    const top = above;
    const parent = lines.find((_, at) => pathAt(at) === top);
    if (parent !== undefined && counts(parent) && lines.every((line, at) => !isBelow(at, top) || isLess(line)))
      return true;
  }
  return false;
}

const keyOf = ({ row, column }: Pick<Place, 'row' | 'column'>): string => `${String(row)} ${String(column)}`;

function draftsOf(lines: readonly Line[], facts: LineFacts): Draft[] {
  const drafts: Draft[] = [];
  const byPlace = new Map<string, Draft>();
  const byText = new Map<string, Draft>();
  // A text above all criteria is the title of their columns.
  const roots = new Set(
    lines.map(({ path }) => (path.length > 1 ? keyOf(path[0]?.place ?? { row: -1, column: -1 }) : '')),
  );
  const isTitle = roots.size === 1 && !roots.has('');
  for (const line of lines) {
    let parent: Draft | null = null;
    const path = isTitle ? line.path.slice(1) : line.path;
    path.forEach((step, depth) => {
      const isLast = depth === path.length - 1;
      const texts = path
        .slice(0, depth + 1)
        .map(({ printed, name }) => fold(`${printed} ${name}`))
        .join(' / ');
      const same = byPlace.get(keyOf(step.place)) ?? (line.level === null ? undefined : byText.get(texts));
      const again =
        same !== undefined && isLast && same.lines.some(({ level }) => level === line.level) ? undefined : same;
      const draft: Draft = again ?? {
        step,
        parent,
        lines: [],
        max: step.max === null ? null : { max: step.max, place: step.place },
        code: '',
      };
      if (again === undefined) {
        drafts.push(draft);
        byPlace.set(keyOf(step.place), draft);
        byText.set(texts, draft);
      }
      if (isLast) {
        draft.lines.push({ at: line.at, level: line.level });
        draft.max = facts.max(line) ?? draft.max;
      }
      parent = draft;
    });
  }
  return drafts;
}

/** The tree stands in the sheet already: groups above or beside their criteria. */
function codeByParents(drafts: readonly Draft[]): Place[] {
  const used = new Set<string>();
  let lastRoot: string | null = null;
  const counts = new Map<Draft, number>();
  for (const draft of drafts) {
    const {
      parent,
      step: { printed },
    } = draft;
    const own = isBulletCode(printed) ? '' : printed;
    if (parent === null) {
      draft.code =
        own !== '' && !used.has(fold(own)) ? own : freeCode(codeAfter(lastRoot) ?? `${lastRoot ?? ''}1`, used);
      lastRoot = draft.code;
    } else {
      const index = (counts.get(parent) ?? 0) + 1;
      counts.set(parent, index);
      const last = own.includes('.') ? own.slice(own.lastIndexOf('.') + 1) : own;
      draft.code = freeCode(`${parent.code}.${last === '' ? String(index) : last}`, used);
    }
    used.add(fold(draft.code));
  }
  return [];
}

function freeCode(wanted: string, used: ReadonlySet<string>): string {
  let code = wanted;
  for (let number = 2; used.has(fold(code)); number++) code = `${wanted}${String(number)}`;
  return code;
}

/** What a part is called while its place is looked for: no numbering that could follow on another. */
const APART = { bonus: 'TH', deduction: 'TR', group: 'NH' } as const;

/** A text without number above numbered criteria is their group: it has no points, or their maxima together. */
function isGroupAbove(drafts: readonly Draft[], at: number, { hasPoints }: LineFacts): boolean {
  const draft = drafts[at];
  const behind = drafts.slice(at + 1);
  const end = behind.findIndex(({ step }) => step.printed === '');
  const below = end < 0 ? behind : behind.slice(0, end);
  if (draft === undefined || below.length === 0 || below.some(({ step }) => isBulletCode(step.printed))) return false;
  const sum = below.reduce<Numeral | null>(
    (all, { max }) => (all === null || max === null ? null : addNumerals(all, max.max)),
    '0',
  );
  return (
    !draft.lines.some(({ at: line }) => hasPoints(line)) ||
    (draft.max !== null && below.length > 1 && sum === draft.max.max)
  );
}

function codeByOrder(drafts: readonly Draft[], facts: LineFacts): Place[] {
  const isCoded = drafts.some(({ step }) => step.printed !== '');
  if (!isCoded) {
    codeBySums(drafts);
    return [];
  }
  const rows = drafts.map(({ step }, index) => {
    const counts = countsBy(step.name);
    const part =
      counts === 'bonus' || counts === 'deduction'
        ? counts
        : step.printed === '' && isGroupAbove(drafts, index, facts)
          ? 'group'
          : null;
    return {
      code: step.printed !== '' ? step.printed : part === null ? '-' : APART[part],
      isApart: part !== null,
      made: step.printed === '' && part !== null,
    };
  });
  const places = placesInOrder(rows);
  const used = new Set<string>();
  const doubtful: Place[] = [];
  let lastRoot: string | null = null;
  drafts.forEach((draft, index) => {
    const place = places[index];
    const isMade = rows[index]?.made === true;
    let code = place && 'path' in place ? place.path : null;
    if (isMade || (code === null && isBulletCode(rows[index]?.code ?? '') && lastRoot === null))
      code = codeAfter(lastRoot) ?? code;
    else if (code === null || used.has(fold(code))) {
      doubtful.push(draft.step.place);
      code ??= draft.step.printed;
    }
    draft.code = freeCode(code ?? draft.step.printed, used);
    if (isMade) renameBelow(places, drafts, index, draft.code);
    if (!draft.code.includes('.')) lastRoot = draft.code;
    else lastRoot = rootOf(draft.code);
    used.add(fold(draft.code));
  });
  return doubtful;
}

const rootOf = (code: string): string => code.split('.')[0] ?? code;

/** What stands below a part without number follows its made code. */
function renameBelow(places: readonly unknown[], drafts: readonly Draft[], index: number, code: string): void {
  const made = places[index] as { readonly path?: string } | null;
  const list = places as ({ path?: string } | null)[];
  for (let at = index + 1; at < drafts.length; at++) {
    const place = list[at];
    if (place?.path === made?.path) return;
    if (made?.path !== undefined && place?.path?.startsWith(`${made.path}.`) === true)
      list[at] = { path: `${code}${place.path.slice(made.path.length)}` };
  }
}

/** Without any numbers a criterion is a group where its maximum is the sum of those that follow. */
function codeBySums(drafts: readonly Draft[]): void {
  let root: string | null = null;
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at];
    if (draft === undefined) continue;
    root = codeAfter(root);
    draft.code = root ?? String(at + 1);
    const below = membersBySum(drafts, at);
    for (let member = 1; member <= below; member++) {
      const child = drafts[at + member];
      if (child !== undefined) child.code = `${draft.code}.${String(member)}`;
    }
    at += below;
  }
}

function membersBySum(drafts: readonly Draft[], at: number): number {
  const whole = drafts[at]?.max?.max;
  if (whole === undefined) return 0;
  let sum: Numeral = '0';
  for (let member = 1; at + member < drafts.length; member++) {
    const max = drafts[at + member]?.max?.max;
    if (max === undefined || countsBy(drafts[at + member]?.step.name ?? '') !== 'main') return 0;
    sum = addNumerals(sum, max);
    if (sum === whole && member > 1) return member;
  }
  return 0;
}

/** Bonus and deduction are parts of their own in a book, wherever the table had them. */
function settled(drafts: readonly Draft[], facts: LineFacts): Criterion[] {
  promote(drafts, facts);
  const codes = new Set(drafts.filter(({ code }) => code !== '').map(({ code }) => code));
  const countsOf = (draft: Draft): CountsToward => {
    const top = drafts.find(({ code }) => code === rootOf(draft.code));
    const counts = countsBy((top ?? draft).step.name);
    return counts === 'both' ? 'main' : counts;
  };
  return drafts
    .filter(({ code }) => code !== '')
    .map((draft): Criterion => {
      const { code, step, max, lines } = draft;
      const counts = countsOf(draft);
      return {
        code,
        max: max?.max ?? null,
        maxPlace: max?.place ?? null,
        parent: parentCode(code),
        counts,
        lines,
        leaf: ![...codes].some((other) => parentCode(other) === code),
        place: step.place,
        codePlace: step.codePlace,
        name: nameOf(step.name, code, counts),
      };
    });
}

/** "Thưởng" is "Điểm thưởng"; a criterion without text is called by its code. */
function nameOf(name: string, code: string, counts: CountsToward): string {
  if (name === '') return `${code.includes('.') ? 'Tiêu chí' : 'Nhóm'} ${code}`;
  if (counts === 'main' || !/^(?:thưởng|cộng|trừ)$/iu.test(name)) return name;
  return counts === 'deduction' ? 'Điểm trừ' : 'Điểm thưởng';
}

/** Parts of bonus and deduction that stand below another part get codes behind the last root. */
function promote(drafts: readonly Draft[], { hasTypedPoints }: LineFacts): void {
  let last = drafts.filter(({ code }) => code !== '' && !code.includes('.')).at(-1)?.code ?? null;
  for (const top of drafts.filter(({ code }) => code !== '' && !code.includes('.'))) {
    const rootCounts = countsBy(top.step.name);
    const children = drafts.filter(({ code }) => parentCode(code) === top.code);
    const apart = children.filter(({ step }) => {
      const own = countsBy(step.name);
      return own !== 'both' && own !== 'main' && own !== rootCounts;
    });
    if (apart.length === 0) continue;
    for (const child of apart) {
      const before = child.code;
      const code: string = codeAfter(last) ?? `${before.replaceAll('.', '')}`;
      for (const draft of drafts)
        if (draft === child || draft.code.startsWith(`${before}.`)) draft.code = code + draft.code.slice(before.length);
      last = code;
    }
    // A group of nothing but bonus and deduction is only their heading, unless it has points of its own.
    const isScored = rootCounts === 'main' && top.lines.some(({ at }) => hasTypedPoints(at));
    if (apart.length === children.length && !isScored) top.code = '';
  }
}
