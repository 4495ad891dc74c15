/** What a check found against what was planted. */
import type { IssueCode } from '../../../src/rules';
import type { PlantedFault, ProvinceFile } from './province';

/** What was said of a file, as the check's JSON has it. */
export interface Said {
  readonly code: IssueCode;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly received: string | null;
  readonly expected: string | null;
}

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

const isPlanted = (found: Said, { code, sheet, cell }: PlantedFault): boolean =>
  found.code === code && found.sheet === sheet && found.cell === cell;
const placeText = ({ sheet, cell }: Pick<Said, 'sheet' | 'cell'>): string => `${sheet ?? '-'}!${cell ?? '-'}`;

/** What was said of each file, in the order of the files. All of it counts, notes included. */
export function measure(files: readonly ProvinceFile[], saidOf: readonly (readonly Said[])[]): Measure {
  const missed: string[] = [];
  const unexplained: string[] = [];
  let said = 0;
  files.forEach((file, index) => {
    const issues = saidOf[index] ?? [];
    said += issues.length;
    for (const planted of file.planted) {
      if (!issues.some((found) => isPlanted(found, planted)))
        missed.push(`${file.name} (${file.tool}): ${planted.kind}: ${planted.code} at ${placeText(planted)}`);
    }
    for (const found of issues) {
      if (file.also.includes(found.code) || file.planted.some((planted) => isPlanted(found, planted))) continue;
      unexplained.push(
        `${file.name} (${file.tool}): ${found.code} at ${placeText(found)}, is ${found.received ?? '-'}, should be ${found.expected ?? '-'}; planted: ${file.planted.map(({ kind }) => kind).join(', ')}`,
      );
    }
  });
  const planted = files.flatMap((file) => file.planted);
  return {
    planted: planted.length,
    kinds: new Set(planted.map(({ kind }) => kind)).size,
    found: planted.length - missed.length,
    said,
    explained: said - unexplained.length,
    missed,
    unexplained,
  };
}
