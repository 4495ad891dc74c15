/** Finding records by the codes other sheets use for them. */
import type { IssueDetails, Place } from '../../rules';
import type { Findings, Touches } from './findings';
import type { Cell } from '../../sheets/cells';
import { codeOfNumber } from '../../sheets/number-format';
import { codeText, fold, lookalike, nearest, patience } from '../../base/folding';

const MOST_COMPARED = 400;
const MOST_CHOICES = 20;
const NONE: readonly string[] = [];

/** The code in a cell; `shown` is its text. Null where a number does not say what code it is. */
export function codeIn(cell: Cell, shown: string): string | null {
  return typeof cell.value === 'number' ? codeOfNumber(cell.value, cell.format) : codeText(shown);
}

/** The codes of one table. A code is matched exactly first, else with folded case. */
export class Codes {
  private readonly exact = new Map<string, string>();
  private readonly folded = new Map<string, string>();
  /** Where records print less than their code, the path to them: what each text and each folded text may mean. */
  private readonly called = new Map<string, Set<string>>();
  /** Codes written elsewhere whose record is known to be broken: said once, where it is broken. */
  private readonly excused = new Set<string>();
  /** Rows whose code could not be used: so many codes nobody else has may belong to them. */
  private lost = 0;
  private readonly patient = patience();
  /** False when the table could not be read at all: then no code is called unknown. */
  known = true;

  add(code: string): void {
    this.exact.set(code, code);
    const folded = fold(code);
    if (!this.folded.has(folded)) this.folded.set(folded, code);
  }

  /** A record that prints `printed` and whose code is the path to it. */
  addPrinted(printed: string, code: string): void {
    for (const name of [printed, code]) {
      for (const key of [`=${name}`, `~${fold(name)}`]) {
        const same = this.called.get(key);
        if (same === undefined) this.called.set(key, new Set([code]));
        else same.add(code);
      }
    }
  }

  /** Every code that a text may mean where codes are printed shorter than they are; none elsewhere. */
  meantBy(written: string): readonly string[] {
    if (this.called.size === 0) return NONE;
    const code = codeText(written);
    return [...(this.called.get(`=${code}`) ?? this.called.get(`~${fold(code)}`) ?? [])];
  }

  /** Whether a text is a code, or may be one of several. */
  isCalled(written: string): boolean {
    return this.meantBy(written).length > 0 || this.find(written) !== null;
  }

  /** The record whose very code this is, whatever others print. */
  own(code: string): string | null {
    return this.exact.get(code) ?? this.folded.get(fold(code)) ?? null;
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

  /** The record's code for a code as written; null when there is none, or when it may be one of several. */
  find(written: string): string | null {
    if (this.called.size === 0) return this.own(codeText(written));
    const [only, other] = this.meantBy(written);
    return other === undefined ? (only ?? null) : null;
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
    if (this.exact.size > MOST_COMPARED) return null;
    for (const code of this.exact.keys()) {
      this.patient.left -= written.length + code.length;
      if (this.patient.left < 0) return null;
      if (lookalike(written, code) !== null) return code;
    }
    return nearest(written, this.exact.keys(), this.patient);
  }

  /** What to say of a code that is unknown. `place`: where a fix may write the code that was meant; null where it stands among others. */
  unknown(written: string, place: Place | null): IssueDetails {
    const places = this.meantBy(written);
    if (places.length > 1)
      return { received: written, expected: null, params: { places: places.slice(0, MOST_CHOICES).join('; ') } };
    const suggestion = this.suggest(written);
    if (suggestion === null) return { received: written, expected: null };
    return {
      received: written,
      expected: suggestion,
      params: { suggestion },
      ...(lookalike(written, suggestion) === null || place === null ? {} : { fix: { place, value: suggestion } }),
    };
  }

  /** The record's code, or null after saying `code-unknown`. `isWhole`: the cell holds this code and nothing else. */
  resolve(
    written: string,
    place: Place,
    findings: Findings,
    touches: Touches,
    details: IssueDetails = {},
    isWhole = true,
  ): string | null {
    const code = this.find(written);
    if (code !== null || this.isExcused(written)) return code;
    findings.say('code-unknown', place, { ...this.unknown(written, isWhole ? place : null), ...details }, touches);
    return null;
  }
}
