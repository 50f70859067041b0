import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { MAP_HEIGHT, MAP_WIDTH, numericKey, project, type Shape, type World } from './project-world.js';

interface Members {
  readonly members: readonly { readonly iso2: string; readonly isoNumeric: string }[];
}

let shapes: readonly Shape[];
const { members } = JSON.parse(readFileSync('shared/reference/data/interpol-members.json', 'utf8')) as Members;
const shapeOf = (numeric: string): Shape | undefined => shapes.find((shape) => shape.numeric === numericKey(numeric));

beforeAll(() => {
  shapes = project(JSON.parse(readFileSync('dashboard/assets/world_countries_50m.topo.json', 'utf8')) as World);
});

describe('the map of the world', () => {
  it('has a shape for every member country, joined by number', () => {
    expect(members.filter(({ isoNumeric }) => !shapeOf(isoNumeric)?.path).map(({ iso2 }) => iso2)).toEqual([]);
  });

  it.each([['SG', '702'], ['MO', '446'], ['HK', '344'], ['NR', '520'], ['MC', '492'], ['VA', '336'], ['MV', '462']])('marks %s with a dot, because its shape is too small to be seen', (_, numeric) => {
    expect(shapeOf(numeric)?.dot).not.toBeNull();
  });

  it('marks no large country with a dot, a reef of it neither', () => {
    for (const numeric of ['036', '076', '392', '516']) {
      expect(shapes.filter((shape) => shape.numeric === numeric).every((shape) => shape.dot === null)).toBe(true);
    }
  });

  it('puts every dot on the map', () => {
    for (const { dot } of shapes) {
      if (dot === null) continue;
      expect(dot.x).toBeGreaterThan(0);
      expect(dot.x).toBeLessThan(MAP_WIDTH);
      expect(dot.y).toBeGreaterThan(0);
      expect(dot.y).toBeLessThan(MAP_HEIGHT);
    }
  });
});
