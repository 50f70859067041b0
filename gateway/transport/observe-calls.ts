import type { SubgraphTransport } from './subgraph-transport.js';

export type ObserveCall = (subgraph: string, outcome: 'answered' | 'failed', milliseconds: number) => void;

/** Tells how long each call took and whether there was an answer; nothing of what was asked. */
export function observeCalls(transport: SubgraphTransport, observe: ObserveCall): SubgraphTransport {
  return {
    name: transport.name,
    async execute(request, context) {
      const began = performance.now();
      try {
        const result = await transport.execute(request, context);
        observe(transport.name, 'answered', performance.now() - began);
        return result;
      } catch (fault) {
        observe(transport.name, 'failed', performance.now() - began);
        throw fault;
      }
    },
    close: () => transport.close(),
  };
}
