import { scaleBand, scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { RecordKind } from '../address/address.js';
import { narrowedTo } from '../address/narrowing.js';
import { useAddress } from '../address/use-address.js';
import { formatDecimal } from '../format/decimal.js';
import { useWords } from '../language/language.js';
import { useWidth } from '../parts/use-width.js';
import { keyInWords } from './key-in-words.js';
import { monthStacks } from './month-stacks.js';
import { narrowingOf } from './narrowing-of.js';
import type { TalliedCell } from './tallied.js';

interface MonthChartProps {
  readonly kind: RecordKind;
  readonly cells: readonly TalliedCell[];
  readonly title: string;
}

const HEIGHT = 240;
const MARGIN = { top: 8, end: 4, bottom: 24, start: 44 } as const;
const MONTH_LABEL = 56;

/** Months as columns, types stacked. The table below it holds the same, for whoever uses no pointer. */
export function MonthChart({ kind, cells, title }: MonthChartProps): JSX.Element {
  const words = useWords();
  const { t, locale } = words;
  const { go } = useAddress();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { months, series, highest } = useMemo(() => monthStacks(cells), [cells]);
  const x = scaleBand(months.map(({ month }) => month), [MARGIN.start, Math.max(width - MARGIN.end, MARGIN.start + 1)]).paddingInner(0.2);
  const y = scaleLinear([0, highest], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  const every = Math.max(1, Math.ceil(MONTH_LABEL / Math.max(1, x.step())));
  const nameOf = (series_: number): string => {
    const key = series[series_] ?? null;
    return key === null ? t('tallies.further') : keyInWords(key, words);
  };
  return (
    <div class="month-chart" ref={place}>
      <ul class="legend">
        {series.map((_, index) => <li key={index}><svg class="legend-sample" viewBox="0 0 16 12" aria-hidden="true"><rect class={`category-${index}`} width="16" height="12" /></svg>{nameOf(index)}</li>)}
      </ul>
      <svg width={width} height={HEIGHT} role="img" aria-label={t('tallies.chartOf', { title })}>
        {y.ticks(4).filter(Number.isInteger).map((tick) => (
          <g key={tick} class="axis">
            <line x1={MARGIN.start} x2={width - MARGIN.end} y1={y(tick)} y2={y(tick)} />
            <text x={MARGIN.start - 6} y={y(tick)} dy="0.32em" text-anchor="end">{formatDecimal(String(tick), locale)}</text>
          </g>
        ))}
        {months.map(({ month, segments }, index) => (
          <g key={month}>
            {segments.map((segment) => {
              const key = series[segment.series] ?? null;
              return (
                <rect
                  key={segment.series} class={`segment category-${segment.series}`} x={x(month)} width={x.bandwidth()} y={y(segment.to)} height={y(segment.from) - y(segment.to)}
                  onClick={() => go({ records: kind, narrowed: narrowedTo({ month, ...(key === null ? {} : narrowingOf(key)) }) })}
                >
                  <title>{`${month}, ${nameOf(segment.series)}: ${formatDecimal(String(segment.count), locale)}`}</title>
                </rect>
              );
            })}
            {index % every === 0 && <text class="axis" x={(x(month) ?? 0) + x.bandwidth() / 2} y={HEIGHT - 6} text-anchor="middle">{month}</text>}
          </g>
        ))}
      </svg>
    </div>
  );
}
