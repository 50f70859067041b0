import { SingleBar } from 'cli-progress';

export interface Progress {
  /** How much was read of the file, and what became of it in words. */
  show(words: string, bytes: number): void;
  end(): void;
}

/** A bar where a person watches; elsewhere a line for every tenth of the file, which a log can keep. */
export function progressOf(output: NodeJS.WriteStream, totalBytes: number, begin: string): Progress {
  return output.isTTY ? bar(output, totalBytes, begin) : lines(output, totalBytes);
}

function bar(stream: NodeJS.WriteStream, totalBytes: number, begin: string): Progress {
  const shown = new SingleBar({ stream, format: '{bar} {percentage} % | {words} | {eta_formatted} to go', hideCursor: true, etaBuffer: 100 });
  shown.start(totalBytes, 0, { words: begin });
  return {
    show(words, bytes) { shown.update(bytes, { words }); },
    end() { shown.stop(); },
  };
}

function lines(output: NodeJS.WriteStream, totalBytes: number): Progress {
  let tenths = 0;
  return {
    show(words, bytes) {
      const reached = Math.floor((bytes * 10) / Math.max(totalBytes, 1));
      if (reached <= tenths) return;
      tenths = reached;
      output.write(`${String(reached * 10)} %: ${words}\n`);
    },
    end: () => undefined,
  };
}
