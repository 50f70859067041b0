import type { JSX } from 'preact';
import type { RecordKind } from '../address/address.js';
import { narrowedTo, type Narrowing } from '../address/narrowing.js';
import { Link } from '../address/link.js';
import { formatDecimal } from '../format/decimal.js';
import { useWords } from '../language/language.js';

interface CountLinkProps {
  readonly kind: RecordKind;
  readonly count: number;
  readonly row: Partial<Narrowing>;
  /** Of what it is the number, for those who hear it without the table around it. */
  readonly what: string;
}

/** A number that opens its list, which has just that many rows. */
export function CountLink({ kind, count, row, what }: CountLinkProps): JSX.Element {
  const { t, locale } = useWords();
  const digits = formatDecimal(String(count), locale);
  return (
    <Link to={{ records: kind, narrowed: narrowedTo(row) }} class="figure" label={`${digits} ${t(`counted.${kind}`)}, ${what}: ${t('counted.open')}`}>
      <span class="number">{digits}</span>
    </Link>
  );
}
