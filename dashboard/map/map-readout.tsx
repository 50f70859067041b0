import type { JSX } from 'preact';
import type { MappedMeasure } from '../address/address.js';
import { formatDecimal } from '../format/decimal.js';
import { figureInWords, inOneLine } from '../format/figure-in-words.js';
import { useWords } from '../language/language.js';
import type { CountryRow } from '../picture/country-rows.js';

/** What is known of the country that is pointed at or selected. Its line is always there, so that nothing jumps. */
export function MapReadout({ row, mapped }: { row: CountryRow | null; mapped: MappedMeasure }): JSX.Element {
  const words = useWords();
  const { t, locale } = words;
  if (row === null) return <p class="map-readout" />;
  const reported = row.reported[mapped].map((figure) => inOneLine(figureInWords(figure, words, 'full'))).join('; ');
  const counted = row.counted[mapped];
  return (
    <p class="map-readout">
      <strong>{words.countryName(row.country)}</strong> {t(`map.${mapped}`)}:{' '}
      <span>{t('evidence.reported').toLocaleLowerCase(locale)} {reported || '–'}</span>,{' '}
      <span>{t('evidence.counted').toLocaleLowerCase(locale)} {counted === null ? '–' : formatDecimal(String(counted), locale)}</span>
    </p>
  );
}
