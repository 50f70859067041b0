/** Why the store cannot be opened, in one sentence that a person can act on. */
export class EmbeddedStoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedStoreError';
  }
}
