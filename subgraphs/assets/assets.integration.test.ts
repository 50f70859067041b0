import 'reflect-metadata';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import { z } from 'zod';
import { ManualClock } from '../../shared/clock/manual-clock.js';
import type { OperationEntry, OrganisationEntry } from '../../shared/directory/directory-feed.js';
import { DirectorySnapshot } from '../../shared/directory/directory-snapshot.js';
import type { Label } from '../../shared/handling/label.js';
import { ed25519Signer } from '../../shared/journal/receipt-signer.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { createViewer, type Role, type Viewer } from '../../shared/viewer/viewer.js';
import { createAssetsSubgraph, type AssetsSubgraph } from './create-assets-subgraph.js';

const CLEAR: Label = { originator: 'interpol', tlp: 'CLEAR', codes: [], restriction: null, operation: null, recipients: [], releaseGroup: null };

function organisation(id: string, country: string | null): OrganisationEntry {
  return {
    id, country, name: id, class: country === null ? 'COORDINATING_BODY' : 'AUTHORITY', ncb: country !== null,
    suspended: false, succeededBy: null, purposes: ['SUPPORT_INVESTIGATION'], roles: ['reader', 'contributor', 'releaser'], maxTlp: 'RED', label: CLEAR,
  };
}

const mosaic: OperationEntry = {
  id: 'op-mosaic',
  code: 'interpol/exercise-mosaic',
  coordinatingBody: 'interpol',
  label: { ...CLEAR, operation: 'op-mosaic' },
  exercise: true,
  period: null,
  crimeTypes: [],
  criminalGroups: [],
  participations: ['jp-ncb', 'na-ncb'].map((id) => ({ organisation: id, role: 'PARTICIPANT', founding: true, joinedAt: 0, endedAt: null, decisions: new Map() })),
};

const directory = new DirectorySnapshot(
  { revision: '1', entries: [organisation('interpol', null), organisation('jp-ncb', 'JP'), organisation('na-ncb', 'NA'), organisation('kr-ncb', 'KR')], suspendedSubjects: [] },
  { revision: '1', entries: [mosaic] },
);

function officer(of: string, roles: readonly Role[] = ['reader', 'contributor', 'releaser']): Viewer {
  return createViewer({ subject: `https://id.example|${of}`, organisation: of, roles, maxTlp: 'RED', purpose: 'SUPPORT_INVESTIGATION', caseReference: 'C-1' });
}

const tokyo = officer('jp-ncb');
const windhoek = officer('na-ncb');
const seoul = officer('kr-ncb');

let store: TestStore;
let assets: AssetsSubgraph;

beforeAll(async () => {
  store = await startStore();
  await store.connect('assets');
  assets = await createAssetsSubgraph({
    mongodbUri: store.uri,
    databasePrefix: store.databasePrefix,
    clock: new ManualClock('2026-03-01T12:00:00Z'),
    entropy: randomBytes,
    idKey: Buffer.alloc(32, 7),
    signer: ed25519Signer(generateKeyPairSync('ed25519').privateKey),
    directory: () => directory,
    refreshDirectory: () => Promise.resolve(),
  });
});

afterAll(async () => {
  await assets.close();
  await store.stop();
});

async function ask(viewer: Viewer, source: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const contextValue = assets.local.createContext(viewer);
  const { data, errors } = await graphql({ schema: assets.local.schema, source, variableValues: variables, contextValue });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

const OUTCOME = `
  __typename
  ... on AssetAccepted { repeated receipt { seq } asset { id version kind { code } value { amount } custodyState { code } firstCustodyState { code } releases { id recalled }
    holdings { custodyState { code } quantity value { amount } }
    custodyChain { id day agency { ref } from { code } to { code } quantity value { amount } legalBasis recordedAt retractedAt } } }
  ... on InvalidInput { issues { path message } }
  ... on Conflict { message currentVersion }`;

const shown = z.looseObject({ id: z.string(), version: z.string(), releases: z.array(z.object({ id: z.string() })).nullable() });
const answer = z.object({ outcome: z.looseObject({ __typename: z.string(), asset: shown.nullish() }) });
const chain = z.looseObject({ custodyChain: z.array(z.looseObject({ id: z.string() })) });
type Outcome = z.infer<typeof answer>['outcome'];

async function change(viewer: Viewer, mutation: string, input: object): Promise<Outcome> {
  const source = `mutation ($input: ${INPUTS[mutation] ?? 'RecordVersionInput'}!) { outcome: ${mutation}(input: $input) { ${OUTCOME} } }`;
  return answer.parse(await ask(viewer, source, { input })).outcome;
}

const INPUTS: Readonly<Record<string, string>> = {
  recordAsset: 'RecordAssetInput',
  correctAsset: 'CorrectAssetInput',
  relabelAsset: 'RelabelInput',
  releaseAsset: 'ReleaseRecordInput',
  recallAssetRelease: 'RecallInput',
  moveAsset: 'MoveAssetInput',
  retractAssetMove: 'RetractAssetMoveInput',
};

const account = {
  operation: 'interpol/exercise-mosaic', country: 'JP', day: '2026-02-20', kind: 'BANK_ACCOUNT', custodyState: 'FROZEN',
  value: { amount: '90071992547409.93', currency: 'USD' }, handling: { tlp: 'AMBER' },
};

/** Records it as Tokyo's and gives what Tokyo then sees. */
async function recorded(reference: string, more: object = {}): Promise<z.infer<typeof shown>> {
  const outcome = await change(tokyo, 'recordAsset', { ...account, reference, ...more });
  expect(outcome.__typename).toBe('AssetAccepted');
  return shown.parse(outcome.asset);
}

function tally(viewer: Viewer, filter: object = {}): Promise<unknown> {
  return ask(
    viewer,
    `query ($of: [_Any!]!, $filter: AssetFilter) { _entities(representations: $of) { ... on Operation {
      assetTally(filter: $filter) { status count sums { amount count } } } } }`,
    { of: [{ __typename: 'Operation', ref: 'op-mosaic' }], filter },
  );
}

describe('Mutation.recordAsset', () => {
  it('counts the asset under its operation and sums its value to the last cent', async () => {
    await recorded('sum-1', { day: '2026-01-01' });
    await recorded('sum-2', { day: '2026-01-01', value: { amount: '0.01', currency: 'USD' } });
    expect(await tally(windhoek, { dayTo: '2026-01-01' })).toEqual({
      _entities: [{ assetTally: { status: 'COUNTED', count: 2, sums: [{ amount: '90071992547409.94', count: 2 }] } }],
    });
  });

  it('changes nothing when the same is sent again, and refuses other content under the same reference', async () => {
    await recorded('repeat-1');
    expect(await change(tokyo, 'recordAsset', { ...account, reference: 'repeat-1' })).toMatchObject({ repeated: true, receipt: null });
    expect(await change(tokyo, 'recordAsset', { ...account, reference: 'repeat-1', country: 'NA' })).toMatchObject({ __typename: 'Conflict' });
  });

  it('names every fault of an input in one answer', async () => {
    const wrong = { ...account, reference: 'wrong-1', kind: 'PHONE', quantity: '0.0', value: { amount: '1.005', currency: 'USD' } };
    expect(await change(tokyo, 'recordAsset', wrong)).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: 'value.amount' }, { path: 'quantity' }, { path: 'custodyState', message: 'An asset of kind PHONE is found SEIZED, not FROZEN.' }],
    });
  });
});

describe('the identifiers of an asset', () => {
  it('are withheld from a participant who reads the record, and cannot be found by it', async () => {
    const { id } = await recorded('part-1', { identifiers: { account: 'JP-0001', handling: { tlp: 'AMBER_STRICT' } } });
    const source = `query ($id: ID!) { asset(id: $id) { identifiers { account } withheld { field reason } }
      assets(filter: { account: "JP-0001" }) { edges { node { id } } } }`;
    expect(await ask(tokyo, source, { id })).toEqual({
      asset: { identifiers: { account: 'JP-0001' }, withheld: [] }, assets: { edges: [{ node: { id } }] },
    });
    expect(await ask(windhoek, source, { id })).toEqual({
      asset: { identifiers: null, withheld: [{ field: 'identifiers', reason: 'STRICTER_HANDLING' }] }, assets: { edges: [] },
    });
    expect(await tally(windhoek, { account: 'JP-0001' })).toMatchObject({ _entities: [{ assetTally: { status: 'NO_RECORDS_CONTRIBUTED', count: null } }] });
  });
});

describe('an organisation that takes no part in the operation', () => {
  const source = 'query ($id: ID!) { asset(id: $id) { id } }';

  it('sees neither the asset nor that anything was counted', async () => {
    const { id } = await recorded('hidden-1');
    expect(await ask(seoul, source, { id })).toEqual({ asset: null });
    expect(await tally(seoul)).toMatchObject({ _entities: [{ assetTally: { status: 'NO_RECORDS_CONTRIBUTED', count: null, sums: [] } }] });
  });

  it('reads it while a release lasts, and no longer once that is recalled', async () => {
    const { id, version } = await recorded('release-1');
    const release = { to: { organisation: 'kr-ncb' }, purpose: 'SUPPORT_INVESTIGATION', until: '2026-04-01T00:00:00Z' };
    const { asset } = await change(tokyo, 'releaseAsset', { id, version, release });
    expect(await ask(seoul, source, { id })).toEqual({ asset: { id } });
    await change(tokyo, 'recallAssetRelease', { id, releaseId: asset?.releases?.[0]?.id });
    expect(await ask(seoul, source, { id })).toEqual({ asset: null });
  });

  it('is told of no record when it tries to change it', async () => {
    const { id, version } = await recorded('foreign-1');
    expect(await change(seoul, 'retractAsset', { id, version })).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('Mutation.correctAsset', () => {
  it('clears a value with null, and refuses whoever read the version before', async () => {
    const { id, version } = await recorded('correct-1');
    expect(await change(tokyo, 'correctAsset', { id, version, value: null })).toMatchObject({ asset: { value: null } });
    expect(await change(tokyo, 'correctAsset', { id, version, country: 'NA' })).toMatchObject({ __typename: 'Conflict' });
  });

  it('keeps the kind one that may stand in the custody state', async () => {
    const { id, version } = await recorded('correct-2');
    expect(await change(tokyo, 'correctAsset', { id, version, kind: 'PHONE' })).toMatchObject({ issues: [{ path: 'kind' }] });
    expect(await change(tokyo, 'correctAsset', { id, version, kind: 'WALLET' })).toMatchObject({ asset: { kind: { code: 'WALLET' }, value: { amount: '90071992547409.93' } } });
  });
});

const FOUND = { custodyState: { code: 'FROZEN' }, quantity: '1', value: { amount: '90071992547409.93' } };

describe('Mutation.moveAsset', () => {
  const seizure = { from: 'FROZEN', to: 'SEIZED', day: '2026-02-25', legalBasis: 'Order 12 of the district court' };

  it('moves a part, says who, when and on what basis, and leaves the rest behind', async () => {
    const { id, version } = await recorded('move-1');
    const { asset, receipt } = await change(tokyo, 'moveAsset', { id, version, ...seizure, amount: '0.93', agency: 'na-ncb' });
    expect(receipt).toMatchObject({ seq: expect.any(Number) });
    expect(asset).toMatchObject({
      custodyState: { code: 'FROZEN' },
      firstCustodyState: { code: 'FROZEN' },
      value: { amount: '90071992547409.93' },
      holdings: [
        { custodyState: { code: 'FROZEN' }, quantity: '1', value: { amount: '90071992547409' } },
        { custodyState: { code: 'SEIZED' }, quantity: '0', value: { amount: '0.93' } },
      ],
      custodyChain: [
        {
          day: '2026-02-25', agency: { ref: 'na-ncb' }, from: { code: 'FROZEN' }, to: { code: 'SEIZED' }, quantity: '0', value: { amount: '0.93' },
          legalBasis: 'Order 12 of the district court', recordedAt: '2026-03-01T12:00:00.000Z', retractedAt: null,
        },
      ],
    });
  });

  it('is found by every state in which a part stands, and counted there with that part alone', async () => {
    const { id, version } = await recorded('move-2', { day: '2025-07-01' });
    await change(tokyo, 'moveAsset', { id, version, ...seizure, amount: '0.93' });
    const of = { dayFrom: '2025-07-01', dayTo: '2025-07-01' };
    const source = 'query ($filter: AssetFilter) { assets(filter: $filter) { edges { node { id } } } }';
    for (const custodyState of ['FROZEN', 'SEIZED']) {
      expect(await ask(windhoek, source, { filter: { ...of, custodyState } })).toEqual({ assets: { edges: [{ node: { id } }] } });
    }
    expect(await ask(windhoek, source, { filter: { ...of, custodyState: 'RETURNED' } })).toEqual({ assets: { edges: [] } });
    expect(await tally(windhoek, { ...of, custodyState: 'SEIZED' })).toMatchObject({ _entities: [{ assetTally: { count: 1, sums: [{ amount: '0.93', count: 1 }] } }] });
    expect(await tally(windhoek, of)).toMatchObject({ _entities: [{ assetTally: { count: 1, sums: [{ amount: '90071992547409.93', count: 1 }] } }] });
  });

  it('names every fault of an input in one answer', async () => {
    const { id, version } = await recorded('move-3');
    const wrong = { id, version, from: 'NOWHERE', to: 'SEIZED', day: '2026-03-09', legalBasis: ' ', agency: 'nobody' };
    expect(await change(tokyo, 'moveAsset', wrong)).toMatchObject({ issues: [{ path: 'from' }, { path: 'day' }, { path: 'legalBasis' }, { path: 'agency' }] });
    expect(await change(tokyo, 'moveAsset', { ...wrong, from: 'FROZEN', day: '2026-02-25', legalBasis: 'x'.repeat(501), agency: null })).toMatchObject({ issues: [{ path: 'legalBasis' }] });
    expect(await change(tokyo, 'moveAsset', { id, version, ...seizure, to: 'SOLD' })).toMatchObject({ issues: [{ path: 'to' }] });
  });

  it('is refused for whoever read the version before, has not the role, or did not record it', async () => {
    const { id, version } = await recorded('move-4');
    const { asset } = await change(tokyo, 'moveAsset', { id, version, ...seizure });
    expect(await change(tokyo, 'moveAsset', { id, version, ...seizure })).toMatchObject({ __typename: 'Conflict', currentVersion: asset?.version });
    const next = { id, version: asset?.version, from: 'SEIZED', to: 'FORFEITED', day: '2026-02-26', legalBasis: 'Judgment' };
    expect(await change(officer('jp-ncb', ['reader']), 'moveAsset', next)).toMatchObject({ __typename: 'Forbidden' });
    const foreign = await change(windhoek, 'moveAsset', next);
    expect(foreign).toMatchObject({ __typename: 'NotFound' });
    expect(foreign).toEqual(await change(windhoek, 'moveAsset', { ...next, id: 'nothing' }));
  });
});

describe('Mutation.retractAssetMove', () => {
  it('puts the asset where it stood, keeps the move in the chain, and refuses one on which others stand', async () => {
    const { id, version } = await recorded('back-1');
    const first = await change(tokyo, 'moveAsset', { id, version, from: 'FROZEN', to: 'SEIZED', day: '2026-02-25', legalBasis: 'One' });
    const second = await change(tokyo, 'moveAsset', { id, version: first.asset?.version, from: 'SEIZED', to: 'FORFEITED', day: '2026-02-26', legalBasis: 'Two' });
    const [one, two] = chain.parse(second.asset).custodyChain;
    expect(await change(tokyo, 'retractAssetMove', { id, version: second.asset?.version, moveId: one?.id })).toMatchObject({
      issues: [{ path: 'moveId', message: `Other moves stand on this one: SEIZED to FORFEITED on 2026-02-26, move ${two?.id ?? ''}. Retract them first.` }],
    });
    const back = await change(tokyo, 'retractAssetMove', { id, version: second.asset?.version, moveId: two?.id });
    const again = await change(tokyo, 'retractAssetMove', { id, version: back.asset?.version, moveId: one?.id });
    expect(again.asset).toMatchObject({ custodyState: { code: 'FROZEN' }, holdings: [FOUND], custodyChain: [{ legalBasis: 'One', retractedAt: expect.any(String) }, { legalBasis: 'Two', retractedAt: expect.any(String) }] });
    expect(await change(tokyo, 'retractAssetMove', { id, version: again.asset?.version, moveId: one?.id })).toMatchObject({ issues: [{ path: 'moveId' }] });
  });
});

describe('a correction of an asset that has moved', () => {
  it('leaves quantity and value alone until its moves are retracted, and then counts anew', async () => {
    const { id, version } = await recorded('moved-1');
    const moved = await change(tokyo, 'moveAsset', { id, version, from: 'FROZEN', to: 'SEIZED', day: '2026-02-25', legalBasis: 'One' });
    const value = { amount: '7', currency: 'USD' };
    expect(await change(tokyo, 'correctAsset', { id, version: moved.asset?.version, value, quantity: '2', day: '2026-02-26' })).toMatchObject({
      issues: [{ path: 'day' }, { path: 'quantity', message: expect.stringContaining('retract them first') }, { path: 'value' }],
    });
    const [move] = chain.parse(moved.asset).custodyChain;
    const back = await change(tokyo, 'retractAssetMove', { id, version: moved.asset?.version, moveId: move?.id });
    expect(await change(tokyo, 'correctAsset', { id, version: back.asset?.version, value, quantity: '2' })).toMatchObject({
      asset: { value: { amount: '7' }, holdings: [{ custodyState: { code: 'FROZEN' }, quantity: '2', value: { amount: '7' } }] },
    });
  });
});

describe('taking an asset back', () => {
  it.each(['retractAsset', 'eraseAsset'])('by %s hides it and takes it out of the tally', async (mutation) => {
    const { id, version } = await recorded(`${mutation}-1`, { day: '2025-06-01' });
    expect(await change(tokyo, mutation, { id, version })).toMatchObject({ __typename: 'AssetAccepted', asset: null });
    expect(await ask(tokyo, 'query ($id: ID!) { asset(id: $id) { id } }', { id })).toEqual({ asset: null });
    expect(await tally(tokyo, { dayTo: '2025-06-01' })).toMatchObject({ _entities: [{ assetTally: { count: null } }] });
  });
});
