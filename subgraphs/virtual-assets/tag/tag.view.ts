import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { toHandling, toReleases } from '../../../shared/record/handling-view.js';
import { isReadableOperation } from '../../../shared/record/readable-operation-key.js';
import { codedTerm, codedTermOrNull, levelOf } from '../../../shared/reference/code-lists.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { addressId } from '../../../shared/wallet/address-id.js';
import { OperationStub } from '../references/operation.stub.js';
import { conceptTerm } from './concept-term.js';
import type { ReadableTag } from './tag.store.js';
import { Tag } from './tag.type.js';

type ViewRuntime = Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory'>;

/** What the world sees of a tag that its store has let through. */
export function toTag(runtime: ViewRuntime, viewer: Viewer, { record, versionToken }: ReadableTag): Tag {
  if (record.handling === null) throw new Error('A shown record has a label.');
  const { network, address, confidence, operation } = record;
  return Object.assign(new Tag(), {
    id: record._id,
    reference: record.reference,
    originator: AgencyReference.readable(viewer, record.originator, runtime.directory(), runtime.visible.facts()),
    operation: isReadableOperation(runtime, viewer, operation) ? OperationStub.of(operation) : null,
    network: codedTerm('ledgerNetwork', network),
    statedAddress: record.statedAddress,
    transaction: record.transaction,
    currency: record.currency,
    label: record.label,
    source: record.source,
    confidence: codedTermOrNull('tagConfidence', confidence),
    confidenceLevel: confidence === null ? null : levelOf('tagConfidence', confidence),
    lastModified: record.lastModified,
    category: codedTermOrNull('dwvaEntity', record.category),
    abuse: codedTermOrNull('dwvaAbuse', record.abuse),
    concepts: record.concepts.map(conceptTerm),
    actor: record.actor,
    isClusterDefiner: record.isClusterDefiner,
    context: record.context,
    pack: record.pack,
    handling: toHandling(runtime, viewer, record.handling),
    releases: toReleases(runtime, viewer, record),
    versionToken,
    recordedAt: new Date(record.recordedAt),
    addressId: address === null ? null : addressId({ network, address }),
  });
}
