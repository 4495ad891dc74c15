/** What the Board names on the command line: the standard, the list of blocs. */
import { findRegulation } from '../../regulations';
import { fail, ok, type DoorProblem, type Result } from '../../workbook/door';
import { readFileBytes, readTextFile } from '../../xlsx/disk';
import type { ListedBloc } from '../check-workbook';
import { parseBlocs } from '../lists';
import { regulationStandard, workbookStandard, type Standard, type StandardProblem } from '../standard';

/** A regulation of the package by its id, else a reference workbook. */
export function readStandard(name: string): Result<Standard, StandardProblem> {
  const regulation = findRegulation(name);
  if (regulation !== null) return ok(regulationStandard(regulation));
  const bytes = readFileBytes(name);
  return bytes.ok ? workbookStandard(bytes.value) : fail({ kind: 'file', problem: bytes.error });
}

export function readBlocs(path: string): Result<ListedBloc[], DoorProblem> {
  const text = readTextFile(path);
  return text.ok ? ok(parseBlocs(text.value)) : text;
}
