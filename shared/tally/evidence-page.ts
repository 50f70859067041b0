import { connectionOf, pageRequest, type ConnectionOf } from '../graphql/connection.js';
import type { PageArgs } from '../graphql/page.args.js';
import type { CountedEvidence } from './counted-version.js';
import type { OpenedTally } from './open-tally.js';

const CURSOR_LENGTH = 1;

/** A page of the list behind a number, by id. */
export async function evidencePage<Node>({ evidence }: OpenedTally, { first, after }: PageArgs, toNode: (evidence: CountedEvidence) => Node): Promise<ConnectionOf<Node>> {
  const request = pageRequest(first, after, CURSOR_LENGTH);
  return connectionOf(await evidence(request), request, ({ id }) => [id], toNode);
}
