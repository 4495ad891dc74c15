/** Saving in place or downloading, and whether there is anything to save. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { download } from '../pane/parts/download';
import { changedOnDisk, saveInPlace } from './files';
import type { PageNotice } from './Banner';
import type { OpenWorkbook } from './open-workbook';
import { watchOtherTabs } from './other-tabs';

export interface Saving {
  readonly dirty: boolean;
  /** The time on disk that is known at this very moment, not at the last picture; null while the page itself is writing. */
  readonly timeOnDisk: () => number | null;
  readonly save: () => void;
  readonly download: () => void;
  /** Asked before a file is overwritten that someone else changed, or that is open in another tab. */
  readonly question: { readonly text: Danger; readonly yes: () => void; readonly no: () => void } | null;
}

/** What is on disk, as far as the page knows; a new workbook is nowhere. */
const storedOf = ({ file }: OpenWorkbook): Uint8Array | null => (file.isNew || file.draft ? null : file.bytes);

type Danger = 'page.changedOnDisk' | 'page.saveElsewhere';

export function useSaving(open: OpenWorkbook | null, say: (notice: PageNotice) => void): Saving {
  // Beside the workbook it is of: what was saved of one says nothing of the next, not even while that is being shown.
  const [saved, setSaved] = useState<{ readonly of: OpenWorkbook; readonly bytes: Uint8Array } | null>(null);
  const [asking, setAsking] = useState<Danger | null>(null);
  const [elsewhere, setElsewhere] = useState(false);
  const written = useRef<{ readonly of: OpenWorkbook; readonly modified: number | null } | null>(null);
  const turn = useRef(Promise.resolve());
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
  const stored = saved && saved.of === open ? saved.bytes : open && storedOf(open);
  const typed = useSyncExternalStore(
    useCallback((listener: () => void) => open?.queue.subscribe(listener) ?? (() => undefined), [open]),
    () => (open?.queue.state().pending.size ?? 0) > 0,
  );
  const dirty = (bytes !== null && bytes !== stored) || typed;

  const timeOnDisk = (): number | null =>
    written.current?.of === open ? written.current.modified : (open?.file.modified ?? 0);
  const overwrite = async () => {
    setAsking(null);
    setElsewhere(false); // told once, until the other tab opens it again
    if (!open?.file.handle) return;
    await open.queue.settled();
    const bytes = open.door.bytes();
    const before = timeOnDisk();
    written.current = { of: open, modified: null };
    try {
      const modified = await saveInPlace(open.file.handle, bytes);
      written.current = { of: open, modified };
      setSaved({ of: open, bytes });
      say({ kind: 'saved', file: open.file.name });
    } catch {
      written.current = { of: open, modified: before };
      say({ kind: 'notSaved', file: open.file.name });
    }
  };
  const save = async () => {
    const known = timeOnDisk();
    if (!open?.file.handle || known === null) return;
    const changed = await changedOnDisk(open.file.handle, known).catch(() => false);
    if (changed) setAsking('page.changedOnDisk');
    else if (elsewhere) setAsking('page.saveElsewhere');
    else await overwrite();
  };
  // One after the other: what was typed while it wrote is saved by the next press.
  const inTurn = (work: () => Promise<void>): void => {
    turn.current = turn.current.then(work);
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
        setSaved({ of: open, bytes });
      },
    });
  };
  return {
    dirty,
    timeOnDisk,
    save: () => {
      inTurn(save);
    },
    download: () => {
      void giveDownload();
    },
    question: asking && {
      text: asking,
      yes: () => {
        inTurn(overwrite);
      },
      no: () => {
        setAsking(null);
      },
    },
  };
}
