import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The module that a TypeScript file is, on every Node that Plinth supports. @param entry relative to the project */
export async function loadTypeScript(entry) {
  const folder = await mkdtemp(join(tmpdir(), 'plinth-bench-'));
  try {
    const outfile = join(folder, 'module.mjs');
    await build({
      entryPoints: [new URL(`../${entry}`, import.meta.url).pathname],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
