import type { Environment } from '../environment.ts';
import { FileSet, type Files } from '../target.ts';
import { why, type YamlMap, yaml, yamlStream } from '../yaml/yaml.ts';
import type { Addon } from './addon.ts';
import { policiesOf } from './network-policies.ts';
import { foundationFolder } from './repository.ts';

/** Namespaces of add-ons, closed but for what they need, and the class of volumes. */
export function foundation(environments: readonly Environment[], addons: readonly Addon[]): Files {
  const files = new FileSet();
  const namespaces = ownNamespaces(addons);
  files.add('gitops/foundation/base/storage.yaml', yaml(storageClass));
  files.add(
    'gitops/foundation/base/namespaces.yaml',
    yamlStream(namespaces.map((name) => namespaceOf(name, addons))),
  );
  files.add('gitops/foundation/base/kustomization.yaml', kustomization(['namespaces.yaml', 'storage.yaml']));
  for (const environment of environments) {
    const folder = foundationFolder(environment);
    const policies = namespaces
      .filter((name) => !isPrivileged(name, addons) || name === 'monitoring')
      .flatMap((name) => policiesOf(name, addons, environment));
    files.add(`${folder}/network-policies.yaml`, yamlStream(policies));
    files.add(`${folder}/kustomization.yaml`, kustomization(['../../base', 'network-policies.yaml']));
  }
  return files.files;
}

/** Namespaces that add-ons bring with them. */
export function ownNamespaces(addons: readonly Addon[]): string[] {
  return [...new Set(addons.map(({ namespace }) => namespace))]
    .filter((name) => name !== 'kube-system')
    .sort();
}

function isPrivileged(name: string, addons: readonly Addon[]): boolean {
  return addons.some(({ namespace, level }) => namespace === name && level?.pods === 'privileged');
}

function namespaceOf(name: string, addons: readonly Addon[]): YamlMap {
  const level = addons.find((one) => one.namespace === name && one.level)?.level;
  const pods = level?.pods ?? 'restricted';
  const enforce = 'pod-security.kubernetes.io/enforce';
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        [enforce]: level ? why(pods, level.why) : pods,
        'pod-security.kubernetes.io/warn': pods,
        'app.kubernetes.io/part-of': 'platform',
        ...(name === 'linkerd' || name === 'linkerd-cni'
          ? { 'config.linkerd.io/admission-webhooks': 'disabled' }
          : {}),
      },
    },
  };
}

const storageClass: YamlMap = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'gp3', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'ebs.csi.aws.com',
  parameters: { type: 'gp3', encrypted: 'true' },
  // a volume is made in the zone of the pod that needs it
  volumeBindingMode: 'WaitForFirstConsumer',
  allowVolumeExpansion: true,
  reclaimPolicy: 'Delete',
};

function kustomization(resources: readonly string[]): string {
  return yaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });
}
