import type { Architecture, Owner } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { charts } from '../charts.ts';
import { repositoryUrl, restsAtWeekends } from '../repository.ts';
import { thisCluster } from './application.ts';
import { clusterKinds, type Kind, platformNamespaces, teamKinds } from './kinds.ts';

/** The walls between the platform and teams: from where, into which namespaces, and what. */
export function projectsOf(
  architecture: Architecture,
  environment: Environment,
  addons: readonly Addon[],
): YamlMap[] {
  const repository = repositoryUrl(architecture);
  const teams = environment.namespaces.map(({ owner }) => owner);
  const chartRepositories = addons.map(({ name }) => charts[name].repository.replace('oci://', ''));
  return [
    project({
      name: 'platform',
      description: 'Add-ons, policies and what all teams share',
      sources: [repository, ...new Set(chartRepositories)],
      namespaces: platformNamespaces(environment, addons),
      cluster: clusterKinds,
      waits: -3,
    }),
    project({
      name: 'tenants',
      description: 'Namespaces of teams: their limits, which teams cannot change',
      sources: [repository],
      namespaces: teams.map(({ name }) => name),
      cluster: [{ group: '', kind: 'Namespace' }],
      waits: -3,
    }),
    ...teams.map((team) => teamProject(architecture, team, repository, environment)),
  ];
}

/** The project of a team, which may be called like one of the platform. */
export function projectOf(team: string): string {
  return `team-${team}`;
}

function teamProject(
  architecture: Architecture,
  { name }: Owner,
  repository: string,
  environment: Environment,
): YamlMap {
  return project({
    name: projectOf(name),
    description: `What ${name} delivers, in its own namespace`,
    sources: [repository],
    namespaces: [name],
    cluster: [],
    kinds: teamKinds(architecture),
    windows: windowsOf(environment),
    waits: -3,
  });
}

/** Where people approve, they choose the time. */
function windowsOf(environment: Environment): YamlMap[] {
  if (!restsAtWeekends(environment)) return [];
  return [
    {
      kind: 'deny',
      schedule: '0 18 * * 5',
      duration: '60h',
      timeZone: 'Etc/UTC',
      applications: ['*'],
      manualSync: true,
    },
  ];
}

interface ProjectParts {
  readonly name: string;
  readonly description: string;
  readonly sources: readonly string[];
  readonly namespaces: readonly string[];
  readonly cluster: readonly Kind[];
  /** kinds in namespaces; all where absent */
  readonly kinds?: readonly Kind[];
  /** when nothing is synced */
  readonly windows?: readonly YamlMap[];
  readonly waits: number;
}

function project(parts: ProjectParts): YamlMap {
  const { name, description, sources, namespaces, cluster, kinds, windows = [], waits } = parts;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name,
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/sync-wave': String(waits) },
    },
    spec: {
      description,
      sourceRepos: [...sources],
      sourceNamespaces: ['argocd'],
      destinations: namespaces.map((namespace) => ({ server: thisCluster, namespace })),
      clusterResourceWhitelist: cluster.map((kind) => ({ ...kind })),
      ...(kinds && { namespaceResourceWhitelist: kinds.map((kind) => ({ ...kind })) }),
      ...(windows.length > 0 && {
        syncWindows: why(
          windows,
          'From Friday evening to Monday morning nothing is released by itself; a person may sync at any time.',
        ),
      }),
      // what nobody delivered is told; in namespaces of the platform AWS puts things of its own
      ...(kinds && { orphanedResources: { warn: true } }),
    },
  };
}

/** The project of the one application that makes all others. */
export function bootstrapProject(architecture: Architecture): YamlMap {
  return project({
    name: 'bootstrap',
    description: 'Makes projects and applications, and nothing else',
    sources: [repositoryUrl(architecture)],
    namespaces: ['argocd'],
    cluster: [],
    kinds: [
      { group: 'argoproj.io', kind: 'Application' },
      { group: 'argoproj.io', kind: 'AppProject' },
    ],
    waits: -4,
  });
}
