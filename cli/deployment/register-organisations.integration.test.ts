import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authority, coordinatingBody } from '../../shared/testing/organisations.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { verifyJournal } from '../../shared/journal/verify-journal.js';
import { ed25519Signer } from '../../shared/journal/receipt-signer.js';
import { registerOrganisations } from './register-organisations.js';
import type { StoreConfig } from './store-config.js';

let store: TestStore;
let config: StoreConfig;

beforeAll(async () => {
  store = await startStore();
  config = { mongodbUri: store.uri, databasePrefix: store.databasePrefix, keys: { idKey: randomBytes(32), signingKey: generateKeyPairSync('ed25519').privateKey } };
});
afterAll(async () => { await store.stop(); });

const windhoek = authority('na-ncb', 'NA');
const register = (entries: readonly object[], keeper = 'interpol', change = false) => registerOrganisations(config, JSON.stringify(entries), { keeper, change });

describe('registering organisations', () => {
  it('refuses a file with faults, all of them at once, before anything is written', async () => {
    const faulty = { ...windhoek, code: 'NA NCB', kind: 'PIRATES', country: 'XX', roles: ['admin'], purposes: ['CURIOSITY'], maxTlp: 'PURPLE', colour: 'red' };
    const refused = await register([coordinatingBody('interpol'), faulty]).catch((fault: unknown) => (fault as Error).message);
    for (const field of ['code', 'kind', 'country', 'roles.0', 'purposes.0', 'maxTlp', 'colour']) expect(refused).toContain(field);
    await expect(register([windhoek])).rejects.toThrow('The register is empty');
  });

  it('asks for every right to be said', async () => {
    const { roles: _, maxTlp: __, purposes: ___, ...silent } = windhoek;
    const refused = await register([silent]).catch((fault: unknown) => (fault as Error).message);
    for (const field of ['roles', 'maxTlp', 'purposes']) expect(refused).toContain(field);
  });

  it('begins a deployment', async () => {
    expect(await register([coordinatingBody('interpol'), windhoek])).toEqual({ text: 'entered    interpol\nentered    na-ncb\n', complete: true });
  });

  it('changes nothing that is there, unless it is told to', async () => {
    const suspended = { ...windhoek, suspended: true, nameLocal: 'Windhoek' };
    expect(await register([coordinatingBody('interpol'), windhoek])).toEqual({ text: 'unchanged  interpol\nunchanged  na-ncb\n', complete: true });
    expect(await register([suspended])).toEqual({ text: 'left       na-ncb: differs in nameLocal, suspended; --change makes the entry as the file says\n', complete: false });
    expect(await register([suspended], 'interpol', true)).toEqual({ text: 'changed    na-ncb: nameLocal, suspended\n', complete: true });
    expect(await register([windhoek])).toMatchObject({ complete: false });
  });

  it('has one keeper', async () => {
    await expect(register([authority('sg-ncb', 'SG')], 'sg-ncb')).rejects.toThrow('kept by interpol');
  });

  it('stands in the keeper’s chain, which is sound', async () => {
    const connection = await store.connect('agencies');
    const { chains, findings } = await verifyJournal({ subgraph: 'agencies', connection, verifier: ed25519Signer(config.keys.signingKey) });
    expect(findings).toEqual([]);
    expect(chains).toEqual([expect.objectContaining({ owner: 'interpol', entries: 3 })]);
  });
});
