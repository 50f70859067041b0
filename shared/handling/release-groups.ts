import type { OrganisationId, Recipient } from './label.js';
import type { Grant } from './may-read.js';

export interface ReleaseGrant extends Grant {
  readonly id: string;
  readonly recalled: boolean;
}

/** Releases that many labels share. Grants change in place, so that a release or a recall moves no record. */
export interface ReleaseGroup {
  readonly id: string;
  readonly originator: OrganisationId;
  /** The group whose grants hold here too; null for none. */
  readonly extends: string | null;
  readonly grants: readonly ReleaseGrant[];
}

/** The release groups of a subgraph in memory: the present state of what the journal says about them. */
export class ReleaseGroups {
  readonly #groups = new Map<string, ReleaseGroup>();
  #revision = 0;

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  put(group: ReleaseGroup): void {
    this.#groups.set(group.id, group);
    this.#revision += 1;
  }

  find(id: string): ReleaseGroup | undefined {
    return this.#groups.get(id);
  }

  /** Grants of a group and of those it extends, recalled ones left out. An unknown group grants nothing. */
  grantsOf(id: string): readonly Grant[] {
    const grants: Grant[] = [];
    const walked = new Set<string>();
    const originator = this.#groups.get(id)?.originator;
    for (let group = this.#groups.get(id); group !== undefined && !walked.has(group.id); group = this.#extended(group)) {
      // Only the originator consents to a release: a group of somebody else ends the chain.
      if (group.originator !== originator) break;
      walked.add(group.id);
      grants.push(...group.grants.filter((grant) => !grant.recalled).map(plainGrant));
    }
    return grants;
  }

  #extended(group: ReleaseGroup): ReleaseGroup | undefined {
    return group.extends === null ? undefined : this.#groups.get(group.extends);
  }
}

function plainGrant({ to, purpose, until }: { to: Recipient; purpose: string; until: number }): Grant {
  return { to, purpose, until };
}
