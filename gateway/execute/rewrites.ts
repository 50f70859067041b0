import type { FetchNodePathSegment, FetchRewrite, KeyRenamer, ValueSetter } from '@graphql-hive/router-query-planner';
import type { AnswerPath } from './entity-path.js';
import { isResponseObject, type ResponseObject } from './response-tree.js';
import type { MeetsCondition } from './type-conditions.js';

/** Gives the value back changed; the value itself and everything that did not change stay as they are. */
export type Rewrite = (value: unknown) => unknown;

/** The planner gives members of different types aliases of its own, which rewrites take back; it also sets type names. */
export function compileRewrites(rewrites: readonly FetchRewrite[] | undefined, meets: MeetsCondition): Rewrite {
  const compiled = (rewrites ?? []).map((rewrite) => compileRewrite(rewrite, meets));
  return (value) => compiled.reduce((current, rewrite) => rewrite(current), value);
}

/** An error's path speaks of the planner's aliases too. */
export function rewritePath(path: AnswerPath, rewrites: readonly FetchRewrite[] | undefined): AnswerPath {
  return (rewrites ?? []).reduce((current, rewrite) => {
    const renamer = renamerOf(rewrite);
    return renamer === undefined ? current : renamePath(current, renamer);
  }, path);
}

function compileRewrite(rewrite: FetchRewrite, meets: MeetsCondition): Rewrite {
  const renamer = renamerOf(rewrite);
  if (renamer !== undefined) return along(renamer.path, (object, key) => rename(object, key, renamer.renameKeyTo), meets);
  const setter = setterOf(rewrite);
  if (setter !== undefined) return along(setter.path, (object, key) => ({ ...object, [key]: setter.setValueTo }), meets);
  throw new TypeError('The query plan contains a rewrite of an unknown kind.');
}

function renamerOf(rewrite: FetchRewrite): KeyRenamer | undefined {
  return 'KeyRenamer' in rewrite ? rewrite.KeyRenamer : undefined;
}

/** The planner writes value setters in two forms. */
function setterOf(rewrite: FetchRewrite): ValueSetter | undefined {
  if ('ValueSetter' in rewrite) return rewrite.ValueSetter;
  return 'setValueTo' in rewrite ? rewrite : undefined;
}

function along(
  path: readonly FetchNodePathSegment[],
  change: (object: ResponseObject, key: string) => ResponseObject,
  meets: MeetsCondition,
): Rewrite {
  const walk = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return changedItems(value, (item) => walk(item, depth));
    const step = path[depth];
    if (step === undefined || !isResponseObject(value)) return value;
    if ('TypenameEquals' in step) return meetsAny(value, step.TypenameEquals, meets) ? walk(value, depth + 1) : value;
    if (depth === path.length - 1) return change(value, step.Key);
    const child = value[step.Key];
    const changed = walk(child, depth + 1);
    return changed === child ? value : { ...value, [step.Key]: changed };
  };
  return (value) => walk(value, 0);
}

function changedItems(items: readonly unknown[], change: Rewrite): readonly unknown[] {
  const changed = items.map(change);
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}

/** Without a type name nothing speaks against the condition: the planner asks for the name wherever it matters. */
function meetsAny(value: ResponseObject, conditions: string | readonly string[], meets: MeetsCondition): boolean {
  const typeName = value['__typename'];
  if (typeof typeName !== 'string') return true;
  return [conditions].flat().some((condition) => meets(typeName, condition));
}

function rename(object: ResponseObject, from: string, to: string): ResponseObject {
  if (!(from in object)) return object;
  const { [from]: value, ...rest } = object;
  return { ...rest, [to]: value };
}

function renamePath(path: AnswerPath, { path: steps, renameKeyTo }: KeyRenamer): AnswerPath {
  const keys = steps.flatMap((step) => ('Key' in step ? [step.Key] : []));
  let matched = 0;
  for (const [index, segment] of path.entries()) {
    if (typeof segment === 'number') continue;
    if (segment !== keys[matched]) return path;
    matched++;
    if (matched === keys.length) return path.with(index, renameKeyTo);
  }
  return path;
}
