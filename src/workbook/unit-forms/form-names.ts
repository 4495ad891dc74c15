/** Names of the files of forms: nothing a cell says becomes a path. */
import { unmark } from '../../base/folding';
import type { Unit } from '../../rules';
import type { FormKind } from './form-stamp';

const BEGINNING: Readonly<Record<FormKind, string>> = { own: 'phieu', peer: 'cham-cheo' };
const LONGEST = 48;

/** "so-noi-vu" of a name: letters, digits and hyphens, never more; whole words as far as they fit. */
export function slug(name: string): string {
  const words = unmark(name.slice(0, LONGEST * 4))
    .toLowerCase()
    .split(/[^a-z0-9]/u)
    .filter((word) => word !== '');
  let fitting = (words[0] ?? '').slice(0, LONGEST);
  for (const word of words.slice(1)) {
    if (fitting.length + 1 + word.length > LONGEST) break;
    fitting += `-${word}`;
  }
  return fitting;
}

/** "phieu-03-so-noi-vu.xlsx": the number is the unit's place in `Đơn vị`, so no two are the same. */
export function formFile(kind: FormKind, index: number, { id, name }: Pick<Unit, 'id' | 'name'>): string {
  const words = slug(name) || slug(id);
  return `${BEGINNING[kind]}-${String(index + 1).padStart(2, '0')}${words === '' ? '' : `-${words}`}.xlsx`;
}
