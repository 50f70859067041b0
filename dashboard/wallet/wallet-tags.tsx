import type { JSX } from 'preact';
import { WALLET_TAGS, type Tag } from '../api/wallet-documents.js';
import { usePages } from '../api/use-pages.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { HandlingLine } from '../parts/handling-line.js';
import { NothingKnown } from '../parts/nothing-known.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { Section } from '../parts/section.js';
import type { WalletKey } from './wallet.js';

const COLUMNS: readonly MessageKey[] = ['wallet.label', 'wallet.category', 'wallet.abuse', 'wallet.confidence', 'wallet.source', 'wallet.modified', 'wallet.givenBy', 'wallet.handling'];

/** Every source in a row of its own, those that can be relied on most first. */
export function WalletTags({ wallet }: { wallet: WalletKey }): JSX.Element {
  const { t } = useWords();
  const pages = usePages({ document: WALLET_TAGS, variables: wallet, pick: ({ address }) => address.tags, pageSize: 50 });
  if (pages.state === 'waiting') return <Waiting lines={4} />;
  if (pages.state === 'failed') return <PartFailed failure={pages} />;
  const { nodes, more, faults, retry, failure } = pages;
  return (
    <Section title={t('wallet.tags')}>
      <PartIncomplete faults={faults} retry={retry} />
      {nodes.length === 0 ? <div class="empty"><p>{t('wallet.none')}</p><p class="quiet">{t('wallet.noneWhy')}</p></div> : (
        <div class="scroll" role="region" aria-label={t('wallet.tags')} tabIndex={0}>
          <table class="records-table">
            <thead><tr>{COLUMNS.map((column) => <th key={column} scope="col">{t(column)}</th>)}</tr></thead>
            <tbody>{nodes.map((tag) => <TagRow key={tag.id} tag={tag} />)}</tbody>
          </table>
        </div>
      )}
      {more !== null && <button type="button" onClick={more}>{t('wallet.more')}</button>}
      {failure !== null && <PartFailed failure={failure} />}
    </Section>
  );
}

function TagRow({ tag: { label, category, abuse, confidence, confidenceLevel, source, lastModified, originator, handling, actor } }: { tag: Tag }): JSX.Element {
  const { t, term } = useWords();
  const notStated = <NothingKnown reason={t('wallet.notStated')} />;
  return (
    <tr>
      <th scope="row">{label}{actor !== null && <span class="cell-note">{actor}</span>}</th>
      <td>{category === null ? notStated : term(category)}</td>
      <td>{abuse === null ? notStated : term(abuse)}</td>
      <td>{confidence === null ? notStated : <>{term(confidence)}{confidenceLevel !== null && <span class="cell-note">{t('wallet.of100', { level: String(confidenceLevel) })}</span>}</>}</td>
      <td>{source}</td>
      <td>{lastModified === null ? notStated : lastModified.slice(0, 10)}</td>
      <td>{originator === null ? <NothingKnown reason={t('wallet.givenUnseen')} /> : originator.name}</td>
      <td><HandlingLine handling={handling} /></td>
    </tr>
  );
}
