/** What stands around a table: its title with year and bloc, and the signatures below it. */
import type { Place } from '../../rules';
import { cellAt, type SheetCells } from '../../sheets/cells';
import { isBlankCell, shownText } from '../../sheets/shown-cell';
import { isPlaceAndDate, isSignatureText } from '../read/row-words';
import { fold } from '../../base/folding';
import type { Frame } from './frames';
import { levelInTitle, looksLikeUnit } from './header-words';
import { oneLine, readLabel } from './labels';
import type { About, Unread } from './proposal';
import { range } from './stack';
import { ownNames } from './together';
import type { Uses } from './uses';

interface Written {
  /** One line, of single spaces. */
  readonly text: string;
  readonly place: Place;
}

const NATION = /cộng h[oò][àa]? ?x[aã] hội chủ nghĩa|độc lập\s*[-–]\s*tự do|^[-–_*=\s.]+$/u;

/** `above`: from where on the rows belong to this table; `below`: where the next one begins. */
export function readAbout(
  sheet: SheetCells,
  frame: Frame,
  above: number,
  below: number,
  uses: Uses,
  date1904: boolean,
): { readonly about: About; readonly unread: readonly Unread[] } {
  const textsOf = (from: number, to: number): Written[] =>
    range(from, to).flatMap((row) =>
      (sheet.rows[row] ?? []).flatMap((cell, column) => {
        const place = { sheet: sheet.name, row, column };
        return isBlankCell(cell) ||
          uses.of(place) !== null ||
          (column >= frame.right && row >= frame.top && row < frame.bottom)
          ? []
          : [{ text: oneLine(shownText(cell, date1904)), place }];
      }),
    );
  const titles = textsOf(above, frame.top).filter(
    ({ place }) => typeof cellAt(sheet, place.row, place.column)?.value === 'string',
  );
  const tail = textsOf(frame.bottom, below);
  for (const { place } of titles) uses.mark(place, 'known');
  const signed = tail.findIndex(({ text }) => isPlaceAndDate(text) || isSignatureText(text));
  const unread: Unread[] = [];
  tail.forEach(({ text, place }, index) => {
    // Below a signature stand names.
    const isKnown =
      NATION.test(fold(text)) ||
      (signed >= 0 &&
        index >= signed &&
        typeof cellAt(sheet, place.row, place.column)?.value === 'string' &&
        text.length <= 80);
    uses.mark(place, isKnown ? 'known' : 'said');
    if (!isKnown) unread.push({ place, reason: 'note' });
  });
  const name = nameIn(titles);
  const named = ownNames(sheet.name);
  // Where units send in a file each, its name is the last to say whose it is.
  const own = looksLikeUnit(named.sheet) ? named.sheet.trim() : named.file;
  const unit =
    unitAbove(sheet, frame, uses, date1904) ?? unitIn(titles) ?? (own === null ? null : { value: own, place: null });
  return {
    unread,
    about: {
      year: yearIn(named.sheet, titles, tail),
      name,
      unit,
      level: levelIn(named.sheet, titles),
      kind: name === null ? null : /^cụm/iu.test(name.value) ? 'cluster' : 'bloc',
    },
  };
}

/** The year of the title or of the sheet's name; that of a signature counts from October on: in January one signs for the year before. */
function yearIn(sheet: string, titles: readonly Written[], tail: readonly Written[]): About['year'] {
  const years = titles.flatMap(({ text, place }) =>
    isPlaceAndDate(text)
      ? []
      : [...text.matchAll(/năm\s*(?:học\s*)?(20\d\d)/giu)].map(([, value = '']) => ({ value, place })),
  );
  const [first] = years;
  if (first !== undefined) return { ...first, certain: new Set(years.map(({ value }) => value)).size === 1 };
  const named = /(?:^|\D)(20\d\d)(?:\D|$)/u.exec(sheet)?.[1];
  if (named !== undefined) return { value: named, place: null, certain: true };
  for (const { text, place } of [...tail, ...titles]) {
    const match = /tháng\s*(\d{1,2})\s*năm\s*(20\d\d)/iu.exec(text);
    if (match === null) continue;
    const [month, year] = [Number(match[1]), Number(match[2])];
    return month >= 10
      ? { value: String(year), place, certain: true }
      : { value: String(month <= 4 ? year - 1 : year), place, certain: false };
  }
  return null;
}

function nameIn(titles: readonly Written[]): About['name'] {
  for (const { text, place } of titles) {
    const whole =
      /^(?:khối|cụm) .*$/isu.exec(text)?.[0] ?? /(?:của|thuộc) ((?:khối|cụm) thi đua .+)$/isu.exec(text)?.[1];
    if (whole === undefined) continue;
    const value = whole.replace(/,? năm 20\d\d.*$/isu, '').trim();
    if (/^(?:khối|cụm)(?:\s+thi đua)?$/iu.test(value)) continue;
    return { value, place };
  }
  return null;
}

/** The row of a unit above its criteria. */
function unitAbove(sheet: SheetCells, { unit, left, right }: Frame, uses: Uses, date1904: boolean): About['unit'] {
  if (unit === null) return null;
  uses.mark(unit, 'unit');
  uses.markRow(unit.row, 'known', left, right);
  return {
    value: readLabel(shownText(cellAt(sheet, unit.row, unit.column), date1904), false).name,
    place: unit,
  };
}

/** "Đơn vị: Sở Nội vụ" above a table of one unit. */
function unitIn(titles: readonly Written[]): About['unit'] {
  for (const { text, place } of titles) {
    const named = /^(?:tên )?(?:đơn vị|cơ quan)(?: (?:tự chấm|được chấm|chấm điểm))? ?: ?(.+)$/isu
      .exec(text)?.[1]
      ?.trim();
    if (named !== undefined && !/^điểm$/iu.test(named)) return { value: named, place };
    const owner = /(?:của|đơn vị) (.+)$/isu.exec(text)?.[1]?.replace(/ ?,? ?năm 20\d\d$/iu, '');
    if (owner !== undefined && looksLikeUnit(owner)) return { value: owner, place };
  }
  return null;
}

/** "BẢNG TỰ CHẤM ĐIỂM": the level of every column that names none. */
function levelIn(sheet: string, titles: readonly Written[]): About['level'] {
  for (const { text, place } of titles) {
    const value = levelInTitle(text);
    if (value !== null) return { value, place };
  }
  const value = levelInTitle(sheet);
  return value === null ? null : { value, place: null };
}
