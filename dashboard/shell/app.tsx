import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Address } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { Desk } from '../desk/desk.js';
import { useWords } from '../language/language.js';
import { OperationList } from '../operations/operation-list.js';
import { Picture } from '../picture/picture.js';
import { RecordingPage } from '../recording/recording-page.js';
import { useSession } from '../session/session.js';
import { Wallet } from '../wallet/wallet.js';
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
      <Place address={address} />
      <PrintFrame />
    </>
  );
}

function Place({ address: { place, operation, wallet } }: { address: Address }): JSX.Element {
  switch (place) {
    case 'operations':
      return (
        <div class={operation === null ? 'layout layout-list' : 'layout layout-picture'}>
          <OperationList />
          {operation !== null && <Picture key={operation} code={operation} />}
        </div>
      );
    case 'desk':
      return <div class="layout"><Desk /></div>;
    case 'record':
      return <div class="layout"><RecordingPage /></div>;
    case 'wallet':
      return <div class="layout"><Wallet key={wallet} id={wallet ?? ''} /></div>;
  }
}
