import {
  getNamedType, isEnumType, isInputObjectType, isIntrospectionType, isObjectType, isUnionType, Kind, parse, TypeInfo, visit, visitWithTypeInfo,
  type GraphQLInputType, type GraphQLSchema,
} from 'graphql';
import { CONSUMER_SCHEMA } from './consumer-schema.js';

/** What of the consumer schema has been asked: fields, arguments, fields of inputs, and members of enumerations in them. */
export class Coverage {
  readonly #asked = new Set<string>();

  /** Notes a question of the consumer schema and with what it was asked. */
  note(query: string, variables: Readonly<Record<string, unknown>>): void {
    const document = parse(query);
    const types = new TypeInfo(CONSUMER_SCHEMA);
    visit(document, visitWithTypeInfo(types, {
      Field: () => {
        const [parent, field] = [types.getParentType(), types.getFieldDef()];
        if (parent && field) this.#asked.add(`${parent.name}.${field.name}`);
      },
      Argument: ({ name, value }) => {
        const [parent, field, type] = [types.getParentType(), types.getFieldDef(), types.getInputType()];
        if (value.kind !== Kind.VARIABLE || !(value.name.value in variables) || !parent || !field || !type) return;
        this.#asked.add(`${parent.name}.${field.name}(${name.value}:)`);
        this.#noteInput(type, variables[value.name.value]);
      },
    }));
  }

  noteEntity(name: string): void {
    this.#asked.add(name);
  }

  /** Everything that the consumer schema offers and that was not asked. */
  missing(): string[] {
    return [...offered(CONSUMER_SCHEMA)].filter((coordinate) => !this.#asked.has(coordinate)).sort();
  }

  has(name: string): boolean {
    return this.#asked.has(name);
  }

  #noteInput(type: GraphQLInputType, value: unknown): void {
    if (value === null || value === undefined) return;
    const named = getNamedType(type);
    if (Array.isArray(value)) for (const item of value as unknown[]) this.#noteInput(named, item);
    else if (isInputObjectType(named) && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) {
        const field = named.getFields()[name];
        if (field === undefined || inner === null) continue;
        this.#asked.add(`${named.name}.${name}`);
        this.#noteInput(field.type, inner);
      }
    } else if (isEnumType(named) && typeof value === 'string') this.#asked.add(`${named.name}.${value}`);
  }
}

function offered(schema: GraphQLSchema): Set<string> {
  const all = new Set<string>();
  const inputs = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type)) {
      for (const { name, args } of Object.values(type.getFields())) {
        all.add(`${type.name}.${name}`);
        for (const argument of args) {
          all.add(`${type.name}.${name}(${argument.name}:)`);
          inputs.add(getNamedType(argument.type).name);
        }
      }
    } else if (isInputObjectType(type)) {
      for (const { name, type: fieldType } of Object.values(type.getFields())) {
        all.add(`${type.name}.${name}`);
        inputs.add(getNamedType(fieldType).name);
      }
    } else if (isUnionType(type)) for (const member of type.getTypes()) all.add(`${member.name}.${Object.keys(member.getFields())[0] ?? ''}`);
  }
  for (const name of inputs) {
    const type = schema.getType(name);
    if (isEnumType(type)) for (const value of type.getValues()) all.add(`${name}.${value.name}`);
  }
  return all;
}
