/** Saving in place or downloading, and whether there is anything to save. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { download } from '../pane/parts/download';
import { changedOnDisk, saveInPlace } from './files';
import type { PageNotice } from './Banner';
import type { OpenWorkbook } from './open-workbook';
import { watchOtherTabs } from './other-tabs';

export interface Saving {
  readonly dirty: boolean;
  /** The time on disk that is known. */
  readonly modified: number;
  readonly save: () => void;
  readonly download: () => void;
  /** Asked before a file is overwritten that someone else changed, or that is open in another tab. */
  readonly question: { readonly text: Danger; readonly yes: () => void; readonly no: () => void } | null;
}

/** What is on disk, as far as the page knows; a new workbook is nowhere. */
interface Stored {
  readonly bytes: Uint8Array | null;
  readonly modified: number;
}

const storedOf = ({ file }: OpenWorkbook): Stored => ({
  bytes: file.isNew || file.draft ? null : file.bytes,
  modified: file.modified,
});

type Danger = 'page.changedOnDisk' | 'page.saveElsewhere';

export function useSaving(open: OpenWorkbook | null, say: (notice: PageNotice) => void): Saving {
  // Beside the workbook it is of: what was saved of one says nothing of the next, not even while that is being shown.
  const [saved, setSaved] = useState<{ readonly of: OpenWorkbook; readonly stored: Stored } | null>(null);
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
  const bytes = useSyncExternalStore(
    useCallback((listener: () => void) => open?.session.subscribe(listener) ?? (() => undefined), [open]),
    () => open?.door.bytes() ?? null,
  );
  const known = saved && saved.of === open ? saved.stored : open && storedOf(open);
  const typed = useSyncExternalStore(
    useCallback((listener: () => void) => open?.queue.subscribe(listener) ?? (() => undefined), [open]),
    () => (open?.queue.state().pending.size ?? 0) > 0,
  );
  const dirty = (bytes !== null && known !== null && bytes !== known.bytes) || typed;

  const overwrite = async () => {
    setAsking(null);
    setElsewhere(false); // told once, until the other tab opens it again
    if (!open?.file.handle) return;
    await open.queue.settled();
    const bytes = open.door.bytes();
    try {
      setSaved({ of: open, stored: { bytes, modified: await saveInPlace(open.file.handle, bytes) } });
      say({ kind: 'saved', file: open.file.name });
    } catch {
      say({ kind: 'notSaved', file: open.file.name });
    }
  };
  const save = async () => {
    if (!open?.file.handle || !known) return;
    const changed = await changedOnDisk(open.file.handle, known.modified).catch(() => false);
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
        setSaved({ of: open, stored: { bytes, modified: known?.modified ?? 0 } });
      },
    });
  };
  return {
    dirty,
    modified: known?.modified ?? 0,
    save: () => {
      void save();
    },
    download: () => {
      void giveDownload();
    },
    question: asking && {
      text: asking,
      yes: () => {
        void overwrite();
      },
      no: () => {
        setAsking(null);
      },
    },
  };
}
