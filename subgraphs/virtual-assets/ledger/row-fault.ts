/** What is wrong with one row of a ledger file, in one sentence that names the field. The row is left out, the rest goes on. */
export class RowFault extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'RowFault';
  }
}
