/** What a new workbook holds at first, in the words of its sheets. */
import { unmark } from '../base/folding';
import type { BlocKind, CriterionCode, Level } from '../rules';
import type { Regulation, WrittenAttribute, WrittenSetting, WrittenValue } from '../regulations';
import { blocWord, inKind } from '../text';
import { BLOC_KINDS, type InfoRow, type RepeatedInfo, type SHEETS, type SheetKey } from './layout';
import { wordFinder } from './read/words';

/** Cells of one row by column; what is absent is blank. */
export type WrittenRow<Sheet extends SheetKey> = Readonly<
  Partial<Record<keyof (typeof SHEETS)[Sheet]['columns'], WrittenValue>>
>;

/** A unit; its code is made from its name where none is given. */
export interface WrittenUnit {
  readonly code?: string;
  readonly name: string;
  readonly attributes?: Readonly<Record<string, WrittenValue>>;
  readonly notRanked?: string;
  readonly note?: string;
}

/** Scores by unit code, level and criterion code. */
export type WrittenScores = Readonly<
  Record<string, Readonly<Partial<Record<Level, Readonly<Record<CriterionCode, WrittenValue>>>>>>
>;

/** Everything that can stand in the input sheets. What is absent comes from the regulation, or is blank. */
export interface WorkbookContent {
  readonly info: Readonly<Partial<Record<Exclude<InfoRow, 'template' | RepeatedInfo>, WrittenValue>>>;
  readonly legalBases: readonly string[];
  readonly receivers: readonly string[];
  /** Sheets beside these that look like inputs and are none. */
  readonly unusedSheets?: readonly string[];
  /** Replace the regulation's settings of the same name; the others stay. */
  readonly settings: readonly WrittenSetting[];
  readonly levels: readonly Level[];
  readonly attributes: readonly WrittenAttribute[];
  readonly criteria: readonly WrittenRow<'criteria'>[];
  readonly awards: readonly WrittenRow<'awards'>[];
  readonly conditions: readonly WrittenRow<'conditions'>[];
  readonly bands: readonly WrittenRow<'bands'>[];
  readonly scores: WrittenScores;
  readonly data: readonly WrittenRow<'data'>[];
  readonly ballots: readonly WrittenRow<'ballots'>[];
  readonly attendees: readonly WrittenRow<'attendees'>[];
  readonly decisions: readonly WrittenRow<'decisions'>[];
}

/** A unit whose code is settled. */
export type CodedUnit = WrittenUnit & { readonly code: string };

export interface FullContent extends WorkbookContent {
  readonly units: readonly CodedUnit[];
}

const kindOf = wordFinder(BLOC_KINDS);

/** Whether a new workbook is one of a bloc or of a cluster, by `Loại` or, where that is blank, by its name. */
export function kindOfContent({ info: { kind, name } }: Pick<WorkbookContent, 'info'>): BlocKind {
  return blocWord({ kind: typeof kind === 'string' ? kindOf(kind) : null, name: typeof name === 'string' ? name : '' })
    .kind;
}

/** A regulation's own texts in the word of those who use it: "Tham gia hoạt động của cụm", "cụm chấm". */
function inTheirWord<Written>(written: Written, kind: BlocKind): Written {
  const reworded = (value: unknown): unknown => {
    if (typeof value === 'string') return inKind(value, kind);
    if (Array.isArray(value)) return value.map(reworded);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, reworded(part)]))
      : value;
  };
  return reworded(written) as Written;
}

/** Lays the given content over the regulation's own. */
export function fullContent(
  written: Regulation,
  units: readonly WrittenUnit[],
  given: Partial<WorkbookContent>,
): FullContent {
  const info = { ...(written.kind === undefined ? {} : { kind: written.kind }), ...given.info };
  const regulation = inTheirWord(written, kindOfContent({ info }));
  const coded = codedUnits(units);
  const overridden = new Set(given.settings?.map(({ setting }) => setting));
  return {
    legalBases: regulation.legalBases ?? [],
    receivers: [],
    scores: {},
    data: [],
    ballots: [],
    decisions: [],
    levels: regulation.levels,
    attributes: regulation.attributes,
    criteria: regulation.criteria,
    awards: regulation.awards,
    conditions: regulation.conditions,
    bands: regulation.bands,
    attendees: coded.map(({ code }) => ({ unit: code })),
    ...given,
    info: { regulation: `${regulation.name} (tham khảo)`, ...info },
    settings: [...regulation.settings.filter(({ setting }) => !overridden.has(setting)), ...(given.settings ?? [])],
    units: coded,
  };
}

/** Initials of a name without marks: "Sở Y tế" → "SYT". */
function initials(name: string): string {
  const plain = unmark(name);
  return (
    [...plain.matchAll(/[\p{L}\p{N}]+/gu)]
      .map(([word]) => (/^\d+$/.test(word) ? word : word.charAt(0).toUpperCase()))
      .join('') || 'DV'
  );
}

/** Gives every unit a code of its own; given codes stay as they are. */
export function codedUnits(units: readonly WrittenUnit[]): CodedUnit[] {
  const taken = new Set(units.flatMap(({ code }) => (code === undefined ? [] : [code.toUpperCase()])));
  return units.map((unit) => {
    if (unit.code !== undefined) return { ...unit, code: unit.code };
    const base = initials(unit.name);
    let code = base;
    for (let number = 2; taken.has(code); number++) code = `${base}${String(number)}`;
    taken.add(code);
    return { ...unit, code };
  });
}
