import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Operation } from '../api/documents.js';
import { periodInWords } from '../format/dates.js';
import { figureInWords, inOneLine } from '../format/figure-in-words.js';
import { useWords } from '../language/language.js';
import { HandlingLine } from '../parts/handling-line.js';

export function TitleLine({ operation }: { operation: Operation }): JSX.Element {
  const words = useWords();
  const { t, term, locale, join } = words;
  const coordinators = operation.coordinatorsAsPublished.length > 0 ? operation.coordinatorsAsPublished : [operation.coordinator?.name ?? '–'];
  const { value, qualifier, named, namedTerritories } = operation.countryCount;
  const territories = namedTerritories === 1 ? t('picture.territoryNamed') : t('picture.territoriesNamed', { named: String(namedTerritories) });
  useEffect(() => {
    document.title = `${operation.name} · Tessera`;
    return () => void (document.title = 'Tessera');
  }, [operation.name]);
  return (
    <header class="title-line">
      {operation.exercise && <p class="exercise-band exercise-words"><span>{t('picture.exercise')}</span></p>}
      <h1>{operation.name}</h1>
      <p class="title-facts">
        <span>{t('picture.coordinatedBy', { names: join(coordinators) })}</span>
        <span>{periodInWords(operation.period, locale, t)}</span>
        <span>
          {value === null || qualifier === null
            ? t('picture.countriesUnknown', { named: String(named) })
            : t('picture.countriesNamed', { count: inOneLine(figureInWords({ value: String(value), qualifier }, words, 'full')), named: String(named) })}
          {namedTerritories > 0 && ` ${territories}`}
        </span>
        <HandlingLine handling={operation.handling} />
      </p>
      <ul class="chips" aria-label={t('list.crimeType')}>
        {operation.crimeTypes.map((type) => <li key={type.code}>{term(type)}</li>)}
      </ul>
    </header>
  );
}
