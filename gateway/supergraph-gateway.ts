import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { getOperationAST, GraphQLError, type ExecutionResult } from 'graphql';
import type { Executor } from './execute/executor.js';
import type { Supergraph } from './execute/supergraph.js';
import { assertViewer } from '../shared/viewer/viewer.js';
import type { RequestContext } from './transport/subgraph-transport.js';

type GatewayInterface = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
type SchemaListener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/** Puts our executor where ApolloServer expects a gateway. The supergraph never changes while it runs. */
export function supergraphGateway(supergraph: Supergraph, executor: Executor, close: () => Promise<void>): GatewayInterface {
  const listeners = new Set<SchemaListener>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    load() {
      for (const listener of listeners) {
        listener({ apiSchema: supergraph.apiSchema, coreSupergraphSdl: supergraph.sdl });
      }
      return Promise.resolve({ executor: (request) => execute(executor, request) });
    },
    stop: close,
  };
}

function execute(executor: Executor, request: Parameters<GatewayExecutor>[0]): Promise<ExecutionResult> {
  const { document, source } = request;
  const { operationName = null, variables } = request.request;
  // ApolloServer makes a refusal of its own of this.
  if (!getOperationAST(document, operationName)) return Promise.resolve({ errors: [new GraphQLError('The document has no such operation.')] });
  const context = request.context as RequestContext;
  // The type of the context is lost on its way through ApolloServer.
  assertViewer(context.viewer);
  return executor.execute({ source, document, operationName, variables }, context);
}
