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
import { loadWorld, MAP_HEIGHT, MAP_WIDTH, numericKey, type Shape } from './world.js';

interface CountryMapProps {
  readonly rows: readonly CountryRow[];
  readonly countryCount: Operation['countryCount'];
  readonly pointedAt: string | null;
  readonly onPoint: (country: string | null) => void;
}

export function CountryMap({ rows, countryCount, pointedAt, onPoint }: CountryMapProps): JSX.Element {
  const { t, locale } = useWords();
  const { address } = useAddress();
  const { world, failed, retry } = useWorld();
  const byNumeric = new Map(rows.map((row) => [numericKey(row.country.numeric), row]));
  const shown = rows.find((row) => row.country.code === (pointedAt ?? address.country)) ?? null;
  const { notNamed } = countryCount;
  return (
    <div class="map">
      <MapChoices />
      {failed && <PartFailed failure={{ state: 'failed', code: 'REFUSED', message: t('map.failed'), retry }} />}
      <svg class="map-picture" viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} role="img" aria-label={t('map.label', { count: String(rows.length) })}>
        {world !== null && <MapShapes world={world} byNumeric={byNumeric} pointedAt={pointedAt} onPoint={onPoint} />}
      </svg>
      <MapReadout row={shown} />
      <MapLegend rows={rows} />
      <p class="map-not-named">
        {notNamed === null && t('map.notNamedUnknown')}
        {notNamed === 0 && t('map.allNamed')}
        {notNamed !== null && notNamed > 0 && t('map.notNamed', { count: notNamed.toLocaleString(locale) })}
      </p>
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
