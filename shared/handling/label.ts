import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json/canonical-json.js';

/** TLP 2.0, from the widest audience to the narrowest. */
export const TLP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;
export type Tlp = (typeof TLP_LEVELS)[number];

/** Europol handling codes: a set, not a level. */
export const HANDLING_CODES = ['H0', 'H1', 'H2', 'H3'] as const;
export type HandlingCode = (typeof HANDLING_CODES)[number];

/** Code of an organisation in the register, for example `interpol` or `jp-ncb`. */
export type OrganisationId = string;
/** Key of an operation between subgraphs. It never leaves the exchange. */
export type OperationId = string;
/** Key of a criminal group between subgraphs. It never leaves the exchange. */
export type CriminalGroupId = string;

/** Whom a label names: an organisation or one person of it (`subject` is "issuer|sub"), never a changing audience. */
export type NamedRecipient =
  | { readonly kind: 'ORGANISATION'; readonly organisation: OrganisationId }
  | { readonly kind: 'SUBJECT'; readonly organisation: OrganisationId; readonly subject: string };

/** Whom a release may name. Whoever a bureau or a participant is at the time of reading is meant. */
export type Recipient =
  | NamedRecipient
  /** The National Central Bureau of a country, whichever organisation that is today. */
  | { readonly kind: 'NCB'; readonly country: string }
  /** The organisations taking part in an operation that the originator has not kept out. */
  | { readonly kind: 'OPERATION'; readonly operation: OperationId };

/**
 * What may be done with a record, or with a stricter part of it. Labels are few: many records share one.
 * Releases live in the release group, so that releasing and recalling move no record.
 */
export interface Label {
  readonly originator: OrganisationId;
  readonly tlp: Tlp;
  /** Sorted and without repeats. */
  readonly codes: readonly HandlingCode[];
  /** The words of an H3 restriction. */
  readonly restriction: string | null;
  /** The operation under which the record was made. Its own label must be readable too. */
  readonly operation: OperationId | null;
  /** Named recipients, ordered. With H2 they are the whole audience of an AMBER label. */
  readonly recipients: readonly NamedRecipient[];
  readonly releaseGroup: string | null;
}

/** A label and what stands beside it on one part of a record. */
export interface Handled {
  readonly label: Label;
  /** Month (`2031-05`) in which the review of a person part is due; null where no review applies. */
  readonly reviewMonth: string | null;
  readonly erased: boolean;
}

/** Puts the sets of a label into their one order, so that equal labels have equal ids. */
export function normaliseLabel(label: Label): Label {
  const recipients = new Map(label.recipients.map((recipient) => [canonicalJson(recipient), recipient]));
  return {
    originator: label.originator,
    tlp: label.tlp,
    codes: HANDLING_CODES.filter((code) => label.codes.includes(code)),
    restriction: label.restriction,
    operation: label.operation,
    recipients: [...recipients.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, recipient]) => recipient),
    releaseGroup: label.releaseGroup,
  };
}

/** Hash of the canonical JSON of a normalised label. It stays inside its subgraph. */
export function labelId(label: Label): string {
  return createHash('sha256').update(canonicalJson(normaliseLabel(label))).digest('base64url').slice(0, 22);
}

/** The key by which a stored part is filtered: its label and its review month. */
export function handlingKey(label: Label, reviewMonth: string | null): string {
  return reviewMonth === null ? labelId(label) : `${labelId(label)}@${reviewMonth}`;
}

const LONGEST_RESTRICTION = 500;

/** What is wrong with a label, as sentences that name the fix; empty when it may be used. */
export function labelFaults(label: Label): string[] {
  const faults: string[] = [];
  const strict = label.tlp === 'RED' || label.tlp === 'AMBER_STRICT';
  if (label.codes.includes('H3') && !strict) faults.push('H3 goes only with RED or AMBER_STRICT: choose one of them or drop H3.');
  if (label.codes.includes('H2') && label.tlp !== 'AMBER') faults.push('H2 goes only with AMBER, whose audience it freezes: choose AMBER or drop H2.');
  if (label.codes.includes('H2') && label.operation === null) faults.push('H2 needs an operation: those who take part in it today are its audience.');
  if (label.codes.includes('H3') && !label.restriction?.trim()) faults.push('H3 needs its restriction in words.');
  if (!label.codes.includes('H3') && label.restriction !== null) faults.push('A restriction in words needs the code H3.');
  if ((label.restriction?.length ?? 0) > LONGEST_RESTRICTION) faults.push(`A restriction has at most ${String(LONGEST_RESTRICTION)} characters.`);
  return faults;
}

/** How narrow a level is: 0 for CLEAR, 4 for RED, -1 for what is no level. */
export function tlpRank(tlp: Tlp): number {
  return TLP_LEVELS.indexOf(tlp);
}

export function narrowerThan(level: Tlp, other: Tlp): boolean {
  return tlpRank(level) > tlpRank(other);
}
