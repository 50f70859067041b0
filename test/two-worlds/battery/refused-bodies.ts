/** What is wrong with a request must not depend on what is stored, either. */
export const REFUSED_BODIES: readonly string[] = [
  'no JSON',
  '[]',
  JSON.stringify({ query: '{ arrests { edges { node { identity } } } }' }),
  JSON.stringify({ query: '{ operation { id } }' }),
  JSON.stringify({ query: '{ operation(id: "1", code: "2") { id } }' }),
  JSON.stringify({ query: '{ arrests(first: 0) { edges { cursor } } }' }),
  JSON.stringify({ query: '{ arrests(first: 101) { edges { cursor } } }' }),
  JSON.stringify({ query: '{ arrests(after: "no cursor") { edges { cursor } } }' }),
  JSON.stringify({ query: '{ assets(after: "W10") { edges { cursor } } }' }),
  JSON.stringify({ query: 'query ($id: ID!) { arrest(id: $id) { id } }', variables: {} }),
  JSON.stringify({ query: 'query ($filter: ArrestFilter) { arrests(filter: $filter) { edges { cursor } } }', variables: { filter: { dayFrom: 'yesterday' } } }),
  JSON.stringify({ query: 'query ($filter: ArrestFilter) { arrests(filter: $filter) { edges { cursor } } }', variables: { filter: { operation: 'europol/lantern' } } }),
  JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' }),
  JSON.stringify({ query: '{ __schema { types { name } } }' }),
];
