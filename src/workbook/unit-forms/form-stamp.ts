/**
 * What a form says of itself: who fills it in, and which bloc, year and rules it was made for. It stands as a text in
 * the form's last printed row and as the sheet's hidden name, so that a form that comes back is known again.
 */
import type { Book, Level, Unit, UnitId } from '../../rules';
import { portableDigest } from '../fingerprint';
import { fold } from '../../base/folding';

/** `own`: a unit's own column. `peer`: one scorer's points for all others. */
export type FormKind = 'own' | 'peer';

export interface FormStamp {
  readonly kind: FormKind;
  /** Who fills it in. */
  readonly unit: UnitId;
  /** Of an own form: the level it is for. The points of peers go where whoever collects them says. */
  readonly level: Level | null;
  readonly year: string;
  /** Digest of the bloc's name. */
  readonly bloc: string;
  /** Digest of all that the head of the form says: bloc, year, unit, code. */
  readonly head: string;
  /** Digest of what decides points: criteria, maxima, ways. */
  readonly rules: string;
}

const FORMAT = 'thidua-phieu';
/** The forms this program makes and reads; a higher number comes from a newer one. */
const VERSION = 1;
/** More than any code, level and year of a workbook take. */
const LONGEST_TEXT = 5000;
/** What a hidden name can hold. */
const LONGEST = 250;
/** In place of a level or a year where there is none. */
const NONE = '-';

const digest = (text: string, length: number): string => portableDigest(text).slice(0, length);

export interface FormHead {
  readonly bloc: string;
  readonly year: string;
  readonly unit: string;
  readonly code: string;
}

const blocDigest = (name: string): string => digest(fold(name), 8);
export const headDigest = ({ bloc, year, unit, code }: FormHead): string =>
  digest(JSON.stringify([bloc, year, unit, code].map(fold)), 8);

/** All that decides what points a cell may hold. A clause or a condition may change without making forms invalid. */
export function rulesDigest({ criteria, settings }: Pick<Book, 'criteria' | 'settings'>): string {
  const rows = criteria.map(({ code, name, parent, max, counts, way, step, allowsNa, na }) => [
    code,
    fold(name),
    parent,
    max,
    counts,
    way,
    step,
    allowsNa,
    na ?? null,
  ]);
  return digest(JSON.stringify([rows, settings.scale, settings.notApplicable]), 16);
}

export const headOf = ({ info }: Pick<Book, 'info'>, { id, name }: Pick<Unit, 'id' | 'name'>): FormHead => ({
  bloc: info.name,
  year: info.year,
  unit: name || id,
  code: id,
});

export function stampOf(book: Book, kind: FormKind, unit: Unit, level: Level | null): FormStamp {
  const { info } = book;
  return {
    kind,
    unit: unit.id,
    level,
    year: info.year,
    bloc: blocDigest(info.name),
    head: headDigest(headOf(book, unit)),
    rules: rulesDigest(book),
  };
}

/** Half a character, which no text should hold, cannot be encoded. */
const word = (text: string | null): string =>
  text === null || text === '' ? NONE : encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));

export const formStampText = ({ kind, unit, level, year, bloc, head, rules }: FormStamp): string =>
  [`${FORMAT}/${String(VERSION)}`, kind, word(unit), word(level), word(year), bloc, head, rules].join(' ');

/** The same for the hidden name; null where it would not fit. The visible text is always there. */
export function hiddenStampText(stamp: FormStamp): string | null {
  const text = formStampText(stamp);
  return text.length > LONGEST ? null : text;
}

/** `newer`: made by a later version of the program. Null: no form of ours. */
export function parseFormStamp(text: string | null): FormStamp | 'newer' | null {
  const at = text?.indexOf(`${FORMAT}/`) ?? -1;
  if (text === null || at < 0) return null;
  const [first = '', kind, unit, level, year, bloc, head, rules] = text.slice(at, at + LONGEST_TEXT).split(' ');
  const version = first.slice(FORMAT.length + 1);
  if (!/^\d{1,6}$/.test(version)) return null;
  if (Number(version) > VERSION) return 'newer';
  if (kind !== 'own' && kind !== 'peer') return null;
  if (bloc === undefined || head === undefined || rules === undefined) return null;
  if (!/^[0-9a-f]{8}$/.test(bloc) || !/^[0-9a-f]{8}$/.test(head) || !/^[0-9a-f]{16}$/.test(rules)) return null;
  try {
    const [who, whither, when] = [unit, level, year].map((part) =>
      part === NONE ? '' : decodeURIComponent(part ?? ''),
    );
    if (who === undefined || who === '') return null;
    return { kind, unit: who, level: whither === '' ? null : (whither as Level), year: when ?? '', bloc, head, rules };
  } catch {
    return null; // no text that we encoded
  }
}

/** Which of bloc and year are others than the book's. */
export const isOfBloc = (stamp: FormStamp, { info }: Pick<Book, 'info'>): boolean =>
  stamp.bloc === blocDigest(info.name);
export const isOfYear = (stamp: FormStamp, { info }: Pick<Book, 'info'>): boolean => stamp.year === info.year;
