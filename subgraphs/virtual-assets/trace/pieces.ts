/**
 * Which base units of an amount are tainted: begin and end of each piece, ascending, apart from each other; begin counts,
 * end does not. Amounts of satoshi are exact as numbers.
 */
export type Pieces = readonly number[];

export const NO_PIECES: Pieces = [];

export function wholePiece(length: number): Pieces {
  return length === 0 ? NO_PIECES : [0, length];
}

export function piecesLength(pieces: Pieces): number {
  let length = 0;
  for (let at = 0; at < pieces.length; at += 2) length += (pieces[at + 1] ?? 0) - (pieces[at] ?? 0);
  return length;
}

/** Adds pieces, moved by `offset`, behind those that a line of amounts has so far. */
export function appendPieces(line: number[], pieces: Pieces, offset: number): void {
  for (let at = 0; at < pieces.length; at += 2) {
    const [begin, end] = [(pieces[at] ?? 0) + offset, (pieces[at + 1] ?? 0) + offset];
    if (line.length > 0 && line[line.length - 1] === begin) line[line.length - 1] = end;
    else line.push(begin, end);
  }
}

/** Cuts a line of amounts into one after the other of these lengths; each gets its pieces, counted from its own begin. */
export function cutPieces(line: Pieces, lengths: readonly number[]): Pieces[] {
  let [at, start] = [0, 0];
  return lengths.map((length) => {
    const end = start + length;
    const cut: number[] = [];
    while (at < line.length && (line[at] ?? 0) < end) {
      const [pieceBegin, pieceEnd] = [line[at] ?? 0, line[at + 1] ?? 0];
      cut.push(Math.max(pieceBegin, start) - start, Math.min(pieceEnd, end) - start);
      if (pieceEnd > end) break;
      at += 2;
    }
    start = end;
    return cut;
  });
}
