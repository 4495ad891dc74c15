/** The shape of an issue's texts. `{name}` is filled, a part in [brackets] may be left out (fill.ts). */
import type { Lang } from './lang';

export interface IssueSentences {
  /** What is wrong. */
  readonly what: string;
  /** Why it matters: the principle or clause. */
  readonly why: string;
  /** How to mend it. */
  readonly how: string;
}

export type IssueTexts = Readonly<Record<Lang, IssueSentences>>;
