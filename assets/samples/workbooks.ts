/** The sample workbooks as bytes; the same sources give the same bytes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellName, type Place } from '../../src/rules';
import { createWorkbook } from '../../src/workbook/create';
import { readBook } from '../../src/workbook/read';
import { createPackage, readWorkbook } from '../../src/xlsx';
import { sampleContent, type SampleContent } from './content';
import { BROKEN_REFERENCE, faultyContent } from './faults';
import { STORIES } from './stories';

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function makeSamples(): Sample[] {
  const samples = STORIES.map((story) => ({ name: `${story.id}.xlsx`, bytes: workbookOf(sampleContent(story)) }));
  const storyB = STORIES.find(({ id }) => id === 'B');
  if (!storyB) throw new Error('bloc B has no story');
  const { right, faulty } = faultyContent(storyB);
  return [
    ...samples,
    { name: 'co-loi.xlsx', bytes: withTypingFaults(workbookOf(faulty)) },
    { name: 'co-loi-da-sua.xlsx', bytes: workbookOf(right) },
  ];
}

function workbookOf({ regulation, units, content }: SampleContent): Uint8Array {
  return createPackage(createWorkbook(regulation, units, { content }));
}

/** Faults that no creator would write: a broken reference, a total typed over its formula, another maximum. */
function withTypingFaults(bytes: Uint8Array): Uint8Array {
  const cells = readWorkbook(bytes);
  if (!cells.ok) throw new Error(cells.error.code);
  const book = readBook(cells.value);
  const column = (unit: string) => book.scores.find((scores) => scores.unit === unit && scores.level === 'bloc');
  const reference = column(BROKEN_REFERENCE.unit)?.entries.get(BROKEN_REFERENCE.criterion)?.place;
  const total = column('SKHCN')?.stated.get('');
  const anyScore = column('TTT')?.entries.get('III.4')?.place;
  if (!reference || !total || total.kind !== 'number' || !anyScore) throw new Error('the matrix is not as expected');
  const sheetIndex = cells.value.sheets.findIndex(({ name }) => name === reference.sheet);
  const part = `xl/worksheets/sheet${String(sheetIndex + 1)}.xml`;
  const parts = unzipSync(bytes);
  let xml = strFromU8(parts[part] ?? new Uint8Array());
  xml = replaceCell(xml, reference, 'e', '<f>#REF!</f><v>#REF!</v>');
  xml = replaceCell(xml, total.place, 'n', `<v>${String(Number(total.value) + 1)}</v>`);
  xml = replaceCell(xml, { ...anyScore, column: 2 }, 'n', '<v>5</v>');
  parts[part] = strToU8(xml);
  return zipSync(parts, { mtime: '1980-01-01T00:00:00' });
}

/** Keeps the cell's style, replaces its type and contents. */
function replaceCell(xml: string, place: Place, type: string, contents: string): string {
  const name = cellName(place);
  const pattern = new RegExp(`<c r="${name}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 's');
  if (!pattern.test(xml)) throw new Error(`no cell ${name}`);
  return xml.replace(
    pattern,
    (_, style: string | undefined) => `<c r="${name}"${style ?? ''} t="${type}">${contents}</c>`,
  );
}
