/** Each circle of modules that need one another to load, once, as the path around it. */
export function importCycles(needs: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      cycles.push([...path.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    for (const needed of needs.get(file) ?? []) walk(needed, [...path, file]);
    done.add(file);
  };
  for (const file of needs.keys()) walk(file, []);
  return cycles;
}
