import { officer } from '../../../shared/testing/ask.js';
import { change, remove, type Changed } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import type { Tlp } from '../../../shared/handling/label.js';
import { CONFIDANT, everybodyBut, OWNER, type ViewerName } from '../world/cast.js';
import { recordInput, RECORD_KINDS, type RecordKind } from '../world/record-input.js';
import type { Words } from '../battery/words.js';
import type { Addition } from './addition.js';
import { wordsOf } from './hidden-records.js';

const owner = officer(OWNER);
const IN_JULY = '2026-07-01T00:00:00.000Z';

type HiddenChange = (exchange: TestExchange, kind: RecordKind, record: Changed, shownTo: string | null) => Promise<Partial<Words> | undefined>;

interface Change {
  readonly name: string;
  readonly tlpShown: Tlp;
  /** The organisation to which the change itself would show. */
  readonly shownToOrganisation?: string;
  readonly shownTo?: ViewerName;
  readonly change: HiddenChange;
}

const CHANGES: readonly Change[] = [
  {
    name: 'correction',
    tlpShown: 'CLEAR',
    async change(exchange, kind, { id, version }) {
      await change(exchange, owner, `correct${kind}`, { id, version, country: 'SG' });
      return undefined;
    },
  },
  {
    name: 'retraction',
    tlpShown: 'CLEAR',
    async change(exchange, kind, { id, version }) {
      await remove(exchange, owner, `retract${kind}`, { id, version });
      return undefined;
    },
  },
  {
    name: 'erasure',
    tlpShown: 'CLEAR',
    async change(exchange, kind, { id, version }) {
      await remove(exchange, owner, `erase${kind}`, { id, version });
      return undefined;
    },
  },
  {
    name: 'relabelling',
    tlpShown: 'CLEAR',
    async change(exchange, kind, { id, version }, shownTo) {
      await change(exchange, owner, `relabel${kind}`, { id, version, handling: { tlp: shownTo === null ? 'AMBER_STRICT' : 'GREEN' }, identityHandling: { tlp: 'RED' } });
      return undefined;
    },
  },
  {
    name: 'release to somebody else',
    tlpShown: 'RED',
    shownToOrganisation: 'kr-ncb',
    async change(exchange, kind, { id, version }, shownTo) {
      const release = { to: { organisation: shownTo ?? CONFIDANT }, purpose: 'SUPPORT_INVESTIGATION', until: IN_JULY, withIdentity: true };
      const { releases } = await change(exchange, owner, `release${kind}`, { id, version, release });
      return { releaseIds: (releases ?? []).map((released) => released.id) };
    },
  },
  {
    name: 'recalled release to somebody else',
    tlpShown: 'CLEAR',
    shownToOrganisation: 'kr-ncb',
    async change(exchange, kind, { id, version }, shownTo) {
      const release = { to: { organisation: shownTo ?? CONFIDANT }, purpose: 'SUPPORT_INVESTIGATION', until: IN_JULY, withIdentity: false };
      const { releases } = await change(exchange, owner, `release${kind}`, { id, version, release });
      const releaseId = releases?.[0]?.id ?? '';
      await change(exchange, owner, `recall${kind}Release`, { id, releaseId });
      return { releaseIds: [releaseId] };
    },
  },
];

/** What becomes of a record that is in both worlds and that the viewer may read in neither. */
export const HIDDEN_CHANGES: readonly Addition[] = CHANGES.flatMap(({ name, tlpShown, shownToOrganisation, shownTo = 'an outsider', change: make }) =>
  RECORD_KINDS.map((kind): Addition => {
    const reference = `${kind} with a ${name}`;
    return {
      name: `${name} of a hidden ${kind.toLowerCase()}`,
      hiddenFrom: everybodyBut(),
      shownTo,
      seenBy: OWNER,
      async add(exchange, side, light) {
        const tlp = light === 'HIDDEN' ? 'RED' : tlpShown;
        const record = await change(exchange, owner, `record${kind}`, recordInput(kind, { reference, name: 'Invented Secret', number: 'INVENTED-SECRET', handling: { tlp } }));
        const more = side === 'B' ? await make(exchange, kind, record, light === 'HIDDEN' ? null : (shownToOrganisation ?? 'kr-ncb')) : undefined;
        return { ...wordsOf(OWNER, kind, reference), ...more };
      },
    };
  }),
);
