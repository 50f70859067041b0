import type { InputIssues } from '../../../shared/record/input-issues.js';
import { quoted } from '../../../shared/record/quoted.js';
import { levelOf } from '../../../shared/reference/code-lists.js';
import { addressFault, canonicalAddress, isNetworkName } from '../../../shared/wallet/address-id.js';
import type { CodeUse } from '../code-use.js';
import { isKnownConcept } from './concept-term.js';
import type { RecordTagInput } from './tag.inputs.js';
import type { TagRecord } from './tag.model.js';

const LONGEST_LABEL = 300;
const LONGEST_SOURCE = 500;
const LONGEST_CONTEXT = 4_000;
const LONGEST_CODE = 100;
const MOST_CONCEPTS = 20;
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const HASH = /^(?:0x)?[0-9a-f]{64}$/i;

/** Of whom or what a tag speaks; what is wrong is added to the issues. */
export function taggedFromInput(
  { network, address, transaction }: Pick<RecordTagInput, 'network' | 'address' | 'transaction'>,
  codes: CodeUse,
  issues: InputIssues,
): Pick<TagRecord, 'network' | 'address' | 'statedAddress' | 'transaction'> {
  if (codes === 'LISTED') issues.code('network', 'ledgerNetwork', network);
  else if (!isNetworkName(network)) issues.add('network', `${quoted(network)} is no name of a network: use up to 40 letters, digits, dots, hyphens.`);
  if (Boolean(address) === Boolean(transaction)) issues.add('address', 'A tag is of an address or of a transaction: state one of them.');
  const fault = address ? addressFault(address, network) : null;
  if (fault !== null) issues.add('address', fault);
  if (transaction && !HASH.test(transaction)) issues.add('transaction', 'The hash of a transaction is 64 hexadecimal digits.');
  return {
    network,
    address: address ? canonicalAddress(address) : null,
    statedAddress: address ?? null,
    transaction: transaction?.toLowerCase() ?? null,
  };
}

type Checked = Partial<Pick<TagRecord, 'currency' | 'label' | 'source' | 'confidence' | 'lastModified' | 'category' | 'abuse' | 'concepts' | 'actor' | 'context' | 'pack'>>;

/** What a tag says; null says nothing. */
export function checkTag(said: Checked, now: Date, codes: CodeUse, issues: InputIssues): void {
  const longest = { label: LONGEST_LABEL, source: LONGEST_SOURCE, context: LONGEST_CONTEXT, currency: LONGEST_CODE, actor: LONGEST_CODE, pack: undefined } as const;
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number | undefined][]) {
    const value = said[field];
    if (value !== undefined && value !== null) issues.text(field, value, most);
  }
  for (const [field, list] of [['confidence', 'tagConfidence'], ['category', 'dwvaEntity'], ['abuse', 'dwvaAbuse']] as const) {
    const code = said[field];
    if (code === undefined || code === null) continue;
    if (codes === 'LISTED') issues.code(field, list, code);
    else issues.text(field, code, LONGEST_CODE);
  }
  checkConcepts('concepts', said.concepts ?? [], codes, issues);
  if (said.lastModified !== undefined && said.lastModified !== null) {
    const [, day] = INSTANT.exec(said.lastModified) ?? [];
    if (day === undefined) issues.add('lastModified', `${quoted(said.lastModified)} is neither a day (2024-09-27) nor a day and a time behind it.`);
    else issues.pastDay('lastModified', day, now);
  }
}

export function checkConcepts(path: string, concepts: readonly string[], codes: CodeUse, issues: InputIssues): void {
  for (const [index, concept] of issues.atMost(path, concepts, MOST_CONCEPTS).entries()) {
    const place = `${path}[${String(index)}]`;
    if (codes === 'AS_STATED') issues.text(place, concept, LONGEST_CODE);
    else if (!isKnownConcept(concept)) issues.add(place, `${quoted(concept)} is in neither of the code lists "dwvaEntity" and "dwvaAbuse": the query \`codeLists\` shows their codes.`);
  }
}

export function strengthOf(confidence: string | null): number {
  return (confidence === null ? null : levelOf('tagConfidence', confidence)) ?? -1;
}
