import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { codedTermOrNull } from '../../../shared/reference/code-lists.js';
import type { MemberFacts } from '../arrest/arrest.store.js';
import { RoleCount } from './criminal-group.type.js';

/** By role, in the order of the codes; those without a role come last. */
export function toRoleCounts(members: readonly MemberFacts[]): RoleCount[] {
  const roles = [...new Set(members.map(({ role }) => role))].sort((a, b) => (a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1);
  return roles.map((role) => Object.assign(new RoleCount(), { role: codedTermOrNull('role', role), count: members.filter((member) => member.role === role).length }));
}

/** Each country once, in the order of the codes. */
export function toCountries(codes: readonly string[]): CountryReference[] {
  return [...new Set(codes)].sort().map((code) => CountryReference.of(code));
}
