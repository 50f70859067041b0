import {
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  type GraphQLAbstractType,
  type GraphQLEnumType,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { CollectFields, type CollectedField } from './collect-fields.js';
import type { Variables } from './execution.js';
import { quote, writeJson } from './quote.js';
import { isResponseObject, type ResponseObject } from './response-tree.js';
import type { MeetsCondition } from './type-conditions.js';

/** JSON text of a value; undefined where a null stands that the schema forbids, so that the parent becomes null. */
type Write = (value: unknown) => string | undefined;

/**
 * Compiles what a caller asked for into the writing of its answer. The tree holds more than that (keys, requirements,
 * values that are inaccessible); only what the caller's schema and operation name is ever written.
 */
export function compileWriter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  meets: MeetsCondition,
): (root: ResponseObject) => string {
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new TypeError(`The schema offers no ${operation.operation}.`);
  const writer = new ResponseWriter(schema, new CollectFields(document, variables, meets));
  const write = writer.writeObject(rootType, [operation.selectionSet]);
  return (root) => write(root) ?? 'null';
}

class ResponseWriter {
  readonly #schema: GraphQLSchema;
  readonly #collect: CollectFields;
  /** Without it, nested abstract types would be compiled once for every combination of their members. */
  readonly #written = new Map<string, Write>();
  readonly #selectionIds = new WeakMap<SelectionSetNode, number>();
  #nextSelectionId = 0;

  constructor(schema: GraphQLSchema, collect: CollectFields) {
    this.#schema = schema;
    this.#collect = collect;
  }

  writeObject(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Write {
    return this.#once(type.name, selections, () => this.#fieldsOf(type, selections, () => type.name));
  }

  #writeType(type: GraphQLOutputType, selections: readonly SelectionSetNode[]): Write {
    if (isNonNullType(type)) return this.#writeNullable(type.ofType, selections);
    const write = this.#writeNullable(type, selections);
    return (value) => write(value) ?? 'null';
  }

  /** Undefined here means null: the caller decides what becomes of it. */
  #writeNullable(type: Exclude<GraphQLOutputType, { ofType: unknown }> | GraphQLOutputType, selections: readonly SelectionSetNode[]): Write {
    if (isListType(type)) return writeList(this.#writeType(type.ofType, selections));
    if (isEnumType(type)) return writeEnum(type);
    if (isLeafType(type)) return writeScalar(type);
    if (isObjectType(type)) return this.writeObject(type, selections);
    if (isAbstractType(type)) return this.#writeAbstract(type, selections);
    throw new TypeError(`"${String(type)}" is no output type.`);
  }

  #writeAbstract(type: GraphQLAbstractType, selections: readonly SelectionSetNode[]): Write {
    return this.#once(type.name, selections, () => {
      const members = new Map(this.#schema.getPossibleTypes(type).map((member) => [member.name, member]));
      const asInterface = isInterfaceType(type) ? this.#writeInterface(type, selections) : undefined;
      return (value) => {
        if (!isResponseObject(value)) return undefined;
        const typeName = value['__typename'];
        const member = typeof typeName === 'string' ? members.get(typeName) : undefined;
        if (member !== undefined) return this.writeObject(member, selections)(value);
        // Interface data may come without a type name or, from an `@interfaceObject`, with the interface's own.
        return typeName === undefined || typeName === type.name ? asInterface?.(value) : undefined;
      };
    });
  }

  #writeInterface(type: GraphQLInterfaceType, selections: readonly SelectionSetNode[]): Write {
    return this.#fieldsOf(type, selections, () => type.name);
  }

  #fieldsOf(
    type: GraphQLObjectType | GraphQLInterfaceType,
    selections: readonly SelectionSetNode[],
    typeName: () => string,
  ): Write {
    const definitions = type.getFields();
    const fields = [...this.#collect.of(type.name, selections)].flatMap(([key, field]: [string, CollectedField]) => {
      const lead = `${JSON.stringify(key)}:`;
      if (field.name === '__typename') return [{ key, lead, write: () => quote(typeName()) }];
      const definition = definitions[field.name];
      return definition === undefined ? [] : [{ key, lead, write: this.#writeType(definition.type, field.selections) }];
    });
    return (value) => {
      if (!isResponseObject(value)) return undefined;
      let text = '{';
      for (const { key, lead, write } of fields) {
        const written = write(value[key]);
        if (written === undefined) return undefined;
        text += text === '{' ? lead + written : `,${lead}${written}`;
      }
      return `${text}}`;
    };
  }

  #once(typeName: string, selections: readonly SelectionSetNode[], compile: () => Write): Write {
    const key = `${typeName} ${selections.map((selection) => this.#idOf(selection)).join(' ')}`;
    const known = this.#written.get(key);
    if (known !== undefined) return known;
    const write = compile();
    this.#written.set(key, write);
    return write;
  }

  #idOf(selection: SelectionSetNode): number {
    const known = this.#selectionIds.get(selection);
    if (known !== undefined) return known;
    const id = this.#nextSelectionId++;
    this.#selectionIds.set(selection, id);
    return id;
  }
}

function writeList(writeItem: Write): Write {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    let text = '[';
    for (let index = 0; index < value.length; index++) {
      const written = writeItem(value[index]);
      if (written === undefined) return undefined;
      text += index === 0 ? written : `,${written}`;
    }
    return `${text}]`;
  };
}

/** Values that are inaccessible to callers are not in the caller's schema: they become null. */
function writeEnum(type: GraphQLEnumType): Write {
  const texts = new Map(type.getValues().map(({ name }) => [name, quote(name)]));
  return (value) => (typeof value === 'string' ? texts.get(value) : undefined);
}

function writeScalar(type: GraphQLLeafType): Write {
  if (type.name === 'String' || type.name === 'ID') {
    return (value) => (typeof value === 'string' ? quote(value) : writeJson(value));
  }
  return writeJson;
}
