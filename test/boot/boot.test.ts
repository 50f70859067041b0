import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, beginRequest, refusesConnections } from './graphql-client.js';
import { buildTessera, dataFolder, startTessera, stopTessera, tessera, type Ended, type Tessera } from './tessera-process.js';

/** One Tessera from its first start to its end. Each story goes on where the one before it stopped. */
let folder: Awaited<ReturnType<typeof dataFolder>>;
let environment: Record<string, string>;
let running: Tessera | null = null;
let token: string;

beforeAll(async () => {
  folder = await dataFolder();
  // As a folder is that a user made, not the program.
  await chmod(folder.path, 0o755);
  environment = { TESSERA_DATA: folder.path, TESSERA_EXERCISE: '40' };
  await buildTessera();
});
afterAll(async () => {
  if (running !== null) await stopTessera(running);
  await folder.remove();
});

async function start(): Promise<Tessera> {
  running = await startTessera(environment);
  return running;
}

function current(): Tessera {
  if (running === null) throw new Error('Tessera does not run.');
  return running;
}

const codesShown = z.object({ data: z.object({ operations: z.object({ edges: z.array(z.object({ node: z.object({ code: z.string() }) })) }) }) });

async function operations(): Promise<string[]> {
  const { data } = codesShown.parse(await ask(current(), token, '{ operations(first: 100) { edges { node { code } } } }'));
  return data.operations.edges.map(({ node }) => node.code);
}

const RECORD = 'mutation ($input: RecordArrestInput!) { recordArrest(input: $input) { __typename ... on ArrestAccepted { arrest { reference } } } }';

function arrest(reference: string): object {
  return {
    input: { reference, operation: 'interpol/exercise-mosaic', country: 'JP', day: '2026-03-02', crimeType: 'VOICE_PHISHING', handling: { tlp: 'GREEN' } },
  };
}

async function references(): Promise<string[]> {
  const shown = z.object({ data: z.object({ arrests: z.object({ edges: z.array(z.object({ node: z.object({ reference: z.string() }) })) }) }) });
  const { data } = shown.parse(await ask(current(), token, '{ arrests(first: 100) { edges { node { reference } } } }'));
  return data.arrests.edges.map(({ node }) => node.reference);
}

/** Stops by signals while a request is under way, and gives what became of both. */
async function stopAmid(signals: readonly NodeJS.Signals[], reference: string): Promise<Ended> {
  const stopping = current();
  const inFlight = await beginRequest(stopping, token, RECORD, arrest(reference));
  for (const signal of signals) {
    stopping.signal(signal);
    await refusesConnections(stopping);
  }
  expect(await inFlight.finish()).toEqual({ status: 200, answer: { data: { recordArrest: { __typename: 'ArrestAccepted', arrest: { reference } } } } });
  running = null;
  return stopping.ended;
}

/** Every chain with the number of its entries. */
async function journal(): Promise<Ended> {
  return tessera(['verify-journal'], environment);
}

let operationsAtFirst: readonly string[];
let journalAtFirst: string;

describe('the first start', () => {
  it('prints one address and the ready sign-ins', async () => {
    const { stdout, address } = await start();
    expect(stdout.match(/http:\/\/\S+/g)).toEqual([address]);
    const names = ['liaison-jp', 'police-tokyo', 'liaison-na', 'liaison-outside', 'coordinator', 'analyst-jp', 'bank-jp', 'dashboard'];
    expect([...stdout.matchAll(/^ {2}(\S+) +\S/gm)].map(([, name]) => name)).toEqual(names);
  });

  it('serves a page that loads nothing from elsewhere', async () => {
    const response = await fetch(current().address);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('makes the tokens work that `tessera token` prints', async () => {
    const printed = await tessera(['token', 'liaison-jp'], environment);
    expect(printed).toMatchObject({ code: 0, stderr: '' });
    token = printed.stdout.trim();
    expect(await ask(current(), token, '{ viewer { organisation { code } purpose { code } } }')).toEqual({
      data: { viewer: { organisation: { code: 'jp-ncb' }, purpose: { code: 'SUPPORT_INVESTIGATION' } } },
    });
    expect(await ask(current(), `${token.slice(0, -4)}AAAA`, '{ viewer { subject } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('has loaded the published operations and knows the exercise', async () => {
    operationsAtFirst = await operations();
    const published = z.array(z.unknown()).parse(JSON.parse(await readFile('seed/data/published-operations.json', 'utf8')));
    expect(operationsAtFirst).toHaveLength(published.length + 1);
    expect(operationsAtFirst).toContain('interpol/exercise-mosaic');
  });

  it('plays the exercise beside it, and says when it is whole', async () => {
    await current().exerciseComplete();
    expect(await references()).toContain('MOSAIC-A-00001');
  });

  it('lets no other user of the machine read its keys and its store', async () => {
    expect((await readableByOthers(folder.path)).filter((file) => !['seeded.json', 'exercise-state'].includes(file))).toEqual([]);
  });

  it('finishes a request in flight when it is told to stop, however often, and exits with 0', async () => {
    expect(await stopAmid(['SIGTERM', 'SIGTERM', 'SIGINT'], 'BOOT-1')).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it('leaves a sound journal', async () => {
    const { code, stdout } = await journal();
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Sound:/m)]);
    journalAtFirst = stdout;
  });
});

describe('the second start', () => {
  it('loads nothing twice', async () => {
    await start();
    expect(await operations()).toEqual(operationsAtFirst);
    expect((await journal()).stdout).toBe(journalAtFirst);
  });

  it('shows what was acknowledged before the stop', async () => {
    expect(await references()).toContain('BOOT-1');
  });

  it('leaves the port to whom it belongs, and says so in one sentence', async () => {
    const port = new URL(current().address).port;
    expect(await tessera(['start'], { ...environment, TESSERA_PORT: port })).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: `Port ${port} is taken by another program.\n`,
    });
    expect(await operations()).toEqual(operationsAtFirst);
  });

  it('shows an operation that is imported meanwhile', async () => {
    const file = await publishedFile('imported-while-running');
    const imported = await tessera(['import', 'published', file], environment);
    expect(imported).toMatchObject({ code: 0, stdout: '1 added, 0 changed, 0 unchanged, 0 refused.\n', stderr: '' });
    while (!(await operations()).includes('interpol/imported-while-running'));
  });

  it('finishes a request in flight on Ctrl-C, as npm passes it on', async () => {
    expect(await stopAmid(['SIGINT', 'SIGINT'], 'BOOT-2')).toMatchObject({ code: 0, signal: null });
  });
});

describe('a Tessera that does not run', () => {
  it('is imported into', async () => {
    const file = await publishedFile('imported-while-stopped');
    expect(await tessera(['import', 'published', file], environment)).toMatchObject({ code: 0, stdout: '1 added, 0 changed, 0 unchanged, 0 refused.\n', stderr: '' });
  });

  it('is sound until one byte of its store is another', async () => {
    const { code: codeOfSound, stdout: sound } = await journal();
    expect(codeOfSound).toBe(0);
    expect(entriesOf(sound, 'operations', 'interpol')).toBe(entriesOf(journalAtFirst, 'operations', 'interpol') + 2);
    await changeByte(join(folder.path, 'store', 'data.mdb'), 'Operation imported-while-stopped');
    const { code, stdout } = await journal();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^operations: chain of interpol, entry \d+: FACTS$/m);
    expect(stdout).toMatch(/NOT SOUND: see above\.\n$/);
  });
});

function entriesOf(verified: string, subgraph: string, owner: string): number {
  return Number(new RegExp(`^${subgraph}: chain of ${owner}, (\\d+) entries$`, 'm').exec(verified)?.[1]);
}

async function publishedFile(id: string): Promise<string> {
  const file = join(folder.path, `${id}.json`);
  const source = { title: 'A publication', publisher: 'A publisher' };
  await writeFile(file, JSON.stringify([{ id, name: `Operation ${id}`, coordinator: 'INTERPOL', source, figures: [] }]), { mode: 0o600 });
  return file;
}

/** Files whose own mode and whose every folder let others in; paths relative to the data folder. */
async function readableByOthers(root: string, path = ''): Promise<string[]> {
  const { mode } = await stat(join(root, path));
  if ((mode & 0o077) === 0) return [];
  const names = await readdir(join(root, path)).catch(() => null);
  if (names === null) return [path];
  return (await Promise.all(names.map((name) => readableByOthers(root, join(path, name))))).flat();
}

/** Changes the first byte of a text wherever the store keeps it: LMDB leaves copies in pages that are free again. */
async function changeByte(file: string, text: string): Promise<void> {
  const content = await readFile(file);
  for (let at = content.indexOf(text); at !== -1; at = content.indexOf(text, at + 1)) content.writeUInt8(content.readUInt8(at) ^ 1, at);
  await writeFile(file, content);
}
