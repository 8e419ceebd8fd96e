import { restrictedWriter } from '../../restricted.ts';
import type { Job, Service } from '../../workload.ts';
import { why, type YamlMap, type YamlValue } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

/** A pod at the restricted level of the Pod Security Standards, with its one container. */
export function podOf(workload: Service | Job, site: Site, container: YamlMap, rest: YamlMap): YamlMap {
  return {
    serviceAccountName: workload.name,
    automountServiceAccountToken: why(false, 'EKS Pod Identity mounts a token of its own.'),
    enableServiceLinks: false,
    ...rest,
    ...(maySpot(workload, site) && { tolerations: site.vary('tolerations', tolerationsOf(workload)) }),
    securityContext: restrictedWriter(10001),
    containers: [container],
    volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '512Mi' } }],
  };
}

/** Whether it may run on spot capacity in any environment. */
function maySpot({ name }: Service | Job, { architecture }: Site): boolean {
  return architecture.environments.some(({ services, jobs }) =>
    [...services, ...jobs].some((one) => one.name === name && one.spot),
  );
}

/** Nodes that AWS may take back are for those who say that they can bear it. */
function tolerationsOf({ spot }: Service | Job): YamlValue {
  return spot ? [{ key: 'plinth.dev/spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' }] : [];
}
