import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print, validate, type GraphQLSchema } from 'graphql';
import * as deskDocuments from './desk-documents.js';
import * as documents from './documents.js';
import * as tallyDocuments from './tally-documents.js';
import * as walletDocuments from './wallet-documents.js';
import * as recordingDocuments from './recording-documents.js';

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = buildSchema(await readFile('schema/api.graphql', 'utf8'));
});

describe('every document of the page', () => {
  it.each(Object.entries({ ...documents, ...deskDocuments, ...recordingDocuments, ...tallyDocuments, ...walletDocuments }))('%s is valid against the schema that consumers see', (_, document) => {
    expect(validate(schema, parse(print(document))).map(({ message }) => message)).toEqual([]);
  });
});

describe('the types that documents are checked with', () => {
  it('are generated from the committed schema (npx gql-tada generate-output -c dashboard/tsconfig.json)', async () => {
    const fresh = join(await mkdtemp(join(tmpdir(), 'tessera-types-')), 'schema-types.d.ts');
    await promisify(execFile)(process.execPath, ['node_modules/gql.tada/bin/cli.js', 'generate-output', '-c', 'dashboard/tsconfig.json', '-o', fresh]);
    expect(await readFile('dashboard/api/schema-types.d.ts', 'utf8')).toBe(await readFile(fresh, 'utf8'));
  });
});
