/** Conditions that can be judged, but hardly be meant so: a text that no unit has, an or-group of a single row. */
import { asksTaskGrade, shownIn } from '../conditions/attributes';
import type { Condition, ConditionScope } from '../model/book';
import { sameText } from '../conditions/comparison';
import type { Prepared } from '../prepare';
import { fold } from '../../base/folding';
import { yesNo } from '../model/words';

/** What is named of the texts that units have. */
const MOST_NAMED = 6;

/** Says `condition-invalid` as a warning of each: such a row usually has a slip, and decides something else than is meant. */
export function checkConditions({ book, broken, report }: Prepared): void {
  for (const condition of book.conditions) {
    if (broken.has(condition)) continue;
    const { field, place, places, id, value, orGroup } = condition;
    if (orGroup !== null && !hasPartner(condition, book.conditions)) {
      report('condition-invalid', places.orGroup ?? place, {
        severity: 'warning',
        received: orGroup,
        params: { condition: id, alone: orGroup },
      });
    }
    if (field.kind !== 'attribute' || !comparesTexts(condition)) continue;
    const texts = [
      ...new Set(
        book.units.flatMap(({ attributes }) => {
          const entry = attributes.get(field.header);
          return entry?.kind === 'yesno' ? (entry.value ? 'có' : 'không') : (shownIn(entry) ?? []);
        }),
      ),
    ];
    const items = LISTS.has(condition.op ?? '') ? value.items : [value.written];
    const strange =
      texts.length === 0
        ? []
        : items.filter(
            (item) =>
              !texts.some((text) => sameText(item, text) || (yesNo(item) !== null && yesNo(item) === yesNo(text))),
          );
    if (strange.length === 0) continue;
    report('condition-invalid', places.value ?? place, {
      severity: 'warning',
      received: strange.join('; '),
      expected: texts.slice(0, MOST_NAMED).join('; '),
      basis: condition.basis,
      params: { condition: id, noUnit: field.header },
    });
  }
}

const LISTS: ReadonlySet<string> = new Set(['in', 'notIn']);

/** Free words are asked for: neither yes or no, nor a day, a number or a task grade, which units may all lack. */
function comparesTexts(condition: Condition): boolean {
  const {
    op,
    value: { yesno, day, number },
  } = condition;
  if (asksTaskGrade(condition)) return false;
  return LISTS.has(op ?? '') || ((op === '=' || op === '<>') && yesno === null && day === null && number === null);
}

/** Whether another requirement of the same group stands for some of the same awards. */
function hasPartner(condition: Condition, all: readonly Condition[]): boolean {
  const { orGroup, scope, effect } = condition;
  return (
    effect.kind === 'require' &&
    all.some(
      (other) =>
        other !== condition &&
        other.effect.kind === 'require' &&
        other.orGroup !== null &&
        fold(other.orGroup) === fold(orGroup ?? '') &&
        overlap(scope, other.scope),
    )
  );
}

function overlap(a: ConditionScope, b: ConditionScope): boolean {
  if (a.kind === 'grade' || b.kind === 'grade')
    return a.kind === b.kind && a.kind === 'grade' && b.kind === 'grade' && a.grade === b.grade;
  return a.kind === 'all' || b.kind === 'all' || a.awards.some((award) => b.awards.includes(award));
}
