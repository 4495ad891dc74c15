/**
 * `npm run test:print`: what only a spreadsheet program can show. LibreOffice recalculates the
 * formulas of written workbooks without their stored values, and prints them; what stands on the pages is measured.
 * Arguments, all optional: a folder for the pages as images; `print`, `recalculate` or `planted` for one part; of `print` the sheets
 * and blocs to look at ("Kết quả", "mẫu B").
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { missingProgram, openWorkshop } from './office';
import { plantedFaults, printing } from './printing';
import { recalculation } from './recalculate';
import { failures } from './report';

const missing = missingProgram();
if (missing !== null) {
  process.stdout.write(
    `test:print was not run: ${missing} is not installed (LibreOffice and poppler-utils are needed).\n`,
  );
  process.exitCode = 2;
} else {
  const [given, only, text] = process.argv.slice(2);
  const runs = (part: string): boolean => only === undefined || only === part;
  const vietnamese = openWorkshop();
  if (runs('recalculate')) recalculation(vietnamese);
  vietnamese.close();
  // On a machine with English settings what we print must still have commas.
  const english = openWorkshop('en-US');
  const images = given ?? join(english.folder, 'images');
  mkdirSync(images, { recursive: true });
  if (runs('print')) printing(english, images, text ?? '');
  if (runs('planted')) plantedFaults(english);
  english.close();
  process.stdout.write(failures() === 0 ? 'all printed as it should\n' : `${String(failures())} checks failed\n`);
  process.exitCode = failures() === 0 ? 0 : 1;
}
