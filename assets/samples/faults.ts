/**
 * `co-loi.xlsx`: bloc B the week before the meeting. A dozen faults of real life, each with the cell
 * it stands in and the value that mends it; once all are mended, two units are tied at the last
 * Bằng khen place and the meeting has to decide.
 */
import type { WrittenValue } from '../../src/regulations';
import type { WorkbookContent } from '../../src/workbook/create-content';
import { sampleContent, type SampleContent } from './content';
import type { BlocStory } from './stories';

/** A score cell that is wrong. `value: null` is a blank cell. */
export interface ScoreFault {
  readonly unit: string;
  readonly criterion: string;
  readonly code: string;
  readonly value: (right: number) => WrittenValue;
}

/** As people type it: "23,0". */
const comma = (points: number): string => points.toFixed(Number.isInteger(points) ? 1 : 2).replace('.', ',');

const SCORE_FAULTS: readonly ScoreFault[] = [
  { unit: 'SKHDT', criterion: 'I.1', code: 'number-as-text', value: (right) => comma(right) },
  { unit: 'STC', criterion: 'I.2', code: 'number-as-text', value: (right) => `${comma(right)} đ` },
  { unit: 'VPUBND', criterion: 'II.3', code: 'number-as-text', value: (right) => `${String(right)} điểm` },
  { unit: 'SNGV', criterion: 'II.1', code: 'score-above-max', value: () => 9 },
  { unit: 'BDT', criterion: 'III.2', code: 'score-missing', value: () => null },
  { unit: 'STP', criterion: 'III.1', code: 'na-not-allowed', value: () => 'KAD' },
  { unit: 'SKHCN', criterion: 'III.4', code: 'score-not-number', value: () => 'đang chờ' },
  { unit: 'VPDDBQH', criterion: 'TR.1', code: 'deduction-sign', value: (right) => -right },
  { unit: 'SNV', criterion: 'II.2', code: 'score-off-step', value: (right) => right - 0.05 },
];

/** The reference `#REF!` that stands where a sheet was deleted. */
export const BROKEN_REFERENCE = { unit: 'TTT', criterion: 'I.3', code: 'cell-error' } as const;

/** The bloc's story of that week: two units stand level, also by both tie keys. */
function faultyStory(story: BlocStory): BlocStory {
  const level = { total: 93.45, bonus: 1.5, sectionI: 55.75 };
  return {
    ...story,
    units: story.units.map((unit) => (unit.code === 'BDT' || unit.code === 'SNGV' ? { ...unit, ...level } : unit)),
  };
}

/** The right content and the faulty one. */
export function faultyContent(story: BlocStory): { right: SampleContent; faulty: SampleContent } {
  const right = sampleContent(faultyStory(story));
  const scores = structuredClone(right.content.scores ?? {}) as Record<string, { bloc?: Record<string, WrittenValue> }>;
  for (const { unit, criterion, value } of SCORE_FAULTS) {
    const bloc = scores[unit]?.bloc;
    if (bloc) bloc[criterion] = value(Number(bloc[criterion]));
  }
  const content: Partial<WorkbookContent> = {
    ...right.content,
    scores,
    // One ballot counts more votes than there were.
    ballots: (right.content.ballots ?? []).map((row) =>
      row.ballot === 'BK' && row.unit === 'SKHDT' ? { ...row, favour: 29 } : row,
    ),
    criteria: right.content.criteria ?? [],
  };
  const units = right.units.map((unit) =>
    unit.code === 'STC' ? { ...unit, attributes: { ...unit.attributes, 'Kỷ luật': 'chưa rõ' } } : unit,
  );
  return { right, faulty: { ...right, units, content } };
}
