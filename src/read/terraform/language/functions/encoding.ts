import { Unknown } from '../../../../model/unknown.ts';
import { fail } from '../failure.ts';
import { anyType, boolType, numberType, objectOf, stringType, type Type } from '../type.ts';
import { refinementOf, unknownFrom, unknownValue } from '../unknown-value.ts';
import { largestSize, listValue, objectValue, textValue, type Value } from '../value.ts';
import { decodeText, encodeText } from './character-sets.ts';
import { readCsv } from './csv-reader.ts';
import { anything, type Definitions, maybe, text, textFunction } from './function.ts';
import { readJson } from './json-reader.ts';
import { jsonText } from './json-text.ts';
import { readYaml } from './yaml-reader.ts';
import { yamlText } from './yaml-text.ts';

/** Functions of encodings. Source: OpenTofu, lang/funcs/encoding.go; go-cty, function/stdlib/json.go and csv.go; go-cty-yaml. */
export const encodingFunctions: Definitions = {
  jsonencode: {
    parameters: [anything('val', maybe)],
    result: stringType,
    call: ([value]) => {
      if (value!.isWhollyKnown) return textValue(jsonText(value!));
      return unknownFrom(stringType, [value!], {
        present: true,
        prefix: value!.isPresent ? opening(value!.type) : '',
      });
    },
  },
  jsondecode: {
    parameters: [text('str')],
    result: ([source]) => jsonType(source!),
    nullable: true,
    call: ([source]) => readJson(source!.text),
  },
  yamlencode: {
    parameters: [anything('value', { null: true, untyped: true })],
    result: stringType,
    call: ([value]) =>
      value!.isWhollyKnown ? textValue(yamlText(value!)) : unknownFrom(stringType, [value!]),
  },
  yamldecode: {
    parameters: [text('src')],
    result: anyType,
    nullable: true,
    call: ([source]) => readYaml(source!.text),
  },
  csvdecode: { parameters: [text('str')], result: anyType, call: ([source]) => csvDecode(source!.text) },
  base64encode: textFunction(['str'], (value) => textValue(Buffer.from(value!).toString('base64'))),
  base64decode: textFunction(['str'], (value) => textValue(utf8(base64Bytes(value!)))),
  base64gzip: textFunction(['str'], () =>
    unknownValue(stringType, 'the compressed bytes depend on the version of Terraform', {
      present: true,
      prefix: gzipStart,
    }),
  ),
  base64gunzip: textFunction(['str'], (value) => textValue(utf8(gunzip(base64Bytes(value!))))),
  textencodebase64: textFunction(['string', 'encoding'], (value, encoding) => {
    const bytes = encodeText(value!, encoding!);
    return bytes ? textValue(Buffer.from(bytes).toString('base64')) : unsupported(encoding!);
  }),
  textdecodebase64: textFunction(['source', 'encoding'], (source, encoding) => {
    const decoded = decodeText(base64Bytes(source!), encoding!);
    return decoded === undefined ? unsupported(encoding!) : textValue(decoded);
  }),
  urlencode: textFunction(['str'], (value) => textValue(urlEncode(value!))),
  urldecode: textFunction(['str'], (value) => textValue(urlDecode(value!))),
};

/** Magic number, method, flags, no time, no extra flags, unknown system: the header that Go writes, in base64. */
const gzipStart = 'H4sIAAAAAAAA/';

function opening(type: Type): string {
  switch (type.kind) {
    case 'string':
      return '"';
    case 'map':
    case 'object':
      return '{';
    case 'list':
    case 'set':
    case 'tuple':
      return '[';
    default:
      return '';
  }
}

/** How a JSON text begins tells the type of what it holds, if it is no container. */
function jsonType({ data }: Value): Type {
  if (!(data instanceof Unknown)) return anyType;
  const [first] = refinementOf(data).prefix.trimStart();
  if (first === undefined || first === '{' || first === '[' || first === 'n') return anyType;
  if (first === '"') return stringType;
  if (first === 't' || first === 'f') return boolType;
  if (/[-0-9.]/.test(first)) return numberType;
  return fail(`JSON cannot begin with "${first}"`, 0);
}

function csvDecode(source: string): Value {
  const [header, ...records] = readCsv(source);
  if (!header) fail('the header line is missing');
  const names = header!;
  if (new Set(names).size < names.length) fail('two columns have the same name');
  if (names.length * records.length > largestSize) fail(`the result holds more than ${largestSize} values`);
  const rows = records.map((record) =>
    objectValue(new Map(names.map((name, at) => [name, textValue(record[at]!)]))),
  );
  return listValue(rows, objectOf(new Map([...names].sort().map((name) => [name, stringType]))));
}

/** Bytes of standard base64 with padding; line breaks in it do not count. @throws Failure */
function base64Bytes(source: string): Uint8Array {
  const joined = source.replace(/[\r\n]/g, '');
  const wellFormed = joined.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(joined);
  if (!wellFormed) fail('this is not base64');
  return Buffer.from(joined, 'base64');
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail('the decoded bytes are not text in UTF-8');
  }
}

function gunzip(bytes: Uint8Array): Uint8Array {
  const { gunzipSync } = process.getBuiltinModule('node:zlib');
  try {
    return gunzipSync(bytes, { maxOutputLength: largestSize * 16 });
  } catch {
    return fail('the decoded bytes are not compressed with gzip');
  }
}

function unsupported(encoding: string): Value {
  return unknownValue(stringType, `the character set ${encoding} is not supported`, { present: true });
}

function urlEncode(value: string): string {
  let encoded: string;
  try {
    encoded = encodeURIComponent(value);
  } catch {
    return fail('the string is not well-formed Unicode');
  }
  return encoded
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function urlDecode(value: string): string {
  if (/%(?![0-9A-Fa-f]{2})/.test(value)) fail('a "%" is not followed by two hexadecimal digits');
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return fail('the decoded bytes are not text in UTF-8');
  }
}
