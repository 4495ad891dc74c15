/** Criteria of a workbook against those of the standard. */
import { blocKind, issue, type CountsToward, type Criterion, type Issue, type Way } from '../rules';
import { buildTree } from '../rules/score/tree';
import { inKind } from '../text';
import { COUNTS_TOWARD, NA_TREATMENTS, YES_NO } from '../workbook/layout';
import { fold } from '../base/folding';
import { wayWord } from '../workbook/ways';
import { matchRows, meant, wantedText, type Sides } from './sides';

type Row = { readonly criterion: Criterion; readonly counts: CountsToward };

/** One thing a criterion says: what it means, in which cell, and how it is written. */
interface Aspect {
  readonly column: 'name' | 'counts' | 'way' | 'parameter' | 'step' | 'na' | 'evidence';
  readonly meaning: (row: Row) => string;
  /** What to say where the cell is blank. */
  readonly blank: (row: Row) => string;
}

const yesNo = (value: boolean): string => YES_NO[value ? 'yes' : 'no'][0];

/** Whether a criterion may be not applicable, and how it is then treated where it says so itself. */
const naWord = ({ allowsNa, na }: Criterion): string => (na === undefined ? yesNo(allowsNa) : NA_TREATMENTS[na][0]);

const ASPECTS: readonly Aspect[] = [
  { column: 'name', meaning: ({ criterion }) => fold(meant(criterion.name)), blank: () => '' },
  { column: 'counts', meaning: ({ counts }) => counts, blank: ({ counts }) => COUNTS_TOWARD[counts][0] },
  { column: 'way', meaning: ({ criterion }) => wayName(criterion.way), blank: () => '' },
  { column: 'parameter', meaning: ({ criterion }) => wayParameter(criterion.way), blank: () => '' },
  { column: 'step', meaning: ({ criterion }) => criterion.step ?? '', blank: () => '' },
  { column: 'na', meaning: ({ criterion }) => naWord(criterion), blank: ({ criterion }) => naWord(criterion) },
  {
    column: 'evidence',
    meaning: ({ criterion }) => yesNo(criterion.evidenceRequired),
    blank: ({ criterion }) => yesNo(criterion.evidenceRequired),
  },
];

const wayName = (way: Way): string => wayWord(way) ?? way.kind;

/** All that a way says; the order in which its rungs stand says nothing. */
const wayParameter = (way: Way): string =>
  JSON.stringify(way.kind === 'ladder' ? [...way.rungs].sort() : { ...way, kind: null });

export function compareCriteria(sides: Sides): Issue[] {
  const { submitted, standard, where } = sides;
  const kind = blocKind(submitted.info);
  const match = matchRows(rowsOf(submitted.criteria), rowsOf(standard.criteria), ({ criterion }) => criterion.code);
  return [
    ...match.missing.map(({ criterion }) =>
      issue('criterion-missing', where.header('criteria'), {
        criterion: criterion.code,
        expected: inKind(named(criterion), kind),
      }),
    ),
    ...match.added.map(({ criterion }) =>
      issue('criterion-added', criterion.place, { criterion: criterion.code, received: named(criterion) }),
    ),
    ...match.both.flatMap(([own, wanted]) => [
      ...compareMax(sides, own.criterion, wanted.criterion),
      ...compareAspects(own, wanted),
    ]),
  ];

  function compareAspects(own: Row, wanted: Row): Issue[] {
    // What the reader could not read it has said; a changed way makes its parameter another one.
    if (own.criterion.way.kind === 'invalid') return [];
    const sameWay = wayName(own.criterion.way) === wayName(wanted.criterion.way);
    return ASPECTS.filter(
      ({ column, meaning }) => (column !== 'parameter' || sameWay) && meaning(own) !== meaning(wanted),
    ).map(({ column, blank }) => {
      const place = where.cell('criteria', own.criterion.place, column);
      return issue('criterion-changed', place, {
        criterion: own.criterion.code,
        received: where.text('criteria', own.criterion.place, column) ?? blank(own),
        expected: wantedText(sides, 'criteria', wanted.criterion.place, column) ?? blank(wanted),
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
function rowsOf(criteria: readonly Criterion[]): Row[] {
  return [...buildTree(criteria).byCode.values()].map(({ criterion, kind }) => ({ criterion, counts: kind }));
}
