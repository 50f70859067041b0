import { Ctx, Query, Resolver } from 'type-graphql';
import { codedTerm, codedTermOrNull } from '../../../shared/reference/code-lists.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { assertViewer } from '../../../shared/viewer/viewer.js';
import { toAgency } from '../agency/agency.view.js';
import type { AgenciesContext } from '../context.js';
import { ViewerIdentity } from './viewer-identity.type.js';

/** Constant, so that it tells nobody whether anything is missing. */
export const NOTICE =
  "Without a stated purpose and case, other organisations' AMBER and stricter information is absent, from counts too. What you read of it is shown to its owner.";

@Resolver()
export class ViewerIdentityResolver {
  readonly #runtime: SubgraphRuntime;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
  }

  @Query(() => ViewerIdentity, { description: 'Who you are on the exchange.' })
  async viewer(@Ctx() { viewer, agencies }: AgenciesContext): Promise<ViewerIdentity> {
    assertViewer(viewer);
    const organisation = await agencies.load(viewer.organisation);
    const purposes = this.#runtime.directory().organisation(viewer.organisation)?.purposes ?? [];
    return Object.assign(new ViewerIdentity(), {
      subject: viewer.subject,
      organisation: organisation === null ? null : toAgency(this.#runtime, viewer, organisation),
      roles: [...viewer.roles],
      maxTlp: viewer.maxTlp,
      purpose: codedTermOrNull('purpose', viewer.purpose),
      caseReference: viewer.caseReference,
      purposes: purposes.map((code) => codedTerm('purpose', code)),
      notice: NOTICE,
    });
  }
}
