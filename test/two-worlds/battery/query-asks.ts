import { getNamedType, getNullableType, isEnumType, isInputObjectType, isObjectType, isRequiredArgument, isRequiredInputField, print, type GraphQLArgument } from 'graphql';
import { valuesFor } from './argument-values.js';
import { CONSUMER_SCHEMA, queryFields, type Field } from './consumer-schema.js';
import { selectionOf } from './selection.js';
import { AFFILIATE, RANSOM, SEIZED_AT, SEIZURE } from '../world/world-plan.js';
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
  /** By what it is reached; the first is asked with every argument. An empty key is none. */
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
    return fields.length === 0 ? [] : waysTo(type.name, words).flatMap((way) => fields.flatMap((field) => asksOf(field, way, words)));
  });
}

/** By a query that takes a code or, without one, an id; else by every query that needs nothing to give one, at present and in the past; else through a type that has one. */
function waysTo(typeName: string, words: Words): Way[] {
  const byMore = BY_MORE[typeName];
  if (byMore !== undefined) return byMore(words);
  const given = ({ type }: Field): boolean => getNullableType(type).toString() === typeName;
  for (const key of ['code', 'id'] as const) {
    const finder = queryFields().find((field) => given(field) && field.args.some(({ name }) => name === key));
    if (finder !== undefined) return [wayByKey(finder, key, typeName, words)];
  }
  const asked = queryFields().filter((field) => given(field) && field.args.every((argument) => !isRequiredArgument(argument)));
  const ways = asked.flatMap((field) => waysThrough(field, typeName, words));
  if (ways.length === 0) ways.push(...ownersOf(typeName).flatMap(({ owner, name }) => waysTo(owner, words).map((way) => onward(way, name, typeName))));
  if (ways.length === 0) throw new Error(`The battery finds no ${typeName}: it has fields with arguments, and no query gives one.`);
  return ways;
}

function wayByKey({ name, args }: Field, key: 'code' | 'id', owner: string, words: Words): Way {
  const argument = args.find((one) => one.name === key);
  if (argument === undefined) throw new Error(`${name} takes no ${key}.`);
  const keys = valuesFor(words, { name: key, coordinate: `Query.${name}.${key}`, type: argument.type, noun: owner });
  return { owner, variables: `$key: ${argument.type.toString()}`, open: `${name}(${key}: $key) { __typename `, close: ' }', path: [name], keys: keys.map(String) };
}

/** What is reached neither by a code nor by an id. */
const BY_MORE: Readonly<Record<string, (words: Words) => Way[]>> = {
  Address: ({ addresses }) => [
    wayThrough('Address', 'address(network: "ETHEREUM", address: $key)', addresses),
    wayThrough('Address', 'address(network: "BITCOIN", address: $key)', [AFFILIATE]),
  ],
  BitcoinTransaction: () => [wayThrough('BitcoinTransaction', 'bitcoinTransaction(txid: $key)', [SEIZURE])],
  Trace: () => ['FORWARD', 'BACKWARD'].map((direction) =>
    wayThrough('Trace', `trace(input: { network: "BITCOIN", direction: ${direction}, sources: [{ address: $key }] })`, [RANSOM, SEIZED_AT])),
  TracePaths: () => [wayThrough('TracePaths', `paths(input: { network: "BITCOIN", from: [{ address: $key }], to: ["${SEIZED_AT}"] })`, [AFFILIATE])],
};

function wayThrough(owner: string, field: string, keys: readonly string[]): Way {
  return { owner, variables: '$key: String!', open: `${field} { __typename `, close: ' }', path: [field.replace(/\(.*$/, '')], keys };
}

/** Of each instant a way of its own, so that all that can be asked is asked of the past as well. */
function waysThrough({ name, args }: Field, owner: string, words: Words): Way[] {
  const present: Way = { owner, variables: '', open: `${name} { __typename `, close: ' }', path: [name], keys: [''] };
  const asOf = args.find((argument) => argument.name === 'asOf');
  if (asOf === undefined) return [present];
  const instants = valuesFor(words, { name: 'asOf', coordinate: `Query.${name}.asOf`, type: asOf.type, noun: owner });
  return [present, { ...present, variables: `$key: ${asOf.type.toString()}`, open: `${name}(asOf: $key) { __typename `, keys: instants.map(String) }];
}

function ownersOf(typeName: string): { readonly owner: string; readonly name: string }[] {
  return Object.values(CONSUMER_SCHEMA.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name === typeName || type === CONSUMER_SCHEMA.getQueryType() || type === CONSUMER_SCHEMA.getMutationType()) return [];
    const fields = Object.values(type.getFields()).filter((field) => getNullableType(field.type).toString() === typeName && field.args.every((argument) => !isRequiredArgument(argument)));
    return fields.map(({ name }) => ({ owner: type.name, name }));
  });
}

function onward({ open, close, path, ...way }: Way, field: string, owner: string): Way {
  return { ...way, owner, open: `${open}${field} { __typename `, close: ` }${close}`, path: [...path, field] };
}

function asksOf(field: Field, way: Way, words: Words): Ask[] {
  const query = textOf(field, way);
  const coordinate = `${way.owner}.${field.name}`;
  const through = way.path.length > 1 || way.keys[0] === '' ? ` of ${way.path.join('.')}` : '';
  const isList = field.args.some(({ name }) => name === 'after');
  const whole = { ...(field.args.some(({ name }) => name === 'first') ? { first: WHOLE_LIST } : {}), ...required(field, way.owner, words) };
  const small = { ...whole, first: SMALL_PAGE };
  const ask = (key: string, variables: Readonly<Record<string, unknown>>, pagesAt?: readonly string[]): Ask => {
    const all = key === '' ? variables : { key, ...variables };
    return { name: `${coordinate}${through} ${JSON.stringify(all)}${pagesAt === undefined ? '' : ' page by page'}`, coordinate, query, variables: all, ...(pagesAt && { pagesAt }) };
  };
  const [firstKey = '', ...otherKeys] = way.keys;
  return [
    ...[firstKey, ...otherKeys].map((key) => ask(key, whole)),
    ...variations(field, way.owner, words).map((variables) => ask(firstKey, { ...whole, ...variables })),
    ...together(field, way.owner, words).map((variables) => ask(firstKey, { ...whole, ...variables })),
    ...(isList ? orders(field).map((order) => ask(firstKey, { ...small, ...order }, [...way.path, field.name])) : []),
    ...(isList ? orders(field).flatMap((order) => [...(words.cursors[coordinate] ?? []), NO_CURSOR].map((after) => ask(firstKey, { ...small, after, ...order }))) : []),
  ];
}

/** One argument at a time, with each of its values; of a filter, one condition at a time; two choices that it needs, in every pair, one way round. */
function variations({ args, type }: Field, owner: string, words: Words): Record<string, unknown>[] {
  const noun = getNamedType(type).name;
  const [rows, columns] = args.filter((argument) => isRequiredArgument(argument) && isEnumType(getNullableType(argument.type)));
  const choices = (argument: GraphQLArgument): readonly unknown[] => valuesFor(words, { name: argument.name, coordinate: `${owner}.${argument.name}`, type: argument.type, noun });
  const pairs = rows === undefined || columns === undefined ? [] : choices(rows).flatMap((row, index) => choices(columns).slice(index).map((column) => ({ [rows.name]: row, [columns.name]: column })));
  return [...pairs, ...singly({ args: args.filter((argument) => pairs.length === 0 || (argument !== rows && argument !== columns)), type }, owner, words)];
}

function singly({ args, type }: Pick<Field, 'args' | 'type'>, owner: string, words: Words): Record<string, unknown>[] {
  const noun = getNamedType(type).name;
  return args.filter(({ name }) => !PAGING.has(name)).flatMap((argument) => {
    const input = getNamedType(argument.type);
    if (!isInputObjectType(input)) {
      return valuesFor(words, { name: argument.name, coordinate: `${owner}.${argument.name}`, type: argument.type, noun }).map((value) => ({ [argument.name]: value }));
    }
    const fields = Object.values(input.getFields());
    const values = (field: (typeof fields)[number]): readonly unknown[] => valuesFor(words, { name: field.name, coordinate: `${input.name}.${field.name}`, type: field.type, noun });
    // What an input is refused without is in it each time.
    const needed = Object.fromEntries(fields.filter(isRequiredInputField).map((field) => [field.name, values(field)[0]]));
    return fields.flatMap((field) => values(field).map((value) => ({ [argument.name]: { ...needed, [field.name]: value } })));
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
