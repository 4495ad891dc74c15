/**
 * `npx tsx docs/print-pictures.ts [FOLDER]`: the printed sheets and papers that the guide shows, of sample B, as LibreOffice
 * prints them with Vietnamese settings. Without FOLDER: docs/images. Needs LibreOffice and poppler.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { planPapers, writePapers } from '../src/papers';
import { judge, planResults } from '../src/workbook/job';
import { OUTPUT_SHEETS } from '../src/workbook/layout';
import { drawPage, missingProgram, openWorkshop, readBytes } from '../test/print/office';
import { alone } from '../test/print/printing';
import { cellsOf } from '../test/print/recalculate';
import { NOW, SAMPLES } from '../test/print/report';

interface Picture {
  readonly name: string;
  /** A sheet of results, or a paper by the name of its file. */
  readonly of: string;
  readonly page: number;
  /** Dots an inch: what is read in the guide, and what is only seen. */
  readonly resolution: number;
}

const SHEETS: readonly Picture[] = [
  { name: 'in-ket-qua', of: OUTPUT_SHEETS.results, page: 1, resolution: 110 },
  { name: 'in-bao-cao', of: OUTPUT_SHEETS.report, page: 1, resolution: 110 },
];
const PAPERS: readonly Picture[] = [
  { name: 'giay-to-to-trinh', of: 'to-trinh.docx', page: 1, resolution: 62 },
  { name: 'giay-to-bien-ban', of: 'bien-ban-hop.docx', page: 2, resolution: 62 },
];

async function main(folder: string): Promise<void> {
  const missing = missingProgram();
  if (missing !== null) throw new Error(`${missing} is not installed (LibreOffice and poppler-utils are needed)`);
  mkdirSync(folder, { recursive: true });
  const judged = judge(cellsOf(readBytes(join(SAMPLES, 'B.xlsx'))));
  const plans = planResults(judged, { now: NOW });
  const sheets = new Map(
    SHEETS.map(({ name, of }) => {
      const plan = plans.find((one) => one.name === of);
      if (plan === undefined) throw new Error(`no sheet ${of}`);
      return [name, alone(plan)] as const;
    }),
  );
  const papers = new Map<string, Uint8Array>();
  for await (const file of writePapers(planPapers(judged, NOW))) {
    const picture = PAPERS.find(({ of }) => of === file.name);
    if (picture !== undefined) papers.set(picture.name, file.bytes);
  }
  const workshop = openWorkshop();
  try {
    const pdfs = new Map([...workshop.convert(sheets, 'pdf'), ...workshop.convert(papers, 'pdf', 'docx')]);
    for (const { name, page, resolution } of [...SHEETS, ...PAPERS]) {
      const pdf = pdfs.get(name);
      if (pdf === undefined) throw new Error(`${name} was not printed`);
      drawPage(pdf, page, resolution, join(folder, `${name}.png`));
      process.stdout.write(`${name}.png\n`);
    }
  } finally {
    workshop.close();
  }
}

await main(process.argv[2] ?? new URL('images', import.meta.url).pathname);
