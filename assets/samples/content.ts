/** From a story to what stands in the cells: an illustrative workbook in the words of its sheets. */
import { findRegulation, type Regulation, type WrittenCriterion } from '../../src/regulations';
import type { WorkbookContent, WrittenUnit } from '../../src/workbook/create-content';
import { ballotRows } from './ballots';
import blocs from './blocs.json';
import { seededRandom, spread, type Slot } from './spread';
import type { BlocStory, UnitStory } from './stories';

export interface SampleContent {
  readonly regulation: Regulation;
  readonly units: readonly WrittenUnit[];
  readonly content: Partial<WorkbookContent>;
}

type Points = Record<string, number>;

/** Step of the scores of each top-level row, in hundredths. */
const STEPS: Readonly<Record<string, number>> = { I: 25, II: 10, III: 10, T: 50, TR: 50 };

const section = (code: string): string => code.split('.')[0] ?? code;

/** The whole content of one bloc's sample workbook. */
export function sampleContent(story: BlocStory): SampleContent {
  const regulation = findRegulation('minh-hoa');
  const facts = blocs.blocs.find(({ id }) => id === story.id);
  if (!regulation || !facts) throw new Error(`no regulation or no facts for bloc ${story.id}`);
  const criteria = regulation.criteria.map((row) =>
    row.way === 'nhóm' ? row : { ...row, step: (STEPS[section(row.code)] ?? 10) / 100 },
  );
  const scored = story.units.map((unit, index) => ({
    unit,
    ...unitScores(unit, criteria, 1000 * story.id.charCodeAt(0) + index),
  }));
  const content: Partial<WorkbookContent> = {
    info: {
      name: facts.name,
      year: facts.year,
      province: story.province,
      governingBody: story.governingBody,
      leader: story.leader,
      deputy: story.deputy,
      nextLeader: story.nextLeader,
      nextDeputy: story.nextDeputy,
      venue: story.venue,
      meetingDay: { day: story.meetingDay },
      note: 'Số liệu minh họa: tên đơn vị và hình thức khen thưởng theo báo chí, mọi điểm số và số phiếu là giả định',
    },
    settings: [
      { setting: 'tieKeys', value: story.tieKeys },
      ...(story.remarkRequired ? [{ setting: 'remarkRequired', value: 'có' } as const] : []),
    ],
    criteria,
    attributes: regulation.attributes.filter(
      ({ header }) => header === 'Kỷ luật' || story.units.some(({ attributes }) => attributes?.[header]),
    ),
    awards: regulation.awards.map((award) => ({
      ...award,
      name: awardName(facts, award.code) ?? award.name,
      quota: story.places[award.code as keyof BlocStory['places']],
    })),
    conditions: [...regulation.conditions, ...story.conditions],
    scores: Object.fromEntries(scored.map(({ unit, self, bloc }) => [unit.code, { self, bloc }])),
    data: scored.flatMap(({ unit, self, bloc }) => remarks(unit, self, bloc)),
    ballots: ballotRows(story),
    decisions: story.decisions,
  };
  const units = story.units.map(({ code, name, attributes }) => ({
    code,
    name,
    attributes: { 'Kỷ luật': 'không', ...attributes },
  }));
  return { regulation, units, content };
}

/** The award's name as this bloc's source prints it. */
function awardName(facts: (typeof blocs.blocs)[number], award: string): string | null {
  const begin = { CP: 'Cờ thi đua của Chính phủ', UBND: 'Cờ thi đua của UBND', BK: 'Bằng khen' }[award] ?? award;
  const printed =
    'awards' in facts && facts.awards ? Object.keys(facts.awards) : facts.units.flatMap((unit) => unit.award ?? []);
  return printed.find((name) => name.startsWith(begin)) ?? null;
}

/** Points per leaf that give exactly the story's total, and the self scores above them. */
function unitScores(
  unit: UnitStory,
  criteria: readonly WrittenCriterion[],
  seed: number,
): { self: Points; bloc: Points } {
  const random = seededRandom(seed);
  const hundredths = (points: number): number => Math.round(points * 100);
  const slots = criteria.flatMap(({ code, max, step }): Slot[] =>
    max === null || step === undefined ? [] : [{ code, max: hundredths(max), step: hundredths(step) }],
  );
  const inside = (...sections: string[]): Slot[] => slots.filter(({ code }) => sections.includes(section(code)));
  const base = hundredths(unit.total) - hundredths(unit.bonus ?? 0) + hundredths(unit.deduction ?? 0);
  const first = unit.sectionI === undefined ? shareOfSectionI(base) : hundredths(unit.sectionI);
  const points = new Map([...spread(inside('I'), first, random), ...spread(inside('II', 'III'), base - first, random)]);
  fill(points, inside('T'), hundredths(unit.bonus ?? 0));
  fill(points, inside('TR'), hundredths(unit.deduction ?? 0));
  const self = new Map(points);
  raise(self, inside('I'), hundredths(unit.selfAbove ?? 0));
  const inPoints = (map: Map<string, number>): Points =>
    Object.fromEntries(slots.map(({ code }) => [code, (map.get(code) ?? 0) / 100]));
  return { self: inPoints(self), bloc: inPoints(points) };
}

/** About six tenths of the base, in quarters, such that the rest is a whole number of tenths. */
function shareOfSectionI(base: number): number {
  for (let first = Math.floor((base * 0.6) / 25) * 25; first > 0; first -= 25) {
    if ((base - first) % 10 === 0 && base - first <= 4000) return first;
  }
  throw new Error(`no split of ${String(base)}`);
}

/** Fills the leaves in order up to their maxima until `sum` is used up. */
function fill(points: Map<string, number>, slots: readonly Slot[], sum: number): void {
  let left = sum;
  for (const { code, max } of slots) {
    const taken = Math.min(max, left);
    points.set(code, taken);
    left -= taken;
  }
}

/** Raises leaves by their steps, keeping below their maxima, until `above` is used up. */
function raise(points: Map<string, number>, slots: readonly Slot[], above: number): void {
  let left = above;
  for (let round = 0; left > 0 && round < 100; round++) {
    for (const { code, max, step } of slots) {
      const now = points.get(code) ?? 0;
      if (left >= step && now + step <= max) {
        points.set(code, now + step);
        left -= step;
      }
    }
  }
}

/** A remark in `Số liệu` for every criterion whose two scores differ. */
function remarks(unit: UnitStory, self: Points, bloc: Points): NonNullable<WorkbookContent['data'][number]>[] {
  return Object.keys(bloc)
    .filter((code) => self[code] !== bloc[code])
    .map((criterion) => ({
      unit: unit.code,
      criterion,
      remark: 'Khối chấm thấp hơn tự chấm do minh chứng chưa đủ (số liệu minh họa)',
    }));
}
