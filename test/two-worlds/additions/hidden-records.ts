import { officer } from '../../../shared/testing/ask.js';
import { change } from '../../../shared/testing/change.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import { everybodyBut, HOME, OWNER, type ViewerName } from '../world/cast.js';
import { idOf } from '../world/known-ids.js';
import { recordInput, RECORD_KINDS, type RecordDetails, type RecordKind } from '../world/record-input.js';
import { LANTERN, MOSAIC } from '../world/world-plan.js';
import type { Words } from '../battery/words.js';
import type { Addition, Light } from './addition.js';

type Under = Pick<RecordDetails, 'handling' | 'operation'>;

/** Records of one originator in one light, and the words by which one would look for them. */
export async function recordHidden(exchange: TestExchange, originator: string, kind: RecordKind, details: RecordDetails): Promise<Partial<Words>> {
  const named = { name: 'Invented Secret', number: 'INVENTED-SECRET', ...details };
  await change(exchange, officer(originator), `record${kind}`, recordInput(kind, named));
  return wordsOf(originator, kind, named.reference);
}

export function wordsOf(originator: string, kind: RecordKind, reference: string): Partial<Words> {
  return {
    ids: { [kind]: [idOf(kind, originator, reference)] },
    references: [reference],
    names: ['Invented Secret'],
    documents: ['INVENTED-SECRET'],
    accounts: ['account-of-INVENTED-SECRET'],
  };
}

interface HiddenRecord {
  readonly why: string;
  readonly originator: string;
  readonly under: Under;
  readonly shown: Under;
  readonly hiddenFrom: readonly ViewerName[];
  readonly shownTo?: ViewerName;
}

const NOT_IN_MOSAIC = everybodyBut('a liaison of a participant', 'an officer of the coordinating body', 'an officer of a merged organisation');

const HIDDEN: readonly HiddenRecord[] = [
  { why: 'RED', originator: OWNER, under: { handling: { tlp: 'RED' } }, shown: { handling: { tlp: 'CLEAR' } }, hiddenFrom: everybodyBut() },
  { why: 'AMBER+STRICT', originator: OWNER, under: { handling: { tlp: 'AMBER_STRICT' } }, shown: { handling: { tlp: 'CLEAR' } }, hiddenFrom: everybodyBut() },
  { why: 'AMBER of an operation without the viewer', originator: OWNER, under: { handling: { tlp: 'AMBER' }, operation: LANTERN }, shown: { handling: { tlp: 'CLEAR' }, operation: MOSAIC }, hiddenFrom: everybodyBut() },
  { why: 'AMBER of no operation', originator: OWNER, under: { handling: { tlp: 'AMBER' }, operation: null }, shown: { handling: { tlp: 'CLEAR' } }, hiddenFrom: everybodyBut() },
  { why: 'AMBER of an operation in which others take part', originator: OWNER, under: { handling: { tlp: 'AMBER' } }, shown: { handling: { tlp: 'AMBER' } }, hiddenFrom: NOT_IN_MOSAIC, shownTo: 'a liaison of a participant' },
  { why: 'GREEN, which no institution reads', originator: OWNER, under: { handling: { tlp: 'GREEN' } }, shown: { handling: { tlp: 'GREEN' } }, hiddenFrom: ['a clerk of an institution'], shownTo: 'an outsider' },
  { why: 'RED, named to another organisation', originator: OWNER, under: { handling: { tlp: 'RED', recipients: [{ organisation: 'sg-ncb' }] } }, shown: { handling: { tlp: 'RED', recipients: [{ organisation: 'kr-ncb' }] } }, hiddenFrom: everybodyBut(), shownTo: 'an outsider' },
  {
    why: "of the viewer's own organisation, above their ceiling",
    originator: HOME,
    under: { handling: { tlp: 'AMBER' } },
    shown: { handling: { tlp: 'AMBER' } },
    hiddenFrom: ['a junior officer with a low ceiling', 'a dashboard', 'a clerk of an institution', 'an outsider'],
    shownTo: 'a liaison who states no purpose',
  },
];

/** A hidden record in each collection of actions, under each label that hides it. */
export const HIDDEN_RECORDS: readonly Addition[] = HIDDEN.flatMap(({ why, originator, under, shown, hiddenFrom, shownTo = 'an outsider' }) =>
  RECORD_KINDS.map((kind): Addition => ({
    name: `${kind.toLowerCase()} that is ${why}`,
    hiddenFrom,
    shownTo,
    seenBy: originator,
    add: async (exchange, side, light) =>
      side === 'B' ? await recordHidden(exchange, originator, kind, { ...inLight(light, under, shown), reference: `${kind} ${why}` }) : wordsOf(originator, kind, `${kind} ${why}`),
  })),
);

function inLight(light: Light, hidden: Under, shown: Under): Under {
  return light === 'HIDDEN' ? hidden : shown;
}
