import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';
import { rootFieldNames } from '../execute/root-fields.js';

/** Questions about the schema are answered by the gateway, others by subgraphs: one operation asks one kind. */
export function introspectionStandsAlone(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const names = rootFieldNames(operation, context.getDocument()).filter((name) => name !== '__typename');
      const about = names.filter((name) => name === '__schema' || name === '__type');
      if (about.length === 0 || about.length === names.length) return;
      context.reportError(
        new GraphQLError('Ask about the schema in an operation of its own.', { nodes: operation }),
      );
    },
  };
}
