import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { ResponseObject, ResponseTree } from './response-tree.js';
import type { MeetsCondition } from './type-conditions.js';

export type AnswerPath = readonly (string | number)[];

/** Finds every entity of one path of the plan, own and ready to be merged into, with the place where it stands. */
export type VisitEntities = (tree: ResponseTree, visit: (entity: ResponseObject, at: AnswerPath) => void) => void;

export function compileEntityPath(path: readonly FlattenNodePathSegment[], meets: MeetsCondition): VisitEntities {
  return (tree, visit) => {
    /** The place walked to, changed in place: a visitor that keeps it takes a copy. */
    const at: (string | number)[] = [];

    const walkItems = (items: unknown[], depth: number): void => {
      for (let index = 0; index < items.length; index++) {
        const item = tree.ownChild(items, index);
        if (item === undefined) continue;
        at.push(index);
        walk(item, depth);
        at.pop();
      }
    };

    const walk = (value: ResponseObject | unknown[], depth: number): void => {
      const step = path[depth];
      // Lists may lie deeper than the plan says: their items are walked either way.
      if (Array.isArray(value)) walkItems(value, step === '@' ? depth + 1 : depth);
      else if (step === undefined) visit(value, at);
      else if (step === '@') return;
      else if ('Field' in step) {
        const child = tree.ownChild(value, step.Field);
        if (child === undefined) return;
        at.push(step.Field);
        walk(child, depth + 1);
        at.pop();
      } else {
        const typeName = value['__typename'];
        if (typeof typeName === 'string' && !step.TypeCondition.some((condition) => meets(typeName, condition))) return;
        walk(value, depth + 1);
      }
    };

    walk(tree.root, 0);
  };
}
