import type { Architecture } from '../../architecture.ts';
import { restrictedContainer } from '../../restricted.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { argoNotifications } from '../argocd/notifications.ts';
import { projectOf } from '../argocd/projects.ts';
import { charts } from '../charts.ts';
import { critical, onSystemNodes, resources } from '../placement.ts';
import { usesRegistry } from '../repository.ts';

/** Argo CD, which keeps itself as Git says as well. */
export function argoCd(architecture: Architecture): Addon {
  return {
    name: 'argo-cd',
    namespace: 'argocd',
    does: 'Makes the cluster what Git says. First installed by hand (gitops/README.md), then kept by itself.',
    after: ['prometheus-operator-crds'],
    values: valuesOf(architecture),
    valuesIn: ({ name, dns, production }) => ({
      global: { domain: `argocd.${dns.privateZone}` },
      configs: {
        cm: {
          'ui.bannercontent': production ? `${name}: what is synced here reaches people` : name,
          'ui.bannerpermanent': 'true',
        },
      },
    }),
  };
}

function valuesOf(architecture: Architecture): YamlMap {
  const { owners, owner } = architecture;
  const metrics = { enabled: true, serviceMonitor: { enabled: true } };
  const ready = { readinessProbe: { enabled: true }, livenessProbe: { enabled: true } };
  const pdb = { enabled: true, maxUnavailable: 1 };
  return {
    crds: { install: true, keep: true },
    global: {
      ...critical,
      ...onSystemNodes,
      logging: { format: 'json' },
      networkPolicy: { create: true, defaultDenyIngress: true },
    },
    configs: {
      params: { 'application.namespaces': '', 'controller.diff.server.side': 'true' },
      cm: {
        // people come through single sign-on, set as dex.config or oidc.config; there is no password to share
        'admin.enabled': 'false',
        'exec.enabled': 'false',
        'timeout.reconciliation': '180s',
        'resource.customizations.health.argoproj.io_Application': healthOfApplication,
      },
      rbac: {
        // who is signed in may look at what its own team has, and at nothing else
        'policy.default': '',
        'policy.csv': rightsOf(
          owners.map(({ name }) => name),
          owner.name,
        ),
        scopes: '[groups]',
      },
      ...registries(architecture),
    },
    controller: { replicas: 1, metrics, resources: resources('250m', '1Gi') },
    repoServer: { replicas: 2, pdb, metrics, resources: resources('100m', '512Mi') },
    server: {
      replicas: 2,
      pdb,
      metrics,
      resources: resources('50m', '256Mi'),
      // reached by port-forward, or by an Ingress for the private network that a person adds
      service: { type: 'ClusterIP' },
    },
    applicationSet: { replicas: 2, pdb, metrics, ...ready, resources: resources('25m', '128Mi') },
    notifications: {
      metrics,
      resources: resources('25m', '128Mi'),
      ...argoNotifications,
    },
    // nobody asks whether it is ready: until somebody sets dex.config it runs, and answers nobody
    dex: { metrics, resources: resources('25m', '96Mi') },
    redis: {
      ...ready,
      resources: resources('50m', '128Mi'),
      containerSecurityContext: restrictedContainer,
      metrics,
      exporter: { enabled: true, ...ready, resources: resources('10m', '32Mi') },
    },
    redisSecretInit: { resources: resources('25m', '64Mi') },
  };
}

/** Applications of applications wait for each other only where Argo CD is told what a healthy one is. */
const healthOfApplication = `hs = { status = "Progressing", message = "" }
if obj.status ~= nil and obj.status.health ~= nil then
  hs.status = obj.status.health.status
  if obj.status.health.message ~= nil then
    hs.message = obj.status.health.message
  end
end
return hs
`;

/** Groups of single sign-on are named as teams are. */
function rightsOf(teams: readonly string[], platform: string): string {
  const lines = teams.flatMap((team) => [
    `p, role:${projectOf(team)}, applications, get, ${projectOf(team)}/*, allow`,
    `p, role:${projectOf(team)}, applications, sync, ${projectOf(team)}/*, allow`,
    `p, role:${projectOf(team)}, logs, get, ${projectOf(team)}/*, allow`,
    `g, ${team}, role:${projectOf(team)}`,
  ]);
  const all = ['applications', 'projects', 'repositories', 'clusters', 'logs'].map(
    (what) => `p, role:platform, ${what}, get, *, allow`,
  );
  return `${[...lines, ...all, 'p, role:platform, applications, sync, *, allow', `g, ${platform}, role:platform`].join('\n')}\n`;
}

/** Charts in a registry rather than in a Helm repository have to be declared. */
function registries(architecture: Architecture): YamlMap {
  if (!usesRegistry(architecture)) return {};
  return {
    repositories: {
      karpenter: {
        type: 'helm',
        name: 'karpenter',
        url: charts.karpenter.repository.replace('oci://', ''),
        enableOCI: 'true',
      },
    },
  };
}
