import TestSequencer from '@jest/test-sequencer';

/** Files that take minutes, the longest first: begun last, each would run alone while every other core waits. */
const LONG = ['test/two-worlds/two-worlds', 'test/tally-proof/even-batches', 'test/tally-proof/odd-batches', 'test/two-worlds/not-blind', 'test/two-worlds/examined-documents'];

/** Begins with the files that take longest; the rest as Jest would run them. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ path }) {
  const place = LONG.findIndex((long) => path.endsWith(`${long}.test.ts`));
  return place === -1 ? LONG.length : place;
}
