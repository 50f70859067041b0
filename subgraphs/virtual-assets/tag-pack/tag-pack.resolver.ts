import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf, pageRequest } from '../../../shared/graphql/connection.js';
import { given } from '../../../shared/graphql/given.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { speaksFor } from '../../../shared/handling/may-read.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { VirtualAssetsContext } from '../context.js';
import { TagFilter } from '../tag/tag.inputs.js';
import { tagQuery } from '../tag/tag-query.js';
import type { ReadableTag, TagStore } from '../tag/tag.store.js';
import { TagPack } from './tag-pack.type.js';
import { writeTagPack, type ExportedTag } from './write-tag-pack.js';

@Resolver()
export class TagPackResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #tags: TagStore;

  constructor(runtime: SubgraphRuntime, tags: TagStore) {
    this.#runtime = runtime;
    this.#tags = tags;
  }

  @Query(() => TagPack, { description: 'The tags that you may read as a TagPack, a page of them, the latest recorded first. Each page is a whole file.' })
  async tagPack(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => TagFilter, { nullable: true, description: 'Which tags.' }) filter: TagFilter | null,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<TagPack> {
    const request = pageRequest(first, after, 2);
    const page = await this.#tags.page(viewer, tagQuery(given(filter)), request);
    const exported = page.items.flatMap((tag) => this.#exported(viewer, tag) ?? []);
    const { pageInfo } = connectionOf(page, request, ({ record }) => [record.recordedAt, record._id], () => null);
    return Object.assign(new TagPack(), {
      yaml: writeTagPack(exported, { title: 'Tags from Tessera', creator: 'Tessera' }),
      tagCount: exported.length,
      leftOut: page.items.length - exported.length,
      pageInfo,
    });
  }

  /** H2 forbids export to everybody but the originator. */
  #exported(viewer: Viewer, { record }: ReadableTag): ExportedTag | null {
    const label = record.handling === null ? undefined : this.#runtime.visible.find(record.handling)?.label;
    if (label === undefined) return null;
    if (label.codes.includes('H2') && !speaksFor(viewer, label.originator, this.#runtime.visible.facts())) return null;
    return { tag: record, handling: [`TLP:${label.tlp.replace('_', '+')}`, ...label.codes, ...(label.restriction === null ? [] : [label.restriction])].join(' ') };
  }
}
