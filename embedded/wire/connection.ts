import type { Socket } from 'node:net';
import type { ServerState } from '../commands/command.js';
import { runCommand } from '../commands/run-command.js';
import type { Message } from './message.js';
import { LARGEST_MESSAGE, parseMessage, replyBytes } from './message.js';

/** One client: its messages are answered one after the other, in the order they came. */
export class Connection {
  private readonly socket: Socket;
  private readonly state: ServerState;
  private readonly reportFault: (fault: unknown) => void;
  private received: Buffer[] = [];
  private receivedBytes = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(socket: Socket, state: ServerState, reportFault: (fault: unknown) => void) {
    this.socket = socket;
    this.state = state;
    this.reportFault = reportFault;
    socket.on('data', (chunk) => {
      this.receive(chunk);
    });
    // A client that goes away in the middle is no fault of the server.
    socket.on('error', () => socket.destroy());
  }

  /** Resolves when the command in hand has been answered. */
  async close(): Promise<void> {
    this.socket.pause();
    await this.running;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received.push(chunk);
    this.receivedBytes += chunk.length;
    for (let bytes = this.nextMessage(); bytes !== undefined; bytes = this.nextMessage()) {
      const message = this.parse(bytes);
      if (message === undefined) return;
      this.running = this.running.then(() => this.answer(message));
    }
  }

  private nextMessage(): Buffer | undefined {
    if (this.receivedBytes < 4) return undefined;
    const length = this.peekLength();
    if (length < 16 || length > LARGEST_MESSAGE) {
      this.socket.destroy();
      return undefined;
    }
    if (this.receivedBytes < length) return undefined;
    const bytes = this.received.length === 1 ? (this.received[0] ?? Buffer.alloc(0)) : Buffer.concat(this.received);
    const rest = bytes.subarray(length);
    this.received = rest.length > 0 ? [rest] : [];
    this.receivedBytes = rest.length;
    return bytes.subarray(0, length);
  }

  private peekLength(): number {
    const [first] = this.received;
    if (first !== undefined && first.length >= 4) return first.readInt32LE(0);
    this.received = [Buffer.concat(this.received)];
    return this.received[0]?.readInt32LE(0) ?? 0;
  }

  private parse(bytes: Buffer): Message | undefined {
    try {
      return parseMessage(bytes);
    } catch {
      // Bytes that are no message leave no place to go on from.
      this.socket.destroy();
      return undefined;
    }
  }

  private async answer(message: Message): Promise<void> {
    const reply = await runCommand(message.command, this.state, this.reportFault);
    if (message.answered && !this.socket.destroyed) this.socket.write(replyBytes(message, reply));
  }
}
