import type { Handling } from '../../../shared/graphql/handling.type.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { codedTerm, codedTermOrNull } from '../../../shared/reference/code-lists.js';
import type { IdentifiersRecord } from './identifiers.record.js';
import { AssetIdentifiers, AssetRegistration } from './identifiers.type.js';

/** What the world sees of identifiers that have been let through. */
export function toAssetIdentifiers(identifiers: IdentifiersRecord, handling: Handling): AssetIdentifiers {
  return Object.assign(new AssetIdentifiers(), {
    ...identifiers,
    walletNetwork: codedTermOrNull('network', identifiers.walletNetwork),
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
