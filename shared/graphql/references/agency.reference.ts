import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Viewer } from '../../viewer/viewer.js';
import { mayCount, type HandlingFacts } from '../../handling/may-read.js';
import type { DirectorySnapshot } from '../../directory/directory-snapshot.js';

@ObjectType('Agency', { description: 'An organisation in the register.' })
@Directive('@key(fields: "ref", resolvable: false)')
export class AgencyReference {
  @Field(() => ID, { description: 'Key between subgraphs; never shown.' })
  @Directive('@inaccessible')
  ref!: string;

  /**
   * A reference is a part that carries its target's label: a reader who may not see the register entry gets null,
   * so that even `{ originator { __typename } }` says nothing. A dashboard reads the register as it reads tallies.
   */
  static readable(viewer: Viewer, organisation: string, directory: DirectorySnapshot, facts: HandlingFacts): AgencyReference | null {
    const label = directory.organisation(organisation)?.label;
    if (label === undefined || !mayCount(viewer, { label, reviewMonth: null, erased: false }, facts)) return null;
    return Object.assign(new AgencyReference(), { ref: organisation });
  }
}
