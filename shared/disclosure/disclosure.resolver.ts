import { Arg, Ctx, Int, Query, Resolver, type ClassType } from 'type-graphql';
import { CodedError } from '../errors/coded-error.js';
import { AFTER_DESCRIPTION, FIRST_DESCRIPTION, pageRequest } from '../graphql/connection.js';
import { AgencyReference } from '../graphql/references/agency.reference.js';
import { codedTermOrNull } from '../reference/code-lists.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../viewer/may-act.js';
import type { Viewer } from '../viewer/viewer.js';
import type { Disclosure } from './disclosure.js';
import { DisclosureConnection, DisclosureType } from './disclosure.type.js';

export interface DisclosureResolver {
  readonly runtime: SubgraphRuntime;
}

/** The query by which an owner's auditor lists who read what of its records; each subgraph has its own log and name. */
export function disclosureResolver(query: string, records: string): ClassType<DisclosureResolver> & (new (runtime: SubgraphRuntime) => DisclosureResolver) {
  @Resolver()
  class OwnDisclosureResolver implements DisclosureResolver {
    readonly runtime: SubgraphRuntime;

    constructor(runtime: SubgraphRuntime) {
      this.runtime = runtime;
    }

    @Query(() => DisclosureConnection, { name: query, description: `Who read which of your organisation's ${records}, the latest first. Role: auditor.` })
    async disclosures(
      @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null | undefined,
      @Arg('after', () => String, { nullable: true, description: AFTER_DESCRIPTION }) after: string | null | undefined,
      @Ctx() { viewer }: { readonly viewer: Viewer },
    ): Promise<DisclosureConnection> {
      const because = refusalToAct(viewer, 'auditor');
      if (because !== null) throw new CodedError('FORBIDDEN', because);
      const request = pageRequest(first, null, 0);
      // What was read of a merged organisation is its successor's to know.
      const page = await this.runtime.disclosures.list(this.runtime.directory().withMerged(viewer.organisation), { first: request.first, after: after ?? null });
      const edges = page.disclosures.map(({ cursor, disclosure }) => ({ cursor, node: this.#toType(viewer, disclosure) }));
      return Object.assign(new DisclosureConnection(), {
        edges,
        pageInfo: {
          hasNextPage: page.hasNextPage,
          hasPreviousPage: after !== null && after !== undefined,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
      });
    }

    #toType(viewer: Viewer, { at, viewer: reader, purpose, caseReference, ids, counted }: Disclosure): DisclosureType {
      const { directory, visible } = this.runtime;
      return Object.assign(new DisclosureType(), {
        at,
        reader: AgencyReference.readable(viewer, reader.organisation, directory(), visible.facts()),
        subject: reader.subject,
        purpose: codedTermOrNull('purpose', purpose),
        caseReference,
        recordIds: [...ids],
        counted,
      });
    }
  }
  return OwnDisclosureResolver;
}
