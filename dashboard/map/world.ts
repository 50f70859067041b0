import { geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import topologyUrl from '../assets/world_countries_50m.topo.json?url';

export interface Shape {
  /** ISO 3166-1 numeric, three digits; null for land without a code. */
  readonly numeric: string | null;
  readonly name: string;
  readonly path: string;
  /** Where a dot stands for a land too small to be seen; null for the others. */
  readonly dot: { readonly x: number; readonly y: number } | null;
}

export const MAP_WIDTH = 960;
export const MAP_HEIGHT = 452;

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Land = Feature<Geometry, { name: string }>;

const ANTARCTICA = '010';
/** Below this area, in units of the map, a shape is less than a few dots on the screen. */
const SMALL = 14;

let loading: Promise<readonly Shape[]> | null = null;

/** The shapes of the world, fetched and projected once. */
export function loadWorld(): Promise<readonly Shape[]> {
  loading ??= fetchWorld().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Joins by number: "36" and "036" are one country. */
export function numericKey(numeric: string): string {
  return numeric.padStart(3, '0');
}

async function fetchWorld(): Promise<readonly Shape[]> {
  const response = await fetch(topologyUrl);
  if (!response.ok) throw new Error(`The map answered with ${response.status}.`);
  // The file is part of the page's own build.
  return project((await response.json()) as World);
}

export function project(world: World): readonly Shape[] {
  const all = feature(world, world.objects.countries).features;
  const lands = all.filter((land) => land.id === undefined || numericKey(String(land.id)) !== ANTARCTICA);
  const collection: FeatureCollection = { type: 'FeatureCollection', features: lands };
  const projection = geoEqualEarth().fitExtent([[1, 1], [MAP_WIDTH - 1, MAP_HEIGHT - 1]], collection);
  const path = geoPath(projection).digits(1);
  return lands.map((land) => {
    const [x, y] = path.centroid(largestPart(land, (part) => path.area(part)));
    return {
      numeric: land.id === undefined ? null : numericKey(String(land.id)),
      name: land.properties.name,
      path: path(land) ?? '',
      dot: path.area(land) < SMALL ? { x, y } : null,
    };
  });
}

/** The dot of an island state stands on its largest island, not in the sea between them. */
function largestPart(land: Land, areaOf: (part: Polygon) => number): Geometry {
  if (land.geometry.type !== 'MultiPolygon') return land.geometry;
  const parts = land.geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((largest, part) => (areaOf(part) > areaOf(largest) ? part : largest), parts[0] ?? { type: 'Polygon', coordinates: [] });
}
