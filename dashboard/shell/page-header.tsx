import type { JSX } from 'preact';
import { atOperation } from '../address/address.js';
import { Link } from '../address/link.js';
import { useWords } from '../language/language.js';
import { LanguageSwitch } from './language-switch.js';
import { SearchField } from './search-field.js';
import { ViewerPanel } from './viewer-panel.js';

/** Who looks, for whom and what for: at the top at all times. */
export function PageHeader(): JSX.Element {
  const { t } = useWords();
  return (
    <header class="page-header">
      <div class="page-header-row">
        <Link to={atOperation(null)} class="brand" label={`Tessera: ${t('list.back')}`}>
          <span class="brand-mark" aria-hidden="true" />Tessera
        </Link>
        <SearchField />
        <LanguageSwitch />
      </div>
      <ViewerPanel />
    </header>
  );
}
