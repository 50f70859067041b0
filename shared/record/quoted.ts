const LONGEST = 60;

/** What somebody sent, as a message repeats it: its beginning, so that no answer is made long by its question. */
export function quoted(value: string): string {
  return `"${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}"`;
}
