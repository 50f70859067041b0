import {
  getNamedType, getNullableType, isInputObjectType, isLeafType, isListType, isNonNullType,
  type GraphQLInputObjectType, type GraphQLInputType, type GraphQLLeafType,
} from 'graphql';

export type FieldPath = readonly (string | number)[];

/** A field of an input that a column or a constant can fill. */
export interface Field {
  readonly path: FieldPath;
  readonly type: GraphQLInputType;
  /** Whether the object at each step of the path must be there. */
  readonly required: readonly boolean[];
}

/** A field that one cell can fill: a value, or a list of values. */
export interface CellField extends Field {
  readonly leaf: GraphQLLeafType;
  readonly isList: boolean;
}

/** Finds the field that a path names; a sentence where there is none. */
export function findField(input: GraphQLInputObjectType, text: string): Field | string {
  const path = parsePath(text);
  if (path === null) return `"${text}" is no path of a field: write one such as "suspect.documents[0].number".`;
  let type: GraphQLInputType = input;
  const required: boolean[] = [];
  for (const step of path) {
    const within: GraphQLInputType = getNullableType(type);
    if (typeof step === 'number') {
      if (!isListType(within)) return `"${text}": there is no list before [${step}].`;
      type = within.ofType;
      required.push(false);
      continue;
    }
    if (!isInputObjectType(within)) return `"${text}" goes deeper than the field does.`;
    const field = within.getFields()[step];
    if (field === undefined) return `"${text}": ${within.name} has no field "${step}"; it has ${Object.keys(within.getFields()).join(', ')}.`;
    type = field.type;
    required.push(isNonNullType(type));
  }
  return { path, type, required };
}

/** The same for a field that one cell can fill. */
export function findCellField(input: GraphQLInputObjectType, text: string): CellField | string {
  const field = findField(input, text);
  if (typeof field === 'string') return field;
  const type = getNullableType(field.type);
  const inner = isListType(type) ? getNullableType(type.ofType) : type;
  if (isLeafType(inner)) return { ...field, leaf: inner, isList: isListType(type) };
  const fields = isInputObjectType(inner) ? Object.keys(inner.getFields()) : [];
  return `"${text}" holds more than one cell can say: name one of its fields, ${fields.join(', ')}.`;
}

/** As issues write it: `suspect.documents[0].number`. */
export function textOfPath(path: FieldPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

export function nameOfType(type: GraphQLInputType): string {
  return getNamedType(type).name;
}

function parsePath(text: string): FieldPath | null {
  if (!/^[A-Za-z]\w*(\[\d{1,2}\])?(\.[A-Za-z]\w*(\[\d{1,2}\])?)*$/.test(text)) return null;
  return [...text.matchAll(/[A-Za-z]\w*|\[(\d+)\]/g)].map(([step, index]) => (index === undefined ? step : Number(index)));
}
