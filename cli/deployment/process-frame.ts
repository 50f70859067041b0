import { adminRoute, type ReadinessCheck } from '../../shared/http/admin-route.js';
import { nodeHost, type AnsweredRequest } from '../../shared/http/node-host.js';
import { jsonLogger, type JsonLogger } from '../../shared/logging/json-logger.js';
import { ProcessMetrics } from '../../shared/metrics/process-metrics.js';
import type { RequestTokenFault } from '../../shared/request-token/request-token-error.js';
import { FaultLog } from './fault-log.js';
import type { ProcessSettings } from './process-settings.js';

/** What the gateway and every subgraph have around them as processes: a log, numbers, health, and an end in good order. */
export interface ProcessFrame {
  readonly log: JsonLogger;
  readonly metrics: ProcessMetrics;
  readonly observe: (answered: AnsweredRequest) => void;
  readonly onFault: (fault: unknown) => void;
  readonly onRefusedToken: (fault: RequestTokenFault) => void;
  /** From now on the process says that it is ready, while the checks hold. */
  ready(checks: readonly ReadinessCheck[]): void;
  /** To be closed at the end: last opened, first closed. */
  closing(close: () => Promise<void>): void;
  /** Says that it is not ready any more, finishes what is in flight, closes everything. */
  stop(): Promise<void>;
}

const ADMIN_DRAIN_MILLISECONDS = 1_000;

/** Health is answered from the first moment: a process that takes long to open its store lives, and is not ready. */
export async function openProcessFrame(name: string, routes: readonly string[], { adminListen, logLevel }: ProcessSettings): Promise<ProcessFrame> {
  const log = jsonLogger({ process: name, level: logLevel });
  const metrics = new ProcessMetrics(routes);
  const faults = new FaultLog(log);
  const closers: (() => Promise<void>)[] = [];
  let checks: readonly ReadinessCheck[] = [{ name: 'starting', holds: () => false }];
  let stopping: Promise<void> | undefined;

  const onFault = (fault: unknown): void => { faults.note(fault); };
  // Node would print the words of the fault, which may quote a record. What is not known to be whole does not go on.
  process.once('uncaughtException', (cause) => {
    log.error('The process ends on a fault that nobody caught.', { cause });
    process.exit(1);
  });
  const admin = nodeHost({
    route: (request) => adminRoute({ readiness: checks, metrics })(request),
    drainMilliseconds: ADMIN_DRAIN_MILLISECONDS,
    onFault,
  });
  const { url } = await admin.listen(adminListen.port, adminListen.host);
  closers.push(() => admin.stop());
  log.info('Health and metrics are told.', { address: url });

  const close = async (): Promise<void> => {
    for (const next of closers.splice(0).reverse()) await next();
  };
  return {
    log,
    metrics,
    onFault,
    observe(answered) {
      metrics.answered(answered);
      log.request(metrics.routeOf(answered.path), answered);
    },
    onRefusedToken(fault) {
      metrics.refusedToken(fault);
      log.warn('A request between processes was refused.', { fault });
    },
    ready(held) { checks = held; },
    closing(next) { closers.push(next); },
    stop() {
      checks = [{ name: 'stopping', holds: () => false }];
      stopping ??= close();
      return stopping;
    },
  };
}
