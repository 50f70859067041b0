import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Makes a table one stop of the Tab key, walked with the arrow keys, Home and End:
 * a table of sixty cells would otherwise be sixty stops.
 */
export function useArrowKeys(table: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const element = table.current;
    if (element === null) return undefined;
    const enter = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement && event.target.matches('[data-cell]')) makeTabStop(element, event.target);
    };
    const walk = (event: KeyboardEvent): void => {
      if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-cell]')) return;
      const next = neighbour(element, event.target, event.key);
      if (next === null) return;
      event.preventDefault();
      next.focus();
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('keydown', walk);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('keydown', walk);
    };
  }, []);
  useEffect(() => {
    const element = table.current;
    if (element?.querySelector('[data-cell][tabindex="0"]') !== null) return;
    const first = element.querySelector<HTMLElement>('[data-cell]');
    if (first !== null) first.tabIndex = 0;
  });
}

function makeTabStop(table: HTMLTableElement, cell: HTMLElement): void {
  for (const other of table.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}

function neighbour(table: HTMLTableElement, from: HTMLElement, key: string): HTMLElement | null {
  const row = from.closest('tr');
  const column = from.closest<HTMLTableCellElement>('td, th');
  if (row === null || column === null) return null;
  const inRow = [...row.querySelectorAll<HTMLElement>('[data-cell]')];
  const rightToLeft = getComputedStyle(table).direction === 'rtl';
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft': {
      const step = (key === 'ArrowRight') === rightToLeft ? -1 : 1;
      return inRow[inRow.indexOf(from) + step] ?? null;
    }
    case 'ArrowDown':
    case 'ArrowUp': {
      const inColumn = [...table.tBodies].flatMap((body) =>
        [...body.rows].flatMap((line) => [...(line.cells[column.cellIndex]?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]));
      return inColumn[inColumn.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)] ?? null;
    }
    case 'Home':
      return inRow[0] ?? null;
    case 'End':
      return inRow.at(-1) ?? null;
    default:
      return null;
  }
}
