import { fileURLToPath } from 'node:url';
import { loadLedger } from '../../../seed/load-ledger.js';
import { officer } from '../../../shared/testing/ask.js';
import { change } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import { CONFIDANT, HOME, LATECOMER, MERGED, ORGANISATIONS, OWNER } from './cast.js';
import { recordInput } from './record-input.js';
import { ACTOR, CELLS, LANTERN, MOSAIC, WALLET, type WorldPlan } from './world-plan.js';

const LEDGER = fileURLToPath(new URL('../../../seed/data/ledger/colonial-pipeline-2021.jsonl', import.meta.url));

/** Builds the world of a plan, always in the same order and at the same instants. */
export async function buildWorld(exchange: TestExchange, { records, figures }: WorldPlan): Promise<void> {
  await exchange.register(...ORGANISATIONS);
  await registerOperations(exchange);
  await change(exchange, officer(OWNER), 'recordCriminalGroup', {
    reference: 'crane', operation: MOSAIC, name: 'Crane', crimeTypes: ['VOICE_PHISHING'], handling: { tlp: 'CLEAR' },
    cells: [{ code: CELLS[0], name: 'Callers', country: 'NA', function: 'CALLING' }],
  });
  await tagWallet(exchange);
  await loadLedger(exchange.exchange.virtualAssets.stores.ledger, LEDGER);
  for (const [index, { kind, originator, tlp, partTlp, ...details }] of records.entries()) {
    const input = recordInput(kind, { ...details, reference: `R-${index}`, handling: { tlp }, partHandling: partTlp === null ? null : { tlp: partTlp } });
    const { id, version } = await change(exchange, officer(originator), `record${kind}`, input);
    if (kind === 'Asset' && index % 2 === 0) {
      const seizure = { id, version, from: 'FROZEN', to: 'SEIZED', day: details.day, amount: '7.93', legalBasis: 'Invented order' };
      await change(exchange, officer(originator), 'moveAsset', seizure);
    }
  }
  for (const [index, { originator, value, tlp }] of figures.entries()) {
    await change(exchange, officer(originator), 'reportFigure', {
      reference: `F-${index}`, operation: MOSAIC, measure: 'ARRESTS', qualifier: 'EXACT', value, handling: { tlp },
    });
  }
  await exchange.register(MERGED);
}

/** Everybody reads of an address that it is an exchange's, and who operates that. */
async function tagWallet(exchange: TestExchange): Promise<void> {
  await change(exchange, officer(OWNER), 'recordExchangeOperator', {
    reference: ACTOR, actor: ACTOR, name: 'Invented Exchange', categories: ['exchange'], jurisdictions: ['NA', 'SG'], handling: { tlp: 'CLEAR' },
  });
  await change(exchange, officer(OWNER), 'recordTag', {
    reference: 'tag', network: 'ETHEREUM', address: WALLET, currency: 'ETH', label: 'Invented Exchange 1', source: 'A list', confidence: 'web_crawl', category: 'exchange', actor: ACTOR, handling: { tlp: 'CLEAR' },
  });
}

async function registerOperations(exchange: TestExchange): Promise<void> {
  await change(exchange, officer('interpol'), 'registerOperation', {
    reference: 'mosaic', name: 'Mosaic', start: '2026-03', phases: [{ name: 'First', kind: 'ENFORCEMENT', start: '2026-03' }], crimeTypes: ['VOICE_PHISHING'], mentions: ['JP', 'NA'], handling: { tlp: 'CLEAR' },
    participants: [
      { organisation: HOME, role: 'LEAD' },
      { organisation: OWNER, role: 'LEAD' },
      { organisation: CONFIDANT },
      { organisation: 'de-old' },
      { organisation: 'br-ncb', role: 'OBSERVER' },
    ],
  });
  await change(exchange, officer('europol'), 'registerOperation', {
    reference: 'lantern', name: 'Lantern', handling: { tlp: 'GREEN' },
    participants: [{ organisation: OWNER, role: 'LEAD' }, { organisation: CONFIDANT }],
  });
  await exchange.moveClock(1_000);
  await change(exchange, officer('interpol'), 'addParticipation', { operation: MOSAIC, organisation: LATECOMER });
  await change(exchange, officer('europol'), 'addParticipation', { operation: LANTERN, organisation: LATECOMER });
  await exchange.moveClock(1_000);
}
