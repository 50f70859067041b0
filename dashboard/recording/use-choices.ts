import { OPERATIONS } from '../api/documents.js';
import { CODE_LISTS, COUNTRIES, ORGANISATIONS } from '../api/recording-documents.js';
import { useAnswer, type Failure } from '../api/use-answer.js';
import { usePages } from '../api/use-pages.js';
import type { Choice } from '../fields/select-field.js';
import { useWords, type Words } from '../language/language.js';

/** What can be chosen in a form, named and ordered in the language of the page. */
export interface Choices {
  readonly codes: (list: string) => readonly Choice[];
  readonly countries: readonly Choice[];
  readonly operations: readonly Choice[];
  /** Every organisation that the viewer may name. */
  readonly organisations: readonly Choice[];
  readonly agencies: readonly Choice[];
  /** Currencies and networks in one list, as `currency:JPY` and `network:BITCOIN`. */
  readonly units: readonly Choice[];
}

export function useChoices(): Choices | Failure | null {
  const words = useWords();
  const lists = useAnswer(CODE_LISTS, {});
  const countries = usePages({ document: COUNTRIES, variables: {}, pick: (data) => data.countries, pageSize: 100, whole: true });
  const organisations = usePages({ document: ORGANISATIONS, variables: {}, pick: (data) => data.agencies, pageSize: 100, whole: true });
  const operations = usePages({ document: OPERATIONS, variables: {}, pick: (data) => data.operations, pageSize: 100, whole: true });
  for (const asked of [lists, countries, organisations, operations]) if (asked.state === 'failed') return asked;
  if (lists.state !== 'answered' || countries.state !== 'answered') return null;
  if (organisations.state !== 'answered' || operations.state !== 'answered') return null;

  const { t, term } = words;
  const codes = (name: string): readonly Choice[] =>
    (lists.data.codeLists.find((list) => list.name === name)?.terms ?? []).map((entry) => ({ value: entry.code, label: term(entry) }));
  const organisation = ({ code, name }: { readonly code: string; readonly name: string }): Choice => ({ value: code, label: name });
  return {
    codes,
    countries: byLabel(countries.nodes.map((country) => ({ value: country.code, label: words.countryName(country) })), words),
    operations: operations.nodes
      .map(({ code, name, exercise }) => ({ value: code, label: name, group: exercise ? t('list.exercises') : t('list.title') })),
    organisations: byLabel(organisations.nodes.map(organisation), words),
    agencies: byLabel(organisations.nodes.filter((entry) => entry.class !== 'INSTITUTION').map(organisation), words),
    units: [
      ...lists.data.currencies.filter(({ withdrawn }) => !withdrawn)
        .map(({ code, name }) => ({ value: `currency:${code}`, label: `${code} ${name}`, group: t('form.currencies') })),
      ...codes('network').map(({ value, label }) => ({ value: `network:${value}`, label, group: t('form.networks') })),
    ],
  };
}

function byLabel(choices: readonly Choice[], { locale }: Words): readonly Choice[] {
  return [...choices].sort((a, b) => a.label.localeCompare(b.label, locale));
}
