/** What the store's thread is started with. */
export interface WorkerOptions {
  readonly dataFile: string;
  readonly socketPath: string;
  readonly durable: boolean;
}

/** What the starter asks of the thread. */
export type WorkerRequest = { readonly kind: 'examined'; readonly id: number } | { readonly kind: 'stop' };

/** What the thread tells. */
export type WorkerReport =
  | { readonly kind: 'listening' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'examined'; readonly id: number; readonly count: number }
  | { readonly kind: 'fault'; readonly description: string };
