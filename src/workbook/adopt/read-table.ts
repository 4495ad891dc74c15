/** One table of an old workbook, read cell by cell. */
import { addNumerals, compareNumerals, subtractNumerals, type Level, type Numeral, type Place } from '../../rules';
import { numberInText } from '../../rules/model/cells';
import type { SheetCells } from '../../sheets/cells';
import { fold } from '../../base/folding';
import { readCrosses, type Cross } from './crosses';
import type { Frame } from './frames';
import { isNegativeTotalText, levelOfTotals, oldTotalOf, romanNumber } from './old-totals';
import { isPartTotal, levelInHeader } from './header-words';
import { countsBy } from './labels';
import { readLines, type Line } from './lines';
import { pointsIn, pointsOf, statedSum } from './points';
import type { OldScore, OldUnit, Proposal, Stated, Unread } from './proposal';
import { readAbout } from './surroundings';
import { readTree, type Criterion, type PointLine } from './tree';
import type { Uses } from './uses';
import { View } from './view';

export interface Around {
  /** The rows from which and up to which what stands around belongs to this table. */
  readonly above: number;
  readonly below: number;
}

export type TableRead = Omit<Proposal, 'questions'>;

export function readTable(
  sheet: SheetCells,
  frame: Frame,
  { above, below }: Around,
  uses: Uses,
  date1904: boolean,
): TableRead {
  return new TableReader(new View(sheet, frame, uses, date1904), above, below).read();
}

class TableReader {
  private readonly unread: Unread[] = [];
  private readonly units = new Map<string, OldUnit>();
  private readonly levels: Level[] = [];

  constructor(
    private readonly view: View,
    private readonly above: number,
    private readonly below: number,
  ) {}

  read(): TableRead {
    const { view } = this;
    const { about, unread } = readAbout(view.sheet, view.frame, this.above, this.below, view.uses, view.date1904);
    const year = about.year?.value ?? null;
    const found = readCrosses(view, year);
    const written = readLines(view, found, year);
    const crosses = found.crosses
      .filter(({ kind }) => kind === 'unit')
      .filter((cross) => cross.unit !== null || this.holdsPoints(cross, written));
    const maxima = found.crosses.filter(({ kind }) => kind === 'max');
    const data = this.dataAmong(written, crosses, maxima);
    const lines = written.map((line): Line => (data.has(line) ? { ...line, kind: 'other' } : line));
    const named = crosses.map((cross) => ({ cross, unit: this.unitOf(cross, about.unit) }));
    const tree = readTree(
      lines.filter(({ kind }) => kind === 'criterion'),
      {
        max: (line) => this.maxOf(line, maxima),
        hasPoints: (line) => crosses.some(({ at }) => view.holdsNumber(line, at)),
        hasTypedPoints: (line) =>
          crosses.some(
            ({ at }) =>
              view.holdsNumber(line, at) && view.cell(line, at)?.formula === undefined && view.text(line, at) !== '0',
          ),
      },
    );
    const { scores, sums } = this.points(tree.criteria, named);
    for (const line of tree.texts) this.sayLine(line, 'explaining');
    for (const place of tree.headings) this.say(place, 'heading');
    for (const place of tree.doubtful) this.unread.push({ place, reason: 'doubtful' });
    for (const { maxPlace, counts } of tree.criteria)
      if (maxPlace !== null && counts !== 'deduction' && this.isNegative(maxPlace))
        this.unread.push({ place: maxPlace, reason: 'doubtful' });
    this.markLabels(tree.criteria, found.labels.code);
    const totals = oldTotalOf(
      lines.filter(({ kind }) => kind === 'total').map((line) => this.stated(line, named, 'total')),
      scores,
      tree.criteria,
    );
    const onlyLevel = about.level === null ? levelOfTotals(totals, scores, tree.criteria) : null;
    const ownLevels = new Set([...scores.map(({ level }) => level), ...(onlyLevel === null ? [] : [onlyLevel.value])]);
    for (const { level, place } of totals)
      if (level !== null && !ownLevels.has(level) && scores.length > 0) this.doubt(place, 'aside');
    const ranks = lines
      .filter(({ kind }) => kind === 'rank')
      .flatMap((line) => this.stated(line, named, 'rank').filter(({ value }) => /^\d{1,3}$/u.test(value)));
    const result: TableRead = {
      place: view.place(view.turned ? view.frame.left : view.frame.top, view.turned ? view.frame.top : view.frame.left),
      direction: view.frame.direction,
      about: onlyLevel === null ? about : { ...about, level: onlyLevel },
      units: [...this.units.values()],
      criteria: tree.criteria,
      levels: this.levels,
      scores,
      sums,
      totals: totals.filter(({ level }) => level === null || ownLevels.has(level)),
      ranks,
      awards: this.awards(lines, named),
      remarks: this.remarks(lines, found.crosses, tree.criteria, named),
      scale: this.statedScale(lines, maxima),
      unread: this.unread,
    };
    this.sayOthers(lines, found.crosses);
    this.unread.push(...unread);
    return result;
  }

  private say(place: Place, reason: Unread['reason']): void {
    if (this.view.uses.of(place) === 'said') return;
    this.view.uses.mark(place, 'said');
    this.unread.push({ place, reason });
  }

  /**
   * Columns without a maximum beside those that have one ("Số sáng kiến", "Số phiếu"): data and no points,
   * where every total is the sum of the others, and not of all. None where nothing proves it.
   */
  private dataAmong(lines: readonly Line[], units: readonly Cross[], maxima: readonly Cross[]): ReadonlySet<Line> {
    const { view } = this;
    const points = lines.filter(({ kind }) => kind === 'criterion');
    const without = points.filter(
      (line) =>
        !line.path.some(({ max }) => max !== null) &&
        !maxima.some(({ at }) => view.holdsNumber(line.at, at)) &&
        countsBy(line.path.at(-1)?.name ?? '') === 'main',
    );
    if (!view.turned || without.length === 0 || without.length === points.length) return new Set();
    const others = points.filter((line) => !without.includes(line));
    const numberAt = (line: Line, { at }: Cross): Numeral | null => numberInText(view.text(line.at, at));
    const sumOf = (taken: readonly Line[], cross: Cross, level: Level | null): Numeral =>
      taken
        .filter((line) => level === null || line.level === level)
        .reduce((sum, line) => {
          const value = (numberAt(line, cross) ?? '0').replace(/^-/u, '');
          const isTaken = countsBy(line.path.at(-1)?.name ?? '') === 'deduction';
          return isTaken ? subtractNumerals(sum, value) : addNumerals(sum, value);
        }, '0');
    const isTotal = (total: Line, taken: readonly Line[]): boolean =>
      units.every((cross) => {
        const stated = numberAt(total, cross);
        return stated === null || compareNumerals(stated, sumOf(taken, cross, total.level)) === 0;
      });
    const totals = lines.filter(({ kind }) => kind === 'total');
    return totals.some((total) => isTotal(total, others) && !isTotal(total, points)) ? new Set(without) : new Set();
  }

  private isNegative({ row, column }: Place): boolean {
    const [line, cross] = this.view.turned ? [column, row] : [row, column];
    return /^[-–—]/u.test(this.view.text(line, cross));
  }

  /** Told once, though the cell counts as read. */
  private doubt(place: Place, reason: Unread['reason']): void {
    const isTold = this.unread.some(
      ({ place: { row, column }, reason: other }) => row === place.row && column === place.column && other === reason,
    );
    if (!isTold) this.unread.push({ place, reason });
  }

  /** A line that is not taken, with the cell of its number and of its maximum. */
  private sayLine(line: Line, reason: Unread['reason']): void {
    this.say(line.place, reason);
    for (const cross of this.view.turned ? [] : this.view.crosses) {
      if (!this.view.isBlank(line.at, cross)) this.view.uses.mark(this.view.place(line.at, cross), 'said');
    }
  }

  private holdsPoints({ at }: Cross, lines: readonly Line[]): boolean {
    return lines.some((line) => this.view.holdsNumber(line.at, at));
  }

  /** A table without units is of the unit that its title names; "" where nothing names it. */
  private unitOf({ unit, unitPlace, level, levelPlace, group }: Cross, titled: Proposal['about']['unit']): string {
    const name = unit ?? titled?.value ?? '';
    const place = unitPlace ?? titled?.place ?? this.view.place(this.view.frame.top, this.view.frame.left);
    if (unitPlace !== null) this.view.uses.mark(unitPlace, 'unit');
    if (levelPlace !== null) this.view.uses.mark(levelPlace, 'level');
    if (level !== null && !this.levels.includes(level)) this.levels.push(level);
    const key = fold(name);
    const before = this.units.get(key);
    if (before === undefined) this.units.set(key, { name, place, group });
    return before?.name ?? name;
  }

  private maxOf(line: Line, maxima: readonly Cross[]): { readonly max: Numeral; readonly place: Place } | null {
    let found: { readonly max: Numeral; readonly place: Place } | null = null;
    for (const { at } of maxima) {
      const max = pointsIn(this.view.text(line.at, at).replace(/^[-–—]\s*(?=\d)/u, ''));
      const place = this.view.place(line.at, at);
      if (max === null || this.view.entry(line.at, at).kind === 'date') continue;
      this.view.uses.mark(place, 'max');
      const inText = line.path.at(-1)?.max ?? null;
      if (found === null && inText !== null && inText !== max) this.doubt(line.path.at(-1)?.place ?? place, 'twice');
      if (found !== null && found.max !== max) this.doubt(place, 'twice');
      found ??= { max, place };
    }
    return found;
  }

  private markLabels(criteria: readonly Criterion[], code: number | null): void {
    for (const { place, codePlace, maxPlace, lines } of criteria) {
      this.view.uses.mark(place, 'criterion');
      if (codePlace !== null) this.view.uses.mark(codePlace, 'criterion');
      if (maxPlace !== null) this.view.uses.mark(maxPlace, 'max');
      if (!this.view.turned && code !== null)
        for (const { at } of lines) this.view.uses.mark(this.view.place(at, code), 'criterion');
    }
  }

  private points(
    criteria: readonly Criterion[],
    named: readonly { readonly cross: Cross; readonly unit: string }[],
  ): Pick<TableRead, 'scores' | 'sums'> {
    const scores: TableRead['scores'][number][] = [];
    const sums: TableRead['sums'][number][] = [];
    const taken = new Map<string, Place>();
    for (const criterion of criteria) {
      for (const line of criterion.lines) {
        if (line.level !== null && !this.levels.includes(line.level)) this.levels.push(line.level);
        for (const { cross, unit } of named) {
          const place = this.view.place(line.at, cross.at);
          const value = this.scoreAt(line, cross, criterion);
          if (value === null) continue;
          const level = line.level ?? cross.level;
          if (!criterion.leaf) {
            this.view.uses.mark(place, 'sum');
            if (value !== 'na' && value !== 'dash') sums.push({ unit, level, criterion: criterion.code, value, place });
            continue;
          }
          const key = [fold(unit), level ?? '', criterion.code].join('\n');
          if (taken.has(key)) {
            this.say(place, 'twice');
            continue;
          }
          taken.set(key, place);
          this.view.uses.mark(place, 'score');
          const wasNegative = criterion.counts === 'deduction' && value.startsWith('-');
          scores.push({
            unit,
            level,
            criterion: criterion.code,
            value: wasNegative ? value.slice(1) : value,
            place,
            wasNegative,
          });
        }
      }
    }
    return { scores, sums };
  }

  private scoreAt(line: PointLine, cross: Cross, { counts, max }: Criterion): OldScore | null {
    const entry = this.view.entry(line.at, cross.at);
    switch (entry.kind) {
      case 'blank':
        return null;
      case 'na':
        return 'na';
      case 'number':
        if (entry.percent === true) this.say(entry.place, 'percent');
        else if (counts !== 'deduction' && compareNumerals(entry.value, '0') < 0) this.say(entry.place, 'negative');
        else return entry.value;
        return null;
      case 'date':
        this.say(entry.place, 'date');
        return null;
      case 'text': {
        if (/^[-–—]$/u.test(entry.text)) return 'dash';
        const value =
          numberInText(entry.text.replace(/^[–—]\s*/u, '-').replace(/^-\s+/u, '-')) ??
          statedSum(entry.text)?.sum ??
          pointsOf(entry.text, max) ??
          null;
        if (value === null) this.say(entry.place, /%/u.test(entry.text) ? 'percent' : 'text');
        else if (counts !== 'deduction' && value.startsWith('-')) this.say(entry.place, 'negative');
        else return value;
        return null;
      }
      default:
        this.say(entry.place, entry.kind === 'yesno' ? 'text' : 'error');
        return null;
    }
  }

  /** The numbers of a line of results at every unit. */
  private stated(
    line: Line,
    named: readonly { readonly cross: Cross; readonly unit: string }[],
    use: 'total' | 'rank',
  ): Stated[] {
    const own = line.level ?? (this.view.turned ? levelInHeader(line.text) : null);
    this.view.uses.mark(line.place, 'known');
    return named.flatMap(({ cross, unit }): Stated[] => {
      const entry = this.view.entry(line.at, cross.at);
      const text = this.view.text(line.at, cross.at);
      const value =
        entry.kind === 'number'
          ? entry.value
          : isNegativeTotalText(text)
            ? null
            : (numberInText(text.replace(/^(?:hạng|thứ)\s+/iu, '')) ??
              statedSum(text)?.sum ??
              (use === 'rank' ? romanNumber(text) : null));
      const place = this.view.place(line.at, cross.at);
      if (value === null) return [];
      this.view.uses.mark(place, use);
      return [{ unit, level: own ?? cross.level, value, place }];
    });
  }

  private awards(
    lines: readonly Line[],
    named: readonly { readonly cross: Cross; readonly unit: string }[],
  ): TableRead['awards'] {
    return lines
      .filter(({ kind }) => kind === 'award' || kind === 'rank')
      .flatMap((line) =>
        named.flatMap(({ cross, unit }) => {
          const place = this.view.place(line.at, cross.at);
          const text = this.view.text(line.at, cross.at);
          this.view.uses.mark(line.place, 'known');
          if (text === '' || this.view.uses.of(place) !== null) return [];
          this.view.uses.mark(place, 'award');
          return [{ unit, text, place }];
        }),
      );
  }

  private remarks(
    lines: readonly Line[],
    crosses: readonly Cross[],
    criteria: readonly Criterion[],
    named: readonly { readonly cross: Cross; readonly unit: string }[],
  ): TableRead['remarks'] {
    const codes = new Map(criteria.flatMap(({ code, lines: own }) => own.map(({ at }) => [at, code] as const)));
    const remarkAt = (line: Line, cross: Cross, unit: string | null): TableRead['remarks'] => {
      const place = this.view.place(line.at, cross.at);
      const text = this.view.text(line.at, cross.at);
      if (text === '' || this.view.uses.of(place) !== null) return [];
      this.view.uses.mark(place, 'remark');
      return [{ unit, criterion: codes.get(line.at) ?? null, text, place }];
    };
    const units = new Map(named.map(({ cross, unit }) => [cross.unit, unit]));
    const byUnit = lines
      .filter(({ kind }) => kind === 'remark')
      .flatMap((line) => {
        this.view.uses.mark(line.place, 'known');
        return named.flatMap(({ cross, unit }) => remarkAt(line, cross, unit));
      });
    const [only] = this.units.size === 1 ? [...this.units.values()] : [];
    const byCriterion = crosses
      .filter(({ kind }) => kind === 'remark')
      .flatMap((cross) =>
        lines.flatMap((line) =>
          remarkAt(line, cross, cross.unit === null ? (only?.name ?? null) : (units.get(cross.unit) ?? null)),
        ),
      );
    return [...byUnit, ...byCriterion];
  }

  /** "97 + 10 = 107" at the total: the points before the bonus. */
  private statedScale(lines: readonly Line[], maxima: readonly Cross[]): TableRead['scale'] {
    const totals = lines.filter(({ kind }) => kind === 'total');
    const whole = totals.filter(({ text }) => !isPartTotal(text));
    // Where the totals of parts stand above the whole one it is the last.
    for (const line of whole.length > 0 ? [...whole].reverse() : totals) {
      for (const { at } of maxima) {
        const text = this.view.text(line.at, at);
        const place = this.view.place(line.at, at);
        const sum = statedSum(text);
        const value = sum?.parts[0] ?? pointsIn(text);
        if (value === null || value === undefined) continue;
        this.view.uses.mark(place, 'max');
        return {
          value:
            sum === null
              ? value
              : subtractNumerals(
                  sum.sum,
                  sum.parts.slice(1).reduce((all, part) => subtractNumerals(all, `-${part}`), '0'),
                ),
          place,
        };
      }
    }
    return null;
  }

  /** Columns and rows beside the points, headings, and whatever else has been left. */
  private sayOthers(lines: readonly Line[], crosses: readonly Cross[]): void {
    const { view } = this;
    for (const line of lines.filter(({ kind }) => kind === 'heading')) this.sayLine(line, 'heading');
    for (const line of lines.filter(
      ({ kind }) => kind === 'other' || kind === 'award' || kind === 'total' || kind === 'rank',
    )) {
      view.uses.mark(line.place, 'known');
      for (const cross of view.crosses)
        if (!view.isBlank(line.at, cross) && view.uses.of(view.place(line.at, cross)) === null)
          this.say(view.place(line.at, cross), 'aside');
    }
    for (const { at } of crosses.filter(({ kind }) => kind !== 'unit')) {
      for (const line of view.lines)
        if (!view.isBlank(line, at) && view.uses.of(view.place(line, at)) === null)
          this.say(view.place(line, at), 'aside');
    }
  }
}
