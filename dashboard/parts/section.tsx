import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  readonly why?: string;
  readonly class?: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Section({ title, why, aside, children, ...rest }: SectionProps): JSX.Element {
  const id = useId();
  return (
    <section class={`part ${rest.class ?? ''}`} aria-labelledby={id}>
      <header class="part-head">
        <h2 id={id}>{title}</h2>
        {why !== undefined && <p class="quiet">{why}</p>}
        {aside !== undefined && <div class="part-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
