import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Architecture } from '../../architecture.ts';
import type { Environment, Namespace } from '../../environment.ts';
import { type ManifestSource, manifestSources } from '../../kubernetes/sources.ts';
import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml, yamlStream } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { objectFiles, objectFolder } from '../addon-files.ts';
import { type Held, heldIn, holdsBack } from '../held.ts';
import { platformFolders } from '../platform-folders.ts';
import { activationFolder, addonFolder, clusterFolder } from '../repository.ts';
import { fluxRepository } from '../settings.ts';
import { valuesMap } from './addon-release.ts';
import { fluxKustomization } from './kustomization.ts';
import { gitRepository } from './source.ts';
import { deliverer, tenantRights } from './tenant.ts';
import { workloadRelease } from './workload-release.ts';

const platform = { namespace: 'flux-system', account: 'kustomize-controller', source: 'platform' } as const;

/** Everything that Flux of one environment reads, and the order of it. */
export function fluxCluster(
  architecture: Architecture,
  environment: Environment,
  addons: readonly Addon[],
): Files {
  const folder = clusterFolder(environment);
  const kept = addons.filter(({ valuesKeptIn }) => valuesKeptIn);
  const held = heldIn(architecture, environment);
  const parts = partsOf(architecture, environment, addons);
  const files = new FileSet().add(
    `${folder}/root.yaml`,
    yamlStream([gitRepository(architecture, environment, 'flux-system'), root(folder)]),
  );
  const standing = parts.map(([name, all]) => [name, all.filter((one) => !one.held)] as const);
  files.addAll(folderOf(folder, standing, ['root.yaml']));
  if (kept.length > 0)
    files.add(
      `observability/${environment.name}/values/kustomization.yaml`,
      yaml({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        configMapGenerator: kept.map(({ name }) => valuesMap(`${name}-values-observability`, `${name}.yaml`)),
      }),
    );
  for (const team of environment.namespaces) files.addAll(tenantFiles(architecture, environment, team, held));
  if (!holdsBack(architecture, environment)) return files.files;
  const later = activationFolder(environment);
  const rest = parts.map(([name, all]) => [name, all.filter((one) => one.held)] as const);
  return files
    .add(
      `${later}/activate.yaml`,
      yaml(
        fluxKustomization({ ...platform, name: 'activated', path: `${later}/held`, after: ['root'] }),
        `Applied by a person once ${environment.standsFor} is lost (docs/disaster-recovery.md): then the rest is delivered.`,
      ),
    )
    .addAll(folderOf(`${later}/held`, rest, [])).files;
}

/** An object that Flux is given, and whether it is held back. */
interface Given {
  readonly object: YamlMap;
  readonly held: boolean;
}

type GivenParts = readonly (readonly [file: string, all: readonly Given[]])[];

function partsOf(architecture: Architecture, environment: Environment, addons: readonly Addon[]): GivenParts {
  const held = heldIn(architecture, environment);
  const isWatcher = (name: string) => addons.some((one) => one.name === name && held.addon(one));
  return [
    ['platform', platformOf(architecture, environment, addons)],
    [
      'addons',
      addons.flatMap((addon) =>
        addonOf(addon, environment, addons).map((object) => ({ object, held: isWatcher(addon.name) })),
      ),
    ],
    ['teams', teamsOf(architecture, environment, addons)],
  ];
}

function folderOf(
  folder: string,
  parts: readonly (readonly [file: string, all: readonly Given[]])[],
  others: readonly string[],
): Files {
  const files = new FileSet();
  const filled = parts.filter(([, all]) => all.length > 0);
  for (const [name, all] of filled)
    files.add(`${folder}/${name}.yaml`, yamlStream(all.map(({ object }) => object)));
  return files.add(
    `${folder}/kustomization.yaml`,
    kustomization([...others, ...filled.map(([name]) => `${name}.yaml`)]),
  ).files;
}

function root(folder: string): YamlMap {
  return fluxKustomization({ ...platform, name: 'root', path: folder, after: [], keeps: true });
}

function platformOf(architecture: Architecture, environment: Environment, addons: readonly Addon[]): Given[] {
  const held = heldIn(architecture, environment);
  const values = addons.some(({ valuesKeptIn }) => valuesKeptIn)
    ? [
        fluxKustomization({
          ...platform,
          name: 'observability-values',
          path: `observability/${environment.name}/values`,
          after: [],
        }),
      ]
    : [];
  return [
    ...values.map((object) => ({ object, held: held.folder('observability') })),
    ...platformFolders(architecture, environment).map(({ name, path, after, keeps }) => ({
      held: held.folder(name),
      object: fluxKustomization({
        ...platform,
        name,
        path,
        // settings hold objects whose kinds add-ons bring
        after: name === 'foundation' ? [] : [...after, ...needs(name, addons)],
        ...(keeps && { keeps }),
      }),
    })),
  ];
}

function needs(folder: string, addons: readonly Addon[]): string[] {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    settings: ['external-secrets', 'prometheus-operator-crds'],
    observability: ['kube-prometheus-stack'],
    shared: ['aws-load-balancer-controller', 'cert-manager'],
    [addonNamespaces.data]: [
      'external-secrets',
      'prometheus-operator-crds',
      'cloudnative-pg',
      'plugin-barman-cloud',
      'velero',
    ],
  };
  return addons.map(({ name }) => name).filter((name) => wanted[folder]?.includes(name));
}

function addonOf(addon: Addon, environment: Environment, addons: readonly Addon[]): YamlMap[] {
  const release = fluxKustomization({
    ...platform,
    name: addon.name,
    path: addonFolder(addon.name, environment),
    after: [
      'foundation',
      ...(addon.valuesKeptIn ? ['observability-values'] : []),
      ...addon.after.filter((name) => addons.some((one) => one.name === name)),
    ],
  });
  if (!addon.objectsAfter || objectFiles(addon, environment).length === 0) return [release];
  // Flux applies nothing of a folder in which it does not know a kind
  const objects = fluxKustomization({
    ...platform,
    name: `${addon.name}-objects`,
    path: objectFolder(addon, environment),
    after: [addon.name],
  });
  return [release, objects];
}

/** The namespace of each team, and then what may be delivered into it. */
function teamsOf(architecture: Architecture, environment: Environment, addons: readonly Addon[]): Given[] {
  const held = heldIn(architecture, environment);
  const sources = manifestSources(architecture, environment);
  const ready = addons
    .map(({ name }) => name)
    .filter((name) =>
      [
        'external-secrets',
        'vault',
        'istiod',
        'linkerd-control-plane',
        'argo-rollouts',
        // both are asked about each Ingress and each pod
        'aws-load-balancer-controller',
        'ingress-nginx',
        'ingress-nginx-internal',
      ].includes(name),
    );
  return environment.namespaces.flatMap(({ name }): Given[] => {
    const mine = sources.filter(({ kind, namespace }) => kind === 'workload' && namespace === name);
    const waiting = mine.filter(held.source);
    return [
      ...sources
        .filter(({ kind, namespace }) => kind === 'namespace' && namespace === name)
        .map(({ path }) => ({
          held: false,
          object: fluxKustomization({
            ...platform,
            name: `${name}-namespace`,
            path,
            // pods name the priorities that all share
            after: ['foundation', 'admission', 'shared', ...ready],
            keeps: true,
          }),
        })),
      {
        held: false,
        object: fluxKustomization({
          ...platform,
          name: `${name}-tenant`,
          path: tenantFolder(environment, name),
          after: [`${name}-namespace`],
        }),
      },
      ...waiting.map((source) => ({ held: true, object: workloadOf(source, name) })),
    ];
  });
}

function tenantFolder(environment: Environment, team: string): string {
  return `gitops/tenants/${team}/${environment.name}`;
}

/** A team's account, its view of the repository, and a Kustomization or release for each of its workloads. */
function tenantFiles(
  architecture: Architecture,
  environment: Environment,
  { name, owner }: Namespace,
  held: Held,
): Files {
  const folder = tenantFolder(environment, name);
  const workloads = manifestSources(architecture, environment).filter(
    (one) => one.kind === 'workload' && one.namespace === name && !held.source(one),
  );
  return new FileSet()
    .add(
      `${folder}/rights.yaml`,
      yamlStream(
        tenantRights(architecture, name),
        `With these rights Flux applies what ${owner.name} writes: in its own namespace, and nothing that limits it.`,
      ),
    )
    .add(
      `${folder}/source.yaml`,
      yamlStream([...fluxRepository(name, environment), gitRepository(architecture, environment, name)]),
    )
    .addAll(
      folderOf(
        folder,
        [['workloads', workloads.map((source) => ({ object: workloadOf(source, name), held: false }))]],
        ['rights.yaml', 'source.yaml'],
      ),
    ).files;
}

function workloadOf(source: ManifestSource, namespace: string): YamlMap {
  if (source.values) return workloadRelease(source, namespace);
  return fluxKustomization({
    name: source.name,
    namespace,
    path: source.path,
    after: [],
    account: deliverer,
    source: 'platform',
    targetNamespace: namespace,
  });
}

function kustomization(resources: readonly string[]): string {
  return yaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });
}
