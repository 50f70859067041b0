// A process that does nothing but serve the store of one folder, to be killed by a test.
import { register } from 'node:module';

register('../typescript-loader.mjs', import.meta.url);
const { startEmbeddedStore } = await import('../start-embedded-store.ts');
const { uri } = await startEmbeddedStore({ folder: process.argv[2] });
// The open channel keeps this process alive: the store's own thread does not.
process.on('message', () => undefined);
process.send(uri);
