import type { JSX } from 'preact';
import { exactInstant } from '../format/dates.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';

export const COUNTED_COLUMNS: readonly MessageKey[] = ['counted.from', 'counted.until', 'receipt.id'];

interface Counted {
  readonly id: string;
  readonly countedFrom: string;
  readonly countedUntil: string | null;
}

/** From when to when this version counted, and which record it is of. */
export function CountedCells({ record: { id, countedFrom, countedUntil } }: { record: Counted }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <td><time dateTime={countedFrom}>{exactInstant(countedFrom)}</time></td>
      <td>{countedUntil === null ? t('counted.still') : <time dateTime={countedUntil}>{exactInstant(countedUntil)}</time>}</td>
      <td><code>{id}</code></td>
    </>
  );
}
