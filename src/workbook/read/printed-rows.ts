/** Which criterion a row of `Chấm điểm` is about where printed codes repeat: the next one in order, held against its text. */
import type { Criterion, CriterionCode } from '../../rules';
import type { Codes } from './codes';
import { fold, isBulletCode, nearest } from '../../base/folding';

/** Texts this short say little when one begins with the other. */
const SHORT = 6;

/** Whether a text is another one with a slip, or cut short. */
function isNearText(written: string, meant: string): boolean {
  const [a, b] = [fold(written), fold(meant)];
  const shorter = Math.min(a.length, b.length);
  return (shorter >= SHORT && (a.startsWith(b) || b.startsWith(a))) || nearest(written, [meant]) !== null;
}

/** Takes the rows in the order of the sheet. */
export class PrintedRows {
  private readonly order: ReadonlyMap<CriterionCode, number>;
  private readonly bullets: readonly CriterionCode[];
  private last = -1;

  constructor(
    private readonly criteria: readonly Criterion[],
    private readonly codes: Codes,
  ) {
    this.order = new Map(criteria.map(({ code }, index) => [code, index]));
    this.bullets = criteria
      .filter(({ printed }) => printed !== undefined && isBulletCode(printed))
      .map(({ code }) => code);
  }

  /** The criterion of the next row; null where its place and its text do not name one. */
  take(written: string, name: string): CriterionCode | null {
    const code = this.choose(isBulletCode(written) ? this.bullets : this.codes.meantBy(written), name);
    if (code !== null) this.last = this.at(code);
    return code;
  }

  private at(code: CriterionCode): number {
    return this.order.get(code) ?? -1;
  }

  private choose(meant: readonly CriterionCode[], name: string): CriterionCode | null {
    const [only, other] = meant;
    if (only === undefined || other === undefined) return only ?? null;
    const next = meant.find((code) => this.at(code) > this.last) ?? null;
    if (name.trim() === '') return next;
    const named = meant.filter((code) => fold(this.nameOf(code)) === fold(name));
    if (next !== null && named.includes(next)) return next;
    const [first, second] = named;
    if (first !== undefined) return second === undefined ? first : null;
    return next !== null && isNearText(name, this.nameOf(next)) ? next : null;
  }

  private nameOf(code: CriterionCode): string {
    return this.criteria[this.at(code)]?.name ?? '';
  }
}
