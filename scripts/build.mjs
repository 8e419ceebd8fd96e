// Bundles the command line and the library into dist/, split so that each run loads only what it needs.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { load } from './load.mjs';

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

// the published schemas: of the report, and of the configuration for editors
const { reportJsonSchema } = await load('src/report/schema.ts');
const { configJsonSchema } = await load('src/config/json-schema.ts');
mkdirSync(new URL('../dist/schema', import.meta.url), { recursive: true });
writeFileSync(new URL('../dist/schema/report.json', import.meta.url), JSON.stringify(reportJsonSchema()));
writeFileSync(new URL('../dist/schema/config.json', import.meta.url), JSON.stringify(configJsonSchema()));
