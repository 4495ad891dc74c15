/** Reads how many places an award or a grade has: "3", or a percentage of the units. */
import { divideNumerals, multiplyNumerals, numeralOfDouble, type Place, type Quota } from '../../rules';
import { numberInText } from '../../rules/model/cells';
import { QUOTA_BASES } from '../layout';
import type { Fault, Reader } from './reader';
import { numberWritten } from './written-number';
import type { TableRow } from './table-row';
import { fold } from '../../base/folding';
import { choices, wordFinder } from './words';

const baseOf = wordFinder(QUOTA_BASES);
const WHOLE = /^\d+$/u;
export const QUOTA_EXPECTED = `3; 20% ${choices(QUOTA_BASES).replaceAll('; ', '; 20% ')}`;

/** The quota in a cell, null for a blank; a percentage of nothing and a number as text get a fix. */
export function readQuota<Key extends string>(
  reader: Reader,
  row: TableRow<Key>,
  key: Key,
  fault: Fault,
): Quota | null {
  const entry = row.entry(key);
  if (entry.kind === 'blank' || (entry.kind === 'absent' && entry.code === 'header-missing')) return null;
  if (reader.sayUnusable(row, key, fault.touches)) return { kind: 'invalid' };
  const { place } = entry;
  const written = row.text(key);
  if (entry.kind === 'number') {
    if (entry.percent !== true && WHOLE.test(entry.value)) return { kind: 'number', places: entry.value };
    const share = entry.percent === true || (Number(entry.value) > 0 && Number(entry.value) < 1);
    return refuse(reader, fault, place, written, share ? percentOfUnits(multiplyNumerals(entry.value, '100')) : null);
  }
  const text = fold(written);
  const sign = text.indexOf('%', 1);
  if (sign < 0) {
    const places = /^(\d+)\s*(?:suất|đơn vị)?$/u.exec(text)?.[1] ?? numberInText(written);
    return refuse(reader, fault, place, written, places !== null && WHOLE.test(places) ? Number(places) : null);
  }
  const value = numberWritten(text.slice(0, sign).trimEnd());
  const base = text.slice(sign + 1).trimStart();
  const of = baseOf(base);
  if (value !== null && !value.startsWith('-')) {
    if (of !== null) return { kind: 'percent', percent: value, of };
    if (base === '') return refuse(reader, fault, place, written, percentOfUnits(value));
  }
  return refuse(reader, fault, place, written, null);
}

const percentOfUnits = (percent: string): string => `${shortDecimal(percent)}% ${QUOTA_BASES.units[0]}`;

/** "12.5" as people write it here: "12,5". */
function shortDecimal(percent: string): string {
  const number = divideNumerals(percent, '1') ?? percent;
  return (numeralOfDouble(Number(number))?.value ?? number).replace('.', ',');
}

function refuse(reader: Reader, fault: Fault, place: Place, received: string, meant: string | number | null): Quota {
  reader.findings.say(
    fault.code,
    place,
    {
      received,
      expected: meant === null ? (fault.expected ?? QUOTA_EXPECTED) : String(meant),
      ...(meant === null ? {} : { fix: { place, value: meant } }),
    },
    fault.touches,
  );
  return { kind: 'invalid' };
}
