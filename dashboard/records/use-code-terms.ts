import { CODE_LISTS } from '../api/recording-documents.js';
import { useAnswer } from '../api/use-answer.js';
import type { NarrowedBy } from '../address/narrowing.js';
import { useWords } from '../language/language.js';

const LISTS: Readonly<Partial<Record<NarrowedBy, string>>> = {
  crimeType: 'crimeType', role: 'role', victimState: 'victimState', kind: 'assetKind', custodyState: 'custodyState', network: 'network',
};

/** The word for a code in an address; the code itself until the lists are there, and where they do not know it. */
export function useCodeTerms(): (by: NarrowedBy, code: string) => string {
  const { term } = useWords();
  const asked = useAnswer(CODE_LISTS, {});
  return (by, code) => {
    const list = asked.state === 'answered' ? asked.data.codeLists.find(({ name }) => name === LISTS[by]) : undefined;
    const found = list?.terms.find((entry) => entry.code === code);
    return found === undefined ? code : term(found);
  };
}
