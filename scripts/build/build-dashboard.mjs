import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { dist, root } from './paths.mjs';

/** Bundles the page into `dist/dashboard`, which changes as a whole. */
export async function buildDashboard() {
  const place = join(dist, 'dashboard');
  const beside = join(dist, `.dashboard.${process.pid}`);
  await build({
    root: join(root, 'dashboard'),
    configFile: join(root, 'dashboard', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: beside, emptyOutDir: true },
  });
  await rm(place, { recursive: true, force: true });
  await rename(beside, place);
}
