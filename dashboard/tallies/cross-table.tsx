import type { JSX } from 'preact';
import type { RecordKind } from '../address/address.js';
import { useWords } from '../language/language.js';
import { NothingKnown } from '../parts/nothing-known.js';
import { CountLink } from './count-link.js';
import { keyInWords } from './key-in-words.js';
import { narrowingOf } from './narrowing-of.js';
import { keyId, keysOf, type TalliedCell } from './tallied.js';

interface CrossTableProps {
  readonly kind: RecordKind;
  readonly cells: readonly TalliedCell[];
  readonly title: string;
  /** Whether the cells of a row add up to a number that has a list of its own. */
  readonly additive: boolean;
}

/** The table behind a chart: two dimensions crossed, every number a door to its list. */
export function CrossTable({ kind, cells, title, additive }: CrossTableProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const rows = keysOf(cells, 'row');
  const columns = [...keysOf(cells, 'column')].sort((a, b) => totalOf(cells, 'column', keyId(b)) - totalOf(cells, 'column', keyId(a)));
  const byPlace = new Map(cells.map((cell) => [`${keyId(cell.row)}|${keyId(cell.column)}`, cell]));
  return (
    <div class="scroll" role="region" aria-label={title} tabIndex={0}>
      <table class="cross-table">
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => <th key={keyId(column)} scope="col" class="numeric">{keyInWords(column, words)}</th>)}
            {additive && <th scope="col" class="numeric">{t('tallies.together')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const name = keyInWords(row, words);
            return (
              <tr key={keyId(row)}>
                <th scope="row">{name}</th>
                {columns.map((column) => {
                  const cell = byPlace.get(`${keyId(row)}|${keyId(column)}`);
                  return (
                    <td key={keyId(column)} class="numeric">
                      {cell === undefined
                        ? <NothingKnown reason={t('tallies.noneHere')} />
                        : <CountLink kind={kind} count={cell.count} row={{ ...narrowingOf(row), ...narrowingOf(column) }} what={`${name}, ${keyInWords(column, words)}`} />}
                    </td>
                  );
                })}
                {additive && <td class="numeric"><CountLink kind={kind} count={totalOf(cells, 'row', keyId(row))} row={narrowingOf(row)} what={name} /></td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function totalOf(cells: readonly TalliedCell[], side: 'row' | 'column', id: string): number {
  return cells.filter((cell) => keyId(cell[side]) === id).reduce((sum, { count }) => sum + count, 0);
}
