/** The input tables of a new workbook: which columns look how, and what can be chosen in them. */
import type { WrittenValue } from '../regulations';
import { inKind } from '../text';
import { COLUMN_HELP, columnHelps } from './column-help';
import { kindOfContent, type FullContent } from './create-content';
import { FIRST_RECORD, tableSheet, type Table, type TableColumn } from './create-tables';
import {
  ALL_AWARDS,
  ATTENDANCE,
  BLANK_AT_RANKING,
  BLOC_KINDS,
  COUNTS_TOWARD,
  CRITERION_NA,
  CUTOFF_POLICIES,
  DECISION_KINDS,
  EFFECTS,
  INFO_ROWS,
  LEVELS,
  NA_TREATMENTS,
  OPERATORS,
  PLAIN_FIELDS,
  ROUNDINGS,
  SETTING_ROWS,
  SHEETS,
  infoRow,
  UNUSED_SHEET_ROW,
  TEMPLATE,
  UNUSED_PLACES,
  type Help,
  type InfoRow,
  type Look,
  type SheetKey,
  type SheetLayout,
} from './layout';
import { choice, codesOf, firstWords, free, number, text, YES_OR_NO } from './layout/column';
import type { BlocKind, SettingName } from '../rules';
import type { SheetPlan, Validation } from '../sheets/plan';
import type { StyleName } from '../sheets/styles';
import { templateVersion } from './template-version';
import { WAY_WORDS } from './ways';

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

/** A table as the layout tells it. */
function toldTable(sheet: 'awards', content: FullContent): Table {
  const { name, columns, paper }: SheetLayout<string> = SHEETS[sheet];
  const keys = Object.keys(columns);
  return {
    name,
    orientation: 'portrait',
    title: '',
    remark: '',
    spare: 0,
    ...paper,
    columns: Object.values(columns).map(({ header, help, look }) => told(header, help, look, content)),
    records: content[sheet].map((record: Readonly<Record<string, WrittenValue>>) =>
      keys.map((key) => record[key] ?? null),
    ),
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
  const { codesOf: listed, holds, ...rest } = look ?? PLAIN_INFO;
  return {
    header,
    ...(help && { hint: help.text }),
    ...rest,
    style: STYLE_OF[holds],
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
        remark: inKind(
          'Điền vào cột Giá trị. Dòng “Căn cứ”, “Nơi nhận” có thể lặp lại. Trưởng khối, Phó Trưởng khối ghi bằng mã đơn vị.',
          kind,
        ),
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
    message: `${name}: chọn trong danh sách.`,
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
        remark: 'Ô trống ở cột Giá trị nghĩa là dùng mặc định. Mỗi dòng ghi rõ căn cứ trong quy chế.',
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

function unitsTable(content: FullContent): Table {
  const { units, attributes } = content;
  const { code, name, notRanked, note } = SHEETS.units.columns;
  return {
    name: SHEETS.units.name,
    orientation: 'landscape',
    spare: 0,
    title: inKind('CÁC ĐƠN VỊ TRONG KHỐI', kindOfContent(content)),
    remark:
      'Mỗi đơn vị một mã riêng, không đổi trong năm. Tên ở đây phải trùng với tên ở đầu cột của trang tính Chấm điểm. “Không xếp hạng” ghi lý do, nếu có.',
    columns: [
      told(code.header, COLUMN_HELP.units.code, text(12), content),
      told(name.header, COLUMN_HELP.units.name, text(42), content),
      ...attributes.map(({ header, choices }) =>
        told(header, undefined, choices ? choice(15, choices, false) : free(15), content),
      ),
      told(notRanked.header, COLUMN_HELP.units.notRanked, text(20), content),
      told(note.header, COLUMN_HELP.units.note, text(20), content),
    ],
    records: units.map((unit) => [
      unit.code,
      unit.name,
      ...attributes.map(({ header }) => unit.attributes?.[header] ?? null),
      unit.notRanked ?? null,
      unit.note ?? null,
    ]),
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

/** Fields of conditions that are one word, then this workbook's attributes, as far as a drop-down can hold them. */
function fieldWords({ attributes }: FullContent): string[] {
  const words: string[] = [];
  for (const word of [...firstWords(PLAIN_FIELDS), ...attributes.map(({ header }) => header)]) {
    if (!word.includes(',') && [...words, word].join(',').length <= LONGEST_LIST) words.push(word);
  }
  return words;
}

/** Every input sheet but `Chấm điểm`, in the order of the layout. */
export function inputSheets(content: FullContent): SheetPlan[] {
  const unitCodes = codesOf('units', 12);
  const rounding = choice(10, firstWords(ROUNDINGS));
  const cutoff = choice(18, firstWords(CUTOFF_POLICIES));
  const tables: Table[] = [
    inputTable(
      content,
      'criteria',
      {
        code: text(8),
        name: text(37),
        max: number(8),
        counts: choice(9, firstWords(COUNTS_TOWARD)),
        way: choice(23, firstWords(WAY_WORDS)),
        parameter: text(18),
        step: number(7),
        na: choice(19, firstWords(CRITERION_NA)),
        evidence: choice(9, YES_OR_NO),
        basis: text(17),
      },
      {
        title: 'TIÊU CHÍ VÀ ĐIỂM TỐI ĐA',
        orientation: 'landscape',
        remark:
          'Mã theo cấp: I, I.1, I.1.a. Chỉ tiêu chí cuối cùng được chấm; dòng “nhóm” là tổng, điểm tối đa của nhóm là mức trần.',
      },
      content.criteria,
      10,
    ),
    unitsTable(content),
    inputTable(
      content,
      'data',
      {
        unit: unitCodes,
        criterion: text(12),
        target: free(12),
        actual: free(12),
        count: number(10),
        evidence: text(36),
        remark: text(36),
      },
      {
        title: 'SỐ LIỆU, MINH CHỨNG, GIẢI TRÌNH',
        orientation: 'landscape',
        remark:
          'Số liệu cho tiêu chí chấm theo tỷ lệ, trừ dần, theo lần, so sánh, trung bình. Ô trống không phải là 0.',
      },
      content.data,
      40,
    ),
    toldTable('awards', content),
    inputTable(
      content,
      'conditions',
      {
        code: text(8),
        scope: codesOf('awards', 18, false),
        field: choice(41, fieldWords(content), false),
        op: choice(15, firstWords(OPERATORS)),
        value: free(18),
        orGroup: text(9),
        effect: choice(20, firstWords(EFFECTS), false),
        basis: text(24),
      },
      {
        title: 'ĐIỀU KIỆN VÀ CHẾ TÀI',
        orientation: 'landscape',
        remark: `Áp dụng cho: trống hoặc ${ALL_AWARDS} là mọi hình thức; mã hình thức; “xếp loại <tên>”. Hệ quả trống: điều kiện phải đạt; “loại”: khi đúng thì không được khen.`,
      },
      content.conditions,
      12,
    ),
    inputTable(
      content,
      'bands',
      { name: text(20), from: number(12), limit: free(22), rounding, cutoff },
      {
        title: 'XẾP LOẠI',
        remark:
          'Mức cao nhất ở trên; mức cuối để trống “Từ điểm” để nhận mọi đơn vị còn lại. Không xếp loại thì để trống cả bảng.',
      },
      content.bands,
      5,
    ),
    inputTable(
      content,
      'ballots',
      {
        ballot: codesOf('awards', 24, false),
        unit: unitCodes,
        round: number(7),
        members: number(11),
        present: number(10),
        written: number(12),
        issued: number(10),
        returned: number(10),
        valid: number(10),
        favour: number(10),
      },
      {
        title: 'KẾT QUẢ BỎ PHIẾU KÍN',
        orientation: 'landscape',
        remark: inKind(
          'Mã phiếu: mã hình thức khen thưởng, TRUONG_KHOI, PHO_TRUONG_KHOI, hoặc tên mà điều kiện nhắc đến.',
          kindOfContent(content),
        ),
      },
      content.ballots,
      40,
    ),
    inputTable(
      content,
      'attendees',
      { unit: unitCodes, person: text(30), post: text(30), attendance: choice(22, firstWords(ATTENDANCE)) },
      {
        title: 'THÀNH PHẦN DỰ HỌP',
        remark: 'Dùng cho biên bản, không ảnh hưởng đến kết quả. Mỗi người một dòng; một đơn vị có thể có nhiều dòng.',
      },
      content.attendees,
      10,
    ),
    inputTable(
      content,
      'decisions',
      {
        kind: choice(12, firstWords(DECISION_KINDS)),
        scope: codesOf('awards', 12, false),
        units: text(26),
        reason: text(44),
        by: text(24),
        on: { width: 13, holds: 'day' },
      },
      {
        title: 'QUYẾT ĐỊNH CỦA HỘI NGHỊ',
        orientation: 'landscape',
        remark:
          '“phân hạng”: thứ tự của đúng các đơn vị bằng điểm, cách nhau bằng dấu chấm phẩy. “cho”, “bỏ”: một hình thức cho một đơn vị. Phải ghi lý do, người quyết định, ngày.',
      },
      content.decisions,
      12,
    ),
  ];
  return [infoSheet(content), settingsSheet(content), ...tables.map(tableSheet)].map((plan) =>
    inTheirHints(plan, kindOfContent(content)),
  );
}
