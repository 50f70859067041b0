// npm run schema:release: records the committed consumer schema as what consumers are promised.
import { RELEASED_FILE } from './released.js';
import { API_FILE, readSchemaFile, writeSchemaFiles } from './schema-files.js';

const api = await readSchemaFile(API_FILE);
if (api === null) throw new Error(`schema/${API_FILE} is missing: run npm run schema.`);
await writeSchemaFiles(new Map([[RELEASED_FILE, api]]));
