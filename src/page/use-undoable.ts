import { useCallback, useSyncExternalStore } from 'react';
import type { Session } from '../pane/session';

/** Whether there is something to undo or to do again; follows a session that may not be there yet. */
export function useUndoable(session: Session | null): { readonly undo: boolean; readonly redo: boolean } {
  const subscribe = useCallback((listener: () => void) => session?.subscribe(listener) ?? (() => undefined), [session]);
  return {
    undo: useSyncExternalStore(subscribe, () => (session?.state().undo.length ?? 0) > 0),
    redo: useSyncExternalStore(subscribe, () => (session?.state().redo.length ?? 0) > 0),
  };
}
