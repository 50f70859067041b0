import { officer } from '../../../shared/testing/ask.js';
import { change, type Changed } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import type { HandlingInput } from '../../../shared/graphql/handling.input.js';
import { CONFIDANT, everybodyBut, HOME, OWNER, type ViewerName } from '../world/cast.js';
import { recordInput, RECORD_KINDS, type RecordKind } from '../world/record-input.js';
import { joinWords } from '../battery/words.js';
import type { Addition, Light } from './addition.js';
import { wordsOf } from './hidden-records.js';
import { passTime } from './pass-time.js';

/** Two records of different organisations, each in the version that it has by now. */
class Pair {
  readonly #exchange: TestExchange;
  readonly #kind: RecordKind;
  readonly #records = new Map<string, Changed>();

  constructor(exchange: TestExchange, kind: RecordKind) {
    this.#exchange = exchange;
    this.#kind = kind;
  }

  async record(by: string, reference: string, handling: Handling): Promise<void> {
    const input = recordInput(this.#kind, { reference, name: 'Invented Secret', number: 'INVENTED-SECRET', handling });
    this.#records.set(by, await change(this.#exchange, officer(by), `record${this.#kind}`, input));
  }

  async relabel(by: string, tlp: 'GREEN' | 'RED'): Promise<void> {
    const { id, version } = this.#of(by);
    this.#records.set(by, await change(this.#exchange, officer(by), `relabel${this.#kind}`, { id, version, handling: { tlp }, identityHandling: { tlp: 'RED' } }));
  }

  /** What the first says about its record and that of the second, whose record counts. */
  async say(verb: 'propose' | 'accept' | 'withdraw', by: string, other: string, counts: string | null): Promise<void> {
    const { id, version } = this.#of(by);
    const input = { id, version, other: this.#of(other).id, ...(counts !== null && { counts: this.#of(counts).id }) };
    this.#records.set(by, await change(this.#exchange, officer(by), `${verb}${this.#kind}DoubleClaim`, input));
  }

  #of(organisation: string): Changed {
    const record = this.#records.get(organisation);
    if (record === undefined) throw new Error(`${organisation} has recorded nothing.`);
    return record;
  }
}

type Handling = Pick<HandlingInput, 'tlp'> & Partial<HandlingInput>;

interface HiddenClaim {
  readonly name: string;
  readonly owners: readonly [string, string];
  readonly shownTo: ViewerName;
  /** In both worlds. */
  readonly before: (pair: Pair, references: readonly [string, string], light: Light) => Promise<void>;
  /** In world B alone. */
  readonly then: (pair: Pair, light: Light) => Promise<void>;
}

const CLEAR = { tlp: 'CLEAR' } as const;

const CLAIMS: readonly HiddenClaim[] = [
  {
    name: 'double claim of a visible and a hidden',
    owners: [OWNER, CONFIDANT],
    shownTo: 'an outsider',
    async before(pair, [visible, hidden], light) {
      await pair.record(OWNER, visible, CLEAR);
      await pair.record(CONFIDANT, hidden, light === 'HIDDEN' ? { tlp: 'RED', recipients: [{ organisation: OWNER }] } : CLEAR);
    },
    async then(pair) {
      await pair.say('propose', OWNER, CONFIDANT, CONFIDANT);
      await pair.say('accept', CONFIDANT, OWNER, CONFIDANT);
    },
  },
  {
    name: 'proposal, among others, of a double claim of a visible and a visible',
    owners: [OWNER, CONFIDANT],
    shownTo: 'an outsider',
    async before(pair, [one, other]) {
      await pair.record(OWNER, one, CLEAR);
      await pair.record(CONFIDANT, other, CLEAR);
    },
    async then(pair, light) {
      await pair.say('propose', OWNER, CONFIDANT, OWNER);
      if (light === 'SHOWN') await pair.say('accept', CONFIDANT, OWNER, OWNER);
    },
  },
  {
    name: "proposal that one of the viewer's own is the same event as a hidden",
    owners: [HOME, OWNER],
    shownTo: 'a liaison of a participant',
    async before(pair, [own, hidden], light) {
      await pair.record(HOME, own, CLEAR);
      await pair.record(OWNER, hidden, light === 'HIDDEN' ? { tlp: 'RED' } : CLEAR);
    },
    async then(pair) {
      await pair.say('propose', OWNER, HOME, OWNER);
    },
  },
  {
    name: "withdrawal of what was agreed of one of the viewer's own and a since hidden",
    owners: [HOME, OWNER],
    shownTo: 'a liaison of a participant',
    async before(pair, [own, hidden], light) {
      await pair.record(HOME, own, CLEAR);
      await pair.record(OWNER, hidden, CLEAR);
      await pair.say('propose', HOME, OWNER, HOME);
      await pair.say('accept', OWNER, HOME, HOME);
      await pair.relabel(OWNER, light === 'HIDDEN' ? 'RED' : 'GREEN');
    },
    async then(pair) {
      await pair.say('withdraw', OWNER, HOME, null);
    },
  },
];

/** What two owners say of two records, told to nobody who may not read both, and to nobody else before they agree. */
export const HIDDEN_CLAIMS: readonly Addition[] = CLAIMS.flatMap(({ name, owners, shownTo, before, then }) =>
  RECORD_KINDS.map((kind): Addition => {
    const references = [`${kind} first in ${name}`, `${kind} second in ${name}`] as const;
    return {
      name: `${name} ${kind.toLowerCase()}`,
      hiddenFrom: everybodyBut(),
      shownTo,
      seenBy: OWNER,
      async add(exchange, side, light) {
        const pair = new Pair(exchange, kind);
        await before(pair, references, light);
        const between = await passTime(exchange);
        if (side === 'B') await then(pair, light);
        const instants = [between, await passTime(exchange)];
        return { ...joinWords(...owners.map((owner, index) => wordsOf(owner, kind, references[index] ?? ''))), instants };
      },
    };
  }),
);
