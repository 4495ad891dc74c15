/** What LibreOffice shows of every format and value of the table, spaces made one. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '../../../src/xlsx';
import { openWorkshop } from '../../print/office';
import { plainPlan } from '../../xlsx/support/plans';
import { FORMATS, VALUES } from './number-formats';

/** Separated by tabs, in UTF-8, as shown: the "Text - txt - csv" filter's numbers. */
const AS_SHOWN = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,true';

export function shownByLibreOffice(): string[][] {
  const workshop = openWorkshop();
  try {
    const plan = plainPlan(
      'Trang',
      null,
      FORMATS.map(() => [...VALUES]),
    );
    const rows = plan.rows.map((row, index) => ({
      ...row,
      cells: row.cells.map((cell) => (cell === null ? null : { ...cell, format: FORMATS[index] ?? '' })),
    }));
    const source = join(workshop.folder, 'formats.xlsx');
    writeFileSync(source, createPackage([{ ...plan, rows, columns: VALUES.map(() => ({ width: 60 })) }]));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(workshop.folder, 'profile')}`,
        '--headless',
        '--convert-to',
        AS_SHOWN,
        '--outdir',
        workshop.folder,
        source,
      ],
      { stdio: 'ignore', timeout: 300_000 },
    );
    return readFileSync(join(workshop.folder, 'formats.csv'), 'utf8')
      .split('\n')
      .slice(0, FORMATS.length)
      .map((line) =>
        line.split('\t').map((text) =>
          text
            .replace(/^"(.*)"$/u, '$1')
            .replaceAll('""', '"')
            .trim()
            .replace(/\s+/gu, ' '),
        ),
      );
  } finally {
    workshop.close();
  }
}
