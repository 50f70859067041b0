import type { Exchange } from '../../cli/open-exchange.js';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import { accepted } from '../accepted.js';
import { appendTo } from './append-to.js';
import type { AssetContribution } from './exercise-assets.js';
import type { CustodyStep } from './exercise-custody.js';

interface DueStep {
  readonly organisation: string;
  readonly reference: string;
  readonly step: CustodyStep;
  /** How many moves the chain holds before this one. */
  readonly index: number;
}

/** The custody histories of the assets, played instant by instant. */
export class CustodyPlay {
  readonly #exchange: Exchange;
  readonly #due = new Map<number, DueStep[]>();

  constructor(exchange: Exchange, contributions: Iterable<AssetContribution>) {
    this.#exchange = exchange;
    for (const { organisation, input, custody } of contributions) {
      for (const [index, step] of custody.entries()) {
        appendTo(this.#due, step.instant, { organisation, reference: input.reference, step, index });
        if (step.retractedAt !== null) appendTo(this.#due, step.retractedAt, { organisation, reference: input.reference, step, index });
      }
    }
  }

  async play(instant: number): Promise<void> {
    const byOrganisation = new Map<string, DueStep[]>();
    for (const due of this.#due.get(instant) ?? []) appendTo(byOrganisation, due.organisation, due);
    await Promise.all([...byOrganisation].map(([organisation, due]) => this.#move(organisation, due, instant)));
  }

  /** A chain that has grown since is left alone: an earlier run that was cut off has made the move, or somebody else. */
  async #move(organisation: string, due: readonly DueStep[], instant: number): Promise<void> {
    const { runtime, services, stores } = this.#exchange.assets;
    const viewer = serviceViewer('exercise', organisation);
    const byId = new Map(due.map((one) => [runtime.ids.of(organisation, 'assets', one.reference), one]));
    const found = await stores.assets.findReadable(viewer, [...byId.keys()]);
    await Promise.all(found.map(async ({ record, versionToken }) => {
      const one = byId.get(record._id);
      if (one === undefined) return;
      const version = { id: record._id, version: versionToken() };
      const made = record.moves[one.index];
      if (instant === one.step.retractedAt) {
        if (made?.retractedAt === null) accepted(await services.assets.retractMove(viewer, { ...version, moveId: made.id }));
      } else if (record.moves.length === one.index) accepted(await services.assets.move(viewer, { ...version, ...one.step.move }));
    }));
  }
}
