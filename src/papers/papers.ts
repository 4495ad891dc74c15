/** All papers of one judged workbook: planned as plain data, written one by one so that whoever waits can see it and stop. */
import { sameName } from '../sheets/sheet-name';
import { issue, margins, type BlocInfo, type Issue, type Margin } from '../rules';
import type { Judged } from '../workbook/judgement';
import { infoRow, SHEETS } from '../workbook/layout';
import { ballotPapers, countingMinutes } from './counting';
import { covenant } from './covenant';
import { finalReport } from './final-report';
import { proposalLetter } from './letter';
import { minutes } from './minutes';
import { newsText } from './news';
import type { Paper } from './paper';
import { subjectOf, type Subject } from './subject';
import { unitFile, unitSheet } from './unit-sheet';

/** In the header of every page of every paper while the workbook has errors. */
const DRAFT_WITH_ERRORS = 'DỰ THẢO – CÒN LỖI';

export const NEWS_FILE = 'tin-bai.txt';

export interface PaperFile {
  /** With "/" between folder and name; letters, digits, hyphens and a dot. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PaperJob {
  /** Names of all files, in the order of writing. */
  readonly names: readonly string[];
  /** Places left open, to be filled in on `Thông tin` or by hand. */
  readonly issues: readonly Issue[];
  readonly news: string;
  /** The papers one after the other; each is made when it is asked for. */
  papers: () => Generator<Paper>;
}

const BLOC_PAPERS: readonly { readonly file: string; readonly make: (subject: Subject) => Paper }[] = [
  { file: 'bao-cao-tong-ket', make: finalReport },
  { file: 'bien-ban-hop', make: minutes },
  { file: 'phieu-bau', make: ballotPapers },
  { file: 'bien-ban-kiem-phieu', make: countingMinutes },
  { file: 'to-trinh', make: proposalLetter },
  { file: 'giao-uoc-thi-dua', make: covenant },
];

export const DOCX = '.docx';

/** `now`: the clock, in the machine's time zone, for the footer. */
export function planPapers(judged: Judged, now: Date): PaperJob {
  const subject = subjectOf(judged, now);
  const warning = subject.hasErrors ? DRAFT_WITH_ERRORS : null;
  let known: readonly Margin[] | null = null;
  const marginsOnce = (): readonly Margin[] => (known ??= margins(judged.book, judged.evaluation));
  const all = [
    ...BLOC_PAPERS.map(({ file, make }) => ({ file, make: () => make(subject) })),
    ...judged.book.units.map(({ id }, index) => ({
      file: unitFile(index, id),
      make: () => unitSheet(subject, id, marginsOnce()),
    })),
  ];
  return {
    names: [...all.map(({ file }) => `${file}${DOCX}`), NEWS_FILE],
    issues: blanks(subject),
    news: newsText(subject),
    *papers() {
      for (const { make } of all) yield { ...make(), warning };
    },
  };
}

/** Rows of `Thông tin` that the papers print, in the order of the sheet. */
const PRINTED = [
  'province',
  'governingBody',
  'name',
  'year',
  'legalBases',
  'leader',
  'nextLeader',
  'venue',
  'meetingDay',
  'signedBy',
  'signerPost',
  'addressee',
  'number',
  'receivers',
  'chair',
  'secretary',
  'begins',
  'ends',
  'tellers',
] as const satisfies readonly (keyof BlocInfo)[];

/** One finding that names every row left blank; none when all are filled in. */
function blanks({ info, book, word }: Subject): Issue[] {
  const missing = PRINTED.filter((row) => {
    const value = info[row];
    return value === null || value.length === 0;
  });
  if (missing.length === 0) return [];
  const sheet = book.sheetOrder.find((name) => sameName(name, SHEETS.info.name)) ?? SHEETS.info.name;
  return [
    issue(
      'paper-blank',
      { sheet, row: 0, column: 0 },
      { expected: missing.map((row) => infoRow(row, word.kind)).join('; ') },
    ),
  ];
}
