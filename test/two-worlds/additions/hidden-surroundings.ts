import { z } from 'zod';
import { ask, officer } from '../../../shared/testing/ask.js';
import { attempt, change, type Changed } from '../../../shared/testing/change.js';
import { authority } from '../../../shared/testing/organisations.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import { CONFIDANT, everybodyBut, HOME, LATECOMER, OWNER } from '../world/cast.js';
import { idOf } from '../world/known-ids.js';
import { recordInput, RECORD_KINDS } from '../world/record-input.js';
import { CELLS, DAYS, MOSAIC } from '../world/world-plan.js';
import type { Addition, Light } from './addition.js';
import { recordHidden, wordsOf } from './hidden-records.js';

const EVERYBODY = everybodyBut();

const AGENCY: Addition = {
  name: 'organisation whose entry in the register is RED',
  hiddenFrom: everybodyBut('an officer of the coordinating body'),
  shownTo: 'an outsider',
  seenBy: 'interpol',
  async add(exchange, side, light) {
    if (side === 'B') await exchange.register(authority('na-quiet', 'NA', { tlp: light === 'HIDDEN' ? 'RED' : 'CLEAR' }));
    return { organisationCodes: ['na-quiet'], ids: { Agency: [idOf('Agency', 'interpol', 'na-quiet')] } };
  },
};

/** An organisation that nobody sees gives records that everybody reads, all but a part of them. */
const AGENCY_NAME: Addition = {
  name: 'name of an organisation whose entry is RED and whose records are not',
  hiddenFrom: everybodyBut('an officer of the coordinating body'),
  shownTo: 'an outsider',
  seenBy: 'interpol',
  async add(exchange, side, light) {
    const entry = authority('na-veiled', 'NA', { tlp: light === 'HIDDEN' ? 'RED' : 'CLEAR', name: side === 'A' ? 'Other Name' : 'Secret Name' });
    await exchange.register(entry);
    for (const kind of RECORD_KINDS) {
      const details = { reference: `${kind} veiled`, operation: null, handling: { tlp: 'CLEAR' }, partHandling: { tlp: 'RED' } } as const;
      const { id, version } = await change(exchange, officer('na-veiled'), `record${kind}`, recordInput(kind, details));
      const seizure = { id, version, from: 'FROZEN', to: 'SEIZED', day: DAYS[2], legalBasis: 'Invented order' };
      // Sent twice it is refused, and that is as good.
      if (kind === 'Asset') await attempt(exchange, officer('na-veiled'), 'moveAsset', seizure);
    }
    return { organisationCodes: ['na-veiled'], ids: { Agency: [idOf('Agency', 'interpol', 'na-veiled')] } };
  },
};

/** With all that hangs on it: founding participants, phases, a figure, a criminal group, and CLEAR records of every kind. */
const OPERATION: Addition = {
  name: 'operation, with CLEAR figures and records under it',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    if (side === 'B') {
      await registerShadow(exchange, 'shadow', light);
      await change(exchange, officer(OWNER), 'reportFigure', {
        reference: 'under shadow', operation: 'europol/shadow', measure: 'ARRESTS', qualifier: 'EXACT', value: '3', handling: { tlp: 'CLEAR' },
      });
      await change(exchange, officer(OWNER), 'recordCriminalGroup', {
        reference: 'under-shadow', operation: 'europol/shadow', name: 'Under Shadow', handling: { tlp: 'CLEAR' },
        cells: [{ code: CELLS[0], name: 'Callers', country: 'NA', function: 'CALLING' }],
      });
      for (const kind of RECORD_KINDS) await recordHidden(exchange, OWNER, kind, { reference: `${kind} under shadow`, operation: 'europol/shadow', handling: { tlp: 'CLEAR' } });
    }
    const records = wordsOf(OWNER, 'Arrest', 'Arrest under shadow');
    return {
      ...records,
      ids: {
        Operation: [idOf('Operation', 'europol', 'shadow')],
        ReportedFigure: [idOf('ReportedFigure', OWNER, 'under shadow')],
        CriminalGroup: [idOf('CriminalGroup', OWNER, 'under-shadow')],
        ...Object.fromEntries(RECORD_KINDS.map((kind) => [kind, [idOf(kind, OWNER, `${kind} under shadow`)]])),
      },
      operationCodes: ['europol/shadow'],
      groupCodes: [`${OWNER}/under-shadow`],
    };
  },
};

const PHASES: Addition = {
  name: 'phases of an operation that is hidden',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const { id, version } = await registerShadow(exchange, 'twilight', light);
    const phases = [{ name: 'Secret phase', kind: 'INTELLIGENCE', start: '2026-02', end: '2026-03' }];
    if (side === 'B') await change(exchange, officer('europol'), 'correctPhases', { id, version, phases });
    return { ids: { Operation: [id] }, operationCodes: ['europol/twilight'] };
  },
};

const FIGURE: Addition = {
  name: 'figure that is RED',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const input = { reference: 'secret figure', operation: MOSAIC, measure: 'ARRESTS', qualifier: 'EXACT', value: '3', handling: { tlp: light === 'HIDDEN' ? 'RED' : 'CLEAR' } };
    if (side === 'B') await change(exchange, officer(OWNER), 'reportFigure', input);
    return { ids: { ReportedFigure: [idOf('ReportedFigure', OWNER, 'secret figure')] }, references: ['secret figure'] };
  },
};

const MONEY_FIGURE: Addition = {
  name: 'figure of money that is RED',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const money = { measure: 'AMOUNT', meaning: 'SEIZED', currency: 'USD', qualifier: 'EXACT', value: '5000000.01' };
    const input = { reference: 'secret money', operation: MOSAIC, ...money, handling: { tlp: light === 'HIDDEN' ? 'RED' : 'CLEAR' } };
    if (side === 'B') await change(exchange, officer(OWNER), 'reportFigure', input);
    return { ids: { ReportedFigure: [idOf('ReportedFigure', OWNER, 'secret money')] }, references: ['secret money'] };
  },
};

const CORRECTED_FIGURE: Addition = {
  name: 'correction of a figure that is RED',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const input = { reference: 'corrected figure', operation: MOSAIC, measure: 'ARRESTS', qualifier: 'EXACT', value: '3', handling: { tlp: light === 'HIDDEN' ? 'RED' : 'CLEAR' } };
    const { id, version } = await change(exchange, officer(OWNER), 'reportFigure', input);
    if (side === 'B') await change(exchange, officer(OWNER), 'correctFigure', { id, version, value: '4', qualifier: 'EXACT' });
    return { ids: { ReportedFigure: [id] } };
  },
};

const PARTICIPATION: Addition = {
  name: 'participation in an operation that is hidden',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    await registerShadow(exchange, 'dusk', light);
    const added = side === 'B' ? [await change(exchange, officer(OWNER), 'addParticipation', { operation: 'europol/dusk', organisation: HOME })] : [];
    return { ids: { Operation: [idOf('Operation', 'europol', 'dusk')], Participation: added.map(({ id }) => id) }, operationCodes: ['europol/dusk'] };
  },
};

/** Whether a later participation reaches an originator's AMBER records concerns those two alone. */
const DECISION: Addition = {
  name: 'decision about the participation of another organisation',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const organisation = light === 'HIDDEN' ? LATECOMER : 'kr-ncb';
    // Sent twice it is refused, and that is as good.
    if (light === 'SHOWN') await attempt(exchange, officer('interpol'), 'addParticipation', { operation: MOSAIC, organisation });
    const arrest = recordInput('Arrest', { reference: 'for latecomers', handling: { tlp: 'AMBER' } });
    await change(exchange, officer(OWNER), 'recordArrest', arrest);
    const id = await participationIn(exchange, MOSAIC, organisation);
    if (side === 'B') await change(exchange, officer(OWNER), 'decideParticipation', { id, decision: 'ACCEPTED' });
    return { ids: { Participation: [id] } };
  },
};

/** The rescue is there for everybody; that the same person was arrested is there for whoever may read that arrest. */
const ARREST_OF_A_RESCUED_PERSON: Addition = {
  name: 'arrest of a person whose rescue everybody reads',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const tlp = light === 'HIDDEN' ? 'RED' : 'CLEAR';
    const arrest = await change(exchange, officer(OWNER), 'recordArrest', recordInput('Arrest', { reference: 'arrest of the rescued', handling: { tlp } }));
    const details = { reference: 'rescue of the arrested', handling: { tlp: 'CLEAR' }, partHandling: { tlp: 'RED' } } as const;
    const { id, version } = await change(exchange, officer(OWNER), 'recordRescue', recordInput('Rescue', details));
    if (side === 'B') await change(exchange, officer(OWNER), 'correctRescue', { id, version, arrest: arrest.id });
    return { ids: { Rescue: [id], Arrest: [arrest.id] } };
  },
};

/** That somebody read a record is known to its originator's auditors alone. */
const DISCLOSURE: Addition = {
  name: 'disclosure to another owner',
  hiddenFrom: EVERYBODY,
  shownTo: 'a liaison of a participant',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const originator = light === 'HIDDEN' ? OWNER : HOME;
    const ids = [];
    for (const kind of RECORD_KINDS) {
      const { id } = await change(exchange, officer(originator), `record${kind}`, recordInput(kind, { reference: `read ${kind}`, handling: { tlp: 'AMBER' } }));
      ids.push(id);
    }
    const [arrest = '', rescue = '', asset = ''] = ids;
    const reading = 'query ($arrest: ID!, $rescue: ID!, $asset: ID!) { arrest(id: $arrest) { id } rescue(id: $rescue) { id } asset(id: $asset) { id } }';
    if (side === 'B') await ask(exchange, officer(CONFIDANT), reading, { arrest, rescue, asset });
    return { ids: { Arrest: [arrest], Rescue: [rescue], Asset: [asset] } };
  },
};

/** One arrest, rescue and asset more whenever the viewer has turned a first page. */
const BETWEEN_PAGES: Addition = {
  name: 'hidden records made while pages are turned',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  add: async () => Promise.resolve({ ids: { Arrest: [idOf('Arrest', OWNER, 'Arrest between pages 0')] } }),
  async betweenPages(exchange, side, light, turn) {
    if (side === 'A') return;
    for (const kind of RECORD_KINDS) {
      await recordHidden(exchange, OWNER, kind, { reference: `${kind} between pages ${turn}`, handling: { tlp: light === 'HIDDEN' ? 'RED' : 'CLEAR' } });
    }
  },
};

export const HIDDEN_SURROUNDINGS: readonly Addition[] = [AGENCY, AGENCY_NAME, OPERATION, PHASES, FIGURE, MONEY_FIGURE, CORRECTED_FIGURE, PARTICIPATION, DECISION, ARREST_OF_A_RESCUED_PERSON, DISCLOSURE, BETWEEN_PAGES];

/** An operation of Europol for the owner and its confidant alone. */
async function registerShadow(exchange: TestExchange, reference: string, light: Light): Promise<Changed> {
  const handling = light === 'HIDDEN' ? { tlp: 'RED', recipients: [{ organisation: OWNER }, { organisation: CONFIDANT }] } : { tlp: 'CLEAR' };
  return await change(exchange, officer('europol'), 'registerOperation', {
    reference, name: 'Shadow', start: '2026-03', handling, participants: [{ organisation: OWNER, role: 'LEAD' }, { organisation: CONFIDANT }],
  });
}

const TAKING_PART = 'query ($code: String) { operation(code: $code) { participations { edges { node { id organisation { code } } } } } }';
const takingPart = z.object({
  operation: z.object({ participations: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string(), organisation: z.object({ code: z.string() }).nullable() }) })) }) }),
});

/** The id of the participation of an organisation, as the coordinating body reads it. */
async function participationIn(exchange: TestExchange, code: string, organisation: string): Promise<string> {
  const { data } = await ask(exchange, officer('interpol'), TAKING_PART, { code });
  const found = takingPart.parse(data).operation.participations.edges.find(({ node }) => node.organisation?.code === organisation);
  if (found === undefined) throw new Error(`${organisation} takes no part in ${code}.`);
  return found.node.id;
}
