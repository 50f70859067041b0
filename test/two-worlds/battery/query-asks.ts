import { getNamedType, getNullableType, isEnumType, isInputObjectType, isObjectType, isRequiredArgument, print, type GraphQLArgument } from 'graphql';
import { valuesFor } from './argument-values.js';
import { CONSUMER_SCHEMA, queryFields, type Field } from './consumer-schema.js';
import { selectionOf } from './selection.js';
import type { Words } from './words.js';

/** One question, or a list that is turned page by page. */
export interface Ask {
  readonly name: string;
  /** The field that it is about: `Query.arrests`. */
  readonly coordinate: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where in `data` the connection stands whose pages are turned to the end. */
  readonly pagesAt?: readonly string[];
}

const PAGING = new Set(['first', 'after']);
const WHOLE_LIST = 100;
const SMALL_PAGE = 2;
/** Reads as a cursor and is that of no list. */
const NO_CURSOR = Buffer.from('[]').toString('base64url');

/** How to reach an object of a type: the type's own field with arguments is asked there. */
interface Way {
  readonly owner: string;
  readonly variables: string;
  readonly open: string;
  readonly close: string;
  readonly path: readonly string[];
  readonly keys: readonly string[];
}

const AT_THE_ROOT: Way = { owner: 'Query', variables: '', open: '', close: '', path: [], keys: [''] };

/** Every query field with every argument, and every field of any type that takes arguments. */
export function queryAsks(words: Words): Ask[] {
  return [...queryFields().flatMap((field) => asksOf(field, AT_THE_ROOT, words)), ...nestedAsks(words)];
}

function nestedAsks(words: Words): Ask[] {
  return Object.values(CONSUMER_SCHEMA.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__') || type === CONSUMER_SCHEMA.getQueryType() || type === CONSUMER_SCHEMA.getMutationType()) return [];
    const fields = Object.values(type.getFields()).filter(({ args }) => args.length > 0);
    return fields.flatMap((field) => asksOf(field, wayTo(type.name, words), words));
  });
}

function wayTo(typeName: string, words: Words): Way {
  const finder = queryFields().find(({ type, args }) => getNullableType(type).toString() === typeName && args.some(({ name }) => name === 'code'));
  const code = finder?.args.find(({ name }) => name === 'code');
  if (finder === undefined || code === undefined) throw new Error(`The battery finds no ${typeName}: it has fields with arguments, and no query by code.`);
  const keys = valuesFor(words, { name: 'code', coordinate: `Query.${finder.name}.code`, type: code.type, noun: typeName });
  return { owner: typeName, variables: `$key: ${code.type.toString()}`, open: `${finder.name}(code: $key) { __typename `, close: ' }', path: [finder.name], keys: keys.map(String) };
}

function asksOf(field: Field, way: Way, words: Words): Ask[] {
  const query = textOf(field, way);
  const coordinate = `${way.owner}.${field.name}`;
  const isList = field.args.some(({ name }) => name === 'after');
  const whole = { ...(field.args.some(({ name }) => name === 'first') ? { first: WHOLE_LIST } : {}), ...required(field, way.owner, words) };
  const ask = (key: string, variables: Readonly<Record<string, unknown>>, pagesAt?: readonly string[]): Ask => {
    const all = key === '' ? variables : { key, ...variables };
    return { name: `${coordinate} ${JSON.stringify(all)}${pagesAt === undefined ? '' : ' page by page'}`, coordinate, query, variables: all, ...(pagesAt && { pagesAt }) };
  };
  const [firstKey = '', ...otherKeys] = way.keys;
  return [
    ...[firstKey, ...otherKeys].map((key) => ask(key, whole)),
    ...variations(field, way.owner, words).map((variables) => ask(firstKey, { ...whole, ...variables })),
    ...together(field, way.owner, words).map((variables) => ask(firstKey, { ...whole, ...variables })),
    ...(isList ? orders(field).map((order) => ask(firstKey, { first: SMALL_PAGE, ...order }, [...way.path, field.name])) : []),
    ...(isList ? orders(field).flatMap((order) => [...(words.cursors[coordinate] ?? []), NO_CURSOR].map((after) => ask(firstKey, { first: SMALL_PAGE, after, ...order }))) : []),
  ];
}

/** One argument at a time, with each of its values; of a filter, one condition at a time. */
function variations({ args, type }: Field, owner: string, words: Words): Record<string, unknown>[] {
  const noun = getNamedType(type).name;
  return args.filter(({ name }) => !PAGING.has(name)).flatMap((argument) => {
    const input = getNamedType(argument.type);
    if (!isInputObjectType(input)) {
      return valuesFor(words, { name: argument.name, coordinate: `${owner}.${argument.name}`, type: argument.type, noun }).map((value) => ({ [argument.name]: value }));
    }
    return Object.values(input.getFields()).flatMap((field) =>
      valuesFor(words, { name: field.name, coordinate: `${input.name}.${field.name}`, type: field.type, noun }).map((value) => ({ [argument.name]: { [field.name]: value } })),
    );
  });
}

/** What a field is not answered without: the first value of each required argument. */
function required(field: Field, owner: string, words: Words): Record<string, unknown> {
  const names = new Set(field.args.filter(isRequiredArgument).map(({ name }) => name));
  return Object.fromEntries(firstVariations(field, owner, words).filter(([name]) => names.has(name)));
}

/** Some arguments say something only together: all of them at once, where one is required and others are not. */
function together(field: Field, owner: string, words: Words): Record<string, unknown>[] {
  const others = field.args.filter((argument) => !PAGING.has(argument.name) && !isRequiredArgument(argument));
  return field.args.some(isRequiredArgument) && others.length > 1 ? [Object.fromEntries(firstVariations(field, owner, words))] : [];
}

function firstVariations(field: Field, owner: string, words: Words): [string, unknown][] {
  const first = new Map<string, unknown>();
  for (const variation of variations(field, owner, words)) for (const [name, value] of Object.entries(variation)) if (!first.has(name)) first.set(name, value);
  return [...first];
}

/** The default order and each that can be asked for. */
function orders({ args }: Field): Record<string, unknown>[] {
  return [{}, ...args.flatMap((argument) => {
    const named = getNamedType(argument.type);
    return isEnumType(named) ? named.getValues().slice(1).map(({ name }) => ({ [argument.name]: name })) : [];
  })];
}

function textOf({ name, args, type }: Field, { variables, open, close }: Way): string {
  const declared = [variables, ...args.map(declarationOf)].filter((text) => text !== '').join(', ');
  const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return `query${declared === '' ? '' : ` (${declared})`} { ${open}${name}${passed === '' ? '' : `(${passed})`} ${selectionOf(getNamedType(type))}${close} }`;
}

function declarationOf({ name, type, astNode }: GraphQLArgument): string {
  return `$${name}: ${type.toString()}${astNode?.defaultValue ? ` = ${print(astNode.defaultValue)}` : ''}`;
}
