/** What a person at the terminal asked for. */
export interface BenchOptions {
  /** `--records`; null for the bench's usual sizes. */
  readonly records: number | null;
  /** A server to measure over; null for an embedded store of the bench's own. */
  readonly mongodbUri: string | null;
  readonly print: (line: string) => void;
}

/** One question: a module `<question>.bench.ts` exports it as `bench`. */
export interface Bench {
  /** In one sentence, with the target where there is one. */
  readonly asks: string;
  run(options: BenchOptions): Promise<void>;
}
