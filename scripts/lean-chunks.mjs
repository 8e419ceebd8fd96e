/** A plugin that makes chunks faster to load, after all is divided into them. */
export function leanChunks() {
  return {
    name: 'lean-chunks',
    // Only a command that is a program of its own would start one; loading it takes milliseconds of every start.
    resolveId(source, importer) {
      if (source === 'node:child_process' && /[\\/]commander[\\/]/.test(importer ?? ''))
        return '\0no-processes';
    },
    load: (id) => (id === '\0no-processes' ? 'export {}' : undefined),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const doors = new Map(chunks.flatMap((chunk) => doorIn(chunk) ?? []));
      for (const chunk of chunks) chunk.code = inAscii(throughDoors(chunk.code, doors));
    },
  };
}

/** A chunk that holds nothing but other names for what another exports costs opening a file: importers go on to that one. */
function doorIn({ fileName, code }) {
  const found = /^export\{([^{}]+)\}from"(\.\/[^"]+)";?\s*$/.exec(code);
  if (!found) return undefined;
  const names = found[1].split(',').map((each) => each.split(' as '));
  const object = names.map(([inner, outer = inner]) => `${outer}:e.${inner}`).join(',');
  return [[`./${fileName.slice(fileName.lastIndexOf('/') + 1)}`, { leadsTo: found[2], object }]];
}

function throughDoors(code, doors) {
  return code.replace(/\bimport\(`((?:\.\/chunks\/|\.\/)([^`]+))`\)/g, (whole, path, name) => {
    const door = doors.get(`./${name}`);
    if (!door) return whole;
    return `import(\`${path.slice(0, -name.length)}${door.leadsTo.slice(2)}\`).then(e=>({${door.object}}))`;
  });
}

/** The same code in ASCII: such is read and parsed faster, as every character takes one byte. */
function inAscii(code) {
  // there an escape would be another text
  if (code.includes('String.raw') || /(?<!\\)(\\\\)*\\[^\0-\x7f]/.test(code)) return code;
  return code.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
