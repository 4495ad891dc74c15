/** The units of a workbook against an official list. */
import { issue, type Issue, type Unit } from '../rules';
import { codeText, fold, nearest, patience, type Patience } from '../base/folding';
import type { TableFinder } from '../workbook/table-finder';

/** One unit of the list; where a list gives one text only, it may be the code or the name. */
export interface ListedUnit {
  readonly code: string | null;
  readonly name: string;
}

const named = (code: string | null, name: string): string =>
  code === null || code === name ? name : `${code} ${name}`;

/** The unit whose name is probably a slip of a listed one that nobody bears. */
function nameVariant({ name }: ListedUnit, left: ReadonlySet<Unit>, patient: Patience): Unit | undefined {
  const near = nearest(
    name,
    [...left].map((unit) => unit.name),
    patient,
  );
  return near === null ? undefined : [...left].find((unit) => unit.name === near);
}

/** Missing, added and renamed units. A unit found by its name under another code is said once, at its code. */
export function compareUnits(units: readonly Unit[], list: readonly ListedUnit[], where: TableFinder): Issue[] {
  const code = (text: string): string => fold(codeText(text));
  const left = new Set(units);
  const patient = patience();
  const take = (find: (unit: Unit) => boolean): Unit | undefined => {
    const found = [...left].find(find);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const byCode = list.map((wanted) => ({
    wanted,
    own: take(({ id }) => code(id) === code(wanted.code ?? wanted.name)),
  }));
  const matched = byCode.map(({ wanted, own }) => ({
    wanted,
    own: own ?? take(({ name }) => fold(name) === fold(wanted.name)),
  }));
  const differing = matched.flatMap(({ wanted, own }) => {
    const variant = own === undefined ? nameVariant(wanted, left, patient) : undefined;
    if (variant !== undefined) {
      left.delete(variant);
      return [
        issue('unit-list-differs', where.cell('units', variant.place, 'name'), {
          unit: variant.id,
          received: variant.name,
          expected: wanted.name,
        }),
      ];
    }
    if (own === undefined)
      return [issue('unit-list-differs', where.header('units'), { expected: named(wanted.code, wanted.name) })];
    if (wanted.code === null) return [];
    const about = { unit: own.id, received: named(own.id, own.name), expected: named(wanted.code, wanted.name) };
    if (code(own.id) !== code(wanted.code)) return [issue('unit-list-differs', own.place, about)];
    return fold(own.name) === fold(wanted.name)
      ? []
      : [issue('unit-list-differs', where.cell('units', own.place, 'name'), about)];
  });
  return [
    ...differing,
    ...[...left].map((own) =>
      issue('unit-list-differs', own.place, { unit: own.id, received: named(own.id, own.name) }),
    ),
  ];
}
