// Makes a server that was started with --replSet a replica set of one, and waits until it takes writes.
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';

const [uri, name, host] = process.argv.slice(2);
const client = new MongoClient(uri);
await client.db('admin').command({ replSetInitiate: { _id: name, members: [{ _id: 0, host }] } });
while (!(await client.db('admin').command({ hello: 1 })).isWritablePrimary) await pause(50);
await client.close();
