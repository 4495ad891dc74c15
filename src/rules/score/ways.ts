/** The ways of scoring: one row says all that the rules know of a way. Its words and help stand in `src/workbook/layout/ways.ts`, its formula in `src/workbook/ways.ts`. */
import { YES_OR_NO } from '../model/words';
import type { DataRow, Way } from '../model/book';
import type { InputReader } from './data-input';
import { eventsOf, pairOf, percentOf, relativeInputOf } from './data-rows';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import { averagePoints, bandPoints, countPoints, minusPoints, ratioPoints } from './way-points';
import type { RelativeInput, WayOf } from './way-points';

/** What an explanation says of a way: every field but its kind; null: it says nothing here. */
type Told<W> = W extends unknown ? { readonly [Field in Exclude<keyof W, 'kind'>]: string | null } : never;

/** Points from the one row of `Số liệu`; of a way that compares units, what is compared. */
interface FromRow<W> {
  readonly rows: 'one';
  /** Its points hang on what the other units reached. */
  readonly comparesUnits: boolean;
  readonly reads: readonly ('target' | 'actual' | 'count')[];
  readonly points: (way: W, max: Rational | null, row: DataRow, reader: InputReader) => Rational | RelativeInput | null;
  /** The only points it gives; null: whatever its bound allows. */
  readonly values: ((way: W) => readonly Rational[]) | null;
  readonly told: (way: W) => Told<W>;
}

/** Points from a row for each event. */
interface FromEvents<W> {
  readonly rows: 'several';
  readonly reads: readonly ('target' | 'actual' | 'count')[];
  readonly points: (
    way: W,
    max: Rational | null,
    rows: readonly DataRow[],
    reader: InputReader,
  ) => Rational | 'noEvents' | null;
  readonly told: (way: W) => Told<W>;
}

/** The only points that may be typed: which, and how an issue names them. */
interface Listed<W> {
  readonly of: (way: W, max: Rational | null) => readonly Rational[];
  readonly written: (way: W) => string;
  /** Yes and no may be typed for all points and none. */
  readonly yesNo: boolean;
}

export interface WayRules<W = Way> {
  /** Where its points come from: typed in the cell, computed from `Số liệu`; null: it has none. */
  readonly from: 'cell' | FromRow<W> | FromEvents<W> | null;
  /** Whether it cannot do without a maximum, also for a bonus or a deduction. */
  readonly needsMax: boolean;
  /** Whether its parameter can be used beside the maximum. */
  readonly isSound: (way: W, max: Rational | null) => boolean;
  /** The most points; null: nothing limits them. */
  readonly bound: (way: W, max: Rational | null) => Rational | null;
  /** Null: whatever points the bound allows. */
  readonly listed: Listed<W> | null;
  /** What one item more or less is worth; null: as the step or the decimals say. */
  readonly each: (way: W) => Rational | null;
}

const always = (): boolean => true;
const ownMax = (_: Way, max: Rational | null): Rational | null => max;
const noItem = (): null => null;
const nothingTold = (): Record<never, null> => ({});
const eachTold = ({ each }: { readonly each: string }) => ({ each });

const isPerItem = ({ each }: { readonly each: string }): boolean => q.sign(q.read(each) ?? q.negate(q.ONE)) >= 0;

/** Bands that rise, each once, with points from 0 to the maximum. */
function areBandsSound({ bands }: WayOf<'bands'>, max: Rational | null): boolean {
  return (
    bands.length > 0 &&
    bands.every((band, at) => {
      const [from, points] = [q.parse(band.from), q.parse(band.points)];
      const below = at === 0 ? null : q.parse(bands[at - 1]?.from ?? '');
      if (from === null || points === null || q.sign(from) < 0 || q.sign(points) < 0) return false;
      return (below === null || q.compare(below, from) < 0) && (max === null || q.compare(points, max) <= 0);
    })
  );
}

/** A cap above 100 % lifts the bound of a ratio's points, never the maximum of the section. */
function ratioBound(way: WayOf<'ratio'>, max: Rational | null): Rational | null {
  const cap = q.parse(way.cap);
  return max !== null && cap !== null && q.compare(cap, q.ONE) > 0 ? q.multiply(max, cap) : max;
}

const WAYS: { readonly [K in Way['kind']]: WayRules<WayOf<K>> } = {
  points: { from: 'cell', needsMax: false, isSound: always, bound: ownMax, listed: null, each: noItem },
  ladder: {
    from: 'cell',
    needsMax: false,
    listed: {
      of: ({ rungs }, max) =>
        rungs
          .flatMap((rung) => q.read(rung) ?? [])
          .filter((rung) => q.sign(rung) >= 0 && (max === null || q.compare(rung, max) <= 0)),
      written: ({ rungs }) => rungs.join('; '),
      yesNo: false,
    },
    isSound: always,
    bound: ownMax,
    each: noItem,
  },
  yesno: {
    from: 'cell',
    needsMax: true,
    listed: { of: (_, max) => [q.ZERO, max ?? q.ZERO], written: () => YES_OR_NO, yesNo: true },
    isSound: always,
    bound: ownMax,
    each: noItem,
  },
  ratio: {
    from: {
      rows: 'one',
      comparesUnits: false,
      reads: ['target', 'actual'],
      points: (way, max, row, reader) => {
        const pair = pairOf(row, reader);
        return pair === null ? null : ratioPoints(way, max ?? q.ZERO, pair.target, pair.actual);
      },
      values: null,
      told: ({ cap, floor, cutoff, lowerIsBetter }) => ({
        cap,
        floor,
        cutoff,
        lowerIsBetter: lowerIsBetter ? String(lowerIsBetter) : null,
      }),
    },
    needsMax: true,
    bound: ratioBound,
    isSound: always,
    listed: null,
    each: noItem,
  },
  bands: {
    from: {
      rows: 'one',
      comparesUnits: false,
      reads: ['target', 'actual'],
      points: (way, _, row, reader) => {
        const percent = percentOf(row, reader);
        return percent === null ? null : bandPoints(way, percent);
      },
      values: ({ bands }) => [q.ZERO, ...bands.flatMap(({ points }) => q.read(points) ?? [])],
      // "88:2; 90:3": from how many percent how many points.
      told: ({ bands }) => ({ bands: bands.map(({ from, points }) => `${from}:${points}`).join('; ') }),
    },
    needsMax: false,
    isSound: areBandsSound,
    bound: ownMax,
    listed: null,
    each: noItem,
  },
  relative: {
    from: {
      rows: 'one',
      comparesUnits: true,
      reads: ['target', 'actual'],
      points: (_way, _max, row, reader) => relativeInputOf(row, reader),
      values: null,
      told: nothingTold,
    },
    needsMax: true,
    isSound: always,
    bound: ownMax,
    listed: null,
    each: noItem,
  },
  minus: {
    from: {
      rows: 'one',
      comparesUnits: false,
      reads: ['count'],
      points: (way, max, row, reader) => {
        const [count, each] = [reader.count(row.count), q.read(way.each)];
        return count === null || each === null ? null : minusPoints(max ?? q.ZERO, each, count);
      },
      values: null,
      told: eachTold,
    },
    needsMax: true,
    isSound: isPerItem,
    each: ({ each }) => q.parse(each),
    bound: ownMax,
    listed: null,
  },
  count: {
    from: {
      rows: 'one',
      comparesUnits: false,
      reads: ['count'],
      points: (way, max, row, reader) => {
        const [count, each] = [reader.count(row.count), q.read(way.each)];
        return count === null || each === null ? null : countPoints(max, each, count);
      },
      values: null,
      told: eachTold,
    },
    needsMax: false,
    isSound: isPerItem,
    each: ({ each }) => q.parse(each),
    bound: ownMax,
    listed: null,
  },
  average: {
    from: {
      rows: 'several',
      reads: ['actual'],
      points: (_, max, rows, reader) => {
        const events = eventsOf(rows, max, reader);
        return events === null ? null : events.length === 0 ? 'noEvents' : averagePoints(events);
      },
      told: nothingTold,
    },
    needsMax: false,
    isSound: always,
    bound: ownMax,
    listed: null,
    each: noItem,
  },
  group: { from: null, needsMax: false, isSound: always, bound: ownMax, listed: null, each: noItem },
  // The reader could not read it, and has said so.
  invalid: { from: null, needsMax: false, isSound: () => false, bound: ownMax, listed: null, each: noItem },
};

/** A row is asked about ways of its own kind only. */
export function rulesOf(way: Way): WayRules {
  return WAYS[way.kind] as WayRules;
}

export function comparesUnits(way: Way): boolean {
  const { from } = rulesOf(way);
  return from !== 'cell' && from?.rows === 'one' && from.comparesUnits;
}

/** Yes and no may be typed. */
export function takesYesNo(way: Way): boolean {
  return rulesOf(way).listed?.yesNo === true;
}

/** What its points hang on beside the cells and the maximum, for an explanation: by the names of its fields. */
export function toldOf(way: Way): Readonly<Record<string, string>> {
  const { from } = rulesOf(way);
  const told = from === 'cell' || from === null ? {} : from.told(way);
  return Object.fromEntries(
    Object.entries<string | null>(told).flatMap(([name, of]) => (of === null ? [] : [[name, of]])),
  );
}

/** The most points of a leaf of this way; null: nothing limits them. */
export function pointsBound(way: Way, max: Rational | null): Rational | null {
  return rulesOf(way).bound(way, max);
}
