/** Awards and conditions added and taken out, with all that names them. */
import type { Award, Book, Condition, Place } from '../../rules';
import { codedUnits } from '../create-content';
import { EXCLUDES_NONE, LIST_SEPARATOR } from '../layout';
import { fold } from '../../base/folding';
import { refuse, type Draft } from './draft';
import type { NewCondition } from './proposal';
import { addRecord, nextMark, removeRecords, typedValue } from './records';
import { cleanName } from './units';

/** The award that a code or a name means. */
export function awardNamed(awards: readonly Award[], text: string): Award {
  const [award, other] = awards.filter(({ id, name }) => [fold(id), fold(name)].includes(fold(text)));
  return award === undefined || other !== undefined ? refuse('award-unknown', text) : award;
}

/** A number of places as the sheet has it. */
export const quotaCell = (written: string): string | number => {
  const quota = written.trim().replace(/\s+/gu, ' ');
  return /^\d{1,4}$/.test(quota) ? Number(quota) : quota;
};

/** Below all others: awards stand from the highest to the lowest. */
export function addAward(draft: Draft, { awards }: Book, written: string, places: string): void {
  const name = cleanName(written);
  if (name === '') refuse('name-empty');
  if (awards.some((award) => [fold(award.id), fold(award.name)].includes(fold(name)))) refuse('name-taken', name);
  const quota = quotaCell(places);
  if (quota === '') refuse('quota-invalid', places);
  const code = codedUnits([...awards.map(({ id, name: other }) => ({ code: id, name: other })), { name }]).at(-1)?.code;
  if (code === undefined) return refuse('no-model');
  addRecord(
    draft,
    'awards',
    awards.map(({ place }) => place),
    { code, name, quota },
    name,
  );
  draft.lines.push({ kind: 'code', what: name, code });
}

export function removeAward(draft: Draft, book: Book, wanted: string): void {
  const { awards, conditions, ballots, decisions } = book;
  const { id, name, place } = awardNamed(awards, wanted);
  if (awards.length < 2) refuse('award-last', name);
  for (const condition of conditions) forgetInScope(draft, condition, id, name);
  for (const other of awards) forgetBeside(draft, other, id, name);
  // The sheets are others each: no removal moves the rows of another.
  removeRecords(
    draft,
    'conditions',
    conditions.filter((condition) => isAbout(condition, id)).map((condition) => condition.place),
    name,
  );
  removeRecords(
    draft,
    'ballots',
    ballots.filter(({ ballot }) => ballot === id).map((row) => row.place),
    name,
  );
  removeRecords(
    draft,
    'decisions',
    decisions.filter(({ scope }) => scope.kind === 'award' && scope.award === id).map((row) => row.place),
    name,
  );
  removeRecords(draft, 'awards', [place], name);
}

/** Of this award alone, or of the votes on it. */
function isAbout({ scope, field }: Condition, id: string): boolean {
  if (field.kind === 'ballot' && field.ballot === id) return true;
  return scope.kind === 'awards' && scope.awards.every((award) => award === id);
}

const list = (items: readonly string[]): string => items.join(`${LIST_SEPARATOR} `);

function forgetInScope(draft: Draft, condition: Condition, id: string, name: string): void {
  const { scope, places } = condition;
  if (scope.kind !== 'awards' || !scope.awards.includes(id) || isAbout(condition, id)) return;
  tellAt(draft, places.scope, name, list(scope.awards.filter((award) => award !== id)));
}

function forgetBeside(draft: Draft, { fallback, excludes, places }: Award, id: string, name: string): void {
  if (fallback === id) tellAt(draft, places.fallback, name, '');
  if (excludes?.includes(id) !== true) return;
  const left = excludes.filter((award) => award !== id);
  // Blank would mean what the workbook says for all.
  tellAt(draft, places.excludes, name, left.length === 0 ? EXCLUDES_NONE[0] : list(left));
}

function tellAt(draft: Draft, place: Place | undefined, what: string, text: string): void {
  if (place !== undefined) draft.tell(place, what, text);
}

export function addCondition(draft: Draft, { conditions, awards }: Book, wish: NewCondition): void {
  const field = cleanName(wish.field);
  const value = wish.value.trim();
  if (field === '' || value === '') refuse('condition-empty');
  const code = nextMark(
    conditions.map(({ id }) => id),
    'ĐK',
  );
  addRecord(
    draft,
    'conditions',
    conditions.map(({ place }) => place),
    { code, scope: scopeCell(awards, wish.scope), field, op: wish.op, value: typedValue(value), effect: wish.effect },
    code,
  );
}

/** An award may be named; grades and lists stay as they were written. */
function scopeCell(awards: readonly Award[], written: string): string {
  const [award, other] = awards.filter(({ name }) => fold(name) === fold(written));
  return award === undefined || other !== undefined ? cleanName(written) : award.id;
}

export function removeCondition(draft: Draft, { conditions }: Book, wanted: string): void {
  const [condition, other] = conditions.filter(({ id }) => fold(id) === fold(wanted));
  if (condition === undefined || other !== undefined) return refuse('condition-unknown', wanted);
  removeRecords(draft, 'conditions', [condition.place], condition.id);
}
