import type { JSX } from 'preact';
import { WALLET, WALLET_ASSETS, type WalletAnswer } from '../api/wallet-documents.js';
import { useAnswer } from '../api/use-answer.js';
import { usePages } from '../api/use-pages.js';
import { atWallet } from '../address/address.js';
import { Link } from '../address/link.js';
import { useWords } from '../language/language.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { Section } from '../parts/section.js';
import { useTitle } from '../parts/use-title.js';
import { ASSET_COLUMNS, AssetRow } from '../records/asset-row.js';
import { RecordsTable } from '../records/records-table.js';
import { Operators } from './operators.js';
import { WalletTags } from './wallet-tags.js';

/** An address on its network, as the parts of its public key. */
export interface WalletKey {
  readonly network: string;
  readonly address: string;
}

/** One address of a virtual asset: what sources say of it, who operates it and whom to ask, what was seized there. */
export function Wallet({ id }: { id: string }): JSX.Element {
  const { t, term } = useWords();
  const colon = id.indexOf(':');
  const wallet: WalletKey = { network: id.slice(0, Math.max(colon, 0)), address: id.slice(colon + 1) };
  const asked = useAnswer(WALLET, wallet);
  const answer = asked.state === 'answered' ? asked.data.address : null;
  useTitle(wallet.address);
  return (
    <main class="desk wallet" id="content" tabIndex={-1}>
      <h1><span class="quiet">{t('wallet.on', { network: answer === null ? wallet.network : term(answer.network) })}</span> <code>{answer?.address ?? wallet.address}</code></h1>
      <p class="quiet">{t('wallet.why')}</p>
      {asked.state === 'waiting' && <Waiting lines={6} />}
      {asked.state === 'failed' && <PartFailed failure={asked} />}
      {asked.state === 'answered' && (
        <>
          <PartIncomplete faults={asked.faults} retry={asked.retry} />
          {asked.data.address.isPartial && <p class="quiet" role="note">{t('wallet.partial')}</p>}
          <Disagreements answer={asked.data.address} />
          <WalletTags wallet={wallet} />
          <Operators operators={asked.data.address.operators} />
          <Elsewhere answer={asked.data.address} />
          <SeizedThere wallet={wallet} />
        </>
      )}
    </main>
  );
}

function Disagreements({ answer: { disagreements } }: { answer: WalletAnswer }): JSX.Element | null {
  const { t, term, join } = useWords();
  if (disagreements.length === 0) return null;
  return (
    <div class="part-failed" role="note">
      <strong>{t('wallet.disagree')}</strong>
      <ul>
        {disagreements.map(({ about, statements }) => (
          <li key={about}>
            {t(`wallet.about.${about}`)}:{' '}
            {statements.map(({ value, term: its, tagCount, sources }) => t('wallet.says', { value: its === null ? value : term(its), count: String(tagCount), sources: join(sources) })).join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Elsewhere({ answer: { elsewhere } }: { answer: WalletAnswer }): JSX.Element | null {
  const { t, term } = useWords();
  if (elsewhere.length === 0) return null;
  return <p class="desk-record">{t('wallet.elsewhere')} {elsewhere.map(({ id, network }) => <Link key={id} to={atWallet(id)}>{term(network)}</Link>)}</p>;
}

function SeizedThere({ wallet }: { wallet: WalletKey }): JSX.Element | null {
  const { t } = useWords();
  const pages = usePages({ document: WALLET_ASSETS, variables: wallet, pick: ({ address }) => address.assets, pageSize: 50 });
  if (pages.state === 'answered' && pages.nodes.length === 0 && pages.faults.length === 0) return null;
  return (
    <Section title={t('wallet.assets')} why={t('wallet.assetsWhy')}>
      <RecordsTable kind="assets" pages={pages} count={null} columns={ASSET_COLUMNS} Row={AssetRow} />
    </Section>
  );
}
