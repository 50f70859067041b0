import { Double, Int32 } from 'bson';
import type { BsonDocument } from '../values/bson-value.js';
import { isDocument, isNumber } from '../values/bson-value.js';
import { integerValue } from '../values/integer.js';
import { aggregate } from './aggregate.js';
import { create, drop, dropDatabase, listCollections } from './collections.js';
import type { Command, Reply, Request, ServerState } from './command.js';
import { isCursorReply } from './command.js';
import { count, distinct } from './count-and-distinct.js';
import { remove } from './delete.js';
import { find, getMore } from './find.js';
import { findAndModify } from './find-and-modify.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import { requireKnown } from './require-known.js';
import { notImplemented, ServerError } from './server-error.js';
import { buildInfo, endSessions, hello, killCursors, ping } from './session.js';
import { update } from './update.js';

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['hello', hello],
  ['isMaster', hello],
  ['ismaster', hello],
  ['ping', ping],
  ['buildInfo', buildInfo],
  ['buildinfo', buildInfo],
  ['endSessions', endSessions],
  ['insert', insert],
  ['find', find],
  ['getMore', getMore],
  ['killCursors', killCursors],
  ['update', update],
  ['delete', remove],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['aggregate', aggregate],
  ['count', count],
  ['distinct', distinct],
  ['createIndexes', createIndexes],
  ['listIndexes', listIndexes],
  ['dropIndexes', dropIndexes],
  ['create', create],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['listCollections', listCollections],
]);

/** Fields any command may carry. A single server meets every read and write concern below them. */
const COMMON_OPTIONS = ['$db', 'lsid', '$clusterTime', '$readPreference', 'writeConcern', 'readConcern', 'maxTimeMS', 'comment'];
const TRANSACTION_OPTIONS = ['txnNumber', 'startTransaction', 'autocommit'];

/** Runs one command and always gives an answer; only a fault of the store itself is reported to the caller. */
export async function runCommand(command: BsonDocument, state: ServerState, reportFault: (fault: unknown) => void): Promise<Reply> {
  try {
    const reply = await dispatch(command, state);
    return isCursorReply(reply) ? reply : { ...reply, ok: new Double(1) };
  } catch (error) {
    if (error instanceof ServerError) return failure(error);
    reportFault(error);
    return failure(new ServerError(8000, `The embedded store failed: ${error instanceof Error ? error.message : String(error)}`));
  }
}

function dispatch(command: BsonDocument, state: ServerState): Reply | Promise<Reply> {
  const [name] = Object.keys(command);
  if (name === undefined) throw new ServerError(59, 'no such command: \'\'');
  const known = COMMANDS.get(name);
  if (known === undefined) throw new ServerError(59, `no such command: '${name}'`);
  const transaction = TRANSACTION_OPTIONS.find((option) => command[option] !== undefined);
  if (transaction !== undefined) throw new ServerError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  requireKnown(command, [name, ...COMMON_OPTIONS, ...known.options], name === 'find' ? 'FindCommandRequest' : name);
  requireConcerns(command);
  const database = command['$db'];
  if (typeof database !== 'string') throw new ServerError(40571, 'OP_MSG requests require a $db argument');
  if (database === '' || /[/\\. "$\0]/.test(database)) throw new ServerError(73, `Invalid namespace specified '${database}'`);
  const request: Request = { name, database, command, state, checkTime: deadline(command) };
  return known.run(request);
}

/** Every write is on the disk before it is acknowledged, and every read sees it: only what asks for other servers is refused. */
function requireConcerns({ writeConcern, readConcern }: BsonDocument): void {
  if (isDocument(writeConcern)) {
    const { w } = writeConcern;
    if (isNumber(w) && (integerValue(w) ?? 2) > 1) throw new ServerError(2, "cannot use 'w' > 1 when a host is not replicated");
    if (typeof w === 'string' && w !== 'majority') throw new ServerError(2, `cannot use non-majority 'w' mode ${w} when a host is not a member of a replica set`);
  }
  if (isDocument(readConcern)) {
    const { level, ...others } = readConcern;
    const [other] = Object.keys(others);
    if (other !== undefined) throw notImplemented(`the readConcern ${other}`);
    if (level === 'snapshot') throw notImplemented('the readConcern level snapshot');
  }
}

function deadline({ maxTimeMS }: BsonDocument): () => void {
  const allowed = isNumber(maxTimeMS) ? (integerValue(maxTimeMS) ?? 0) : 0;
  if (allowed <= 0) return () => undefined;
  const end = Date.now() + allowed;
  return () => {
    if (Date.now() > end) throw new ServerError(50, 'operation exceeded time limit');
  };
}

function failure(error: ServerError): BsonDocument {
  return { ok: new Double(0), errmsg: error.message, code: new Int32(error.code), codeName: error.codeName, ...error.details };
}
