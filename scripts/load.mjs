import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Imports a TypeScript module of the project, bundled on the fly, since Node 20 runs none.
 * @param {string} entry path of the module, relative to the root of the project
 * @returns {Promise<any>} what it exports
 */
export async function load(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-bench-'));
  const outfile = join(folder, 'bundle.mjs');
  try {
    await build({
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
