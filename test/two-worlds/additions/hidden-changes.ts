import { officer } from '../../../shared/testing/ask.js';
import { change, remove, type Changed } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import type { Tlp } from '../../../shared/handling/label.js';
import { CONFIDANT, everybodyBut, OUTSIDER, OWNER } from '../world/cast.js';
import { DAYS } from '../world/world-plan.js';
import { recordInput, RECORD_KINDS, type RecordKind } from '../world/record-input.js';
import type { Words } from '../battery/words.js';
import type { Addition } from './addition.js';
import { wordsOf } from './hidden-records.js';
import { passTime } from './pass-time.js';

const owner = officer(OWNER);
const IN_JULY = '2026-07-01T00:00:00.000Z';

/** Releases a record to the confidant, or to whom it is to be shown, unless that was done before. */
async function releaseOnce(exchange: TestExchange, kind: RecordKind, record: Changed, shownTo: string | null): Promise<Changed> {
  if ((record.releases ?? []).length > 0) return record;
  const release = { to: { organisation: shownTo ?? CONFIDANT }, purpose: 'SUPPORT_INVESTIGATION', until: IN_JULY, withIdentity: true };
  return await change(exchange, owner, `release${kind}`, { id: record.id, version: record.version, release });
}

/** Moves a part of an asset, unless that was done before. */
async function moveOnce(exchange: TestExchange, _kind: RecordKind, record: Changed): Promise<Changed> {
  if (moveIdsOf(record).length > 0) return record;
  const { id, version } = record;
  return await change(exchange, owner, 'moveAsset', { id, version, from: 'FROZEN', to: 'SEIZED', day: DAYS[2], amount: '0.93', legalBasis: 'Invented secret order' });
}

type HiddenChange = (exchange: TestExchange, kind: RecordKind, record: Changed, shownTo: string | null) => Promise<Partial<Words> | undefined>;

interface Change {
  readonly name: string;
  readonly tlpShown: Tlp;
  /** Left out, every kind. */
  readonly kinds?: readonly RecordKind[];
  /** What has happened to the record in both worlds. */
  readonly before?: (exchange: TestExchange, kind: RecordKind, record: Changed, shownTo: string | null) => Promise<Changed>;
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
    name: 'custody move',
    tlpShown: 'CLEAR',
    kinds: ['Asset'],
    async change(exchange, kind, record) {
      return { moveIds: moveIdsOf(await moveOnce(exchange, kind, record)) };
    },
  },
  {
    name: 'retraction of a custody move',
    tlpShown: 'CLEAR',
    kinds: ['Asset'],
    before: moveOnce,
    async change(exchange, _kind, { id, version, ...moved }) {
      const [moveId] = moveIdsOf(moved);
      await change(exchange, owner, 'retractAssetMove', { id, version, moveId });
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
    async change(exchange, kind, record, shownTo) {
      const { releases } = await releaseOnce(exchange, kind, record, shownTo);
      return { releaseIds: (releases ?? []).map((released) => released.id) };
    },
  },
  {
    name: 'recall of a release to somebody else',
    tlpShown: 'RED',
    before: releaseOnce,
    async change(exchange, kind, { id, releases }) {
      const ids = (releases ?? []).map((released) => released.id);
      for (const releaseId of ids) await change(exchange, owner, `recall${kind}Release`, { id, releaseId });
      return { releaseIds: ids };
    },
  },
];

/** What becomes of a record that is in both worlds and that the viewer may read in neither. */
export const HIDDEN_CHANGES: readonly Addition[] = CHANGES.flatMap(({ name, tlpShown, kinds = RECORD_KINDS, before, change: make }) =>
  kinds.map((kind): Addition => {
    const reference = `${kind} with a ${name}`;
    return {
      name: `${name} of a hidden ${kind.toLowerCase()}`,
      hiddenFrom: everybodyBut(),
      shownTo: 'an outsider',
      seenBy: OWNER,
      async add(exchange, side, light) {
        const tlp = light === 'HIDDEN' ? 'RED' : tlpShown;
        const record = await change(exchange, owner, `record${kind}`, recordInput(kind, { reference, name: 'Invented Secret', number: 'INVENTED-SECRET', handling: { tlp } }));
        const shownTo = light === 'HIDDEN' ? null : OUTSIDER;
        const prepared = (await before?.(exchange, kind, record, shownTo)) ?? record;
        const between = await passTime(exchange);
        const more = side === 'B' ? await make(exchange, kind, prepared, shownTo) : undefined;
        return { ...wordsOf(OWNER, kind, reference), instants: [between], ...more };
      },
    };
  }),
);

function moveIdsOf(changed: Pick<Changed, 'custodyChain'>): string[] {
  return (changed.custodyChain ?? []).map(({ id }) => id);
}
