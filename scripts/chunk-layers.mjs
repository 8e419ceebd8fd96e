// Which modules go into one chunk. A layer is what its entries need; a module is of the first layer that has it. So layers only
// need those above them: what a run loads is evaluated in order, in few files, as opening one costs as much as parsing 30 KB.

const family = (name) => `src/checks/generated/${name}.ts`;
const reader = (name) => `src/read/${name}/${name}-reader.ts`;

/** @type {readonly { name: string, needs: readonly string[], also?: readonly string[] }[]} with `also`, only what both need */
const layers = [
  // all that `plinth --version` loads
  { name: 'version', needs: ['src/version.ts'] },
  { name: 'words', needs: ['src/cli/program.ts'], also: ['src/operations/verify.ts'] },
  { name: 'command-line', needs: ['src/cli/program.ts'] },
  { name: 'own', needs: ['src/checks/own.ts'] },
  { name: 'yaml', needs: ['node_modules/js-yaml/dist/js-yaml.mjs'] },
  {
    name: 'verify',
    needs: [
      'src/operations/verify.ts',
      'src/operations/verify-command.ts',
      'src/report/text/text.ts',
      family('contracts'),
      // small parts of several readers and families of checks
      'src/read/environment.ts',
      'src/syntax/secret.ts',
      'src/syntax/wildcard.ts',
      'src/syntax/shell/certificates.ts',
      'src/syntax/shell/downloads.ts',
      'src/graph/deploy-commands.ts',
      'src/graph/pipeline-secrets.ts',
      'src/graph/terraform-runs.ts',
    ],
  },
  { name: 'kubernetes', needs: [reader('kubernetes'), family('kubernetes'), 'src/graph/gitops/folders.ts'] },
  { name: 'terraform', needs: [reader('terraform'), family('terraform')] },
  {
    name: 'clouds',
    needs: [
      'src/graph/terraform/companions.ts',
      'src/graph/terraform/provider-major.ts',
      'src/graph/terraform/known-ports.ts',
      'src/graph/terraform/written-secrets.ts',
    ],
  },
  { name: 'aws', needs: [family('aws')] },
  { name: 'azure', needs: [family('azure')] },
  { name: 'gcp', needs: [family('gcp')] },
  ...['dockerfile', 'github-actions', 'gitlab-ci'].map((name) => ({
    name,
    needs: [reader(name), family(name)],
  })),
];

/** A plugin that learns which module imports which, and the groups of chunks for rolldown. @param {string} root */
export function chunkLayers(root) {
  /** @type {Map<string, readonly string[]>} */
  const imports = new Map();
  let layerOf;
  const settle = () => {
    layerOf ??= assign(root, imports);
    return layerOf;
  };
  return {
    plugin: {
      name: 'chunk-layers',
      buildEnd() {
        for (const id of this.getModuleIds()) imports.set(id, this.getModuleInfo(id)?.importedIds ?? []);
      },
    },
    groups: layers.map(({ name }, at) => ({
      name,
      test: (id) => settle().get(id) === name,
      priority: layers.length - at + 1,
    })),
  };
}

function assign(root, imports) {
  const result = new Map();
  const needed = (paths) => {
    const found = new Set();
    const visit = (id) => {
      if (found.has(id)) return;
      found.add(id);
      imports.get(id)?.forEach(visit);
    };
    for (const path of paths) {
      if (!imports.has(root + path))
        throw new Error(`scripts/chunk-layers.mjs names ${path}, which is not there`);
      visit(root + path);
    }
    return found;
  };
  for (const { name, needs, also } of layers) {
    const both = also && needed(also);
    for (const id of needed(needs)) if ((both?.has(id) ?? true) && !result.has(id)) result.set(id, name);
  }
  return result;
}
