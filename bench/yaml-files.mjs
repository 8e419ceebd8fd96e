import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of all YAML files below a folder, `[path, text]` each; what is not UTF-8 is left out. */
export function yamlFiles(folder) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const files = [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    try {
      files.push([path, decoder.decode(readFileSync(path))]);
    } catch {
      console.error(`not UTF-8, left out: ${path}`);
    }
  }
  return files;
}
