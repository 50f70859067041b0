import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isResponseObject, type ResponseObject } from './response-tree.js';
import type { MeetsCondition } from './type-conditions.js';

/** What a subgraph needs to know of an entity to find it; null where the entity does not carry its key. */
export type Represent = (entity: ResponseObject) => ResponseObject | null;

type Project = (source: ResponseObject, into: ResponseObject) => void;

export function compileRepresentation(requires: readonly RequiresSelection[], meets: MeetsCondition): Represent {
  const project = compileSelections(requires, meets);
  return (entity) => {
    const typeName = entity['__typename'];
    if (typeof typeName !== 'string') return null;
    const representation: ResponseObject = { __typename: typeName };
    project(entity, representation);
    return saysMoreThanItsType(representation) ? representation : null;
  };
}

function compileSelections(selections: readonly RequiresSelection[], meets: MeetsCondition): Project {
  const projections = selections.map((selection) => compileSelection(selection, meets));
  return (source, into) => {
    for (const project of projections) project(source, into);
  };
}

function compileSelection(selection: RequiresSelection, meets: MeetsCondition): Project {
  switch (selection.kind) {
    case 'Field':
      return compileField(selection.name, selection.alias ?? selection.name, selection.selections, meets);
    case 'InlineFragment': {
      const project = compileSelections(selection.selections, meets);
      return (source, into) => {
        const typeName = source['__typename'];
        if (typeof typeName === 'string' && meets(typeName, selection.typeCondition)) project(source, into);
      };
    }
    case 'FragmentSpread':
      throw new TypeError('The query plan requires a named fragment, which planners inline.');
  }
}

function compileField(
  name: string,
  key: string,
  selections: readonly RequiresSelection[] | undefined,
  meets: MeetsCondition,
): Project {
  const project = selections === undefined ? undefined : compileSelections(selections, meets);
  return (source, into) => {
    const value = source[name] === undefined ? source[key] : source[name];
    const projected = project === undefined ? value : projectValue(value, into[key], project);
    if (projected !== null && projected !== undefined) into[key] = projected;
  };
}

/** `earlier` is what another fragment has already projected to the same place. */
function projectValue(value: unknown, earlier: unknown, project: Project): unknown {
  if (Array.isArray(value)) {
    const earlierItems: readonly unknown[] = Array.isArray(earlier) ? earlier : [];
    return value.map((item: unknown, index) => projectValue(item, earlierItems[index], project));
  }
  if (!isResponseObject(value)) return value;
  const into = isResponseObject(earlier) ? earlier : {};
  project(value, into);
  return saysMoreThanItsType(into) ? into : null;
}

function saysMoreThanItsType(representation: ResponseObject): boolean {
  return Object.keys(representation).some((key) => key !== '__typename');
}
