import { geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

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

export type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Land = Feature<Geometry, { name: string }>;

const ANTARCTICA = '010';
/** Below this area, in units of the map, a shape is less than a few dots on the screen. */
const SMALL = 14;

/** Joins by number: "36" and "036" are one country. */
export function numericKey(numeric: string): string {
  return numeric.padStart(3, '0');
}

export function project(world: World): readonly Shape[] {
  const all = feature(world, world.objects.countries).features;
  const lands = all.filter((land) => land.id === undefined || numericKey(String(land.id)) !== ANTARCTICA);
  const collection: FeatureCollection = { type: 'FeatureCollection', features: lands };
  const projection = geoEqualEarth().fitExtent([[1, 1], [MAP_WIDTH - 1, MAP_HEIGHT - 1]], collection);
  const path = geoPath(projection).digits(1);
  const largestOf = new Map<string, number>();
  for (const land of lands) {
    if (land.id !== undefined) largestOf.set(numericKey(String(land.id)), Math.max(largestOf.get(numericKey(String(land.id))) ?? 0, path.area(land)));
  }
  return lands.map((land) => {
    const [x, y] = path.centroid(largestPart(land, (part) => path.area(part)));
    const numeric = land.id === undefined ? null : numericKey(String(land.id));
    // A reef of a large country needs no dot of its own.
    const area = numeric === null ? path.area(land) : (largestOf.get(numeric) ?? 0);
    return {
      numeric,
      name: land.properties.name,
      path: path(land) ?? '',
      dot: area < SMALL ? { x, y } : null,
    };
  });
}

/** The dot of an island state stands on its largest island, not in the sea between them. */
function largestPart(land: Land, areaOf: (part: Polygon) => number): Geometry {
  if (land.geometry.type !== 'MultiPolygon') return land.geometry;
  const parts = land.geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((largest, part) => (areaOf(part) > areaOf(largest) ? part : largest), parts[0] ?? { type: 'Polygon', coordinates: [] });
}
