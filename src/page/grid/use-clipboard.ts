/** Ctrl+C, Ctrl+X and Ctrl+V of whoever stands in the grid. */
import { useEffect, useRef, type RefObject } from 'react';

/** What a clipboard event brings along; browsers leave the data out only of events that scripts make. */
export interface ClipboardUse {
  readonly data: DataTransfer;
  /** Nothing else happens to the clipboard. */
  readonly take: () => void;
}

type Kind = 'copy' | 'cut' | 'paste';

/**
 * Listens at the document: where no text is selected Firefox sends these events to the body, whatever has the focus.
 * `hear` is asked only while the grid has it.
 */
export function useClipboard(grid: RefObject<HTMLElement | null>, hear: (kind: Kind, use: ClipboardUse) => void): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      const { clipboardData: data } = event;
      if (data === null || grid.current === null || document.activeElement !== grid.current) return;
      latest.current(event.type as Kind, {
        data,
        take: () => {
          event.preventDefault();
        },
      });
    };
    const kinds: readonly Kind[] = ['copy', 'cut', 'paste'];
    for (const kind of kinds) document.addEventListener(kind, listen);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listen);
    };
  }, [grid]);
}
