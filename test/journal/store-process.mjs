// A store in a process of its own, so that a test can kill it. Prints its address and lives until it is killed.
import { register } from 'node:module';

register('../../embedded/typescript-loader.mjs', import.meta.url);
const { startEmbeddedStore } = await import('../../embedded/start-embedded-store.ts');
const { uri } = await startEmbeddedStore({ folder: process.argv[2] });
console.log(uri);
process.stdin.resume();
