// Bundles the command line and the library, with their types, schemas and licences.
//   node scripts/build.mjs [folder]    into dist/, or another folder
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { chunkLayers } from './chunk-layers.mjs';
import { factsAsFiles } from './facts-as-files.mjs';
import { leanChunks } from './lean-chunks.mjs';
import { publishedSchemas } from './published-schemas.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = resolve(process.argv[2] ?? join(root, 'dist'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

writeNotices(await bundle());
await writeSchemas();
writeTypes();

/**
 * Splits the code so that a run loads what it needs, in few files: opening one costs as much as parsing 30 KB. Small chunks
 * are merged, the fewer the better, as long as none then needs another that needs it: such are evaluated in the wrong order.
 */
async function bundle() {
  for (const mergedBelow of [200_000, 50_000, 10_000, 4000, 1]) {
    const { output } = await buildMerging(mergedBelow);
    if (mergedBelow > 1 && hasCycle(output)) continue;
    chmodSync(join(target, 'cli.js'), 0o755);
    return output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds : []));
  }
}

function hasCycle(output) {
  const imports = new Map(output.map((chunk) => [chunk.fileName, chunk.imports ?? []]));
  const done = new Set();
  const visit = (name, path) => {
    if (path.has(name)) return true;
    if (done.has(name)) return false;
    const inner = new Set(path).add(name);
    const found = (imports.get(name) ?? []).some((next) => visit(next, inner));
    done.add(name);
    return found;
  };
  return [...imports.keys()].some((name) => visit(name, new Set()));
}

/** @param mergedBelow bytes */
async function buildMerging(mergedBelow) {
  rmSync(target, { recursive: true, force: true });
  const layers = chunkLayers(root);
  return build({
    cwd: root,
    input: { cli: 'src/cli/main.ts', index: 'src/index.ts', checks: 'src/checks/own.ts' },
    platform: 'node',
    plugins: [layers.plugin, factsAsFiles(), leanChunks()],
    // for useDefineForClassFields: what a constructor sets is not to be defined before, or making a node costs twice
    tsconfig: 'tsconfig.json',
    logLevel: 'warn',
    // a reader is loaded by itself, or with another that builds on it
    checks: { ineffectiveDynamicImport: false },
    transform: { target: 'node20.19', define: { PLINTH_VERSION: JSON.stringify(version) } },
    output: {
      dir: target,
      format: 'esm',
      assetFileNames: 'facts/[name]-[hash][extname]',
      sourcemap: process.env.PLINTH_SOURCEMAP === '1',
      // names stay, so that the trace of an error can be read
      minify: { compress: true, mangle: { toplevel: false }, codegen: true },
      entryFileNames: '[name].js',
      chunkFileNames: ({ name }) => `chunks/${name.startsWith('shared') ? 'shared' : '[name]'}-[hash].js`,
      codeSplitting: {
        groups: [
          ...layers.groups,
          {
            name: 'shared',
            minShareCount: 2,
            entriesAware: true,
            entriesAwareMergeThreshold: mergedBelow,
          },
        ],
      },
    },
  });
}

/** What is bundled keeps its licence. */
function writeNotices(modules) {
  const bundled = new Set(
    modules.flatMap((path) => /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1] ?? []),
  );
  const notices = [...bundled].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  writeFileSync(join(target, 'NOTICES.txt'), notices.join('\n----\n\n'));
}

/** The published schemas: of the report, and of configuration and blueprints for editors. */
async function writeSchemas() {
  mkdirSync(join(target, 'schema'));
  for (const [name, schema] of Object.entries(await publishedSchemas()))
    writeFileSync(join(target, `schema/${name}.json`), JSON.stringify(schema));
}

/** Types for users of the library: only the declarations that its entry leads to. `npm run types` is what checks them. */
function writeTypes() {
  const drafts = mkdtempSync(join(tmpdir(), 'plinth-types-'));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.types.json', '--noCheck', '--outDir', drafts], {
    cwd: root,
    stdio: 'inherit',
  });
  const wanted = ['index.d.ts', 'checks/own.d.ts'];
  for (const path of wanted) {
    const text = readFileSync(join(drafts, 'src', path), 'utf8').replaceAll(
      /(from ')(\.[^']+)\.ts'/g,
      (_, from, imported) => {
        const found = join(dirname(path), `${imported}.d.ts`);
        if (!wanted.includes(found)) wanted.push(found);
        return `${from}${imported}.js'`;
      },
    );
    mkdirSync(join(target, 'types', dirname(path)), { recursive: true });
    writeFileSync(join(target, 'types', path), text);
  }
  rmSync(drafts, { recursive: true });
}
