import type { Line } from './battery/run-battery.js';

const AROUND = 160;
const MOST = 5;

/** Where two accounts of the same questions part, in words short enough to read. */
export function differences(without: readonly Line[], withIt: readonly Line[], most = MOST): string[] {
  const found: string[] = [];
  for (let index = 0; index < Math.max(without.length, withIt.length) && found.length < most; index += 1) {
    const [a, b] = [without[index], withIt[index]].map((line) => line && { ...line, answer: withoutDrawnIds(line.answer) });
    if (a === undefined || a.name !== b?.name) return [...found, `The questions part at ${index}: ${String(a?.name)} | ${String(b?.name)}`];
    if (a.answer !== b.answer) found.push(`${a.name}\n  without: ${apart(a.answer, b.answer)}\n  with:    ${apart(b.answer, a.answer)}`);
    else if (a.examined !== b.examined) found.push(`${a.name}: the store examined ${String(a.examined)} documents without it, ${String(b.examined)} with it`);
  }
  return found;
}

/** Base64url of `["2026-…Z","…"]`, as disclosures are paged by. */
const DISCLOSURE_CURSOR = /WyIy[A-Za-z0-9_-]{40,}/g;

/**
 * Of two reads in one request the first takes the first random bytes, and a reader who sees more may make one more: so
 * the random id in the cursor of a disclosure may be another one. That it is random is tested with the disclosure log.
 */
function withoutDrawnIds(answer: string): string {
  return answer.replaceAll(DISCLOSURE_CURSOR, (cursor) => {
    const position: unknown = parsed(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(position) && position.length === 2 ? `CURSOR(${String(position[0])})` : cursor;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function apart(text: string, other: string): string {
  const first = [...text].findIndex((character, index) => character !== other[index]);
  const at = first === -1 ? other.length : first;
  return `…${text.slice(Math.max(0, at - AROUND), at + AROUND)}…`;
}
