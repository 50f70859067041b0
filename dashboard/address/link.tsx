import type { ComponentChildren, JSX } from 'preact';
import type { Address } from './address.js';
import { useAddress } from './use-address.js';

interface LinkProps {
  readonly to: Partial<Address>;
  readonly class?: string;
  readonly current?: boolean;
  readonly label?: string;
  /** A cell of a table that is walked with the arrow keys. */
  readonly inGrid?: boolean;
  readonly children: ComponentChildren;
}

/** A real link, so that it opens in another tab and can be copied; inside this tab it changes only what differs. */
export function Link({ to, current = false, label, inGrid = false, children, ...rest }: LinkProps): JSX.Element {
  const { hrefOf, go } = useAddress();
  return (
    <a
      href={hrefOf(to)}
      class={rest.class}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      tabIndex={inGrid ? -1 : 0}
      data-cell={inGrid ? '' : undefined}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
