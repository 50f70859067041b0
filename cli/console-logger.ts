import type { Logger } from '../shared/logging/logger.js';

/** Warnings and errors to standard error, one line each; never content of records. */
export const consoleLogger: Logger = {
  info: () => undefined,
  warn: (message, details) => { write('warning', message, details); },
  error: (message, details) => { write('error', message, details); },
};

function write(level: string, message: string, details: Readonly<Record<string, unknown>> = {}): void {
  process.stderr.write(`${level}: ${message} ${JSON.stringify(details)}\n`);
}
