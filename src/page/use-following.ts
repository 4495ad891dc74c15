/** The page follows the file on disk: saved in another program, it is read again by itself. Only where the browser gave a handle. */
import { useEffect, useRef } from 'react';
import type { Comparison, Place } from '../rules';
import type { PageNotice } from './Banner';
import { readHandle, type ChosenFile } from './files';
import { isDirty, type Opening, type OpenWorkbook } from './open-workbook';

/** Between two looks at the time on disk (milliseconds), while the page is in sight. */
const LOOK = 1500;
/** A program may still be writing: so often a file that cannot be read is tried again. */
const TRIES = 4;

interface Means {
  readonly open: OpenWorkbook | null;
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
        const before = open.onDisk.time();
        const { lastModified } = await handle.getFile();
        const known = open.onDisk.time();
        // What the page has saved meanwhile is no change from outside.
        if (isOver || known === null || known !== before || lastModified === known) return again();
        if (!isDirty(open)) await read(handle, lastModified);
        else if (told !== lastModified) {
          told = lastModified;
          latest.current.say({ kind: 'changedOutside', file: open.file.name });
        }
        again();
      } catch {
        // Taken away, moved, or no longer allowed: the workbook on the page stays as it is.
        if (!isOver) latest.current.say({ kind: 'followLost', file: open.file.name });
      }
    };
    const read = async (from: FileSystemFileHandle, lastModified: number): Promise<void> => {
      const result = await latest.current.begin(await readHandle(from)).done;
      const { followed, say } = latest.current;
      const notice = result.ok ? await changeNotice(open, result.value) : null;
      // What was typed meanwhile is not read over: the next look tells it.
      if (isOver || isDirty(open)) {
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
      if (notice) say(notice);
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
