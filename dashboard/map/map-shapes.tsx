import type { JSX } from 'preact';
import { useAddress } from '../address/use-address.js';
import type { CountryRow } from '../picture/country-rows.js';
import type { MapChoice } from './map-choice.js';
import { shadeOf } from './shading.js';
import type { Shape } from './project-world.js';

interface MapShapesProps {
  readonly world: readonly Shape[];
  readonly byNumeric: ReadonlyMap<string, CountryRow>;
  readonly choice: MapChoice;
  readonly pointedAt: string | null;
  readonly onPoint: (country: string | null) => void;
}

interface Behaviour {
  readonly onMouseEnter: () => void;
  readonly onMouseLeave: () => void;
  readonly onClick: () => void;
}

/** The pointer's half of the map; the keyboard has the same in the table. */
export function MapShapes({ world, byNumeric, choice, pointedAt, onPoint }: MapShapesProps): JSX.Element {
  const { address, adjust } = useAddress();
  const rowOf = (shape: Shape): CountryRow | undefined => (shape.numeric === null ? undefined : byNumeric.get(shape.numeric));
  const behaviour = (row: CountryRow): Behaviour => ({
    onMouseEnter: () => onPoint(row.country.code),
    onMouseLeave: () => onPoint(null),
    onClick: () => adjust({ country: address.country === row.country.code ? null : row.country.code }),
  });
  const classOf = (row: CountryRow): string => {
    const shade = shadeOf(row, choice);
    const { code } = row.country;
    return [
      'land-named', shade === null ? 'hatched' : `shade-${shade}`,
      code === pointedAt ? 'pointed-at' : '', code === address.country ? 'selected' : '',
    ].join(' ').trim();
  };
  const named = world.filter((shape) => rowOf(shape) !== undefined);
  return (
    <>
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="5" height="5" /><rect class="hatch-line" width="2" height="5" />
        </pattern>
      </defs>
      <g class="land-others">
        <path d={world.filter((shape) => rowOf(shape) === undefined).map((shape) => shape.path).join('')} />
        {world.map((shape, place) => shape.dot && rowOf(shape) === undefined && <circle key={place} class="dot" cx={shape.dot.x} cy={shape.dot.y} />)}
      </g>
      <g>
        {named.map((shape, place) => {
          const row = rowOf(shape);
          return row && <path key={place} d={shape.path} class={classOf(row)} data-country={row.country.code} {...behaviour(row)} />;
        })}
        {named.map((shape, place) => {
          const row = rowOf(shape);
          return row && shape.dot && (
            <circle key={place} class={`dot ${classOf(row)}`} cx={shape.dot.x} cy={shape.dot.y} data-country={row.country.code} {...behaviour(row)} />
          );
        })}
      </g>
    </>
  );
}
