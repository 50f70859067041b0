import type { Source } from '../api/fragments.js';

/** A figure's source among those of its operation, counted from 1 as they are listed. */
export function sourceNumber(source: Source | null, sources: readonly Source[]): number | null {
  if (source === null) return null;
  const place = sources.findIndex(({ title, publisher, date, url }) =>
    title === source.title && publisher === source.publisher && date === source.date && url === source.url);
  return place === -1 ? null : place + 1;
}
