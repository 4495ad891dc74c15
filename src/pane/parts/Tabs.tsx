/** Tabs by the ARIA pattern: arrows move, the chosen one is in the tab order. Fluent's TabList costs 23 KB. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
}

interface Props {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly children: ReactNode;
}

export function Tabs({ label, items, chosen, onChoose, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex(({ id }) => id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    const item = to === undefined ? undefined : items[(to + items.length) % items.length];
    if (!item) return;
    event.preventDefault();
    onChoose(item.id);
    list.current?.querySelector<HTMLElement>(`#tab-${item.id}`)?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" tabIndex={-1} aria-label={label} className="tabs" onKeyDown={onKeyDown}>
        {items.map(({ id, label: text, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === chosen}
            aria-controls="tab-panel"
            tabIndex={id === chosen ? 0 : -1}
            className="tab"
            onClick={() => {
              onChoose(id);
            }}
          >
            {text}
            {count !== undefined && count > 0 && <span className="tab-count">{count}</span>}
          </button>
        ))}
      </div>
      <div ref={panel} role="tabpanel" id="tab-panel" aria-labelledby={`tab-${chosen}`} tabIndex={-1} className="panel">
        {children}
      </div>
    </>
  );
}

/** When what has the focus goes away with its work done, the focus stays in the panel instead of falling to the page. */
function useKeptFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    let last: EventTarget | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      last = target;
    };
    const observer = new MutationObserver(() => {
      if (last instanceof HTMLElement && !last.isConnected && document.activeElement === document.body) element.focus();
    });
    element.addEventListener('focusin', onFocus);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, [panel]);
}
