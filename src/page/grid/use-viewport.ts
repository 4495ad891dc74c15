/** Where the window over the grid stands, and which rows and columns it shows. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { visibleRange, type Axis, type SheetLayout } from './layout';
import { isShown } from './selection';
import type { Spot } from './spot';

export const HEAD_HEIGHT = 24;
export const ROW_NAME_WIDTH = 44;
/** Rows and columns drawn beyond the window, so that slow scrolling shows no gaps. */
const OVERSCAN = 120;

/** Where the window stands, known without asking the browser: asking makes it lay out everything at once. */
export interface Exact {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}
export type ExactRef = React.MutableRefObject<Exact | null>;

const measured = ({
  scrollTop: top,
  scrollLeft: left,
  clientWidth: width,
  clientHeight: height,
}: HTMLElement): Exact => ({ top, left, width, height });

export interface Viewport {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
}

/** The scrolled window, in steps: it changes state only when new rows or columns come near. */
export function useViewport(scroller: React.RefObject<HTMLDivElement | null>): {
  readonly view: Viewport;
  readonly exact: ExactRef;
} {
  const exact: ExactRef = useRef<Exact | null>(null);
  const [view, setView] = useState<Viewport>({ top: 0, bottom: 900, left: 0, right: 1400, width: 900, height: 700 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      exact.current = measured(element);
      const { top, left, width, height } = exact.current;
      const snap = (value: number) => Math.max(0, Math.floor(value / OVERSCAN) * OVERSCAN);
      const next = {
        top: snap(top - OVERSCAN),
        bottom: snap(top + height + 2 * OVERSCAN),
        left: snap(left - OVERSCAN),
        right: snap(left + width + 2 * OVERSCAN),
        width,
        height,
      };
      setView((old) =>
        old.top === next.top &&
        old.bottom === next.bottom &&
        old.left === next.left &&
        old.right === next.right &&
        old.width === next.width &&
        old.height === next.height
          ? old
          : next,
      );
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller]);
  return { view, exact };
}

/**
 * Frozen entries and the active one always, then those in the window; hidden ones never. The active
 * cell takes what is typed: it must be there before the browser tells of scrolling, and after one has
 * scrolled away.
 */
export function useDrawn(axis: Axis, start: number, end: number, active: number): readonly number[] {
  const { first, last } = visibleRange(axis, start, end);
  const isAlone = active >= axis.frozen && active < axis.count && (active < first || active > last);
  const alone = isAlone ? active : null;
  return useMemo(() => {
    const indexes: number[] = [];
    const draw = (index: number): void => {
      if (isShown(axis, index)) indexes.push(index);
    };
    for (let index = 0; index < axis.frozen; index++) draw(index);
    if (alone !== null && alone < first) draw(alone);
    for (let index = first; index <= last; index++) draw(index);
    if (alone !== null && alone > last) draw(alone);
    return indexes;
  }, [axis, first, last, alone]);
}

export const gap = (axis: Axis, previous: number | undefined, index: number): number =>
  (axis.edges[index] ?? 0) - (previous === undefined ? 0 : (axis.edges[previous + 1] ?? 0));

export function bringIntoView(
  element: HTMLDivElement | null,
  exact: ExactRef,
  layout: SheetLayout,
  { row, column }: Spot,
): void {
  if (!element) return;
  const now = exact.current ?? measured(element);
  const top = scrollFor(layout.rows, row, now.top, now.height - HEAD_HEIGHT);
  const left = scrollFor(layout.columns, column, now.left, now.width - ROW_NAME_WIDTH);
  if (top !== now.top) element.scrollTop = top;
  if (left !== now.left) element.scrollLeft = left;
  exact.current = { ...now, top, left };
}

function scrollFor(axis: Axis, index: number, scroll: number, room: number): number {
  if (index < axis.frozen) return scroll;
  const frozen = axis.edges[axis.frozen] ?? 0;
  const start = (axis.edges[index] ?? 0) - frozen;
  const end = (axis.edges[index + 1] ?? 0) - frozen;
  if (start < scroll) return start;
  return end > scroll + room - frozen ? end - (room - frozen) : scroll;
}
