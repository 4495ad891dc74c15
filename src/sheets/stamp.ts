/**
 * The stamp on every sheet we write: visible text in its last printed row, and the hidden name
 * `thidua_stamp` of the sheet. It tells our sheets from the user's, and fresh results from stale ones.
 */
import { dayText } from '../base/days';
import { cellAt, type SheetCells, type WorkbookCells } from './cells';
import { shortFingerprint } from './short-fingerprint';
import { OUTPUT_SHEETS } from '../workbook/layout/sheet-names';
import { isInputName } from './input-sheets';
import { PROGRAM } from './program';

export type OutputSheet = keyof typeof OUTPUT_SHEETS;

export interface Stamp {
  readonly sheet: OutputSheet;
  readonly version: string;
  readonly fingerprint: string;
  /** Local time of the machine, "2024-01-30 14:05". */
  readonly time: string;
}

const PATTERN = new RegExp(
  `^${PROGRAM.name}/(\\S+) (\\w+) (sha256:[0-9a-f]{64}) (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)$`,
);

/** The text of the hidden name; under the 255 characters a name may hold. */
export function stampText(stamp: Stamp): string {
  return `${PROGRAM.name}/${stamp.version} ${stamp.sheet} ${stamp.fingerprint} ${stamp.time}`;
}

const isOutputSheet = (word: string): word is OutputSheet => Object.hasOwn(OUTPUT_SHEETS, word);

/** What a hidden name says, or null when we did not write it. */
export function parseStamp(text: string | null): Stamp | null {
  const [, version, sheet, fingerprint, time] = PATTERN.exec(text ?? '') ?? [];
  if (
    version === undefined ||
    sheet === undefined ||
    fingerprint === undefined ||
    time === undefined ||
    !isOutputSheet(sheet)
  )
    return null;
  return { sheet, version, fingerprint, time };
}

/** What the doors know of a sheet before its cells: its name, and the text of its hidden name `thidua_stamp`. */
type Marked = Pick<SheetCells, 'name' | 'stamp'>;

/** The stamp of a sheet that is ours: it parses, and the sheet's name is no input's. Any other hidden name makes nothing ours. */
export const ownStamp = ({ name, stamp }: Marked): Stamp | null => (isInputName(name) ? null : parseStamp(stamp));

/** The kind of a sheet that is ours; null of every other. */
export const ownKind = (sheet: Marked): OutputSheet | null => ownStamp(sheet)?.sheet ?? null;

/** The line on paper, by which paper and file can be matched in seconds. */
export function printedStamp({ version, fingerprint, time }: Stamp): string {
  const [day = '', clock = ''] = time.split(' ');
  return `${PROGRAM.name} ${version} – mã số liệu ${shortFingerprint(fingerprint)} – ${clock} ngày ${dayText(day)}`;
}

/** Stands in the first cell of a sheet of ours from the first action of a write in Excel to the last. */
export const UNFINISHED = 'CHƯA GHI XONG';

/** Ours, but a write stopped half-way: the banner stands, the stamp is gone. */
export const isUnfinished = (sheet: SheetCells): boolean => hasBanner(sheet, cellAt(sheet, 0, 0)?.value);

/** The same of a sheet of which only the first cell is known. */
export const hasBanner = ({ name, stamp }: Marked, first: unknown): boolean =>
  stamp === null && first === UNFINISHED && !isInputName(name);

/**
 * `fresh`: ours and made from these inputs; `stale`: ours, but the inputs changed since;
 * `foreign`: not ours, whatever its name is.
 */
export type StampState = 'fresh' | 'stale' | 'foreign';

export function stampState(sheet: SheetCells, fingerprint: string): StampState {
  const stamp = ownStamp(sheet);
  if (stamp === null) return 'foreign';
  return stamp.fingerprint === fingerprint ? 'fresh' : 'stale';
}

/**
 * Our sheet of this kind, under whatever name it goes by now. Of several the one of the usual name: a
 * copy that someone keeps carries the stamp too, and mostly stands before it.
 */
export function findOutput(cells: WorkbookCells, kind: OutputSheet): SheetCells | null {
  const ours = cells.sheets.filter((sheet) => ownKind(sheet) === kind);
  return ours.find(({ name }) => name === OUTPUT_SHEETS[kind]) ?? ours[0] ?? null;
}

/**
 * The stamp to write now. Results made again from the same inputs by the same version keep their
 * time, so that writing twice changes nothing.
 */
export function stampFor(cells: WorkbookCells, sheet: OutputSheet, fingerprint: string, now: Date): Stamp {
  const old = parseStamp(findOutput(cells, sheet)?.stamp ?? null);
  const same = old !== null && old.fingerprint === fingerprint && old.version === PROGRAM.version;
  return { sheet, version: PROGRAM.version, fingerprint, time: same ? old.time : localTime(now) };
}

/** "2024-01-30 14:05" in the machine's time zone. */
export function localTime(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
