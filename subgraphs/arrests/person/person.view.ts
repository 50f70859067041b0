import type { Handling } from '../../../shared/graphql/handling.type.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { codedTerm } from '../../../shared/reference/code-lists.js';
import type { PersonRecord } from './person.record.js';
import { IdentityDocument, PersonIdentity } from './person.type.js';

/** What the world sees of an identity that has been let through. */
export function toPersonIdentity(person: PersonRecord, handling: Handling): PersonIdentity {
  return Object.assign(new PersonIdentity(), {
    ...person,
    aliases: [...person.aliases],
    nationalities: person.nationalities.map((code) => CountryReference.of(code)),
    documents: person.documents.map(({ type, country, number }) =>
      Object.assign(new IdentityDocument(), {
        type: codedTerm('documentType', type),
        country: country === null ? null : CountryReference.of(country),
        number,
      }),
    ),
    handling,
  });
}
