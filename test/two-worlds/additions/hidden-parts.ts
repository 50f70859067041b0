import { officer } from '../../../shared/testing/ask.js';
import { change, type Changed } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import type { HandlingInput } from '../../../shared/graphql/handling.input.js';
import { everybodyBut, OWNER, type ViewerName } from '../world/cast.js';
import { DAYS } from '../world/world-plan.js';
import { partOf, recordInput, RECORD_KINDS } from '../world/record-input.js';
import type { Addition } from './addition.js';
import { wordsOf } from './hidden-records.js';

interface HiddenPart {
  readonly tlp: HandlingInput['tlp'];
  readonly partTlp: HandlingInput['tlp'];
  readonly hiddenFrom: readonly ViewerName[];
}

const HIDDEN: readonly HiddenPart[] = [
  { tlp: 'CLEAR', partTlp: 'AMBER_STRICT', hiddenFrom: everybodyBut() },
  { tlp: 'GREEN', partTlp: 'RED', hiddenFrom: everybodyBut() },
  { tlp: 'AMBER', partTlp: 'RED', hiddenFrom: everybodyBut() },
];

const SECRET = { name: 'Invented Secret', number: 'INVENTED-SECRET' };

/** The same records in both worlds, all but the values of a part that the viewer may not see. */
export const HIDDEN_PARTS: readonly Addition[] = HIDDEN.flatMap(({ tlp, partTlp, hiddenFrom }) =>
  RECORD_KINDS.map((kind): Addition => {
    const reference = `${kind} ${tlp} with part ${partTlp}`;
    return {
      name: `values in a ${partTlp} part of a ${tlp} ${kind.toLowerCase()}`,
      hiddenFrom,
      shownTo: 'an outsider',
      seenBy: OWNER,
      async add(exchange, side, light) {
        const handling = light === 'HIDDEN' ? { handling: { tlp }, partHandling: { tlp: partTlp } } : { handling: { tlp: 'CLEAR' as const } };
        const input = recordInput(kind, { reference, name: 'Invented Other', number: 'INVENTED-OTHER', ...handling });
        const recorded = await change(exchange, officer(OWNER), `record${kind}`, input);
        const { id } = recorded;
        const correction = { id, version: recorded.version, ...partOf(kind, { reference, ...SECRET, handling: { tlp } }) };
        const { version } = side === 'B' ? await change(exchange, officer(OWNER), `correct${kind}`, correction) : recorded;
        if (kind === 'Asset') await moveCustody(exchange, { id, version }, side === 'B' ? 'Warrant on Invented Secret' : 'Warrant on Invented Other');
        return wordsOf(OWNER, kind, reference);
      },
    };
  }),
);

/** The move shows to whoever reads the record, its legal basis goes with the identifiers. */
async function moveCustody(exchange: TestExchange, { id, version }: Changed, legalBasis: string): Promise<void> {
  await change(exchange, officer(OWNER), 'moveAsset', { id, version, from: 'FROZEN', to: 'SEIZED', day: DAYS[2], amount: '0.93', legalBasis });
}
