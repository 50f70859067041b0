import type { JSX } from 'preact';
import { formatDecimal } from '../format/decimal.js';
import { useWords } from '../language/language.js';
import type { CountryRow } from '../picture/country-rows.js';
import type { MapChoice } from './map-choice.js';
import { shadeOf, shadeRange } from './shading.js';

/** Only what occurs on this map. */
export function MapLegend({ rows, choice }: { rows: readonly CountryRow[]; choice: MapChoice }): JSX.Element {
  const { t, locale } = useWords();
  const shades = rows.map((row) => shadeOf(row, choice));
  const used = [...new Set(shades)].filter((shade) => shade !== null).sort((a, b) => a - b);
  return (
    <ul class="legend">
      {used.map((shade) => {
        const { from, to } = shadeRange(shade);
        const first = formatDecimal(from, locale);
        return (
          <li key={shade}>
            <Sample kind={`shade-${shade}`} />
            {to === null ? `${first}+` : t('map.digits', { from: first, to: formatDecimal(to, locale) })}
          </li>
        );
      })}
      {shades.includes(null) && <li><Sample kind="hatched" />{t('map.noFigure')}</li>}
      <li><Sample kind="land-other" />{t('map.others')}</li>
    </ul>
  );
}

function Sample({ kind }: { kind: string }): JSX.Element {
  return <svg class="legend-sample" viewBox="0 0 16 12" aria-hidden="true"><rect class={kind} width="16" height="12" /></svg>;
}
