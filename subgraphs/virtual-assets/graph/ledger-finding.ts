/** What does not fit between rows that each make sense: told with the file and line of the row that was left out or cut loose. */
export interface LedgerFinding {
  readonly source: string;
  readonly line: number;
  readonly fault: string;
}

/** Keeps the first findings and counts the rest, so that a hostile file costs no memory. */
export class LedgerFindings {
  static readonly KEPT = 1_000;
  readonly kept: LedgerFinding[] = [];
  count = 0;

  add(finding: LedgerFinding): void {
    this.count += 1;
    if (this.kept.length < LedgerFindings.KEPT) this.kept.push(finding);
  }
}
