import pino, { type DestinationStream } from 'pino';
import type { AnsweredRequest } from '../http/node-host.js';
import { factsOfFault } from './fault-facts.js';
import type { Logger } from './logger.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface JsonLoggerOptions {
  /** Which process writes: "gateway", "arrests". */
  readonly process: string;
  readonly level: LogLevel;
  /** Standard output when left out. */
  readonly destination?: DestinationStream;
}

export interface JsonLogger extends Logger {
  /** One line for each request. */
  request(route: string, answered: AnsweredRequest): void;
}

/** JSON, one line each, for the log of a deployment. Of the details only what is listed here is written. */
export function jsonLogger({ process, level, destination }: JsonLoggerOptions): JsonLogger {
  const log = pino({ level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (name) => ({ level: name }) } }, destination ?? pino.destination({ sync: true }));
  return {
    info: (message, details) => { log.info(written(details), message); },
    warn: (message, details) => { log.warn(written(details), message); },
    error: (message, details) => { log.error(written(details), message); },
    request: (route, { id, status, milliseconds }) => {
      log.info({ request: id, route, status, milliseconds: Math.round(milliseconds * 10) / 10 }, 'answered');
    },
  };
}

/** `reference` is of our own making, `fault` a word of a closed list, `address` our own; a `cause` is reduced to its facts. */
function written(details: Readonly<Record<string, unknown>> = {}): object {
  const { reference, fault, address, cause } = details;
  return {
    ...(typeof reference === 'string' && { reference }),
    ...(typeof fault === 'string' && { fault }),
    ...(typeof address === 'string' && { address }),
    ...(cause !== undefined && { cause: factsOfFault(cause) }),
  };
}
