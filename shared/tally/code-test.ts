import type { Dictionary } from './dictionary.js';

const [UNASKED, NO, YES] = [0, 1, 2] as const;

/** A question about the values of one column, asked once for each value. */
export class CodeTest {
  readonly position: number;
  readonly #dictionary: Dictionary;
  readonly #accepts: (value: string | null) => boolean;
  #answers = new Uint8Array(64);

  constructor(position: number, dictionary: Dictionary, accepts: (value: string | null) => boolean) {
    this.position = position;
    this.#dictionary = dictionary;
    this.#accepts = accepts;
  }

  accepts(code: number): boolean {
    const answer = this.#answers[code] ?? UNASKED;
    return answer === UNASKED ? this.#ask(code) : answer === YES;
  }

  #ask(code: number): boolean {
    if (code >= this.#answers.length) {
      const grown = new Uint8Array(Math.max(code + 1, this.#answers.length * 2));
      grown.set(this.#answers);
      this.#answers = grown;
    }
    const accepted = this.#accepts(this.#dictionary.valueOf(code));
    this.#answers[code] = accepted ? YES : NO;
    return accepted;
  }
}
