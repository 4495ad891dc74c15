/** Reads the input cells of one leaf and collects what is wrong with them. */
import type { Entry } from '../model/book';
import { noiseIn, percentText, readNumber, shareInText } from '../model/cells';
import type { IssueCode, IssueDetails } from '../model/issue';
import type { Place } from '../model/place';
import * as q from '../number/rational';
import type { Rational } from '../number/rational';

export interface Fault {
  readonly code: IssueCode;
  readonly place: Place;
  readonly details: IssueDetails;
}

/** Collects the faults of the inputs of one leaf while reading them. */
export class InputReader {
  readonly faults: Fault[] = [];
  readonly noise: Fault[] = [];

  fault(code: IssueCode, place: Place, details: IssueDetails = {}): null {
    this.faults.push({ code, place, details });
    return null;
  }

  /** The number in a cell; a blank is `data-missing`. */
  number(entry: Entry, textFault: IssueCode = 'score-not-number'): Rational | null {
    const meant = entry.kind === 'text' && textFault !== 'count-invalid' ? shareInText(entry.text) : null;
    if (meant !== null && entry.kind === 'text') {
      const fix = { place: entry.place, value: Number(q.format(meant.share)), format: meant.format };
      return this.fault('number-as-text', entry.place, {
        received: entry.text,
        expected: percentText(meant.share),
        fix,
      });
    }
    const reading = readNumber(entry, textFault);
    switch (reading.kind) {
      case 'number':
        if (entry.kind === 'number') this.warn(noiseIn(entry), entry.place);
        return reading.value;
      case 'fault':
        return this.fault(reading.code, entry.place, reading.details);
      case 'yesno':
        return this.fault(textFault, entry.place, { received: String(reading.value) });
      default:
        return this.fault('data-missing', entry.place);
    }
  }

  private warn(said: Omit<Fault, 'place'> | null, place: Place): void {
    if (said !== null) this.noise.push({ ...said, place });
  }

  percentScale(entry: Entry, received: string, counted: Rational): void {
    this.warn({ code: 'percent-scale', details: { received, expected: q.format(counted) } }, entry.place);
  }

  actual(entry: Entry): Rational | null {
    const value = this.number(entry);
    return value !== null && q.sign(value) < 0
      ? this.fault('score-negative', entry.place, { received: q.format(value), expected: '>= 0' })
      : value;
  }

  target(entry: Entry): Rational | null {
    const value = this.number(entry);
    return value !== null && q.sign(value) <= 0
      ? this.fault('target-not-positive', entry.place, { received: q.format(value), expected: '> 0' })
      : value;
  }

  count(entry: Entry): Rational | null {
    const value = this.number(entry, 'count-invalid');
    return value !== null && (q.sign(value) < 0 || !q.isInteger(value))
      ? this.fault('count-invalid', entry.place, { received: q.format(value) })
      : value;
  }
}
