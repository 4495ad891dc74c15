/** A judged workbook that can be asked: whatever must be scored anew is found here, off the thread that answers the user. */
import {
  compare,
  evaluate,
  largestFirst,
  levelDifferences,
  levelsOf,
  margins,
  trace,
  type AwardId,
  type Comparison,
  type Evaluation,
  type Level,
  type LevelDifference,
  type Margin,
  type Reason,
  type UnitId,
  type UnitTrace,
} from '../rules';
import { compareWorkbooks } from '../workbook/compare-workbooks';
import type { Judgement } from '../workbook/judged';
import { reasonsOf } from '../workbook/standing';
import { supposedBook, type Supposition } from './ranking/suppose';

export type Question =
  | { readonly about: 'unit'; readonly unit: UnitId }
  | { readonly about: 'differences' }
  | { readonly about: 'suppositions'; readonly list: readonly Supposition[] };

export interface UnitAnswer {
  /** How its points came about, by level; a level without its scores is not there. */
  readonly traces: ReadonlyMap<Level, UnitTrace>;
  /** Its own: as the last who got a place, or the first who did not. */
  readonly margins: readonly Margin[];
  readonly reasons: ReadonlyMap<AwardId, readonly Reason[]>;
}

/** What the suppositions would change. */
export interface Supposed {
  readonly evaluation: Evaluation;
  readonly changes: Comparison;
}

interface Answers {
  readonly unit: UnitAnswer;
  /** The largest first. */
  readonly differences: readonly LevelDifference[];
  readonly suppositions: Supposed;
}
export type AnswerTo<Asked extends Question> = Answers[Asked['about']];

export class JudgedHandle {
  /** Of all units: the next unit that is opened finds them. */
  private allMargins: readonly Margin[] | null = null;

  constructor(private readonly judgement: Judgement) {}

  answer<Asked extends Question>(question: Asked): AnswerTo<Asked>;
  answer(question: Question): Answers[keyof Answers] {
    const { book } = this.judgement;
    switch (question.about) {
      case 'unit':
        return this.unit(question.unit);
      case 'differences':
        return largestFirst(levelDifferences(book));
      case 'suppositions': {
        const supposed = supposedBook(book, question.list);
        const evaluation = evaluate(supposed);
        return { evaluation, changes: compare(this.judgement, { book: supposed, evaluation }) };
      }
    }
  }

  /** What has changed since an earlier workbook. */
  changesSince(before: JudgedHandle): Comparison {
    return compareWorkbooks(before.judgement, this.judgement);
  }

  private unit(unit: UnitId): UnitAnswer {
    const { book, evaluation } = this.judgement;
    this.allMargins ??= margins(book, evaluation);
    const reasons = reasonsOf(this.judgement, unit);
    return {
      traces: new Map(
        levelsOf(book).flatMap((level) => {
          const found = trace(book, unit, level);
          return found === null ? [] : [[level, found]];
        }),
      ),
      margins: this.allMargins.filter(({ holder, outside }) => holder === unit || outside === unit),
      reasons: new Map(evaluation.awards.map((award) => [award.id, reasons(award)])),
    };
  }
}
