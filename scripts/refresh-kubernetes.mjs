// Writes data/kubernetes/schemas.ts from the Kubernetes JSON schemas that the registry package `kubernetes-validate`
// carries, one set a minor version: node scripts/refresh-kubernetes.mjs [--release 1.37.0]
// Needs python3 with pip. The format is described at the head of the file that it writes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { release: { type: 'string', default: '1.37.0' } } });
/** The last release that still carries the versions before 1.25: they say what was removed when. */
const releases = ['1.24.1', values.release];
const oldestMinor = 15;

/** Fields that the schemas call required and the API server fills in or does without. */
const notRequired = new Set([
  'rbac.v1.RoleRef.apiGroup',
  'apps.v1.StatefulSetSpec.serviceName',
  'batch.v1.PodFailurePolicyRule.onPodConditions',
  'core.v1.HTTPHeader.value',
  'core.v1.ISCSIPersistentVolumeSource.lun',
  'core.v1.ISCSIVolumeSource.lun',
  'core.v1.ProjectedVolumeSource.sources',
  'core.v1.Taint.effect',
  'discovery.v1.EndpointSlice.endpoints',
  'networking.v1.NetworkPolicySpec.podSelector',
  'scheduling.v1.PriorityClass.value',
]);

/** Definitions that stand for a value of their own form. */
const scalars = {
  'api.resource.Quantity': 'quantity',
  'util.intstr.IntOrString': 'int-or-string',
  'meta.v1.Time': 'string',
  'meta.v1.MicroTime': 'string',
  'meta.v1.Duration': 'string',
};

/** minor → the definitions of that version */
function download() {
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-schemas-'));
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--no-compile', '--target'];
  const sets = new Map();
  for (const release of releases) {
    execFileSync('python3', [...pip, join(folder, release), `kubernetes-validate==${release}`], {
      stdio: 'inherit',
    });
    const schemas = join(folder, release, 'kubernetes_validate', 'kubernetes-json-schema');
    for (const name of readdirSync(schemas)) {
      const minor = Number(/^v1\.(\d+)\.0-local$/.exec(name)?.[1]);
      if (!(minor >= oldestMinor)) continue;
      const file = JSON.parse(readFileSync(join(schemas, name, '_definitions.json'), 'utf8'));
      sets.set(minor, file.$defs ?? file.definitions);
    }
  }
  rmSync(folder, { recursive: true });
  return sets;
}

/** `io.k8s.api.apps.v1.DeploymentSpec` becomes `apps.v1.DeploymentSpec`. */
function shorten(name) {
  return name.split('.').slice(-3).join('.');
}

function typeOf(schema, definitions) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1);
    const short = shorten(name);
    if (scalars[short]) return scalars[short];
    const { properties, type } = definitions[name];
    if (properties || /^(All|Basic|Single|Composite)/.test(name.split('.').at(-1))) return short;
    return type === undefined || type.includes('object') ? 'any' : 'string';
  }
  const type = [schema.type].flat().find((name) => name !== 'null');
  if (type === 'array') return `[${typeOf(schema.items, definitions)}]`;
  if (type === 'object')
    return schema.additionalProperties ? `{${typeOf(schema.additionalProperties, definitions)}}` : 'any';
  if (type === 'string' && schema.format === 'byte') return 'base64';
  if (type === undefined) return 'any';
  return type;
}

/** key → (reading → minors it holds in) */
class Ledger {
  entries = new Map();
  note(key, reading, minor) {
    const readings = this.entries.get(key) ?? new Map();
    this.entries.set(key, readings);
    readings.set(reading, [...(readings.get(reading) ?? []), minor]);
  }
}

/** Ranges of minors, said only where they are not all of `whole`. */
function ranges(minors, whole) {
  if (minors.length === whole.length) return [''];
  const runs = [];
  for (const minor of minors) {
    const run = runs.at(-1);
    if (run && whole.indexOf(minor) === whole.indexOf(run.at(-1)) + 1) run.push(minor);
    else runs.push([minor]);
  }
  return runs.map((run) => {
    const from = run[0] === whole[0] ? '' : run[0];
    const to = run.at(-1) === whole.at(-1) ? '' : run.at(-1);
    return `@${from}-${to}`;
  });
}

const sets = download();
const minors = [...sets.keys()].sort((a, b) => a - b);
const kinds = new Ledger();
const objects = new Map();
const present = new Map();

for (const minor of minors) {
  const $defs = sets.get(minor);
  const wanted = [];
  for (const [name, definition] of Object.entries($defs)) {
    const short = shorten(name);
    const metadata = definition.properties?.metadata?.$ref ?? '';
    if (!metadata.endsWith('.ObjectMeta') || !definition.properties.kind) continue;
    for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      kinds.note(`${group ? `${group}/` : ''}${version} ${kind}`, short, minor);
      wanted.push(name);
    }
  }
  const seen = new Set();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const definition = $defs[name];
    if (seen.has(name) || !definition || scalars[shorten(name)]) continue;
    seen.add(name);
    const short = shorten(name);
    present.set(short, [...(present.get(short) ?? []), minor]);
    const ledger = objects.get(short) ?? new Ledger();
    objects.set(short, ledger);
    for (const [field, schema] of Object.entries(definition.properties ?? {})) {
      const status = field === 'status' && definition.properties.kind && definition.properties.metadata;
      // what the cluster writes is not held against its schema
      const type = status || field === 'managedFields' ? 'any' : typeOf(schema, $defs);
      const required = definition.required?.includes(field) && !notRequired.has(`${short}.${field}`);
      ledger.note(field, `${type}${required ? '!' : ''}`, minor);
      if (status || field === 'managedFields') continue;
      for (let inner = schema; inner; inner = inner.items ?? inner.additionalProperties)
        if (inner.$ref) wanted.push(inner.$ref.split('/').at(-1));
    }
  }
}

const lines = [];
for (const [key, readings] of [...kinds.entries].sort(([a], [b]) => (a < b ? -1 : 1)))
  for (const [short, held] of readings)
    for (const range of ranges(held, minors)) lines.push(`${key} ${short}${range}`);
lines.push('');
for (const [short, ledger] of [...objects].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const fields = [];
  for (const [field, readings] of [...ledger.entries].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [reading, held] of readings)
      for (const range of ranges(held, present.get(short))) fields.push(`${field}=${reading}${range}`);
  lines.push([short, ...fields].join(' '));
}

const text = `${lines.join('\n')}\n`;
if (/[\\`]|\$\{/.test(text)) throw new Error('a name needs escaping');
writeFileSync(
  new URL('../data/kubernetes/schemas.ts', import.meta.url),
  `// Generated by scripts/refresh-kubernetes.mjs from kubernetes-validate ${releases.join(' and ')} (the OpenAPI definitions of Kubernetes
// 1.${minors[0]}.0 to 1.${minors.at(-1)}.0); do not edit. One text, because a text costs nothing at start-up until it is read.
//
// First the kinds, one a line: apiVersion, kind, its object. Then the objects, one a line: name, then field=type.
// Types: string integer number boolean quantity int-or-string base64 any, [list], {map}, or an object's name; "!" marks
// required; "@27-31" says in which minor versions of those that have the object (an open end: the first or last of them).

/** Minor versions of Kubernetes 1 that are described. */
export const minors: readonly number[] = [${minors.join(', ')}];

export const schemas = \`${text}\`;
`,
);
console.log(
  `${minors.length} versions, ${kinds.entries.size} kinds, ${objects.size} objects, ${text.length} bytes`,
);
