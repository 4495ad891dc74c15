/** The files of all papers, one after the other. */
import { writeDocx } from './docx/write';
import { DOCX, NEWS_FILE, type PaperFile, type PaperJob } from './papers';

export interface WriteOptions {
  /** Asked between two papers: true ends the work. */
  readonly cancelled?: () => boolean;
}

/** Gives each file when it is made; a byte order mark lets every editor read the news text as UTF-8. */
export async function* writePapers(
  job: PaperJob,
  { cancelled = () => false }: WriteOptions = {},
): AsyncGenerator<PaperFile, void, undefined> {
  for (const paper of job.papers()) {
    if (cancelled()) return;
    yield { name: `${paper.file}${DOCX}`, bytes: await writeDocx(paper) };
  }
  yield { name: NEWS_FILE, bytes: new TextEncoder().encode(`\uFEFF${job.news.replace(/\n/gu, '\r\n')}\r\n`) };
}
