import { officer } from '../../../shared/testing/ask.js';
import { change, remove, type Changed } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import type { Tlp } from '../../../shared/handling/label.js';
import type { Words } from '../battery/words.js';
import { CONFIDANT, everybodyBut, OWNER, OUTSIDER } from '../world/cast.js';
import { idOf } from '../world/known-ids.js';
import { recordInput } from '../world/record-input.js';
import { CELLS, CRANE, LANTERN, MOSAIC } from '../world/world-plan.js';
import type { Addition, Light } from './addition.js';

const owner = officer(OWNER);
const EVERYBODY = everybodyBut();
const IN_JULY = '2026-07-01T00:00:00.000Z';

const MEMBER = { countriesOfCommission: ['SG'], countriesOfVictims: ['FI'], role: 'CALLER' };

const GROUP: Addition = {
  name: 'criminal group that is RED',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    if (side === 'B') await recordGroup(exchange, 'secret-group', { tlp: light === 'HIDDEN' ? 'RED' : 'CLEAR' });
    return groupWords('secret-group');
  },
};

const AMBER_GROUP: Addition = {
  name: 'criminal group that is AMBER in an operation without the viewer',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    if (side === 'B') await recordGroup(exchange, 'lantern-group', { tlp: light === 'HIDDEN' ? 'AMBER' : 'CLEAR', operation: light === 'HIDDEN' ? LANTERN : MOSAIC });
    return groupWords('lantern-group');
  },
};

/** An arrest that everybody reads joins a group that nobody sees, and is moved from it to another. */
const MEMBERSHIP: Addition = {
  name: 'membership of a CLEAR arrest in a criminal group that is RED',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const tlp = light === 'HIDDEN' ? 'RED' : 'CLEAR';
    await recordGroup(exchange, 'first-group', { tlp });
    await recordGroup(exchange, 'second-group', { tlp });
    const arrest = await change(exchange, owner, 'recordArrest', recordInput('Arrest', { reference: 'Arrest of a member', handling: { tlp: 'CLEAR' } }));
    if (side === 'B') {
      const { id, version } = await change(exchange, owner, 'correctArrest', { id: arrest.id, version: arrest.version, group: `${OWNER}/first-group`, cell: CELLS[0] });
      await change(exchange, owner, 'correctArrest', { id, version, group: `${OWNER}/second-group` });
    }
    return { ...groupWords('first-group', 'second-group'), ids: { Arrest: [arrest.id], CriminalGroup: [idOf('CriminalGroup', OWNER, 'first-group')] } };
  },
};

const MEMBERS: Addition = {
  name: 'arrest that is RED of a member of a criminal group that is CLEAR',
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const tlp = light === 'HIDDEN' ? 'RED' : 'CLEAR';
    const input = recordInput('Arrest', { reference: 'Arrest of a secret member', country: 'SG', handling: { tlp } });
    if (side === 'B') await change(exchange, owner, 'recordArrest', { ...input, ...MEMBER, group: CRANE, cell: CELLS[0] });
    return { ids: { Arrest: [idOf('Arrest', OWNER, 'Arrest of a secret member')] }, groupCodes: [CRANE] };
  },
};

interface GroupChange {
  readonly name: string;
  readonly tlpShown: Tlp;
  readonly change: (exchange: TestExchange, group: Changed, light: Light) => Promise<Partial<Words> | undefined>;
}

const CHANGES: readonly GroupChange[] = [
  {
    name: 'correction',
    tlpShown: 'CLEAR',
    async change(exchange, { id, version }) {
      await change(exchange, owner, 'correctCriminalGroup', { id, version, cells: [] });
      return undefined;
    },
  },
  {
    name: 'retraction',
    tlpShown: 'CLEAR',
    async change(exchange, { id, version }) {
      await remove(exchange, owner, 'retractCriminalGroup', { id, version });
      return undefined;
    },
  },
  {
    name: 'release to somebody else',
    tlpShown: 'RED',
    async change(exchange, { id, version }, light) {
      const release = { to: { organisation: light === 'HIDDEN' ? CONFIDANT : OUTSIDER }, purpose: 'SUPPORT_INVESTIGATION', until: IN_JULY, withIdentity: false };
      const { releases } = await change(exchange, owner, 'releaseCriminalGroup', { id, version, release });
      return { releaseIds: (releases ?? []).map((released) => released.id) };
    },
  },
];

/** What becomes of a group that is in both worlds and that the viewer may read in neither. */
const GROUP_CHANGES: readonly Addition[] = CHANGES.map(({ name, tlpShown, change: make }): Addition => ({
  name: `${name} of a hidden criminal group`,
  hiddenFrom: EVERYBODY,
  shownTo: 'an outsider',
  seenBy: OWNER,
  async add(exchange, side, light) {
    const reference = `group-with-${name.replaceAll(' ', '-')}`;
    const group = await recordGroup(exchange, reference, { tlp: light === 'HIDDEN' ? 'RED' : tlpShown });
    const more = side === 'B' ? await make(exchange, group, light) : undefined;
    return { ...groupWords(reference), ...more };
  },
}));

export const HIDDEN_GROUPS: readonly Addition[] = [GROUP, AMBER_GROUP, MEMBERSHIP, MEMBERS, ...GROUP_CHANGES];

function recordGroup(exchange: TestExchange, reference: string, { tlp, operation = MOSAIC }: { readonly tlp: Tlp; readonly operation?: string }): Promise<Changed> {
  return change(exchange, owner, 'recordCriminalGroup', {
    reference, operation, name: 'Invented Secret', crimeTypes: ['ROMANCE_SCAM'], handling: { tlp },
    cells: [{ code: CELLS[0], name: 'Callers', country: 'SG', function: 'CALLING' }],
  });
}

function groupWords(...references: readonly string[]): Partial<Words> {
  return {
    ids: { CriminalGroup: references.map((reference) => idOf('CriminalGroup', OWNER, reference)) },
    groupCodes: references.map((reference) => `${OWNER}/${reference}`),
    references,
  };
}
