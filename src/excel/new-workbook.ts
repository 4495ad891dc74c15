/** A workbook beside the one that is open. */
import { fail, ok, type DoorProblem, type Result } from '../sheets/door';
import { problemOf } from './problems';

/** Opens a new workbook with the bytes of an .xlsx file; the one that is open stays as it is. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<Result<void, DoorProblem>> {
  if (typeof Excel === 'undefined') return fail({ code: 'excel-missing' });
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return ok(undefined);
  } catch (error) {
    return fail(problemOf(error));
  }
}

/** So many bytes at once: a call takes only so many arguments. */
const CHUNK = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK)
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(text);
}
