/** Saving in place or downloading, and whether there is anything to save. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { download } from '../pane/parts/download';
import { changedOnDisk, saveInPlace } from './files';
import type { PageNotice } from './Banner';
import { isDirty, type OpenWorkbook } from './open-workbook';
import { watchOtherTabs } from './other-tabs';

export interface Saving {
  readonly dirty: boolean;
  readonly save: () => void;
  readonly download: () => void;
  /** Asked before a file is overwritten that someone else changed, or that is open in another tab. */
  readonly question: { readonly text: Danger; readonly yes: () => void; readonly no: () => void } | null;
}

type Danger = 'page.changedOnDisk' | 'page.saveElsewhere';

export function useSaving(open: OpenWorkbook | null, say: (notice: PageNotice) => void): Saving {
  const [asking, setAsking] = useState<Danger | null>(null);
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    setElsewhere(false);
    // A sample or a new workbook lies nowhere that another tab could write to.
    return open && open.file.modified > 0
      ? watchOtherTabs(open.file.name, () => {
          setElsewhere(true);
          say({ kind: 'elsewhere' });
        })
      : undefined;
  }, [open, say]);
  const dirty = useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const ends =
          open === null ? [] : [open.session, open.queue, open.onDisk].map((each) => each.subscribe(listener));
        return () => {
          for (const end of ends) end();
        };
      },
      [open],
    ),
    () => open !== null && isDirty(open),
  );

  const overwrite = async () => {
    setAsking(null);
    setElsewhere(false); // told once, until the other tab opens it again
    if (!open?.file.handle) return;
    const { handle, name } = open.file;
    await open.queue.settled();
    const bytes = open.door.bytes();
    try {
      await open.onDisk.write(bytes, () => saveInPlace(handle, bytes));
      say({ kind: 'saved', file: name });
    } catch {
      say({ kind: 'notSaved', file: name });
    }
  };
  const save = async () => {
    const known = open?.onDisk.time() ?? null;
    if (!open?.file.handle || known === null) return;
    const changed = await changedOnDisk(open.file.handle, known).catch(() => false);
    if (changed) setAsking('page.changedOnDisk');
    else if (elsewhere) setAsking('page.saveElsewhere');
    else await overwrite();
  };
  const giveDownload = async () => {
    if (!open) return;
    await open.queue.settled();
    const bytes = open.door.bytes();
    download(open.file.name, bytes);
    // Nobody tells a page whether the download came to an end: it counts as saved once the user has seen the file.
    say({
      kind: 'downloaded',
      file: open.file.name,
      confirm: () => {
        open.onDisk.holds(bytes);
      },
    });
  };
  return {
    dirty,
    save: () => {
      open?.onDisk.inTurn(save);
    },
    download: () => {
      void giveDownload();
    },
    question: asking && {
      text: asking,
      yes: () => {
        open?.onDisk.inTurn(overwrite);
      },
      no: () => {
        setAsking(null);
      },
    },
  };
}
