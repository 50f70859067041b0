import type { JSX } from 'preact';
import { atDesk, atOperation } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { LanguageSwitch } from './language-switch.js';
import { SearchField } from './search-field.js';
import { ViewerPanel } from './viewer-panel.js';

/** Who looks, for whom and what for: at the top at all times. */
export function PageHeader(): JSX.Element {
  const { t } = useWords();
  const { address } = useAddress();
  return (
    <header class="page-header">
      <div class="page-header-row">
        <Link to={atOperation(null)} class="brand" label={`Tessera: ${t('list.back')}`}>
          <span class="brand-mark" aria-hidden="true" />Tessera
        </Link>
        <nav class="places" aria-label={t('app.navigation')}>
          <Link to={atOperation(null)} current={address.place === 'operations'}>{t('list.title')}</Link>
          <Link to={atDesk()} current={address.place === 'desk'}>{t('app.desk')}</Link>
        </nav>
        <SearchField />
        <LanguageSwitch />
      </div>
      <ViewerPanel />
    </header>
  );
}
