/** What a check found against what was planted. */
import { cellName, type Issue } from '../../../src/rules';
import type { FileReport } from '../../../src/board/check-workbook';
import type { PlantedFault, ProvinceFile } from './province';

export interface Measure {
  readonly planted: number;
  readonly kinds: number;
  readonly found: number;
  readonly said: number;
  readonly explained: number;
  /** "file: kind code at cell". */
  readonly missed: readonly string[];
  /** "file: code at cell". */
  readonly unexplained: readonly string[];
}

const isPlanted = (found: Issue, { code, sheet, cell }: PlantedFault): boolean =>
  found.code === code && (found.place?.sheet ?? null) === sheet && (found.place === null ? null : cellName(found.place)) === cell;

/** Reports in the order of the files. Everything said counts, notes included. */
export function measure(files: readonly ProvinceFile[], reports: readonly FileReport[]): Measure {
  const missed: string[] = [];
  const unexplained: string[] = [];
  let said = 0;
  files.forEach((file, index) => {
    const issues = reports[index]?.issues ?? [];
    said += issues.length;
    for (const planted of file.planted) {
      if (!issues.some((found) => isPlanted(found, planted))) missed.push(`${file.name} (${file.tool}): ${planted.kind}: ${planted.code} at ${planted.sheet ?? '-'}!${planted.cell ?? '-'}`);
    }
    for (const found of issues) {
      if (file.also.includes(found.code) || file.planted.some((planted) => isPlanted(found, planted))) continue;
      unexplained.push(`${file.name} (${file.tool}): ${found.code} at ${found.place === null ? '-' : `${found.place.sheet}!${cellName(found.place)}`}, is ${found.received ?? '-'}, should be ${found.expected ?? '-'}; planted: ${file.planted.map(({ kind }) => kind).join(', ')}`);
    }
  });
  const planted = files.flatMap((file) => file.planted);
  return {
    planted: planted.length, kinds: new Set(planted.map(({ kind }) => kind)).size, found: planted.length - missed.length,
    said, explained: said - unexplained.length, missed, unexplained,
  };
}
