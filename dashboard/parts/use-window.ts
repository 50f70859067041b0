import { defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, Virtualizer, type Range, type VirtualItem } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface WindowOptions {
  readonly count: number;
  /** About how high a row is before it was measured, in pixels. */
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** A row that stays although it is out of sight: the one that holds the focus, which would otherwise be lost. */
  readonly kept: RefObject<number | null>;
}

export interface RowWindow {
  readonly rows: readonly VirtualItem[];
  readonly height: number;
  /** Give it to each row, so that its real height is known. */
  readonly measure: (row: HTMLElement | null) => void;
}

const ROWS_BEYOND_SIGHT = 8;

/** Only rows in sight are elements of the page: thousands of them scroll as lightly as fifty. */
export function useWindow({ count, rowHeight, scroller, kept }: WindowOptions): RowWindow {
  const [, redraw] = useReducer((drawn: number, _: null) => drawn + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: ROWS_BEYOND_SIGHT,
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept.current, range.count),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  return { rows: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize(), measure: virtualizer.measureElement };
}

function withKept(range: number[], kept: number | null, count: number): number[] {
  if (kept === null || kept >= count || range.includes(kept)) return range;
  return [...range, kept].sort((a, b) => a - b);
}
