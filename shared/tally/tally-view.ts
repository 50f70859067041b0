import { codedTerm } from '../reference/code-lists.js';
import type { KeyedRow } from './counted-tally.js';
import type { Overlap } from './operation-overlaps.js';
import type { KeyParts } from './tally-key.js';
import type { OperationOverlapNode, TallyCellNode, TallyKeyNode, TallyRowNode } from './tally-key.type.js';

interface OperationClass {
  of(ref: string): { readonly ref: string };
}

/** How tallies name operations in one subgraph: by its own class of them. */
export class TallyView {
  readonly #operation: OperationClass;

  constructor(operation: OperationClass) {
    this.#operation = operation;
  }

  key({ operation, ...parts }: KeyParts): TallyKeyNode {
    return { ...parts, operation: operation === null ? null : this.#operation.of(operation) };
  }

  row({ keys: [key], count }: KeyedRow): TallyRowNode {
    if (key === undefined) throw new RangeError('A row has a key.');
    return { key: this.key(key), count };
  }

  cell({ keys: [row, column], count }: KeyedRow): TallyCellNode {
    if (row === undefined || column === undefined) throw new RangeError('A cell has a row and a column.');
    return { row: this.key(row), column: this.key(column), count };
  }

  overlap({ first, second, from, to, crimeTypes }: Overlap): OperationOverlapNode {
    return { first: this.#operation.of(first), second: this.#operation.of(second), from, to, crimeTypes: crimeTypes.map((code) => codedTerm('crimeType', code)) };
  }
}
