import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/**
 * Names with two underscores belong to GraphQL and to the executor: an alias `__typename` on another field would let
 * a caller tell the executor what type an entity is, `__proto__` would speak to JavaScript.
 */
export function reservedAliases(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const alias = node.alias?.value;
      if (alias === undefined || !alias.startsWith('__') || alias === node.name.value) return;
      context.reportError(new GraphQLError('Aliases may not begin with two underscores.', { nodes: node }));
    },
  };
}
