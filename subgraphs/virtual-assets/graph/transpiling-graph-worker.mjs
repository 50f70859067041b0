// Starts the thread from TypeScript source: tests and `node` from a checkout. The built program never loads this file,
// because there the thread is JavaScript already.
import { register } from 'node:module';

register('../../../embedded/typescript-loader.mjs', import.meta.url);
await import('./graph-worker.ts');
