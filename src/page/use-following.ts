/** The page follows the file on disk: saved in another program, it is read again by itself. Only where the browser gave a handle. */
import { useEffect, useRef } from 'react';
import type { Comparison, Place } from '../rules';
import type { PageNotice } from './Banner';
import { readHandle, type ChosenFile } from './files';
import type { Opening, OpenWorkbook } from './open-workbook';

/** Between two looks at the time on disk (milliseconds), while the page is in sight. */
const LOOK = 1500;
/** A program may still be writing: so often a file that cannot be read is tried again. */
const TRIES = 4;

interface Means {
  readonly open: OpenWorkbook | null;
  readonly dirty: boolean;
  /** The time on disk that the page knows of; null while it is writing itself. */
  readonly timeOnDisk: () => number | null;
  readonly begin: (file: ChosenFile) => Opening;
  readonly followed: (workbook: OpenWorkbook) => void;
  readonly say: (notice: PageNotice) => void;
}

export function useFollowing(means: Means): void {
  const latest = useRef(means);
  useEffect(() => {
    latest.current = means;
  });
  const { open } = means;
  useEffect(() => {
    const handle = open?.file.handle;
    if (!open || !handle) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false,
      failed = 0,
      told = 0;
    const again = (): void => {
      if (!isOver)
        timer = setTimeout(() => {
          void look();
        }, LOOK);
    };
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      try {
        const before = latest.current.timeOnDisk();
        const { lastModified } = await handle.getFile();
        const { dirty, timeOnDisk, say } = latest.current;
        const known = timeOnDisk();
        // What the page has saved meanwhile is no change from outside.
        if (isOver || known === null || known !== before || lastModified === known) return again();
        if (!dirty) await read(handle, lastModified);
        else if (told !== lastModified) {
          told = lastModified;
          say({ kind: 'changedOutside', file: open.file.name });
        }
        again();
      } catch {
        // Taken away, moved, or no longer allowed: the workbook on the page stays as it is.
        if (!isOver) latest.current.say({ kind: 'followLost', file: open.file.name });
      }
    };
    const read = async (from: FileSystemFileHandle, lastModified: number): Promise<void> => {
      const result = await latest.current.begin(await readHandle(from)).done;
      const { dirty, followed, say } = latest.current;
      if (isOver || dirty) {
        if (result.ok) result.value.close();
        return;
      }
      if (!result.ok) {
        failed += 1;
        if (failed !== TRIES || told === lastModified) return;
        told = lastModified;
        say({ kind: 'problem', problem: result.error });
        return;
      }
      say(await changeNotice(open, result.value));
      followed(result.value);
    };
    const onSight = (): void => {
      void look();
    };
    again();
    document.addEventListener('visibilitychange', onSight);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [open]);
}

/** What the file says now that it did not say before; of another bloc it is only said that it is another one. */
async function changeNotice(before: OpenWorkbook, after: OpenWorkbook): Promise<PageNotice> {
  const file = after.file.name;
  const [was, is] = [before.session.state().judgement, after.session.state().judgement];
  if (!was || !is) return { kind: 'followed', file, places: [] };
  const bloc = is.book.info.name;
  if (was.book.info.name !== bloc || was.book.info.year !== is.book.info.year)
    return { kind: 'followedOther', file, bloc };
  const { compareWorkbooks } = await import('../workbook/compare-workbooks');
  return { kind: 'followed', file, places: placesOf(compareWorkbooks(was, is)) };
}

const placesOf = ({ inputs }: Comparison): readonly Place[] => inputs.flatMap(({ place }) => place ?? []);
