import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { ServerState } from './commands/command.js';
import { CursorTable } from './commands/cursors.js';
import { Storage } from './storage/storage.js';
import { Connection } from './wire/connection.js';
import type { WorkerOptions, WorkerReport, WorkerRequest } from './worker-messages.js';

/** The store's thread: opens the data, listens on the socket, and stops in order when told. */
async function main(options: WorkerOptions): Promise<void> {
  const storage = openStorage(options);
  if (storage === undefined) return;
  const state: ServerState = { storage, cursors: new CursorTable(), examined: { count: 0 } };
  const connections = new Set<Connection>();
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = new Connection(socket, state, reportFault);
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  });
  try {
    await listen(server, options.socketPath);
  } catch (error) {
    await storage.close();
    report({ kind: 'refused', sentence: `The embedded store cannot listen on ${options.socketPath}: ${messageOf(error)}.` });
    return;
  }
  parentPort?.on('message', (request: WorkerRequest) => {
    if (request.kind === 'examined') report({ kind: 'examined', id: request.id, count: state.examined.count });
    else void stop(server, connections, storage);
  });
  report({ kind: 'listening' });
}

function openStorage(options: WorkerOptions): Storage | undefined {
  try {
    return new Storage({ path: options.dataFile, durable: options.durable });
  } catch (error) {
    report({ kind: 'refused', sentence: `The embedded store's data in ${options.dataFile} cannot be read: ${messageOf(error)}.` });
    return undefined;
  }
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, () => {
      // Whoever can open the socket can read every record: nobody but the owner may.
      chmodSync(socketPath, 0o600);
      resolve();
    });
  });
}

/** Commands in hand are answered, everything else is cut, and the data is closed last. */
async function stop(server: Server, connections: ReadonlySet<Connection>, storage: Storage): Promise<void> {
  server.close();
  await Promise.all([...connections].map((connection) => connection.close()));
  await storage.close();
  parentPort?.close();
}

function reportFault(fault: unknown): void {
  report({ kind: 'fault', description: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
}

function report(message: WorkerReport): void {
  parentPort?.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

await main(workerData as WorkerOptions);
