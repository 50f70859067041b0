import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { OperationList } from '../operations/operation-list.js';
import { Picture } from '../picture/picture.js';
import { useSession } from '../session/session.js';
import { PageHeader } from './page-header.js';
import { PrintFrame } from './print-frame.js';
import { ViewerGate } from './viewer-gate.js';

export function App(): JSX.Element {
  const { address } = useAddress();
  const { person } = useSession();
  const { t, language } = useWords();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (person === null) return <ViewerGate />;
  return (
    <>
      <a class="skip" href="#content">{t('app.skip')}</a>
      <PageHeader />
      <div class={address.operation === null ? 'layout layout-list' : 'layout layout-picture'}>
        <OperationList />
        {address.operation !== null && <Picture key={address.operation} code={address.operation} />}
      </div>
      <PrintFrame />
    </>
  );
}
