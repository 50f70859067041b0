import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Operation } from '../api/documents.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { PartFailed } from '../parts/part-state.js';
import type { CountryRow } from '../picture/country-rows.js';
import { MapChoices } from './map-choices.js';
import { MapLegend } from './map-legend.js';
import { MapReadout } from './map-readout.js';
import { MapShapes } from './map-shapes.js';
import { mapChoice } from './map-choice.js';
import { notNamedInWords } from './not-named.js';
import { loadWorld } from './load-world.js';
import { MAP_HEIGHT, MAP_WIDTH, numericKey, type Shape } from './project-world.js';

interface CountryMapProps {
  readonly rows: readonly CountryRow[];
  readonly countryCount: Operation['countryCount'];
  readonly pointedAt: string | null;
  readonly onPoint: (country: string | null) => void;
}

export function CountryMap({ rows, countryCount, pointedAt, onPoint }: CountryMapProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { address } = useAddress();
  const choice = mapChoice(address, rows);
  const { world, failed, retry } = useWorld();
  const byNumeric = new Map(rows.map((row) => [numericKey(row.country.numeric), row]));
  const shown = rows.find((row) => row.country.code === (pointedAt ?? address.country)) ?? null;
  return (
    <div class="map">
      <MapChoices choice={choice} />
      {failed && <PartFailed failure={{ state: 'failed', code: 'REFUSED', message: t('map.failed'), retry }} />}
      <svg class="map-picture" viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} role="img" aria-label={t('map.label', { count: String(rows.length) })}>
        {world !== null && <MapShapes world={world} byNumeric={byNumeric} choice={choice} pointedAt={pointedAt} onPoint={onPoint} />}
      </svg>
      <MapReadout row={shown} mapped={choice.mapped} />
      <MapLegend rows={rows} choice={choice} />
      <p class="map-not-named">{notNamedInWords(countryCount, words)}</p>
      <p class="quiet map-credit">{t('map.credit')}</p>
    </div>
  );
}

function useWorld(): { readonly world: readonly Shape[] | null; readonly failed: boolean; readonly retry: () => void } {
  const [world, setWorld] = useState<readonly Shape[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let present = true;
    setFailed(false);
    loadWorld().then((shapes) => present && setWorld(shapes), () => present && setFailed(true));
    return () => void (present = false);
  }, [attempt]);
  return { world, failed, retry: () => setAttempt((count) => count + 1) };
}
