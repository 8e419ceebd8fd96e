// Puts what several versions of a provider take into one text, in which equal blocks stand once.

/** `versions` is a list of maps from type to block, the oldest first. The format is told at the head of data files. */
export function writeText(versions) {
  const writer = new Writer(versions.length);
  const all = versions.map((_, at) => at);
  const lines = [];
  for (const name of [...new Set(versions.flatMap((types) => [...types.keys()]))].sort()) {
    const bodies = new Map(
      all.filter((at) => versions[at].has(name)).map((at) => [at, versions[at].get(name)]),
    );
    lines.push(`${name} ${writer.body(bodies)}${mask([...bodies.keys()], all)}`);
  }
  return `${[...lines, '', ...writer.lines].join('\n')}\n`;
}

class Writer {
  lines = [];
  known = new Map();

  /** The number of the line that holds what the bodies of all versions have. */
  body(bodies) {
    const present = [...bodies.keys()];
    const names = [...new Set([...bodies.values()].flatMap(namesOf))].sort();
    const text = names.flatMap((name) => this.entries(name, bodies, present)).join(' ');
    const line = [...bodies.values()].some(({ open }) => open) ? `${text} *` : text;
    let number = this.known.get(line);
    if (number === undefined) {
      number = this.lines.length;
      this.known.set(line, number);
      this.lines.push(line);
    }
    return number.toString(36);
  }

  entries(name, bodies, present) {
    const readings = new Map();
    const nested = new Map();
    const known = [...bodies.values()].map(({ blocks }) => blocks.get(name)).find((block) => block);
    // bindings do not say what is deprecated: what was and is still there still is
    let deprecated = false;
    for (const [at, { attributes, blocks }] of bodies) {
      const one = attributes.get(name);
      // bindings say "any" of what nests without end, which another version knows to be a block
      const nestsInside = one?.type === 'any' && known;
      const block = nestsInside ? known : blocks.get(name);
      deprecated = (one ?? block)?.deprecated ?? deprecated;
      if (one && !nestsInside)
        note(readings, `${this.type(one.type, at)}${roles[one.role]}${deprecated ? '~' : ''}`, at);
      if (block) nested.set(at, { ...block, deprecated });
    }
    const entries = [...readings].map(([text, held]) => `${name}${text}${mask(held, present)}`);
    if (nested.size === 0) return entries;
    const body = this.body(new Map([...nested].map(([at, one]) => [at, one.body])));
    const either = mayBeEither([...nested.values()]);
    const shapes = new Map();
    for (const [at, { mode, min, max, deprecated }] of nested)
      note(
        shapes,
        `${modes[mode]}${body}${max === 1 ? '<' : ''}${min > 0 ? '!' : ''}${either ? '?' : ''}${deprecated ? '~' : ''}`,
        at,
      );
    return [...entries, ...[...shapes].map(([text, held]) => `${name}${text}${mask(held, present)}`)];
  }

  type(type, at) {
    const text = this.typeText(type, at);
    return text === '' ? '' : `:${text}`;
  }

  typeText(type, at) {
    if (typeof type === 'string') return types[type];
    if (type.is === 'object') return `<${this.body(new Map([[at, type.body]]))}>`;
    const [open, close] = brackets[type.is];
    return `${open}${this.typeText(type.of, at)}${close}`;
  }
}

/** Bindings do not say whether a block may also be written as an argument: then it may. */
function mayBeEither(nested) {
  const told = nested.filter(({ either }) => either !== undefined);
  return told.length > 0 ? told.some(({ either }) => either) : nested.some(({ mode }) => mode !== 'single');
}

const modes = { list: '*', set: '#', single: '.', map: '%' };
const types = { string: '', number: 'n', bool: 'b', any: 'a' };
const brackets = { list: '[]', set: '()', map: '{}' };
const roles = { required: '!', computed: '^', '': '' };

function namesOf({ attributes, blocks }) {
  return [...attributes.keys(), ...blocks.keys()];
}

function note(readings, text, at) {
  readings.set(text, [...(readings.get(text) ?? []), at]);
}

function mask(held, whole) {
  return held.length === whole.length ? '' : `@${held.map((at) => String.fromCharCode(97 + at)).join('')}`;
}
