import { Int32, Long } from 'bson';
import type { BsonDocument } from '../values/bson-value.js';
import type { Command } from './command.js';
import { cursorId } from './find.js';
import { stringField } from './read-options.js';
import { ServerError } from './server-error.js';

/** The wire version of MongoDB 6.0, the release this store is compared with. */
const WIRE_VERSION = 17;

/** A server of its own: no replica set, so the driver sends no retryable writes and no transactions. */
export const hello: Command = {
  options: ['helloOk', 'client', 'compression', 'topologyVersion', 'maxAwaitTimeMS', 'loadBalanced', 'backpressure'],
  run: ({ name }): BsonDocument => ({
    helloOk: true,
    [name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
    maxBsonObjectSize: new Int32(16_777_216),
    maxMessageSizeBytes: new Int32(48_000_000),
    maxWriteBatchSize: new Int32(100_000),
    localTime: new Date(),
    logicalSessionTimeoutMinutes: new Int32(30),
    connectionId: new Int32(1),
    minWireVersion: new Int32(0),
    maxWireVersion: new Int32(WIRE_VERSION),
    readOnly: false,
  }),
};

export const ping: Command = { options: [], run: (): BsonDocument => ({}) };

export const buildInfo: Command = {
  options: [],
  run: (): BsonDocument => ({
    version: '6.0.5',
    versionArray: [6, 0, 5, 0].map((part) => new Int32(part)),
    modules: ['tessera-embedded'],
    bits: new Int32(64),
    debug: false,
    maxBsonObjectSize: new Int32(16_777_216),
  }),
};

/** Sessions hold nothing here, so there is nothing to end. */
export const endSessions: Command = { options: [], run: (): BsonDocument => ({}) };

export const killCursors: Command = {
  options: ['cursors'],
  run(request) {
    stringField(request, 'killCursors');
    const { cursors } = request.command;
    if (!Array.isArray(cursors)) throw new ServerError(40414, "BSON field 'killCursors.cursors' is missing but a required field");
    const ids = cursors.map(cursorId);
    const killed = ids.filter((id) => request.state.cursors.kill(id));
    const unknown = ids.filter((id) => !killed.includes(id));
    const asLongs = (list: readonly bigint[]): Long[] => list.map((id) => Long.fromBigInt(id));
    return { cursorsKilled: asLongs(killed), cursorsNotFound: asLongs(unknown), cursorsAlive: [], cursorsUnknown: [] };
  },
};

