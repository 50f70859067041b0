import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A dash with its reason on hover and focus: nothing is known here, which is not the number 0. */
export function NothingKnown({ reason, inGrid = false }: { reason: string; inGrid?: boolean }): JSX.Element {
  const id = useId();
  return (
    <span class="nothing" tabIndex={inGrid ? -1 : 0} role="img" aria-label="–" aria-describedby={id} data-cell={inGrid ? '' : undefined}>
      –<span class="tip" id={id} role="tooltip">{reason}</span>
    </span>
  );
}
