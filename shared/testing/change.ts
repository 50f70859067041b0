import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isInputObjectType, isObjectType, isUnionType } from 'graphql';
import { z } from 'zod';
import type { Viewer } from '../viewer/viewer.js';
import { ask } from './ask.js';
import type { TestExchange } from './open-test-exchange.js';

const API = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));

/** What was changed: its id and the token of its version, by which the next change names it. */
const changed = z.looseObject({
  id: z.string(),
  version: z.string(),
  releases: z.array(z.looseObject({ id: z.string() })).nullish(),
  custodyChain: z.array(z.looseObject({ id: z.string() })).optional(),
});
const outcome = z.looseObject({
  __typename: z.string(),
  record: changed.nullish(),
  repeated: z.boolean().optional(),
  receipt: z.looseObject({ seq: z.number() }).nullish(),
  message: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export type Changed = z.infer<typeof changed>;
export type Outcome = z.infer<typeof outcome>;

/** Sends one mutation of the consumer schema and gives its outcome, whichever member of the union it is. */
export async function attempt(exchange: TestExchange, viewer: Viewer, mutation: string, input: object): Promise<Outcome> {
  const { data, errors } = await ask(exchange, viewer, textOf(mutation), { input });
  if (errors !== undefined) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return z.object({ outcome }).parse(data).outcome;
}

/** Sends one mutation that must be accepted and gives the record; a refusal is a fault of the test. */
export async function change(exchange: TestExchange, viewer: Viewer, mutation: string, input: object): Promise<Changed> {
  const { record, ...answer } = await attempt(exchange, viewer, mutation, input);
  if (record === null || record === undefined) throw new Error(`${mutation} was not accepted: ${JSON.stringify(answer)}`);
  return record;
}

/** Sends one mutation after which nobody reads the record any more. */
export async function remove(exchange: TestExchange, viewer: Viewer, mutation: string, input: object): Promise<void> {
  const { __typename, ...answer } = await attempt(exchange, viewer, mutation, input);
  if (!__typename.endsWith('Accepted')) throw new Error(`${mutation} was not accepted: ${JSON.stringify(answer)}`);
}

function textOf(mutation: string): string {
  const field = API.getMutationType()?.getFields()[mutation];
  const input = field?.args.find(({ name }) => name === 'input')?.type;
  const result = field && getNamedType(field.type);
  if (input === undefined || !isUnionType(result) || !isInputObjectType(getNamedType(input))) throw new Error(`There is no mutation ${mutation}.`);
  const accepted = result.getTypes().find(({ name }) => name.endsWith('Accepted'));
  const noun = Object.values(accepted?.getFields() ?? {}).find(({ name }) => name !== 'receipt' && name !== 'repeated');
  const record = noun && getNamedType(noun.type);
  if (accepted === undefined || noun === undefined || !isObjectType(record)) throw new Error(`${result.name} accepts nothing.`);
  const releases = record.getFields()['releases'] === undefined ? '' : 'releases { id recalled }';
  const moves = record.getFields()['custodyChain'] === undefined ? '' : 'custodyChain { id }';
  return `mutation ($input: ${input.toString()}) { outcome: ${mutation}(input: $input) { __typename
    ... on ${accepted.name} { repeated receipt { seq hash signature } record: ${noun.name} { id version ${releases} ${moves} } }
    ... on InvalidInput { message issues { path message } } ... on Forbidden { message } ... on NotFound { message }
    ... on Conflict { message currentVersion } } }`;
}
