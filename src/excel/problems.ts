/** What Excel's errors mean. Only codes are read: messages are translated and change. */
import type { DoorProblem, DoorProblemCode } from '../sheets/door';

const PROBLEMS: Readonly<Record<string, DoorProblemCode>> = {
  InvalidOperationInCellEditMode: 'excel-editing',
  WriteNotSupportedWhenModalDialogOpen: 'excel-editing',
  RequestPayloadSizeLimitExceeded: 'excel-too-large',
  ResponsePayloadSizeLimitExceeded: 'excel-too-large',
  MemoryLimitReached: 'excel-too-large',
  OperationCellsExceedLimit: 'excel-too-large',
  RangeExceedsLimit: 'excel-too-large',
  AccessDenied: 'excel-no-permission',
  ApiNotFound: 'excel-too-old',
  ApiNotAvailable: 'excel-too-old',
  NotImplemented: 'excel-too-old',
  // Someone added a sheet of our name after we looked, or it is a chart sheet, which the list of worksheets leaves out.
  ItemAlreadyExists: 'sheet-foreign',
  // Renamed or deleted between two round trips.
  ItemNotFound: 'sheet-gone',
  Timeout: 'excel-silent',
};

/** `detail` carries code and statement for "copy details"; Office.js keeps values out of the statement. */
export function problemOf(error: unknown): DoorProblem {
  const code = errorCode(error);
  const { errorLocation, statement } = debugInfo(error);
  return {
    code: PROBLEMS[code] ?? 'excel-failed',
    detail: [code, errorLocation, statement].filter(Boolean).join(' · '),
  };
}

const REFUSED_AS_A_WHOLE = new Set([
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
  'AccessDenied',
]);

/** True when Excel did not begin with the round trip at all; an action that fails names its place. */
export function isRefusedAsAWhole(error: unknown): boolean {
  const { errorLocation, statement } = debugInfo(error);
  return REFUSED_AS_A_WHOLE.has(errorCode(error)) && errorLocation === undefined && statement === undefined;
}

/** The code of an answer that would be larger than Excel hands out. */
export const TOO_LARGE_TO_READ = 'ResponsePayloadSizeLimitExceeded';

/** True when Excel does not know what was asked for. */
export const isUnknownToExcel = (error: unknown): boolean => PROBLEMS[errorCode(error)] === 'excel-too-old';

export function errorCode(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}

function debugInfo(error: unknown): { errorLocation?: string; statement?: string } {
  const info: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'debugInfo') : undefined;
  if (typeof info !== 'object' || info === null) return {};
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === 'string' ? value : undefined;
  };
  const errorLocation = text('errorLocation');
  const statement = text('statement');
  return { ...(errorLocation ? { errorLocation } : {}), ...(statement ? { statement } : {}) };
}
