import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml, yamlStream } from '../../yaml/yaml.ts';
import { exposedOf, type Here } from '../here.ts';
import { probeJob } from '../names.ts';
import { dashboardsFolder, installedFolder, monitoringNamespace } from '../paths.ts';
import { routing, watchingSecrets } from './routing.ts';

/** What GitOps applies as it is, besides the rules. */
export function manifests(here: Here): Files {
  const folder = installedFolder(here.environment);
  const probes = probesOf(here);
  const files = new FileSet();
  files.add(`${folder}/routing.yaml`, yamlStream([routing(here), storeOf(here), ...watchingSecrets(here)]));
  if (probes.length > 0) files.add(`${folder}/probes.yaml`, yamlStream(probes));
  return files.add(
    `${folder}/kustomization.yaml`,
    yaml({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: [
        ...(probes.length > 0 ? ['probes.yaml'] : []),
        'routing.yaml',
        'rules.yaml',
        `../${dashboardsFolder.split('/').at(-1)}`,
      ],
    }),
  ).files;
}

/** Asks each host that people use, however little traffic there is; every service has an owner to be told. */
function probesOf(here: Here): YamlMap[] {
  return exposedOf(here).map(([url, { name, namespace, owner }]) => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Probe',
    metadata: { name: `${name}-endpoint`, namespace: monitoringNamespace },
    spec: {
      jobName: probeJob,
      interval: '30s',
      module: 'http_2xx',
      prober: { url: `prometheus-blackbox-exporter.${monitoringNamespace}:9115` },
      targets: {
        staticConfig: { static: [url], labels: { service: name, namespace, owner: owner.name } },
      },
    },
  }));
}

/** Keys of receivers are in AWS, whatever workloads take theirs from. */
function storeOf({ environment }: Here): YamlMap {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: 'secrets', namespace: monitoringNamespace },
    spec: { provider: { aws: { service: 'SecretsManager', region: environment.region } } },
  };
}
