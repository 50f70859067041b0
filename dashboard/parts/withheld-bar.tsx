import type { JSX } from 'preact';
import type { Withheld } from '../api/fragments.js';
import { useWords } from '../language/language.js';
import type { Words } from '../language/language.js';

/** Says that a part of a visible record is kept back, why, and who can change that. */
export function WithheldBar({ withheld }: { withheld: Withheld }): JSX.Element {
  const { t } = useWords();
  const values = { field: fieldInWords(withheld.field, t), reason: t(`withheld.${withheld.reason}`), contact: withheld.contact };
  // What is erased is gone for everybody: nobody can lift it.
  return <span class="withheld">{t(withheld.reason === 'ERASED' ? 'withheld.lineErased' : 'withheld.line', values)}</span>;
}

function fieldInWords(field: string, t: Words['t']): string {
  if (field === 'suspect' || field === 'person' || field === 'identifiers') return t(`withheld.${field}`);
  return field;
}
