const LONGEST_TURN_MILLISECONDS = 5;

let turnStarted: number | null = null;

/**
 * Subgraphs in the same process may answer without ever waiting, so that one request after the other would run to
 * its end while thousands wait. Between two fetches a turn that has become long lets the others go first.
 */
export function turnIsLong(): boolean {
  const now = performance.now();
  if (turnStarted === null) {
    turnStarted = now;
    setImmediate(() => {
      turnStarted = null;
    });
    return false;
  }
  return now - turnStarted > LONGEST_TURN_MILLISECONDS;
}

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
