import type { Line } from './battery/run-battery.js';

const AROUND = 160;
const MOST = 5;

/** Where two accounts of the same questions part, in words short enough to read. */
export function differences(without: readonly Line[], withIt: readonly Line[], most = MOST): string[] {
  const found: string[] = [];
  for (let index = 0; index < Math.max(without.length, withIt.length) && found.length < most; index += 1) {
    const [a, b] = [without[index], withIt[index]];
    if (a === undefined || a.name !== b?.name) return [...found, `The questions part at ${index}: ${String(a?.name)} | ${String(b?.name)}`];
    if (a.answer !== b.answer) found.push(`${a.name}\n  without: ${apart(a.answer, b.answer)}\n  with:    ${apart(b.answer, a.answer)}`);
    else if (a.examined !== b.examined) found.push(`${a.name}: the store examined ${String(a.examined)} documents without it, ${String(b.examined)} with it`);
  }
  return found;
}

function apart(text: string, other: string): string {
  const first = [...text].findIndex((character, index) => character !== other[index]);
  const at = first === -1 ? other.length : first;
  return `…${text.slice(Math.max(0, at - AROUND), at + AROUND)}…`;
}
