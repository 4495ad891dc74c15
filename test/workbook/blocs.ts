/** Blocs of invented units and repeatable invented scores, as plans and as the cells a door reads. */
import { MINH_HOA, type Regulation, type WrittenCriterion, type WrittenValue } from '../../src/regulations';
import type { WorkbookCells } from '../../src/sheets/cells';
import { createWorkbook, type WorkbookContent, type WrittenUnit } from '../../src/workbook/create';
import { cellsOfPlans } from '../../src/sheets/plan-cells';
import type { PaperSize, SheetPlan } from '../../src/sheets/plan';

/** mulberry32: the same seed gives the same bloc. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface BlocOptions {
  readonly units: number;
  readonly seed: number;
  /** Tenths by default: the step at which sums of doubles go wrong most. */
  readonly stepsPerPoint?: number;
  readonly regulation?: Regulation;
  readonly content?: Partial<WorkbookContent>;
  /** How often a criterion that allows it does not apply; never by default. */
  readonly notApplicable?: number;
  /** Instead of "Đơn vị số 01" and so on. */
  readonly names?: readonly string[];
  /** What the score sheet is printed on. */
  readonly paper?: PaperSize;
}

const isLeaf = ({ way }: WrittenCriterion): boolean => way !== 'nhóm' && way !== 'nhóm lấy mức cao nhất';

/** A score that is allowed for the criterion: between half and all of its maximum. */
function score(
  { max, way, parameter, counts, step }: WrittenCriterion,
  optional: boolean,
  stepsPerPoint: number,
  random: () => number,
): WrittenValue {
  if (way === 'có/không') return random() < 0.8 ? 'có' : 'không';
  if (way === 'bậc') {
    const rungs = (parameter ?? '0').split(';').map((rung) => Number(rung.trim().replace(',', '.')));
    return rungs[Math.floor(random() * rungs.length)] ?? 0;
  }
  if (way !== undefined && way !== 'điểm') return null;
  const steps = step === undefined ? stepsPerPoint : 1 / step;
  const whole = Math.round((max ?? 5) * steps);
  const least = optional || counts !== undefined ? 0 : 0.5;
  return Math.round(whole * (least + random() * (optional ? 0.4 : 1 - least))) / steps;
}

/** The plans of a workbook whose every needed input is there. */
export function blocPlans({
  units: count,
  seed,
  stepsPerPoint = 10,
  regulation = MINH_HOA,
  content = {},
  names = [],
  notApplicable = 0,
  paper = 'A4',
}: BlocOptions): SheetPlan[] {
  const random = seededRandom(seed);
  const optional = new Set(
    regulation.criteria.filter(({ counts }) => counts !== undefined && counts !== 'chính').map(({ code }) => code),
  );
  const isOptional = (code: string): boolean =>
    [...optional].some((root) => code === root || code.startsWith(`${root}.`));
  const leaves = regulation.criteria.filter(isLeaf);
  /** What a condition of an award asks of every unit. */
  const asked = (header: string): WrittenValue | undefined =>
    regulation.conditions.find(({ field, op, effect }) => field === header && op === '=' && effect === undefined)
      ?.value;
  const units = Array.from({ length: count }, (_, index): WrittenUnit => ({
    code: `DV${String(index + 1).padStart(2, '0')}`,
    name: names[index] ?? `Đơn vị số ${String(index + 1).padStart(2, '0')}`,
    attributes: Object.fromEntries(
      regulation.attributes.map(({ header, choices }) => [
        header,
        asked(header) ?? (choices?.at(-1) === 'không' ? 'không' : (choices?.[0] ?? null)),
      ]),
    ),
  }));
  const without = new Map(
    units.map(({ code }) => [
      code,
      new Set(leaves.filter(({ na }) => na === 'có' && random() < notApplicable).map((leaf) => leaf.code)),
    ]),
  );
  const levelScores = (unit: string | undefined) =>
    Object.fromEntries(
      leaves.map((leaf): [string, WrittenValue] => [
        leaf.code,
        without.get(unit)?.has(leaf.code) ? 'KAD' : score(leaf, isOptional(leaf.code), stepsPerPoint, random),
      ]),
    );
  const scores = Object.fromEntries(
    units.map(({ code }) => [
      code ?? '',
      {
        self: levelScores(code),
        bloc: levelScores(code),
        // The Board scores one item only: the others keep the points before.
        ...(regulation.levels.includes('board')
          ? { board: Object.fromEntries(Object.entries(levelScores(code)).slice(0, 1)) }
          : {}),
      },
    ]),
  );
  const computed = leaves.filter(
    ({ way }) => way === 'tỷ lệ' || way === 'trừ dần' || way === 'theo lần' || way === 'bậc theo tỷ lệ',
  );
  const data = units.flatMap(({ code }) =>
    computed
      .filter((leaf) => !without.get(code)?.has(leaf.code))
      .map((leaf) =>
        leaf.way === 'tỷ lệ' || leaf.way === 'bậc theo tỷ lệ'
          ? {
              unit: code ?? '',
              criterion: leaf.code,
              target: 100 + Math.floor(random() * 50),
              actual: 90 + Math.floor(random() * 60),
              evidence: 'Báo cáo số liệu',
            }
          : { unit: code ?? '', criterion: leaf.code, count: Math.floor(random() * 4), evidence: 'Báo cáo số liệu' },
      ),
  );
  const evidence = units.flatMap(({ code }) =>
    leaves
      .filter((leaf) => leaf.evidence === 'có' && !computed.includes(leaf))
      .map((leaf) => ({ unit: code ?? '', criterion: leaf.code, evidence: 'Quyết định khen thưởng' })),
  );
  return createWorkbook(regulation, units, {
    paper,
    content: {
      scores,
      data: [...data, ...evidence],
      ...content,
      info: {
        governingBody: 'UBND tỉnh',
        name: 'Khối thi đua minh họa',
        year: 2025,
        province: 'Ninh Bình',
        leader: 'DV01',
        preparedBy: 'Họ tên người lập biểu',
        signedBy: 'Họ tên Trưởng khối',
        note: 'Số liệu minh họa',
        meetingDay: { day: '2025-12-20' },
        ...content.info,
      },
    },
  });
}

export function blocCells(options: BlocOptions): WorkbookCells {
  return cellsOfPlans(blocPlans(options));
}
