import { getNamedType, isInputObjectType, isObjectType, isUnionType, type GraphQLInputObjectType } from 'graphql';
import { firstVersionOf } from '../world/known-ids.js';
import { isWhole, valuesFor } from './argument-values.js';
import { mutationFields, type Field } from './consumer-schema.js';
import type { Ask } from './query-asks.js';
import { selectionOf } from './selection.js';
import type { Words } from './words.js';

/** What the viewer's own earlier mutation made, by which its later ones name it. */
export interface Held {
  readonly id: string;
  readonly version: string;
  readonly releaseId: string | null;
  readonly moveId: string | null;
}

/** A mutation and its inputs: one that should pass, and the same with one thing changed at a time. */
export interface MutationAsks {
  readonly noun: string;
  /** Asked when its turn comes, because its inputs name what earlier ones made. */
  readonly asks: (held: Held | undefined) => readonly Ask[];
}

/** The field of an input that holds many records. */
const ROWS = 'rows';

const VERBS = ['register', 'record', 'report', 'add', 'decide', 'correct', 'move', 'propose', 'accept', 'decline', 'withdraw', 'relabel', 'release', 'recall', 'end', 'retractAssetMove', 'retract', 'erase'];

/** All mutations in an order in which one can follow the other; an unknown verb comes last. */
export function mutationAsks(words: Words): MutationAsks[] {
  const rank = ({ name }: Field): number => {
    const index = VERBS.findIndex((verb) => name.startsWith(verb));
    return index === -1 ? VERBS.length : index;
  };
  return mutationFields()
    .sort((a, b) => rank(a) - rank(b))
    .map((field) => ({ noun: nounOf(field), asks: (held) => asksOf(field, held, words) }));
}

function asksOf(field: Field, held: Held | undefined, words: Words): Ask[] {
  const input = getNamedType(field.args.find(({ name }) => name === 'input')?.type);
  if (!isInputObjectType(input)) throw new Error(`${field.name} takes no input.`);
  const query = `mutation ($input: ${input.name}!) { ${field.name}(input: $input) ${selectionOf(getNamedType(field.type))} }`;
  const places = placesOf(input, [], nounOf(field), words, held);
  const ask = (changed: InputPlace | null, value: unknown, turn: number): Ask => {
    const variables = { input: inputOf(places, changed, value, turn, nounOf(field)) };
    return { name: `Mutation.${field.name} ${JSON.stringify(variables)}`, coordinate: `Mutation.${field.name}`, query, variables };
  };
  const changes = places.flatMap((place) => place.values.slice(1).map((value) => ({ place, value })));
  return [ask(null, undefined, 0), ...changes.map(({ place, value }, index) => ask(place, value, index + 1))];
}

interface InputPlace {
  readonly path: readonly string[];
  readonly values: readonly unknown[];
}

function placesOf(input: GraphQLInputObjectType, path: readonly string[], noun: string, words: Words, held: Held | undefined): InputPlace[] {
  // A row of a batch is asked as if it came alone.
  const withinRecord = path[0] === ROWS ? path.slice(2) : path;
  return Object.values(input.getFields()).flatMap((field): InputPlace[] => {
    const here = [...path, field.name];
    if (path.length === 0 && field.name === 'id') return [{ path: here, values: [...(held === undefined ? [] : [held.id]), ...(words.ids[noun] ?? [])] }];
    if (path.length === 0 && field.name === 'version') return [{ path: here, values: [held?.version ?? 'no-version'] }];
    if (field.name === 'releaseId') return [{ path: here, values: [held?.releaseId ?? 'no-release', ...words.releaseIds] }];
    if (field.name === 'moveId') return [{ path: here, values: [held?.moveId ?? 'no-move', ...words.moveIds] }];
    // A correction leaves the handling as it is.
    if (withinRecord.length > 0 && input.name.endsWith('Input') && ['handling', 'reviewMonth'].includes(field.name)) return handlingOfPart(here, field.name);
    const named = getNamedType(field.type);
    if (isInputObjectType(named) && !isWhole(named.name)) {
      const inner = placesOf(named, field.type.toString().startsWith('[') ? [...here, '0'] : here, noun, words, held);
      return inner;
    }
    return [{ path: here, values: valuesFor(words, { name: field.name, coordinate: `${input.name}.${field.name}`, type: field.type, noun }) }];
  });
}

function handlingOfPart(path: readonly string[], name: string): InputPlace[] {
  return [{ path, values: name === 'handling' ? [null, { tlp: 'RED' }] : [null, '2027-01'] }];
}

function inputOf(places: readonly InputPlace[], changed: InputPlace | null, value: unknown, turn: number, noun: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const place of places) put(input, place.path, place === changed ? value : place.values[0]);
  // Each question records something of its own, unless it is the reference that is tried.
  const [row] = (input[ROWS] ?? []) as Record<string, unknown>[];
  const record = row ?? input;
  const isTried = changed !== null && changed.path.at(-1) === 'reference' && typeof value === 'string';
  if (typeof record['reference'] === 'string' && !isTried && (turn > 0 || row !== undefined)) record['reference'] = `${row === undefined ? '' : 'row-'}${record['reference']}-${turn}`;
  // Whoever tries the id of another record also knows the token of its version.
  if (changed?.path.join() === 'id' && 'version' in input) input['version'] = firstVersionOf(noun, String(value));
  return input;
}

function put(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  const [next] = rest;
  if (next === undefined) target[key] = value;
  else if (next === '0') {
    const list = (target[key] ??= [{}]) as Record<string, unknown>[];
    put(list[0] ?? {}, rest.slice(1), value);
  } else put((target[key] ??= {}) as Record<string, unknown>, rest, value);
}

/** The type of the record that a mutation shows when it is accepted. */
function nounOf({ name, type, args }: Field): string {
  const input = getNamedType(args.find((argument) => argument.name === 'input')?.type);
  const rows = isInputObjectType(input) ? input.getFields()[ROWS] : undefined;
  // The report of a batch shows no record: what its rows are called says what they make.
  if (rows !== undefined) return getNamedType(rows.type).name.replace(/^Record(.+)Input$/, '$1');
  const result = getNamedType(type);
  const accepted = isUnionType(result) ? result.getTypes().find((member) => member.name.endsWith('Accepted')) : undefined;
  const shown = Object.values(accepted?.getFields() ?? {}).map((field) => getNamedType(field.type)).find((named) => isObjectType(named) && named.name !== 'Receipt');
  if (shown === undefined) throw new Error(`${name} accepts nothing.`);
  return shown.name;
}
