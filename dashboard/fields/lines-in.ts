/** What stands in a text of one entry a line; empty lines are none. */
export function linesIn(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
