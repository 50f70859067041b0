import { registerEnumType } from 'type-graphql';
import { HANDLING_CODES, TLP_LEVELS, type HandlingCode, type Tlp } from '../handling/label.js';

/** type-graphql wants an object where the code has a list of literals. */
export function enumObject<Value extends string>(values: readonly Value[]): { readonly [Key in Value]: Key } {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [Key in Value]: Key };
}

export const TlpEnum: { readonly [Key in Tlp]: Key } = enumObject(TLP_LEVELS);
registerEnumType(TlpEnum, {
  name: 'Tlp',
  description: 'Traffic Light Protocol 2.0: how far a piece of information may go.',
  valuesConfig: {
    CLEAR: { description: 'No limit within the exchange: every authenticated reader.' },
    GREEN: { description: 'Every authority and coordinating body on the exchange; not financial institutions.' },
    AMBER: { description: 'The originator, the participants of the operation and its coordinating body.' },
    AMBER_STRICT: { description: "AMBER+STRICT: the originator's own organisation." },
    RED: { description: 'Named recipients only.' },
  },
});

export const HandlingCodeEnum: { readonly [Key in HandlingCode]: Key } = enumObject(HANDLING_CODES);
registerEnumType(HandlingCodeEnum, {
  name: 'HandlingCode',
  description: 'Europol handling codes: a set, not a level.',
  valuesConfig: {
    H0: { description: 'Only to prevent and combat crime.' },
    H1: { description: "Not in judicial proceedings without the provider's permission." },
    H2: { description: "Not to be disseminated without the provider's permission." },
    H3: { description: 'Another restriction, in words.' },
  },
});

export const WITHHELD_REASONS = ['STRICTER_HANDLING', 'SEALED', 'ERASED'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];
export const WithheldReasonEnum: { readonly [Key in WithheldReason]: Key } = enumObject(WITHHELD_REASONS);
registerEnumType(WithheldReasonEnum, {
  name: 'WithheldReason',
  description: 'Why a part of a record that you may read is not shown to you.',
  valuesConfig: {
    STRICTER_HANDLING: { description: 'The originator handles this part more strictly than the record.' },
    SEALED: { description: 'The review month of this part is over; only its originator still reads it.' },
    ERASED: { description: 'The originator erased it.' },
  },
});

export const TALLY_STATES = ['COUNTED', 'NO_RECORDS_CONTRIBUTED'] as const;
export type TallyStatus = (typeof TALLY_STATES)[number];
export const TallyStatusEnum: { readonly [Key in TallyStatus]: Key } = enumObject(TALLY_STATES);
registerEnumType(TallyStatusEnum, {
  name: 'TallyStatus',
  description: 'Whether there was anything to count.',
  valuesConfig: {
    COUNTED: { description: 'Records were counted.' },
    NO_RECORDS_CONTRIBUTED: { description: 'Nobody contributed a record that you may read; this is not a zero.' },
  },
});
