/** Names of the files of forms: nothing a cell says becomes a path. */
import type { Unit } from '../../rules';
import type { FormKind } from './form-stamp';

const BEGINNING: Readonly<Record<FormKind, string>> = { own: 'phieu', peer: 'cham-cheo' };
const LONGEST = 48;

/** "so-noi-vu" of a name: letters, digits and hyphens, never more. */
function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/gu, '');
}

/** "phieu-03-so-noi-vu.xlsx": the number is the unit's place in `Đơn vị`, so no two are the same. */
export function formFile(kind: FormKind, index: number, { id, name }: Pick<Unit, 'id' | 'name'>): string {
  const words = slug(name) || slug(id);
  return `${BEGINNING[kind]}-${String(index + 1).padStart(2, '0')}${words === '' ? '' : `-${words}`}.xlsx`;
}
