/** Finding records by the codes other sheets use for them. */
import type { IssueDetails, Place } from '../../rules';
import type { Findings, Touches } from './findings';
import { codeText, fold, nearest } from './text';

const MOST_COMPARED = 400;
const MOST_CHOICES = 20;

/** The codes of one table. A code is matched exactly first, else with folded case. */
export class Codes {
  private readonly exact = new Map<string, string>();
  private readonly folded = new Map<string, string>();
  /** Codes written elsewhere whose record is known to be broken: said once, where it is broken. */
  private readonly excused = new Set<string>();
  /** Rows whose code could not be used: so many codes nobody else has may belong to them. */
  private lost = 0;
  private suggestions = 0;
  /** False when the table could not be read at all: then no code is called unknown. */
  known = true;

  add(code: string): void {
    this.exact.set(code, code);
    const folded = fold(code);
    if (!this.folded.has(folded)) this.folded.set(folded, code);
  }

  /** Says nothing of this code any more. */
  excuse(code: string): void {
    this.excused.add(fold(codeText(code)));
  }

  /** A row's code could not be used, and it has been said. */
  loseRow(): void {
    this.lost++;
  }

  get hasLostRows(): boolean {
    return this.lost > 0 || this.excused.size > 0;
  }

  /** The record's code for a code as written; null when there is none. */
  find(written: string): string | null {
    const code = codeText(written);
    return this.exact.get(code) ?? this.folded.get(fold(code)) ?? null;
  }

  /** Whether this very code has been said to be broken. */
  hasExcused(written: string): boolean {
    return !this.known || this.excused.has(fold(codeText(written)));
  }

  /** Whether an unknown code needs no word: its row has been said to be broken. */
  isExcused(written: string): boolean {
    if (this.hasExcused(written)) return true;
    if (this.lost === 0) return false;
    this.lost--;
    this.excused.add(fold(codeText(written)));
    return true;
  }

  /** The first codes, for an issue that names the choices. */
  choices(): string[] {
    const choices: string[] = [];
    for (const code of this.exact.keys()) if (choices.push(code) >= MOST_CHOICES) break;
    return choices;
  }

  /** The code that was probably meant; none is looked for where there are more than any bloc has. */
  suggest(written: string): string | null {
    return this.exact.size > MOST_COMPARED || ++this.suggestions > MOST_COMPARED ? null : nearest(written, this.exact.keys());
  }

  /** The record's code, or null after saying `code-unknown`. */
  resolve(written: string, place: Place, findings: Findings, touches: Touches, details: IssueDetails = {}): string | null {
    const code = this.find(written);
    if (code !== null || this.isExcused(written)) return code;
    const suggestion = this.suggest(written);
    findings.say('code-unknown', place, {
      received: written, expected: suggestion, ...(suggestion === null ? {} : { params: { suggestion } }), ...details,
    }, touches);
    return null;
  }
}
