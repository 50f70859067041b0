import topologyUrl from '../assets/world_countries_50m.topo.json?url';
import { project, type Shape, type World } from './project-world.js';

let loading: Promise<readonly Shape[]> | null = null;

/** The shapes of the world, fetched and projected once. */
export function loadWorld(): Promise<readonly Shape[]> {
  loading ??= fetchWorld().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchWorld(): Promise<readonly Shape[]> {
  const response = await fetch(topologyUrl);
  if (!response.ok) throw new Error(`The map answered with ${response.status}.`);
  // The file is part of the page's own build.
  return project((await response.json()) as World);
}
