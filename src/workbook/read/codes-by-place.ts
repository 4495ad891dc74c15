/**
 * Codes as regulations print them, A / I / 1 / a / -: where they repeat, a row's place in the order of
 * the numbering says which one is meant, and its code is the path to it, "A.I.1.a".
 */
import { parentCode } from './dated-codes';
import { isNext, readingsOf, type Reading } from './numbering';
import { fold, isBulletCode } from '../../base/folding';

/** A row of `Tiêu chí` as it is printed. */
export interface PrintedRow {
  /** Its code, "" where it could not be read. */
  readonly code: string;
  /** It says itself that it counts as bonus or deduction: a new part begins where its code follows on nothing ("T", "TR"). */
  readonly isApart: boolean;
}

/** What becomes of a row: its path; the paths that it could have, none or several; null for what follows such a row and hangs in the air with it. */
export type PrintedPlace = { readonly path: string } | { readonly paths: readonly string[] } | null;

const isPath = (code: string): boolean => /[^.]\.[^.]/u.test(code);

/**
 * The place of every row, in their order; null where codes are read as they stand: one of them is a
 * path already, none repeats, or those that repeat are siblings, which stays a fault.
 */
export function codesByPlace(rows: readonly PrintedRow[]): readonly PrintedPlace[] | null {
  if (rows.some(({ code }) => isPath(code))) return null;
  const repeats = new Map<string, number[]>();
  rows.forEach(({ code }, index) => {
    if (code === '' || isBulletCode(code)) return;
    const same = repeats.get(fold(code));
    if (same === undefined) repeats.set(fold(code), [index]);
    else same.push(index);
  });
  if (repeats.size === 0 || [...repeats.values()].every(({ length }) => length === 1)) return null;
  const places = new Placing(rows).all();
  const pathAt = (index: number): string | null => {
    const place = places[index];
    return place && 'path' in place ? place.path : null;
  };
  return [...repeats.values()].some((same) => new Set(same.flatMap((index) => pathAt(index) ?? [])).size > 1)
    ? places
    : null;
}

/** The place of every row in their order, whether codes repeat or not; "1.1" stands below the "1" before it. */
export const placesInOrder = (rows: readonly PrintedRow[]): readonly PrintedPlace[] => new Placing(rows).all();

/** A level that stands open: rows of its kind go on in it. */
interface Open extends Reading {
  readonly path: string;
  readonly printed: string;
}

/** Where a row may stand: in the level at this depth, one below the last where it opens one. */
interface Fit {
  readonly reading: Reading;
  readonly depth: number;
}

class Placing {
  private open: Open[] = [];
  private bullets = 0;
  /** The kinds that a kind has had below it: their numbers may run on, I 1 2, II 3 4. */
  private readonly below = new Set<string>();
  private isLost = false;

  constructor(private readonly rows: readonly PrintedRow[]) {}

  all(): PrintedPlace[] {
    return this.rows.map((row, index) => this.place(row, index));
  }

  private place({ code, isApart }: PrintedRow, index: number): PrintedPlace {
    if (code === '') return { paths: [] };
    if (isBulletCode(code)) return this.isLost ? null : this.placeBullet();
    if (isPath(code)) return this.placeDotted(code);
    const fits = this.fitsOf(code, index);
    const [fit] = fits;
    const isTop = fit?.depth === 0;
    if (this.isLost && !isTop && !isApart) return null;
    if (fit !== undefined && fits.length === 1) return { path: this.enter(fit, code) };
    if (fit === undefined && isApart) return { path: this.enter({ reading: { kind: 'word', at: 0 }, depth: 0 }, code) };
    this.isLost = true;
    return { paths: fits.map(({ depth }) => this.pathBelow(depth, code)) };
  }

  private placeBullet(): PrintedPlace {
    const last = this.open.at(-1);
    if (last === undefined) return { paths: [] };
    this.bullets++;
    return { path: `${last.path}.${String(this.bullets)}` };
  }

  /** Below the code it begins with, beside others of the same beginning, or below the numeral that stands for it: 1.1 below I. */
  private placeDotted(code: string): PrintedPlace {
    const above = parentCode(code) ?? '';
    const own = code.slice(code.lastIndexOf('.') + 1).trim();
    const isAbove = ({ printed }: Open): boolean => fold(printed) === fold(above);
    const isBeside = ({ printed }: Open): boolean => fold(parentCode(printed) ?? '') === fold(above);
    const found =
      [
        this.depthBelow(isAbove, 1),
        this.depthBelow(isBeside, 0),
        this.depthBelow(({ at, printed }) => String(at) === above && !isPath(printed), 1),
      ].find((depth) => depth !== null) ?? 0;
    const path = found === 0 ? code : this.pathBelow(found, own);
    // A parent without a row of its own stands open all the same: II follows on I.1, I.2.
    const absent =
      found > 0
        ? []
        : readingsOf(above)
            .slice(0, 1)
            .map((reading): Open => ({ ...reading, path: above, printed: above }));
    this.open = [...this.open.slice(0, found), ...absent, { kind: 'word', at: 0, path, printed: code }];
    this.bullets = 0;
    this.isLost = false;
    return { path };
  }

  /** The depth `behind` the last open level that is meant; null where none is. */
  private depthBelow(isMeant: (open: Open) => boolean, behind: number): number | null {
    const at = this.open.map(isMeant).lastIndexOf(true);
    return at < 0 ? null : at + behind;
  }

  private pathBelow(depth: number, code: string): string {
    const above = this.open[depth - 1];
    return above === undefined ? code : `${above.path}.${code}`;
  }

  private enter({ reading, depth }: Fit, code: string): string {
    const path = this.pathBelow(depth, code);
    this.below.add(this.belowKey(reading, depth));
    this.open = [...this.open.slice(0, depth), { ...reading, path, printed: code }];
    this.bullets = 0;
    this.isLost = false;
    return path;
  }

  private belowKey({ kind }: Reading, depth: number): string {
    return `${this.open[depth - 1]?.kind ?? ''}/${kind}`;
  }

  /**
   * Where a code may stand: as the next of an open level or the first of a new one; else with a number
   * left out; else as an equal sibling, which is said as such.
   */
  private fitsOf(code: string, index: number): readonly Fit[] {
    const all = readingsOf(code).map((reading): Fit => {
      const depth = this.open.findIndex(({ kind }) => kind === reading.kind);
      return { reading, depth: depth < 0 ? this.open.length : depth };
    });
    const lastAt = ({ depth }: Fit): number => this.open[depth]?.at ?? 0;
    const runsOn = ({ reading, depth }: Fit): boolean =>
      depth < this.open.length || depth === 0 || this.below.has(this.belowKey(reading, depth));
    const follows = all.filter((fit) => isNext(fit.reading, lastAt(fit)));
    if (follows.length > 0) return this.goingOn(follows, index);
    const later = all.filter((fit) => fit.reading.at > lastAt(fit) && runsOn(fit));
    if (later.length > 0) return this.goingOn(later, index);
    return all.filter(({ depth }) => depth < this.open.length);
  }

  /** Of several places the one whose numbering goes on soonest: "I" after "H" is Roman where "II" comes, a letter where "K" does. */
  private goingOn(fits: readonly Fit[], index: number): readonly Fit[] {
    if (fits.length < 2) return fits;
    for (const { code } of this.rows.slice(index + 1)) {
      const next = readingsOf(code);
      const going = fits.filter(({ reading }) =>
        next.some((one) => one.kind === reading.kind && isNext(one, reading.at)),
      );
      if (going.length === 1) return going;
    }
    return fits;
  }
}
