import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { rootFieldNames } from './root-fields.js';

/** Whether an operation asks about the schema; a validation rule holds that it then asks for nothing else. */
export function asksOnlyAboutSchema(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  return rootFieldNames(operation, document).some((name) => name === '__schema' || name === '__type');
}

/** The planner would ask a subgraph for the type name of the root. */
export function asksOnlyForTypeName({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
}
