import { CodedError } from '../../../shared/errors/coded-error.js';
import { searchText } from '../../../shared/graphql/search-text.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { OperationRecord } from './operation.model.js';
import type { OperationStore } from './operation.store.js';

export const MOST_CHOSEN = 50;

export const LEFT_OUT_REASONS = ['NONE_THAT_YOU_MAY_READ', 'EXERCISE', 'REAL', 'BEFORE'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface LeftOut {
  readonly code: string;
  readonly reason: LeftOutReason;
}

export interface ChosenOperations {
  readonly operations: readonly OperationRecord[];
  /** Of the codes asked for, those that are not compared, in the order asked. */
  readonly leftOut: readonly LeftOut[];
}

/** Operations by their codes, or all of one kind. A code that the viewer may not read is as good as none. */
export async function chooseOperations(
  store: OperationStore,
  viewer: Viewer,
  codes: readonly string[] | null | undefined,
  exercise: boolean,
): Promise<ChosenOperations> {
  if (codes == null) return { operations: await store.allOfKind(viewer, exercise), leftOut: [] };
  if (codes.length > MOST_CHOSEN) throw new CodedError('BAD_USER_INPUT', `\`operations\` names ${String(codes.length)} operations; at most ${String(MOST_CHOSEN)} are compared.`);
  const once = [...new Set(codes.map((code) => searchText('operations', code)))];
  const found = new Map((await store.findByCodes(viewer, once)).map((operation) => [operation.code, operation]));
  return {
    operations: [...found.values()].filter((operation) => operation.exercise === exercise),
    leftOut: once.flatMap((code): LeftOut[] => {
      const operation = found.get(code);
      if (operation === undefined) return [{ code, reason: 'NONE_THAT_YOU_MAY_READ' }];
      return operation.exercise === exercise ? [] : [{ code, reason: operation.exercise ? 'EXERCISE' : 'REAL' }];
    }),
  };
}
