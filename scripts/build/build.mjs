import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { dist, root } from './paths.mjs';
import { programSources } from './program-sources.mjs';

/** What every part depends on: the tools' versions and settings, and the build itself. */
const TOOLING = ['package-lock.json', '.swcrc', 'scripts/build'];

/** The parts are stamped apart, so that a change of the page does not transpile the program and the other way round. */
const PARTS = {
  program: {
    inputs: () => programSources(),
    build: async () => (await import('./build-program.mjs')).buildProgram(),
  },
  dashboard: {
    inputs: () => ['dashboard', 'schema/api.graphql'],
    build: async () => (await import('./build-dashboard.mjs')).buildDashboard(),
  },
};

/**
 * Brings `dist/` up to date and says which parts had to be built. The stamp goes before a part is built and comes back
 * after it, so that an interrupted build is never taken for a whole one. The tools are loaded only when they are needed.
 */
export async function build(parts = Object.keys(PARTS)) {
  const rebuilt = await Promise.all(parts.map((part) => bringUpToDate(part, PARTS[part])));
  return parts.filter((_, index) => rebuilt[index]);
}

async function bringUpToDate(name, part) {
  const stampFile = join(dist, `.${name}-stamp`);
  const now = await fingerprint(root, [...TOOLING, ...(await part.inputs())]);
  if (now === (await readStamp(stampFile))) return false;
  await rm(stampFile, { force: true });
  await part.build();
  await writeFile(stampFile, now);
  return true;
}
