import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** Durations of one thing done many times, in Node's HDR histogram: exact to three digits. */
export class Timings {
  readonly #histogram: RecordableHistogram = createHistogram({ lowest: 1, highest: 3_600_000_000_000, figures: 3 });

  #processorMicroseconds = 0;

  async time<Result>(act: () => Promise<Result>): Promise<Result> {
    const processor = process.cpuUsage();
    const began = process.hrtime.bigint();
    const result = await act();
    this.#histogram.record(process.hrtime.bigint() - began || 1n);
    const { user, system } = process.cpuUsage(processor);
    this.#processorMicroseconds += user + system;
    return result;
  }

  /** Milliseconds of processor time each, those of an embedded store included: what others do on the machine matters less to it. */
  processor(): number {
    return this.#processorMicroseconds / 1e3 / this.#histogram.count;
  }

  /** In milliseconds. */
  percentile(percent: number): number {
    return this.#histogram.percentile(percent) / 1e6;
  }

  toString(): string {
    const shown = ([50, 90, 99] as const).map((percent) => `p${String(percent)} ${milliseconds(this.percentile(percent))}`);
    return `${shown.join('  ')}  max ${milliseconds(this.#histogram.max / 1e6)}  processor ${milliseconds(this.processor())}  (${String(this.#histogram.count)} times)`;
  }
}

/** `before` is not timed. */
export async function times(count: number, act: (turn: number) => Promise<unknown>, before?: (turn: number) => Promise<unknown>): Promise<Timings> {
  const timings = new Timings();
  for (let turn = 0; turn < count; turn += 1) {
    await before?.(turn);
    await timings.time(() => act(turn));
  }
  return timings;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
