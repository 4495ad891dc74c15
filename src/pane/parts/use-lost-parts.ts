/** A part of the program that is loaded when it is asked for and does not come: said, whatever asked for it. */
import { useEffect } from 'react';

/** As the bundler names it; views that do not come are said where they would stand. */
const isLostPart = (reason: unknown): boolean => reason instanceof Error && reason.name === 'ChunkLoadError';

/** Calls `say` for each part that was asked for in vain: without network, or after a release that took it away. */
export function useLostParts(say: () => void): void {
  useEffect(() => {
    const hear = (event: PromiseRejectionEvent): void => {
      if (!isLostPart(event.reason)) return;
      event.preventDefault();
      say();
    };
    window.addEventListener('unhandledrejection', hear);
    return () => {
      window.removeEventListener('unhandledrejection', hear);
    };
  }, [say]);
}
