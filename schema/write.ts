// npm run schema: prints the subgraphs, composes them, writes what is committed.
import { printSubgraphs } from './print-subgraph.js';
import { schemaFilesOf, writeSchemaFiles } from './schema-files.js';

await writeSchemaFiles(schemaFilesOf(await printSubgraphs()));
