/** The columns of a form and what is asked in them: one list for who writes it and who reads it. */
import { buildTree, type TreeNode } from '../../rules/score/tree';
import { rulesOf } from '../../rules/score/ways';
import type { Book, Level, UnitId } from '../../rules';
import { levelHeader, SHEETS } from '../layout';
import type { FormKind } from './form-stamp';

/** What a cell of `Số liệu` takes, where the way of scoring asks for it. */
export type DataField = 'target' | 'actual' | 'count';
export type TextField = 'evidence' | 'remark';
export type FormField = 'score' | DataField | TextField;

export type FormColumn = { readonly header: string; readonly width: number } & (
  | { readonly role: 'code' | 'name' | 'max' | 'basis' | DataField | TextField }
  /** `below`: the unit's name, under its code. */
  | { readonly role: 'score'; readonly unit: UnitId; readonly below: string | null }
);

const DATA_FIELDS: readonly DataField[] = ['target', 'actual', 'count'];

/** Whether a form asks for this of a leaf. An average has a row of `Số liệu` for each event: a form has no room for them. */
export const asks = ({ isLeaf, criterion: { way } }: TreeNode, field: DataField): boolean => {
  const { from } = rulesOf(way);
  return isLeaf && from !== 'cell' && from?.rows === 'one' && from.reads.includes(field);
};

const WIDTHS = { code: 8, name: 44, max: 8, score: 10, peer: 9, number: 10, text: 28, basis: 14 } as const;

/** `level`: of an own form. */
export function formColumns(
  book: Pick<Book, 'criteria' | 'units' | 'info'>,
  kind: FormKind,
  unit: UnitId,
  level: Level | null,
): FormColumn[] {
  const { scores, data, criteria } = {
    scores: SHEETS.scores.columns,
    data: SHEETS.data.columns,
    criteria: SHEETS.criteria.columns,
  };
  const leaves = buildTree(book.criteria).leaves;
  const asked = kind === 'own' ? DATA_FIELDS.filter((field) => leaves.some((leaf) => asks(leaf, field))) : [];
  return [
    { role: 'code', header: scores.code.header, width: WIDTHS.code },
    { role: 'name', header: scores.name.header, width: WIDTHS.name },
    { role: 'max', header: scores.max.header, width: WIDTHS.max },
    ...(kind === 'own'
      ? [
          {
            role: 'score',
            unit,
            below: null,
            header: levelHeader(level ?? 'self', book.info.kind),
            width: WIDTHS.score,
          } as const,
        ]
      : book.units
          .filter(({ id }) => id !== unit)
          .map(({ id, name }) => ({ role: 'score', unit: id, below: name, header: id, width: WIDTHS.peer }) as const)),
    ...asked.map((role) => ({ role, header: data[role].header, width: WIDTHS.number })),
    ...(kind === 'own'
      ? (['evidence', 'remark'] as const).map((role) => ({ role, header: data[role].header, width: WIDTHS.text }))
      : []),
    { role: 'basis', header: criteria.basis.header, width: WIDTHS.basis },
  ];
}
