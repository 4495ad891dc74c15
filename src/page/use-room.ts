/** Which part of the page is in front, and whether one view of the pane has the whole window. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Room } from '../pane/App';

type Front = 'workbook' | 'pane';

interface Desk {
  readonly front: Front;
  readonly setFront: (front: Front) => void;
  readonly room: Room;
}

/** Going back to the workbook, by Escape too, leaves everything in the view as it is. */
export function useRoom(): Desk {
  const [front, bringFront] = useState<Front>('workbook');
  const [isWide, showWide] = useState(false);
  const setWide = useCallback((next: boolean) => {
    showWide(next);
    // In a narrow window another tab of the pane follows it, not the sheet.
    if (next) bringFront('pane');
  }, []);
  const room = useMemo<Room>(() => ({ isWide, setWide }), [isWide, setWide]);
  const setFront = useCallback((next: Front) => {
    if (next === 'workbook') showWide(false);
    bringFront(next);
  }, []);
  useEffect(() => {
    if (!isWide) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      showWide(false);
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
      requestAnimationFrame(focusWhatIsThere);
    };
  }, [isWide]);
  return { front: isWide ? 'pane' : front, setFront, room };
}

/** The focus went with the view, unless another tab or the bar has it: on with the sheet, or where that is not in sight with the pane. */
function focusWhatIsThere(): void {
  if (document.activeElement?.matches('[role="tab"][tabindex="0"], .page-bar *, dialog *') === true) return;
  const places = ['.workbook .grid', '.side [role="tab"][tabindex="0"]'];
  places
    .map((place) => document.querySelector<HTMLElement>(place))
    .find(isShown)
    ?.focus();
}

const isShown = (element: Element | null): boolean => (element?.getClientRects().length ?? 0) > 0;
