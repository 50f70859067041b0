import type { Operation } from '../api/documents.js';
import { formatDecimal } from '../format/decimal.js';
import type { Words } from '../language/language.js';

/** How many countries took part that no source names; that it is not known is said as such. */
export function notNamedInWords({ notNamed }: Pick<Operation['countryCount'], 'notNamed'>, { t, locale }: Words): string {
  if (notNamed === null) return t('map.notNamedUnknown');
  if (notNamed === 0) return t('map.allNamed');
  return notNamed === 1 ? t('map.notNamedOne') : t('map.notNamed', { count: formatDecimal(String(notNamed), locale) });
}
