import { copyFile, open, truncate, writeFile } from 'node:fs/promises';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedStore } from '../../embedded/start-embedded-store.js';
import { buildTessera, dataFolder, tessera } from './tessera-process.js';

let folder: Awaited<ReturnType<typeof dataFolder>>;
let inFolder: (...names: readonly string[]) => string;

beforeAll(async () => {
  folder = await dataFolder();
  inFolder = (...names) => join(folder.path, ...names);
  await writeFile(inFolder('file'), '');
  await writeFile(inFolder('object.json'), '{}');
  await writeFile(inFolder('broken.json'), '[{ "id": "BROKEN"');
  const store = await startEmbeddedStore({ folder: inFolder('intact') });
  await store.stop();
  await buildTessera(['program']);
});
afterAll(() => folder.remove());

/** A data folder whose store is a copy of a whole one, damaged. */
async function damagedStore(name: string, damage: (file: string) => Promise<void>): Promise<string> {
  mkdirSync(inFolder(name, 'store'), { recursive: true });
  const file = inFolder(name, 'store', 'data.mdb');
  await copyFile(inFolder('intact', 'data.mdb'), file);
  await damage(file);
  return inFolder(name);
}

async function overwriteHead(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(4_096, 0xa5), 0, 4_096, 0);
  await handle.close();
}

/** Ends by itself, with 1, after one sentence and nothing else. */
async function expectSentence(args: readonly string[], environment: Readonly<Record<string, string>>, sentence: string | RegExp): Promise<void> {
  const { code, signal, stdout, stderr } = await tessera(args, environment);
  expect({ code, signal, stdout }).toEqual({ code: 1, signal: null, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+[.!]\n$/);
  expect(stderr).toMatch(sentence);
}

describe('a start is refused in one sentence', () => {
  it('where the data folder would lie below a file', () =>
    expectSentence(['start'], { TESSERA_DATA: inFolder('file', 'data') }, `The data folder ${inFolder('file', 'data')} cannot be used: ${inFolder('file')} is no folder.`));

  it('where the data folder is a file', () =>
    expectSentence(['start'], { TESSERA_DATA: inFolder('file') }, `The data folder ${inFolder('file')} cannot be used: ${inFolder('file')} is no folder.`));

  const unwritable = '/proc/self/tessera';
  (existsSync('/proc/self') ? it : it.skip)('where no folder can be made', () =>
    expectSentence(['start'], { TESSERA_DATA: unwritable }, `The data folder ${unwritable} cannot be used: it cannot be created there.`));

  it('where a database is configured, which the ready sign-ins must not open', () =>
    expectSentence(['start'], { MONGODB_URI: 'mongodb://127.0.0.1/', TESSERA_DATA: inFolder('never') }, /^MONGODB_URI is set, but .*: unset it\./));

  it.each(['70000', 'http', '-1'])('where the port is %s', (port) =>
    expectSentence(['start'], { TESSERA_PORT: port, TESSERA_DATA: inFolder('never') }, 'TESSERA_PORT must be a port number.'));

  it('where the head of the store was overwritten', async () => {
    const data = await damagedStore('overwritten', overwriteHead);
    await expectSentence(['start'], { TESSERA_DATA: data }, join(data, 'store', 'data.mdb'));
  });

  it('where the store was cut short', async () => {
    const data = await damagedStore('cut', (file) => truncate(file, 5_000));
    await expectSentence(['start'], { TESSERA_DATA: data }, join(data, 'store', 'data.mdb'));
  });

  it('where the file of published operations is no list', () =>
    expectSentence(['start'], { TESSERA_DATA: inFolder('unseeded'), TESSERA_PUBLISHED: inFolder('object.json') }, /object\.json cannot be loaded\. The file must hold a JSON list/));
});

describe('a command is refused in one sentence', () => {
  it('where there is no such sign-in', () => expectSentence(['token', 'nobody'], { TESSERA_DATA: inFolder('unseeded') }, /^There is no sign-in "nobody"\. There are: liaison-jp, /));

  it('where there is no such file to import', () =>
    expectSentence(['import', 'published', inFolder('none.json')], { TESSERA_DATA: inFolder('unseeded') }, `There is no file ${inFolder('none.json')}.`));

  it('where there is no such kind of file', () => expectSentence(['import', 'records', inFolder('object.json')], { TESSERA_DATA: inFolder('unseeded') }, /use "published"/));

  it('where the file to import is no JSON', () =>
    expectSentence(['import', 'published', inFolder('broken.json')], { TESSERA_DATA: inFolder('unseeded') }, /^The file is no JSON: /));

  it('where there is no journal to verify', () =>
    expectSentence(['verify-journal'], { TESSERA_DATA: inFolder('never') }, `There is no journal in ${inFolder('never')}`));
});

describe('tessera import published', () => {
  it('names what it refuses, imports the rest, and ends with 1', async () => {
    const source = { title: 'A publication', publisher: 'A publisher' };
    const good = { id: 'GOOD', name: 'Operation', coordinator: 'INTERPOL', source, weather: 'sunny' };
    await writeFile(inFolder('mixed.json'), JSON.stringify([{ ...good, name: '' }, good]));
    expect(await tessera(['import', 'published', inFolder('mixed.json')], { TESSERA_DATA: inFolder('unseeded') })).toEqual({
      code: 1,
      signal: null,
      stderr: '',
      stdout: [
        '1 added, 0 changed, 0 unchanged, 1 refused.',
        'refused  [0].name: must not be empty.',
        'notice   [1].weather: is no field of a published operation; kept aside as it came, not shown.',
        '',
      ].join('\n'),
    });
  });
});
