// Bundles the command line and the library into dist/, split so that each run loads only what it needs.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { load } from './load.mjs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const root = fileURLToPath(new URL('..', import.meta.url));

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
const { metafile } = await build({
  metafile: true,
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

// types for users of the library: only the declarations that its entry leads to
const drafts = mkdtempSync(join(tmpdir(), 'plinth-types-'));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.types.json', '--outDir', drafts], {
  cwd: root,
  stdio: 'inherit',
});
const wanted = ['index.d.ts'];
for (const path of wanted) {
  const text = readFileSync(join(drafts, 'src', path), 'utf8').replaceAll(
    /(from ')(\.[^']+)\.ts'/g,
    (_, from, target) => {
      const found = join(dirname(path), `${target}.d.ts`);
      if (!wanted.includes(found)) wanted.push(found);
      return `${from}${target}.js'`;
    },
  );
  mkdirSync(join(root, 'dist/types', dirname(path)), { recursive: true });
  writeFileSync(join(root, 'dist/types', path), text);
}
rmSync(drafts, { recursive: true });

// what is bundled keeps its licence
const bundled = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
);
const notices = [...bundled].sort().map((name) => {
  const folder = new URL(`../node_modules/${name}/`, import.meta.url);
  const { version, license } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(new URL(file, folder), 'utf8').trim() : ''}\n`;
});
writeFileSync(new URL('../dist/NOTICES.txt', import.meta.url), notices.join('\n----\n\n'));
