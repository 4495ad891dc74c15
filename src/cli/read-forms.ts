/** Forms that came back, read by threads: a stranger's file that kills or keeps its thread is said, the others are taken. */
import { availableParallelism } from 'node:os';
import { startThread, whileOthersWork } from '../board/node/thread';
import { answerFiles, answersOf } from '../board/node/thread-pool';
import type { Book } from '../rules';
import { fail } from '../sheets/door';
import { faultOf } from '../sheets/fault';
import { LONGEST } from '../sheets/longest';
import { readReturned, type ExpectedForms, type FileReading } from '../workbook/unit-forms';
import { readWorkbook } from '../xlsx';
import { readFileBytes } from '../xlsx/disk';

/** What each of the threads is told at its start. */
export interface FormsSetup {
  readonly book: Book;
  readonly expected: ExpectedForms;
}

/** Forms that are worth a further thread. */
const FORMS_OF_A_THREAD = 24;
const MOST_THREADS = 4;

/** What each file says, in the order of `paths`. */
export async function readForms(paths: readonly string[], setup: FormsSetup): Promise<FileReading[]> {
  const readings: FileReading[] = [];
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(paths.length / FORMS_OF_A_THREAD));
  const answers = answersOf<FileReading>(paths, {
    start: () => startThread({ thread: 'forms', task: setup }),
    unreadable: (_, problem) => fail(problem),
    threads,
    longest: LONGEST,
  });
  const reading = async (): Promise<void> => {
    for await (const answer of answers) readings.push(answer);
  };
  await whileOthersWork(reading());
  return readings;
}

/** What one of the threads does. */
export function answerForms({ book, expected }: FormsSetup): void {
  answerFiles((path): FileReading => {
    try {
      const bytes = readFileBytes(path);
      return readReturned(book, expected, bytes.ok ? readWorkbook(bytes.value) : bytes);
    } catch (error) {
      return fail(faultOf(error));
    }
  });
}
