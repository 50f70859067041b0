import type { ImportCounts } from './import-rows.js';
import { progressOf } from './progress.js';

export interface ImportProgress {
  show(counts: ImportCounts, bytes: number): void;
  end(): void;
}

/** How far an import of records is. */
export function importProgress(output: NodeJS.WriteStream, totalBytes: number): ImportProgress {
  const shown = progressOf(output, totalBytes, inWords({ recorded: 0, repeated: 0, refused: 0 }));
  return {
    show(counts, bytes) { shown.show(inWords(counts), bytes); },
    end() { shown.end(); },
  };
}

/** "1,234 recorded, 0 recorded before, 2 refused" */
export function inWords({ recorded, repeated, refused }: ImportCounts): string {
  const number = new Intl.NumberFormat('en');
  return `${number.format(recorded)} recorded, ${number.format(repeated)} recorded before, ${number.format(refused)} refused`;
}
