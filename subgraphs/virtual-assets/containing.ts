/** Holds a text, in upper or lower case. What would mean something in a pattern means itself. */
export function containing(text: string): RegExp {
  return new RegExp(text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
}
