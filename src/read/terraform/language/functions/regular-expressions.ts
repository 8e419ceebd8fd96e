import { RE2JS } from 're2js';
import { fail } from '../failure.ts';
import { anyType, isPrimitive, listOf, objectOf, stringType, type Type, tupleOf } from '../type.ts';
import {
  type Items,
  largestSize,
  listValue,
  nullValue,
  objectValue,
  textValue,
  tupleValue,
  type Value,
} from '../value.ts';
import { type Definitions, text } from './function.ts';
import { checkLength } from './strings.ts';

/** Functions of regular expressions. Source: go-cty, function/stdlib/regexp.go; OpenTofu, lang/funcs/string.go. */
export const regularExpressionFunctions: Definitions = {
  regex: {
    parameters: [text('pattern'), text('string')],
    result: ([pattern]) => (pattern!.isUnknown ? anyType : matchType(compile(pattern!.text, 0))),
    call: ([pattern, value], type) => {
      const matcher = compile(pattern!.text, 0).matcher(value!.text);
      if (!matcher.find()) fail('the pattern matches nothing in the string');
      return matchValue(matcher, type);
    },
  },
  regexall: {
    parameters: [text('pattern'), text('string')],
    result: ([pattern]) => listOf(pattern!.isUnknown ? anyType : matchType(compile(pattern!.text, 0))),
    call: ([pattern, value]) => {
      const compiled = compile(pattern!.text, 0);
      const type = matchType(compiled);
      const findNext = eachMatch();
      const matcher = compiled.matcher(value!.text);
      const matches: Value[] = [];
      while (findNext(matcher) && matches.length < largestSize) matches.push(matchValue(matcher, type));
      return listValue(matches, type);
    },
  },
  replace: {
    parameters: [text('str'), text('substr'), text('replace')],
    result: stringType,
    call: ([value, part, replacement]) => textValue(replace(value!.text, part!.text, replacement!.text)),
  },
};

/** A part in slashes is a regular expression. */
function replace(value: string, part: string, replacement: string): string {
  if (part.length > 1 && part.startsWith('/') && part.endsWith('/'))
    return replacePattern(value, compile(part.slice(1, -1), 1), replacement);
  const pieces = part === '' ? ['', ...value, ''] : value.split(part);
  checkLength(value.length + pieces.length * replacement.length);
  return pieces.join(replacement);
}

function replacePattern(value: string, pattern: RE2JS, replacement: string): string {
  const matcher = pattern.matcher(value);
  const template = replacementParts(replacement);
  const findNext = eachMatch();
  let result = '';
  let from = 0;
  while (findNext(matcher)) {
    result += value.slice(from, matcher.start());
    for (const part of template)
      result += typeof part === 'string' ? part : groupText(matcher, pattern, part.group);
    from = matcher.end();
    checkLength(result.length);
  }
  return result + value.slice(from);
}

type Matcher = ReturnType<RE2JS['matcher']>;

/** Goes from match to match. An empty one right after another does not count. Source: Go, `regexp.FindAll`. */
function eachMatch(): (matcher: Matcher) => boolean {
  let last = -1;
  return (matcher) => {
    while (matcher.find()) {
      const isEmptyAfterOther = matcher.start() === matcher.end() && matcher.start() === last;
      last = matcher.end();
      if (!isEmptyAfterOther) return true;
    }
    return false;
  };
}

/** `$1`, `${1}`, `$name`, `${name}` and `$$`; the longest name counts. Source: Go, `regexp.Expand`. */
function replacementParts(template: string): readonly (string | { readonly group: string })[] {
  const parts: (string | { group: string })[] = [];
  let from = 0;
  for (const match of template.matchAll(/\$(?:(\$)|(\w+)|\{(\w+)\})/g)) {
    parts.push(template.slice(from, match.index));
    const group = match[2] ?? match[3];
    parts.push(group === undefined ? '$' : { group });
    from = match.index + match[0].length;
  }
  parts.push(template.slice(from));
  return parts;
}

function groupText(matcher: Matcher, pattern: RE2JS, group: string): string {
  if (/^\d+$/.test(group))
    return Number(group) <= pattern.groupCount() ? (matcher.group(Number(group)) ?? '') : '';
  return pattern.namedGroups()[group] === undefined ? '' : (matcher.group(group) ?? '');
}

/** Compiled patterns are kept: the same few are applied again and again in loops. */
const compiled = new Map<string, RE2JS>();

function compile(pattern: string, argument: number): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  if (pattern.length > 10_000) fail('the pattern is too long', argument);
  let result: RE2JS;
  try {
    result = RE2JS.compile(pattern);
  } catch (error) {
    fail(`this is not a regular expression that Terraform knows: ${(error as Error).message}`, argument);
  }
  if (compiled.size > 500) compiled.clear();
  compiled.set(pattern, result!);
  return result!;
}

/** A string without groups, a tuple for numbered ones, an object for named ones. */
function matchType(pattern: RE2JS): Type {
  const names = Object.keys(pattern.namedGroups());
  const count = pattern.groupCount();
  if (count === 0) return stringType;
  if (names.length === 0) return tupleOf(new Array<Type>(count).fill(stringType));
  if (names.length < count) fail('groups must either all have names or none', 0);
  return objectOf(new Map(names.sort().map((name) => [name, stringType])));
}

function matchValue(matcher: Matcher, type: Type): Value {
  if (isPrimitive(type)) return textValue(matcher.group() ?? '');
  const group = (key: string | number) => {
    const found = matcher.group(key);
    return found === null ? nullValue(stringType) : textValue(found);
  };
  if (type.kind === 'object')
    return objectValue(new Map([...type.attributes.keys()].map((name) => [name, group(name)])));
  const items: Items = (type as { items: readonly Type[] }).items.map((_, at) => group(at + 1));
  return tupleValue(items);
}
