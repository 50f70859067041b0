/** Members of each of `groups` groups, one group after the other, in ascending order (compressed sparse rows). Members of group -1 are left out. */
export function groupMembers(groups: number, groupOf: Int32Array, starts: Int32Array, members: Int32Array): void {
  for (const group of groupOf) if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group += 1) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice(0, groups);
  for (let member = 0; member < groupOf.length; member += 1) {
    const group = groupOf[member] ?? -1;
    if (group < 0) continue;
    const place = next[group] ?? 0;
    members[place] = member;
    next[group] = place + 1;
  }
}
