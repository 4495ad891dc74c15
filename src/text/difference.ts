/** What changed between two judgements, in lines for people. */
import { cellName, type AwardChange, type Comparison, type InputChange, type UnitChange } from '../rules';
import type { Lang } from './lang';
import { formatScore } from './numbers';
import { awardStatusText, type Names } from './reasons';

const WORDS = {
  vi: {
    inputs: 'Ô đã đổi',
    units: 'Tổng điểm và hạng đã đổi',
    awards: 'Khen thưởng đã đổi',
    none: 'Không có gì thay đổi.',
    blank: 'trống',
    total: 'tổng',
    rank: 'hạng',
    grade: 'xếp loại',
    added: 'mới có',
    removed: 'không còn',
    gained: 'thêm',
    lost: 'bớt',
    places: 'suất',
    edited: 'đã sửa',
    order: 'thứ tự',
  },
  en: {
    inputs: 'Cells that changed',
    units: 'Totals and ranks that changed',
    awards: 'Awards that changed',
    none: 'Nothing changed.',
    blank: 'blank',
    total: 'total',
    rank: 'rank',
    grade: 'grade',
    added: 'new',
    removed: 'gone',
    gained: 'gained',
    lost: 'lost',
    places: 'places',
    edited: 'edited',
    order: 'order',
  },
} as const;

/** Headed lists: cells, then units, then awards; one line when nothing differs. */
export function differenceLines({ inputs, units, awards }: Comparison, names: Names, lang: Lang): string[] {
  const words = WORDS[lang];
  const lines = [
    ...headed(
      words.inputs,
      inputs.map((input) => inputLine(input, names, lang)),
    ),
    ...headed(
      words.units,
      units.map((unit) => unitLine(unit, names, lang)),
    ),
    ...headed(
      words.awards,
      awards.map((award) => awardLine(award, names, lang)),
    ),
  ];
  return lines.length > 0 ? lines : [words.none];
}

const headed = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`${heading}:`, ...lines.map((line) => `  ${line}`)] : [];

/** "Chấm điểm!E7: 8,5 → 9 (SNV, I.1)" */
function inputLine(
  { place, before, after, row, what, unit, criterion }: InputChange,
  names: Names,
  lang: Lang,
): string {
  const where = place ? `${place.sheet}!${cellName(place)}` : [row, what].filter(Boolean).join(' ');
  const about = [unit && names.unit(unit), criterion].filter(Boolean).join(', ');
  const change =
    isPlain(before) && isPlain(after) ? `${shown(before, lang)} → ${shown(after, lang)}` : WORDS[lang].edited;
  return `${where}${what === 'order' ? ` (${WORDS[lang].order})` : ''}: ${change}${about && ` (${about})`}`;
}

/** Not put together of several values, which would be told in the program's own words. */
export const isPlain = (value: string | null): boolean => value === null || !/^[[{]/.test(value);

function unitLine({ unit, presence, total, rank, grade }: UnitChange, names: Names, lang: Lang): string {
  const words = WORDS[lang];
  const parts = [
    presence && (presence.after ? words.added : words.removed),
    total && `${words.total} ${shown(total.before, lang)} → ${shown(total.after, lang)}`,
    rank && `${words.rank} ${String(rank.before ?? '–')} → ${String(rank.after ?? '–')}`,
    grade && `${words.grade} ${grade.before ?? '–'} → ${grade.after ?? '–'}`,
  ];
  return `${names.unit(unit)}: ${parts.filter(Boolean).join('; ')}`;
}

function awardLine({ award, status, places, gained, lost }: AwardChange, names: Names, lang: Lang): string {
  const words = WORDS[lang];
  const parts = [
    gained.length > 0 && `${words.gained} ${gained.map((unit) => names.unit(unit)).join(', ')}`,
    lost.length > 0 && `${words.lost} ${lost.map((unit) => names.unit(unit)).join(', ')}`,
    places && `${words.places} ${String(places.before ?? '–')} → ${String(places.after ?? '–')}`,
    status && [status.before, status.after].map((value) => (value ? awardStatusText(value, lang) : '–')).join(' → '),
  ];
  return `${names.award(award)}: ${parts.filter(Boolean).join('; ')}`;
}

function shown(value: string | null, lang: Lang): string {
  if (value === null) return WORDS[lang].blank;
  return /^-?\d+(\.\d+)?$/.test(value) ? formatScore(value, null, lang) : value;
}
