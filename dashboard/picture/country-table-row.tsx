import type { ComponentChildren, JSX } from 'preact';
import type { Figure, Source } from '../api/fragments.js';
import type { RecordKind } from '../address/address.js';
import { narrowedTo } from '../address/narrowing.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import { formatDecimal } from '../format/decimal.js';
import { measureInWords } from '../format/figure-in-words.js';
import { sumInWords } from '../format/sum-in-words.js';
import { useWords } from '../language/language.js';
import { NothingKnown } from '../parts/nothing-known.js';
import type { CountryRow, ReportedColumn, SharedRow } from './country-rows.js';
import { FigureValue } from './figure-value.js';
import { sourceNumber } from './source-number.js';

interface CountryTableRowProps {
  readonly row: CountryRow;
  readonly sources: readonly Source[];
  readonly pointedAt: boolean;
  readonly selected: boolean;
  readonly onPoint: (country: string | null) => void;
}

export function CountryTableRow({ row, sources, pointedAt, selected, onPoint }: CountryTableRowProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { adjust } = useAddress();
  const { code } = row.country;
  const name = words.countryName(row.country);
  const noneReported = t('table.noReported', { country: name });
  const reported = (column: ReportedColumn): JSX.Element => (
    <Figures figures={row.reported[column]} named={column === 'seizures' || column === 'other'} sources={sources} none={noneReported} />
  );
  const counted = (kind: RecordKind): JSX.Element => <CountedCell row={row} kind={kind} />;
  return (
    <tr
      data-country={code}
      class={[pointedAt ? 'pointed-at' : '', selected ? 'selected' : ''].join(' ').trim() || undefined}
      aria-selected={selected}
      onMouseEnter={() => onPoint(code)}
      onFocusIn={() => onPoint(code)}
      onFocusOut={() => onPoint(null)}
    >
      <th scope="row">
        <button type="button" class="plain" data-cell="" tabIndex={-1} aria-pressed={selected} title={t('table.select')}
          onClick={() => adjust({ country: selected ? null : code })}>
          {name}
        </button>
      </th>
      {reported('arrests')}{counted('arrests')}
      {reported('rescues')}{counted('rescues')}
      {reported('seizures')}{counted('assets')}
      {reported('other')}
    </tr>
  );
}

/** Stands by itself: what is stated for several countries together is no part of any one of them. */
export function SharedTableRow({ row, sources }: { row: SharedRow; sources: readonly Source[] }): JSX.Element {
  const { t, join, countryName } = useWords();
  const countries = t('table.together', { countries: join(row.countries.map(countryName)) });
  const none = t('table.noReported', { country: countries });
  const reported = (column: ReportedColumn): JSX.Element => (
    <Figures figures={row.reported[column]} named={column === 'seizures' || column === 'other'} sources={sources} none={none} />
  );
  const counted = <td class="counted"><NothingKnown reason={t('table.togetherWhy')} inGrid /></td>;
  return (
    <tr class="shared">
      <th scope="row" title={t('table.togetherWhy')}>{countries}</th>
      {reported('arrests')}{counted}{reported('rescues')}{counted}{reported('seizures')}{counted}{reported('other')}
    </tr>
  );
}

function Figures(props: { figures: readonly Figure[]; named: boolean; sources: readonly Source[]; none: string }): JSX.Element {
  const words = useWords();
  const single = props.figures.length === 1;
  return (
    <td class={`reported ${props.named ? 'figures' : 'numeric'}`}>
      {props.figures.length === 0 && <NothingKnown reason={props.none} inGrid />}
      {props.figures.map((figure) => (
        <div key={figure.id} class="cell-figure">
          <FigureValue figure={figure} length={props.named ? 'short' : 'full'} sourceNumber={sourceNumber(figure.source, props.sources)} inGrid />
          {props.named && <span class="cell-measure">{measureInWords(figure, words)}</span>}
          {!single && figure.note !== null && <span class="cell-note">{figure.note}</span>}
        </div>
      ))}
    </td>
  );
}

function CountedCell({ row, kind }: { row: CountryRow; kind: RecordKind }): JSX.Element {
  const words = useWords();
  const { t, locale } = words;
  const count = row.counted[kind];
  const name = words.countryName(row.country);
  let content: ComponentChildren;
  if (count === null) {
    content = <NothingKnown reason={t('table.noCounted', { country: name })} inGrid />;
  } else {
    content = (
      <Link to={{ records: kind, narrowed: narrowedTo({ country: row.country.code }) }} class="figure" inGrid label={`${count} ${t(`counted.${kind}`)}, ${name}: ${t('counted.open')}`}>
        <span class="number">{formatDecimal(String(count), locale)}</span>
      </Link>
    );
  }
  return (
    <td class="counted numeric">
      {content}
      {kind === 'assets' && row.counted.sums.map((sum) => (
        <span key={sum.currency?.code ?? sum.network?.code} class="cell-measure">{sumInWords(sum, words)}</span>
      ))}
    </td>
  );
}
