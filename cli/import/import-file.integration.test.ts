import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { CodedError } from '../../shared/errors/coded-error.js';
import { driverCollection } from '../../shared/journal/projection.js';
import { ask, officer } from '../../shared/testing/ask.js';
import { change } from '../../shared/testing/change.js';
import { openTestExchange, TEST_KEYS, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import { authority, coordinatingBody } from '../../shared/testing/organisations.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { openExchange } from '../open-exchange.js';
import { importFile, type FileImport } from './import-file.js';
import { importRows } from './import-rows.js';
import { importerOf } from './importer-of.js';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';

const EXAMPLE = fileURLToPath(new URL('../../docs/importing/', import.meta.url));

let store: TestStore;
let exchange: TestExchange;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-import-'));
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(coordinatingBody('interpol'), authority('jp-ncb', 'JP'), authority('sg-ncb', 'SG'), authority('kr-ncb', 'KR', { roles: ['reader'] }));
  const operation = (reference: string, tlp: string): object => ({ reference, name: reference, handling: { tlp }, participants: [{ organisation: 'jp-ncb' }, { organisation: 'sg-ncb' }] });
  await change(exchange, officer('interpol'), 'registerOperation', operation('exercise-mosaic', 'CLEAR'));
  await change(exchange, officer('interpol'), 'registerOperation', operation('quiet', 'AMBER'));
});

afterAll(async () => {
  await exchange.close();
  await store.stop();
  await rm(folder, { recursive: true });
});

/** What a terminal that nobody watches would have shown. */
function quietOutput(): NodeJS.WriteStream & { readonly told: () => string } {
  const stream = new PassThrough();
  return Object.assign(stream as unknown as NodeJS.WriteStream, { isTTY: false as never, told: () => String(stream.read() ?? '') });
}

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const ARREST_MAPPING = { constants: { crimeType: 'VOICE_PHISHING', 'handling.tlp': 'GREEN' }, columns: { reference: 'reference', day: 'day', country: 'country', name: 'suspect.name' } };

async function imported(name: string, content: string | Buffer, different: Partial<FileImport> & { readonly mapping?: object } = {}): Promise<{ text: string; complete: boolean; refused: string[][] }> {
  const { mapping = ARREST_MAPPING, ...rest } = different;
  const file = await fileOf(name, content);
  const mappingFile = await fileOf(`${name}.json`, JSON.stringify(mapping));
  const asked = { kind: 'arrests', file, mappingFile, organisation: 'jp-ncb', purpose: null, caseReference: null, refusedFile: null, ...rest } as const;
  const end = await importFile(exchange.exchange, asked, quietOutput());
  const report = await readFile(`${file}.refused.csv`, 'utf8').catch(() => '');
  return { ...end, refused: parse(report, { relax_column_count: true }) };
}

function csv(...rows: readonly (readonly string[])[]): string {
  return [['reference', 'day', 'country', 'name'], ...rows].map((cells) => cells.join(',')).join('\n');
}

function rowsOf(prefix: string, count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [`${prefix}-${index}`, '2026-04-20', 'JP', `Invented Person ${index}`]);
}

async function stored(prefix: string): Promise<number> {
  return await driverCollection(exchange.exchange.arrests.runtime.connection, 'arrests').countDocuments({ reference: { $gte: `${prefix}-`, $lt: `${prefix}.` } });
}

async function entries(): Promise<number> {
  return await driverCollection(exchange.exchange.arrests.runtime.connection, 'journal').countDocuments({ owner: 'jp-ncb' });
}

describe('the example of the documentation', () => {
  it('is imported as it stands, and changes nothing a second time', async () => {
    const asked = { kind: 'arrests', file: join(EXAMPLE, 'arrests.csv'), mappingFile: join(EXAMPLE, 'arrests.mapping.json'), organisation: 'jp-ncb', purpose: null, caseReference: null, refusedFile: join(folder, 'example.refused.csv') } as const;
    expect(await importFile(exchange.exchange, asked, quietOutput())).toEqual({ text: '3 recorded, 0 recorded before, 0 refused.\n', complete: true });
    const before = await entries();
    expect(await importFile(exchange.exchange, asked, quietOutput())).toEqual({ text: '0 recorded, 3 recorded before, 0 refused.\n', complete: true });
    expect(await entries()).toBe(before);
    const { ids } = exchange.exchange.arrests.runtime;
    const found = await exchange.exchange.arrests.stores.arrests.findReadable(officer('jp-ncb'), ['KD-2026-0001', 'KD-2026-0002', 'KD-2026-0003'].map((reference) => ids.of('jp-ncb', 'arrests', reference)));
    const identities = new Map(found.map(({ record }) => [record.reference, record.identity]));
    expect(identities.get('KD-2026-0001')).toMatchObject({ name: 'Invented Person Alpha', nameOriginal: '架空 一郎', birthDate: '1990-05-31', documents: [{ type: 'PASSPORT', number: 'INV0001X' }] });
    expect(identities.get('KD-2026-0002')).toMatchObject({ aliases: ['Invented "Bee"', 'Invented Bravo-san'], birthDate: '1988', documents: [] });
    expect(identities.get('KD-2026-0003')).toBeNull();
    expect(found.map(({ record }) => record.evaluation)).toEqual(Array(3).fill({ source: 'A', information: '1' }));
  });
});

describe('an import', () => {
  it('says of every refused row where, in which column, what and how, with the cells as they came', async () => {
    const rows = [
      ['r-1', '2026-04-20', 'JP', 'Invented'],
      ['r-2', '2026-02-30', 'XX', ''],
      ['r-1', '2026-04-20', 'JP', 'Invented'],
      ['r-3', '2026-04-20', 'JP'],
      ['', '2026-04-20', 'JP', '"=HYPERLINK(""x"")\nsecond line"'],
      ['r-4', '2026-04-20', 'ZZ', 'Invented'],
    ];
    const { text, complete, refused } = await imported('faults.csv', csv(...rows));
    expect(text).toMatch(/^1 recorded, 0 recorded before, 5 refused\.\nWhat is wrong with the refused rows is in .*faults\.csv\.refused\.csv\./);
    expect(complete).toBe(false);
    expect(refused).toEqual([
      ['line', 'column', 'field', 'message', 'reference', 'day', 'country', 'name'],
      ['3', 'day', 'day', expect.stringContaining('A Date is a calendar day written as "2024-05-31".'), 'r-2', '2026-02-30', 'XX', ''],
      ['4', 'reference', 'reference', 'An earlier row of this batch has the same reference: give each record one of its own.', 'r-1', '2026-04-20', 'JP', 'Invented'],
      ['5', '', '', 'This row has 3 cells; the header has 4.', 'r-3', '2026-04-20', 'JP'],
      ['6', 'reference', 'reference', 'This must not be empty.', '', '2026-04-20', 'JP', '\'=HYPERLINK("x")\nsecond line'],
      ['8', 'country', 'country', '"ZZ" is no ISO 3166-1 alpha-2 code: use one such as "JP".', 'r-4', '2026-04-20', 'ZZ', 'Invented'],
    ].map((line) => expect.arrayContaining(line)));
    expect((await stat(join(folder, 'faults.csv.refused.csv'))).mode & 0o077).toBe(0);
  });

  it('keeps a formula as the text that it is', async () => {
    await imported('formula.csv', csv(['formula-1', '2026-04-20', 'JP', "=cmd|'/C calc'!A0"]));
    const { ids } = exchange.exchange.arrests.runtime;
    const [found] = await exchange.exchange.arrests.stores.arrests.findReadable(officer('jp-ncb'), [ids.of('jp-ncb', 'arrests', 'formula-1')]);
    expect(found?.record.identity?.name).toBe("=cmd|'/C calc'!A0");
  });

  it('takes a byte order mark, other line ends, other delimiters and empty lines', async () => {
    const written = `\uFEFF${csv(['mark-1', '2026-04-20', 'JP', 'Invented; not Comma'], ['mark-2', '2026-04-20', 'JP', ''])}`;
    for (const [name, content] of [['comma', written], ['tab', written.replaceAll(',', '\t')], ['lines', written.replaceAll('\n', '\r\n\r\n')]] as const) {
      const { text } = await imported(`mark-${name}.csv`, content);
      expect(text).toBe(name === 'comma' ? '2 recorded, 0 recorded before, 0 refused.\n' : '0 recorded, 2 recorded before, 0 refused.\n');
    }
  });

  it('removes the report of an earlier run when nothing is refused any more', async () => {
    expect((await imported('mended.csv', csv(['mended-1', '2026-04-20', 'XX', '']))).refused).toHaveLength(2);
    expect((await imported('mended.csv', csv(['mended-1', '2026-04-20', 'JP', '']))).refused).toEqual([]);
  });

  it.each<[string, string | Buffer, Parameters<typeof imported>[2], RegExp]>([
    ['a file that is not in UTF-8', Buffer.from([...Buffer.from(csv(...rowsOf('latin', 2))), 0xe9, 0x0a]), {}, /is not in UTF-8/],
    ['an empty file', '', {}, /is empty: its first line names the columns/],
    ['an organisation that nobody registered', csv(), { organisation: 'xx-nobody' }, /no organisation "xx-nobody"/],
    ['an organisation that may not record', csv(), { organisation: 'kr-ncb' }, /does not let kr-ncb record/],
    ['a purpose that it may not state', csv(), { purpose: 'BORDER_CONTROL', caseReference: 'C-1' }, /does not let jp-ncb state the purpose "BORDER_CONTROL"/],
    ['a mapping that does not fit', csv(), { mapping: { columns: { reference: 'reference' } } }, /Nothing is said about the column "day"/],
  ])('refuses %s before anything is written', async (name, content, different, message) => {
    const before = await entries();
    await expect(imported(`${name}.csv`, content, different)).rejects.toThrow(message);
    expect(await entries()).toBe(before);
  });

  it('never writes its report over what it reads', async () => {
    const file = await fileOf('own.csv', csv());
    await expect(imported('own.csv', csv(), { refusedFile: file })).rejects.toThrow(/the import reads it/);
    expect(await readFile(file, 'utf8')).toBe(csv());
  });

  it('names an operation that is open to those who state a purpose only when it states one', async () => {
    const mapping = { ...ARREST_MAPPING, constants: { ...ARREST_MAPPING.constants, operation: 'interpol/quiet' } };
    const content = csv(['quiet-1', '2026-04-20', 'JP', '']);
    expect((await imported('quiet.csv', content, { mapping })).refused[1]).toEqual(expect.arrayContaining(['operation', 'There is no operation "interpol/quiet" that you may name.']));
    expect((await imported('quiet.csv', content, { mapping, purpose: 'SUPPORT_INVESTIGATION', caseReference: 'C-1' })).text).toMatch(/^1 recorded/);
  });

  it('breaks off at a quote that is never closed, and goes on once that is mended', async () => {
    const rows = rowsOf('quote', 700);
    const broken = csv(...rows.slice(0, 600), ['quote-x', '2026-04-20', 'JP', '"never closed'], ...rows.slice(600));
    await expect(imported('quote.csv', broken)).rejects.toThrow(/is no well-formed CSV: Quote Not Closed/);
    expect(await stored('quote')).toBe(500);
    expect((await imported('quote.csv', csv(...rows))).text).toBe('200 recorded, 500 recorded before, 0 refused.\n');
  });
});

describe('an import that was cut off', () => {
  it('is run again, passes over what stands and writes the rest', async () => {
    const whole = csv(...rowsOf('cut', 1_700));
    const file = await fileOf('cut.csv', whole);
    const { record } = importerOf(exchange.exchange, serviceViewer('record-import', 'jp-ncb'), 'arrests');
    let batches = 0;
    const asked = { reader: { read: ({ cells }: { readonly cells: readonly string[] }) => ({ movedUp: false, input: inputOf(cells) }), locate: () => [] }, refused: { add: () => Promise.resolve() }, progress: () => undefined };
    const crashing = importRows({
      ...asked,
      rows: rowsFrom(whole),
      record: async (inputs) => {
        batches += 1;
        if (batches === 3) throw new Error('The power is gone.');
        return record(inputs);
      },
    });
    await expect(crashing).rejects.toThrow('The power is gone.');
    expect(await stored('cut')).toBe(1_200);
    const counts = await importRows({ ...asked, rows: rowsFrom(await readFile(file, 'utf8')), record });
    expect(counts).toEqual({ recorded: 500, repeated: 1_200, refused: 0 });
    expect(await stored('cut')).toBe(1_700);
  });

  it('writes a batch again whose outcome it was not told', async () => {
    const { record } = importerOf(exchange.exchange, serviceViewer('record-import', 'jp-ncb'), 'arrests');
    let told = false;
    const counts = await importRows({
      rows: rowsFrom(csv(...rowsOf('unsure', 3))),
      reader: { read: ({ cells }) => ({ movedUp: false, input: inputOf(cells) }), locate: () => [] },
      refused: { add: () => Promise.resolve() },
      progress: () => undefined,
      record: async (inputs) => {
        const outcome = await record(inputs);
        if (told) return outcome;
        told = true;
        throw new CodedError('UNAVAILABLE', 'The journal cannot be written now. Try again.');
      },
    });
    expect(counts).toEqual({ recorded: 0, repeated: 3, refused: 0 });
    expect(await stored('unsure')).toBe(3);
  });
});

describe('two imports of the same file at once', () => {
  it('record every row once', async () => {
    const content = csv(...rowsOf('both', 700));
    const second = await openTestExchange({ store: { uri: store.uri, databasePrefix: store.databasePrefix } });
    try {
      const file = await fileOf('both.csv', content);
      const mappingFile = await fileOf('both.json', JSON.stringify(ARREST_MAPPING));
      const ends = await Promise.all(
        [exchange, second].map(({ exchange: parts }, index) =>
          importFile(parts, { kind: 'arrests', file, mappingFile, organisation: 'jp-ncb', purpose: null, caseReference: null, refusedFile: join(folder, `both-${index}.csv`) }, quietOutput()),
        ),
      );
      const counts = ends.map(({ text }) => text.split(' ').map((word) => Number(word.replace(',', ''))));
      expect(ends.every(({ complete }) => complete)).toBe(true);
      expect((counts[0]?.[0] ?? 0) + (counts[1]?.[0] ?? 0)).toBe(700);
      expect(await stored('both')).toBe(700);
    } finally {
      await second.gateway.stop();
      await second.exchange.close();
    }
  });
});

describe('a program that imports beside those that serve', () => {
  it('counts nothing itself, and those that serve count at once what it recorded', async () => {
    const tallied = async (): Promise<unknown> => (await ask(exchange, officer('sg-ncb'), '{ operation(code: "interpol/exercise-mosaic") { arrestTally { count } } }')).data;
    expect(await tallied()).toEqual({ operation: { arrestTally: { count: 3 } } });
    const importing = await openExchange({ mongodbUri: store.uri, databasePrefix: store.databasePrefix, keys: TEST_KEYS, clock: exchange.clock, counts: false });
    try {
      const file = await fileOf('beside.csv', csv(...rowsOf('beside', 4)));
      const mappingFile = await fileOf('beside.json', JSON.stringify({ ...ARREST_MAPPING, constants: { ...ARREST_MAPPING.constants, operation: 'interpol/exercise-mosaic' } }));
      await importFile(importing, { kind: 'arrests', file, mappingFile, organisation: 'jp-ncb', purpose: null, caseReference: null, refusedFile: null }, quietOutput());
      expect(await tallied()).toEqual({ operation: { arrestTally: { count: 7 } } });
      await expect(importing.arrests.runtime.tallies.catchUp()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    } finally {
      await importing.close();
    }
  });
});

describe.each([
  ['rescues', 'victimState', 'TRAFFICKED', 'person.name'],
  ['assets', 'kind', 'VEHICLE', 'identifiers.holder'],
] as const)('%s', (kind, field, code, name) => {
  it('are imported as well', async () => {
    const constants = { 'handling.tlp': 'GREEN', [field]: code, ...(kind === 'assets' && { custodyState: 'SEIZED', 'value.currency': 'EUR' }) };
    const columns = { reference: 'reference', day: 'day', country: 'country', name, ...(kind === 'assets' && { worth: { field: 'value.amount', number: { decimal: ',', thousands: '.' } } }) };
    const content = kind === 'assets' ? 'reference;day;country;name;worth\na-1;2026-04-20;JP;Invented;1.234,50\na-2;2026-04-20;JP;Invented;\n' : 'reference;day;country;name\nr-1;2026-04-20;JP;Invented\n';
    const { text } = await imported(`${kind}.csv`, content, { kind, mapping: { constants, columns } });
    expect(text).toBe(kind === 'assets' ? '2 recorded, 0 recorded before, 0 refused.\n' : '1 recorded, 0 recorded before, 0 refused.\n');
  });
});

async function* rowsFrom(content: string): AsyncGenerator<{ line: number; cells: readonly string[]; bytes: number }> {
  for (const [index, line] of content.split('\n').slice(1).entries()) yield Promise.resolve({ line: index + 2, cells: line.split(','), bytes: 0 });
}

function inputOf([reference = '', day = '', country = '', name = '']: readonly string[]): never {
  const suspect = { name, aliases: [], nationalities: [], documents: [] };
  return {
    reference, day, country, crimeType: 'VOICE_PHISHING', countriesOfCommission: [], countriesOfVictims: [], furtherCrimeTypes: [], methods: [], contactModes: [],
    handling: { tlp: 'GREEN', codes: [], recipients: [] }, suspect,
  } as never;
}
