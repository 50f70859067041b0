/** A phase of an operation, a part of its record and handled as that is. */
export interface PhaseRecord {
  readonly name: string;
  /** Code list `phaseKind`. */
  readonly kind: string;
  /** ISO 8601 dates of reduced precision; null = not stated. */
  readonly period: { readonly start: string | null; readonly end: string | null } | null;
  readonly note: string | null;
}
