import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { narrowedTo } from '../address/narrowing.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { useWidth } from '../parts/use-width.js';
import { flowLayout, type FlowNode } from './flow-layout.js';
import { unitsIn, weightIn, weightInWords } from './flow-weight.js';
import { keyInWords } from './key-in-words.js';
import { narrowingOf } from './narrowing-of.js';
import { keyId, type TalliedCell } from './tallied.js';

interface CustodyFlowProps {
  readonly cells: readonly TalliedCell[];
}

/** Narrower than this, names would lie over each other: the flow then scrolls in its own place. */
const LEAST_WIDTH = 560;
const ROW = 26;
const NAME_GAP = 6;

/** From what was found, by kind, to where it stands now. The table below it holds the same, for whoever uses no pointer. */
export function CustodyFlow({ cells }: CustodyFlowProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { address, adjust, go } = useAddress();
  const place = useRef<HTMLDivElement>(null);
  const width = Math.max(LEAST_WIDTH, useWidth(place));
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const units = unitsIn(cells);
  const unit = units.includes(address.flow ?? '') ? address.flow : null;
  const height = Math.max(220, (new Set(cells.map(({ row }) => row.value)).size + 1) * ROW);
  const { nodes, links } = useMemo(() => flowLayout(cells, (cell) => weightIn(cell, unit), width, height), [cells, unit, width, height]);
  const lit = (id: string, from: string, to: string): string => (pointedAt === null || [id, from, to].includes(pointedAt) ? 'flow-link' : 'flow-link flow-faded');
  const open = ({ key }: FlowNode): void => go({ records: 'assets', narrowed: narrowedTo({ ...(key === null ? {} : narrowingOf(key)), ...unitNarrowing(unit, cells) }) });
  return (
    <>
      <div class="switch" role="group" aria-label={t('tallies.flowBy')}>
        <button type="button" aria-pressed={unit === null} onClick={() => adjust({ flow: null })}>{t('tallies.flowByCount')}</button>
        {units.map((choice) => <button key={choice} type="button" aria-pressed={unit === choice} onClick={() => adjust({ flow: choice })}>{choice}</button>)}
      </div>
      <div class="flow" role="region" aria-label={t('tallies.custody')} tabIndex={0} ref={place}>
        <svg width={width} height={height} role="img" aria-label={t('tallies.chartOf', { title: t('tallies.custody') })} onMouseLeave={() => setPointedAt(null)}>
          {links.map((link) => (
            <path
              key={link.id} d={link.path} class={lit(link.id, link.from, link.to)} stroke-width={link.width}
              onMouseEnter={() => setPointedAt(link.id)}
            >
              <title>{weightInWords(cells.filter((cell) => isIn(cell, link.from, link.to)), unit, words)}</title>
            </path>
          ))}
          {nodes.map((node) => {
            const atEnd = node.x1 > width / 2 + 1 && node.key?.dimension === 'CUSTODY_STATE';
            const within = node.key === null ? cells : cells.filter(({ row, column }) => [keyId(row), keyId(column)].includes(node.id));
            return (
              <g key={node.id} class="flow-node" onMouseEnter={() => setPointedAt(node.id)} onClick={() => open(node)}>
                <rect x={node.x0} width={node.x1 - node.x0} y={node.y0} height={Math.max(1, node.y1 - node.y0)} />
                <text x={atEnd ? node.x0 - NAME_GAP : node.x1 + NAME_GAP} y={(node.y0 + node.y1) / 2} dy="0.32em" text-anchor={atEnd ? 'end' : 'start'}>
                  {node.key === null ? t('tallies.found') : keyInWords(node.key, words)}
                  {node.key?.dimension === 'CUSTODY_STATE' && ` ${weightInWords(within, unit, words)}`}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </>
  );
}

function isIn({ row, column }: TalliedCell, from: string, to: string): boolean {
  return keyId(column) === to ? keyId(row) === from : keyId(row) === to;
}

function unitNarrowing(unit: string | null, cells: readonly TalliedCell[]): { currency?: string; network?: string } {
  if (unit === null) return {};
  const isCurrency = cells.some(({ sums }) => sums?.some(({ currency }) => currency?.code === unit));
  return isCurrency ? { currency: unit } : { network: unit };
}
