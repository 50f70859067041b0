import { notImplemented, ServerError } from '../commands/server-error.js';

/** Groups that JavaScript would read differently from PCRE, or not at all. */
const FOREIGN_GROUP = /^\(\?(?![:=!]|<[=!])/;

/**
 * A regular expression of MongoDB (PCRE) as one of JavaScript with the same matches. Where
 * the two languages differ (`$`, `.`, `\s`, line ends) it is translated; what cannot be, is refused.
 */
export function compilePattern(source: string, options: string): RegExp {
  for (const option of options) {
    if (option === 'x') throw notImplemented('the regular expression option x');
    if (!'ims'.includes(option)) throw new ServerError(51108, `invalid flag in regex options: ${option}`);
  }
  if (source.includes('\0')) throw new ServerError(2, 'Regular expression cannot contain an embedded null byte');
  const translated = translate(source, options.includes('m'), options.includes('s'));
  try {
    return new RegExp(translated, options.includes('i') ? 'iu' : 'u');
  } catch {
    throw notImplemented(`the regular expression /${source}/`);
  }
}

function translate(source: string, multiline: boolean, dotAll: boolean): string {
  let result = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '\\') {
      at++;
      result += translateEscape(source, at, inClass);
    } else if (inClass) {
      if (char === '[') throw notImplemented(`the regular expression /${source}/`);
      if (char === ']') inClass = false;
      result += char;
    } else if (char === '[') {
      inClass = true;
      // PCRE reads a first ] as a member, JavaScript as the end.
      if (/^\[\^?\]/.test(source.slice(at))) throw notImplemented(`the regular expression /${source}/`);
      result += char;
    } else if (char === '(' && FOREIGN_GROUP.test(source.slice(at))) {
      throw notImplemented(`the regular expression /${source}/`);
    } else result += translatePlain(char, multiline, dotAll);
  }
  return result;
}

function translatePlain(char: string, multiline: boolean, dotAll: boolean): string {
  switch (char) {
    case '$':
      return multiline ? '(?![^\\n])' : '(?=\\n?(?![\\s\\S]))';
    case '^':
      return multiline ? '(?<![^\\n])' : '^';
    case '.':
      return dotAll ? '[\\s\\S]' : '[^\\n]';
    default:
      return char;
  }
}

function translateEscape(source: string, at: number, inClass: boolean): string {
  const char = source.charAt(at);
  if (char === 's') return inClass ? ' \\t\\n\\v\\f\\r' : '[ \\t\\n\\v\\f\\r]';
  if (char === 'S' && !inClass) return '[^ \\t\\n\\v\\f\\r]';
  if (/[a-zA-Z0-9]/.test(char) && !'dDwWbBtnrf'.includes(char)) throw notImplemented(`the regular expression /${source}/`);
  // In unicode mode JavaScript refuses needless escapes, which PCRE reads as the character.
  if (/[a-zA-Z0-9^$\\.*+?()[\]{}|/]/.test(char) || (inClass && char === '-')) return `\\${char}`;
  return char;
}
