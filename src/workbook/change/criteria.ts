/** Criteria added and their maxima changed, in `Tiêu chí` and `Chấm điểm` together. */
import type { CriterionCode } from '../../rules';
import type { TreeNode } from '../../rules/score/tree';
import { limitMessage } from '../matrix-formulas';
import type { SHEETS } from '../layout';
import { isBlankCell } from '../../sheets/shown-cell';
import { fold } from '../../base/folding';
import { nextCode } from './next-code';
import { refuse, type Draft } from './draft';
import type { NewCriterion } from './proposal';
import { ownSums, renewSums } from './sums';
import { cleanName } from './units';
import { WAY_WORDS } from '../layout';

/** Where printed numbers repeat, a new one could mean another place than it was given. */
export function refusePlaces(draft: Draft): void {
  if (draft.places.criteria.criteria.some(({ printed }) => printed !== undefined)) refuse('codes-by-place');
}

/** The criterion that a code or a name means. */
export function criterionNamed(draft: Draft, text: string): TreeNode {
  const { criteria, tree } = draft.places;
  const code = criteria.codes.find(text);
  const [only, other] =
    code !== null ? [code] : criteria.criteria.filter(({ name }) => fold(name) === fold(text)).map((one) => one.code);
  return (
    (other === undefined && only !== undefined ? tree.byCode.get(only) : undefined) ?? refuse('criterion-unknown', text)
  );
}

export const below = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(below)];

export function addCriterion(draft: Draft, wish: NewCriterion): void {
  refusePlaces(draft);
  const name = cleanName(wish.name);
  if (name === '') refuse('name-empty');
  const { max, isGroup } = wish;
  if ((max === null && !isGroup) || (max !== null && !(max >= 0 && Number.isFinite(max)))) refuse('max-invalid', name);
  const parent = wish.under === null ? null : criterionNamed(draft, wish.under);
  if (parent?.isLeaf === true) refuse('criterion-scored', parent.criterion.name);
  const { tree } = draft.places;
  const siblings = parent?.children ?? tree.roots;
  if (siblings.some(({ criterion }) => fold(criterion.name) === fold(name))) refuse('name-taken', name);
  const code = nextCode(
    siblings.map(({ criterion }) => criterion.code),
    parent?.criterion.code ?? null,
    (written) => draft.places.criteria.codes.find(written) !== null,
  );
  const own = ownSums(draft);
  addRow(draft, { name, code, max, isGroup, parent, siblings });
  addMatrixRow(draft, code);
  renewSums(draft, own, new Set([...ancestors(draft, code), code]));
  draft.lines.push({ kind: 'code', what: name, code });
}

/** The groups above a criterion, and '' for the total. */
export function ancestors(draft: Draft, code: CriterionCode): string[] {
  const { byCode } = draft.places.tree;
  const above: string[] = [''];
  for (let at = byCode.get(code)?.criterion.parent ?? null; at !== null; at = byCode.get(at)?.criterion.parent ?? null)
    above.push(at);
  return above;
}

interface Row {
  readonly name: string;
  readonly code: CriterionCode;
  readonly max: number | null;
  readonly isGroup: boolean;
  readonly parent: TreeNode | null;
  readonly siblings: readonly TreeNode[];
}

function addRow(draft: Draft, { name, code, max, isGroup, parent, siblings }: Row): void {
  const { reader, tree, criteria } = draft.places;
  const table = reader.table('criteria', null);
  const before = parent === null ? [...tree.byCode.values()] : below(parent);
  const last = Math.max(-1, ...before.map(({ criterion }) => criterion.place.row));
  const model = modelOf(tree.leaves, [...tree.byCode.values()], siblings, isGroup);
  if (table === null || last < 0 || model === null) return refuse('no-model');
  const sheet = table.sheet.name;
  const parentRow = parent?.criterion.place.row ?? -1;
  draft.insert(
    'rows',
    { sheet, at: last + 1, like: model.criterion.place.row },
    (place) => place.sheet === sheet && place.row === parentRow,
  );
  const put = (key: keyof typeof SHEETS.criteria.columns, value: string | number | null): void => {
    const column = table.columns.get(key);
    if (column !== undefined && value !== null && value !== '') draft.set({ sheet, row: last + 1, column }, value);
  };
  // A code such as 1.10 must stay what it is.
  draft.set({ sheet, row: last + 1, column: table.keyColumn }, code, '@');
  put('name', name);
  put('max', max);
  put('way', isGroup ? WAY_WORDS.group[0] : null);
  draft.lines.push({ kind: 'rowAdded', sheet, row: last + 1, what: name });
  if (criteria.criteria.length === 0) refuse('no-model');
}

/** A row whose looks fit: a sibling of its kind, best one whose points are typed, else any of its kind, else any. */
function modelOf(
  leaves: readonly TreeNode[],
  all: readonly TreeNode[],
  siblings: readonly TreeNode[],
  isGroup: boolean,
): TreeNode | null {
  const isTyped = ({ criterion: { way, allowsNa } }: TreeNode): boolean => way.kind === 'points' && !allowsNa;
  const groups = all.filter(({ isLeaf }) => !isLeaf);
  const lists = isGroup
    ? [siblings.filter(({ isLeaf }) => !isLeaf), groups]
    : [
        siblings.filter((node) => node.isLeaf && isTyped(node)),
        leaves.filter(isTyped),
        siblings.filter(({ isLeaf }) => isLeaf),
        leaves,
      ];
  return lists.find((list) => list.length > 0)?.at(-1) ?? all.at(-1) ?? null;
}

/** The row of a criterion of `Tiêu chí` in `Chấm điểm`, where it belongs by the order of the criteria. */
export function addMatrixRow(draft: Draft, code: CriterionCode): void {
  const { matrix, tree, criteria } = draft.places;
  const node = tree.byCode.get(code);
  if (matrix === null || node === undefined) return refuse('no-matrix');
  const order = criteria.criteria.map((criterion) => criterion.code);
  const above = order.slice(0, order.indexOf(code)).flatMap((one) => matrix.rowOf.get(one) ?? []);
  const at = above.length === 0 ? Math.min(...matrix.rowOf.values()) : Math.max(...above) + 1;
  const standing = (list: readonly TreeNode[]): TreeNode[] =>
    list.filter(({ criterion }) => criterion.code !== code && matrix.rowOf.has(criterion.code));
  const siblings =
    node.criterion.parent === null ? tree.roots : (tree.byCode.get(node.criterion.parent)?.children ?? []);
  const model = modelOf(standing(tree.leaves), standing([...tree.byCode.values()]), standing(siblings), !node.isLeaf);
  const like = model === null ? undefined : matrix.rowOf.get(model.criterion.code);
  if (model === null || like === undefined || !Number.isFinite(at)) return refuse('no-model');
  const sheet = matrix.sheet.name;
  const parentRow = node.criterion.parent === null ? undefined : matrix.rowOf.get(node.criterion.parent);
  draft.insert('rows', { sheet, at, like }, (place) => place.sheet === sheet && place.row === parentRow);
  draft.set({ sheet, row: at, column: matrix.codeColumn }, code, '@');
  if (matrix.nameColumn !== null) draft.set({ sheet, row: at, column: matrix.nameColumn }, node.criterion.name);
  const max = node.criterion.max === null ? null : Number(node.criterion.max);
  if (matrix.maxColumn !== null && max !== null) draft.set({ sheet, row: at, column: matrix.maxColumn }, max);
  draft.lines.push({ kind: 'rowAdded', sheet, row: at, what: node.criterion.name });
  const from = model.criterion.max === null ? null : Number(model.criterion.max);
  if (node.isLeaf && from !== null && max !== null) setLimit(draft, code, from, max);
}

/** What may be typed beside a leaf. */
export function setLimit(draft: Draft, code: CriterionCode, from: number, to: number): void {
  const { matrix, tree } = draft.places;
  const row = matrix?.rowOf.get(code);
  const columns = (matrix?.blocks ?? []).flatMap((block) => block.columns.map(({ column }) => column));
  const criterion = tree.byCode.get(code)?.criterion;
  if (matrix === null || row === undefined || columns.length === 0 || criterion === undefined) return;
  draft.limit({
    limit: {
      first: { sheet: matrix.sheet.name, row, column: Math.min(...columns) },
      last: { row, column: Math.max(...columns) },
    },
    from,
    to,
    message: limitMessage(criterion, to),
  });
}

export function changeMaximum(draft: Draft, wanted: string, max: number): void {
  const { criterion, isLeaf } = criterionNamed(draft, wanted);
  if (!(max >= 0 && Number.isFinite(max))) refuse('max-invalid', criterion.name);
  const place = criterion.places.max;
  if (place === undefined) return refuse('criterion-unknown', wanted);
  if (criterion.max !== null && Number(criterion.max) === max) refuse('nothing', criterion.name);
  const own = ownSums(draft);
  draft.tell(place, criterion.name, max);
  const { matrix } = draft.places;
  const row = matrix?.rowOf.get(criterion.code);
  if (matrix !== null && matrix.maxColumn !== null && row !== undefined) {
    const beside = { sheet: matrix.sheet.name, row, column: matrix.maxColumn };
    // A reference to the other sheet follows by itself.
    if (!isBlankCell(draft.cell(beside)) && draft.cell(beside)?.formula === undefined)
      draft.tell(beside, criterion.name, max);
  }
  if (isLeaf && criterion.max !== null) {
    setLimit(draft, criterion.code, Number(criterion.max), max);
    if (matrix !== null) draft.lines.push({ kind: 'limit', sheet: matrix.sheet.name, what: criterion.name, to: max });
  }
  renewSums(draft, own, new Set([...ancestors(draft, criterion.code), criterion.code]));
}
