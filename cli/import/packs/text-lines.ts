import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A line of a file, counted from 1, and how much of the file was read for it. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
  readonly bytes: number;
}

/** A pack that cannot be read to its end. Entries before the fault have been handed out. */
export class PackFileError extends Error {
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file} ${problem}`, options);
    this.name = 'PackFileError';
  }
}

/** No entry is this long; a file without line breaks would be one. */
const LONGEST_LINE = 1_000_000;

/** The lines of a UTF-8 file, unpacked where it ends in `.gz`, read as they are asked for. */
export async function* textLines(file: string): AsyncGenerator<TextLine> {
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  const text: Readable = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  source.on('error', (fault) => text.destroy(fault));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [rest, line] = ['', 0];
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
      rest = lines.pop() ?? '';
      for (const one of lines) yield { line: (line += 1), text: one.endsWith('\r') ? one.slice(0, -1) : one, bytes: source.bytesRead };
      if (rest.length > LONGEST_LINE) throw new PackFileError(file, `has a line of more than ${LONGEST_LINE} characters: line ${line + 1}.`);
    }
    rest += decoder.decode();
    if (rest !== '') yield { line: line + 1, text: rest, bytes: source.bytesRead };
  } catch (fault) {
    const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : null;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new PackFileError(file, `is not in UTF-8, after line ${line}: save it as UTF-8.`, { cause: fault });
    if (typeof code === 'string' && code.startsWith('Z_')) throw new PackFileError(file, 'cannot be unpacked: it is damaged, or not gzip.', { cause: fault });
    throw fault;
  } finally {
    source.destroy();
  }
}
