import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { objectFiles, objectFolder, valueFiles } from '../addon-files.ts';
import { charts } from '../charts.ts';
import { repositoryUrl } from '../repository.ts';
import { applicationOf } from './application.ts';

/** What controllers write into objects of their charts after they were made. */
const written: Readonly<Partial<Record<Addon['name'], readonly YamlMap[]>>> = {
  // the chart makes certificates anew whenever it is rendered; those in the cluster stay
  'aws-load-balancer-controller': [
    { kind: 'Secret', name: 'aws-load-balancer-tls', jsonPointers: ['/data'] },
    ...['Mutating', 'Validating'].map((which) => ({
      group: 'admissionregistration.k8s.io',
      kind: `${which}WebhookConfiguration`,
      jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
    })),
  ],
  istiod: ['Mutating', 'Validating'].map((which) => ({
    group: 'admissionregistration.k8s.io',
    kind: `${which}WebhookConfiguration`,
    jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle', '.webhooks[]?.failurePolicy'],
  })),
};

/** A chart in its version, with the values of this repository. */
export function addonApplication(
  addon: Addon,
  stage: number,
  environment: Environment,
  architecture: Architecture,
): YamlMap {
  const { chart, version, repository } = charts[addon.name];
  const here = {
    repoURL: repositoryUrl(architecture),
    targetRevision: architecture.delivery.branch,
  };
  const files = valueFiles(addon, environment);
  const hasObjects = objectFiles(addon, environment).length > 0;
  return applicationOf(
    {
      name: addon.name,
      project: 'platform',
      namespace: addon.namespace,
      owner: architecture.owner,
      wave: stage,
      sources: [
        {
          repoURL: repository.replace('oci://', ''),
          chart,
          targetRevision: version,
          helm: {
            releaseName: addon.name,
            ...(files.length > 0 && { valueFiles: files.map((path) => `$values/${path}`) }),
          },
        },
        ...(files.length > 0 ? [{ ...here, ref: 'values' }] : []),
        ...(hasObjects ? [{ ...here, path: objectFolder(addon, environment) }] : []),
      ],
      ...(written[addon.name] && { ignore: written[addon.name]! }),
    },
    environment,
    architecture,
  );
}
