import { addonNamespaces } from '../addon-namespaces.ts';
import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { type ManifestSource, manifestSources } from '../kubernetes/sources.ts';
import { monitoringNamespace } from './addons/watching.ts';
import { foundationFolder, settingsFolder } from './repository.ts';

/** The order of what is not an add-on; add-ons are in stages from 1 on. */
export const waves = { foundation: 0, settings: 10, namespaces: 20, datastores: 25, workloads: 30 } as const;

/** A folder of the repository that the platform delivers as it is. */
export interface PlatformFolder {
  readonly name: string;
  readonly path: string;
  readonly namespace: string;
  readonly wave: number;
  /** what has to be there before it, by name */
  readonly after: readonly string[];
  /** other things live in its objects */
  readonly keeps?: true;
}

/** Everything besides add-ons and what belongs to teams. */
export function platformFolders(architecture: Architecture, environment: Environment): PlatformFolder[] {
  const delivery = architecture.delivery.gitops === 'flux' ? 'flux-system' : 'argocd';
  const sources = manifestSources(architecture, environment);
  const shared = sources.filter(({ kind }) => kind === 'cluster');
  return [
    {
      name: 'foundation',
      path: foundationFolder(environment),
      namespace: 'kube-system',
      wave: waves.foundation,
      after: [],
      keeps: true,
    },
    {
      name: 'admission',
      path: `policy/admission/overlays/${environment.standsFor ?? environment.name}`,
      namespace: 'kube-system',
      wave: waves.settings,
      after: ['foundation'],
    },
    ...shared.map(({ path }) => ({
      name: 'shared',
      path,
      namespace: 'kube-system',
      wave: waves.settings,
      after: ['foundation'],
      keeps: true as const,
    })),
    {
      name: 'settings',
      path: settingsFolder(environment),
      namespace: delivery,
      wave: waves.settings,
      after: ['foundation'],
    },
    {
      name: 'observability',
      path: `observability/${environment.name}`,
      namespace: monitoringNamespace,
      wave: waves.settings,
      after: ['foundation'],
    },
    ...hostedFolders(sources),
  ];
}

/** What the delivery of a hosted datastore is called. */
export function folderOfDatastore({ name }: Pick<ManifestSource, 'name'>): string {
  return `${addonNamespaces.data}-${name}`;
}

/** The namespace of hosted datastores, and then each of them; none goes with its folder, as data would go with it. */
function hostedFolders(sources: readonly ManifestSource[]): PlatformFolder[] {
  const namespace = addonNamespaces.data;
  return sources.flatMap(({ kind, name, path }): PlatformFolder[] => {
    const common = { path, namespace, keeps: true } as const;
    if (kind === 'data-namespace')
      return [{ ...common, name: namespace, wave: waves.namespaces, after: ['admission', 'shared'] }];
    return kind === 'datastore'
      ? [{ ...common, name: folderOfDatastore({ name }), wave: waves.datastores, after: [namespace] }]
      : [];
  });
}
