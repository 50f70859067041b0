import type { SubgraphTransport } from '../transport/subgraph-transport.js';

/** A subgraph that keeps what it hands out: whoever writes to its results fails at once. */
export function frozenTransport(transport: SubgraphTransport): SubgraphTransport {
  return {
    name: transport.name,
    async execute(request, context) {
      const result = await transport.execute(request, context);
      freezeDeeply(result.data);
      return result;
    },
    close: () => transport.close(),
  };
}

export function freezeDeeply<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const child of Object.values(value)) freezeDeeply(child);
  return value;
}
