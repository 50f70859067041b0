import { Worker } from 'node:worker_threads';
import { EmbeddedStoreError } from './embedded-store-error.js';
import type { WorkerOptions, WorkerReport, WorkerRequest } from './worker-messages.js';

/** The starter's end of the store's thread. */
export class StoreThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve: (count: number) => void; reject: (reason: Error) => void }>();
  private readonly ended: Promise<void>;
  private lastId = 0;

  private constructor(worker: Worker) {
    this.worker = worker;
    worker.on('message', (report: WorkerReport) => {
      this.receive(report);
    });
    // Without a listener a fault of the thread would end the process that started it; clients see their connections close.
    worker.on('error', (fault) => {
      this.receive({ kind: 'fault', description: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
    });
    this.ended = new Promise((resolve) => {
      worker.on('exit', () => {
        for (const { reject } of this.waiting.values()) reject(new EmbeddedStoreError('The embedded store has stopped.'));
        this.waiting.clear();
        resolve();
      });
    });
  }

  /** Resolves when clients can connect. */
  static async start(options: WorkerOptions): Promise<StoreThread> {
    const worker = new Worker(threadFile(), { workerData: options, name: 'embedded-store' });
    const thread = new StoreThread(worker);
    await started(worker);
    // The store must not keep a process alive whose own work is done.
    worker.unref();
    return thread;
  }

  examinedDocuments(): Promise<number> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ kind: 'examined', id });
    });
  }

  async stop(): Promise<void> {
    this.worker.ref();
    this.send({ kind: 'stop' });
    await this.ended;
  }

  /** Also when the thread has ended already. */
  onExit(listener: () => void): void {
    void this.ended.then(listener);
  }

  private send(request: WorkerRequest): void {
    this.worker.postMessage(request);
  }

  private receive(report: WorkerReport): void {
    if (report.kind === 'fault') process.stderr.write(`embedded store: ${report.description}\n`);
    if (report.kind !== 'examined') return;
    this.waiting.get(report.id)?.resolve(report.count);
    this.waiting.delete(report.id);
  }
}

/** Beside this file lies either the built thread or, in a checkout, its TypeScript source and what loads it. */
function threadFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './transpiling-worker.mjs' : './store-worker.js', import.meta.url);
}

function started(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', (cause) => {
      reject(new EmbeddedStoreError(`The embedded store could not start: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause }));
    });
    worker.once('exit', () => {
      reject(new EmbeddedStoreError('The embedded store stopped while it was starting.'));
    });
    worker.on('message', (report: WorkerReport) => {
      if (report.kind === 'listening') resolve();
      if (report.kind === 'refused') reject(new EmbeddedStoreError(report.sentence));
    });
  });
}
