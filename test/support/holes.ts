/** Samples in the middle of a season: some scores of the ranking level are not there yet. */
import { readFileSync } from 'node:fs';
import type { CriterionCode, Place, UnitId } from '../../src/rules';
import { judge } from '../../src/workbook/judgement';
import { editCells, readWorkbook } from '../../src/xlsx';

/** Whether the score of a unit in a criterion is missing. */
export type IsMissing = (unit: UnitId, criterion: CriterionCode) => boolean;

export function sampleBytes(sample: string): Uint8Array {
  return new Uint8Array(readFileSync(`assets/samples/${sample}.xlsx`));
}

/** The cells of the ranking level in which points are typed. */
function scoreCells(bytes: Uint8Array, isMissing: IsMissing): readonly Place[] {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  const { book } = judge(read.value);
  const leaves = book.criteria.filter(({ way }) => way.kind !== 'group').map(({ code }) => code);
  return book.scores
    .filter(({ level }) => level === book.settings.rankingLevel)
    .flatMap(({ unit, entries }) =>
      leaves.filter((code) => isMissing(unit, code)).flatMap((code) => entries.get(code)?.place ?? []),
    );
}

/** A sample without these scores. */
export function sampleWithout(sample: string, isMissing: IsMissing): Uint8Array {
  const bytes = sampleBytes(sample);
  const edited = editCells(
    bytes,
    scoreCells(bytes, isMissing).map((place) => ({ place, value: '', overLocked: true })),
  );
  if (!edited.ok) throw new Error(edited.error.code);
  return edited.value.bytes;
}

/** Sample B shortly before the meeting: both flags are certain, two units compete for the last Bằng khen. */
const LAST: ReadonlySet<string> = new Set(['STC III.3', 'SNGV II.3', 'SNGV III.4', 'BDT I.4']);
export const fewMissing: IsMissing = (unit, criterion) => LAST.has(`${unit} ${criterion}`);
