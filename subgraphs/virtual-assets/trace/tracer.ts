import { createHash } from 'node:crypto';
import { BoundedCache } from '../../../shared/caching/bounded-cache.js';
import { CodedError } from '../../../shared/errors/coded-error.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { UtxoSource } from '../graph/utxo-source.js';
import type { ServiceAddresses } from '../tag/service-memory.js';
import type { ReadableTag, TagStore } from '../tag/tag.store.js';
import { parametersOf } from './describe-utxo-trace.js';
import { SERVICE_CATEGORIES } from './service-categories.js';
import { traceUtxo } from './trace-utxo.js';
import type { TraceQuestion } from './trace-question.js';
import type { TaintedOutput, UtxoTrace } from './utxo-trace.js';

/** An address at which a trace stopped, with the tags that say that it belongs to a service. */
export interface ServiceStop {
  readonly address: string;
  readonly tags: readonly ReadableTag[];
  readonly outputs: readonly TaintedOutput[];
}

/** A trace as one reader sees it. */
export interface ReadTrace {
  readonly source: UtxoSource;
  readonly trace: UtxoTrace;
  /** By address. */
  readonly stops: readonly ServiceStop[];
  readonly dataVersion: string;
}

type Tags = Pick<TagStore, 'serviceAddresses' | 'forgetServices' | 'findReadable'>;

/** Traces are turned page by page: the last ones are kept. */
const KEPT_TRACES = 4;
const ATTEMPTS = 3;

/**
 * Traces for readers. Where a trace stops at a service follows from the tags that its reader may read, and the tags at
 * which it really stopped are disclosed and shown with it.
 *
 * The data version is that of the public ledger and, behind a point, the SHA-256 of the stops: each address with id,
 * category, concepts and actor of its tags. It is made of nothing but what the answer shows, so it tells no more than the
 * answer does: a tag that the reader may not read, or that the trace did not meet, changes no byte of it. Together with
 * the parameters it decides every byte of the trace: any two readers who see the same stops have the same version.
 */
export class Tracer {
  readonly #tags: Tags;
  readonly #kept = new BoundedCache<{ readonly source: UtxoSource; readonly services: ServiceAddresses; readonly trace: UtxoTrace }>(KEPT_TRACES);

  constructor(tags: Tags) {
    this.#tags = tags;
  }

  /** Throws UNAVAILABLE where tags keep changing meanwhile. */
  async trace(viewer: Viewer, source: UtxoSource, question: TraceQuestion): Promise<ReadTrace> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const services = await this.#tags.serviceAddresses(viewer, source.evidence.network);
      const trace = this.#run(source, services, question);
      const stops = await this.#stopsOf(viewer, source, services, trace);
      if (stops !== null) return { source, trace, stops, dataVersion: `${source.evidence.dataVersion}.${versionOf(stops)}` };
      this.#tags.forgetServices(viewer);
    }
    throw new CodedError('UNAVAILABLE', 'The tags that say where the trace stops change too fast to answer: ask again.');
  }

  #run(source: UtxoSource, services: ServiceAddresses, question: TraceQuestion): UtxoTrace {
    const key = JSON.stringify(parametersOf(question));
    const kept = this.#kept.get(key);
    if (kept?.source === source && kept.services === services) return kept.trace;
    const trace = traceUtxo(source, question, (address) => services.has(address));
    this.#kept.set(key, { source, services, trace });
    return trace;
  }

  /** Null where a tag on which a stop rests is no longer there for this reader, or says something else by now. */
  async #stopsOf(viewer: Viewer, source: UtxoSource, services: ServiceAddresses, trace: UtxoTrace): Promise<ServiceStop[] | null> {
    const stopped = new Map<string, TaintedOutput[]>();
    for (const tainted of trace.outputs) {
      if (tainted.end !== 'SERVICE') continue;
      const address = source.address(source.addressOf(tainted.output));
      const there = stopped.get(address);
      if (there === undefined) stopped.set(address, [tainted]);
      else there.push(tainted);
    }
    const ids = [...stopped.keys()].flatMap((address) => services.get(address) ?? []);
    if (ids.length === 0) return [];
    const found = new Map((await this.#tags.findReadable(viewer, ids)).map((tag) => [tag.record._id, tag]));
    const stops: ServiceStop[] = [];
    for (const [address, outputs] of [...stopped].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const tags = (services.get(address) ?? []).flatMap((id) => found.get(id) ?? []);
      if (tags.length !== services.get(address)?.length || !tags.every((tag) => speaksOfService(tag, address))) return null;
      stops.push({ address, tags, outputs });
    }
    return stops;
  }
}

function speaksOfService({ record }: ReadableTag, address: string): boolean {
  const said = [record.category, ...record.concepts];
  return record.address === address && said.some((code) => code !== null && SERVICE_CATEGORIES.includes(code));
}

function versionOf(stops: readonly ServiceStop[]): string {
  const shown = stops.map(({ address, tags }) => [address, tags.map(({ record }) => [record._id, record.category, record.concepts, record.actor])]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
