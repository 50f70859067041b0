import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types.js';

/** Documents are checked by the compiler against `schema/api.graphql`; `schema-types.d.ts` is generated from it. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    ID: string;
    Date: string;
    DateTimeISO: string;
    /** An exact decimal number as text. It must never pass through a float. */
    Decimal: string;
  };
}>();

export type { ResultOf, VariablesOf, TadaDocumentNode } from 'gql.tada';
