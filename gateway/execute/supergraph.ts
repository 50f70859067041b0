import { buildASTSchema, isTypeDefinitionNode, Kind, parse, visit, type ASTNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { typeConditions, type MeetsCondition } from './type-conditions.js';

export interface Supergraph {
  readonly sdl: string;
  /** What callers see. */
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: readonly string[];
  readonly meets: MeetsCondition;
}

/** Directives that promise a protection or a value which no engine we know, this one included, provides. */
const NOT_ENFORCED = new Set(['authenticated', 'requiresScopes', 'policy', 'join__directive', 'context', 'fromContext']);

/**
 * Reads a supergraph. The planner accepts any SDL and plans nonsense for it, so what is no supergraph, and what
 * promises more than is kept, is refused here.
 */
export function readSupergraph(sdl: string, consumerSdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const subgraphs = subgraphsOf(document);
  if (subgraphs.length === 0) throw new TypeError('The supergraph names no subgraph. Is this the output of composition?');
  refuseUnkeptPromises(document);
  return {
    sdl,
    subgraphs,
    apiSchema: apiSchemaOf(consumerSdl),
    meets: typeConditions(buildASTSchema(document, { assumeValid: true, assumeValidSDL: true })),
  };
}

function subgraphsOf(document: DocumentNode): string[] {
  const names: string[] = [];
  visit(document, {
    EnumTypeDefinition: (node) => (node.name.value === 'join__Graph' ? undefined : false),
    EnumValueDefinition({ directives = [] }) {
      const graph = directives.find(({ name }) => name.value === 'join__graph');
      const name = graph?.arguments?.find((argument) => argument.name.value === 'name')?.value;
      if (name?.kind === Kind.STRING) names.push(name.value);
    },
  });
  return names;
}

function refuseUnkeptPromises(document: DocumentNode): void {
  visit(document, {
    Directive({ name }) {
      if (!NOT_ENFORCED.has(name.value)) return;
      throw new TypeError(`The supergraph uses @${name.value}, which this gateway does not enforce.`);
    },
  });
}

/** The planner prints introspection fields and the machinery of composition into the schema that it offers to callers. */
function apiSchemaOf(consumerSdl: string): GraphQLSchema {
  const document = visit(parse(consumerSdl, { noLocation: true }), {
    FieldDefinition: ({ name }) => (name.value.startsWith('__') ? null : undefined),
    enter: (node) => (isMachinery(node) ? null : undefined),
  });
  return buildASTSchema(document, { assumeValidSDL: true });
}

function isMachinery(node: ASTNode): boolean {
  return isTypeDefinitionNode(node) && /^(?:join|link|context|core)__/.test(node.name.value);
}
