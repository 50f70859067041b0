import type { Document } from 'bson';
import { EJSON, Long } from 'bson';
import { MongoServerError } from 'mongodb';
import type { MongoClient } from 'mongodb';
import type { Scenario } from './scenario.js';

export const DATABASE = 'tessera_differential';

/** What differs between two runs of one server, or only tells of replication. */
const VOLATILE = new Set([
  '$clusterTime', 'operationTime', 'opTime', 'electionId', 'localTime', 'connectionId', 'uuid', 'commitQuorum', 'topologyVersion',
  'setName', 'setVersion', 'hosts', 'primary', 'me', 'secondary', 'lastWrite',
]);

/** The answers of a scenario as canonical extended JSON, in which an int, a long and a double differ. */
export async function answersOf(client: MongoClient, scenario: Scenario): Promise<string[]> {
  const database = client.db(DATABASE);
  await database.dropDatabase();
  const answers: string[] = [];
  let cursor: unknown;
  for (const step of scenario.steps) {
    const answer = await answerOf(client, withCursor(step, cursor));
    cursor = openCursor(answer) ?? cursor;
    answers.push(EJSON.stringify(stable(answer), { relaxed: false }));
  }
  return answers;
}

async function answerOf(client: MongoClient, step: Document): Promise<Document> {
  try {
    return await client.db(DATABASE).command(step, { promoteValues: false, promoteLongs: false, bsonRegExp: true });
  } catch (error) {
    if (error instanceof MongoServerError) return error.errorResponse;
    throw error;
  }
}

/** Cursor ids are random, so a step that goes on with one names it `CURSOR`. */
function withCursor(step: Document, cursor: unknown): Document {
  return Object.fromEntries(Object.entries(step).map(([name, value]: [string, unknown]): [string, unknown] => [name, replaced(value, cursor)]));
}

function replaced(value: unknown, cursor: unknown): unknown {
  if (value === 'CURSOR') return cursor;
  return Array.isArray(value) && value[0] === 'CURSOR' ? [cursor] : value;
}

function openCursor({ cursor }: { cursor?: { id?: unknown } }): unknown {
  const id = cursor?.id;
  return Long.isLong(id) && !id.isZero() ? id : undefined;
}

function stable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stable);
  if (typeof value === 'string') return value.replace(/cursor id \d+/, 'cursor id N').replace(/^Index build failed: .* :: caused by :: /, '');
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const members = Object.entries(value).filter(([name]) => !VOLATILE.has(name));
  // MongoDB orders the fields of an empty cursor differently; drivers read them by name.
  if ('firstBatch' in value) members.sort(([left], [right]) => left.localeCompare(right));
  const isCursor = members.some(([name]) => name === 'firstBatch' || name === 'nextBatch');
  return Object.fromEntries(members.map(([name, member]) => [name, isOpenCursor(name, member, isCursor) ? 'open' : stable(member)]));
}

function isOpenCursor(name: string, value: unknown, isCursor: boolean): boolean {
  if (isCursor) return name === 'id' && String(value) !== '0';
  return name.startsWith('cursors') && Array.isArray(value) && value.length > 0;
}
