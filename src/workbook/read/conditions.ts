/** Reads `Điều kiện`: what an award or a grade asks for, and what follows when a rule is broken. */
import type { Band, Condition, ConditionScope, Effect } from '../../rules';
import {
  ALL_AWARDS,
  CAP_GRADE_EFFECT,
  CONDITION_COLUMNS,
  EFFECTS,
  GRADE_SCOPE,
  LIST_SEPARATOR,
  OPERATORS,
  ZERO_CRITERION_EFFECT,
} from '../layout';
import type { Codes } from './codes';
import { electionNamed, fieldChoices, readField, type FieldNames } from './fields';
import type { Fault, Reader } from './reader';
import { placesOf, readFields } from './record-fields';
import type { TableRow } from './table-row';
import { fold, nearest, normal } from '../../base/folding';
import { readThreshold } from './threshold';
import { choices, wordFinder } from './words';

type Row = TableRow<keyof typeof CONDITION_COLUMNS>;

/** A condition that cannot be read is unknown for every unit: the rules see to that. */
const INVALID: Fault = { code: 'condition-invalid', touches: null };
/** A condition whose awards cannot be read may belong to any of them. */
const SCOPE_INVALID: Fault = { code: 'condition-invalid', touches: 'awards' };

const REQUIRED = ['code', 'field', 'op', 'value'] as const;
const effectOf = wordFinder(EFFECTS);

export interface ConditionNames extends FieldNames {
  readonly awards: Codes;
  readonly bands: readonly Band[];
}

/** A condition that names what could not be read elsewhere is left out: no award is certain then anyway. */
export function readConditions(reader: Reader, names: ConditionNames): Condition[] {
  const table = reader.table('conditions', 'awards');
  if (table === null || REQUIRED.some((key) => !table.columns.has(key))) return [];
  const ids = new Set<string>();
  const conditions: Condition[] = [];
  for (const row of reader.records(table, { touches: 'awards' }).rows) {
    const { code: id } = reader.code(row, 'code', 'awards');
    if (id === '') continue;
    if (ids.has(fold(id))) reader.findings.say('code-duplicate', row.place('code'), { received: id }, 'awards');
    ids.add(fold(id));
    const condition = readCondition(reader, row, id, names);
    if (condition !== null) conditions.push(condition);
  }
  return conditions;
}

function readCondition(reader: Reader, row: Row, id: string, names: ConditionNames): Condition | null {
  const fieldWritten = reader.text(row, 'field') ?? '';
  const scope = readScope(reader, row, names);
  const field = readConditionField(reader, row, fieldWritten, names);
  const effect = readEffect(reader, row, names);
  const op = readOperator(reader, row);
  const valueUnusable = reader.sayUnusable(row, 'value', null);
  if (scope === 'lost' || field === 'lost' || effect === 'lost') return null;
  return {
    id,
    scope,
    field,
    fieldWritten,
    op,
    value: readThreshold(row.entry('value'), valueUnusable ? '' : row.text('value'), field.kind),
    effect,
    ...readFields(reader, row, CONDITION_COLUMNS, { code: id, touches: 'awards' }),
    place: row.place('code'),
    places: placesOf(row, CONDITION_COLUMNS),
  };
}

function readConditionField(reader: Reader, row: Row, written: string, names: FieldNames): Condition['field'] | 'lost' {
  const field = readField(written, names);
  if (field !== null) return field;
  if (!isUnusable(row, 'field')) {
    const allowed = fieldChoices(written, names);
    reader.say({ ...INVALID, allowed }, row.place('field'), written, nearest(written, names.attributes.values()));
  }
  return { kind: 'invalid' };
}

const isUnusable = (row: Row, key: 'field' | 'op'): boolean =>
  ['error', 'uncalculated', 'absent'].includes(row.entry(key).kind);

function readOperator(reader: Reader, row: Row): Condition['op'] {
  const op = reader.word(row, 'op', OPERATORS, INVALID);
  if (op === null && !isUnusable(row, 'op'))
    reader.say({ ...INVALID, expected: choices(OPERATORS) }, row.place('op'), '');
  return op ?? null;
}

/** Blank or `*`: all awards; codes by `;`; `xếp loại <tên>`: a grade. */
function readScope(reader: Reader, row: Row, { awards, bands, kind }: ConditionNames): ConditionScope | 'lost' {
  const written = reader.text(row, 'scope');
  if (written === null || written === ALL_AWARDS) return { kind: 'all' };
  if (fold(written).startsWith(`${GRADE_SCOPE} `) && awards.find(written) === null) {
    const named = normal(written)
      .replace(/\s+/gu, ' ')
      .slice(GRADE_SCOPE.length + 1);
    return { kind: 'grade', grade: findGrade(reader, row, 'scope', named, bands, SCOPE_INVALID) ?? named };
  }
  const found: string[] = [];
  for (const part of written
    .split(LIST_SEPARATOR)
    .map(normal)
    .filter((text) => text !== '')) {
    if (part === ALL_AWARDS) return { kind: 'all' };
    const code = awards.find(part) ?? electionNamed(part, kind);
    if (code === null && awards.isExcused(part)) return 'lost';
    if (code === null)
      reader.say(
        {
          ...SCOPE_INVALID,
          expected: [ALL_AWARDS, ...awards.choices(), ...bands.map(({ name }) => `${GRADE_SCOPE} ${name}`)].join('; '),
        },
        row.place('scope'),
        part,
        null,
      );
    found.push(code ?? part);
  }
  return { kind: 'awards', awards: found };
}

function findGrade(
  reader: Reader,
  row: Row,
  key: 'scope' | 'effect',
  written: string,
  bands: readonly Band[],
  fault: Fault,
): string | null {
  const band = bands.find(({ name }) => fold(name) === fold(written));
  if (band === undefined)
    reader.say({ ...fault, expected: bands.map(({ name }) => name).join('; ') }, row.place(key), written);
  return band?.name ?? null;
}

function readEffect(reader: Reader, row: Row, { bands, criteria }: ConditionNames): Effect | 'lost' {
  const written = reader.text(row, 'effect');
  if (written === null) return { kind: row.isBlank('effect') ? 'require' : 'invalid' };
  const plain = effectOf(written);
  if (plain !== null) return { kind: plain };
  const text = normal(written).replace(/\s+/gu, ' ');
  const named = between(text, CAP_GRADE_EFFECT);
  if (named !== null) {
    const grade = findGrade(reader, row, 'effect', named, bands, INVALID);
    return grade === null ? { kind: 'invalid' } : { kind: 'capGrade', grade };
  }
  const code = between(text.replace(/ ?= ?/u, ' = '), ZERO_CRITERION_EFFECT);
  const criterion = code === null ? null : criteria.find(code);
  if (criterion !== null) return { kind: 'zeroCriterion', criterion };
  if (code !== null && criteria.isExcused(code)) return 'lost';
  reader.say(
    { ...INVALID, expected: `${choices(EFFECTS)}; ${CAP_GRADE_EFFECT}; ${ZERO_CRITERION_EFFECT}`.replaceAll('#', '…') },
    row.place('effect'),
    written,
  );
  return { kind: 'invalid' };
}

/** What stands in a text in place of the pattern's `#`. */
function between(text: string, pattern: string): string | null {
  const [before = '', after = ''] = pattern.split('#');
  const folded = fold(text);
  if (!folded.startsWith(before) || !folded.endsWith(after) || text.length <= before.length + after.length) return null;
  return text.slice(before.length, text.length - after.length).trim();
}
