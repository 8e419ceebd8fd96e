import { isAtTop } from '../../regional-names.ts';
import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

/**
 * Annotations of the record that the top of a zone leads to; nothing where no host is there. Terraform makes one of that
 * name without weight, since nothing can lead to a name that is not there yet.
 */
export function besideFirstRecord(service: Service, { architecture }: Site): YamlMap {
  const isTop = architecture.environments.some((one) =>
    one.services.some(({ name, expose }) => name === service.name && expose && isAtTop(one, expose.host)),
  );
  if (!isTop) return {};
  const dns = 'external-dns.alpha.kubernetes.io';
  return {
    [`${dns}/set-identifier`]: 'cluster',
    [`${dns}/aws-weight`]: why(
      '1',
      'It takes all: the record that Terraform made of this name has no weight.',
    ),
    [`${dns}/aws-evaluate-target-health`]: 'false',
  };
}
