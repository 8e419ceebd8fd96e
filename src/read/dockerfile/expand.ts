import { Unknown } from '../../model/unknown.ts';
import type { Scope, Value } from './scope.ts';

/** A value that grows beyond this by expansion is given up: `ENV A=$A$A` doubles with every line. */
const longest = 65_536;
/** Defaults inside of defaults: `${A:-${B:-…}}`. */
const deepest = 20;

/**
 * Resolves quotes, escapes and variables of a word as Docker does for all instructions but `RUN`, `CMD` and `ENTRYPOINT`.
 * Source: Dockerfile reference, "Environment replacement".
 */
export function expand(word: string, scope: Scope, escapeChar: string, depth = 0): Value {
  let text = '';
  let quote = '';
  for (let at = 0; at < word.length; at++) {
    const char = word[at]!;
    if (quote === "'") {
      if (char === "'") quote = '';
      else text += char;
    } else if (char === escapeChar && at + 1 < word.length) {
      const next = word[++at]!;
      text += quote === '"' && next !== '"' && next !== '$' && next !== escapeChar ? char + next : next;
    } else if (char === '"') quote = quote ? '' : '"';
    else if (char === "'" && !quote) quote = "'";
    else if (char === '$') {
      const { value, end } = variable(word, at, scope, escapeChar, depth);
      if (value instanceof Unknown) return value;
      text += value;
      at = end - 1;
      if (text.length > longest) return new Unknown('the value is longer than 64 KiB after expansion');
    } else text += char;
  }
  return text;
}

function variable(
  word: string,
  at: number,
  scope: Scope,
  escapeChar: string,
  depth: number,
): { value: Value; end: number } {
  if (word[at + 1] !== '{') {
    const name = nameAt(word, at + 1);
    return name ? { value: scope.get(name), end: at + 1 + name.length } : { value: '$', end: at + 1 };
  }
  const name = nameAt(word, at + 2);
  const close = closingBrace(word, at + 2);
  const end = close + 1;
  const rest = word.slice(at + 2 + name.length, close);
  if (!name || close >= word.length || depth >= deepest)
    return { value: new Unknown('the variable is not written in a way that Docker understands'), end };
  const value = scope.get(name);
  if (rest === '') return { value, end };
  const form = /^(:?)([-+?])/.exec(rest);
  if (!form) return { value: new Unknown(`${name} is cut by a pattern`), end };
  if (value instanceof Unknown) return { value, end };
  const isSet = form[1] ? value !== '' : true;
  const alternative = () => expand(rest.slice(form[0].length), scope, escapeChar, depth + 1);
  if (form[2] === '+') return { value: isSet ? alternative() : '', end };
  return { value: isSet || form[2] === '?' ? value : alternative(), end };
}

function nameAt(word: string, at: number): string {
  let end = at;
  while (end < word.length && /\w/.test(word[end]!) && (end > at || !/\d/.test(word[end]!))) end++;
  return word.slice(at, end);
}

function closingBrace(word: string, at: number): number {
  let depth = 1;
  for (; at < word.length; at++) {
    if (word[at] === '{') depth++;
    else if (word[at] === '}' && --depth === 0) return at;
  }
  return word.length;
}
