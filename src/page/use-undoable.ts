import { useCallback, useSyncExternalStore } from 'react';
import type { Session } from '../pane/session';

/** Whether there is something to undo or to do again; follows a session that may not be there yet. */
export function useUndoable(session: Session | null): { readonly undo: boolean; readonly redo: boolean } {
  const state = useSyncExternalStore(
    useCallback((listener: () => void) => session?.subscribe(listener) ?? (() => undefined), [session]),
    () => session?.state() ?? null,
  );
  return { undo: (state?.undo.length ?? 0) > 0, redo: (state?.redo.length ?? 0) > 0 };
}
