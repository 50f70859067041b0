import { breakingChanges } from './breaking-changes.js';
import { compose } from './compose.js';
import { composeIndependently, inOneOrder } from './cross-check.js';
import { printSubgraphs } from './print-subgraph.js';
import { readAllowedBreaks, RELEASED_FILE } from './released.js';
import { readSchemaFile, schemaFilesOf, staleSchemaFiles } from './schema-files.js';

/** Everything that is wrong with the schema, in sentences; a schema that does not compose throws. */
export async function findProblems(today: string): Promise<string[]> {
  const subgraphs = await printSubgraphs();
  const { api, hints } = compose(subgraphs);
  const stale = await staleSchemaFiles(schemaFilesOf(subgraphs));
  const differs = inOneOrder(composeIndependently(subgraphs)) !== inOneOrder(api);
  return [
    ...stale.map((name) => `schema/${name} is not what the code prints: run npm run schema and commit it.`),
    ...hints.map((hint) => `Composition: ${hint}`),
    ...(differs ? ['A second composer sees another consumer schema.'] : []),
    ...(await brokenPromises(api, today)),
  ];
}

async function brokenPromises(api: string, today: string): Promise<string[]> {
  const released = await readSchemaFile(RELEASED_FILE);
  if (released === null) return [`schema/${RELEASED_FILE} is missing: nobody can tell what would break.`];
  const broken = breakingChanges(released, api, await readAllowedBreaks(), today);
  return broken.map((change) => `Breaks consumers of the last release: ${change}`);
}
