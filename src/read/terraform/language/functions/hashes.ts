import { fail } from '../failure.ts';
import { numberType, stringType } from '../type.ts';
import { unknownFrom, unknownValue } from '../unknown-value.ts';
import { textValue } from '../value.ts';
import { readFile } from './files.ts';
import { type CallContext, type Definition, type Definitions, text, textFunction } from './function.ts';

/** Functions of hashes and secrets. Source: OpenTofu, lang/funcs/crypto.go. */
export const hashFunctions: Definitions = {
  md5: ofText('md5', 'hex'),
  sha1: ofText('sha1', 'hex'),
  sha256: ofText('sha256', 'hex'),
  sha512: ofText('sha512', 'hex'),
  base64sha256: ofText('sha256', 'base64'),
  base64sha512: ofText('sha512', 'base64'),
  filemd5: ofFile('md5', 'hex'),
  filesha1: ofFile('sha1', 'hex'),
  filesha256: ofFile('sha256', 'hex'),
  filesha512: ofFile('sha512', 'hex'),
  filebase64sha256: ofFile('sha256', 'base64'),
  filebase64sha512: ofFile('sha512', 'base64'),
  uuid: {
    parameters: [],
    result: stringType,
    call: () => unknownValue(stringType, 'uuid gives another value in every run'),
  },
  uuidv5: textFunction(['namespace', 'name'], (namespace, name) => textValue(uuidV5(namespace!, name!))),
  bcrypt: {
    parameters: [text('str')],
    rest: { name: 'cost', type: numberType },
    result: stringType,
    call: ([, , ...more]) => {
      if (more.length > 0) fail('it takes at most two arguments');
      return unknownValue(stringType, 'bcrypt gives another value in every run');
    },
  },
  rsadecrypt: textFunction(['ciphertext', 'privatekey'], () =>
    unknownValue(stringType, 'secrets are not decrypted'),
  ),
};

type Algorithm = 'md5' | 'sha1' | 'sha256' | 'sha512';
type Digits = 'hex' | 'base64';

function ofText(algorithm: Algorithm, digits: Digits): Definition {
  return textFunction(['str'], (value) => textValue(hash(algorithm, value!).toString(digits)));
}

function ofFile(algorithm: Algorithm, digits: Digits): Definition {
  return {
    parameters: [text('path', { marked: true })],
    result: stringType,
    call: ([path], _type, context: CallContext) => {
      const content = readFile(path!, context.files);
      if (content.isUnknown) return unknownFrom(stringType, [content]).withMarks(content.marks);
      return textValue(hash(algorithm, content.text).toString(digits)).withMarks(content.marks);
    },
  };
}

/** Node's own hashes, loaded when the first is needed: they take a tenth of the start-up time. */
function hash(algorithm: Algorithm, data: string | Uint8Array): Buffer {
  return process.getBuiltinModule('node:crypto').createHash(algorithm).update(data).digest();
}

const namespaces: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};

/** Source: RFC 4122, section 4.3. */
function uuidV5(namespace: string, name: string): string {
  const id = (namespaces[namespace] ?? namespace).replace(/^urn:uuid:/i, '').replace(/^\{(.*)\}$/, '$1');
  if (!/^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(id))
    fail('the namespace must be dns, url, oid, x500 or a UUID', 0);
  const bytes = hash(
    'sha1',
    Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.from(name)]),
  ).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
