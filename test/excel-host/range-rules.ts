/** What may be typed into a range, and what colours it. */
import { Bag, Collection, HostError, HostObject, type World } from './base';
import { overlap, overlaps, without, type Area, type SheetModel } from './model';

/** What a rule asks of its range. */
interface Ruled {
  readonly world: World;
  readonly sheet: SheetModel;
  readonly area: Area;
  demandWritable: () => void;
}

interface Rule {
  area: Area;
  bag: Map<string, unknown>;
}

/** Takes the rules out of an area; what of them lies around it stays (unverified, as the menus of Excel do it). */
function cutOut(rules: Rule[], area: Area): void {
  const left = rules.flatMap((rule) => without(rule.area, area).map((part) => ({ ...rule, area: part })));
  rules.splice(0, rules.length, ...left);
}

/** The data validation of a range (learn.microsoft.com/javascript/api/excel/excel.datavalidation). */
export class RangeRule extends Bag {
  constructor(private readonly range: Ruled) {
    super(range.world, 'DataValidation', new Map(), '');
  }
  private get rules(): Rule[] {
    return this.range.sheet.validations;
  }
  /** The one rule of all cells; undefined: none at all; null: not one for all. */
  private get one(): Rule | null | undefined {
    const { area } = this.range;
    const found = this.rules.filter((rule) => overlaps(rule.area, area));
    const cells = (one: Area): number => (one.bottom - one.top + 1) * (one.right - one.left + 1);
    const covered = found.reduce((sum, rule) => {
      const part = overlap(rule.area, area);
      return part === null ? sum : sum + cells(part);
    }, 0);
    const kinds = new Set(found.map(({ bag }) => JSON.stringify([...bag])));
    return found.length === 0 ? undefined : kinds.size === 1 && covered === cells(area) ? found[0] : null;
  }
  override keep(name: string, value: unknown): void {
    this.range.demandWritable();
    const bag = new Map(this.one?.bag);
    bag.set(name, value);
    cutOut(this.rules, this.range.area);
    this.rules.push({ area: this.range.area, bag });
  }
  override kept(name: string): unknown {
    const rule = this.one;
    if (name === 'type') return rule === null ? 'Inconsistent' : kindOf(rule?.bag.get('rule'));
    // What Excel answers where there is no rule, or not one for all, is unverified.
    if (name === 'ignoreBlanks') return rule?.bag.get(name) ?? true;
    return rule?.bag.get(name) ?? null;
  }
  clear() {
    this.range.demandWritable();
    cutOut(this.rules, this.range.area);
  }
}

function kindOf(rule: unknown): string {
  const key = typeof rule === 'object' && rule !== null ? (Object.keys(rule)[0] ?? '') : '';
  return key === '' ? 'None' : key.charAt(0).toUpperCase() + key.slice(1);
}

/** learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection */
export class ConditionalFormatCollection extends Collection {
  readonly className = 'ConditionalFormatCollection';
  constructor(
    world: World,
    private readonly range: Ruled,
  ) {
    super(world);
  }
  /** Those that touch the range, each once. */
  override list() {
    const bags = new Set(
      this.range.sheet.conditionals.filter(({ area }) => overlaps(area, this.range.area)).map(({ bag }) => bag),
    );
    return [...bags].map((bag, index) => this.format(bag, String(index)));
  }
  getItem(id: string) {
    const found = this.list().find((format) => format.kept('id') === id);
    if (!found) throw new HostError('ItemNotFound');
    return found;
  }
  add(kind: string) {
    this.range.demandWritable();
    const bag = new Map<string, unknown>([['type', kind]]);
    this.range.sheet.conditionals.push({ area: this.range.area, bag });
    return this.format(bag, String(this.range.sheet.conditionals.length));
  }
  clearAll() {
    this.range.demandWritable();
    cutOut(this.range.sheet.conditionals, this.range.area);
  }
  private format(bag: Map<string, unknown>, id: string): Bag {
    const part = (className: string, prefix: string, parts?: Record<string, () => HostObject>) => () =>
      new Bag(this.world, className, bag, prefix, parts);
    const custom = part('CustomConditionalFormat', 'custom.', {
      rule: part('ConditionalFormatRule', 'rule.'),
      format: part('ConditionalRangeFormat', 'format.', {
        fill: part('ConditionalRangeFill', 'format.fill.'),
        font: part('ConditionalRangeFont', 'format.font.'),
      }),
    });
    const format = new (class extends Bag {
      readonly id = id;
      override kept(name: string): unknown {
        return name === 'id' ? id : (super.kept(name) ?? (name === 'stopIfTrue' ? false : null));
      }
    })(this.world, 'ConditionalFormat', bag, '', {
      custom,
      // Of another kind it is a null object.
      ...(bag.get('type') === 'Custom' ? { customOrNullObject: custom } : {}),
    });
    return format;
  }
}

/** Pasted formats bring the colours of their source and take away those that were there. */
export function copyColours(sheet: SheetModel, from: Area, to: Area): void {
  const copies = sheet.conditionals.flatMap(({ area, bag }) => {
    const part = overlap(area, from);
    const [down, across] = [to.top - from.top, to.left - from.left];
    return part === null
      ? []
      : [
          {
            area: {
              top: part.top + down,
              left: part.left + across,
              bottom: part.bottom + down,
              right: part.right + across,
            },
            bag,
          },
        ];
  });
  cutOut(sheet.conditionals, to);
  sheet.conditionals.push(...copies);
}
