/** The input tables of a new workbook: which columns look how, and what can be chosen in them. */
import type { WrittenValue } from '../regulations';
import { inKind } from '../text';
import { ENTRY_MESSAGES, INPUT_REMARKS } from '../text/new-workbook';
import { columnHelps, type COLUMN_HELP } from './column-help';
import { kindOfContent, type FullContent } from './create-content';
import { FIRST_RECORD, tableSheet, type Table, type TableColumn } from './create-tables';
import {
  BLANK_AT_RANKING,
  BLOC_KINDS,
  INFO_ROWS,
  LEVELS,
  NA_TREATMENTS,
  SETTING_ROWS,
  SHEETS,
  infoRow,
  UNUSED_SHEET_ROW,
  TEMPLATE,
  UNIT_COLUMNS,
  UNUSED_PLACES,
  type Help,
  type InfoRow,
  type Look,
  type SheetKey,
  type SheetLayout,
} from './layout';
import { choice, firstWords, free, text, YES_OR_NO } from './layout/column';
import type { BlocKind, SettingName } from '../rules';
import type { SheetPlan, Validation } from '../sheets/plan';
import type { StyleName } from '../sheets/styles';
import { templateVersion } from './template-version';

type Looks<Sheet extends SheetKey> = Readonly<Record<keyof (typeof SHEETS)[Sheet]['columns'], Look>>;

/** The first column of a table's records, for drop-downs elsewhere. */
function keysOf(sheet: string, records: number): string {
  return `'${sheet}'!$A$${String(FIRST_RECORD + 1)}:$A$${String(FIRST_RECORD + Math.max(1, records))}`;
}

interface TableText {
  readonly title: string;
  readonly remark: string;
  readonly orientation?: Table['orientation'];
}

/** A table of one input sheet from the layout's headers, these looks and the written rows. */
function inputTable<Sheet extends keyof typeof COLUMN_HELP>(
  content: FullContent,
  sheet: Sheet,
  looks: Looks<Sheet>,
  words: TableText,
  records: readonly Readonly<Partial<Record<keyof (typeof SHEETS)[Sheet]['columns'], WrittenValue>>>[],
  spare: number,
): Table {
  const { name, columns } = SHEETS[sheet];
  const keys = Object.keys(columns) as (keyof typeof looks)[];
  const headers = new Map(Object.entries(columns).map(([key, { header }]) => [key, header]));
  const helps = new Map(columnHelps(sheet));
  return {
    name,
    orientation: 'portrait',
    spare,
    ...words,
    columns: keys.map((key) => told(headers.get(String(key)) ?? '', helps.get(String(key)), looks[key], content)),
    records: records.map((record) => keys.map((key) => record[key] ?? null)),
  };
}

type ToldSheet =
  'criteria' | 'units' | 'conditions' | 'data' | 'awards' | 'bands' | 'ballots' | 'attendees' | 'decisions';

/** A table as the layout tells it. */
function toldTable(
  sheet: ToldSheet,
  content: FullContent,
  records: readonly Readonly<Record<string, WrittenValue>>[],
): Table {
  const { name, columns, paper }: SheetLayout<string> = SHEETS[sheet];
  const kind = kindOfContent(content);
  const keys = Object.keys(columns);
  return {
    name,
    orientation: 'portrait',
    spare: 0,
    ...paper,
    title: inKind(paper?.title ?? '', kind),
    remark: inKind(paper?.remark ?? '', kind),
    columns: Object.values(columns).map(({ header, help, look }) => told(header, help, look, content)),
    records: records.map((record) => keys.map((key) => record[key] ?? null)),
  };
}

const STYLE_OF = {
  any: 'input',
  text: 'inputText',
  number: 'inputNumber',
  day: 'inputDate',
  fixed: 'text',
} as const satisfies Record<Look['holds'], StyleName>;

/** A column of a new workbook; one without help is the workbook's own. */
function told(header: string, help: Help | undefined, look: Look | undefined, content: FullContent): TableColumn {
  const { codesOf: listed, andAttributes, holds, ...rest } = look ?? PLAIN_INFO;
  return {
    header,
    ...(help && { hint: help.text }),
    ...rest,
    style: STYLE_OF[holds],
    ...(andAttributes && { choices: withAttributes(rest.choices ?? [], content) }),
    ...(listed && { choicesFrom: keysOf(SHEETS[listed].name, content[listed].length) }),
  };
}

const PLAIN_INFO: Look = free(70);

function infoSheet(content: FullContent): SheetPlan {
  const { info, legalBases, receivers, unusedSheets = [] } = content;
  const kind = kindOfContent(content);
  const rows = (Object.keys(INFO_ROWS) as InfoRow[]).flatMap((key): [InfoRow, WrittenValue][] => {
    if (key === 'template') return [[key, `${TEMPLATE.name}/${String(templateVersion(content))}`]];
    if (key !== 'legalBases' && key !== 'receivers') return [[key, info[key] ?? null]];
    const given = key === 'legalBases' ? legalBases : receivers;
    return [...given, ...Array.from({ length: Math.max(1, 3 - given.length) }, () => null)].map((text) => [key, text]);
  });
  const plan = tableSheet(
    inputTable(
      content,
      'info',
      { item: { width: 30, holds: 'fixed' }, value: PLAIN_INFO },
      {
        title: 'THÔNG TIN CHUNG',
        remark: inKind(INPUT_REMARKS.info, kind),
      },
      [
        ...rows.map(([key, value]) => ({ item: infoRow(key, kind), value })),
        ...unusedSheets.map((value) => ({ item: UNUSED_SHEET_ROW, value })),
      ],
      0,
    ),
  );
  const place = FIRST_RECORD + rows.findIndex(([key]) => key === 'kind');
  // In a cluster's workbook the other word stands nowhere, not even to be chosen; it may still be typed.
  const items = kind === 'cluster' ? [BLOC_KINDS.cluster[0]] : firstWords(BLOC_KINDS);
  return { ...plan, validations: [valueList(place, items, kind !== 'cluster', INFO_ROWS.kind), ...plan.validations] };
}

const SETTING_CHOICES: Readonly<Partial<Record<SettingName, readonly string[]>>> = {
  rankingLevel: firstWords(LEVELS),
  blankAtRanking: firstWords(BLANK_AT_RANKING),
  notApplicable: firstWords(NA_TREATMENTS),
  unusedPlaces: firstWords(UNUSED_PLACES),
  oneAwardPerUnit: YES_OR_NO,
  evidenceRequired: YES_OR_NO,
  remarkRequired: YES_OR_NO,
};

/** A drop-down in the column `Giá trị` of one row. */
function valueList(place: number, items: readonly string[], strict: boolean, name: string): Validation {
  return {
    kind: 'list',
    area: { top: place, bottom: place, left: 1, right: 1 },
    items,
    strict,
    message: ENTRY_MESSAGES.choose(name),
  };
}

function settingsSheet(content: FullContent): SheetPlan {
  const { settings } = content;
  const kind = kindOfContent(content);
  const given = new Map(settings.map((written) => [written.setting, written]));
  const names = Object.keys(SETTING_ROWS) as SettingName[];
  const plan = tableSheet(
    inputTable(
      content,
      'settings',
      { item: { width: 42, holds: 'fixed' }, value: free(30), basis: text(28) },
      {
        title: 'QUY TẮC TÍNH ĐIỂM',
        remark: INPUT_REMARKS.settings,
      },
      names.map((name) => ({
        item: SETTING_ROWS[name],
        value: given.get(name)?.value ?? null,
        basis: given.get(name)?.basis ?? null,
      })),
      0,
    ),
  );
  const validations = names.flatMap((name, index) => {
    const items = SETTING_CHOICES[name];
    const place = FIRST_RECORD + index;
    // A workbook may rank by a further level of its own.
    return items
      ? [
          valueList(
            place,
            items.map((item) => inKind(item, kind)),
            name !== 'rankingLevel',
            SETTING_ROWS[name],
          ),
        ]
      : [];
  });
  return { ...plan, validations: [...validations, ...plan.validations] };
}

/** The attributes stand behind the name. */
function unitsTable(content: FullContent): Table {
  const { units, attributes } = content;
  const table = toldTable(
    'units',
    content,
    units.map(({ code, name, notRanked = null, note = null }) => ({ code, name, notRanked, note })),
  );
  const behind = 1 + Object.keys(UNIT_COLUMNS).indexOf('name');
  const columns = attributes.map(({ header, choices }) =>
    told(header, undefined, choices ? choice(15, choices, false) : free(15), content),
  );
  return {
    ...table,
    columns: table.columns.toSpliced(behind, 0, ...columns),
    records: table.records.map((record, at) =>
      record.toSpliced(behind, 0, ...attributes.map(({ header }) => units[at]?.attributes?.[header] ?? null)),
    ),
  };
}

/** The hints are written for blocs. */
function inTheirHints(plan: SheetPlan, kind: BlocKind): SheetPlan {
  return {
    ...plan,
    validations: plan.validations.map((validation) =>
      validation.kind === 'hint' ? { ...validation, message: inKind(validation.message, kind) } : validation,
    ),
  };
}

/** More would not fit into a list of choices. */
const LONGEST_LIST = 255;

/** Choices, then this workbook's attributes, as far as a drop-down can hold them. */
function withAttributes(choices: readonly string[], { attributes }: FullContent): string[] {
  const words: string[] = [];
  for (const word of [...choices, ...attributes.map(({ header }) => header)]) {
    if (!word.includes(',') && [...words, word].join(',').length <= LONGEST_LIST) words.push(word);
  }
  return words;
}

/** Every input sheet but `Chấm điểm`, in the order of the layout. */
export function inputSheets(content: FullContent): SheetPlan[] {
  const tables: Table[] = [
    toldTable('criteria', content, content.criteria),
    unitsTable(content),
    toldTable('data', content, content.data),
    toldTable('awards', content, content.awards),
    toldTable('conditions', content, content.conditions),
    toldTable('bands', content, content.bands),
    toldTable('ballots', content, content.ballots),
    toldTable('attendees', content, content.attendees),
    toldTable('decisions', content, content.decisions),
  ];
  return [infoSheet(content), settingsSheet(content), ...tables.map(tableSheet)].map((plan) =>
    inTheirHints(plan, kindOfContent(content)),
  );
}
