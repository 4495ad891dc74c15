/** The sample workbooks that travel with the page. */
import A from '../../assets/samples/A.xlsx';
import B from '../../assets/samples/B.xlsx';
import C from '../../assets/samples/C.xlsx';
import D from '../../assets/samples/D.xlsx';
import E from '../../assets/samples/E.xlsx';
import faulty from '../../assets/samples/co-loi.xlsx';

/** Ids are the file names without ending. The first one is open at first. */
export const SAMPLES = [
  { id: 'B', url: B },
  { id: 'co-loi', url: faulty },
  { id: 'A', url: A },
  { id: 'C', url: C },
  { id: 'D', url: D },
  { id: 'E', url: E },
] as const;

export type Sample = (typeof SAMPLES)[number];

/** The bytes of a sample: fetched, or, in the page of one file, from the text of its address. */
export async function sampleBytes({ url }: Sample): Promise<Uint8Array> {
  if (!url.startsWith('data:')) return new Uint8Array(await (await fetch(url)).arrayBuffer());
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}
