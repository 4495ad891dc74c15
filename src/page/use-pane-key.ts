import { useEffect } from 'react';

/** F6 goes from the workbook to the pane and back, as in Excel. */
export function usePaneKey(bringFront: (front: 'workbook' | 'pane') => void): void {
  useEffect(() => {
    let lastInPane: HTMLElement | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('.side')) lastInPane = target;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const toPane = !document.activeElement?.closest('.side');
      bringFront(toPane ? 'pane' : 'workbook');
      requestAnimationFrame(() => {
        const there = toPane ? lastInPane : document.querySelector<HTMLElement>('.grid');
        (there?.isConnected
          ? there
          : document.querySelector<HTMLElement>('.side .issue-main[tabindex="0"], .side [role="tab"][tabindex="0"]')
        )?.focus();
      });
    };
    addEventListener('focusin', onFocus);
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('focusin', onFocus);
      removeEventListener('keydown', onKeyDown);
    };
  }, [bringFront]);
}
