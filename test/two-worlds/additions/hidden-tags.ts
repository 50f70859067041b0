import type { Tlp } from '../../../shared/handling/label.js';
import { officer } from '../../../shared/testing/ask.js';
import { change, remove, type Changed } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import type { Words } from '../battery/words.js';
import { CONFIDANT, everybodyBut, OUTSIDER, OWNER } from '../world/cast.js';
import { idOf } from '../world/known-ids.js';
import { recordInput } from '../world/record-input.js';
import { ACTOR, AFFILIATE, LANTERN, MOSAIC, WALLET } from '../world/world-plan.js';
import type { Addition, Light } from './addition.js';

const owner = officer(OWNER);
const EVERYBODY = everybodyBut();
const IN_JULY = '2026-07-01T00:00:00.000Z';
/** Of which nobody but Windhoek reads anything. */
const SECRET_WALLET = '0x52908400098527886e0f7030069857d2e4169ee7';
const SECRET_ACTOR = 'secret-exchange';

const OF_A_TAG = { network: 'ETHEREUM', currency: 'ETH', label: 'Invented Secret', source: 'Case 1', confidence: 'ownership', category: 'mixing_service', abuse: 'scam', concepts: ['phishing'], pack: 'invented.yaml' };

const words = (reference: string): Partial<Words> => ({
  ids: { Tag: [idOf('Tag', OWNER, reference)], ExchangeOperator: [idOf('ExchangeOperator', OWNER, SECRET_ACTOR)], Address: [`ETHEREUM:${SECRET_WALLET}`] },
  references: [reference],
  names: ['Invented Secret'],
  addresses: [SECRET_WALLET],
  actors: [SECRET_ACTOR],
  operatorCodes: [`${OWNER}/${SECRET_ACTOR}`],
});

function hiddenIn(light: Light): Tlp {
  return light === 'HIDDEN' ? 'RED' : 'CLEAR';
}

/** Something that is only in B. */
function only(name: string, reference: string, add: (exchange: TestExchange, light: Light) => Promise<unknown>): Addition {
  return {
    name, hiddenFrom: EVERYBODY, shownTo: 'an outsider', seenBy: OWNER,
    async add(exchange, side, light) {
      if (side === 'B') await add(exchange, light);
      return words(reference);
    },
  };
}

const ADDED: readonly Addition[] = [
  only('tag that is RED and disagrees with one that is CLEAR', 'disagreeing-tag', (exchange, light) =>
    change(exchange, owner, 'recordTag', { ...OF_A_TAG, reference: 'disagreeing-tag', address: WALLET, actor: SECRET_ACTOR, handling: { tlp: hiddenIn(light) } })),
  only('tag that is RED of an address of which nobody reads anything', 'secret-tag', (exchange, light) =>
    change(exchange, owner, 'recordTag', { ...OF_A_TAG, reference: 'secret-tag', address: SECRET_WALLET, actor: ACTOR, handling: { tlp: hiddenIn(light) } })),
  only('tag that is RED of an address at which a trace would stop', 'service-tag', (exchange, light) =>
    change(exchange, owner, 'recordTag', { ...OF_A_TAG, network: 'BITCOIN', currency: 'BTC', reference: 'service-tag', address: AFFILIATE, handling: { tlp: hiddenIn(light) } })),
  only('tag that is AMBER of an operation without the viewer', 'lantern-tag', (exchange, light) =>
    change(exchange, owner, 'recordTag', {
      ...OF_A_TAG, reference: 'lantern-tag', address: WALLET, operation: light === 'HIDDEN' ? LANTERN : MOSAIC, handling: { tlp: light === 'HIDDEN' ? 'AMBER' : 'CLEAR' },
    })),
  only('tag that is RED of the address on another network', 'elsewhere-tag', (exchange, light) =>
    change(exchange, owner, 'recordTag', { ...OF_A_TAG, reference: 'elsewhere-tag', network: 'POLYGON', address: WALLET, handling: { tlp: hiddenIn(light) } })),
  only('entry that is RED of the operator of a CLEAR tag', SECRET_ACTOR, (exchange, light) =>
    change(exchange, owner, 'recordExchangeOperator', {
      reference: SECRET_ACTOR, actor: ACTOR, name: 'Secret Exchange', categories: ['gambling'], jurisdictions: ['KR'], webAddresses: ['secret.test'], handling: { tlp: hiddenIn(light) },
    })),
  only('asset whose identifiers are RED, seized at a tagged address', 'asset-at-wallet', (exchange, light) =>
    change(exchange, owner, 'recordAsset', {
      ...recordInput('Asset', { reference: 'asset-at-wallet', handling: { tlp: hiddenIn(light) } }),
      kind: 'VIRTUAL_ASSET', value: { amount: '1', network: 'ETHEREUM' }, identifiers: { walletAddress: WALLET, walletNetwork: 'ETHEREUM' },
    })),
];

interface TagChange {
  readonly name: string;
  readonly tlpShown: Tlp;
  readonly change: (exchange: TestExchange, tag: Changed, light: Light) => Promise<Partial<Words> | undefined>;
}

const CHANGES: readonly TagChange[] = [
  {
    name: 'correction',
    tlpShown: 'CLEAR',
    async change(exchange, { id, version }) {
      await change(exchange, owner, 'correctTag', { id, version, category: 'exchange', confidence: 'heuristic', actor: SECRET_ACTOR });
      return undefined;
    },
  },
  {
    name: 'retraction',
    tlpShown: 'CLEAR',
    async change(exchange, { id, version }) {
      await remove(exchange, owner, 'retractTag', { id, version });
      return undefined;
    },
  },
  {
    name: 'release to somebody else',
    tlpShown: 'RED',
    async change(exchange, { id, version }, light) {
      const release = { to: { organisation: light === 'HIDDEN' ? CONFIDANT : OUTSIDER }, purpose: 'SUPPORT_INVESTIGATION', until: IN_JULY, withIdentity: false };
      const { releases } = await change(exchange, owner, 'releaseTag', { id, version, release });
      return { releaseIds: (releases ?? []).map((released) => released.id) };
    },
  },
];

/** What becomes of a tag that is in both worlds and that the viewer may read in neither. */
const CHANGED: readonly Addition[] = CHANGES.map(({ name, tlpShown, change: make }): Addition => ({
  name: `${name} of a hidden tag`,
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const reference = `tag-with-${name.replaceAll(' ', '-')}`;
    const tag = await change(exchange, owner, 'recordTag', { ...OF_A_TAG, reference, address: WALLET, handling: { tlp: light === 'HIDDEN' ? 'RED' : tlpShown } });
    const more = side === 'B' ? await make(exchange, tag, light) : undefined;
    return { ...words(reference), ...more };
  },
}));

export const HIDDEN_TAGS: readonly Addition[] = [...ADDED, ...CHANGED];
