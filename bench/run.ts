// type-graphql's decorators run as modules load, whichever comes first.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.js';
import { describeMachine } from './machine.js';

const QUESTIONS = ['picture', 'tally', 'lists', 'import', 'memory', 'trace'] as const;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { records: { type: 'string' } } });
const asked = positionals.length === 0 ? QUESTIONS : QUESTIONS.filter((question) => positionals.includes(question));
const unknown = positionals.filter((name) => !QUESTIONS.some((question) => question === name));
if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}. There are: ${QUESTIONS.join(', ')}.`);
const records = values.records === undefined ? null : Number(values.records);
if (records !== null && !(Number.isSafeInteger(records) && records > 0)) throw new Error('--records must be a number of records.');

const mongodbUri = process.env['MONGODB_URI'] ?? null;
const print = (line: string): void => { process.stdout.write(`${line}\n`); };
print(describeMachine());
print(`Store: ${mongodbUri === null ? 'embedded' : 'the MongoDB of MONGODB_URI'}`);
for (const question of asked) {
  const { bench } = (await import(`./${question}.bench.js`)) as { bench: Bench };
  print(`\n${question}: ${bench.asks}`);
  await bench.run({ records, mongodbUri, print });
}
