import type { Handling } from '../../../shared/graphql/handling.type.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import type { Money } from '../../../shared/money/money.js';
import { codedTerm, codedTermOrNull } from '../../../shared/reference/code-lists.js';
import { addressId } from '../../../shared/wallet/address-id.js';
import { Address } from '../address/address.type.js';
import type { IdentifiersRecord } from './identifiers.record.js';
import { AssetIdentifiers, AssetRegistration } from './identifiers.type.js';

/** What the world sees of identifiers that have been let through. */
export function toAssetIdentifiers(identifiers: IdentifiersRecord, value: Pick<Money, 'network'> | null, handling: Handling): AssetIdentifiers {
  return Object.assign(new AssetIdentifiers(), {
    ...identifiers,
    walletNetwork: codedTermOrNull('network', identifiers.walletNetwork),
    wallet: walletOf(identifiers, value),
    serials: [...identifiers.serials],
    registrations: identifiers.registrations.map(({ type, country, number }) =>
      Object.assign(new AssetRegistration(), {
        type: codedTerm('registrationType', type),
        country: country === null ? null : CountryReference.of(country),
        number,
      }),
    ),
    handling,
  });
}

function walletOf({ walletAddress: address, walletNetwork }: IdentifiersRecord, value: Pick<Money, 'network'> | null): Address | null {
  const network = walletNetwork ?? value?.network ?? null;
  return address === null || network === null ? null : Address.ofId(addressId({ network, address }));
}
