import { describe, expect, it } from '@jest/globals';
import { compose, CompositionError, type PrintedSubgraph } from './compose.js';
import { composeIndependently, inOneOrder } from './cross-check.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@shareable"])\n';

const vessels: PrintedSubgraph = {
  name: 'vessels',
  sdl: `${LINK}type Query { vessel: Vessel }  type Vessel @key(fields: "ref") { ref: ID! @inaccessible  name: String! }`,
};
const ports: PrintedSubgraph = {
  name: 'ports',
  sdl: `${LINK}type Query { port: Port }  type Port { vessel: Vessel }  type Vessel @key(fields: "ref", resolvable: false) { ref: ID! @inaccessible }`,
};

describe('compose', () => {
  it('joins what two subgraphs say of one entity and keeps the key between them from consumers', () => {
    const { supergraph, api, hints } = compose([vessels, ports]);
    expect(supergraph).toContain('@join__type(graph: VESSELS, key: "ref")');
    expect(api).toContain('name: String!');
    expect(api).not.toContain('ref');
    expect(hints).toEqual([]);
  });

  it('says where no subgraph runs', () => {
    expect(compose([vessels, ports]).supergraph).toContain('url: "http://vessels.invalid/graphql"');
  });

  it('names the reasons when two subgraphs contradict each other', () => {
    const contradiction = { name: 'docks', sdl: `${LINK}type Query { dock: String }  type Vessel @key(fields: "ref") { ref: ID! @inaccessible  name: Int! }` };
    expect(() => compose([vessels, contradiction])).toThrow(CompositionError);
    expect(() => compose([vessels, contradiction])).toThrow(/Vessel\.name/);
  });

  it('passes on what a second look is worth', () => {
    const other = { name: 'docks', sdl: `${LINK}type Query { dock: Dock }  type Dock { size: Int @shareable }` };
    const nonNull = { name: 'piers', sdl: `${LINK}type Query { pier: Dock }  type Dock { size: Int! @shareable }` };
    expect(compose([other, nonNull]).hints.join()).toMatch(/Dock\.size/);
  });
});

describe('composeIndependently', () => {
  it('sees what the first composer sees, in whatever order', () => {
    const subgraphs = [vessels, ports];
    expect(inOneOrder(composeIndependently(subgraphs))).toBe(inOneOrder(compose(subgraphs).api));
  });
});
