import type { JSX } from 'preact';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';

/** Reported or counted, never both in one shade. */
export function MapChoices(): JSX.Element {
  const { t } = useWords();
  const { address, adjust } = useAddress();
  return (
    <div class="map-choices">
      <div class="switch" role="group" aria-label={t('map.measure')}>
        {(['arrests', 'rescues'] as const).map((mapped) => (
          <button key={mapped} type="button" aria-pressed={address.mapped === mapped} onClick={() => adjust({ mapped })}>{t(`map.${mapped}`)}</button>
        ))}
      </div>
      <div class="switch" role="group" aria-label={t('map.shade')}>
        {(['reported', 'counted'] as const).map((evidence) => (
          <button key={evidence} type="button" aria-pressed={address.evidence === evidence} onClick={() => adjust({ evidence })}>{t(`evidence.${evidence}`)}</button>
        ))}
      </div>
    </div>
  );
}
