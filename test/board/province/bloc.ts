/** A sound bloc of the made-up province, its workbook and its own results. */
import type { WrittenValue } from '../../../src/regulations';
import { createWorkbook, type WorkbookContent, type WrittenUnit } from '../../../src/workbook/create';
import { judge, planResults, type Judgement } from '../../../src/workbook/job';
import { createPackage, readWorkbook, writeSheets } from '../../../src/xlsx';
import { PROVINCE } from './regulation';

/** A small repeatable random source (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

const YEAR = '2025';
export const blocName = (number: number): string => `Khối thi đua số ${String(number).padStart(3, '0')}`;
const two = (number: number): string => String(number).padStart(2, '0');

type Scores = Record<string, WrittenValue>;

/** Leaves whose points are typed: maximum and step in hundredths. */
const TYPED: readonly (readonly [code: string, max: number, step: number])[] = [
  ['I.1', 2500, 25],
  ['II.1', 800, 10],
  ['II.3', 600, 10],
  ['III.1', 700, 10],
  ['III.2', 500, 10],
  ['III.3', 400, 10],
];

function content(number: number, random: Random): { units: WrittenUnit[]; content: Partial<WorkbookContent> } {
  const size = 6 + (number % 6);
  const units = Array.from({ length: size }, (_, index): WrittenUnit & { code: string } => ({
    code: `DV${two(index + 1)}`,
    name: `Đơn vị ${two(index + 1)} khối ${String(number).padStart(3, '0')}`,
    attributes: {
      'Xếp loại nhiệm vụ': 'HTTNV',
      'Kỷ luật': 'không',
      'Ngày nộp hồ sơ': { day: `2025-12-${two(1 + random.below(28))}` },
    },
  }));
  const scores: Record<string, { self: Scores; bloc: Scores }> = {};
  for (const { code } of units) {
    const bloc: Scores = {
      'I.3': random.pick([5, 8, 10]),
      'II.2': 'có',
      'T.1': random.below(8) / 2,
      'T.2': 0,
      'TR.1': random.below(3) / 2,
      'TR.2': 0,
    };
    for (const [leaf, max, step] of TYPED)
      bloc[leaf] = (max - step * (1 + random.below(Math.floor((max * 0.3) / step)))) / 100;
    scores[code] = { self: { ...bloc, 'I.1': Number(bloc['I.1']) + 0.25 }, bloc };
  }
  const counts = { members: 20, present: 20, issued: 20, returned: 20, valid: 20 };
  return {
    units,
    content: {
      info: {
        name: blocName(number),
        year: YEAR,
        province: 'Tỉnh giả định',
        regulation: PROVINCE.name,
        leader: 'DV01',
        meetingDay: { day: '2026-01-09' },
      },
      scores,
      data: units.flatMap(({ code: unit }) => [
        { unit, criterion: 'I.2', target: 100, actual: 80 + random.below(30) },
        { unit, criterion: 'I.4', count: random.below(4) },
        { unit, criterion: 'III.4', count: 4 + random.below(5) },
        { unit, criterion: 'III.1', evidence: `Báo cáo số ${two(1 + random.below(60))}/BC` },
      ]),
      ballots: ['CP', 'UBND', 'BK'].flatMap((ballot) =>
        units.map(({ code: unit }, index) => ({
          ballot,
          unit,
          ...counts,
          favour: index === 0 ? 15 : 15 + random.below(6),
        })),
      ),
    },
  };
}

function readJudgement(bytes: Uint8Array): Judgement {
  const cells = readWorkbook(bytes);
  if (!cells.ok) throw new Error(cells.error.code);
  return judge(cells.value);
}

/** Our sheets written into a workbook, as its bloc does it. */
export function withResults(bytes: Uint8Array, allowErrors = false): Uint8Array {
  const written = writeSheets(
    bytes,
    planResults(readJudgement(bytes), { now: new Date(2026, 0, 9, 14, 5), allowErrors }),
  );
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

export interface SoundBloc {
  /** Without results. */
  readonly bytes: Uint8Array;
  readonly judgement: Judgement;
}

const made = new Map<number, SoundBloc>();

/** A bloc by its number, made once. */
export function soundBloc(number: number): SoundBloc {
  const bloc = made.get(number) ?? makeBloc(number);
  made.set(number, bloc);
  return bloc;
}

/** The first of its seeds that gives no finding at all: no tie, every place taken. */
function makeBloc(number: number): SoundBloc {
  for (let attempt = 0; attempt < 50; attempt++) {
    const written = content(number, new Random(number * 1009 + attempt));
    const bytes = createPackage(createWorkbook(PROVINCE, written.units, { content: written.content }));
    const judgement = readJudgement(bytes);
    if (judgement.evaluation.issues.length === 0) return { bytes, judgement };
    if (attempt === 49)
      throw new Error(
        `bloc ${String(number)}: ${judgement.evaluation.issues.map(({ code, place }) => `${code} ${JSON.stringify(place)}`).join('; ')}`,
      );
  }
  throw new Error('unreachable');
}

/** What the Board names as the standard: criteria and rules, no units. */
export const standardWorkbook = (): Uint8Array =>
  createPackage(
    createWorkbook(PROVINCE, [], { content: { info: { name: '', regulation: PROVINCE.name, year: YEAR } } }),
  );
