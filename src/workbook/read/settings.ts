/** Reads `Quy tắc`: one row per setting; a missing row or a blank value means the default. */
import {
  compareNumerals,
  DEFAULT_SETTINGS,
  type NaTreatment,
  type Settings,
  type SettingName,
  type TieKey,
} from '../../rules';
import type { SHEETS } from '../layout';
import {
  BLANK_AT_RANKING,
  LIST_SEPARATOR,
  MAX_DECIMALS,
  NA_TREATMENTS,
  NOT_ROUNDED,
  SETTING_ROWS,
  TIE_DIRECTIONS,
  UNUSED_PLACES,
  type Words,
} from '../layout';
import { fieldChoices, readField, type FieldNames } from './fields';
import { LevelSettings } from './level-settings';
import type { Fault, Reader } from './reader';
import { isAlmost, isNearHeader, nearestOf } from './near';
import { isClosedWord } from './row-words';
import type { TableRow } from './table-row';
import { fold } from '../../base/folding';
import { meaningsOf } from './words';

type Row = TableRow<keyof typeof SHEETS.settings.columns>;

const INVALID: Fault = { code: 'setting-invalid', touches: 'totals' };
const NAMES = Object.keys(SETTING_ROWS).filter((name): name is SettingName => Object.hasOwn(SETTING_ROWS, name));
const SETTING_OF = new Map(NAMES.map((name) => [fold(SETTING_ROWS[name]), name]));

const NONE = { rows: [], headings: [] };

/** The settings, and the row of the tie keys, which are read once criteria and units are known. */
export interface SettingRows {
  readonly settings: Settings;
  readonly tieKeyRow: Row | null;
}

export function readSettings(reader: Reader): SettingRows {
  const table = reader.table('settings', 'totals');
  const isKey = (shown: string): boolean => SETTING_OF.has(fold(shown));
  const { rows: records, headings } = table === null ? NONE : reader.records(table, { isKey, touches: 'totals' });
  const rows = new Map<SettingName, Row>();
  const strangers: Row[] = [];
  for (const row of records) {
    const item = row.text('item');
    const name = SETTING_OF.get(fold(item));
    const first = name === undefined ? undefined : rows.get(name);
    if (name === undefined) strangers.push(row);
    else if (first === undefined || first.isBlank('value')) rows.set(name, row);
    else if (!row.isBlank('value'))
      reader.findings.say('code-duplicate', row.place('item'), { received: item }, 'totals');
  }
  for (const row of rows.values()) sayBeside(reader, row);
  const missing = NAMES.filter((name) => rows.get(name)?.isBlank('value') !== false);
  for (const row of [...strangers, ...headings]) sayStranger(reader, row, missing);
  return { settings: settingsOf(reader, rows), tieKeyRow: rows.get('tieKeys') ?? null };
}

/** A rule whose value stands in another column: it would count as left to the default. */
function sayBeside(reader: Reader, row: Row): void {
  if (!row.isBlank('value')) return;
  const basis = row.cell('basis')?.value;
  const isValue = typeof basis === 'string' ? isClosedWord(basis) : basis !== undefined && basis !== null;
  const place = isValue ? row.place('basis') : row.besideColumns();
  if (place !== null)
    reader.findings.say('row-unread', place, { received: row.text('item'), params: { row: String(row.row + 1) } });
}

/** A rule nobody knows: nearly one that is missing, or none at all. Without a value it decides nothing yet, and may be a sub-heading. */
function sayStranger(reader: Reader, row: Row, missing: readonly SettingName[]): void {
  const item = row.text('item');
  const place = row.place('item');
  const isBlank = row.isBlank('value');
  const near = nearestOf(item, missing, (name) => SETTING_ROWS[name], isBlank ? isAlmost : isNearHeader);
  if (near !== null) {
    const expected = SETTING_ROWS[near];
    reader.findings.say(
      'header-near',
      place,
      { severity: isBlank ? 'warning' : 'error', received: item, expected, fix: { place, value: expected } },
      isBlank ? null : 'totals',
    );
  } else if (!isBlank) reader.say(INVALID, place, item);
}

function settingsOf(reader: Reader, rows: ReadonlyMap<SettingName, Row>): Settings {
  const word = <M extends string>(name: SettingName, words: Words<M>, standard: M): M => {
    const row = rows.get(name);
    return row === undefined ? standard : (reader.word(row, 'value', words, INVALID) ?? standard);
  };
  const yesNo = (name: SettingName, standard: boolean): boolean => {
    const row = rows.get(name);
    return row === undefined
      ? standard
      : (reader.yesNo(row, 'value', { ...INVALID, expected: 'có; không' }) ?? standard);
  };
  const limit = (name: SettingName): string | null => {
    const row = rows.get(name);
    return row === undefined
      ? null
      : (reader.number(row, 'value', { ...INVALID, expected: '>= 0' }, (value) => !value.startsWith('-')) ?? null);
  };
  const decimals = (name: SettingName, standard: number | null): number | null =>
    readDecimals(reader, rows.get(name), standard);
  const standard = DEFAULT_SETTINGS;
  const levels = new LevelSettings(reader);
  const settings: Settings = {
    ...standard,
    scale: readScale(reader, rows.get('scale')),
    rankingLevel: levels.ranking(rows.get('rankingLevel')) ?? standard.rankingLevel,
    ...(word<'error' | 'before'>('blankAtRanking', BLANK_AT_RANKING, 'error') === 'before'
      ? { blankAtRanking: 'before' }
      : {}),
    ...levels.order(rows.get('levelOrder')),
    notApplicable: word<NaTreatment>('notApplicable', NA_TREATMENTS, standard.notApplicable),
    totalDecimals: decimals('totalDecimals', standard.totalDecimals),
    sectionDecimals: decimals('sectionDecimals', standard.sectionDecimals),
    criterionDecimals: decimals('criterionDecimals', standard.criterionDecimals),
    bonusCap: limit('bonusCap'),
    deductionCap: limit('deductionCap'),
    totalMin: readTotalLimit(reader, rows.get('totalMin')),
    totalMax: readTotalLimit(reader, rows.get('totalMax')),
    oneAwardPerUnit: yesNo('oneAwardPerUnit', standard.oneAwardPerUnit),
    unusedPlaces: word('unusedPlaces', UNUSED_PLACES, standard.unusedPlaces),
    evidenceRequired: yesNo('evidenceRequired', standard.evidenceRequired),
    remarkRequired: yesNo('remarkRequired', standard.remarkRequired),
    sources: Object.fromEntries(
      [...rows].map(([name, row]) => [name, { place: row.place('value'), basis: reader.text(row, 'basis') }]),
    ),
  };
  return withoutCrossedLimits(reader, settings);
}

function readScale(reader: Reader, row: Row | undefined): string {
  const standard = DEFAULT_SETTINGS.scale;
  return row === undefined
    ? standard
    : (reader.number(row, 'value', { ...INVALID, expected: '> 0' }, (value) => Number(value) > 0) ?? standard);
}

/** A lowest total above the highest limits nothing. */
function withoutCrossedLimits(reader: Reader, settings: Settings): Settings {
  const { totalMin, totalMax, sources } = settings;
  if (
    totalMin === null ||
    totalMax === null ||
    sources.totalMin === undefined ||
    compareNumerals(totalMin, totalMax) <= 0
  )
    return settings;
  reader.say({ ...INVALID, expected: `<= ${totalMax}` }, sources.totalMin.place, totalMin);
  return { ...settings, totalMin: null, totalMax: null };
}

/** A limit of the total may be negative: deductions can go below 0. */
function readTotalLimit(reader: Reader, row: Row | undefined): string | null {
  return row === undefined ? null : (reader.number(row, 'value', { ...INVALID, expected: 'số' }) ?? null);
}

function readDecimals(reader: Reader, row: Row | undefined, standard: number | null): number | null {
  if (row === undefined) return standard;
  if (fold(row.text('value')) === NOT_ROUNDED) return null;
  const fault: Fault = { ...INVALID, expected: `0..${String(MAX_DECIMALS)}; ${NOT_ROUNDED}` };
  const value = reader.number(row, 'value', fault, (number) => /^\d+$/u.test(number) && Number(number) <= MAX_DECIMALS);
  return typeof value === 'string' ? Number(value) : standard;
}

/** `Thứ tự ưu tiên khi bằng điểm`: keys in their order; each says which value stands first. */
export function readTieKeys(reader: Reader, row: Row | null, names: FieldNames): TieKey[] {
  const written = row === null ? null : reader.text(row, 'value');
  if (row === null || written === null) return [];
  const keys: TieKey[] = [];
  for (const part of written
    .split(LIST_SEPARATOR)
    .map((text) => text.trim())
    .filter((text) => text !== '')) {
    const { name, direction } = splitDirection(part);
    const field = readField(name, names);
    if (field === 'lost') continue;
    if (field === null || NO_TIE_KEYS.has(field.kind)) {
      reader.findings.say(
        'tie-key-unknown',
        row.place('value'),
        { received: part, params: { key: part, allowed: fieldChoices(name, names, (kind) => !NO_TIE_KEYS.has(kind)) } },
        'totals',
      );
    } else keys.push({ field, first: direction ?? (field.kind === 'deduction' ? 'lower' : 'higher'), written: part });
  }
  return keys;
}

/** Fields that are the ranking itself, or follow from it. */
const NO_TIE_KEYS: ReadonlySet<string> = new Set(['total', 'rank', 'grade', 'sectionPercent']);

function splitDirection(part: string): { name: string; direction: TieKey['first'] | null } {
  const folded = fold(part);
  for (const direction of meaningsOf(TIE_DIRECTIONS)) {
    if (folded.endsWith(TIE_DIRECTIONS[direction][0]))
      return { name: part.slice(0, part.lastIndexOf('(')).trim(), direction };
  }
  return { name: part, direction: null };
}
