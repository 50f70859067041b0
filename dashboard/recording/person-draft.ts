import type { PersonIdentityInput } from '../api/recording-documents.js';
import { linesIn } from '../fields/lines-in.js';
import { stated } from './action-draft.js';
import { unlessStated, type Missing } from './missing.js';
import { missingInPart, PART_AS_RECORD, partInput, type PartDraft } from './part-draft.js';

export interface DocumentDraft {
  readonly type: string;
  readonly country: string;
  readonly number: string;
}

export interface PersonDraft extends PartDraft {
  readonly name: string;
  readonly nameOriginal: string;
  readonly aliases: string;
  readonly birthDate: string;
  readonly nationalities: readonly string[];
  readonly documents: readonly DocumentDraft[];
  readonly sex: string;
}

export const NO_PERSON: PersonDraft = {
  ...PART_AS_RECORD, name: '', nameOriginal: '', aliases: '', birthDate: '', nationalities: [], documents: [], sex: '',
};

export function personInput(person: PersonDraft): PersonIdentityInput {
  const { name, nameOriginal, aliases, birthDate, nationalities, documents, sex } = person;
  return {
    name: name.trim(),
    ...stated({ nameOriginal, birthDate, sex }),
    aliases: linesIn(aliases),
    nationalities: [...nationalities],
    documents: documents.map(({ type, country, number }) => ({ type, ...stated({ country }), number })),
    ...partInput(person),
  };
}

export function missingInPerson(person: PersonDraft, path: string): Missing[] {
  return [
    ...unlessStated(person.name, `${path}.name`, 'missing.name'),
    ...person.documents.flatMap(({ type, number }, place) => [
      ...unlessStated(type, `${path}.documents[${String(place)}].type`, 'missing.documentType'),
      ...unlessStated(number, `${path}.documents[${String(place)}].number`, 'missing.documentNumber'),
    ]),
    ...missingInPart(person, path),
  ];
}
