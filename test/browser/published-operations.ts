import { readFile } from 'node:fs/promises';

export const PUBLISHED = 'seed/data/published-operations.json';

export interface PublishedFigure {
  country?: string | null;
  countries?: string[];
  measure: string;
  value: number | null;
  currency?: string;
  qualifier: string;
}

export interface PublishedOperation {
  id: string;
  name: string;
  period: unknown;
  figures: PublishedFigure[];
  source: { title: string };
}

export async function publishedOperations(): Promise<PublishedOperation[]> {
  return JSON.parse(await readFile(PUBLISHED, 'utf8')) as PublishedOperation[];
}

export async function publishedOperation(name: string): Promise<PublishedOperation> {
  const found = (await publishedOperations()).find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`${PUBLISHED} holds no operation named ${name}.`);
  return found;
}

export function ofWholeOperation({ figures }: PublishedOperation): PublishedFigure[] {
  return figures.filter((figure) => !figure.country && (figure.countries ?? []).length === 0);
}

/** The number as the page writes it in full. */
export function inFull({ value, currency }: PublishedFigure): string {
  const digits = new Intl.NumberFormat('en-GB').format(value ?? Number.NaN);
  return currency === undefined ? digits : `${currency} ${digits}`;
}
