/** The way back of a change as a file: what the command line keeps, and reads again as what a stranger wrote. */
import {
  isDemand,
  isFix,
  isInsert,
  isLimit,
  isPrint,
  isRemoval,
  isRename,
  type Fix,
  type LineAxis,
  type Place,
  type WorkbookChange,
} from '../../rules';

const FORMAT = 'thidua/undo@1';

export const undoNote = (changes: readonly WorkbookChange[]): string =>
  `${JSON.stringify({ format: FORMAT, changes })}\n`;

/** Null for anything that is no note. */
export function readUndoNote(text: string): readonly WorkbookChange[] | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(read) || read['format'] !== FORMAT || !Array.isArray(read['changes'])) return null;
  const changes: readonly unknown[] = read['changes'];
  return changes.every(isChange) ? changes : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isYes = (value: unknown): boolean => typeof value === 'boolean';

const isPlace = (value: unknown): value is Place =>
  isRecord(value) && isText(value['sheet']) && isCount(value['row']) && isCount(value['column']);

const isCellChange = (value: unknown): value is Fix =>
  isRecord(value) &&
  isPlace(value['place']) &&
  (['string', 'boolean'].includes(typeof value['value']) || Number.isFinite(value['value'])) &&
  isAbsentOr(value['format'], isText) &&
  isAbsentOr(value['formula'], isText) &&
  isAbsentOr(value['overLocked'], isYes);

const isKeptPage = (value: unknown): boolean => isRecord(value) && Object.values(value).every(isText);

const isAxis = (value: unknown): value is LineAxis => value === 'rows' || value === 'columns';

const isLines = (value: unknown): boolean =>
  isRecord(value) && isText(value['sheet']) && isAxis(value['axis']) && isCount(value['at']) && isCount(value['count']);

function isChange(value: unknown): value is WorkbookChange {
  if (!isRecord(value)) return false;
  const change = value as unknown as WorkbookChange;
  if (isDemand(change))
    return (
      Array.isArray(value['holds']) &&
      value['holds'].every(isCellChange) &&
      Array.isArray(value['alone']) &&
      value['alone'].every(isLines)
    );
  if (isFix(change)) return isCellChange(value);
  if (isRename(change)) return isText(value['rename']) && isText(value['to']);
  if (isLimit(change)) {
    const limit = value['limit'];
    const isBound = (bound: unknown): boolean => isText(bound) || Number.isFinite(bound);
    return (
      isRecord(limit) &&
      isPlace(limit['first']) &&
      isRecord(limit['last']) &&
      isCount(limit['last']['row']) &&
      isCount(limit['last']['column']) &&
      isBound(value['from']) &&
      isBound(value['to']) &&
      isAbsentOr(value['message'], isText)
    );
  }
  // The way back alone is ever in a note, and what it may put into the file the door looks at.
  if (isPrint(change)) return isText(value['print']) && isKeptPage(value['now']) && isKeptPage(value['back']);
  if (!isInsert(change) && !isRemoval(change)) return false;
  return (
    isAxis(value['insert'] ?? value['remove']) &&
    isText(value['sheet']) &&
    isCount(value['at']) &&
    isCount(value['count']) &&
    value['count'] > 0 &&
    value['count'] < 1000 &&
    (value['like'] === null || isCount(value['like'])) &&
    isAbsentOr(value['overLocked'], isYes)
  );
}
