import type { JSX } from 'preact';
import type { RecordKind } from '../address/address.js';
import { CrossTable } from './cross-table.js';
import { MonthChart } from './month-chart.js';
import type { TalliedCell } from './tallied.js';
import { TwinTable } from './twin-table.js';

interface MonthsProps {
  readonly kind: RecordKind;
  readonly cells: readonly TalliedCell[];
  readonly title: string;
}

/** Chart and table of the months are one thing in two forms. */
export function Months({ kind, cells, title }: MonthsProps): JSX.Element {
  return (
    <div class="tally">
      <h3>{title}</h3>
      <MonthChart kind={kind} cells={cells} title={title} />
      <TwinTable><CrossTable kind={kind} cells={cells} title={title} additive /></TwinTable>
    </div>
  );
}
