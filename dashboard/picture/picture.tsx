import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { OPERATION, type Operation } from '../api/documents.js';
import { useAnswer } from '../api/use-answer.js';
import { atOperation } from '../address/address.js';
import { Link } from '../address/link.js';
import { AsOfBar } from '../as-of/as-of-bar.js';
import { CountrySection } from './country-section.js';
import { useWords } from '../language/language.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { RecordsSection } from '../records/records-section.js';
import { Tallies } from '../tallies/tallies.js';
import { Conflicts } from './conflicts.js';
import { CountedRow } from './counted-row.js';
import { FigurePanel } from './figure-panel.js';
import { Participations } from './participations.js';
import { ReportedRow } from './reported-row.js';
import { Sources } from './sources.js';
import { TitleLine } from './title-line.js';

/** All that is known of one operation, the most important first. */
export function Picture({ code }: { code: string }): JSX.Element {
  const { t } = useWords();
  const asked = useAnswer(OPERATION, { code });
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <main class="picture" id="content" tabIndex={-1} ref={main}>
      <Link to={atOperation(null)} class="back">‹ {t('list.back')}</Link>
      {asked.state === 'waiting' && <><Waiting lines={3} /><Waiting lines={8} /></>}
      {asked.state === 'failed' && <PartFailed failure={asked} />}
      {asked.state === 'answered' && (asked.data.operation === null
        ? <Absent />
        : <><PartIncomplete faults={asked.faults} retry={asked.retry} /><Known operation={asked.data.operation} /></>)}
    </main>
  );
}

function Known({ operation }: { operation: Operation }): JSX.Element {
  const { code, sources } = operation;
  return (
    <>
      <TitleLine operation={operation} />
      <AsOfBar operation={operation} />
      <div class="evidence">
        <ReportedRow code={code} sources={sources} />
        <CountedRow code={code} />
      </div>
      <CountrySection operation={operation} />
      <Tallies code={code} />
      <Conflicts conflicts={operation.conflicts} />
      <RecordsSection code={code} />
      <div class="part-pair">
        <Sources sources={sources} confidence={operation.confidence} />
        <Participations code={code} />
      </div>
      <FigurePanel code={code} />
    </>
  );
}

/** One answer for an operation that does not exist and one that the viewer may not see. */
function Absent(): JSX.Element {
  const { t } = useWords();
  return (
    <div class="empty">
      <h1>{t('picture.absent')}</h1>
      <p>{t('picture.absentWhy')}</p>
    </div>
  );
}
