import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Imports a TypeScript module of the project, bundled on the fly, since Node 20 runs none.
 * @param {string} entry path of the module, relative to the root of the project
 * @returns {Promise<any>} what it exports
 */
export async function load(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-bench-'));
  const file = join(folder, 'bundle.mjs');
  try {
    await build({
      cwd: root,
      input: join(root, entry),
      platform: 'node',
      // as in the build, or making a node costs twice
      tsconfig: 'tsconfig.json',
      logLevel: 'warn',
      transform: { target: 'node20.19' },
      output: { file, format: 'esm', codeSplitting: false },
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
