/** Keeps unsaved work through a crash, and offers it at the next start. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Preferences } from '../../pane/preferences';
import type { OpenWorkbook } from '../open-workbook';
import { aliveDrafts, holdAlive } from './alive';
import { draftStore, type Draft } from './draft-store';

export interface Recovery {
  /** Left by a tab that is gone; the newest first. */
  readonly offers: readonly Draft[];
  readonly isOn: boolean;
  readonly switchTo: (on: boolean) => void;
  /** It is not wanted, or has been opened again. */
  readonly drop: (draft: Draft) => void;
  readonly wipe: () => void;
}

/** At most so long (milliseconds) after a change it is kept. */
const PAUSE = 300;

/** On file:// other local pages may share the storage: there it begins switched off. */
const isOnAtFirst = (preferences: Preferences, protocol: string): boolean =>
  (preferences.read('drafts') ?? (protocol === 'file:' ? 'off' : 'on')) === 'on';

/** `failed` hears once that the browser keeps nothing. */
export function useRecovery(
  open: OpenWorkbook | null,
  dirty: boolean,
  preferences: Preferences,
  failed: () => void,
): Recovery {
  const store = useMemo(() => draftStore((globalThis as { readonly indexedDB?: IDBFactory }).indexedDB), []);
  const [isOn, setIsOn] = useState(() => isOnAtFirst(preferences, location.protocol));
  const [offers, setOffers] = useState<readonly Draft[]>([]);
  const told = useRef(false);
  /** One after the other: what is removed is not put back by a draft on its way. */
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const id = useMemo(() => (open ? crypto.randomUUID() : null), [open]);

  useEffect(() => {
    let isOver = false;
    void Promise.all([store.list(Date.now()), aliveDrafts()]).then(([drafts, isAlive]) => {
      if (!isOver) setOffers(drafts.filter((draft) => !isAlive(draft.id)));
    });
    return () => {
      isOver = true;
    };
  }, [store]);

  useEffect(() => (id === null ? undefined : holdAlive(id)), [id]);
  // What was saved, or left behind on purpose, is not kept.
  useEffect(
    () =>
      id === null || !dirty
        ? undefined
        : () => {
            last.current = last.current.then(() => store.remove(id));
          },
    [id, dirty, store],
  );
  useEffect(() => {
    if (!open || id === null || !dirty || !isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before: Pick<Draft, 'bytes' | 'typed'> | null = null;
    const keep = (): void => {
      timer = undefined;
      const {
        file: { name, handle, modified, draft: earlier },
        door,
        onDisk,
        queue,
      } = open;
      const draft: Draft = {
        id,
        file: name,
        kept: Date.now(),
        bytes: door.bytes(),
        typed: [...queue.state().pending.values()],
        handle,
        // Saved since by the page itself: that is no change of another program.
        modified: onDisk.time() ?? modified,
      };
      // A verdict is no work: what was wiped meanwhile stays wiped.
      if (
        before?.bytes === draft.bytes &&
        before.typed.length === draft.typed.length &&
        before.typed.every((each, at) => each === draft.typed[at])
      )
        return;
      before = draft;
      last.current = last.current.then(async () => {
        const isKept = await store.put(draft);
        // Only now is the draft that this work was found in no longer needed.
        if (isKept && earlier) await store.remove(earlier.id);
        if (isKept || told.current) return;
        told.current = true;
        failed();
      });
    };
    const soon = (): void => {
      timer ??= setTimeout(keep, PAUSE);
    };
    keep();
    const stop = [open.session.subscribe(soon), open.queue.subscribe(soon)];
    return () => {
      clearTimeout(timer);
      stop.forEach((end) => {
        end();
      });
    };
  }, [open, id, dirty, isOn, store, failed]);

  const drop = useCallback(
    (draft: Draft) => {
      setOffers((all) => all.filter((each) => each.id !== draft.id));
      void store.remove(draft.id);
    },
    [store],
  );
  const wipe = useCallback(() => {
    setOffers([]);
    last.current = last.current.then(() => store.clear());
  }, [store]);
  const switchTo = useCallback(
    (on: boolean) => {
      preferences.write('drafts', on ? 'on' : 'off');
      setIsOn(on);
      if (!on) wipe();
    },
    [preferences, wipe],
  );
  return { offers, isOn, switchTo, drop, wipe };
}
