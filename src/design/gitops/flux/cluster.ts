import type { Architecture } from '../../architecture.ts';
import type { Environment, Namespace } from '../../environment.ts';
import { type ManifestSource, manifestSources } from '../../kubernetes/sources.ts';
import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml, yamlStream } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { objectFiles, objectFolder } from '../addon-files.ts';
import { platformFolders } from '../platform-folders.ts';
import { addonFolder, clusterFolder } from '../repository.ts';
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
  const teams = environment.namespaces;
  const files = new FileSet()
    .add(
      `${folder}/root.yaml`,
      yamlStream([gitRepository(architecture, environment, 'flux-system'), root(folder)]),
    )
    .add(`${folder}/platform.yaml`, yamlStream(platformOf(architecture, environment, addons)))
    .add(`${folder}/addons.yaml`, yamlStream(addons.flatMap((addon) => addonOf(addon, environment, addons))))
    .add(`${folder}/teams.yaml`, yamlStream(teamsOf(architecture, environment, addons)))
    .add(
      `${folder}/kustomization.yaml`,
      kustomization(['root.yaml', 'platform.yaml', 'addons.yaml', 'teams.yaml']),
    );
  if (kept.length > 0)
    files.add(
      `observability/${environment.name}/values/kustomization.yaml`,
      yaml({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        configMapGenerator: kept.map(({ name }) => valuesMap(`${name}-values-observability`, `${name}.yaml`)),
      }),
    );
  for (const team of teams) files.addAll(tenantFiles(architecture, environment, team));
  return files.files;
}

function root(folder: string): YamlMap {
  return fluxKustomization({ ...platform, name: 'root', path: folder, after: [], keeps: true });
}

function platformOf(
  architecture: Architecture,
  environment: Environment,
  addons: readonly Addon[],
): YamlMap[] {
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
    ...values,
    ...platformFolders(architecture, environment).map(({ name, path, after, keeps }) =>
      fluxKustomization({
        ...platform,
        name,
        path,
        // settings hold objects whose kinds add-ons bring
        after: name === 'foundation' ? [] : [...after, ...needs(name, addons)],
        ...(keeps && { keeps }),
      }),
    ),
  ];
}

function needs(folder: string, addons: readonly Addon[]): string[] {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    settings: ['external-secrets', 'prometheus-operator-crds'],
    observability: ['kube-prometheus-stack'],
    shared: ['aws-load-balancer-controller', 'cert-manager'],
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
function teamsOf(architecture: Architecture, environment: Environment, addons: readonly Addon[]): YamlMap[] {
  const sources = manifestSources(architecture, environment);
  const ready = addons
    .map(({ name }) => name)
    .filter((name) =>
      ['external-secrets', 'istiod', 'linkerd-control-plane', 'argo-rollouts'].includes(name),
    );
  return environment.namespaces.flatMap(({ name }) => [
    ...sources
      .filter(({ kind, namespace }) => kind === 'namespace' && namespace === name)
      .map(({ path }) =>
        fluxKustomization({
          ...platform,
          name: `${name}-namespace`,
          path,
          after: ['foundation', 'admission', ...ready],
          keeps: true,
        }),
      ),
    fluxKustomization({
      ...platform,
      name: `${name}-tenant`,
      path: tenantFolder(environment, name),
      after: [`${name}-namespace`],
    }),
  ]);
}

function tenantFolder(environment: Environment, team: string): string {
  return `gitops/tenants/${team}/${environment.name}`;
}

/** A team's account, its view of the repository, and a Kustomization or release for each of its workloads. */
function tenantFiles(
  architecture: Architecture,
  environment: Environment,
  { name, owner }: Namespace,
): Files {
  const folder = tenantFolder(environment, name);
  const workloads = manifestSources(architecture, environment).filter(
    ({ kind, namespace }) => kind === 'workload' && namespace === name,
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
    .add(`${folder}/workloads.yaml`, yamlStream(workloads.map((source) => workloadOf(source, name))))
    .add(`${folder}/kustomization.yaml`, kustomization(['rights.yaml', 'source.yaml', 'workloads.yaml']))
    .files;
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
