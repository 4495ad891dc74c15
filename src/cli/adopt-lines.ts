/** What `thidua adopt` prints: the preview, the questions, the comparison with the old table. */
import { cellName, type Level, type Place } from '../rules';
import { formatScore, type Lang } from '../text';
import { adoptText, leftText, questionText } from '../text/adopt';
import {
  fieldsOf,
  type OldCheck,
  type OldDifference,
  type OldTables,
  type Proposal,
  type Question,
} from '../workbook/adopt';
import { levelHeader } from '../workbook/layout';
import { textTable } from './table';

const placeText = (place: Place): string => `${place.sheet}!${cellName(place)}`;

const MOST_PLACES = 6;

/** "C7, C8, D9 và 12 chỗ nữa" */
function placesText(places: readonly Place[], lang: Lang): string {
  const shown = places.slice(0, MOST_PLACES).map(placeText).join(', ');
  return places.length > MOST_PLACES
    ? `${shown} ${adoptText('more', lang, { n: places.length - MOST_PLACES })}`
    : shown;
}

const levelText = (level: Level | null, { about: { kind } }: Proposal): string =>
  level === null ? '?' : levelHeader(level, kind);

export function questionLine({ key, about, params, choices, suggestion, places }: Question, lang: Lang): string {
  const hints = [
    ...(choices.length > 0 ? [adoptText('choices', lang, { choices: choices.join(' | ') })] : []),
    ...(suggestion === null ? [] : [adoptText('suggestion', lang, { suggestion })]),
    ...(places.length > 0 ? [placesText(places, lang)] : []),
  ];
  return `  --answer ${key}=…  ${questionText(about, params, lang)}${hints.length > 0 ? ` (${hints.join('; ')})` : ''}`;
}

export function previewLines(proposal: Proposal, { otherSheets }: OldTables, withCells: boolean, lang: Lang): string[] {
  const { place, direction, units, criteria, scores, levels, totals, ranks, awards, remarks, unread, questions } =
    proposal;
  const { read, all } = fieldsOf(proposal);
  const left = new Map<string, Place[]>();
  for (const { reason, place: at } of unread)
    left.set(leftText(reason, lang), [...(left.get(leftText(reason, lang)) ?? []), at]);
  const counts = { main: '', bonus: adoptText('bonus', lang), deduction: adoptText('deduction', lang) } as const;
  const needed = questions.filter((question) => question.needed);
  const optional = questions.filter((question) => !question.needed);
  return [
    adoptText('found', lang, {
      place: placeText(place),
      units: units.length,
      criteria: criteria.filter(({ leaf }) => leaf).length,
      scores: scores.length,
      direction: adoptText(direction, lang),
    }),
    adoptText('share', lang, { percent: formatScore(String(Math.floor((read / all) * 1000) / 10), null, lang) }),
    ...(levels.length === 0
      ? []
      : [adoptText('levels', lang, { levels: levels.map((level) => levelText(level, proposal)).join('; ') })]),
    '',
    adoptText('units', lang),
    ...units.map(({ name, place: at, group }) => `  ${name}${group === null ? '' : ` (${group})`}  [${placeText(at)}]`),
    '',
    adoptText('criteria', lang),
    ...criteria.map(
      ({ code, name, max, counts: toward, leaf, place: at, maxPlace }) =>
        `  ${code} ${name}: ${max === null ? '?' : formatScore(max, null, lang)}${[
          counts[toward],
          leaf ? '' : adoptText('group', lang),
        ]
          .filter(Boolean)
          .map((word) => ` (${word})`)
          .join(
            '',
          )}  [${[at, ...(maxPlace === null || placeText(maxPlace) === placeText(at) ? [] : [maxPlace])].map(placeText).join('; ')}]`,
    ),
    ...(withCells
      ? [
          '',
          adoptText('scores', lang),
          ...textTable(
            SCORE_COLUMNS,
            scores.map(({ unit, level, criterion, value, place: at }) => [
              unit,
              levelText(level, proposal),
              criterion,
              value,
              placeText(at),
            ]),
          ),
        ]
      : []),
    '',
    adoptText('old', lang, { totals: totals.length, ranks: ranks.length, awards: awards.length }),
    ...(remarks.length === 0 ? [] : [adoptText('remarks', lang, { n: remarks.length })]),
    ...(left.size === 0
      ? []
      : [adoptText('left', lang), ...[...left].map(([reason, places]) => `  ${reason}: ${placesText(places, lang)}`)]),
    ...(otherSheets.length === 0 ? [] : [adoptText('otherSheets', lang, { sheets: otherSheets.join(', ') })]),
    ...(needed.length === 0
      ? []
      : ['', adoptText('needed', lang), ...needed.map((question) => questionLine(question, lang))]),
    ...(optional.length === 0
      ? []
      : ['', adoptText('optional', lang), ...optional.map((question) => questionLine(question, lang))]),
  ];
}

const SCORE_COLUMNS = ['', '', '', '', ''].map((header) => ({ header, align: 'left' as const }));

const MOST_DIFFERENCES = 50;

export function checkLines({ compared, differences }: OldCheck, proposal: Proposal, lang: Lang): string[] {
  if (compared === 0) return [adoptText('nothing', lang)];
  if (differences.length === 0) return [adoptText('agrees', lang, { n: compared })];
  const rest = differences.length - MOST_DIFFERENCES;
  return [
    adoptText('differs', lang, { n: differences.length, all: compared }),
    ...differences.slice(0, MOST_DIFFERENCES).map((one) => `  ${differenceLine(one, proposal, lang)}`),
    ...(rest > 0 ? [`  ${adoptText('more', lang, { n: rest })}`] : []),
  ];
}

function differenceLine(
  { what, unit, level, criterion, old, ours, place }: OldDifference,
  proposal: Proposal,
  lang: Lang,
): string {
  return adoptText('difference', lang, {
    place: placeText(place),
    unit,
    level: levelText(level, proposal),
    what: adoptText(what, lang, { criterion: criterion ?? '' }),
    old: formatScore(old, null, lang),
    ours: ours === null ? adoptText('missing', lang) : formatScore(ours, null, lang),
  });
}
