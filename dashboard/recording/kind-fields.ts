import type { Choices } from './use-choices.js';

/** What the fields of one kind of record are given. */
export interface KindFieldsProps<Draft> {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly choices: Choices;
}
