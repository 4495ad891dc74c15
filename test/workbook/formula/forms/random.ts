/** Random formulas of the forms of the calculator, over a small sheet with numbers, texts, blanks and yes or no. */
import { randomFrom } from '../../../xlsx/support/generate';
import type { PlanCell } from '../../../../src/sheets/plan';

export const ROWS = 10;
const COLUMNS = ['A', 'B', 'C', 'D', 'E'] as const;

type Make = () => string;

export class RandomForms {
  private readonly below: (count: number) => number;

  constructor(seed: number) {
    this.below = randomFrom(seed);
  }

  /** A, B: numbers with few decimals; C: numbers, texts, blanks; D: short texts; E: days. */
  data(): PlanCell[][] {
    return Array.from({ length: ROWS }, () => [
      { value: this.below(200) / 2 },
      { value: this.below(1000) / 10 - 20 },
      { value: this.pick<PlanCell['value']>([this.below(9), 'x', -this.below(5), this.below(40) / 4, null]) },
      { value: this.pick<PlanCell['value']>(['Sở', 'Ban', 'sở', 'Văn phòng', 'A-1', 'Sở Y tế', '12', null]) },
      { value: 45_000 + this.below(1_500), format: 'dd/mm/yyyy' },
    ]);
  }

  formula(): string {
    return this.value(3);
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  private readonly cell = (columns: readonly string[] = COLUMNS): string =>
    `${this.pick(columns)}${String(1 + this.below(ROWS))}`;

  private column(columns: readonly string[] = COLUMNS): string {
    const column = this.pick(columns);
    return this.below(6) === 0
      ? `${column}$1:${column}$${String(2 + this.below(ROWS - 2))}`
      : `$${column}$1:$${column}$${String(ROWS)}`;
  }

  private value(depth: number): string {
    return this.pick<Make>([
      () => this.number(depth),
      () => this.number(depth),
      () => this.text(depth),
      () => this.truth(depth),
      () => this.choice(depth),
    ])();
  }

  private choice(depth: number): string {
    return this.pick<Make>([
      () => `IF(${this.truth(depth - 1)},${this.value(depth - 1)},${this.value(depth - 1)})`,
      () => `IFERROR(${this.value(depth - 1)},${this.value(depth - 1)})`,
      () => `IF(${this.cell()}="",0,${this.cell()})`,
      () => `_xlfn.IFS(${this.truth(depth - 1)},1,${this.truth(depth - 1)},2,TRUE,3)`,
      () => `INDEX(${this.column()},${String(1 + this.below(ROWS + 1))})`,
      () => `VLOOKUP(${this.cell(['A', 'D'])},$A$1:$E$${String(ROWS)},${String(1 + this.below(5))},FALSE)`,
      () => `INDEX(${this.column()},MATCH(${this.cell(['A', 'B', 'D'])},${this.column(['A', 'B', 'D'])},0))`,
      () => `CHOOSE(${String(1 + this.below(3))},${this.value(depth - 1)},${this.value(depth - 1)})`,
    ])();
  }

  private number(depth: number): string {
    if (depth <= 0)
      return this.pick<Make>([
        () => this.cell(['A', 'B', 'C']),
        () => this.pick(['0', '1', '2', '0.5', '100', '9.25']),
      ])();
    const few: Make = () => this.column(['A', 'B', 'C']);
    return this.pick<Make>([
      () => this.cell(),
      () => `(${this.number(depth - 1)}${this.pick(['+', '-', '*', '/', '^'])}${this.number(depth - 1)})`,
      () => `-${this.number(depth - 1)}`,
      () => `${this.number(0)}%`,
      () => `${this.pick(['SUM', 'AVERAGE', 'MAX', 'MIN', 'COUNT', 'COUNTA', 'MEDIAN', 'STDEV', 'PRODUCT'])}(${few()})`,
      () =>
        `${this.pick(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC'])}(${this.number(depth - 1)},${String(this.below(4))})`,
      () => `${this.pick(['ABS', 'INT', 'SIGN', 'N'])}(${this.number(depth - 1)})`,
      () => `MOD(${this.number(0)},${String(1 + this.below(7))})`,
      () => `${this.pick(['LARGE', 'SMALL'])}(${few()},${String(1 + this.below(ROWS))})`,
      () =>
        `${this.pick(['RANK', '_xlfn.RANK.EQ', '_xlfn.RANK.AVG'])}(${this.cell(['A', 'B'])},${this.column(['A', 'B'])}${this.pick(['', ',0', ',1'])})`,
      () => `COUNTIF(${this.column()},${this.criterion()})`,
      () =>
        `SUMIF(${this.column()},${this.criterion()},${few().replaceAll(/\$?\d+/g, (row) => (row.endsWith('1') && row.length < 3 ? row : `$${String(ROWS)}`))})`,
      () => `COUNTIFS($A$1:$A$${String(ROWS)},${this.criterion()},$D$1:$D$${String(ROWS)},${this.criterion()})`,
      () =>
        `SUMIFS($B$1:$B$${String(ROWS)},$A$1:$A$${String(ROWS)},${this.criterion()},$D$1:$D$${String(ROWS)},${this.criterion()})`,
      () => `AVERAGEIF($A$1:$A$${String(ROWS)},${this.criterion()},$B$1:$B$${String(ROWS)})`,
      () =>
        `SUMPRODUCT(--($${this.pick(['A', 'B', 'D'])}$1:$${this.pick(['A'])}$${String(ROWS)}${this.pick(['>', '<', '=', '<>', '>=', '<='])}${this.cell(['A', 'B'])}))`,
      () => `SUMPRODUCT($A$1:$A$${String(ROWS)},$${this.pick(['A', 'B', 'C'])}$1:$${this.pick(['B'])}$${String(ROWS)})`,
      () => `SUMPRODUCT(($D$1:$D$${String(ROWS)}="${this.pick(['Sở', 'Ban'])}")*$A$1:$A$${String(ROWS)})`,
      () => `SUMPRODUCT(ABS($A$1:$A$${String(ROWS)}-$B$1:$B$${String(ROWS)}))`,
      () => `MATCH(${this.cell(['A', 'D'])},${this.column(['A', 'D'])},0)`,
      () => `COUNTBLANK(${this.column()})`,
      () => `LEN(${this.text(depth - 1)})`,
      () => `FIND("${this.pick(['S', 'a', '-', 'ở'])}",${this.text(depth - 1)})`,
      () => `${this.pick(['YEAR', 'MONTH', 'DAY', 'WEEKDAY'])}(${this.cell(['E'])})`,
      () => `${this.pick(['EDATE', 'EOMONTH'])}(${this.cell(['E'])},${String(this.below(30) - 15)})`,
      () => `DATEDIF(${this.cell(['E'])},${this.cell(['E'])},"${this.pick(['y', 'm', 'd', 'ym'])}")`,
      () => `NETWORKDAYS(${this.cell(['E'])},${this.cell(['E'])})`,
      () => `DATE(${String(2000 + this.below(40))},${String(this.below(20) - 3)},${String(this.below(60) - 10)})`,
    ])();
  }

  private criterion(): string {
    return this.pick<Make>([
      () => this.cell(['A', 'B']),
      () => this.cell(['D']),
      () => `"${this.pick(['>=', '<', '<>', '>', '<=', '='])}${String(this.below(60))}"`,
      () => `"${this.pick(['>=', '<', '<>'])}"&${this.cell(['A', 'B'])}`,
      () => `"${this.pick(['Sở', 'Sở*', '*phòng', '<>Sở', '<>', '=', '', '?an', '*'])}"`,
    ])();
  }

  private text(depth: number): string {
    if (depth <= 0) return this.pick<Make>([() => this.cell(['D']), () => '"Sở"', () => '" a  b "', () => '""'])();
    return this.pick<Make>([
      () => this.cell(['D']),
      () => `${this.text(depth - 1)}&${this.pick<Make>([() => this.text(depth - 1), () => this.number(depth - 1)])()}`,
      () => `${this.pick(['LEFT', 'RIGHT'])}(${this.text(depth - 1)},${String(this.below(4))})`,
      () => `MID(${this.text(depth - 1)},${String(1 + this.below(4))},${String(this.below(4))})`,
      () => `${this.pick(['UPPER', 'LOWER', 'PROPER', 'TRIM'])}(${this.text(depth - 1)})`,
      () => `SUBSTITUTE(${this.text(depth - 1)},"${this.pick(['S', 'a', '-', 'ở'])}","${this.pick(['', 'b', '--'])}")`,
      () => `SUBSTITUTE(FIXED(${this.cell(['A', 'B'])},${String(this.below(3))},TRUE),".",",")`,
      () => `REPLACE(${this.text(depth - 1)},${String(1 + this.below(3))},${String(this.below(3))},"~")`,
      () =>
        `_xlfn.TEXTJOIN("${this.pick([', ', ''])}",${this.pick(['TRUE', 'FALSE'])},${this.column(['D', 'C', 'A'])})`,
      () => `_xlfn.CONCAT(${this.column(['D', 'C'])})`,
      () => `TEXT(${this.cell(['E'])},"${this.pick(['dd/mm/yyyy', 'd-m-yy', 'mm/yyyy', 'yyyy'])}")`,
      () => `TEXT(${this.number(0)},"${this.pick(['0', '000', '0%'])}")`,
      () => `IF(${this.truth(depth - 1)},${this.text(depth - 1)},"")`,
      () => `REPT(${this.text(0)},${String(this.below(3))})`,
    ])();
  }

  private truth(depth: number): string {
    const compared: Make = () => this.pick(['=', '<>', '>', '<', '>=', '<=']);
    if (depth <= 0) return `${this.cell(['A', 'B'])}${compared()}${this.cell(['A', 'B', 'C'])}`;
    return this.pick<Make>([
      () => `${this.number(depth - 1)}${compared()}${this.number(depth - 1)}`,
      () => `${this.text(depth - 1)}${this.pick(['=', '<>'])}${this.text(depth - 1)}`,
      () => `${this.value(depth - 1)}${compared()}${this.value(depth - 1)}`,
      () => `${this.pick(['AND', 'OR', '_xlfn.XOR'])}(${this.truth(depth - 1)},${this.truth(depth - 1)})`,
      () => `NOT(${this.truth(depth - 1)})`,
      () => `${this.pick(['ISBLANK', 'ISNUMBER', 'ISTEXT', 'ISNONTEXT', 'ISERROR', 'ISNA'])}(${this.value(depth - 1)})`,
      () => `EXACT(${this.text(depth - 1)},${this.text(depth - 1)})`,
    ])();
  }
}
