import { describe, expect, it } from '@jest/globals';
import { freezeDeeply } from '../testing/frozen-transport.js';
import { compileEntityPath } from './entity-path.js';
import { ResponseTree, type ResponseObject } from './response-tree.js';

const OPERATIONS = [{ Field: 'operations' }, '@'] as const;

function entitiesOf(tree: ResponseTree): ResponseObject[] {
  const found: ResponseObject[] = [];
  compileEntityPath([...OPERATIONS], () => true)(tree, (entity) => { found.push(entity); });
  return found;
}

describe('the response tree', () => {
  it('never writes to what a subgraph handed out', () => {
    const kept = freezeDeeply({ operations: [{ id: '1', lead: { id: '9' } }] });
    const tree = new ResponseTree();
    tree.merge(tree.root, kept);
    for (const entity of entitiesOf(tree)) tree.merge(entity, freezeDeeply({ lead: { name: 'Tokyo' }, count: 3 }));
    expect(tree.root).toEqual({ operations: [{ id: '1', lead: { id: '9', name: 'Tokyo' }, count: 3 }] });
    expect(kept).toEqual({ operations: [{ id: '1', lead: { id: '9' } }] });
  });

  it('keeps apart two places in which a subgraph put one object', () => {
    const shared = { id: '1' };
    const tree = new ResponseTree();
    tree.merge(tree.root, { operations: [shared, shared] });
    const [first, second] = entitiesOf(tree);
    if (first !== undefined) tree.merge(first, { mark: 'first' });
    if (second !== undefined) tree.merge(second, { other: 'second' });
    expect(tree.root).toEqual({ operations: [{ id: '1', mark: 'first' }, { id: '1', other: 'second' }] });
  });

  it('shares what it does not change instead of copying it', () => {
    const sources = [{ title: 'Press release' }];
    const tree = new ResponseTree();
    tree.merge(tree.root, { operations: [{ id: '1', sources }] });
    for (const entity of entitiesOf(tree)) tree.merge(entity, { count: 3 });
    const [operation] = entitiesOf(tree);
    expect(operation?.['sources']).toBe(sources);
  });

  it('refuses to merge into an object that is not its own', () => {
    const foreign = {};
    expect(() => { new ResponseTree().merge(foreign, { id: '1' }); }).toThrow(TypeError);
  });

  it('lets no null of one subgraph erase what another has answered', () => {
    const tree = new ResponseTree();
    tree.merge(tree.root, { place: { country: 'JP' }, day: '2024-05-31', unknown: null });
    tree.merge(tree.root, { place: null, day: null });
    expect(tree.root).toEqual({ place: { country: 'JP' }, day: '2024-05-31', unknown: null });
  });

  it('joins two tellings of one list item by item', () => {
    const tree = new ResponseTree();
    tree.merge(tree.root, { items: [{ a: 1 }, null, { a: 3 }] });
    tree.merge(tree.root, { items: [{ b: 1 }, { b: 2 }, { b: 3 }] });
    expect(tree.root).toEqual({ items: [{ a: 1, b: 1 }, { b: 2 }, { a: 3, b: 3 }] });
  });
});
