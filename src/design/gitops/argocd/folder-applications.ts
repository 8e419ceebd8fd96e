import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { type ManifestSource, manifestSources } from '../../kubernetes/sources.ts';
import { isFixed } from '../../kubernetes/workload/autoscaler.ts';
import { controllerKindOf } from '../../kubernetes/workload/controller-kind.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import { platformFolders, waves } from '../platform-folders.ts';
import { repositoryUrl } from '../repository.ts';
import { applicationOf } from './application.ts';
import { projectOf } from './projects.ts';

/** Folders that the platform looks after, besides add-ons. @param wanted by their names */
export function platformApplications(
  architecture: Architecture,
  environment: Environment,
  wanted: (name: string) => boolean,
): YamlMap[] {
  return platformFolders(architecture, environment)
    .filter(({ name }) => wanted(name))
    .map(({ name, path, namespace, wave, keeps }) =>
      applicationOf(
        {
          name,
          project: 'platform',
          namespace,
          owner: architecture.owner,
          wave,
          sources: [folder(architecture, path)],
          ...(keeps && { keepsObjects: true }),
        },
        environment,
        architecture,
      ),
    );
}

/** An application for the namespace of each team, and for each of its workloads. */
export function teamApplications(
  architecture: Architecture,
  environment: Environment,
  wanted: (source: ManifestSource) => boolean,
): readonly (readonly [team: string, applications: readonly YamlMap[]])[] {
  const all = manifestSources(architecture, environment);
  return environment.namespaces.map(({ name, owner }) => [
    name,
    all
      .filter((source) => source.namespace === name && wanted(source))
      .map((source) => {
        const isNamespace = source.kind === 'namespace';
        return applicationOf(
          {
            // with a dot, which no add-on has in its name
            name: isNamespace ? `${name}.namespace` : `${name}.${source.name}`,
            project: isNamespace ? 'tenants' : projectOf(name),
            namespace: name,
            owner,
            wave: isNamespace ? waves.namespaces : waves.workloads,
            sources: [folder(architecture, source.path, source)],
            ...(isNamespace
              ? { keepsObjects: true }
              : { ignore: ownedElsewhere(architecture, environment, source) }),
          },
          environment,
          architecture,
        );
      }),
  ]);
}

/**
 * How many replicas there are is up to autoscalers and office hours, and which version a Service leads to up to Argo
 * Rollouts. A number that is in Git for good is not left alone: a change of it would never arrive.
 */
function ownedElsewhere(
  architecture: Architecture,
  environment: Environment,
  { name }: ManifestSource,
): YamlMap[] {
  const service = environment.services.find((one) => one.name === name);
  if (!service) return [];
  const isCounted = !isFixed(service, { architecture }) || environment.schedule !== undefined;
  const { apiVersion, kind } = controllerKindOf(service);
  return [
    ...(isCounted ? [{ group: apiVersion.split('/')[0]!, kind, jsonPointers: ['/spec/replicas'] }] : []),
    ...(kind === 'Rollout'
      ? [{ kind: 'Service', jsonPointers: ['/spec/selector/rollouts-pod-template-hash'] }]
      : []),
  ];
}

function folder(architecture: Architecture, path: string, chart?: ManifestSource): YamlMap {
  return {
    repoURL: repositoryUrl(architecture),
    targetRevision: architecture.delivery.branch,
    path,
    ...(chart?.values && { helm: { releaseName: chart.name, valueFiles: [...chart.values] } }),
  };
}
