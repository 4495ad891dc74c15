/** Collects what the reader finds, and which outcomes can no longer be trusted for it. */
import {
  issue,
  type AwardId,
  type Doubt,
  type Issue,
  type IssueCode,
  type IssueDetails,
  type Place,
} from '../../rules';
import { lookalike } from '../../base/folding';

/** What an unreadable input touches; `awards`: every award, whichever there are. */
export type Touches = 'totals' | 'awards' | readonly AwardId[] | null;

export class Findings {
  readonly issues: Issue[] = [];
  private readonly doubted: { code: string; place: Place | null; touches: Exclude<Touches, null> }[] = [];

  /** Where the text that is meant looks like the one that stands there, the character that parts them is told. */
  say(code: IssueCode, place: Place | null, details: IssueDetails = {}, touches: Touches = null): void {
    const { received, expected, params } = details;
    const alike = received && expected ? lookalike(received, expected) : null;
    this.issues.push(
      issue(
        code,
        place,
        alike === null
          ? details
          : { ...details, params: { ...params, at: String(alike.at), seen: alike.seen, meant: alike.meant } },
      ),
    );
    if (touches !== null) this.doubted.push({ code, place, touches });
  }

  /** The doubts, once all awards are known. */
  doubts(awards: readonly AwardId[]): Doubt[] {
    return this.doubted.map((doubt) => ({ ...doubt, touches: doubt.touches === 'awards' ? awards : doubt.touches }));
  }
}
