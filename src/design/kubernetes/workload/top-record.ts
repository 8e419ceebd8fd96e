import { isAtTop, weightHere } from '../../regional-names.ts';
import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

/**
 * Annotations that make the record of a host at the top of its zone one of two, a region each; nothing where it is the
 * only one. A warm standby would take requests before it is in use, so there a person changes the record.
 */
export function recordAtTop(
  service: Service,
  { architecture, environment, vary }: Site,
): YamlMap | undefined {
  const { environments, platform } = architecture;
  const isShared = environments.some((one) =>
    one.services.some(({ name, expose }) => name === service.name && expose && isAtTop(one, expose.host)),
  );
  if (!isShared || platform.recovery === 'warm-standby') return undefined;
  return {
    'external-dns.alpha.kubernetes.io/set-identifier': vary('ingress.region', environment.region),
    'external-dns.alpha.kubernetes.io/aws-weight': why(
      vary('ingress.weight', String(weightHere(environment))),
      'In the recovery region 1, which takes all requests as long as it is there.',
    ),
  };
}
