import { restrictedContainer } from '../../restricted.ts';
import type { Job, Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

/** Where variables of a workload that are no secret are kept. */
export function variablesName({ name }: Service | Job): string {
  return `${name}-variables`;
}

/** What containers of services and jobs have in common: nothing is writable but `/tmp`, and nobody becomes root. */
export function containerOf(workload: Service | Job, { vary }: Site, rest: YamlMap): YamlMap {
  const { name, image, command, secrets, variables } = workload;
  const sources: YamlMap[] = [
    ...(Object.keys(variables).length > 0 ? [{ configMapRef: { name: variablesName(workload) } }] : []),
    ...secrets.map((secret) => ({ secretRef: { name: secret.name } })),
  ];
  return {
    name,
    image: vary('image', image),
    ...(command.length > 0 && { command: [...command] }),
    ...(sources.length > 0 && { envFrom: sources }),
    ...rest,
    resources: vary('resources', resourcesOf(workload)),
    securityContext: restrictedContainer,
    volumeMounts: [{ name: 'scratch', mountPath: '/tmp' }],
  };
}

function resourcesOf({ requests, limits }: Service | Job): YamlMap {
  const cpu = 'cpuMilli' in limits && limits.cpuMilli !== undefined ? `${limits.cpuMilli}m` : undefined;
  return {
    requests: {
      cpu: `${requests.cpuMilli}m`,
      memory: `${requests.memoryMi}Mi`,
      'ephemeral-storage': '128Mi',
    },
    limits: {
      ...(cpu !== undefined && { cpu }),
      memory: why(
        `${limits.memoryMi}Mi`,
        'As requested; processors are not limited, which would only throttle.',
      ),
      'ephemeral-storage': '1Gi',
    },
  };
}
