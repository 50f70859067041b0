import type { PersonIdentityInput } from '../../subgraphs/arrests/person/person.input.js';
import type { Draw } from './draw.js';

type Person = Omit<PersonIdentityInput, 'handling' | 'reviewMonth'>;

const LETTERS = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel', 'India', 'Juliett', 'Kilo', 'Lima', 'Mike'];

/** "Invented person", or the language's own stock name for nobody, in the script of a nationality. */
const IN_ORIGINAL_SCRIPT: Readonly<Record<string, string>> = {
  AE: 'شخص مختلق',
  BG: 'Измислено Лице',
  CY: 'Επινοημένο Πρόσωπο',
  EG: 'شخص مختلق',
  GE: 'გამოგონილი პირი',
  GR: 'Επινοημένο Πρόσωπο',
  IN: 'काल्पनिक व्यक्ति',
  JO: 'شخص مختلق',
  JP: '架空 太郎',
  KR: '가상 인물',
  KZ: 'Выдуманное Лицо',
  MA: 'شخص مختلق',
  MN: 'Зохиомол Хүн',
  NP: 'काल्पनिक व्यक्ति',
  QA: 'شخص مختلق',
  TH: 'บุคคล สมมติ',
  TN: 'شخص مختلق',
};

/** Nobody: every name, alias and document says so itself, and carries the number of its record. */
export function inventedPerson(draw: Draw, what: string, number: string, nationality: string): Person {
  const original = IN_ORIGINAL_SCRIPT[nationality];
  const year = draw.between(1955, 2004);
  return {
    name: `Invented ${what} ${draw.of(LETTERS)} ${number}`,
    nameOriginal: original === undefined ? null : `${original} ${number}`,
    aliases: draw.chance(40) ? [`Invented Alias ${draw.of(LETTERS)} ${number}`] : [],
    birthDate: draw.chance(70) ? `${String(year)}-${twoDigits(draw.between(1, 12))}-${twoDigits(draw.between(1, 28))}` : String(year),
    nationalities: draw.chance(8) ? [] : [nationality],
    documents: draw.chance(75) ? [{ type: draw.of(['PASSPORT', 'NATIONAL_ID']), country: nationality, number: `INVENTED-${number}` }] : [],
    sex: draw.of(['F', 'M', 'M', null]),
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
