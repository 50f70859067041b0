// npm run build [program|dashboard …]: brings dist/ up to date.
import { build } from './build/build.mjs';

const parts = process.argv.slice(2);
const started = performance.now();
const rebuilt = await build(parts.length > 0 ? parts : undefined);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.error(rebuilt.length > 0 ? `Built ${rebuilt.join(' and ')} in ${seconds} s.` : 'dist/ is up to date.');
