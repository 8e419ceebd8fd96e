// Bundles the command line and the library into dist/, split so that each run loads only what it needs.
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const root = new URL('..', import.meta.url).pathname;

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  sourcemap: process.env.PLINTH_SOURCEMAP === '1',
  chunkNames: 'chunks/[name]-[hash]',
  define: { PLINTH_VERSION: JSON.stringify(version) },
  // CommonJS dependencies reach for require; an ES module has none
  banner: {
    js: "import { createRequire as plinthCreateRequire } from 'node:module'; const require = plinthCreateRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
