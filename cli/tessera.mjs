#!/usr/bin/env node
// The command `tessera` inside a clone: builds what changed, then is the program. One process, so that signals reach it.
import { build } from '../scripts/build/build.mjs';

const rebuilt = await build();
if (rebuilt.length > 0) console.error(`Built ${rebuilt.join(' and ')}.`);

await import('../dist/cli/main.js');
