// Writes docs/reference from the code: a page for each check, an index, and the schema of the report. `--check` only tells whether it is current.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';
import { publishedSchemas } from './published-schemas.mjs';
import { searchPage } from './reference-search.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const checkOnly = process.argv.includes('--check');
const stale = [];
const written = new Set();

function write(path, text) {
  written.add(path);
  const full = join(root, path);
  if (existsSync(full) && readFileSync(full, 'utf8') === text) return;
  if (checkOnly) stale.push(path);
  else {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

const languages = [
  [/\.tf$/, 'hcl'],
  [/\.ya?ml$/, 'yaml'],
  [/\.json$/, 'json'],
  [/Dockerfile$/, 'dockerfile'],
];
const usual = { dockerfile: 'dockerfile', terraform: 'hcl', aws: 'hcl', azure: 'hcl', gcp: 'hcl' };

function example(id, given) {
  const fence = (language, text) => `\`\`\`${language}\n${text.replace(/\n*$/, '\n')}\`\`\`\n`;
  if (typeof given === 'string') return fence(usual[id.split('/')[0]] ?? 'yaml', given);
  return Object.entries(given)
    .map(
      ([path, text]) =>
        `\`${path}\`\n\n${fence(languages.find(([ending]) => ending.test(path))?.[1] ?? '', text)}`,
    )
    .join('\n');
}

function list(title, items = []) {
  return items.length > 0
    ? `\n## ${title}\n\n${items.map((item) => `- ${/^https?:/.test(item) ? `<${item}>` : `\`${item}\``}`).join('\n')}\n`
    : '';
}

function page(check) {
  return `# ${check.title}

\`${check.id}\` · ${check.severity} · ${check.dimension} · looks at ${check.visits.of}

${check.why}

## Bad

${example(check.id, check.examples.bad)}
## Good

${example(check.id, check.examples.good)}${list('The same in other tools', check.sameAs)}${list('Controls', check.controls)}${list('Sources', check.sources)}`;
}

function index(checks) {
  const families = [...new Set(checks.map(({ id }) => id.split('/')[0]))];
  const sections = families.map((family) => {
    const rows = checks
      .filter(({ id }) => id.startsWith(`${family}/`))
      .map(
        ({ id, title, severity, dimension }) =>
          `| [\`${id.slice(family.length + 1)}\`](${id}.md) | ${title} | ${severity} | ${dimension} |`,
      );
    return `## ${family}\n\n| check | finds | severity | dimension |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Checks\n\n${checks.length} checks. \`plinth explain <check>\` prints the same, also by another tool's id; [search.html](search.html) searches them by word, control or another tool's id.\n\n${sections.join('\n')}`;
}

const { allChecks } = await load('src/verdict/select-checks.ts');
const checks = [...(await allChecks())].sort((a, b) => (a.id < b.id ? -1 : 1));
for (const check of checks) write(`docs/reference/checks/${check.id}.md`, page(check));
write('docs/reference/checks/README.md', index(checks));
write('docs/reference/checks/search.html', searchPage(checks));

for (const [name, schema] of Object.entries(await publishedSchemas()))
  write(`docs/reference/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);

const reference = join(root, 'docs/reference');
if (existsSync(reference))
  for (const name of readdirSync(reference, { recursive: true, withFileTypes: true })) {
    const path = join(name.parentPath, name.name).slice(root.length);
    if (!name.isFile() || written.has(path)) continue;
    if (checkOnly) stale.push(path);
    else rmSync(join(root, path));
  }
if (stale.length > 0) {
  console.error(
    `stale, run \`npm run gen\`:\n  ${stale.slice(0, 10).join('\n  ')}${stale.length > 10 ? `\n  and ${stale.length - 10} more` : ''}`,
  );
  process.exitCode = 1;
}
