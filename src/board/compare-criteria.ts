/** Criteria of a workbook against those of the standard. */
import { blocKind, issue, type Criterion, type Issue } from '../rules';
import { buildTree } from '../rules/score/tree';
import { inKind } from '../text';
import { CRITERION_COLUMNS, wayName } from '../workbook/layout';
import { aspectsOf, matchRows, wantedText, type Sides } from './sides';

const ASPECTS = aspectsOf<Criterion>(CRITERION_COLUMNS);

export function compareCriteria(sides: Sides): Issue[] {
  const { submitted, standard, where } = sides;
  const kind = blocKind(submitted.info);
  const match = matchRows(rowsOf(submitted.criteria), rowsOf(standard.criteria), ({ code }) => code);
  return [
    ...match.missing.map((criterion) =>
      issue('criterion-missing', where.header('criteria'), {
        criterion: criterion.code,
        expected: inKind(named(criterion), kind),
      }),
    ),
    ...match.added.map((criterion) =>
      issue('criterion-added', criterion.place, { criterion: criterion.code, received: named(criterion) }),
    ),
    ...match.both.flatMap(([own, wanted]) => [...compareMax(sides, own, wanted), ...compareAspects(own, wanted)]),
  ];

  function compareAspects(own: Criterion, wanted: Criterion): Issue[] {
    // What the reader could not read it has said; a changed way makes its parameter another one.
    if (own.way.kind === 'invalid') return [];
    const sameWay = wayName(own.way) === wayName(wanted.way);
    return ASPECTS.filter(
      ({ column, meaning }) => (column !== 'parameter' || sameWay) && meaning(own) !== meaning(wanted),
    ).map(({ column, blank }) => {
      const place = where.cell('criteria', own.place, column);
      return issue('criterion-changed', place, {
        criterion: own.code,
        received: where.text('criteria', own.place, column) ?? blank?.(own) ?? '',
        expected: wantedText(sides, 'criteria', wanted.place, column) ?? blank?.(wanted) ?? '',
      });
    });
  }
}

const named = ({ code, name }: Criterion): string => (name === '' ? code : `${code} ${name}`);

function compareMax({ where }: Sides, own: Criterion, wanted: Criterion): Issue[] {
  if (own.max === wanted.max) return [];
  const place = own.places.max ?? where.cell('criteria', own.place, 'max');
  return [issue('max-changed', place, { criterion: own.code, received: own.max, expected: wanted.max })];
}

/** The first row of each code, with what it counts toward after inheriting. */
function rowsOf(criteria: readonly Criterion[]): Criterion[] {
  return [...buildTree(criteria).byCode.values()].map(({ criterion, kind }) => ({ ...criterion, counts: kind }));
}
