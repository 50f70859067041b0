import { SingleBar } from 'cli-progress';
import type { ImportCounts } from './import-rows.js';

export interface ImportProgress {
  show(counts: ImportCounts, bytes: number): void;
  end(): void;
}

/** A bar where a person watches; elsewhere a line for every tenth of the file, which a log can keep. */
export function importProgress(output: NodeJS.WriteStream, totalBytes: number): ImportProgress {
  return output.isTTY ? bar(output, totalBytes) : lines(output, totalBytes);
}

function bar(stream: NodeJS.WriteStream, totalBytes: number): ImportProgress {
  const shown = new SingleBar({ stream, format: '{bar} {percentage} % | {words} | {eta_formatted} to go', hideCursor: true, etaBuffer: 100 });
  shown.start(totalBytes, 0, { words: inWords({ recorded: 0, repeated: 0, refused: 0 }) });
  return {
    show(counts, bytes) { shown.update(bytes, { words: inWords(counts) }); },
    end() { shown.stop(); },
  };
}

function lines(output: NodeJS.WriteStream, totalBytes: number): ImportProgress {
  let tenths = 0;
  return {
    show(counts, bytes) {
      const reached = Math.floor((bytes * 10) / Math.max(totalBytes, 1));
      if (reached <= tenths) return;
      tenths = reached;
      output.write(`${reached * 10} %: ${inWords(counts)}\n`);
    },
    end: () => undefined,
  };
}

/** "1,234 recorded, 0 recorded before, 2 refused" */
export function inWords({ recorded, repeated, refused }: ImportCounts): string {
  const number = new Intl.NumberFormat('en');
  return `${number.format(recorded)} recorded, ${number.format(repeated)} recorded before, ${number.format(refused)} refused`;
}
