import { officer } from '../../../shared/testing/ask.js';
import { change, remove, type Changed } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import { everybodyBut, OWNER } from '../world/cast.js';
import { recordInput, RECORD_KINDS, type RecordKind } from '../world/record-input.js';
import type { Addition, Light } from './addition.js';
import { wordsOf } from './hidden-records.js';
import { passTime } from './pass-time.js';

const owner = officer(OWNER);

interface Later {
  readonly name: string;
  readonly then: (exchange: TestExchange, kind: RecordKind, record: Changed, light: Light) => Promise<void>;
}

const LATER: readonly Later[] = [
  { name: 'that was CLEAR until it became RED', then: async () => Promise.resolve() },
  {
    name: 'that was CLEAR, became RED and was corrected',
    then: async (exchange, kind, { id, version }) => {
      await change(exchange, owner, `correct${kind}`, { id, version, country: 'SG' });
    },
  },
  {
    name: 'that was CLEAR, became RED and was retracted',
    // Where it is shown it stays: once retracted it shows at instants alone, of which a glance asks too few.
    then: async (exchange, kind, { id, version }, light) => {
      if (light === 'HIDDEN') await remove(exchange, owner, `retract${kind}`, { id, version });
    },
  },
];

/**
 * Records of world B that everybody could read at an instant of which tallies are asked. An earlier instant chooses
 * versions and never rights: whoever may not read the label now is told nothing of then.
 */
export const HIDDEN_PAST: readonly Addition[] = LATER.flatMap(({ name, then }) =>
  RECORD_KINDS.map((kind): Addition => {
    const reference = `${kind} ${name}`;
    return {
      name: `${kind.toLowerCase()} ${name}`,
      hiddenFrom: everybodyBut(),
      shownTo: 'an outsider',
      seenBy: OWNER,
      async add(exchange, side, light) {
        const record = side === 'B' ? await change(exchange, owner, `record${kind}`, recordInput(kind, { reference, name: 'Invented Secret', number: 'INVENTED-SECRET', handling: { tlp: 'CLEAR' } })) : null;
        const between = await passTime(exchange);
        if (record !== null) await then(exchange, kind, await relabelled(exchange, kind, record, light), light);
        return { ...wordsOf(OWNER, kind, reference), instants: [between] };
      },
    };
  }),
);

function relabelled(exchange: TestExchange, kind: RecordKind, { id, version }: Changed, light: Light): Promise<Changed> {
  const handling = { tlp: light === 'HIDDEN' ? 'RED' : 'GREEN' };
  return change(exchange, owner, `relabel${kind}`, { id, version, handling, identityHandling: handling });
}
