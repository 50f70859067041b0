import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface FormPartProps {
  readonly title: string;
  readonly why?: string;
  readonly children: ComponentChildren;
}

export function FormPart({ title, why, children }: FormPartProps): JSX.Element {
  const id = useId();
  return (
    <section class="form-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {why !== undefined && <p class="quiet">{why}</p>}
      {children}
    </section>
  );
}
