/** Settings, awards, conditions and grade bands of a workbook against those of the standard. */
import {
  blocKind,
  issue,
  type Award,
  type Band,
  type BlocKind,
  type Condition,
  type Issue,
  type Place,
  type SettingName,
  type Settings,
} from '../rules';
import { inKind } from '../text';
import {
  AWARD_COLUMNS,
  BAND_COLUMNS,
  BLANK_AT_RANKING,
  CONDITION_COLUMNS,
  levelWord,
  NA_TREATMENTS,
  NOT_ROUNDED,
  SETTING_ROWS,
  SHEETS,
  UNUSED_PLACES,
  YES_NO,
  type SheetKey,
} from '../workbook/layout';
import { aspectsOf, matchRows, meant, wantedText, type Aspect, type Sides } from './sides';

export function compareRules(sides: Sides): Issue[] {
  const { submitted, standard } = sides;
  return [
    ...compareSettings(sides),
    ...compareTable(sides, 'awards', submitted.awards, standard.awards, ({ id }) => id, AWARD_ASPECTS),
    ...compareTable(sides, 'conditions', submitted.conditions, standard.conditions, ({ id }) => id, CONDITION_ASPECTS),
    ...compareTable(sides, 'bands', submitted.bands, standard.bands, ({ name }) => name, BAND_ASPECTS),
  ];
}

const SETTING_NAMES = Object.keys(SETTING_ROWS).filter((name): name is SettingName =>
  Object.hasOwn(SETTING_ROWS, name),
);
const NO_LIMIT = 'không giới hạn';

/** A setting as people write it. */
const SETTING_TEXT: { readonly [Name in SettingName]: (settings: Settings, kind: BlocKind) => string } = {
  scale: ({ scale }) => scale,
  rankingLevel: ({ rankingLevel }, kind) => levelWord(rankingLevel, kind),
  blankAtRanking: ({ blankAtRanking }) => BLANK_AT_RANKING[blankAtRanking ?? 'error'][0],
  levelOrder: ({ levelOrder }, kind) =>
    levelOrder?.map((level) => levelWord(level, kind)).join('; ') ?? 'như thường lệ',
  notApplicable: ({ notApplicable }) => NA_TREATMENTS[notApplicable][0],
  totalDecimals: ({ totalDecimals }) => String(totalDecimals ?? NOT_ROUNDED),
  sectionDecimals: ({ sectionDecimals }) => String(sectionDecimals ?? NOT_ROUNDED),
  criterionDecimals: ({ criterionDecimals }) => String(criterionDecimals ?? NOT_ROUNDED),
  bonusCap: ({ bonusCap }) => bonusCap ?? NO_LIMIT,
  deductionCap: ({ deductionCap }) => deductionCap ?? NO_LIMIT,
  totalMin: ({ totalMin }) => totalMin ?? NO_LIMIT,
  totalMax: ({ totalMax }) => totalMax ?? NO_LIMIT,
  tieKeys: ({ tieKeys }) => tieKeys.map(({ written }) => written).join('; ') || 'không có',
  oneAwardPerUnit: ({ oneAwardPerUnit }) => YES_NO[oneAwardPerUnit ? 'yes' : 'no'][0],
  unusedPlaces: ({ unusedPlaces }) => UNUSED_PLACES[unusedPlaces][0],
  evidenceRequired: ({ evidenceRequired }) => YES_NO[evidenceRequired ? 'yes' : 'no'][0],
  remarkRequired: ({ remarkRequired }) => YES_NO[remarkRequired ? 'yes' : 'no'][0],
};

/** Tie keys by what they look at; everything else by its text. */
function settingMeaning(name: SettingName, settings: Settings): string {
  return name === 'tieKeys'
    ? JSON.stringify(settings.tieKeys.map(({ field, first }) => [field, first]))
    : SETTING_TEXT[name](settings, 'bloc');
}

function compareSettings({ submitted, standard, where }: Sides): Issue[] {
  return SETTING_NAMES.filter(
    (name) => meant(settingMeaning(name, submitted.settings)) !== meant(settingMeaning(name, standard.settings)),
  ).map((name) => {
    const kind = blocKind(submitted.info);
    const place = submitted.settings.sources[name]?.place ?? where.header('settings');
    return ruleChanged(
      place,
      SETTING_ROWS[name],
      SETTING_TEXT[name](submitted.settings, kind),
      inKind(SETTING_TEXT[name](standard.settings, kind), kind),
    );
  });
}

function ruleChanged(place: Place | null, rule: string, received: string | null, expected: string | null): Issue {
  return issue('rule-changed', place, { received, expected, params: { rule } });
}

const AWARD_ASPECTS = aspectsOf<Award>(AWARD_COLUMNS);

const CONDITION_ASPECTS = aspectsOf<Condition>(CONDITION_COLUMNS);
const BAND_ASPECTS = aspectsOf<Band>(BAND_COLUMNS);

/** Rows missing, added, out of order, or saying something else. */
function compareTable<Row extends { readonly place: Place }>(
  sides: Sides,
  sheet: Extract<SheetKey, 'awards' | 'conditions' | 'bands'>,
  own: readonly Row[],
  wanted: readonly Row[],
  codeOf: (row: Row) => string,
  aspects: readonly Aspect<Row>[],
): Issue[] {
  const { submitted, where } = sides;
  const kind = blocKind(submitted.info);
  const match = matchRows(own, wanted, codeOf);
  const title = SHEETS[sheet].name;
  const rule = (row: Row): string => `${title} ${codeOf(row)}`;
  const issues = [
    ...match.missing.map((row) =>
      ruleChanged(where.header(sheet), inKind(rule(row), kind), null, inKind(codeOf(row), kind)),
    ),
    ...match.added.map((row) => ruleChanged(row.place, rule(row), codeOf(row), null)),
  ];
  for (const [row, standardRow] of match.both) {
    for (const { column, meaning, blank } of aspects) {
      const [is, should] = [meaning(row), meaning(standardRow)];
      if (is === null || should === null || meant(is) === meant(should)) continue;
      const place = where.cell(sheet, row.place, column);
      const received = where.text(sheet, row.place, column) ?? blank?.(row) ?? null;
      const expected = wantedText(sides, sheet, standardRow.place, column) ?? blank?.(standardRow) ?? null;
      issues.push(ruleChanged(place, rule(row), received, expected));
    }
  }
  return [...issues, ...outOfOrder(sheet, own, match.both, rule)];
}

/** The order of awards and bands decides; the first row that stands in the place of another is named. */
function outOfOrder<Row extends { readonly place: Place }>(
  sheet: SheetKey,
  own: readonly Row[],
  both: readonly (readonly [Row, Row])[],
  rule: (row: Row) => string,
): Issue[] {
  if (sheet === 'conditions') return [];
  const known = new Set(both.map(([row]) => row));
  const ownOrder = own.filter((row) => known.has(row));
  const at = ownOrder.findIndex((row, index) => both[index]?.[0] !== row);
  const [is, should] = [ownOrder[at], both[at]?.[1]];
  if (is === undefined || should === undefined) return [];
  return [ruleChanged(is.place, rule(is), rule(is), rule(should))];
}
