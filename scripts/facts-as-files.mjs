import { basename } from 'node:path';

/** Bytes: below, a text costs less to parse as code than a file costs to open. */
const worthAFile = 8192;

/**
 * A plugin that takes the long texts of data/ out of the code: reading a file of a megabyte takes a tenth of what parsing it as a
 * literal does, and most runs read no more than a few lines of it.
 */
export function factsAsFiles() {
  return {
    name: 'facts-as-files',
    transform: {
      filter: { id: /[\\/]data[\\/].*\.ts$/ },
      handler(code, id) {
        let found = false;
        const result = code.replace(/(?<=^export const \w+ = )`([^`\\]*)`;$/gm, (literal, text) => {
          if (text.length < worthAFile || text.includes('$' + '{')) return literal;
          found = true;
          const encoding = /^[\0-\x7f]*$/.test(text) ? 'latin1' : 'utf8';
          const file = this.emitFile({ type: 'asset', name: `${basename(id, '.ts')}.txt`, source: text });
          return `readFileSync(new URL(import.meta.ROLLUP_FILE_URL_${file}), '${encoding}');`;
        });
        return found ? `import { readFileSync } from 'node:fs';\n${result}` : undefined;
      },
    },
  };
}
