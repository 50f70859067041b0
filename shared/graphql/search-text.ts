import { CodedError } from '../errors/coded-error.js';

const LONGEST = 200;
const CONTROL = /\p{Cc}/u;

/**
 * What a reader looks for, as text that every store can take: nothing endless, and no control character, on which
 * stores disagree. `argument` is how the reader knows it.
 */
export function searchText(argument: string, text: string): string {
  if (text.length > LONGEST) {
    throw new CodedError('BAD_USER_INPUT', `\`${argument}\` is ${String(text.length)} characters long; at most ${String(LONGEST)} are searched.`);
  }
  if (CONTROL.test(text)) throw new CodedError('BAD_USER_INPUT', `\`${argument}\` holds a control character: leave it out.`);
  return text;
}
