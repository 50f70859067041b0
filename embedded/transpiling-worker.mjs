// Starts the store's thread from TypeScript source: tests and `node` from a checkout. The built
// store never loads this file, because there the thread is JavaScript already.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
await import('./store-worker.ts');
