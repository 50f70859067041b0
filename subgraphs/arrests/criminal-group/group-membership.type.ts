import { Field, ObjectType } from 'type-graphql';
import { readableCriminalGroup } from '../../../shared/record/readable-criminal-group.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ArrestRecord } from '../arrest/arrest.model.js';
import { CriminalGroupStub } from '../references/criminal-group.stub.js';

@ObjectType({ description: 'To which criminal group an arrested person belongs.' })
export class GroupMembership {
  @Field(() => CriminalGroupStub, { description: 'The group.' })
  group!: CriminalGroupStub;

  @Field(() => String, { nullable: true, description: 'Code of the cell in the group, as recorded; null when not recorded.' })
  cell!: string | null;

  /**
   * A reference is a part that carries its target's label: a reader who may not see the group sees no membership,
   * the cell included.
   */
  static readable(runtime: Pick<SubgraphRuntime, 'directory' | 'visible'>, viewer: Viewer, { group, cell }: Pick<ArrestRecord, 'group' | 'cell'>): GroupMembership | null {
    const found = readableCriminalGroup(runtime, viewer, group);
    return found === undefined ? null : Object.assign(new GroupMembership(), { group: CriminalGroupStub.of(found.id), cell: cell ?? null });
  }
}
