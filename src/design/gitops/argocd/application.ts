import type { Architecture, Owner } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { why, type YamlMap, type YamlValue } from '../../yaml/yaml.ts';
import { isApproved } from '../repository.ts';
import { subscriptions } from './notifications.ts';

/** The cluster that Argo CD itself runs in: each environment has an Argo CD of its own. */
export const thisCluster = 'https://kubernetes.default.svc';

export interface ApplicationParts {
  readonly name: string;
  readonly project: string;
  readonly namespace: string;
  /** who is told */
  readonly owner: Owner;
  /** the order in which applications are made; each waits until those before are healthy */
  readonly wave: number;
  readonly sources: readonly YamlMap[];
  readonly ignore?: readonly YamlMap[];
  /** what has to get there in the end, however long others take */
  readonly keepsTrying?: true;
  /** what must not go with its application, because other things live in it */
  readonly keepsObjects?: true;
}

/** An Application: synced by itself, or by hand where an environment asks for approvals. */
export function applicationOf(
  parts: ApplicationParts,
  environment: Environment,
  architecture: Architecture,
): YamlMap {
  const { name, project, namespace, owner, wave, sources, ignore } = parts;
  const [only] = sources;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: 'argocd',
      labels: {
        'app.kubernetes.io/part-of': architecture.name,
        'plinth.dev/environment': environment.name,
        'plinth.dev/owner': owner.name,
      },
      annotations: {
        'argocd.argoproj.io/sync-wave': String(wave),
        ...(isApproved(environment) && {
          'argocd.argoproj.io/sync-options': why(
            'Prune=confirm',
            'Deleted from Git, it goes only once a person says so.',
          ),
        }),
        ...subscriptions(owner),
      },
      ...(parts.keepsObjects ? {} : { finalizers: ['resources-finalizer.argocd.argoproj.io'] }),
    },
    spec: {
      project,
      ...(sources.length === 1 ? { source: only! } : { sources: [...sources] }),
      destination: { server: thisCluster, namespace },
      revisionHistoryLimit: 10,
      syncPolicy: syncPolicyOf(environment, parts.keepsTrying),
      ...(ignore && ignore.length > 0 && { ignoreDifferences: [...ignore] }),
    },
  };
}

function syncPolicyOf(environment: Environment, keepsTrying = false): YamlValue {
  const policy = {
    ...(isApproved(environment) ? {} : { automated: { prune: true, selfHeal: true, allowEmpty: false } }),
    syncOptions: [
      'ServerSideApply=true',
      'ApplyOutOfSyncOnly=true',
      'RespectIgnoreDifferences=true',
      'FailOnSharedResource=true',
      'PruneLast=true',
    ],
    retry: {
      ...(isApproved(environment)
        ? { limit: 5 }
        : {
            limit: limitOf(keepsTrying),
            refresh: why(true, 'Tries again what is newest, not what failed.'),
          }),
      backoff: { duration: '15s', factor: 2, maxDuration: '5m' },
    },
  };
  return isApproved(environment)
    ? why(
        policy,
        `Not automated: ${environment.name} asks for ${environment.approvals} ${environment.approvals === 1 ? 'approval' : 'approvals'}, and who approves syncs.`,
      )
    : policy;
}

/** The one that makes all others waits for what people fill in, such as a secret; it would stay away after its last try. */
function limitOf(keepsTrying: boolean): YamlValue {
  return keepsTrying ? why(-1, 'Until it is done.') : 10;
}
