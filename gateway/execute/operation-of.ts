import { getOperationAST, type DocumentNode, type OperationDefinitionNode } from 'graphql';

export function operationOf(document: DocumentNode, operationName?: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new TypeError('The document does not say which operation to run.');
  return operation;
}
