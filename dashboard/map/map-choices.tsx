import type { JSX } from 'preact';
import { useAddress } from '../address/use-address.js';
import type { MapChoice } from './map-choice.js';
import { useWords } from '../language/language.js';

/** Reported or counted, never both in one shade. */
export function MapChoices({ choice }: { choice: MapChoice }): JSX.Element {
  const { t } = useWords();
  const { adjust } = useAddress();
  return (
    <div class="map-choices">
      <div class="switch" role="group" aria-label={t('map.measure')}>
        {(['arrests', 'rescues'] as const).map((mapped) => (
          <button key={mapped} type="button" aria-pressed={choice.mapped === mapped} onClick={() => adjust({ ...choice, mapped })}>{t(`map.${mapped}`)}</button>
        ))}
      </div>
      <div class="switch" role="group" aria-label={t('map.shade')}>
        {(['reported', 'counted'] as const).map((evidence) => (
          <button key={evidence} type="button" aria-pressed={choice.evidence === evidence} onClick={() => adjust({ ...choice, evidence })}>{t(`evidence.${evidence}`)}</button>
        ))}
      </div>
    </div>
  );
}
