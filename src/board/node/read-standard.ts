/** What the Board names on the command line: the standard, the list of blocs, the limits. */
import { readFile } from 'node:fs/promises';
import type { Issue } from '../../rules';
import { findRegulation } from '../../regulations';
import { fail, ok, type DoorProblem, type Result } from '../../workbook/door';
import { fold } from '../../workbook/read/text';
import { readWorkbook } from '../../xlsx';
import { readFileBytes } from '../../xlsx/disk';
import type { Limits } from '../across-files';
import type { ListedBloc } from '../check-workbook';
import { regulationStandard, standardErrors, type Standard } from '../standard';

export type StandardProblem = { readonly kind: 'file'; readonly problem: DoorProblem } | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/** A regulation of the package by its id, else a reference workbook. */
export async function readStandard(name: string): Promise<Result<Standard, StandardProblem>> {
  const regulation = findRegulation(name);
  if (regulation !== null) return ok(regulationStandard(regulation));
  const bytes = await readFileBytes(name);
  const cells = bytes.ok ? readWorkbook(bytes.value) : bytes;
  if (!cells.ok) return fail({ kind: 'file', problem: cells.error });
  const issues = standardErrors(cells.value);
  return issues.length > 0 ? fail({ kind: 'invalid', issues }) : ok({ cells: cells.value, isWorkbook: true });
}

/** One bloc a line: its name, and after "|" its official units, by name or code, parted by ";". */
export function parseBlocs(text: string): ListedBloc[] {
  return text.replace(/^\uFEFF/u, '').split(/\r?\n/u).map((line) => line.normalize('NFC').trim()).filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [name = '', units] = line.split('|').map((part) => part.trim());
    const listed = units?.split(';').map((unit) => unit.trim()).filter(Boolean) ?? [];
    return { name, units: listed.length > 0 ? listed : null };
  });
}

export async function readBlocs(path: string): Promise<Result<ListedBloc[], DoorProblem>> {
  try {
    return ok(parseBlocs(await readFile(path, 'utf8')));
  } catch (error) {
    return fail({ code: 'file-unreadable', detail: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' });
  }
}

/** "CP=2" → at most two units for the award of this code; null where a text says anything else. */
export function parseLimits(texts: readonly string[]): Limits | null {
  const limits = new Map<string, number>();
  for (const text of texts) {
    const [, code, count] = /^(.+)=(\d{1,6})$/u.exec(text) ?? [];
    if (code === undefined) return null;
    limits.set(fold(code), Number(count));
  }
  return limits;
}
