import { Unknown } from '../../../../model/unknown.ts';
import { fail } from '../failure.ts';
import type { Files } from '../scope.ts';
import { setValue } from '../set-value.ts';
import { anyType, boolType, setOf, stringType } from '../type.ts';
import { unknownValue } from '../unknown-value.ts';
import { boolValue, textValue, type Value } from '../value.ts';
import {
  anything,
  type CallContext,
  type Definition,
  type Definitions,
  text,
  textFunction,
} from './function.ts';
import { globMatcher } from './glob.ts';
import { baseName, cleanPath, folderName, joinPath } from './path-text.ts';

/** Functions of files. They see the repository only. Source: OpenTofu, lang/funcs/filesystem.go. */
export const fileFunctions: Definitions = {
  file: ofFile((content) => content),
  filebase64: ofFile((content) =>
    content.isUnknown
      ? content
      : textValue(Buffer.from(content.text).toString('base64')).withMarks(content.marks),
  ),
  fileexists: {
    parameters: [text('path', { marked: true })],
    result: boolType,
    call: ([path], _type, { files }) => {
      const found = files.has(path!.text);
      return (found instanceof Unknown ? unknownValue(boolType, found) : boolValue(found)).withMarks(
        path!.marks,
      );
    },
  },
  fileset: {
    parameters: [text('path', { marked: true }), text('pattern', { marked: true })],
    result: setOf(stringType),
    call: ([path, pattern], type, { files }) => {
      const found = fileSet(path!.text, pattern!.text, files);
      const result =
        found instanceof Unknown ? unknownValue(type, found) : setValue(found.map(textValue), stringType);
      return result.withMarks(path!.marks).withMarks(pattern!.marks);
    },
  },
  templatefile: {
    parameters: [text('path', { marked: true }), anything('vars')],
    result: anyType,
    nullable: true,
    call: ([path, variables], _type, context) => {
      const content = readFile(path!, context.files);
      if (content.isUnknown) return content;
      return context.render(content.text, variablesOf(variables!), path!.text).withMarks(path!.marks);
    },
  },
  templatestring: {
    parameters: [text('template', { marked: true }), anything('vars', { marked: true })],
    result: anyType,
    nullable: true,
    call: ([template, variables], _type, context) =>
      context
        .render(template!.text, variablesOf(variables!))
        .withMarks(template!.marks)
        .withMarks(variables!.marks),
  },
  basename: textFunction(['path'], (path) => textValue(baseName(path!))),
  dirname: textFunction(['path'], (path) => textValue(folderName(path!))),
  abspath: textFunction(['path'], (path) =>
    path!.startsWith('/')
      ? textValue(cleanPath(path!))
      : unknownValue(stringType, 'it depends on the folder that Terraform runs in', {
          present: true,
          prefix: '/',
        }),
  ),
  pathexpand: textFunction(['path'], (path) =>
    path!.startsWith('~')
      ? unknownValue(stringType, 'it depends on who runs Terraform', { present: true })
      : textValue(path!),
  ),
};

function ofFile(use: (content: Value) => Value): Definition {
  return {
    parameters: [text('path', { marked: true })],
    result: stringType,
    call: ([path], _type, context: CallContext) => use(readFile(path!, context.files)),
  };
}

/** The text of a file, unknown where it is out of reach. @throws Failure where there is no such file */
export function readFile(path: Value, files: Files): Value {
  const content = files.read(path.text);
  if (content === undefined)
    fail(path.isMarked ? 'there is no such file' : `there is no file "${path.text}" in the repository`, 0);
  const value =
    typeof content === 'string' ? textValue(content) : unknownValue(stringType, content as Unknown);
  return value.withMarks(path.marks);
}

/** Paths below the folder that match, relative to it. A pattern may climb out of the folder with `..`. */
function fileSet(folder: string, pattern: string, files: Files): readonly string[] | Unknown {
  const whole = joinPath(folder, pattern);
  const fixed = whole.split('/');
  const wild = fixed.findIndex((part) => /[*?[\\{]/.test(part));
  const start =
    wild < 0 ? folderName(whole) : fixed.slice(0, wild).join('/') || (whole.startsWith('/') ? '/' : '.');
  const matches = globMatcher(whole);
  const found = files.list(start);
  if (found instanceof Unknown) return found;
  const base = cleanPath(folder);
  return found
    .map((path) => joinPath(start, path))
    .filter(matches)
    .map((path) => relative(base, path));
}

function relative(folder: string, path: string): string {
  const from = folder === '.' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function variablesOf(variables: Value): ReadonlyMap<string, Value> {
  if (!(variables.data instanceof Map)) fail('the variables must be a map or object', 1);
  for (const name of variables.entries.keys())
    if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name))
      fail(`"${name}" cannot be the name of a variable`, 1);
  return variables.entries;
}
