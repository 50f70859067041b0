import type { RecordOutcome } from '../../shared/record/record-outcome.js';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { accepted } from '../accepted.js';
import { appendTo } from './append-to.js';
import type { Claimant, DoubleClaim } from './exercise-claims.js';
import type { PlayedKind } from './played-kind.js';

type Verb = keyof PlayedKind<never, never>['doubleClaims'];

/** What two organisations say of two of their records, played instant by instant. */
export class ClaimPlay {
  readonly #kind: Pick<PlayedKind<never, never>, 'collection' | 'runtime' | 'doubleClaims' | 'findReadable'>;
  readonly #due = new Map<number, DoubleClaim[]>();

  constructor(kind: Pick<PlayedKind<never, never>, 'collection' | 'runtime' | 'doubleClaims' | 'findReadable'>, claims: Iterable<DoubleClaim>) {
    this.#kind = kind;
    for (const claim of claims) appendTo(this.#due, claim.instant, claim);
  }

  async play(instant: number): Promise<void> {
    await Promise.all((this.#due.get(instant) ?? []).map((claim) => this.#claim(claim)));
  }

  async #claim({ proposer, answerer, proposersCounts, fate }: DoubleClaim): Promise<void> {
    const counts = proposersCounts ? proposer : answerer;
    await this.#say('propose', proposer, answerer, counts);
    if (fate === 'DECLINED') await this.#say('decline', answerer, proposer, counts);
    if (fate === 'ACCEPTED' || fate === 'WITHDRAWN') await this.#say('accept', answerer, proposer, counts);
    if (fate === 'WITHDRAWN') await this.#say('withdraw', answerer, proposer, counts);
  }

  /** What was said before, by an earlier run that was cut off or by somebody since, is not said again; only what stands is withdrawn. */
  async #say(verb: Verb, by: Claimant, about: Claimant, counting: Claimant): Promise<void> {
    const viewer: Viewer = serviceViewer('exercise', by.organisation);
    const [own, other, counts] = [by, about, counting].map((claimant) => this.#idOf(claimant));
    const [found] = own === undefined ? [] : await this.#kind.findReadable(viewer, [own]);
    if (own === undefined || other === undefined || counts === undefined || found === undefined) return;
    const said = (found.record.claims ?? []).filter((statement) => statement.other === other);
    if (verb === 'withdraw' ? said.every(({ until }) => until !== null) : said.length > 0) return;
    const input = { id: own, version: found.versionToken(), other, counts };
    const outcome: RecordOutcome = await this.#kind.doubleClaims[verb](viewer, input);
    accepted(outcome);
  }

  #idOf({ organisation, reference }: Claimant): string {
    return this.#kind.runtime.ids.of(organisation, this.#kind.collection, reference);
  }
}
