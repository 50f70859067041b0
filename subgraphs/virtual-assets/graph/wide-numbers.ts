const WORDS = 4;
const WORD = 2n ** 64n;

/** Numbers of 256 bits in four words each, smallest first. */
export function writeWide(words: BigUint64Array, index: number, value: bigint): void {
  let rest = value;
  for (let word = 0; word < WORDS; word += 1) {
    words[index * WORDS + word] = rest % WORD;
    rest /= WORD;
  }
}

export function readWide(words: BigUint64Array, index: number): bigint {
  let value = 0n;
  for (let word = WORDS - 1; word >= 0; word -= 1) value = value * WORD + (words[index * WORDS + word] ?? 0n);
  return value;
}
