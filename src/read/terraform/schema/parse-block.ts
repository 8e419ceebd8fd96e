import type { ArgumentType, BlockSchema, Entry, VersionSet } from './block-schema.ts';

/** How the numbers in a line lead to blocks, and what stands for all versions. */
export interface Context {
  readonly all: VersionSet;
  readonly blockAt: (number: string) => BlockSchema;
}

/** Reads a line of blocks; the format is told at the head of the files in data/terraform/. */
export function parseBlock(line: string, context: Context): BlockSchema {
  const entries = new Map<string, Entry[]>();
  let open = false;
  for (const token of line.split(' ')) {
    if (token === '*') open = true;
    else if (token !== '') {
      const entry = parseEntry(token, context);
      const known = entries.get(entry.name);
      if (known) known.push(entry);
      else entries.set(entry.name, [entry]);
    }
  }
  const demanded = [...entries].filter(([, all]) => all.some(({ required }) => required));
  return { entries, demanded, open };
}

function parseEntry(token: string, { all, blockAt }: Context): Entry {
  const [, name = '', sign = '', rest = '', letters] = /^(\w+)([^\w@]?)(.*?)(?:@([a-z]+))?$/.exec(token)!;
  const versions = letters === undefined ? all : versionsOf(letters);
  if (sign === '*' || sign === '#' || sign === '.' || sign === '%') {
    const [, number = '', flags = ''] = /^(\w+)(\W*)$/.exec(rest)!;
    let body: BlockSchema | undefined;
    return {
      name,
      kind: 'block',
      versions,
      required: flags.includes('!'),
      computed: false,
      deprecated: flags.includes('~'),
      once: flags.includes('<') || sign === '.',
      either: flags.includes('?'),
      type: 'any',
      get body() {
        body ??= blockAt(number);
        return body;
      },
    };
  }
  const [, type = '', flags = ''] = /^(.*?)([!^~]*)$/.exec(sign === ':' ? rest : `${sign}${rest}`)!;
  return {
    name,
    kind: 'argument',
    versions,
    required: flags.includes('!'),
    computed: flags.includes('^'),
    deprecated: flags.includes('~'),
    once: false,
    either: false,
    type: parseType(type, blockAt),
  };
}

/** `@ac` is the first and the third version. */
export function versionsOf(letters: string): VersionSet {
  let set = 0;
  for (const letter of letters) set |= 1 << (letter.charCodeAt(0) - 97);
  return set;
}

const collections = { '[': 'list', '(': 'set', '{': 'map' } as const;
const scalars = { '': 'string', n: 'number', b: 'bool', a: 'any' } as const;

function parseType(text: string, blockAt: Context['blockAt']): ArgumentType {
  const scalar = scalars[text as keyof typeof scalars];
  if (scalar) return scalar;
  const inner = text.slice(1, -1);
  if (text.startsWith('<')) return { is: 'object', block: blockAt(inner) };
  return { is: collections[text[0] as keyof typeof collections], of: parseType(inner, blockAt) };
}
