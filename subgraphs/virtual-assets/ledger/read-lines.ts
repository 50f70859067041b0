/** A line of a file, from 1, without its end; or one that is longer than the reader takes into memory. */
export type Line =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly tooLong: number };

const LINE_FEED = 0x0a;

/**
 * Lines of UTF-8, as many at a time as each piece of the file completes. No line above `maxBytes` is ever held: its
 * bytes are dropped as they come, and the line is told of once it ends. So a row of a gigabyte costs no more than a short one.
 */
export async function* readLines(pieces: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<readonly Line[]> {
  let [held, heldBytes, dropping, line]: [Uint8Array[], number, boolean, number] = [[], 0, false, 0];
  const close = (): Line => {
    line += 1;
    const closed: Line = dropping ? { line, tooLong: maxBytes } : { line, text: textOf(held) };
    [held, heldBytes, dropping] = [[], 0, false];
    return closed;
  };
  const hold = (bytes: Uint8Array): void => {
    if (dropping || bytes.length === 0) return;
    heldBytes += bytes.length;
    if (heldBytes > maxBytes) [held, dropping] = [[], true];
    else held.push(bytes);
  };
  for await (const piece of pieces) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
      hold(piece.subarray(start, end));
      lines.push(close());
      start = end + 1;
    }
    hold(piece.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (heldBytes > 0) yield [close()];
}

function textOf(pieces: readonly Uint8Array[]): string {
  const [first] = pieces;
  if (first === undefined) return '';
  const bytes = pieces.length === 1 ? Buffer.from(first.buffer, first.byteOffset, first.length) : Buffer.concat(pieces);
  const text = bytes.toString('utf8');
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
