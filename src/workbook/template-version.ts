/** Which template a new workbook follows: the first, unless it uses what that one had no word for. */
import { headerOfLevel, type SettingName } from '../rules';
import type { FullContent } from './create-content';
import { CRITERION_NA, EFFECTS, SHEETS, TEMPLATE, WAY_WORDS, type Column, type SheetKey, type WayWord } from './layout';
import { fold } from '../base/folding';
import { WAYS } from './ways';

const NEW_SETTINGS: ReadonlySet<SettingName> = new Set(['blankAtRanking', 'levelOrder']);
const NEW_WAYS: ReadonlySet<string> = new Set(
  (Object.keys(WAYS) as WayWord[])
    .filter((word) => WAYS[word].since > TEMPLATE.first)
    .flatMap((word) => WAY_WORDS[word].map(fold)),
);
const OWN_TREATMENTS: ReadonlySet<string> = new Set(
  [...CRITERION_NA.full, ...CRITERION_NA.section, ...CRITERION_NA.total].map(fold),
);

const POSTPONE: ReadonlySet<string> = new Set(EFFECTS.postpone.map(fold));

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
const among = (words: ReadonlySet<string>, value: unknown): boolean =>
  typeof value === 'string' && words.has(fold(value));

/** Columns that came with the second template and hold something. */
function fillsLateColumn(sheet: SheetKey, rows: readonly Readonly<Record<string, unknown>>[]): boolean {
  const late = Object.entries<Column>(SHEETS[sheet].columns).filter(([, column]) => column.late === true);
  return rows.some((row) => late.some(([key]) => isFilled(row[key])));
}

export function templateVersion(content: FullContent): number {
  const { settings, levels, criteria, conditions } = content;
  const isNew =
    settings.some(({ setting, value }) => NEW_SETTINGS.has(setting) && isFilled(value)) ||
    levels.some((level) => headerOfLevel(level) !== null) ||
    criteria.some(({ way, na }) => among(NEW_WAYS, way) || among(OWN_TREATMENTS, na)) ||
    conditions.some(({ effect }) => among(POSTPONE, effect)) ||
    fillsLateColumn('awards', content.awards) ||
    fillsLateColumn('ballots', content.ballots);
  return isNew ? TEMPLATE.version : TEMPLATE.first;
}
