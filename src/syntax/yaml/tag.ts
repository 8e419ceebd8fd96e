import type { Scalar } from '../../model/node.ts';
import { Unreadable } from './document.ts';
import { resolvePlain, type YamlSchema } from './plain-scalar.ts';

const standard = 'tag:yaml.org,2002:';

/**
 * The value of a scalar with a tag. Tags of an application (`!Ref`) leave the text as it is, as go-yaml does.
 * @param tag as written: `!!str`, `!Ref`, `!<tag:yaml.org,2002:int>`
 * @throws Unreadable where the text is not what the tag says
 */
export function resolveTagged(
  tag: string,
  text: string,
  handles: ReadonlyMap<string, string>,
  schema: YamlSchema,
  at: number,
): Scalar {
  const name = fullName(tag, handles);
  if (!name.startsWith(standard)) return text;
  const plain = resolvePlain(text, schema);
  switch (name.slice(standard.length)) {
    case 'int':
      if (Number.isInteger(plain)) return plain;
      break;
    case 'float':
      if (typeof plain === 'number') return plain;
      break;
    case 'bool':
      if (typeof plain === 'boolean') return plain;
      break;
    case 'null':
      if (plain === null) return null;
      break;
    case 'binary':
      return decodeBinary(text, at);
    default:
      return text;
  }
  throw new Unreadable(`this is not what its tag ${tag} says`, at);
}

function fullName(tag: string, handles: ReadonlyMap<string, string>): string {
  if (tag.startsWith('!<')) return tag.slice(2, -1);
  const end = tag.indexOf('!', 1) + 1 || 1;
  const handle = tag.slice(0, end);
  const prefix = handles.get(handle) ?? (handle === '!!' ? standard : handle);
  return prefix + tag.slice(end);
}

/** Bytes as text, one UTF-8 sequence a character, as kubectl hands them on. */
function decodeBinary(text: string, at: number): string {
  const base64 = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0)
    throw new Unreadable('this is not base64, as its tag !!binary says', at);
  return Buffer.from(base64, 'base64').toString('utf8');
}
