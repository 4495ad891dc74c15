/** The linter of the rules themselves: settings, criteria, awards and bands that cannot be meant so. */
import type { Award, Condition, Settings } from '../model/book';
import { percentOf } from '../conditions/conditions';
import { isBrokenLeaf } from '../score/leaf';
import { checkConditions } from './lint-conditions';
import { naTreatment } from '../model/not-applicable';
import type { Prepared } from '../prepare';
import { isSoundLimit, isSoundQuota } from '../order/quota';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';
import type { Report } from '../model/report';
import { highestOf, reachOf } from '../score/reach';
import { brokenSettings } from '../model/settings';
import type { TreeNode } from '../score/tree';
import { fold } from '../../base/folding';

/** Where a leaf's row is broken: its parameter or its maximum. */
function checkLeaf({ report, book }: Prepared, leaf: TreeNode): void {
  const { criterion } = leaf;
  const { way, places } = criterion;
  if (criterion.allowsNa && naTreatment(criterion, book.settings) === 'forbid') {
    report('setting-invalid', places.na ?? criterion.place, { severity: 'warning', criterion: criterion.code });
  }
  if (way.kind === 'invalid' || !isBrokenLeaf(leaf)) return;
  const brokenMax =
    leaf.max === null ? criterion.max !== null || leaf.kind === 'main' || way.kind !== 'count' : q.sign(leaf.max) < 0;
  report('setting-invalid', (brokenMax ? places.max : places.parameter) ?? criterion.place, {
    criterion: criterion.code,
    received: brokenMax ? criterion.max : null,
    expected: '>= 0',
  });
}

/** The reader's codes after which rows of the criteria may be lost: no sum of maxima means anything then. */
const LOSES_ROWS: ReadonlySet<string> = new Set([
  'sheet-missing',
  'sheet-ambiguous',
  'header-missing',
  'header-ambiguous',
  'code-missing',
  'code-duplicate',
  'code-unknown',
  'merged-data',
]);

function mayLackCriteria({ book }: Prepared): boolean {
  const sheet = book.criteria[0]?.place.sheet;
  return book.doubts.some(
    ({ code, place, touches }) => touches === 'totals' && place?.sheet === sheet && LOSES_ROWS.has(code),
  );
}

/** Parents whose maximum their children cannot reach, or exceed. */
function checkParent({ report }: Prepared, node: TreeNode): void {
  const children = node.children.filter((child) => child.kind === node.kind);
  if (node.isLeaf || node.max === null || children.length === 0 || node.holds[node.kind] === false) return;
  const maxima = children.map((child) => (child.isLeaf || child.max !== null ? child.max : null));
  if (maxima.includes(null) || maxima.some((max) => max !== null && q.sign(max) < 0)) return;
  const known = maxima.flatMap((max) => max ?? []);
  const together = node.highestOnly ? known.reduce(q.maximum, q.ZERO) : q.sum(known);
  const order = q.compare(together, node.max);
  if (order === 0) return;
  report(order < 0 ? 'rule-unreachable' : 'rule-cuts', node.criterion.places.max ?? node.criterion.place, {
    criterion: node.criterion.code,
    received: q.format(node.max),
    expected: q.format(together),
  });
}

/** Overall caps that the items cannot reach, or exceed. */
function checkOverallCaps({ tree, recipe, book, report }: Prepared): void {
  for (const [kind, name] of [
    ['bonus', 'bonusCap'],
    ['deduction', 'deductionCap'],
  ] as const) {
    const part = recipe[kind];
    if (part.rule !== 'cap' || q.sign(part.limit) < 0 || !tree.roots.some((root) => root.holds[kind])) continue;
    const together = highestOf(part.of);
    const order = together === null ? 0 : q.compare(together, part.limit);
    if (together === null || order === 0) continue;
    report(
      order < 0 ? 'rule-unreachable' : 'rule-cuts',
      book.settings.sources[name]?.place ?? book.criteria[0]?.place ?? null,
      {
        received: q.format(part.limit),
        expected: q.format(together),
        params: { setting: name },
      },
    );
  }
}

function checkMaxima(prepared: Prepared): void {
  const { tree, recipe, book, report } = prepared;
  for (const leaf of tree.leaves) checkLeaf(prepared, leaf);
  if (mayLackCriteria(prepared)) return;
  for (const node of tree.byCode.values()) checkParent(prepared, node);
  checkOverallCaps(prepared);
  const wanted = q.read(book.settings.scale);
  const place = book.settings.sources.scale?.place ?? book.criteria[0]?.place ?? null;
  if (wanted === null || q.sign(wanted) <= 0)
    report('setting-invalid', place, { received: book.settings.scale, params: { setting: 'scale' } });
  const sound =
    tree.sections.length > 0 &&
    tree.leaves.every((leaf) => leaf.kind !== 'main' || (leaf.max !== null && q.sign(leaf.max) >= 0));
  if (!sound || wanted === null || q.equal(recipe.wholeMax, wanted)) return;
  // A printed scale may include the bonus: 1000 = 950 + 50, 115 = 100 + 15.
  const { bonus } = reachOf(recipe);
  if (bonus !== null && q.equal(q.add(recipe.wholeMax, bonus), wanted)) return;
  report('max-sum-differs', place, { received: q.format(recipe.wholeMax), expected: q.format(wanted) });
}

function checkSettings(settings: Settings, report: Report): void {
  for (const name of brokenSettings(settings)) {
    const received = settings[name];
    report('setting-invalid', settings.sources[name]?.place ?? null, {
      received: received === null ? null : `${received}`,
      params: { setting: name },
    });
  }
}

function checkAward({ report }: Prepared, award: Award): void {
  const { places } = award;
  if (award.quota.kind !== 'invalid' && !isSoundQuota(award.quota))
    report('quota-invalid', places.quota ?? award.place, { award: award.id });
  for (const name of ['min', 'max'] as const) {
    const written = name === 'min' ? award.minPlaces : award.maxPlaces;
    if (!isSoundLimit(written))
      report('quota-invalid', places[name] ?? award.place, { award: award.id, received: written });
  }
  const low = q.parseOptional(award.minPlaces);
  const high = q.parseOptional(award.maxPlaces);
  if (low !== null && high !== null && q.compare(low, high) > 0) {
    report('quota-invalid', places.min ?? award.place, {
      award: award.id,
      received: award.minPlaces,
      expected: `<= ${award.maxPlaces ?? ''}`,
    });
  }
}

function checkAwards(prepared: Prepared): void {
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const award of prepared.book.awards) {
    const name = fold(award.name);
    if (ids.has(award.id) || (name !== '' && names.has(name)))
      prepared.report('award-duplicate', award.place, { award: award.id, received: award.name });
    ids.add(award.id);
    names.add(name);
    checkAward(prepared, award);
  }
}

function checkBands({ book, report }: Prepared): void {
  let above: Rational | null = null;
  const names = new Set<string>();
  book.bands.forEach((band, at) => {
    const place = band.places.from ?? band.place;
    const from = q.readOptional(band.from);
    const misplaced =
      from === null ? band.from !== null || at < book.bands.length - 1 : above !== null && q.compare(from, above) >= 0;
    if (misplaced)
      report('band-order', place, {
        received: band.from,
        expected: above === null ? 'số' : `< ${q.format(above)}`,
        params: { grade: band.name },
      });
    above = from ?? above;
    if (names.has(fold(band.name))) report('code-duplicate', band.place, { received: band.name });
    names.add(fold(band.name));
    if (band.limit !== null && band.limit.kind !== 'invalid' && !isSoundQuota(band.limit))
      report('quota-invalid', band.places.limit ?? band.place, { params: { grade: band.name } });
  });
}

function holdsBrokenLeaf(node: TreeNode): boolean {
  return node.isLeaf ? isBrokenLeaf(node) : node.children.some(holdsBrokenLeaf);
}

/** The most that a field can hold; null: nothing bounds it, or it cannot be known. */
function mostOf({ recipe, tree, maxOf }: Prepared, { field }: Condition): Rational | null {
  const reach = reachOf(recipe);
  switch (field.kind) {
    case 'total':
    case 'base':
    case 'bonus':
    case 'deduction':
      return reach[field.kind];
    case 'section':
    case 'criterion':
    case 'sectionPercent': {
      const node = tree.byCode.get(field.code);
      if (node === undefined || holdsBrokenLeaf(node)) return null;
      const most = reach.rows.has(node) ? (reach.rows.get(node) ?? null) : q.ZERO;
      return field.kind === 'sectionPercent' ? percentOf(most, maxOf(field.code)) : most;
    }
    default:
      return null;
  }
}

/** Conditions that no unit can ever meet, and bands that no unit can ever reach. */
function checkReach(prepared: Prepared): void {
  const { book, broken, report, tree } = prepared;
  if (mayLackCriteria(prepared) || tree.leaves.length === 0) return;
  for (const condition of book.conditions) {
    const {
      op,
      value: { number, written },
    } = condition;
    const asked = q.readOptional(number);
    if (broken.has(condition) || asked === null || (op !== '>=' && op !== '>' && op !== '=')) continue;
    const most = mostOf(prepared, condition);
    const order = most === null ? -1 : q.compare(asked, most);
    if (most === null || order < 0 || (order === 0 && op !== '>')) continue;
    report('rule-unreachable', condition.places.value ?? condition.place, {
      received: written,
      expected: `<= ${q.format(most)}`,
      params: { condition: condition.id },
    });
  }
  const highest = reachOf(prepared.recipe).total;
  for (const band of book.bands) {
    const from = q.readOptional(band.from);
    if (from === null || highest === null || q.compare(from, highest) <= 0) continue;
    report('rule-unreachable', band.places.from ?? band.place, {
      received: band.from,
      expected: `<= ${q.format(highest)}`,
      params: { grade: band.name },
    });
  }
}

/** `given` are the settings as the book has them. */
export function checkRules(prepared: Prepared, given: Settings): void {
  checkSettings(given, prepared.report);
  checkMaxima(prepared);
  checkAwards(prepared);
  checkBands(prepared);
  checkReach(prepared);
  checkConditions(prepared);
}
