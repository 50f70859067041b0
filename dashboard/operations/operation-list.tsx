import type { JSX } from 'preact';
import { OPERATIONS, type OperationRow as Row } from '../api/documents.js';
import { usePages, type Pages } from '../api/use-pages.js';
import { useAddress } from '../address/use-address.js';
import { PERIOD_NOT_STATED, type Address } from '../address/address.js';
import { useWords } from '../language/language.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { OperationFilters } from './operation-filters.js';
import { OperationRow } from './operation-row.js';

const PAGE = 50;

/** Real operations and exercises are asked for apart and stand in groups of their own: nothing can mix them. */
export function OperationList(): JSX.Element {
  const { t } = useWords();
  const { address } = useAddress();
  const real = useOperations(address, false);
  const exercises = useOperations(address, true);
  const alone = address.operation === null;
  const exercisesFound = exercises.state === 'answered' && exercises.nodes.length > 0;
  const content = (
    <>
      <div class="list-head">
        {alone ? <h1>{t('list.title')}</h1> : <h2>{t('list.title')}</h2>}
        <p class="quiet" role="status"><Count pages={real} /></p>
      </div>
      <OperationFilters />
      <Rows pages={real} empty={exercisesFound ? null : t('list.none')} />
      {(exercisesFound || exercises.state === 'failed') && (
        <section class="list-exercises" aria-labelledby="exercises">
          <div class="exercise-band" aria-hidden="true" />
          {alone ? <h2 id="exercises">{t('list.exercises')}</h2> : <h3 id="exercises">{t('list.exercises')}</h3>}
          <p class="quiet">{t('list.exerciseNote')}</p>
          <Rows pages={exercises} empty={null} />
        </section>
      )}
    </>
  );
  return alone
    ? <main class="list" id="content" tabIndex={-1}>{content}</main>
    : <nav class="list list-beside" aria-label={t('list.title')}>{content}</nav>;
}

function useOperations(address: Address, exercise: boolean): Pages<Row> {
  const notStated = address.year === PERIOD_NOT_STATED;
  const year = address.year !== null && /^\d{4}$/.test(address.year) ? Number(address.year) : null;
  const filter = {
    exercise,
    ...(address.search.trim() !== '' && { search: address.search.trim() }),
    ...(address.coordinator !== null && { coordinator: address.coordinator }),
    ...(address.crimeType !== null && { crimeType: address.crimeType }),
    ...(notStated && { unknownPeriod: true }),
    ...(year !== null && { year }),
  };
  return usePages({ document: OPERATIONS, variables: { filter }, pick: (data) => data.operations, pageSize: PAGE });
}

function Count({ pages }: { pages: Pages<Row> }): JSX.Element | null {
  const { t, locale } = useWords();
  if (pages.state !== 'answered' || pages.more !== null) return null;
  const count = pages.nodes.length;
  return <>{count === 1 ? t('list.countOne') : t('list.count', { count: count.toLocaleString(locale) })}</>;
}

function Rows({ pages, empty }: { pages: Pages<Row>; empty: string | null }): JSX.Element | null {
  const { t } = useWords();
  if (pages.state === 'waiting') return <Waiting lines={12} />;
  if (pages.state === 'failed') return <PartFailed failure={pages} />;
  if (pages.nodes.length === 0) return empty === null ? null : <p class="empty">{empty}</p>;
  return (
    <>
      <PartIncomplete faults={pages.faults} retry={pages.retry} />
      <ul class="list-rows">{pages.nodes.map((operation) => <OperationRow key={operation.code} operation={operation} />)}</ul>
      {pages.more !== null && <button type="button" disabled={pages.fetching} onClick={pages.more}>{t('list.more')}</button>}
    </>
  );
}
