import type { Money } from '../../../shared/money/money.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { accountNumberFault } from './account-number.js';
import type { AssetIdentifiersInput } from './identifiers.input.js';
import type { IdentifiersRecord } from './identifiers.record.js';
import { walletAddressFault } from '../../../shared/wallet/wallet-address.js';

/** A seizure of many things of one kind is one record. */
const MOST_SERIALS = 100;

export function identifiersFromInput(
  { holder, account, walletAddress, walletNetwork, serials, registrations: registered }: AssetIdentifiersInput,
  path: string,
  issues: InputIssues,
): IdentifiersRecord {
  const registrations = registered ?? [];
  for (const [field, value] of Object.entries({ holder, account, walletAddress })) {
    if (value !== null && value !== undefined) issues.text(`${path}.${field}`, value);
  }
  const accountFault = account ? accountNumberFault(account) : null;
  if (accountFault !== null) issues.add(`${path}.account`, accountFault);
  if (walletNetwork) issues.code(`${path}.walletNetwork`, 'network', walletNetwork);
  if (walletNetwork && !walletAddress) issues.add(`${path}.walletNetwork`, 'A network is that of a wallet address: state the address, or leave it out.');
  issues.texts(`${path}.serials`, serials, MOST_SERIALS);
  for (const [index, { type, country, number }] of issues.atMost(`${path}.registrations`, registrations, MOST_SERIALS).entries()) {
    const at = `${path}.registrations[${String(index)}]`;
    issues.code(`${at}.type`, 'registrationType', type);
    if (country) issues.country(`${at}.country`, country);
    issues.text(`${at}.number`, number);
  }
  if (!holder && !account && !walletAddress && serials.length === 0 && registrations.length === 0) {
    issues.add(path, 'Name at least one identifier, or leave the part out.');
  }
  return {
    holder: holder ?? null,
    account: account ?? null,
    walletAddress: walletAddress ?? null,
    walletNetwork: walletNetwork ?? null,
    serials: [...serials],
    registrations: registrations.map(({ type, country, number }) => ({ type, country: country ?? null, number })),
  };
}

/** An address is one of its own network, or else of that in which the asset is valued. */
export function checkWalletAddress(
  { walletAddress, walletNetwork }: Pick<IdentifiersRecord, 'walletAddress' | 'walletNetwork'>,
  value: Pick<Money, 'network'> | null,
  path: string,
  issues: InputIssues,
): void {
  const network = walletNetwork ?? value?.network ?? null;
  const fault = walletAddress === null || network === null ? null : walletAddressFault(walletAddress, network);
  if (fault !== null) issues.add(`${path}.walletAddress`, fault);
}
