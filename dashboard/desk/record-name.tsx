import type { JSX } from 'preact';
import { NAMED_RECORDS } from '../api/desk-documents.js';
import { useAnswer } from '../api/use-answer.js';
import { useWords } from '../language/language.js';

/** What a record of the own organisation is called; its id where it is no longer readable. */
export function RecordName({ id }: { id: string }): JSX.Element {
  const { t } = useWords();
  const asked = useAnswer(NAMED_RECORDS, { id });
  if (asked.state !== 'answered') return <code>{id}</code>;
  const { arrest, rescue, asset, operation } = asked.data;
  const found = arrest ?? rescue ?? asset;
  if (found !== null) return <>{found.reference} <time class="quiet" dateTime={found.day}>{found.day}</time></>;
  return operation === null ? <><code>{id}</code> <span class="quiet">{t('desk.recordGone')}</span></> : <>{operation.code}</>;
}
