import type { Tlp } from '../api/fragments.js';
import type { HandlingCode, HandlingInput } from '../api/recording-documents.js';
import { unlessStated, type Missing } from './missing.js';

export interface RecipientDraft {
  readonly organisation: string;
  /** One person of it as "issuer|sub"; empty for the whole organisation. */
  readonly subject: string;
}

export interface HandlingDraft {
  /** Empty until the officer chooses: no level is chosen for anybody. */
  readonly tlp: Tlp | '';
  readonly codes: readonly HandlingCode[];
  readonly restriction: string;
  readonly recipients: readonly RecipientDraft[];
}

export const NO_HANDLING: HandlingDraft = { tlp: '', codes: [], restriction: '', recipients: [] };

/** `tlp` is checked before: without one nothing is sent. */
export function handlingInput({ tlp, codes, restriction, recipients }: HandlingDraft): HandlingInput {
  return {
    tlp: tlp === '' ? 'RED' : tlp,
    codes: [...codes],
    ...(codes.includes('H3') && { restriction }),
    recipients: recipients.map(({ organisation, subject }) => (subject === '' ? { organisation } : { organisation, subject })),
  };
}

export function missingInHandling({ tlp, recipients }: HandlingDraft, path: string): Missing[] {
  return [
    ...unlessStated(tlp, `${path}.tlp`, 'missing.tlp'),
    ...recipients.flatMap(({ organisation }, place) => unlessStated(organisation, `${path}.recipients[${String(place)}].organisation`, 'missing.organisation')),
  ];
}
